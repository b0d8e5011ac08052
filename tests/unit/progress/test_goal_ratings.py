from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalward.progress import RatingError, goal_rating_change

RATINGS = st.dictionaries(st.sampled_from("abcde"), st.none() | st.integers(0, 10))


def test_ana_sees_the_mean_of_the_goals_she_rated_both_times():
    change = goal_rating_change({"walk": 2, "sleep": 4, "call Sam": 5}, {"walk": 6, "sleep": 5, "paint": 9})
    assert (change.goals, change.before, change.after, change.change) == (2, 3, 5.5, 2.5)


def test_a_skipped_rating_counts_as_not_rated_and_zero_as_rated():
    change = goal_rating_change({"walk": 0, "sleep": 4}, {"walk": 3, "sleep": None})
    assert (change.goals, change.before, change.after) == (1, 0, 3)


@given(RATINGS, RATINGS)
def test_told_backwards_the_change_turns_its_sign(before, after):
    if not any(before[goal] is not None and after.get(goal) is not None for goal in before):
        return
    there, back = goal_rating_change(before, after), goal_rating_change(after, before)
    assert there.change == -back.change
    assert 0 <= there.before <= 10


@pytest.mark.parametrize(("before", "after"), [({}, {}), ({"walk": 3}, {"sleep": 3}), ({"walk": 3}, {"walk": None})])
def test_without_a_goal_rated_twice_there_is_nothing_to_compare(before, after):
    with pytest.raises(RatingError, match="No goal is rated at both times"):
        goal_rating_change(before, after)


@pytest.mark.parametrize("rating", [-1, 11, float("nan"), "7"])
def test_a_rating_outside_0_to_10_is_named(rating):
    with pytest.raises(RatingError, match="The rating is"):
        goal_rating_change({"walk": rating}, {"walk": 3})
