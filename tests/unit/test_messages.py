"""Every sentence that the pure packages can say: found, filled, plain and kind."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from string import Formatter

import pytest

import goalward
from goalward import messages
from goalward.messages import PACKAGES, Message, catalogue, in_english
from tests.plain_language import grade, sentences, word_count

SOURCE = Path(goalward.__file__).parent
PROSE = 60  # words from which a reading grade means something
UNKIND = re.compile(r"!|\b(streaks?|fail(ed|ing|ure)?|invalid|oops|commit(ted)?)\b", re.IGNORECASE)


def filled(text: str) -> str:
    return re.sub(r"\{\w+\}", "five", text)


def test_a_message_is_the_sentence_of_its_id_with_the_blanks_filled() -> None:
    assert in_english(Message("goals.status_let_go")) == "Let go"
    assert in_english(Message("goals.if_then", {"when": "a", "then": "b"})) == "If a, then I will b."


def test_what_a_person_typed_is_never_read_as_a_blank() -> None:
    typed = {"when": "{then} {0} {x.__class__}", "then": "100 % {"}
    assert in_english(Message("goals.if_then", typed)) == "If {then} {0} {x.__class__}, then I will 100 % {."


def test_an_id_that_nobody_wrote_a_sentence_for_is_an_error() -> None:
    with pytest.raises(KeyError):
        in_english(Message("goals.nothing"))


def test_a_missing_blank_is_an_error() -> None:
    with pytest.raises(KeyError):
        in_english(Message("goals.if_then"))


def test_the_catalogue_cannot_be_changed_by_a_reader() -> None:
    with pytest.raises(TypeError):
        catalogue()["goals.status_let_go"] = "x"  # type: ignore[index]


def test_a_package_without_sentences_is_fine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "PACKAGES", ("alliance", "web"))
    assert {name.partition(".")[0] for name in catalogue.__wrapped__()} == {"alliance"}


def test_every_package_that_has_sentences_is_in_the_catalogue() -> None:
    with_sentences = {path.parent.name for path in SOURCE.glob("*/messages.toml")}
    assert with_sentences <= set(PACKAGES)
    assert {name.partition(".")[0] for name in catalogue()} == with_sentences


@pytest.mark.parametrize("package", PACKAGES)
def test_every_id_written_out_in_the_code_has_a_sentence(package: str) -> None:
    code = "\n".join(path.read_text("utf-8") for path in (SOURCE / package).rglob("*.py"))
    written = set(re.findall(rf"\"({package}\.[a-z0-9_]+)\"", code))
    assert {name for name in written if not name.startswith(f"{package}.{package}")} - set(catalogue()) == set()


@pytest.mark.parametrize(("name", "text"), catalogue().items())
def test_a_sentence_has_only_named_blanks_and_no_stray_spaces(name: str, text: str) -> None:
    blanks = [field for _, field, _, _ in Formatter().parse(text) if field is not None]
    assert all(blank.isidentifier() for blank in blanks)
    assert text
    assert text == " ".join(text.split())


@pytest.mark.parametrize(("name", "text"), catalogue().items())
def test_a_sentence_is_short_and_kind(name: str, text: str) -> None:
    assert not UNKIND.search(text)
    assert [sentence for sentence in sentences(filled(text)) if word_count(sentence) > 20] == []


@pytest.mark.parametrize("package", PACKAGES)
def test_the_prose_of_a_package_reads_at_grade_eight_or_below(package: str) -> None:
    prose = defaultdict(list)
    for name, text in catalogue().items():
        if text.endswith((".", "?", ".”")):
            prose[name.partition(".")[0]].append(filled(text))
    text = " ".join(prose[package])
    assert word_count(text) < PROSE or grade(text) <= 8


def test_the_reading_grade_can_tell_hard_prose_from_plain_prose() -> None:
    hard = (
        "Notwithstanding considerable institutional heterogeneity, comprehensive interdisciplinary evaluation remains."
    )
    assert grade(hard * 3) > 8 > grade("You can stop here. Your words are kept. Come back when you like.")


def test_an_id_of_no_package_is_an_error_too() -> None:
    with pytest.raises(KeyError):
        in_english(Message("nowhere.nothing"))
