from __future__ import annotations

from itertools import chain, combinations
from math import inf, nan, sqrt
from statistics import median

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.stats import mannwhitneyu

from goalward.progress import (
    Better,
    SeriesError,
    StandardErrorMethod,
    hanley_mcneil_error,
    nonoverlap_of_all_pairs,
    percent_all_nonoverlapping,
    percent_exceeding_median,
    percent_nonoverlapping,
    robust_improvement_rate_difference,
)

HIGHER, LOWER = Better.HIGHER, Better.LOWER
INDICES = [
    percent_nonoverlapping,
    percent_exceeding_median,
    percent_all_nonoverlapping,
    robust_improvement_rate_difference,
    lambda a, b, *, better: nonoverlap_of_all_pairs(a, b, better=better).nap,
]
PHASE = st.lists(st.integers(0, 10), min_size=1, max_size=7)
SHORT = st.lists(st.integers(0, 6), min_size=1, max_size=5)

# Parker, Vannest & Davis 2011, doi:10.1177/0145445511399147, figure 1: the data that all indices are shown on.
A, B = [20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29]


def nap(a, b, better=HIGHER):
    return nonoverlap_of_all_pairs(a, b, better=better)


def test_the_published_example_of_all_indices_comes_out():
    assert nap(A, B).nap == 38.5 / 42
    assert nap(A, B).tau == pytest.approx(35 / 42)
    assert percent_nonoverlapping(A, B, better=HIGHER) == 5 / 7
    assert percent_exceeding_median(A, B, better=HIGHER) == 1
    assert percent_all_nonoverlapping(A, B, better=HIGHER) == 11 / 13
    assert robust_improvement_rate_difference(A, B, better=HIGHER) == pytest.approx(6 / 7 - 1 / 6)


def test_the_example_of_parker_and_vannest_2009_comes_out():
    a, b = [4, 3, 4, 3, 4, 7, 5, 2, 3, 2], [5, 9, 7, 9, 7, 5, 9, 11, 11, 10, 9]
    assert round(nap(a, b).nap, 2) == 0.96


def test_the_example_of_parker_vannest_and_davis_2011_with_a_trend_comes_out():
    assert nap([3, 3, 4, 5], [4, 5, 6, 7, 7]).tau == pytest.approx(16 / 20)


def test_the_first_phases_of_the_ird_example_of_2009_comes_out():
    a = [0, 0, 0, 0, 0, 0, 0]
    b = [0, 50, 30, 0, 0, 40, 50, 70, 40, 60, 60, 70, 70, 60, 60, 60]
    assert percent_all_nonoverlapping(a, b, better=HIGHER) == pytest.approx(0.8695652)


def test_fewer_bad_nights_are_better_when_lower_is_better():
    a, b = [12, 14, 9, 10], [10, 6, 4, 5, 3, 4]
    assert nap(a, b, LOWER).wins == 22
    assert nap(a, b, LOWER).ties == 1
    assert nap(a, b, LOWER).nap == 22.5 / 24
    assert percent_nonoverlapping(a, b, better=LOWER) == 5 / 6


@given(PHASE, PHASE)
def test_nap_agrees_with_the_mann_whitney_statistic_of_scipy(a, b):
    assume(len({*a, *b}) > 1)  # scipy has no word on values that are all the same
    assert nap(a, b).nap == pytest.approx(mannwhitneyu(b, a).statistic / (len(a) * len(b)))


# Second implementations, written from the definitions and not from the formulas.


def largest_share_without_overlap(a, b):
    points = [(value, 0) for value in a] + [(value, 1) for value in b]
    kept = chain.from_iterable(combinations(points, size) for size in range(len(points), 0, -1))
    return next(len(some) for some in kept if not overlaps(some)) / len(points)


def overlaps(points):
    return any(x >= y for x, phase in points if phase == 0 for y, other in points if other == 1)


@given(SHORT, SHORT)
def test_pand_agrees_with_trying_every_way_to_take_points_out(a, b):
    assert percent_all_nonoverlapping(a, b, better=HIGHER) == largest_share_without_overlap(a, b)


@given(PHASE, PHASE)
def test_robust_ird_follows_from_pand(a, b):
    m, n, pand = len(a), len(b), percent_all_nonoverlapping(a, b, better=HIGHER)
    expected = 1 - (m + n) ** 2 / (2 * m * n) * (1 - pand)  # Pustejovsky 2019, doi:10.1037/met0000179
    assert robust_improvement_rate_difference(a, b, better=HIGHER) == pytest.approx(expected)


@given(PHASE, PHASE)
def test_nap_agrees_with_asking_each_pair(a, b):
    won = [1 if y > x else 0.5 if y == x else 0 for x in a for y in b]
    assert nap(a, b).nap == sum(won) / len(won)


@given(PHASE, PHASE)
def test_the_standard_error_agrees_with_its_two_chances_counted_out(a, b):
    def won(x, y):
        return 1 if y > x else 0.5 if y == x else 0

    m, n, theta = len(a), len(b), nap(a, b).nap
    two_of_b = sum(won(x, y) * won(x, z) for x in a for y in b for z in b) / (m * n * n)
    two_of_a = sum(won(x, y) * won(w, y) for x in a for w in a for y in b) / (m * m * n)
    variance = (theta * (1 - theta) + (n - 1) * (two_of_b - theta**2) + (m - 1) * (two_of_a - theta**2)) / (m * n)
    error = nap(a, b).standard_error(StandardErrorMethod.HANLEY_MCNEIL)
    assert error == pytest.approx(sqrt(max(0, variance)), abs=1e-7)


@given(PHASE, PHASE)
def test_pem_agrees_with_the_median_of_the_standard_library(a, b):
    assert percent_exceeding_median(a, b, better=HIGHER) == sum(value > median(a) for value in b) / len(b)


# Symmetries.


@given(PHASE, PHASE, st.sampled_from(INDICES))
def test_turning_the_sign_and_the_direction_changes_nothing(a, b, index):
    turned = index([-value for value in a], [-value for value in b], better=LOWER)
    assert turned == index(a, b, better=HIGHER)


@given(PHASE, PHASE, st.sampled_from(INDICES), st.integers(1, 9), st.integers(-9, 9))
def test_unit_and_zero_of_the_scale_change_nothing(a, b, index, unit, zero):
    moved = index([value * unit + zero for value in a], [value * unit + zero for value in b], better=HIGHER)
    assert moved == index(a, b, better=HIGHER)


@given(PHASE, PHASE, st.sampled_from(INDICES), st.randoms())
def test_the_order_within_a_phase_changes_nothing(a, b, index, random):
    shuffled = index(random.sample(a, len(a)), random.sample(b, len(b)), better=HIGHER)
    assert shuffled == pytest.approx(index(a, b, better=HIGHER))


@given(PHASE, PHASE)
def test_exchanged_phases_mirror_nap(a, b):
    assert nap(b, a).nap == pytest.approx(1 - nap(a, b).nap)
    assert nap(b, a).tau == pytest.approx(-nap(a, b).tau)


@given(PHASE, PHASE)
def test_exchanged_phases_have_the_same_standard_errors(a, b):
    for method in (StandardErrorMethod.HANLEY_MCNEIL, StandardErrorMethod.NULL):
        assert nap(b, a).standard_error(method) == pytest.approx(nap(a, b).standard_error(method), abs=1e-7)


@pytest.mark.parametrize("index", INDICES)
def test_phases_that_do_not_touch_reach_1(index):
    assert index([1, 2, 3], [4, 5], better=HIGHER) == 1


# Standard errors.


def test_the_three_standard_errors_are_frozen():
    found = nap(A, B)
    assert found.standard_error(StandardErrorMethod.HANLEY_MCNEIL) == pytest.approx(0.0773918534)
    assert found.standard_error(StandardErrorMethod.HANLEY_MCNEIL_EXPONENTIAL) == pytest.approx(0.0837107237)
    assert found.standard_error(StandardErrorMethod.NULL) == sqrt(14 / (12 * 42))


def test_the_exponential_error_follows_the_printed_formula():
    # θ = .9, 20 normal, 10 abnormal: Q1 = .9/1.1, Q2 = 1.62/1.9, by hand
    by_hand = sqrt((0.09 + 9 * (0.9 / 1.1 - 0.81) + 19 * (1.62 / 1.9 - 0.81)) / 200)
    assert hanley_mcneil_error(0.9, 20, 10) == pytest.approx(by_hand)


def test_each_standard_error_says_how_it_was_worked_out():
    assert len({str(method) for method in StandardErrorMethod}) == 3


def test_a_value_at_the_median_counts_nothing_or_as_told():
    assert percent_exceeding_median([1, 2, 3], [2, 3], better=HIGHER) == 0.5
    assert percent_exceeding_median([1, 2, 3], [2, 3], better=HIGHER, tie_counts=0.5) == 0.75


# Errors.


@pytest.mark.parametrize("index", INDICES)
@pytest.mark.parametrize("value", [nan, inf, "7", None, True])
def test_a_value_that_is_no_number_is_named_with_its_place(index, value):
    with pytest.raises(SeriesError, match="Value 2 of Phase A is"):
        index([1, value], [2], better=HIGHER)
    with pytest.raises(SeriesError, match="Value 1 of Phase B is"):
        index([1], [value], better=HIGHER)


@pytest.mark.parametrize("index", INDICES)
def test_an_empty_phase_is_named(index):
    with pytest.raises(SeriesError, match="Phase A has 0 values; it needs at least 1"):
        index([], [1], better=HIGHER)
    with pytest.raises(SeriesError, match="Phase B has 0 values"):
        index([1], [], better=HIGHER)


@pytest.mark.parametrize(("area", "m", "n"), [(1.1, 3, 3), (-0.1, 3, 3), (nan, 3, 3), (0.5, 0, 3), (0.5, 3, 0)])
def test_an_area_that_is_none_is_named(area, m, n):
    with pytest.raises(SeriesError, match="An area of"):
        hanley_mcneil_error(area, m, n)


def test_a_share_for_ties_lies_from_0_to_1():
    with pytest.raises(SeriesError, match="A value at the median counts 2"):
        percent_exceeding_median([1], [2], better=HIGHER, tie_counts=2)
