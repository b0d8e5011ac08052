"""Rules over words: readable lines that become regular expressions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from goalward.coach import grammar as rules
from goalward.coach.grammar import ELEMENT, FOUND, GrammarError, alphabet, definitions, grammar, number_classes, sources
from goalward.coach.lexicon import WORD_FILES, entries, lexicon
from goalward.coach.words import words_of

Stage = Callable[[str], rules.Grammar]


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Stage:
    alphabet()  # of the real rules

    def written(text: str) -> rules.Grammar:
        path = tmp_path / "made_up.txt"
        path.write_text(text, "utf-8")
        monkeypatch.setattr(rules, "sources", lambda: {"made_up": list(definitions(path))})
        return grammar.__wrapped__("made_up")

    return written


def test_a_rule_names_words_classes_and_pieces(stage: Stage) -> None:
    made = stage("# a comment\nnear = (by|before)\nby_day: {near} (next|this)?\n  <weekday>\n")
    letters = words_of("call mum before next friday").letters
    assert list(made.find(letters)) == [("by_day", 2, 5)]


def test_any_word_stands_for_any_word(stage: Stage) -> None:
    made = stage("gap: before _ <weekday>")
    assert list(made.find(words_of("before zzz friday").letters)) == [("gap", 0, 3)]


def test_a_rule_can_be_tried_at_one_place(stage: Stage) -> None:
    made = stage("before: before")
    letters = words_of("call before friday").letters
    assert made.at(letters, 1) == ("before", 1, 2)
    assert made.at(letters) is None


def test_a_rule_that_takes_no_word_finds_nothing(stage: Stage) -> None:
    made = stage("maybe: before?")
    assert list(made.find(words_of("call mum").letters)) == []


@pytest.mark.parametrize(
    ("text", "said"), [("rule: <no_such_class>", "no word is in <no_such_class>"), ("rule: {nope}", "called {nope}")]
)
def test_a_rule_that_names_what_does_not_exist_is_refused(stage: Stage, text: str, said: str) -> None:
    with pytest.raises(GrammarError, match=said):
        stage(text)


def test_a_number_is_more_than_a_number() -> None:
    assert number_classes(7) == {"number", "dom", "hour"}
    assert number_classes(30) == {"number", "dom", "age", "day_hours"}
    assert number_classes(1999) == {"number", "year"}
    assert number_classes(1999, whole=False) == {"number"}


def test_what_stages_leave_has_names_of_its_own() -> None:
    headings = {heading for name in WORD_FILES for heading, _, _ in entries(name)}
    assert headings.isdisjoint(FOUND)


def test_a_rule_that_names_a_form_leaves_it_its_plain_form() -> None:
    letter = alphabet().words["starts"]
    classes = next(classes for classes, other in alphabet().letters.items() if other == letter)
    assert "begins" in classes


def spelled_out(pattern: str) -> list[list[str]]:
    """The runs of bare words in a rule."""
    runs: list[list[str]] = [[]]
    for element in ELEMENT.finditer(pattern):
        if element["set"] and element["set"][0].isalpha():
            runs[-1].append(element["set"])
        elif not element["space"]:
            runs.append([])
    return [run for run in runs if len(run) > 1]


@pytest.mark.parametrize("name", sources())
def test_a_phrase_that_the_lexicon_joins_is_quoted_in_rules(name: str) -> None:
    """Spelled out it would never match: the reader sees one word there."""
    runs = [run for _, _, pattern in sources()[name] for run in spelled_out(pattern)]
    joined = [lexicon().phrase_at([*run, ""], place)[0] for run in runs for place in range(len(run) - 1)]
    assert list(filter(None, joined)) == []


@pytest.mark.parametrize("name", sources())
def test_every_stage_compiles(name: str) -> None:
    assert grammar(name).rules.groupindex
