from __future__ import annotations

from math import nan

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.stats import theilslopes

from goalward.progress import SeriesError, theil_sen

POINTS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 10)), min_size=2, max_size=12)


def two_times(points):
    xs, ys = zip(*points, strict=True)
    assume(len(set(xs)) > 1)
    return xs, ys


@given(
    st.lists(st.tuples(st.integers(0, 600), st.integers(0, 10)), min_size=2, max_size=20, unique_by=lambda at: at[0]),
    st.sampled_from([0.8, 0.9, 0.95, 0.99]),
)
def test_slope_line_and_interval_agree_with_scipy(points, confidence):
    times, values = zip(*points, strict=True)
    found = theil_sen(times, values, confidence=confidence)
    other = theilslopes(values, times, alpha=confidence, method="joint")
    assert (found.slope, found.intercept) == pytest.approx((other.slope, other.intercept))
    assert (found.lowest, found.highest) == pytest.approx((other.low_slope, other.high_slope))
    assert found.confidence == confidence


def test_one_odd_week_does_not_bend_the_trend():
    assert theil_sen(range(9), [1, 2, 3, 4, 30, 6, 7, 8, 9]).slope == 1


def test_the_line_can_be_read_at_any_time():
    trend = theil_sen([0, 1, 2], [3, 5, 7])
    assert (trend.at(0), trend.at(10)) == (3, 23)


def test_two_ratings_give_a_slope_and_no_narrower_interval_than_it():
    trend = theil_sen([0, 4], [2, 4])
    assert (trend.slope, trend.lowest, trend.highest) == (0.5, 0.5, 0.5)


@given(POINTS)
def test_the_slope_lies_in_its_interval(points):
    trend = theil_sen(*two_times(points))
    assert trend.lowest <= trend.slope <= trend.highest


@given(POINTS)
def test_more_confidence_is_a_wider_interval(points):
    xs, ys = two_times(points)
    sure, less = theil_sen(xs, ys, confidence=0.99), theil_sen(xs, ys, confidence=0.8)
    assert sure.lowest <= less.lowest
    assert less.highest <= sure.highest


@given(POINTS, st.integers(-5, 5), st.integers(1, 5), st.integers(-9, 9))
def test_slope_and_line_follow_unit_tilt_and_zero(points, tilt, unit, zero):
    xs, ys = two_times(points)
    here, there = theil_sen(xs, ys), theil_sen(xs, [unit * y + tilt * x + zero for x, y in points])
    assert there.slope == pytest.approx(unit * here.slope + tilt)
    assert there.intercept == pytest.approx(unit * here.intercept + zero, abs=1e-6)


@given(POINTS)
def test_time_told_backwards_turns_the_slope(points):
    xs, ys = two_times(points)
    assert theil_sen([-x for x in xs], ys).slope == -theil_sen(xs, ys).slope


@given(POINTS, st.randoms())
def test_the_order_of_ratings_does_not_matter(points, random):
    two_times(points)
    shuffled = random.sample(points, len(points))
    assert theil_sen(*zip(*shuffled, strict=True)) == theil_sen(*zip(*points, strict=True))


def test_what_has_no_trend_is_named():
    with pytest.raises(SeriesError, match="All values are from one time"):
        theil_sen([1, 1], [2, 3])
    with pytest.raises(SeriesError, match="The series has 1 values; it needs at least 2"):
        theil_sen([1, 2], [1])
    with pytest.raises(SeriesError, match="There are 2 times and 3 values"):
        theil_sen([1, 2], [1, 2, 3])
    with pytest.raises(SeriesError, match="Value 1 of The list of times is nan"):
        theil_sen([nan, 2], [1, 2])
    with pytest.raises(SeriesError, match="The confidence is 95"):
        theil_sen([1, 2], [1, 2], confidence=95)
