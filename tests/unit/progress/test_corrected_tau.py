from __future__ import annotations

from math import nan, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import kendalltau, theilslopes

from goalward.progress import Better, SeriesError, baseline_corrected_tau, kendall_tau_b, theil_sen

HIGHER = Better.HIGHER
PHASE = st.lists(st.integers(0, 20), min_size=2, max_size=8)

# The example in the documentation of the R package scan, which follows Tarlow's own calculator.
A, B = [33, 25, 17, 25, 14, 13, 15], [15, 16, 16, 5, 7, 9, 6, 5, 3, 3, 8, 11, 7]


def phase(a, b):
    return [0] * len(a) + [1] * len(b)


def test_the_documented_example_comes_out():
    found = baseline_corrected_tau(A, B, better=HIGHER)
    assert round(found.tau, 2) == 0.70
    assert found.is_corrected
    assert found.baseline_p < 0.05
    assert round(kendall_tau_b(A, range(7)).tau_b, 2) == -0.68
    assert round(kendall_tau_b(A + B, phase(A, B)).tau_b, 2) == -0.57


def test_what_follows_a_straight_baseline_straight_on_is_no_change():
    found = baseline_corrected_tau([1, 2, 3, 4, 5], [6, 7, 8, 9, 10], better=HIGHER)  # Tarlow 2017
    assert (found.tau, found.slope, found.intercept) == (0, 1, 0)


def test_tenths_that_go_up_evenly_leave_no_crumbs_behind():
    found = baseline_corrected_tau([0.1, 0.2, 0.3, 0.4], [0.5, 0.6, 0.7], better=HIGHER)
    assert found.tau == 0


def test_a_baseline_without_a_clear_trend_can_be_left_as_it_is():
    a, b = [3, 3, 4, 5, 5, 2], [5, 6, 3, 2, 4, 4]
    found = baseline_corrected_tau(a, b, better=HIGHER, only_if_p=0.05)
    assert not found.is_corrected
    assert found.tau == pytest.approx(kendall_tau_b(a + b, phase(a, b)).tau_b)
    assert baseline_corrected_tau(A, B, better=HIGHER, only_if_p=0.05) == baseline_corrected_tau(A, B, better=HIGHER)


def test_a_baseline_of_equal_values_has_no_trend_to_take_out():
    found = baseline_corrected_tau([4, 4, 4], [5, 6], better=HIGHER, only_if_p=0.05)
    assert (found.baseline_p, found.is_corrected) == (None, False)
    assert found.tau == kendall_tau_b([4, 4, 4, 5, 6], [0, 0, 0, 1, 1]).tau_b


def test_the_standard_error_is_tarlows_approximation():
    found = baseline_corrected_tau(A, B, better=HIGHER)
    assert found.standard_error == sqrt(2 * (1 - found.tau**2) / 20)


def test_the_baselines_line_is_told_in_the_units_of_the_values():
    found = baseline_corrected_tau(A, B, better=Better.LOWER)
    trend = theil_sen(range(1, 8), A)
    assert (found.slope, found.intercept) == (trend.slope, trend.intercept) == (-3, 31)


@given(PHASE, PHASE)
def test_it_agrees_with_detrending_by_hand_and_scipys_tau(a, b):
    found = baseline_corrected_tau(a, b, better=HIGHER)
    parts = 840 * found.slope  # a median slope is a whole number of 840ths: no baseline here is longer than 8
    left = [840 * value - round(parts) * time for time, value in enumerate(a + b, 1)]
    expected = kendalltau(left, phase(a, b)).statistic if len(set(left)) > 1 else 0
    assert found.tau == pytest.approx(expected)


@given(PHASE, PHASE)
def test_the_line_that_is_taken_out_is_scipys(a, b):
    found = baseline_corrected_tau(a, b, better=HIGHER)
    line = theilslopes(a, range(1, len(a) + 1), method="joint")
    assert (found.slope, found.intercept) == pytest.approx((line.slope, line.intercept))


@given(PHASE, PHASE)
def test_turning_the_sign_and_the_direction_changes_nothing(a, b):
    turned = baseline_corrected_tau([-value for value in a], [-value for value in b], better=Better.LOWER)
    assert turned.tau == baseline_corrected_tau(a, b, better=HIGHER).tau


@given(PHASE, PHASE, st.integers(-5, 5), st.integers(1, 5))
def test_a_line_added_to_all_values_is_taken_out_again(a, b, slope, unit):
    values = [unit * value + slope * time + 3 for time, value in enumerate(a + b)]
    tilted = baseline_corrected_tau(values[: len(a)], values[len(a) :], better=HIGHER)
    assert tilted.tau == pytest.approx(baseline_corrected_tau(a, b, better=HIGHER).tau)


def test_what_cannot_be_corrected_is_named():
    with pytest.raises(SeriesError, match="Phase A has 1 value; a trend needs at least 2"):
        baseline_corrected_tau([1], [1, 2], better=HIGHER)
    with pytest.raises(SeriesError, match="Phase B has 0 values"):
        baseline_corrected_tau([1, 2], [], better=HIGHER)
    with pytest.raises(SeriesError, match="Value 1 of Phase A is nan"):
        baseline_corrected_tau([nan, 2], [1], better=HIGHER)
    with pytest.raises(SeriesError, match="The p to correct at is 1"):
        baseline_corrected_tau([1, 2], [1], better=HIGHER, only_if_p=1)
