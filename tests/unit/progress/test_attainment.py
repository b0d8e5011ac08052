from __future__ import annotations

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalward.goals import LEVELS, AttainmentError
from goalward.progress import PARTLY_ACHIEVED, attainment_summary, goal_weight, t_range, t_score

GOALS = st.lists(st.tuples(st.sampled_from(LEVELS), st.floats(0.5, 9)), min_size=1, max_size=8)


def test_three_goals_that_all_went_much_better_give_the_published_score():
    assert round(t_score([2, 2, 2]), 3) == 77.386  # the check vector of the R package gasr


@pytest.mark.parametrize("goals", range(1, 9))
@pytest.mark.parametrize("level", LEVELS)
def test_equal_goals_at_one_level_follow_the_short_formula(goals, level):
    assert t_score([level] * goals) == pytest.approx(50 + 10 * level * goals / sqrt(0.7 * goals + 0.3 * goals**2))


def test_weights_are_worked_in_by_hand():
    # 50 + 10 (2·1 + 3·(−1)) / √(0.7·(4 + 9) + 0.3·25) = 50 − 10/√16.6
    assert t_score([1, -1], [2, 3]) == pytest.approx(50 - 10 / sqrt(16.6))


@given(GOALS)
def test_goals_that_land_as_expected_give_50(goals):
    assert t_score([0] * len(goals), [weight for _, weight in goals]) == 50


@given(GOALS, st.floats(0.1, 10))
def test_only_the_ratio_of_weights_matters(goals, factor):
    levels, weights = zip(*goals, strict=True)
    assert t_score(levels, [weight * factor for weight in weights]) == pytest.approx(t_score(levels, weights))


@given(GOALS)
def test_levels_turned_round_turn_the_score_round_50(goals):
    levels, weights = zip(*goals, strict=True)
    assert t_score([-level for level in levels], weights) - 50 == pytest.approx(50 - t_score(levels, weights))


@given(GOALS, st.randoms())
def test_the_order_of_goals_does_not_matter(goals, random):
    shuffled = random.sample(goals, len(goals))
    assert t_score(*zip(*shuffled, strict=True)) == pytest.approx(t_score(*zip(*goals, strict=True)))


@given(GOALS)
def test_a_score_lies_in_its_reachable_range(goals):
    levels, weights = zip(*goals, strict=True)
    lowest, highest = t_range(weights)
    assert lowest - 1e-9 <= t_score(levels, weights) <= highest + 1e-9


def test_the_reachable_range_widens_with_the_number_of_goals():
    assert [tuple(round(end, 1) for end in t_range([1] * goals)) for goals in (1, 3, 5)] == [
        (30.0, 70.0),
        (22.6, 77.4),
        (19.8, 80.2),
    ]


def test_a_goal_that_nobody_rated_is_left_out_with_its_weight():
    assert t_score([1, None, -1], [2, 9, 3]) == t_score([1, -1], [2, 3])


def test_partly_achieved_lies_between_the_baseline_and_the_expected_level():
    assert t_score([-1]) < t_score([PARTLY_ACHIEVED]) < t_score([0])


def test_ana_sees_baseline_achieved_change_and_what_could_be_reached():
    summary = attainment_summary([-1, -1, -2], [0, 1, -1])
    assert summary.goals == 3
    assert summary.baseline == t_score([-1, -1, -2])
    assert summary.achieved == t_score([0, 1, -1]) == 50
    assert summary.change == pytest.approx(summary.achieved - summary.baseline)
    assert (summary.lowest, summary.highest) == t_range([1, 1, 1])


def test_a_change_is_of_the_goals_that_were_rated_both_times():
    summary = attainment_summary([-1, None, -2], [0, 1, None], [1, 2, 3])
    assert summary.goals == 1
    assert (summary.baseline, summary.achieved) == (t_score([-1]), t_score([0]))
    assert (summary.lowest, summary.highest) == t_range([1])


def test_a_weight_is_importance_times_difficulty():
    assert [goal_weight(1, 1), goal_weight(3, 2), goal_weight(3, 3)] == [1, 6, 9]


@pytest.mark.parametrize(("importance", "difficulty"), [(0, 2), (2, 0), (4, 1)])
def test_a_weight_that_would_hide_the_goal_is_refused(importance, difficulty):
    with pytest.raises(AttainmentError, match="0 would take the goal out of T unseen"):
        goal_weight(importance, difficulty)


@pytest.mark.parametrize("level", [3, -3, 0.5, float("nan")])
def test_a_level_outside_the_five_is_named(level):
    with pytest.raises(AttainmentError, match=f"a level is one of -2 to \\+2, .* not {level}"):
        t_score([0, level])


@pytest.mark.parametrize("weight", [0, -1, float("nan"), float("inf")])
def test_a_weight_that_is_none_is_named(weight):
    with pytest.raises(AttainmentError, match="a weight is above 0"):
        t_score([0, 1], [1, weight])


@pytest.mark.parametrize("levels", [[], [None, None]])
def test_without_a_rated_goal_there_is_no_score(levels):
    with pytest.raises(AttainmentError, match="no goal is rated"):
        t_score(levels)


def test_lists_that_do_not_fit_together_are_named():
    with pytest.raises(AttainmentError, match="2 goals and 1 weights"):
        t_score([0, 1], [1])
    with pytest.raises(AttainmentError, match="1 goals at the start and 2 now"):
        attainment_summary([0], [0, 1])
    with pytest.raises(AttainmentError, match=r"rho is 1\.5"):
        t_score([0], rho=1.5)
