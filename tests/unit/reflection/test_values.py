"""What matters, beside how much of it was lived."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalward.messages import in_english
from goalward.reflection import VALUES, ReflectionError, ValueRating, gap_sentence, largest_gaps

rating = st.none() | st.integers(0, 10)
ratings = st.builds(ValueRating, st.sampled_from([value.code for value in VALUES]), rating, rating)


def test_there_are_ten_values() -> None:
    assert len(VALUES) == 10


def test_the_gap_is_what_matters_minus_what_was_lived() -> None:
    assert ValueRating("friends", importance=9, lived=3).gap == 6


def test_a_week_with_more_of_a_value_than_it_matters_is_said_as_it_is() -> None:
    assert ValueRating("work", importance=4, lived=9).gap == -5


@pytest.mark.parametrize(("importance", "lived"), [(None, 3), (9, None), (None, None)])
def test_there_is_no_gap_where_one_of_the_two_was_skipped(importance: int | None, lived: int | None) -> None:
    assert ValueRating("friends", importance, lived).gap is None


@pytest.mark.parametrize(("importance", "lived"), [(11, 0), (0, -1)])
def test_a_rating_outside_0_to_10_is_named(importance: int, lived: int) -> None:
    with pytest.raises(ReflectionError, match="from 0 to 10"):
        ValueRating("friends", importance, lived)


def test_a_value_that_is_not_in_the_list_is_named() -> None:
    with pytest.raises(ReflectionError, match="no “fame” in the list"):
        ValueRating("fame")


def test_the_largest_gaps_come_first_and_on_a_tie_what_matters_more() -> None:
    friends, body, play, work = (
        ValueRating("friends", 9, 3),
        ValueRating("body", 7, 5),
        ValueRating("play", 10, 4),
        ValueRating("work", 8, 8),
    )
    assert largest_gaps([friends, body, play, work]) == (play, friends, body)
    assert largest_gaps([friends, body, play, work], n=1) == (play,)


def test_equal_gaps_that_matter_equally_keep_their_order() -> None:
    same = [ValueRating(code, 6, 2) for code in ("work", "family", "body")]
    assert largest_gaps(same) == tuple(same)


def test_without_a_gap_there_is_nothing_to_list() -> None:
    assert largest_gaps([ValueRating("work", 3, 9), ValueRating("play"), ValueRating("body", 5, 5)]) == ()


@given(st.lists(ratings), st.integers(0, 12))
def test_listed_gaps_are_real_in_order_and_no_left_out_one_is_larger(rated: list[ValueRating], n: int) -> None:
    listed = largest_gaps(rated, n)
    gaps = [found.gap or 0 for found in listed]
    all_gaps = sorted((found.gap for found in rated if found.gap and found.gap > 0), reverse=True)
    assert gaps == all_gaps[:n]


@given(ratings)
def test_every_gap_has_a_sentence_with_its_numbers(rated: ValueRating) -> None:
    sentence = in_english(gap_sentence(rated))
    assert sentence.endswith(".")
    if rated.gap is not None:
        assert f"at {rated.importance}" in sentence


@pytest.mark.parametrize(
    ("importance", "lived", "says"),
    [
        (9, 3, "you lived it at 3. A goal could start here"),
        (3, 9, "which is more"),
        (4, 4, "as much"),
        (None, 4, "rate both"),
    ],
)
def test_the_sentence_tells_the_four_cases_apart(importance: int | None, lived: int | None, says: str) -> None:
    assert says in in_english(gap_sentence(ValueRating("friends", importance, lived)))
