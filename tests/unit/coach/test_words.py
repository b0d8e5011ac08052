"""The goal as words: where each stands, what a number says, which phrases are one word."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalward.coach.grammar import alphabet
from goalward.coach.spelling import meant
from goalward.coach.words import PLAIN, Words, words_of


def said(text: str) -> list[str]:
    return [unit.word for unit in words_of(text).units]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Walk 30mins", ["walk", "30", "mins"]),
        ("at 6:30am", ["at", "6:30am"]),
        ("by like 11ish", ["by", "like", "11ish"]),
        ("a two-hour walk", ["a", "two", "hour", "walk"]),
        ("5–10 mins", ["5-10", "mins"]),
        ("10,000 steps, daily", ["10,000", "steps", ",", "daily"]),
        ("I'm 29, and", ["i'm", "29", ",", "and"]),
        ("score 8/10!!!", ["score", "8/10", "!!!"]),
        ("salt & pepper", ["salt", "and", "pepper"]),
        ("mom's house", ["mom", "'s", "house"]),
        ("it's over", ["it's", "over"]),
        ("Mr. D waits", ["mr", "d", "waits"]),
        ("GAD-7 and PHQ9", ["gad-7", "and", "phq9"]),
        ("-1 one call", ["-1", "one", "call"]),
        ("grounding 5-4-3-2-1", ["grounding 5-4-3-2-1"]),
        ("evry mornign", ["every", "morning"]),
        ("£20 - for now", ["£20", "-", "for now"]),
        ("", []),
        ("🙂 \u200b", []),
    ],
)
def test_a_text_becomes_words_figures_and_marks(text: str, words: list[str]) -> None:
    assert said(text) == words


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("10,000", 10000),
        ("10k", 10000),
        ("6.5+", 6.5),
        ("5-10", 10),
        ("8/10", 10),
        ("£20", 20),
        ("a couple of", 2),
        ("half", 0.5),
    ],
)
def test_a_figure_has_a_value_and_of_a_range_the_larger(text: str, value: float) -> None:
    assert words_of(text).units[0].value == value


def test_typographic_marks_read_as_plain_ones_and_move_nothing() -> None:
    curly = "don’t “think” – much"
    assert said(curly) == said(curly.translate(PLAIN))
    assert words_of(curly).said(0, 1) == "don’t"


def test_a_word_not_known_is_known_by_its_ending() -> None:
    assert words_of("togetherness").letters == alphabet().words["-ness"]
    assert words_of("zzz").letters == alphabet().unknown


def test_words_found_stand_for_what_they_are() -> None:
    words = words_of("walk every day")
    marked = words.without([("rhythm", 1, 2)], "frequency")
    assert marked.letters[1] == alphabet().of("frequency")
    assert marked.letters[0] == words.letters[0]
    assert isinstance(marked, Words)


@given(st.text())
def test_each_word_stands_where_it_says(text: str) -> None:
    units = words_of(text).units
    assert all(0 <= unit.start < unit.end <= len(text) for unit in units)
    assert all(one.end <= two.start for one, two in pairwise(units))
    assert len(words_of(text).letters) == len(units)


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ("evry", "every"),  # listed
        ("wekly", "weekly"),  # a letter missing
        ("daaily", "daily"),  # one too many
        ("dailt", "daily"),  # a wrong one
        ("wendesday", "wednesday"),  # two swapped
        ("mouth", "mouth"),  # a word of its own
        ("xdaily", "xdaily"),  # the first letter is seldom wrong
        ("weeklyish", "weeklyish"),  # too far off
        ("dlaiy", "dlaiy"),
        ("wek", "wek"),
    ],
)
def test_the_word_meant(written: str, word: str) -> None:
    expected = {"wek": "week"}.get(written, word)
    assert meant(written) == expected
