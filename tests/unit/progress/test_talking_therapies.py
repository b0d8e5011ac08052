from __future__ import annotations

from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalward.messages import in_english
from goalward.progress import (
    Course,
    PairingError,
    Rate,
    course_outcome,
    outcome_measures,
    outcome_pair,
    outcome_rates,
    problems,
)

PAIRS = st.fixed_dictionaries({"phq9": st.integers(0, 27), "gad7": st.integers(0, 21)})


def scores(phq9, gad7, **others):
    return {"phq9": phq9, "gad7": gad7, **others}


def outcome(before, after, problem="depression"):
    return course_outcome(problem, scores(*before), scores(*after))


@pytest.mark.parametrize(
    ("problem", "second"),
    [
        ("depression", "gad7"),
        ("generalised_anxiety", "gad7"),
        ("mixed_anxiety_and_depression", "gad7"),
        ("unspecified", "gad7"),
        ("social_anxiety", "spin"),
        ("ptsd", "ies_r"),
        ("agoraphobia", "mi"),
        ("ocd", "oci"),
        ("panic", "pdss"),
        ("health_anxiety", "hai"),
    ],
)
def test_each_problem_has_its_second_measure(problem, second):
    answered = scores(12, 9) | {second: 20}
    assert outcome_pair(problem, answered, answered) == ("phq9", second)
    assert problem in problems()


def test_gad7_stands_in_where_the_own_measure_is_missing_at_one_end():
    assert outcome_pair("ocd", scores(12, 9, oci=60), scores(3, 3)) == ("phq9", "gad7")
    assert outcome_pair("ocd", scores(12, 9), scores(3, 3, oci=10)) == ("phq9", "gad7")


def test_a_service_can_name_the_second_measure_of_a_later_manual():
    answered = scores(12, 9, pcl5=40)
    assert outcome_pair("ptsd", answered, answered, second="pcl5") == ("phq9", "pcl5")


@pytest.mark.parametrize(
    ("before", "after", "recovered", "improved", "deteriorated"),
    [
        ((15, 12), (9, 7), True, True, False),
        ((10, 8), (9, 7), True, False, False),  # below both thresholds, by less than the measures' error
        ((15, 12), (9, 8), False, True, False),  # one of the two is still at its threshold
        ((15, 12), (15, 8), False, True, False),
        ((15, 4), (9, 8), False, False, False),  # one reliably down and one reliably up
        ((15, 12), (21, 12), False, False, True),
        ((9, 7), (3, 3), None, True, False),  # no case at the start: recovery is not counted
        ((9, 7), (15, 11), None, False, True),
        ((9, 8), (9, 7), True, False, False),  # a case by one measure alone
    ],
)
def test_ana_finishes_a_course_and_the_rules_say_what_became_of_it(before, after, recovered, improved, deteriorated):
    found = outcome(before, after)
    assert (found.recovered, found.reliably_improved, found.reliably_deteriorated) == (
        recovered,
        improved,
        deteriorated,
    )
    assert found.was_case is (recovered is not None)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [((15, 12), (9, 7), True), ((10, 8), (9, 7), False), ((15, 12), (9, 8), False), ((9, 7), (3, 3), None)],
)
def test_reliable_recovery_is_both_at_once(before, after, expected):
    assert outcome(before, after).reliably_recovered is expected


@given(PAIRS, PAIRS)
def test_told_backwards_improvement_is_deterioration(before, after):
    there = course_outcome("depression", before, after)
    back = course_outcome("depression", after, before)
    assert (there.reliably_improved, there.reliably_deteriorated) == (
        back.reliably_deteriorated,
        back.reliably_improved,
    )
    assert not (there.reliably_improved and there.reliably_deteriorated)


@given(PAIRS, PAIRS)
def test_the_rules_agree_with_the_sentences_they_come_from(before, after):
    found = course_outcome("depression", before, after)
    case = before["phq9"] >= 10 or before["gad7"] >= 8
    below = after["phq9"] < 10 and after["gad7"] < 8
    falls = (before["phq9"] - after["phq9"] >= 6, before["gad7"] - after["gad7"] >= 4)
    rises = (after["phq9"] - before["phq9"] >= 6, after["gad7"] - before["gad7"] >= 4)
    assert found.recovered is (below if case else None)
    assert found.reliably_improved is (any(falls) and not any(rises))


def test_a_mean_score_counts_from_just_above_its_threshold_and_tenths_do_not_slip():
    mobility = outcome_measures()["mi"]
    assert (mobility.is_case(2.3), mobility.is_case(2.31)) == (False, True)
    assert [mobility.step(2.73, 2.0), mobility.step(2.0, 2.73), mobility.step(2.72, 2.0)] == [1, -1, 0]


def test_thresholds_that_nobody_verified_are_labelled_in_what_comes_out():
    social = course_outcome("social_anxiety", scores(15, 12, spin=40), scores(8, 6, spin=15))
    assert [in_english(label) for label in social.labels] == [
        "The threshold for SPIN has not been checked against its source yet."
    ]
    assert outcome((15, 12), (9, 7)).labels == ()
    assert {name for name, measure in outcome_measures().items() if measure.verified} == {"phq9", "gad7"}


def test_every_measure_has_a_source():
    assert all(measure.source for measure in outcome_measures().values())


def test_each_rate_has_its_own_denominator():
    courses = [
        Course(6, outcome((15, 12), (5, 3))),  # recovered, reliably
        Course(4, outcome((10, 8), (9, 7))),  # recovered, not reliably
        Course(8, outcome((15, 12), (21, 12))),  # reliably worse
        Course(3, outcome((9, 7), (3, 3))),  # no case at the start, reliably better
        Course(1, outcome((15, 12), (5, 3))),  # one contact is no course
        Course(9, None),  # no scores from both ends
    ]
    rates = outcome_rates(courses)
    assert rates.recovery == Rate(2, 3)
    assert rates.reliable_recovery == Rate(1, 3)
    assert rates.reliable_improvement == Rate(2, 4)
    assert rates.reliable_deterioration == Rate(1, 4)
    assert rates.reliable_improvement.percent == 50
    assert rates.labels == ()


def test_a_label_is_said_once_for_many_courses():
    social = course_outcome("social_anxiety", scores(15, 12, spin=40), scores(8, 6, spin=15))
    assert len(outcome_rates([Course(6, social), Course(7, social)]).labels) == 1


def test_a_rate_of_nobody_has_no_percent():
    assert outcome_rates([]).recovery.percent is None


@pytest.mark.parametrize(
    ("problem", "before", "after", "second", "said"),
    [
        ("boredom", scores(9, 9), scores(9, 9), None, "The problem 'boredom' is not known; there are depression"),
        ("ptsd", scores(9, 9), scores(9, 9), "mood", "The measure 'mood' is not known; there are phq9"),
        ("depression", {"gad7": 9}, scores(9, 9), None, "PHQ-9 is needed before and after"),
        ("depression", scores(9, 9), {"phq9": 9}, None, "GAD-7 is needed before and after"),
        ("depression", scores(28, 9), scores(9, 9), None, "The PHQ-9 score is 28; it goes from 0 to 27"),
        ("depression", scores(9, 9), scores(9, -1), None, "The GAD-7 score is -1; it goes from 0 to 21"),
        ("depression", scores(nan, 9), scores(9, 9), None, "The PHQ-9 score is nan; it needs to be a finite number"),
        ("depression", scores(9, 9), scores(9, inf), None, "The GAD-7 score is inf"),
        ("ocd", scores(9, 9, oci=-3), scores(9, 9, oci=3), None, "The OCI .42 items. score is -3; it goes from 0"),
    ],
)
def test_what_the_pairing_does_not_know_is_named(problem, before, after, second, said):
    with pytest.raises(PairingError, match=said):
        course_outcome(problem, before, after, second=second)
