from __future__ import annotations

from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalward.progress import Better, SeriesError, TauPairs, TauU, nonoverlap_of_all_pairs, tau_u
from goalward.progress.kendall import kendall_s

HIGHER = Better.HIGHER
PHASE = st.lists(st.integers(0, 8), min_size=2, max_size=8)
LESS_TREND = TauU.A_VS_B_MINUS_TREND_A

# Parker, Vannest, Davis & Sauber 2011, doi:10.1016/j.beth.2010.08.006, figure 2, as reproduced row by row in the
# documentation of the R package scan (method "parker").
A, B = [2, 3, 5, 3], [4, 5, 5, 7, 6]
PUBLISHED = {
    TauU.A_VS_B: (16, 20, 0.80, 66.67),
    TauU.TREND_A: (3, 6, 0.50, 8.67),
    TauU.TREND_B: (7, 10, 0.70, 16.67),
    TauU.A_VS_B_MINUS_TREND_A: (13, 20, 0.65, 71.86),
    TauU.A_VS_B_PLUS_TREND_B: (23, 30, 0.77, 79.37),
    TauU.A_VS_B_PLUS_TREND_B_MINUS_TREND_A: (20, 36, 0.56, 87.33),
}


@pytest.mark.parametrize("member", TauU)
def test_the_published_table_comes_out_row_by_row(member):
    row = tau_u(A, B, better=HIGHER)[member]
    assert (row.s, row.pairs, round(row.tau, 2), round(row.var_s, 2)) == PUBLISHED[member]


# The same four examples by both conventions: Pustejovsky 2016, "What is Tau-U?".
@pytest.mark.parametrize(
    ("a", "b", "all_compared", "a_times_b"),
    [
        (A, B, 0.5, 0.65),
        ([20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29], 0.5438596, 0.7380952),
        ([3, 3, 4, 5], [4, 5, 6, 7, 7], 0.4230769, 0.55),
        ([22, 21, 23, 23, 23, 22], [24, 22, 23, 23, 24, 26, 25], 0.4385965, 0.5952381),
    ],
)
def test_less_trend_a_is_divided_in_one_of_two_named_ways(a, b, all_compared, a_times_b):
    own = tau_u(a, b, better=HIGHER, divided_by=TauPairs.ALL_COMPARED)[LESS_TREND]
    assert own.tau == pytest.approx(all_compared, abs=5e-8)
    assert tau_u(a, b, better=HIGHER)[LESS_TREND].tau == pytest.approx(a_times_b, abs=5e-8)


def test_a_straight_line_through_both_phases_is_partly_taken_out():
    rows = tau_u([1, 2, 3, 4, 5], [6, 7, 8, 9, 10], better=HIGHER)  # Tarlow 2017
    assert (rows[TauU.A_VS_B].tau, rows[LESS_TREND].tau) == (1, 0.6)


def test_divided_by_a_times_b_it_can_go_beyond_1():
    assert tau_u([5, 4, 3], [6, 7], better=HIGHER)[LESS_TREND].tau == 1.5


@given(PHASE, PHASE)
def test_a_versus_b_is_tau_from_nap(a, b):
    row = tau_u(a, b, better=HIGHER)[TauU.A_VS_B]
    assert row.tau == pytest.approx(nonoverlap_of_all_pairs(a, b, better=HIGHER).tau)


@given(PHASE, PHASE)
def test_the_combined_rows_are_sums_of_the_simple_ones(a, b):
    rows = tau_u(a, b, better=HIGHER, divided_by=TauPairs.ALL_COMPARED)
    ab, trend_a, trend_b = (rows[each] for each in (TauU.A_VS_B, TauU.TREND_A, TauU.TREND_B))
    less, plus, full = (rows[each] for each in list(TauU)[3:])
    assert (less.s, less.pairs) == (ab.s - trend_a.s, ab.pairs + trend_a.pairs)
    assert (plus.s, plus.pairs) == (ab.s + trend_b.s, ab.pairs + trend_b.pairs)
    assert (full.s, full.pairs) == (ab.s + trend_b.s - trend_a.s, ab.pairs + trend_a.pairs + trend_b.pairs)


@given(PHASE, PHASE)
def test_the_simple_rows_have_the_variances_of_the_textbook(a, b):
    m, n, rows = len(a), len(b), tau_u(a, b, better=HIGHER)
    assert rows[TauU.A_VS_B].var_s == pytest.approx(m * n * (m + n + 1) / 3)
    assert rows[TauU.TREND_A].var_s == pytest.approx(m * (m - 1) * (2 * m + 5) / 18)
    assert rows[TauU.TREND_B].s == kendall_s(b, range(n))


@given(PHASE, PHASE, st.sampled_from(TauU))
def test_turning_the_sign_and_the_direction_changes_nothing(a, b, member):
    turned = tau_u([-value for value in a], [-value for value in b], better=Better.LOWER)
    assert turned[member] == tau_u(a, b, better=HIGHER)[member]


@given(PHASE, PHASE, st.sampled_from(TauU))
def test_only_the_order_of_values_counts(a, b, member):
    grown = tau_u([value**3 + 1 for value in a], [value**3 + 1 for value in b], better=HIGHER)
    assert grown[member] == tau_u(a, b, better=HIGHER)[member]


@given(PHASE, PHASE, st.sampled_from(TauU))
def test_told_in_the_other_direction_every_row_turns_its_sign(a, b, member):
    there, back = tau_u(a, b, better=HIGHER)[member], tau_u(a, b, better=Better.LOWER)[member]
    assert (there.s, there.pairs, there.var_s) == (-back.s, back.pairs, back.var_s)


def test_a_phase_without_a_trend_to_see_is_named():
    with pytest.raises(SeriesError, match="Phase A has 1 values; it needs at least 2"):
        tau_u([1], [1, 2], better=HIGHER)
    with pytest.raises(SeriesError, match="Value 2 of Phase B is nan"):
        tau_u([1, 2], [1, nan], better=HIGHER)
