"""Ana's scores over time: what is said of them, and what chance can do."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalward.measures import Shelf, known, measure
from goalward.messages import in_english
from goalward.progress import (
    Better,
    ScoreOn,
    chance_band,
    measure_direction,
    reliable_change_rule,
    say_scores,
    score_scale,
)

MAY = date(2026, 5, 3)
EVERY = [measure(each, confirmed=[each]) for each, shelf in known().items() if shelf is not Shelf.NON_COMMERCIAL]
SCALES = [pytest.param(found, scale.id, id=f"{found.id}-{scale.id}") for found in EVERY for scale in found.scales]
LIMITS = "A score is not a diagnosis, and it does not say why something changed."


def monthly(*values: float | None) -> list[ScoreOn]:
    return [ScoreOn(MAY + timedelta(days=30 * month), value) for month, value in enumerate(values)]


def said(measure_id: str, *values: float | None, scale: str = "total") -> list[str]:
    messages = say_scores(measure(measure_id), monthly(*values), scale, format_date=lambda on: f"{on:%-d %B}")
    return [in_english(each) for each in messages]


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


def test_either_end_of_a_day_may_be_its_own():
    """As where each answer counts from 1, so that a question less lowers both ends."""
    k10 = measure("k10", confirmed=["k10"])
    days = {(9, 45): "9 to 45", (9, None): "9 to 50", (None, 45): "10 to 45", (None, None): "10 to 50"}
    for (lowest, highest), told in days.items():
        [value, *_] = say_scores(k10, [ScoreOn(MAY, 20, lowest, highest)])
        assert in_english(value) == f"Your K10 is 20. It goes from {told}."


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
