"""Ana marks the day she began to walk: her ratings before it, and from it on."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalward.messages import catalogue, in_english
from goalward.progress import (
    Better,
    StandardErrorMethod,
    TauU,
    baseline_corrected_tau,
    compare_phases,
    nonoverlap_of_all_pairs,
    percent_all_nonoverlapping,
    percent_exceeding_median,
    percent_nonoverlapping,
    robust_improvement_rate_difference,
    tau_u,
)

DAY = date(2026, 11, 2)
BEFORE, AFTER = (2, 3, 5, 3, 4), (4, 5, 5, 7, 6, 8)
RATINGS = st.integers(0, 10)
SIMPLE = [f"progress.statistic_{name}" for name in ("nap", "tau", "pand", "robust_ird", "pem", "pnd")]


def points(before, after):
    earlier = [(DAY - timedelta(weeks=len(before) - week), value) for week, value in enumerate(before)]
    return earlier + [(DAY + timedelta(weeks=week), value) for week, value in enumerate(after)]


def compared(before=BEFORE, after=AFTER, better=Better.HIGHER):
    return compare_phases(points(before, after), from_day=DAY, better=better)


def values(found):
    return {row.name.id.removeprefix("progress.statistic_"): row.value for row in found.rows}


def said(found):
    return [in_english(each) for each in found.sentences]


def test_the_day_itself_belongs_to_what_comes_after():
    found = compared()
    assert (found.before, found.after) == (BEFORE, AFTER)
    assert {(row.before, row.after) for row in found.rows} == {(5, 6)}


def test_ana_reads_how_many_pairs_are_higher_after():
    assert said(compared()) == [
        "Of every 100 pairs of one rating from before and one from after, 87 are higher after.",
        "In 10 of every 100 pairs both are the same.",
        "This does not say what made the change.",
    ]


def test_where_lower_is_better_the_pairs_that_are_lower_are_counted():
    assert said(compared((17, 15, 16), (9, 16), Better.LOWER))[0].endswith("and one from after, 67 are lower after.")


@pytest.mark.parametrize("better", Better)
def test_the_side_that_more_pairs_are_on_is_told_whichever_way_is_better(better):
    assert said(compared((2, 3, 5), (6, 4), better))[0].endswith("83 are higher after.")
    assert said(compared((6, 7, 5), (6, 4), better))[0].endswith("67 are lower after.")


def test_without_equal_pairs_none_are_mentioned():
    assert len(said(compared((1, 2, 3), (7, 8)))) == 2


def test_each_number_is_that_of_the_function_of_its_name():
    found, pairs = values(compared()), nonoverlap_of_all_pairs(BEFORE, AFTER, better=Better.HIGHER)
    table = tau_u(BEFORE, AFTER, better=Better.HIGHER)
    assert found == {
        "nap": pairs.nap,
        "tau": pairs.tau,
        **{f"tau_u_{member.name.lower()}": table[member].tau for member in TauU},
        "tau_bc": baseline_corrected_tau(BEFORE, AFTER, better=Better.HIGHER).tau,
        "pand": percent_all_nonoverlapping(BEFORE, AFTER, better=Better.HIGHER),
        "robust_ird": robust_improvement_rate_difference(BEFORE, AFTER, better=Better.HIGHER),
        "pem": percent_exceeding_median(BEFORE, AFTER, better=Better.HIGHER),
        "pnd": percent_nonoverlapping(BEFORE, AFTER, better=Better.HIGHER),
    }
    assert compared().tau_u == table
    assert compared().pairs == pairs


def test_each_standard_error_is_named_by_its_method():
    nap, tau = compared().rows[:2]
    pairs = nonoverlap_of_all_pairs(BEFORE, AFTER, better=Better.HIGHER)
    methods = (StandardErrorMethod.HANLEY_MCNEIL, StandardErrorMethod.NULL)
    assert [in_english(error.method) for error in nap.errors] == [str(method) for method in methods]
    assert [error.value for error in nap.errors] == [pairs.standard_error(method) for method in methods]
    assert [error.value for error in tau.errors] == [2 * error.value for error in nap.errors]


def test_tau_of_the_table_and_of_the_pairs_have_the_same_error_if_nothing_had_changed():
    rows = {row.name.id: row for row in compared().rows}
    assert rows["progress.statistic_tau_u_a_vs_b"].errors[0].value == pytest.approx(
        rows["progress.statistic_tau"].errors[1].value
    )


def test_tau_bc_says_whose_error_it_has():
    [row] = [row for row in compared().rows if row.name.id.endswith("tau_bc")]
    assert [in_english(error.method) for error in row.errors] == ["Tarlow 2017, an approximation"]


def test_ratings_may_come_in_any_order():
    assert compare_phases(points(BEFORE, AFTER)[::-1], from_day=DAY, better=Better.HIGHER) == compared()


@pytest.mark.parametrize("before", [(), (2,), (2, 3)])
def test_too_few_ratings_from_before_are_said_and_nothing_is_shown(before):
    found = compared(before)
    assert all(row.value is None for row in found.rows)
    assert (found.pairs, found.tau_u) == (None, None)
    assert said(found) == [f"This needs at least 3 ratings from before. So far it has {len(before)}."]


def test_with_three_ratings_from_before_the_trends_wait_for_five():
    found = compared(BEFORE[:3])
    assert [row.name.id for row in found.rows if row.value is not None] == SIMPLE
    refused = [row.refusal.params for row in found.rows if row.refusal]
    assert refused == [{"needed": 5, "given": 3}] * 2
    assert found.tau_u is None


def test_without_a_rating_after_the_day_that_is_said():
    found = compared(after=())
    assert all(row.value is None for row in found.rows)
    assert said(found) == ["This needs at least 1 from that day on. So far it has 0."]


def test_one_rating_after_the_day_has_no_trend():
    found = compared(after=(6,))
    [waiting] = [row for row in found.rows if row.refusal]
    assert in_english(waiting.refusal) == "This needs at least 2 from that day on. So far it has 1."
    assert waiting.name.id == "progress.statistic_tau_u"


def test_nothing_but_the_same_rating_is_no_difference():
    found = compared((4,) * 5, (4,) * 5)
    assert values(found)["nap"] == 0.5
    assert values(found)["tau_bc"] == 0
    assert said(found)[:2] == [
        "Of every 100 pairs of one rating from before and one from after, 0 are higher after.",
        "In 100 of every 100 pairs both are the same.",
    ]


def test_what_is_no_number_is_refused_in_words():
    found = compared((2, float("nan"), 5, 3, 4))
    assert {row.refusal.id for row in found.rows} == {"progress.not_worked_out"}
    assert said(found) == ["This cannot be worked out from these numbers."]


@given(st.lists(RATINGS, max_size=7), st.lists(RATINGS, max_size=7), st.sampled_from(Better))
def test_every_series_has_its_table_and_its_sentence(before, after, better):
    found = compared(before, after, better)
    assert said(found)
    assert all((row.value is None) == (row.refusal is not None) for row in found.rows)
    names = {row.name.id for row in found.rows} | {error.method.id for row in found.rows for error in row.errors}
    assert names <= set(catalogue())


@given(st.lists(RATINGS, min_size=5, max_size=7), st.lists(RATINGS, min_size=2, max_size=7))
def test_a_scale_turned_round_gives_the_same_numbers(before, after):
    turned = compared([10 - value for value in before], [10 - value for value in after], Better.LOWER)
    assert values(turned) == pytest.approx(values(compared(before, after)))
