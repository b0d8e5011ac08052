"""Ana sees all her goals together, and nobody sees her beside another person."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalward.goals import AttainmentError, ScaleKind
from goalward.messages import in_english
from goalward.progress import GoalCourse, Rating, RatingError, attainment_summary, goal_overview

MONDAY = date(2026, 11, 2)


def ratings(*values, version=1, after=0):
    return tuple(Rating(MONDAY + timedelta(weeks=after + week), value, version) for week, value in enumerate(values))


def levels(*values, weight=1):
    return GoalCourse(ScaleKind.LEVELS, ratings(*values), weight)


def rated(*values):
    return GoalCourse(ScaleKind.RATING, ratings(*values))


def said(*goals):
    return [in_english(each) for each in goal_overview(goals).sentences]


def test_goals_on_five_levels_are_one_number_with_its_range():
    assert said(levels(-1, 0, 0), levels(-1, 1), levels(-2, -1)) == [
        "Your goals on five levels had a T-score of 32 at first. Now it is 50.",
        "That is 18 points higher.",
        "50 stands for “as expected”.",
        "With 3 goals it can go from 23 to 77.",
        "It depends on how many goals there are, so it is never compared with another person’s.",
    ]


def test_one_goal_on_five_levels_has_its_own_range():
    assert said(levels(-1, 1))[3] == "With one goal it can go from 30 to 70."


@pytest.mark.parametrize(("newest", "change"), [(-2, "That is 10 points lower."), (-1, "That is the same.")])
def test_the_change_is_said_whichever_way_it_goes(newest, change):
    assert said(levels(-1, newest))[1] == change


def test_goals_rated_from_0_to_10_are_told_by_their_mean():
    assert said(rated(2, 5, 6), rated(4, 5)) == [
        "Your 2 goals rated from 0 to 10 were at 3.0 on average at first. Now they are at 5.5.",
        "That is 2.5 points higher.",
    ]
    assert said(rated(6, 4)) == [
        "Your goal rated from 0 to 10 was at 6.0 at first. Now it is at 4.0.",
        "That is 2.0 points lower.",
    ]
    assert said(rated(6, 4, 6))[1] == "That is the same."


def test_the_two_scales_stay_two_numbers():
    overview = goal_overview([levels(-1, 0), rated(2, 6)])
    assert (overview.attainment.goals, overview.ratings.goals) == (1, 1)
    assert len(overview.sentences) == 7


def test_ratings_of_other_words_are_never_compared():
    reworded = GoalCourse(ScaleKind.RATING, ratings(0, 1) + ratings(5, 6, version=2, after=2))
    assert goal_overview([reworded]).ratings.before == 5
    unrated = GoalCourse(ScaleKind.RATING, ratings(0, 1) + ratings(None, version=2, after=2))
    assert said(unrated) == ["Once a goal has two ratings for the same words, its numbers stand here."]


@pytest.mark.parametrize("goals", [(), (rated(),), (rated(3),), (rated(None, 3),), (levels(0),)])
def test_before_a_goal_is_rated_twice_there_is_nothing_to_compare(goals):
    assert said(*goals) == ["Once a goal has two ratings for the same words, its numbers stand here."]


def test_a_goal_that_was_rated_once_is_left_out_and_that_is_said():
    overview = goal_overview([rated(2, 6), rated(9)])
    assert (overview.ratings.goals, overview.ratings.after, overview.left_out) == (1, 6, 1)
    assert said(rated(2, 6), rated(9))[-1] == "Goals with fewer than two ratings for their words are left out."


def test_weights_count_as_in_the_method():
    overview = goal_overview([levels(-1, 1, weight=9), levels(-1, -1, weight=1)])
    assert overview.attainment == attainment_summary([-1, -1], [1, -1], [9, 1])


def test_a_rating_off_its_scale_is_named():
    with pytest.raises(RatingError):
        goal_overview([rated(2, 11)])
    with pytest.raises(AttainmentError):
        goal_overview([levels(-2, 3)])


GOAL = st.builds(levels, st.integers(-2, 2), st.integers(-2, 2)) | st.builds(
    rated, st.integers(0, 10), st.integers(0, 10)
)


@given(st.lists(GOAL, min_size=1, max_size=6), st.randoms())
def test_the_order_of_goals_does_not_matter(goals, random):
    mixed = list(goals)
    random.shuffle(mixed)
    assert said(*mixed) == said(*goals)


@given(st.lists(GOAL, max_size=6))
def test_t_stays_within_the_range_that_is_told(goals):
    if found := goal_overview(goals).attainment:
        assert found.lowest - 1e-9 <= min(found.baseline, found.achieved)
        assert max(found.baseline, found.achieved) <= found.highest + 1e-9
