from __future__ import annotations

from math import inf, nan

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from goalward.progress import (
    Z_90,
    Better,
    ChangeClass,
    ChangeCriterion,
    Crossing,
    Distribution,
    ErrorOfMeasurement,
    ReliabilityKind,
    ReliableChangeError,
    change_counts,
    classify_change,
    classify_changes,
    cut_off_a,
    cut_off_b,
    cut_off_c,
)

RETEST = ReliabilityKind.TEST_RETEST
CLINICAL, FUNCTIONAL = Distribution(40, 7.5), Distribution(60, 7.5)
SOURCE = ErrorOfMeasurement(7.5, 0.80, RETEST, "Jacobson & Truax 1991")
PHQ9 = ChangeCriterion(6, 10, Better.LOWER, "NHS Talking Therapies")
RATING = ChangeCriterion(3, 5, Better.HIGHER, "house rule")

SCORES = st.floats(-200, 200)
SPREADS = st.floats(0.1, 50)
RELIABILITIES = st.floats(0, 0.99)


# The worked example of the source, as read in github.com/andrewmcaleavey/ReliableTrendIndex, README.md and R/RTI.R: the
# client's scores 32.5 and 47.5, SD 7.5, r = .80, and from them 3.35, 4.74 and 3.16.


def test_the_worked_example_of_jacobson_and_truax_comes_out():
    assert round(SOURCE.standard_error, 2) == 3.35
    assert round(SOURCE.s_diff, 2) == 4.74
    assert round(SOURCE.index(32.5, 47.5), 2) == 3.16


def test_the_three_cut_offs_worked_by_hand_come_out():
    """40 + 15, 60 - 15, and half-way between means of equal spread."""
    assert cut_off_a(CLINICAL, better=Better.HIGHER) == 55
    assert cut_off_b(FUNCTIONAL, better=Better.HIGHER) == 45
    assert cut_off_c(CLINICAL, FUNCTIONAL) == 50


def test_the_cut_offs_in_the_documentation_of_clinicalsignificance_come_out():
    """The R package's page "Clinical Significance Cutoffs": lower is better, means 32 and 10, SD 7 in both."""
    assert cut_off_a(Distribution(32, 7), better=Better.LOWER) == 18
    assert cut_off_b(Distribution(10, 7), better=Better.LOWER) == 24


def test_the_cut_off_between_unlike_spreads_lies_nearer_to_the_narrow_sample():
    assert cut_off_c(Distribution(40, 5), Distribution(60, 15)) == 45  # one SD from either mean


def test_the_smallest_reliable_change_is_1_96_or_for_90_percent_1_645_standard_errors_of_the_difference():
    assert SOURCE.minimum_change() == pytest.approx(9.2971, abs=5e-5)
    assert SOURCE.minimum_change(Z_90) == pytest.approx(7.8029, abs=5e-5)


def test_what_a_second_score_could_be_by_chance_lies_around_the_first():
    assert SOURCE.band(40) == pytest.approx((30.7029, 49.2971), abs=5e-5)


def test_the_index_is_not_the_one_by_the_error_of_a_single_score():
    assert SOURCE.index(32.5, 47.5) != pytest.approx(15 / SOURCE.standard_error)


@given(SPREADS, RELIABILITIES, SCORES, SCORES)
def test_the_index_turns_with_the_scores(sd, reliability, before, after):
    error = ErrorOfMeasurement(sd, reliability, RETEST)
    assert error.index(before, after) == -error.index(after, before) == error.index(-after, -before)


@given(SPREADS, RELIABILITIES, SCORES, SCORES, st.floats(0.1, 10))
def test_the_index_does_not_know_the_unit(sd, reliability, before, after, unit):
    here, there = ErrorOfMeasurement(sd, reliability, RETEST), ErrorOfMeasurement(sd * unit, reliability, RETEST)
    assert there.index(before * unit, after * unit) == pytest.approx(here.index(before, after))


@given(SPREADS, RELIABILITIES, RELIABILITIES)
def test_a_more_reliable_measure_sees_smaller_changes(sd, one, other):
    assume(one < other)
    assert ErrorOfMeasurement(sd, other, RETEST).s_diff <= ErrorOfMeasurement(sd, one, RETEST).s_diff


@given(SCORES, SPREADS, SCORES, SPREADS)
def test_cut_offs_are_mirrored_where_lower_is_better(m1, sd1, m2, sd2):
    clinical, functional = Distribution(m1, sd1), Distribution(m2, sd2)
    turned, other = Distribution(-m1, sd1), Distribution(-m2, sd2)
    assert cut_off_a(turned, better=Better.LOWER) == -cut_off_a(clinical, better=Better.HIGHER)
    assert cut_off_b(other, better=Better.LOWER) == -cut_off_b(functional, better=Better.HIGHER)
    assert cut_off_c(turned, other) == pytest.approx(-cut_off_c(clinical, functional))


@given(SCORES, SPREADS, SCORES, SPREADS)
def test_the_third_cut_off_is_as_many_sd_from_both_means(m1, sd1, m2, sd2):
    cut_off = cut_off_c(Distribution(m1, sd1), Distribution(m2, sd2))
    assert abs(cut_off - m1) / sd1 == pytest.approx(abs(m2 - cut_off) / sd2, abs=1e-6)


@pytest.mark.parametrize(
    ("before", "after", "change_class", "crossing"),
    [
        (20, 9, ChangeClass.RECOVERED, Crossing.OUT_OF_CLINICAL),
        (16, 10, ChangeClass.IMPROVED, Crossing.NONE),
        (9, 3, ChangeClass.IMPROVED, Crossing.NONE),
        (15, 10, ChangeClass.UNCHANGED, Crossing.NONE),
        (11, 9, ChangeClass.UNCHANGED, Crossing.OUT_OF_CLINICAL),
        (9, 10, ChangeClass.UNCHANGED, Crossing.INTO_CLINICAL),
        (10, 16, ChangeClass.DETERIORATED, Crossing.NONE),
        (4, 10, ChangeClass.HARMED, Crossing.INTO_CLINICAL),
    ],
)
def test_ana_is_in_one_class_by_her_two_phq9_scores(before, after, change_class, crossing):
    change = classify_change(before, after, PHQ9)
    assert (change.change_class, change.crossing, change.difference) == (change_class, crossing, after - before)


def test_where_higher_is_better_the_same_rules_hold_the_other_way_round():
    assert classify_change(3, 8, RATING).change_class is ChangeClass.RECOVERED
    assert classify_change(8, 3, RATING).change_class is ChangeClass.HARMED
    assert classify_change(8, 5, RATING).change_class is ChangeClass.HARMED


def test_a_crossing_without_a_reliable_change_is_a_note_and_no_class():
    change = classify_change(11, 9, PHQ9)
    assert change.only_crossed
    assert not change.is_reliable
    assert not classify_change(20, 9, PHQ9).only_crossed
    assert not classify_change(20, 19, PHQ9).only_crossed


def test_a_score_at_the_cut_off_can_be_said_to_be_out_of_the_clinical_range():
    strict = ChangeCriterion(6, 10, Better.LOWER, "any", clinical_at_cut_off=False)
    assert not strict.is_clinical(10)
    assert strict.is_clinical(10.1)
    mirrored = ChangeCriterion(6, 10, Better.HIGHER, "any", clinical_at_cut_off=False)
    assert not mirrored.is_clinical(10)
    assert mirrored.is_clinical(9.9)


def test_a_criterion_says_which_reliability_it_rests_on():
    retest = ChangeCriterion.from_error(SOURCE, cut_off=50, better=Better.HIGHER)
    assert retest.reliability_used == "test-retest, r = 0.8 (Jacobson & Truax 1991)"
    alpha = ErrorOfMeasurement(5, 0.9, ReliabilityKind.INTERNAL_CONSISTENCY)
    used = ChangeCriterion.from_error(alpha, cut_off=9, better=Better.LOWER, z=Z_90).reliability_used
    assert used == "internal consistency (alpha), r = 0.9"
    assert PHQ9.reliability_used == "NHS Talking Therapies"


def test_the_client_of_the_source_is_better_and_not_yet_past_the_cut_off():
    criterion = ChangeCriterion.from_error(SOURCE, cut_off=50, better=Better.HIGHER)
    assert classify_change(32.5, 47.5, criterion).change_class is ChangeClass.IMPROVED
    assert classify_change(32.5, 52.5, criterion).change_class is ChangeClass.RECOVERED


@given(SCORES, SCORES, st.floats(0.1, 100), SCORES)
def test_classes_turn_with_the_sign_of_the_scores(before, after, minimum, cut_off):
    here = classify_change(before, after, ChangeCriterion(minimum, cut_off, Better.LOWER, "any"))
    there = classify_change(-before, -after, ChangeCriterion(minimum, -cut_off, Better.HIGHER, "any"))
    assert (here.change_class, here.crossing) == (there.change_class, there.crossing)


@given(SCORES, SCORES, st.floats(0.1, 100), SCORES)
def test_a_change_told_backwards_is_as_reliable(before, after, minimum, cut_off):
    criterion = ChangeCriterion(minimum, cut_off, Better.LOWER, "any")
    there, back = classify_change(before, after, criterion), classify_change(after, before, criterion)
    backwards = dict(zip(ChangeClass, reversed(ChangeClass), strict=True))
    assert backwards[there.change_class] is back.change_class


def test_many_pairs_are_counted_by_class():
    classes = classify_changes([(20, 9), (20, 9), (15, 14), (4, 10)], PHQ9)
    assert change_counts(classes) == {
        ChangeClass.RECOVERED: 2,
        ChangeClass.IMPROVED: 0,
        ChangeClass.UNCHANGED: 1,
        ChangeClass.DETERIORATED: 0,
        ChangeClass.HARMED: 1,
    }


@pytest.mark.parametrize("sd", [0, -1, nan, inf, "7", None, True])
def test_a_spread_that_is_none_is_named(sd):
    with pytest.raises(ReliableChangeError, match="The standard deviation is"):
        ErrorOfMeasurement(sd, 0.8, RETEST)
    with pytest.raises(ReliableChangeError, match="The standard deviation is"):
        Distribution(40, sd)


@pytest.mark.parametrize("reliability", [1, 1.2, -0.1, nan])
def test_a_reliability_that_is_none_is_named(reliability):
    with pytest.raises(ReliableChangeError, match="The reliability is"):
        ErrorOfMeasurement(7.5, reliability, RETEST)


@pytest.mark.parametrize("score", [nan, inf, "12", None])
def test_a_score_that_is_none_is_named(score):
    for before, after in ((score, 3), (3, score)):
        with pytest.raises(ReliableChangeError, match=r"The score is .*; it needs to be a finite number"):
            classify_change(before, after, PHQ9)
        with pytest.raises(ReliableChangeError, match="The score is"):
            SOURCE.index(before, after)
    with pytest.raises(ReliableChangeError, match="The score is"):
        SOURCE.band(score)


def test_a_criterion_that_is_none_is_named():
    with pytest.raises(ReliableChangeError, match="The minimum change is 0"):
        ChangeCriterion(0, 10, Better.LOWER, "any")
    with pytest.raises(ReliableChangeError, match="The cut-off is nan"):
        ChangeCriterion(6, nan, Better.LOWER, "any")
    with pytest.raises(ReliableChangeError, match="The mean is"):
        Distribution(nan, 7.5)
    with pytest.raises(ReliableChangeError, match="z is -1"):
        SOURCE.minimum_change(-1)
