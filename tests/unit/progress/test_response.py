from __future__ import annotations

from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalward.progress import (
    Better,
    ResponseError,
    has_responded,
    improved_by_percent,
    is_in_remission,
    meets_kroenke_rule,
    percent_change,
    percent_improvement,
)

PHQ9 = st.integers(1, 27)


def test_percent_are_counted_from_where_the_score_started():
    assert percent_change(20, 15) == -25
    assert percent_change(10, 15) == 50
    assert percent_improvement(20, 15) == 25
    assert percent_improvement(4, 6, better=Better.HIGHER) == 50


def test_on_a_scale_that_starts_above_0_percent_are_counted_from_its_lowest_score():
    assert percent_change(30, 20, zero=10) == -50
    assert has_responded(30, 20, zero=10)
    assert not has_responded(30, 20)


@pytest.mark.parametrize(
    ("before", "after", "responded"), [(20, 10, True), (20, 11, False), (15, 7, True), (6, 9, False)]
)
def test_a_response_is_a_fall_of_half_or_more(before, after, responded):
    assert has_responded(before, after) is responded


@given(PHQ9, st.integers(0, 27))
def test_a_response_agrees_with_whole_numbers(before, after):
    assert has_responded(before, after) is (2 * (before - after) >= before)


@pytest.mark.parametrize(("score", "reached"), [(4, True), (5, False), (12, False)])
def test_remission_is_below_the_threshold(score, reached):
    assert is_in_remission(score, threshold=5) is reached


def test_remission_is_above_the_threshold_where_higher_is_better():
    assert is_in_remission(51, threshold=50, better=Better.HIGHER)
    assert not is_in_remission(50, threshold=50, better=Better.HIGHER)


@pytest.mark.parametrize(
    ("before", "after", "met"), [(20, 9, True), (20, 10, False), (18, 9, True), (17, 9, False), (10, 5, True)]
)
def test_the_kroenke_rule_asks_for_at_most_9_and_a_fall_of_half(before, after, met):
    assert meets_kroenke_rule(before, after) is met


@given(PHQ9, st.integers(0, 27))
def test_who_meets_the_kroenke_rule_has_responded(before, after):
    assert meets_kroenke_rule(before, after) == (has_responded(before, after) and after < 10)


def test_a_difference_that_matters_can_be_said_in_percent():
    assert improved_by_percent(15, 12, 20)
    assert not improved_by_percent(15, 13, 20)


@given(PHQ9, st.integers(0, 27), st.floats(0.1, 10))
def test_percent_do_not_know_the_unit(before, after, unit):
    assert percent_change(before * unit, after * unit) == pytest.approx(percent_change(before, after))


@pytest.mark.parametrize(("before", "after"), [(0, 3), (-1, 3), (5, -1)])
def test_percent_of_nothing_are_refused(before, after):
    with pytest.raises(ResponseError, match="is no percentage: percent are counted from 0, and up"):
        percent_change(before, after)


def test_other_numbers_that_cannot_be_used_are_named():
    for before, after in ((nan, 3), (3, nan), ("12", 3)):
        with pytest.raises(ResponseError, match="The score is"):
            percent_change(before, after)
    with pytest.raises(ResponseError, match="The percentage is 0"):
        improved_by_percent(15, 12, 0)
    with pytest.raises(ResponseError, match="The threshold is nan"):
        is_in_remission(3, threshold=nan)
    with pytest.raises(ResponseError, match="A PHQ-9 score goes from 0 to 27, not to 30"):
        meets_kroenke_rule(30, 3)
