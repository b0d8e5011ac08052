"""What ana reads right after answering: the number, what it rests on, and what it cannot say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from goalward.measures import NOT_APPLICABLE, Shelf, known, measure, score
from goalward.messages import in_english
from goalward.progress import say_result
from tests.unit.measures.files import read

EVERY = [measure(each, confirmed=[each]) for each, shelf in known().items() if shelf is not Shelf.NON_COMMERCIAL]
LOW = "A low number is no all-clear. What is hard for you still counts."
HIGH = LOW.replace("low", "high")
SAFETY = (
    "You gave the question about safety its lowest answer."
    " If that changes, or was hard to say, help is there at any time."
)


def after(measure_id: str, answer: float = 1, scale: str = "total", **answers: float | str | None) -> list[str]:
    found = measure(measure_id)
    given = {item.id: answer for item in found.items} | answers
    return [in_english(each) for each in say_result(found, score(found, given), scale)]


def test_right_after_answering_ana_reads_what_the_number_rests_on():
    assert after("phq9", 1) == [
        "Your PHQ-9 is 9. It goes from 0 to 27.",
        "You answered all 9 questions that count.",
        "A score from 5 to 9 is called “mild”.",
        "Asked again the same day, it could read from 5.3 to 12.7 by chance.",
        "The number behind this range has not been checked against its source yet.",
        "A higher number means more difficulties.",
        "A score is not a diagnosis. It sums up some answers of one day, and says nothing of why.",
    ]


def test_two_questions_are_both():
    assert after("gad2", 1)[1] == "You answered both questions that count."
    assert after("gad2", 1, gad2_1=None)[1] == "You answered 1 of the 2 questions that count."
    assert after("auditc", 1)[1] == "You answered all 3 questions that count."


def test_a_range_whose_number_was_checked_needs_no_word():
    phq9 = measure("phq9")
    [total] = phq9.scales
    error = replace(total.error, evidence=replace(total.error.evidence, verified=True))
    checked = replace(phq9, scales=(replace(total, error=error),))
    ids = [each.id for each in say_result(checked, score(checked, {item.id: 1 for item in phq9.items}))]
    assert "progress.result_chance" in ids
    assert "progress.error_unverified" not in ids


def test_a_filled_in_score_says_by_which_rule():
    assert after("phq9", 1, phq9_1=None)[1:4] == [
        "You answered 8 of the 9 questions that count.",
        "Open items count as the mean of your other answers.",
        "This way to fill in open questions has not been checked against its source yet.",
    ]


@pytest.mark.parametrize(
    ("measure_id", "scale", "sentences"),
    [
        ("dass21", "stress", ["The sum of your answers counts twice here, as its makers count it."]),
        ("who5", "total", ["The sum of your answers counts 4 times here, as its makers count it."]),
        ("mhi5", "total", ["First 5 is taken off the sum of your answers. What is left counts 4 times."]),
        ("phq9", "total", []),
    ],
)
def test_a_sum_that_counts_several_times_says_so(measure_id, scale, sentences):
    found = read(measure_id)
    said = [in_english(each) for each in say_result(found, score(found, {i.id: i.high for i in found.items}), scale)]
    assert [each for each in said if "the sum of your answers" in each.lower()] == sentences


def test_a_rule_that_was_checked_needs_no_word():
    assert "This way to fill in" not in " ".join(after("core10", 1, core10_1=None))


def test_without_a_score_the_reason_is_said_and_no_number():
    assert after("phq9", 1, phq9_1=None, phq9_2=None, phq9_3=None) == [
        "There is no score: 3 questions are open, and 2 may be.",
        "You answered 6 of the 9 questions that count.",
    ]
    assert after("phq9", 1, phq9_9=None)[0].endswith("an open question about safety is never filled in.")


def test_a_whole_without_a_score_names_each_part_that_has_none():
    assert after("pcl5", 1, pcl5_1=None, pcl5_2=None, pcl5_6=None, pcl5_8=None) == [
        "There is no score: a part of it has none.",
        "In “Memories that come back”, 2 questions are open, and 1 may be.",
        "In “Avoidance”, 1 question is open, and none may be.",
        "You answered 16 of the 20 questions that count.",
    ]
    assert after("pcl5", 1, pcl5_6=None, pcl5_7=None)[1] == "In “Avoidance”, 2 questions are open, and none may be."
    assert after("pcl5", 1, scale="cluster_b", pcl5_1=None, pcl5_2=None) == [
        "There is no score: 2 questions are open, and 1 may be.",
        "You answered 3 of the 5 questions that count.",
    ]


def test_a_part_without_a_score_over_safety_says_so():
    pcl5 = measure("pcl5")
    asked = replace(pcl5, risks=(replace(measure("phq9").risks[0], item="pcl5_1"),))
    found = score(asked, {item.id: 1 for item in pcl5.items} | {"pcl5_1": None})
    said = [in_english(each) for each in say_result(asked, found)]
    assert said[1] == "In “Memories that come back”, a question about safety is open. It is never filled in."


def test_the_name_of_a_part_is_in_the_readers_language():
    pcl5 = measure("pcl5")
    found = score(pcl5, {item.id: 1 for item in pcl5.items} | {"pcl5_6": None})
    said = say_result(pcl5, found, say=lambda message: message.id.upper())
    assert said[1].params["part"] == "MEASURES.SCALE_CLUSTER_C"


@pytest.mark.parametrize(
    ("measure_id", "answer", "sentence"),
    [
        ("phq9", 0, LOW),
        ("gad7", 0, LOW),
        ("pcl5", 0, LOW),
        ("srs", 10, HIGH),
    ],
)
def test_the_end_of_a_scale_is_no_all_clear(measure_id, answer, sentence):
    assert after(measure_id, answer)[-1] == sentence


def test_the_whole_band_with_the_fewest_difficulties_is_no_all_clear():
    rses = measure("rses")
    most = {item.id: item.low if item.id in rses.reverse else item.high for item in rses.items}
    proud = most | {"rses_worth": 2}
    assert after("gad7", 0, gad7_1=3, gad7_2=1)[-1] == LOW
    assert "all-clear" not in " ".join(after("gad7", 0, gad7_1=3, gad7_2=2))
    assert [after("rses", **answers)[-1] for answers in (most, proud)] == [HIGH, HIGH]
    assert "all-clear" not in " ".join([*after("rses", 0), *after("rses", 1)])


def test_without_bands_only_the_end_is_no_all_clear():
    assert "all-clear" not in " ".join([*after("pcl5", 0, pcl5_1=1), *after("srs", 10, srs_1=9), *after("srs", 0)])


def test_a_high_score_is_never_called_a_low_number():
    assert after("phq9", 3, phq9_9=0)[0].startswith("Your PHQ-9 is 24.")
    assert "all-clear" not in " ".join(after("phq9", 3, phq9_9=0))


@pytest.mark.parametrize(("measure_id", "item"), [("phq9", "phq9_9"), ("core10", "core10_6")])
def test_the_lowest_answer_about_safety_is_met_with_a_word(measure_id, item):
    assert after(measure_id, 2, **{item: 0})[-1] == SAFETY
    assert SAFETY not in after(measure_id, 2, **{item: 1})


def test_a_low_score_with_the_lowest_answer_about_safety_hears_both():
    assert after("phq9", 0)[-2:] == [SAFETY, LOW]


def test_a_measure_without_a_question_about_safety_does_not_speak_of_it():
    assert not {SAFETY} & {*after("gad7", 0), *after("pcl5", 0), *after("rses", 0)}


def test_an_answer_that_is_only_worth_a_look_is_no_question_about_safety():
    dass21 = read("dass21")
    said = say_result(dass21, score(dass21, {item.id: 0 for item in dass21.items}), "depression")
    assert "progress.safety_lowest" not in {each.id for each in said}


def test_only_the_scale_that_holds_the_question_speaks_of_safety():
    dass21 = read("dass21")
    firm = replace(dass21, risks=tuple(replace(risk, soft=False) for risk in dass21.risks))
    found = score(firm, {item.id: 0 for item in firm.items})
    spoke = [s.id for s in firm.scales if "progress.safety_lowest" in {m.id for m in say_result(firm, found, s.id)}]
    assert spoke == ["depression"]


def test_an_answer_about_safety_below_its_mark_is_the_lowest_there_is():
    firm = [(found.item(risk.item).values[1], risk.at) for found in EVERY for risk in found.risks if not risk.soft]
    assert firm
    assert all(second == at for second, at in firm)


def test_a_part_of_a_result_is_said_by_its_name():
    assert after("phq4", 2, scale="anxiety")[0] == "Your PHQ-4 (Anxiety) is 4. It goes from 0 to 6."


def test_right_after_answering_the_last_name_of_scores_ends_where_the_scale_does():
    said = after("wsas", 8, wsas_1=NOT_APPLICABLE)
    assert said[:3] == [
        "Your WSAS is 32. It goes from 0 to 32.",
        "You answered all 4 questions that count.",
        "A score from 21 to 32 is called “moderately severe”.",
    ]
