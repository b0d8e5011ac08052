from __future__ import annotations

import re
import tomllib
from datetime import date, timedelta
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalward.messages import in_english
from goalward.progress import Rating, RatingError, attainment_scale, rating_scale, recent_summary, summary

MONDAY = date(2026, 11, 2)
STAND_APART = "Earlier ratings were for other words and are not compared."


def weekly(*values: int | None, version: int = 1, after: int = 0) -> list[Rating]:
    return [Rating(MONDAY + timedelta(weeks=after + week), value, version) for week, value in enumerate(values)]


def said(ratings, scale=None) -> str:
    return in_english(summary(ratings, scale or rating_scale()))


@pytest.mark.parametrize("ratings", [[], weekly(None), weekly(None, None)])
def test_before_the_first_rating_the_sentence_says_so(ratings):
    assert said(ratings) == "You have not rated this goal yet."


def test_one_rating_is_no_movement_yet():
    assert said(weekly(None, 3)) == "Your first rating is 3. A few more will show how it moves."


@pytest.mark.parametrize("ratings", [weekly(3, 4, 6), weekly(3, 9, 6), weekly(None, 3, None, 6, None)])
def test_the_last_rating_stands_beside_the_first_of_these_words(ratings):
    assert said(ratings) == "Your last rating is 6. When you started with these words it was 3."


def test_a_lower_rating_is_said_in_the_same_way_as_a_higher_one():
    assert said(weekly(6, 3)) == "Your last rating is 3. When you started with these words it was 6."


def test_the_same_rating_again_is_said_once():
    assert said(weekly(4, 7, 4)) == "Your last rating is 4, the same as when you started with these words."


def test_zero_is_a_rating_and_not_a_skipped_one():
    assert said(weekly(3, 0)) == "Your last rating is 0. When you started with these words it was 3."


def test_ratings_of_earlier_words_are_not_compared_and_the_sentence_says_so():
    ratings = weekly(1, 2) + weekly(5, 6, version=2, after=2)
    assert said(ratings) == f"Your last rating is 6. When you started with these words it was 5. {STAND_APART}"


def test_the_first_rating_of_new_words_stands_alone():
    ratings = weekly(1, 2) + weekly(5, version=2, after=2)
    assert said(ratings) == f"Your first rating with these words is 5. {STAND_APART}"


def test_new_words_without_a_rating_are_not_given_the_old_one():
    ratings = weekly(1, 2) + weekly(None, version=2, after=2)
    assert said(ratings) == f"You have not rated these words yet. {STAND_APART}"


def test_earlier_words_that_nobody_rated_need_no_mention():
    assert STAND_APART not in said(weekly(None) + weekly(5, 6, version=2, after=1))


def test_attainment_levels_are_said_in_words():
    assert said(weekly(0, 1), attainment_scale()) == (
        "Your last rating is “a little more than expected”. When you started with these words it was “as expected”."
    )
    assert said(weekly(-2), attainment_scale()).startswith("Your first rating is “much less than expected”.")
    assert said(weekly(1, 1), attainment_scale()).startswith("Your last rating is “a little more than expected”. That")


@pytest.mark.parametrize(("scale", "value"), [(rating_scale(), 11), (rating_scale(), -1), (attainment_scale(), 3)])
def test_a_rating_outside_its_scale_is_named(scale, value):
    with pytest.raises(RatingError, match=f"on 2026-11-02 is {value}; this scale goes from {scale.lowest} to"):
        summary(weekly(value), scale)


def said_of_last_months(ratings, scale=None) -> str:
    return in_english(recent_summary(ratings, scale or rating_scale()))


def test_a_picture_of_the_last_months_compares_with_where_it_starts():
    assert said_of_last_months(weekly(3, 9, 6)) == "Your last rating is 6. Where this picture starts it was 3."
    assert said_of_last_months(weekly(4, 7, 4)) == "Your last rating is 4, the same as where this picture starts."
    assert said_of_last_months(weekly(None, 4)) == "Your last rating is 4."


def test_months_without_a_rating_are_no_reproach():
    assert said_of_last_months([]) == said_of_last_months(weekly(None)) == "You have not rated this goal for a while."


def test_levels_of_the_last_months_are_said_in_words():
    assert said_of_last_months(weekly(0, 1), attainment_scale()) == (
        "Your last rating is “a little more than expected”. Where this picture starts it was “as expected”."
    )
    assert said_of_last_months(weekly(1, 0, 1), attainment_scale()).endswith("That is where this picture starts.")
    assert said_of_last_months(weekly(0), attainment_scale()) == "Your last rating is “as expected”."


def test_a_rating_of_the_last_months_outside_its_scale_is_named():
    with pytest.raises(RatingError, match="this scale goes from 0 to 10"):
        recent_summary(weekly(11), rating_scale())


VALUES = st.lists(st.none() | st.integers(-2, 2), max_size=4)


@given(VALUES, VALUES)
def test_every_history_on_either_scale_has_its_sentence(earlier, current):
    ratings = weekly(*earlier) + weekly(*current, version=2, after=10)
    assert said(ratings, attainment_scale())
    shifted = [Rating(one.on, None if one.value is None else one.value + 2, one.version) for one in ratings]
    assert said(shifted, rating_scale())


@given(st.lists(st.integers(0, 10), min_size=1), st.integers(0, 10))
def test_what_earlier_words_were_rated_never_changes_what_is_said(earlier, other):
    current = weekly(5, 6, version=2, after=200)
    assert said(weekly(*earlier) + current) == said(weekly(other) + current)


SENTENCES = tomllib.loads(files("goalward.progress").joinpath("messages.toml").read_text("utf-8"))


@pytest.mark.parametrize("text", SENTENCES.values(), ids=SENTENCES)
def test_no_text_judges_a_change_or_claims_a_cause(text):
    assert not re.search(r"better|worse|improv|cause|because|thanks to|only|just|fail|%|!", text, re.IGNORECASE)


@pytest.mark.parametrize("text", SENTENCES.values(), ids=SENTENCES)
def test_every_sentence_is_short(text):
    longest = "a little more than expected"
    sentences = re.split(r"[.?]\W", text.format(first=longest, last=longest) if "“{last}”" in text else text)
    assert max(len(sentence.split()) for sentence in sentences) <= 20
