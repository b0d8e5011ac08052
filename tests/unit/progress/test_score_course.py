"""Ana's scores over time: what is said of them, and what chance can do."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalward.measures import NOT_APPLICABLE, Shelf, known, measure, score
from goalward.messages import catalogue, in_english
from goalward.progress import (
    Better,
    ScoreOn,
    chance_band,
    evidence_lines,
    measure_direction,
    reliable_change_rule,
    say_result,
    say_scores,
    score_scale,
)
from tests.unit.measures.files import read

MAY = date(2026, 5, 3)
EVERY = [measure(each, confirmed=[each]) for each, shelf in known().items() if shelf is not Shelf.NON_COMMERCIAL]
SCALES = [pytest.param(found, scale.id, id=f"{found.id}-{scale.id}") for found in EVERY for scale in found.scales]
LOW = "A low number is no all-clear. What is hard for you still counts."
HIGH = LOW.replace("low", "high")
SAFETY = (
    "You gave the question about safety its lowest answer."
    " If that changes, or was hard to say, help is there at any time."
)
LIMITS = "A score is not a diagnosis, and it does not say why something changed."


def monthly(*values: float | None) -> list[ScoreOn]:
    return [ScoreOn(MAY + timedelta(days=30 * month), value) for month, value in enumerate(values)]


def said(measure_id: str, *values: float | None, scale: str = "total") -> list[str]:
    messages = say_scores(measure(measure_id), monthly(*values), scale, format_date=lambda on: f"{on:%-d %B}")
    return [in_english(each) for each in messages]


def after(measure_id: str, answer: float = 1, scale: str = "total", **answers: float | str | None) -> list[str]:
    found = measure(measure_id)
    given = {item.id: answer for item in found.items} | answers
    return [in_english(each) for each in say_result(found, score(found, given), scale)]


def test_ana_reads_where_she_is_and_how_far_that_is_from_may():
    assert said("phq9", 17, 12, 11) == [
        "Your PHQ-9 is 11. It goes from 0 to 27.",
        "A score from 10 to 14 is called “moderate”.",
        "That is 6 points lower than on 3 May.",
        "A change that size is more than chance usually makes.",
        LIMITS,
    ]


def test_a_smaller_change_can_be_chance():
    assert said("phq9", 11, 12)[2:4] == [
        "That is 1 point higher than on 3 May.",
        "A change that size can be chance alone.",
    ]
    assert said("phq9", 11, 16)[2].startswith("That is 5 points higher")
    assert said("phq9", 12, 11)[2].startswith("That is 1 point lower")


def test_a_change_either_way_is_held_to_the_same_rule():
    assert said("phq9", 4, 10)[3] == said("phq9", 10, 4)[3] == "A change that size is more than chance usually makes."


def test_the_same_score_again_is_no_change_to_judge():
    assert said("phq9", 11, 15, 11)[2:] == ["That is the same as on 3 May.", LIMITS]


def test_the_first_score_stands_alone():
    assert said("phq9", 11)[2:] == ["This is the first score. The next ones will show how it moves.", LIMITS]


def test_without_a_score_there_is_nothing_to_compare():
    assert said("phq9") == said("phq9", None) == ["There is no score for PHQ-9 yet."]


def test_answers_without_a_score_are_said_and_never_read_as_zero():
    assert said("phq9", 17, 11, None)[:2] == [
        "Your answers of 2 July have no score.",
        "Your PHQ-9 is 11. It goes from 0 to 27.",
    ]
    assert said("phq9", None, 17, 11)[2] == "That is 6 points lower than on 2 June."


def test_the_order_of_the_list_does_not_matter():
    scores = monthly(17, None, 11)
    assert say_scores(measure("phq9"), scores) == say_scores(measure("phq9"), reversed(scores))


def test_a_library_user_reads_days_as_iso():
    messages = say_scores(measure("phq9"), monthly(17, 11))
    assert in_english(messages[2]) == "That is 6 points lower than on 2026-05-03."


def test_where_no_number_is_published_that_is_said():
    assert "We know of no published number that says how much of a change here is chance." in said("phq2", 6, 1)
    assert chance_band(measure("phq2"), monthly(6, 1)) is None


def test_a_threshold_that_nobody_checked_says_so():
    assert said("wsas", 30, 20)[1:] == [
        *said("wsas", 20)[1:3],
        "That is 10 points lower than on 3 May.",
        "A change that size is more than chance usually makes.",
        "The threshold for WSAS has not been checked against its source yet.",
        LIMITS,
    ]


def test_names_of_scores_that_nobody_checked_say_so():
    assert said("wsas", 20)[2] == "These names have not been checked against their source yet."


def without_work(month: int, value: float) -> ScoreOn:
    """A day on which the question about work did not apply."""
    return ScoreOn(MAY + timedelta(days=30 * month), value, lowest=0, highest=32)


def said_of_work(*scores: ScoreOn) -> list[str]:
    return [in_english(each) for each in say_scores(measure("wsas"), scores)]


def test_a_day_with_fewer_questions_that_count_says_its_own_range():
    assert said_of_work(without_work(0, 24))[:2] == [
        "Your WSAS is 24. It goes from 0 to 32.",
        "A score from 21 to 32 is called “moderately severe”.",
    ]
    assert said("wsas", 24)[:2] == [
        "Your WSAS is 24. It goes from 0 to 40.",
        "A score from 21 to 40 is called “moderately severe”.",
    ]


@pytest.mark.parametrize(
    "scores", [(without_work(0, 24), ScoreOn(date(2026, 7, 1), 16)), (ScoreOn(MAY, 24), without_work(1, 16))]
)
def test_days_of_different_ranges_are_not_compared(scores):
    assert said_of_work(*scores)[-2:] == [
        "One of these days had fewer questions that count, so they are not compared.",
        LIMITS,
    ]
    assert "points" not in " ".join(said_of_work(*scores))


def test_two_days_of_the_same_range_are_compared_whatever_lies_between():
    assert "That is 8 points lower than on 2026-05-03." in said_of_work(without_work(0, 24), without_work(1, 16))
    between = ScoreOn(MAY, 24), without_work(1, 16), ScoreOn(date(2026, 8, 1), 20)
    assert "That is 4 points lower than on 2026-05-03." in said_of_work(*between)
    named = ScoreOn(MAY, 24, lowest=0, highest=40), ScoreOn(date(2026, 8, 1), 20)
    assert "That is 4 points lower than on 2026-05-03." in said_of_work(*named)


def test_what_chance_can_do_is_published_for_all_questions_alone():
    wsas = measure("wsas")
    assert chance_band(wsas, [without_work(0, 24), ScoreOn(date(2026, 7, 1), 16)]) is None
    assert chance_band(wsas, [ScoreOn(MAY, 24), without_work(1, 16)]) == (16, 32)
    assert chance_band(wsas, [ScoreOn(MAY, 24, lowest=0, highest=40)]) == (16, 32)


def test_right_after_answering_the_last_name_of_scores_ends_where_the_scale_does():
    said = after("wsas", 8, wsas_1=NOT_APPLICABLE)
    assert said[:3] == [
        "Your WSAS is 32. It goes from 0 to 32.",
        "You answered all 4 questions that count.",
        "A score from 21 to 32 is called “moderately severe”.",
    ]


def test_a_part_of_a_measure_is_named_with_its_measure():
    assert said("pcl5", 4, scale="cluster_c")[0] == "Your PCL-5 (Avoidance) is 4. It goes from 0 to 8."


def test_a_filled_in_score_between_two_bands_is_in_the_lower_one():
    assert said("phq9", 14.5)[1] == "A score from 10 to below 15 is called “moderate”."
    assert said("phq9", 14.5)[0].startswith("Your PHQ-9 is 14.5.")
    assert said("phq9", 27)[1] == "A score from 20 to 27 is called “severe”."


def test_a_band_of_one_number_is_said_as_one():
    assert said("dast10", 0)[1] == "A score of 0 is called “none”."


def test_a_difference_of_filled_in_scores_is_not_a_hair_too_small():
    assert "A change that size is more than chance usually makes." in said("phq9", 72 / 7, 30 / 7)


@pytest.mark.parametrize(
    ("measure_id", "points", "verified"),
    [("phq9", 6, True), ("gad7", 4, True), ("pcl5", 15, True), ("core10", 6, True), ("wsas", 8, False)],
)
def test_what_says_how_much_chance_can_do(measure_id, points, verified):
    rule = reliable_change_rule(measure(measure_id))
    assert (rule.points, rule.evidence.verified) == (points, verified)


def test_a_verified_threshold_goes_before_one_that_stands_first():
    gad7 = measure("gad7")
    doubted = [
        replace(row, evidence=replace(row.evidence, verified=row.value != 4)) if row.kind == "reliable_change" else row
        for row in gad7.thresholds
    ]
    assert reliable_change_rule(replace(gad7, thresholds=tuple(doubted))).points == 6


def test_without_a_threshold_the_published_index_counts():
    phq9 = replace(measure("phq9"), thresholds=())
    rule = reliable_change_rule(phq9)
    assert (rule.points, rule.evidence.verified) == (5.2, False)
    assert chance_band(phq9, monthly(10)) == pytest.approx((4.8, 15.2))


@pytest.mark.parametrize(("found", "scale"), SCALES)
def test_no_number_is_ours(found, scale):
    rule = reliable_change_rule(found, scale)
    published = {row.value for row in found.thresholds if row.scale == scale and row.kind == "reliable_change"}
    error = found.scale(scale).error
    assert (rule and rule.points) in (published or {error and error.index})


def test_every_threshold_of_change_is_a_least_number_of_points():
    rows = [row for found in EVERY for row in found.thresholds if row.kind == "reliable_change"]
    assert {(row.comparison, row.unit) for row in rows} == {("at_least", "points")}


@given(st.lists(st.none() | st.integers(0, 27), min_size=1, max_size=6))
def test_what_lies_in_the_band_is_never_more_than_chance(values):
    phq9, scores = measure("phq9"), monthly(*values)
    band = chance_band(phq9, scores)
    given = [value for value in values if value is not None]
    if not given:
        assert band is None
        return
    lowest, highest = band
    assert 0 <= lowest <= given[0] <= highest <= 27
    is_reliable = "progress.change_reliable" in {each.id for each in say_scores(phq9, scores)}
    if lowest < given[-1] < highest:
        assert not is_reliable
    assert is_reliable == (abs(given[-1] - given[0]) >= 6)


@given(st.data(), st.sampled_from(SCALES))
def test_every_history_of_every_scale_has_its_sentences(data, case):
    found, scale = case.values
    values = data.draw(st.lists(st.none() | st.floats(*found.ends(scale)), max_size=4))
    text = " ".join(in_english(each) for each in say_scores(found, monthly(*values), scale))
    assert not re.search(r"better|worse|improv|because", text)
    assert "{" not in text


@pytest.mark.parametrize(
    ("measure_id", "ends", "better"),
    [
        ("phq9", (0, 27, "fewest difficulties", "most difficulties"), Better.LOWER),
        ("rses", (0, 30, "least goes well", "most goes well"), Better.HIGHER),
        ("k10", (10, 50, "fewest difficulties", "most difficulties"), Better.LOWER),
        ("mhi5", (0, 100, "least goes well", "most goes well"), Better.HIGHER),
    ],
)
def test_a_chart_of_scores_has_worded_ends(measure_id, ends, better):
    found = measure(measure_id, confirmed=[measure_id])
    scale = score_scale(found)
    assert (scale.lowest, scale.highest, scale.lowest_words, scale.highest_words) == ends
    assert measure_direction(found) is better


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


def test_each_number_says_where_it_comes_from():
    lines = evidence_lines(measure("phq9"))
    assert [(in_english(each.what), in_english(each.number)) for each in lines] == [
        ("Names of scores", "from 0 minimal, 5 mild, 10 moderate, 15 moderately severe, 20 severe"),
        ("Cut-off", "at least 10 points"),
        ("Caseness", "at least 10 points"),
        ("Reliable change", "at least 6 points"),
        ("Important difference", "at least 5 points"),
        ("Important difference", "at least 1.7 points"),
        ("Important difference", "at least 20 percent"),
        ("Response", "at least 50 percent"),
        ("Remission", "below 5 points"),
        ("Reliable change, index", "5.2 points"),
        ("Reliability, alpha", "0.86 to 0.89"),
        ("Reliability, asked twice", "0.84"),
    ]
    change = lines[3]
    assert (change.population, change.source) == ("adults in NHS Talking Therapies, England", "NHS Talking Therapies")
    assert change.method == "service rule; index 5.20 rounded up"
    assert (in_english(change.confidence), in_english(change.verified)) == ("high", "read in its source")


def test_what_a_source_does_not_say_is_left_open():
    alpha = evidence_lines(measure("phq9"))[-2]
    assert (alpha.method, alpha.source) == (None, None)
    assert in_english(alpha.verified) == "not yet read in its source"


def test_in_whom_a_number_was_found_is_never_left_out():
    assert [line.population for line in evidence_lines(measure("phq9"))[:3]] == [
        "not stated",
        "not stated",
        "adults in NHS Talking Therapies, England",
    ]
    assert evidence_lines(measure("phq9"), say=lambda message: message.id)[0].population == "progress.not_stated"


@pytest.mark.parametrize(("found", "scale"), SCALES)
def test_every_line_of_every_scale_has_its_words(found, scale):
    lines = evidence_lines(found, scale)
    said = [each for line in lines for each in (line.what, line.number, line.confidence, line.verified)]
    assert {each.id for each in said} <= set(catalogue())
    assert all(map(in_english, said))
    rows = [row for row in (*found.thresholds, *found.reliability) if row.scale == scale]
    assert len(lines) == len(rows) + bool(found.scale(scale).bands) + bool(found.scale(scale).error)
