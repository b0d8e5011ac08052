from __future__ import annotations

from itertools import permutations
from math import inf, nan
from statistics import pvariance

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.stats import kendalltau

from goalward.progress import SeriesError, kendall_tau_b
from goalward.progress.kendall import kendall_s, tie_sizes, variance_of_s

PAIRS = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=2, max_size=12)


def both_vary(pairs):
    xs, ys = zip(*pairs, strict=True)
    assume(len(set(xs)) > 1 < len(set(ys)))
    return xs, ys


def test_the_example_with_ties_of_kendall_1970_comes_out():
    xs = [1, 2.5, 2.5, 4.5, 4.5, 6.5, 6.5, 8, 9.5, 9.5]
    ys = [1, 2, 4.5, 4.5, 4.5, 4.5, 8, 8, 8, 10]
    found = kendall_tau_b(xs, ys)
    assert found.s == 33
    assert round(found.tau_b, 3) == 0.859


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=3, max_size=20))
def test_it_agrees_with_scipy_however_many_values_are_tied(pairs):
    xs, ys = both_vary(pairs)
    found, other = kendall_tau_b(xs, ys), kendalltau(xs, ys, method="asymptotic")
    assert (found.tau_b, found.p) == pytest.approx((other.statistic, other.pvalue))


@pytest.mark.parametrize(
    ("xs", "ys"),
    [([1, 2], [1, 2]), ([1, 2, 3], [1, 2, 2]), ([1, 1, 2, 3], [4, 5, 5, 6]), ([1, 1, 1, 2, 2], [1, 2, 2, 2, 3])],
)
def test_the_variance_is_that_of_s_over_all_orders(xs, ys):
    counted = pvariance([kendall_s(xs, order) for order in permutations(ys)])
    assert variance_of_s(len(xs), tie_sizes(xs), tie_sizes(ys)) == pytest.approx(counted)


@given(PAIRS)
def test_it_is_the_same_from_either_side(pairs):
    xs, ys = both_vary(pairs)
    assert kendall_tau_b(xs, ys) == kendall_tau_b(ys, xs)


@given(PAIRS)
def test_it_turns_with_the_sign_and_stays_from_minus_1_to_1(pairs):
    xs, ys = both_vary(pairs)
    there, back = kendall_tau_b(xs, ys), kendall_tau_b(xs, [-y for y in ys])
    assert (there.s, there.tau_b, there.z, there.p) == (-back.s, -back.tau_b, -back.z, back.p)
    assert -1 - 1e-12 <= there.tau_b <= 1 + 1e-12


@given(PAIRS)
def test_only_the_order_counts(pairs):
    xs, ys = both_vary(pairs)
    assert kendall_tau_b([x**3 for x in xs], [2.0**y for y in ys]) == kendall_tau_b(xs, ys)


@given(PAIRS)
def test_a_series_goes_with_itself(pairs):
    xs, _ = both_vary(pairs)
    assert kendall_tau_b(xs, xs).tau_b == pytest.approx(1)


def test_series_that_have_no_order_to_compare_are_named():
    with pytest.raises(SeriesError, match="All values of a series are the same"):
        kendall_tau_b([1, 2, 3], [4, 4, 4])
    with pytest.raises(SeriesError, match="All values of a series are the same"):
        kendall_tau_b([4, 4, 4], [1, 2, 3])
    with pytest.raises(SeriesError, match="2 and 3 values"):
        kendall_tau_b([1, 2], [1, 2, 3])
    with pytest.raises(SeriesError, match="The first series has 1 values; it needs at least 2"):
        kendall_tau_b([1], [1])


@pytest.mark.parametrize("value", [nan, inf, "3", None])
def test_a_value_that_is_no_number_is_named(value):
    with pytest.raises(SeriesError, match="Value 2 of The second series is"):
        kendall_tau_b([1, 2], [1, value])
