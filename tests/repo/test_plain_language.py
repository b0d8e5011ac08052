"""Plain and kind, everywhere: short sentences, reading grade 8 or below, no blame."""

from __future__ import annotations

import re

import pytest

from tests.access.household import Household, read
from tests.plain_language import grade, sentences, word_count
from tests.repo.prose import every_place, in_forms, in_messages, in_pages, in_terminal, unkind

LONGEST = 20  # words in a sentence
PROSE = 60  # words from which a reading grade means something
HIGHEST_GRADE = 8
ENDS = re.compile(r"[.?:”…]$")

PLACES = {place: texts for place, texts in every_place().items() if texts}


def prose(texts: list[str]) -> str:
    """Whole sentences only: labels in a row are no prose."""
    return " ".join(text for text in texts if ENDS.search(text.strip()))


def test_all_four_kinds_of_text_are_found() -> None:
    assert all(sum(map(len, kind.values())) > 20 for kind in (in_pages(), in_forms(), in_messages(), in_terminal()))


@pytest.mark.parametrize("place", PLACES)
def test_no_sentence_is_long(place: str) -> None:
    assert [s for text in PLACES[place] for s in sentences(text) if word_count(s) > LONGEST] == []


@pytest.mark.parametrize("place", PLACES)
def test_no_sentence_shouts_or_blames(place: str) -> None:
    assert {text: found for text in PLACES[place] if (found := unkind(text))} == {}


@pytest.mark.parametrize("place", PLACES)
def test_prose_reads_at_grade_eight_or_below(place: str) -> None:
    text = prose(PLACES[place])
    assert word_count(text) < PROSE or grade(text) <= HIGHEST_GRADE


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["signed_out", "ana"])
def test_every_page_as_it_is_shown_is_plain_and_kind(who: str, household: Household) -> None:
    for _, address in household.pages(who):
        said = read(household, who, address).sentences
        text = prose(said)
        assert [s for each in said for s in sentences(each) if word_count(s) > LONGEST] == [], address
        assert {each: found for each in said if (found := unkind(each))} == {}, address
        assert word_count(text) < PROSE or grade(text) <= HIGHEST_GRADE, f"{address}: grade {grade(text)}"


def test_the_prose_of_all_pages_together_reads_at_grade_eight_or_below() -> None:
    for kind in (in_pages(), in_forms(), in_messages()):
        assert grade(prose([text for texts in kind.values() for text in texts])) <= HIGHEST_GRADE


@pytest.mark.parametrize("text", ["You failed to save.", "Invalid input", "Well done, 3 days!", "Are you sure?"])
def test_unkind_words_are_heard(text: str) -> None:
    assert unkind(text)


@pytest.mark.parametrize(
    "text", ["Two tasks are still open. What got in the way?", "Write the date as day, month, year."]
)
def test_kind_words_are_left_alone(text: str) -> None:
    assert not unkind(text)
