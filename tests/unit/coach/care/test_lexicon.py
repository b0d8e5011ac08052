"""The word lists hold together: a maintainer who adds a line hears of a slip here."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from goalward.coach.care import CareKind
from goalward.coach.care.lexicon import SHARED_LISTS, lexicon, phrases_of, word_forms
from goalward.coach.care.phrases import Phrase, alternatives, is_a_set, pattern
from goalward.coach.care.stances import CONCEPTS

GIVEN = {"@number", "@year", "@name"}
LISTS = (*SHARED_LISTS, *CareKind)


def lines() -> Iterator[tuple[str, Phrase]]:
    for name in LISTS:
        for one in phrases_of(name):
            yield f"{name}: {one.line}", one


def labels(one: Phrase) -> list[str]:
    return [label for part in one.line.split() if part.strip(".") for label in alternatives(part)]


def test_every_alternative_is_a_word() -> None:
    assert [where for where, one in lines() if not all(labels(one))] == []


def test_every_set_that_a_phrase_names_is_defined() -> None:
    defined = {one.role for _, one in lines() if one.role[0] == "@"} | GIVEN
    assert [
        (where, label) for where, one in lines() for label in labels(one) if label[0] == "@" and label not in defined
    ] == []


def test_every_phrase_asks_for_at_least_one_word() -> None:
    assert [where for where, one in lines() if not pattern(one.line).required] == []


def test_no_phrase_begins_or_ends_with_a_gap() -> None:
    ends = [(where, one.line.split()) for where, one in lines()]
    assert [where for where, parts in ends if not (parts[0].strip(".") and parts[-1].strip("."))] == []


SPOKEN_OF = {"named", "let-go"}


def test_every_role_is_one_that_is_read() -> None:
    cues = {one.role for one in phrases_of("cues")}
    assert CONCEPTS.keys().isdisjoint(cues)
    for name in CareKind:
        roles = {one.role for one in phrases_of(name) if not is_a_set(one.role)}
        drinking = {"heavy", "at-once", "slowly", "unwatched", "watched"}
        assert roles <= {*CONCEPTS, *cues, *drinking, *SPOKEN_OF, "idiom", "meals"}, name


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("hurt", ["hurt", "hurts", "hurting"]),
        ("starve", ["starve", "starves", "starving", "starved"]),
        ("stab", ["stab", "stabs", "stabbing", "stabbed"]),
        ("burn", ["burn", "burns", "burning", "burned"]),
        ("carry", ["carry", "carries", "carrying", "carried"]),
        ("destroy", ["destroy", "destroys", "destroying", "destroyed"]),
        ("punch", ["punch", "punches", "punching", "punched"]),
        ("mix", ["mix", "mixes", "mixing", "mixed"]),
    ],
)
def test_a_verb_knows_its_forms(verb: str, forms: list[str]) -> None:
    irregular = {"hurt": ["hurt", "hurts", "hurting"]}
    assert word_forms(verb, irregular) == forms


def test_a_past_form_is_known_as_past() -> None:
    assert {"took", "starved", "hung"} & lexicon().past_forms == {"took", "hung"}


def test_the_lists_are_read_once() -> None:
    assert lexicon() is lexicon()
