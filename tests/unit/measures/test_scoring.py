"""Answers become scores: the same as a plain second scorer's, in the right band, and open about what is missing."""

from __future__ import annotations

import doctest
import math
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import goalward.measures
from goalward.measures import (
    NOT_APPLICABLE,
    Item,
    NoKeyError,
    NotANumberError,
    RiskAnswer,
    RiskState,
    ScaleScore,
    Score,
    WrongVersionError,
    score,
)
from goalward.messages import Message, in_english
from tests.unit.measures.files import IDS, SCORED, read
from tests.unit.measures.naive import KEYS, naive_pcl5, naive_score


def numbers(item: Item) -> st.SearchStrategy[float]:
    return st.sampled_from(item.values) if item.options else st.floats(item.low, item.high)


@cache
def answers_to(measure_id: str) -> st.SearchStrategy[dict[str, float | None]]:
    """Any answers, and up to four of them open."""
    said = st.fixed_dictionaries({item.id: numbers(item) for item in read(measure_id).items})
    gaps = st.sets(st.sampled_from([item.id for item in read(measure_id).items]), max_size=4)
    return st.builds(lambda answers, gap: answers | dict.fromkeys(gap), said, gaps)


def same(value: float, **others: float | None) -> dict[str, float | None]:
    return {item.id: value for item in read("phq9").items if item.id != "phq9_difficulty"} | others


def total(found: Score) -> ScaleScore:
    assert found.total
    return found.total


def test_the_second_scorer_knows_every_measure_that_has_a_score() -> None:
    assert set(KEYS) == set(SCORED)
    assert set(IDS) - set(SCORED) == {"reqol10"}


@pytest.mark.parametrize("measure_id", SCORED)
@settings(max_examples=60)
@given(data=st.data())
def test_scores_are_those_of_a_second_scorer(measure_id: str, data: st.DataObject) -> None:
    answers = data.draw(answers_to(measure_id))
    found = score(read(measure_id), answers)
    expected = {name: naive_score(key, answers) for name, key in KEYS[measure_id].items()}
    if measure_id == "pcl5":
        expected["total"] = naive_pcl5(answers)
    assert {each.scale for each in found.scales} == set(expected)
    for each in found.scales:
        assert each.value == pytest.approx(expected[each.scale])


@pytest.mark.parametrize("measure_id", SCORED)
@settings(max_examples=20)
@given(data=st.data())
def test_a_score_stays_in_its_range_and_says_how_much_it_rests_on(measure_id: str, data: st.DataObject) -> None:
    answers = data.draw(answers_to(measure_id))
    found = score(read(measure_id), answers)
    for each in found.scales:
        assert 0 <= each.answered <= each.items
        assert (each.value is None) == (each.raw is None) == (each.open_because is not None)
        if each.value is not None:
            assert each.lowest <= each.value <= each.highest
            assert (each.prorated is not None) == (each.answered < each.items)
        if each.chance and each.value is not None:
            assert each.lowest <= each.chance[0] <= each.value <= each.chance[1] <= each.highest


@pytest.mark.parametrize("measure_id", SCORED)
@settings(max_examples=10)
@given(data=st.data())
def test_the_order_of_the_answers_changes_nothing(measure_id: str, data: st.DataObject) -> None:
    pairs = list(data.draw(answers_to(measure_id)).items())
    assert score(read(measure_id), data.draw(st.permutations(pairs))) == score(read(measure_id), pairs)


@pytest.mark.parametrize("measure_id", SCORED)
def test_both_ends_of_every_scale_can_be_reached(measure_id: str) -> None:
    found = read(measure_id)
    for is_high in (False, True):
        said = {item.id: item.high if is_high != (item.id in found.reverse) else item.low for item in found.items}
        for each in score(found, said).scales:
            assert each.value == (each.highest if is_high else each.lowest)
            assert isinstance(each.value, int | float)


# Lowest and highest possible score, from the published descriptions.
RANGES = {
    "phq9": (0, 27), "phq2": (0, 6), "phq4": (0, 12), "gad7": (0, 21), "gad2": (0, 6), "pcl5": (0, 80),
    "auditc": (0, 12), "rses": (0, 30), "who5": (0, 100), "audit": (0, 40), "core10": (0, 40), "wsas": (0, 40),
    "isi": (0, 28), "dast10": (0, 10), "ucla3": (3, 9), "ocir": (0, 72), "minispin": (0, 12), "edeqs": (0, 36),
    "waisr": (12, 60), "ors": (0, 40), "srs": (0, 40), "ras": (24, 120), "k10": (10, 50), "k6": (0, 24),
    "mhi5": (0, 100),
}  # fmt: skip


def test_totals_have_their_published_range() -> None:
    lowest = {each: score(read(each), dict.fromkeys(read(each).scored)) for each in SCORED}
    found = {name: (each.total.lowest, each.total.highest) for name, each in lowest.items() if each.total}
    assert found == RANGES


def test_some_measures_have_no_total() -> None:
    assert score(read("dass21"), dict.fromkeys(read("dass21").scored, 0)).total is None
    assert score(read("swemwbs"), dict.fromkeys(read("swemwbs").scored, 3)).total is None


def test_an_open_item_is_filled_in_by_a_rule_that_is_named() -> None:
    found = total(score(read("phq9"), same(1, phq9_1=3, phq9_2=None)))
    assert (found.answered, found.items) == (8, 9)
    assert found.value == pytest.approx(10 * 9 / 8)
    assert found.prorated
    assert (found.prorated.rule, found.prorated.allowed, found.prorated.verified) == ("person_mean", 2, False)
    assert in_english(found.prorated.label) == "Open items count as the mean of your other answers."


def test_two_items_may_be_open_and_three_may_not() -> None:
    two = total(score(read("phq9"), same(2, phq9_1=None, phq9_2=None)))
    assert two.value == 18
    three = total(score(read("phq9"), same(2, phq9_1=None, phq9_2=None, phq9_3=None)))
    assert (three.value, three.raw, three.band, three.chance, three.prorated) == (None, None, None, None, None)
    assert three.open_because
    assert in_english(three.open_because) == "There is no score: 3 questions are open, and 2 may be."


def test_a_risk_item_is_never_filled_in() -> None:
    found = score(read("phq9"), same(1, phq9_9=None))
    assert total(found).value is None
    reason = total(found).open_because
    assert reason
    assert "never filled in" in in_english(reason)
    assert [(risk.item, risk.value, risk.state) for risk in found.risks] == [("phq9_9", None, RiskState.NOT_ANSWERED)]


@pytest.mark.parametrize(
    ("said", "state", "words"),
    [
        (None, RiskState.NOT_ANSWERED, "not answered"),
        (0, RiskState.BELOW, "below the mark, which does not mean no risk"),
        (1, RiskState.FLAGGED, "help is offered"),
        (3, RiskState.FLAGGED, "help is offered"),
    ],
)
def test_not_answered_differs_from_none_at_all(said: int | None, state: RiskState, words: str) -> None:
    for name, item in (("phq9", "phq9_9"), ("core10", "core10_6")):
        [risk] = score(read(name), dict.fromkeys(read(name).scored, 0) | {item: said}).risks
        assert (risk.state, risk.value, risk.soft) == (state, said, False)
        assert in_english(risk.label) == words


@pytest.mark.parametrize(("said", "words"), [(2, "below the mark, which does not mean no risk"), (3, "worth a look")])
def test_a_soft_flag_is_worth_a_look(said: int, words: str) -> None:
    risks = score(read("dass21"), dict.fromkeys(read("dass21").scored, said)).risks
    assert [risk.item for risk in risks] == ["dass21_21", "dass21_10", "dass21_17"]
    assert {in_english(risk.label) for risk in risks} == {words}
    assert all(risk.soft for risk in risks)


@pytest.mark.parametrize(
    ("soft", "state", "words"),
    [
        (True, RiskState.FLAGGED, "worth a look"),
        (False, RiskState.FLAGGED, "help is offered"),
        (True, RiskState.BELOW, "below the mark, which does not mean no risk"),
        (True, RiskState.NOT_ANSWERED, "not answered"),
    ],
)
def test_only_a_soft_flag_has_a_label_of_its_own(soft: bool, state: RiskState, words: str) -> None:
    assert in_english(RiskAnswer("dass21_10", None, state, soft).label) == words


def test_only_measures_with_a_risk_item_speak_of_risk() -> None:
    assert {each for each in IDS if read(each).risks} == {"phq9", "core10", "dass21"}


def test_the_difficulty_question_never_adds_up_and_may_be_left_out() -> None:
    assert total(score(read("phq9"), same(1, phq9_difficulty=3))).value == 9
    assert total(score(read("phq9"), same(1))).value == 9


def test_the_range_of_chance_is_1_96_standard_errors() -> None:
    """Index 5.20 = 1.96 x sqrt(2) x standard error, so 1.96 standard errors are 5.20 / sqrt(2)."""
    chance = total(score(read("phq9"), same(1, phq9_1=3))).chance
    assert chance == pytest.approx((11 - 5.2 / math.sqrt(2), 11 + 5.2 / math.sqrt(2)))
    answers = dict.fromkeys(read("gad7").scored, 1)
    assert total(score(read("gad7"), answers)).chance == pytest.approx(
        (7 - 3.53 / math.sqrt(2), 7 + 3.53 / math.sqrt(2))
    )


def test_the_range_of_chance_stays_within_the_possible() -> None:
    low, high = total(score(read("phq9"), same(0))).chance or (None, None)
    assert (low, high) == (0, pytest.approx(5.2 / math.sqrt(2)))
    low, high = total(score(read("phq9"), same(3))).chance or (None, None)
    assert (low, high) == (pytest.approx(27 - 5.2 / math.sqrt(2)), 27)


def test_there_is_no_range_where_the_error_is_not_known() -> None:
    assert total(score(read("pcl5"), dict.fromkeys(read("pcl5").scored, 1))).chance is None
    assert [each for each in SCORED if any(scale.error for scale in read(each).scales)] == ["gad7", "phq9"]


def test_a_cluster_lends_nothing_to_another() -> None:
    answers: dict[str, float | None] = dict.fromkeys(read("pcl5").scored, 1)
    found = score(read("pcl5"), answers | {"pcl5_1": None, "pcl5_2": 4, "pcl5_8": None})
    assert found.scale("cluster_b").value == pytest.approx(7 * 5 / 4)
    assert total(found).value == pytest.approx(7 * 5 / 4 + 2 + 7 + 6)
    prorated = total(found).prorated
    assert prorated
    assert prorated.rule == "person_mean"
    open_ = score(read("pcl5"), answers | {"pcl5_6": None})
    assert (total(open_).value, open_.scale("cluster_c").value, open_.scale("cluster_b").value) == (None, None, 5)


@pytest.mark.parametrize(
    ("measure_id", "left_open", "scale", "why"),
    [
        ("gad7", ["gad7_1", "gad7_2", "gad7_3"], "total", "3 questions are open, and 2 may be."),
        ("gad2", ["gad2_1"], "total", "1 question is open, and none may be."),
        ("gad2", ["gad2_1", "gad2_2"], "total", "2 questions are open, and none may be."),
        ("pcl5", ["pcl5_1", "pcl5_2"], "cluster_b", "2 questions are open, and 1 may be."),
        ("pcl5", ["pcl5_1", "pcl5_2"], "total", "a part of it has none."),
        ("pcl5", ["pcl5_6", "pcl5_1"], "total", "a part of it has none."),
    ],
)
def test_why_there_is_no_score_counts_what_the_rule_counts(
    measure_id: str, left_open: list[str], scale: str, why: str
) -> None:
    answers = dict.fromkeys(read(measure_id).scored, 1) | dict.fromkeys(left_open)
    reason = score(read(measure_id), answers).scale(scale).open_because
    assert reason
    assert in_english(reason) == f"There is no score: {why}"


def test_work_may_not_apply() -> None:
    answers: dict[str, float | str | None] = dict.fromkeys(read("wsas").scored, 8)
    found = score(read("wsas"), answers | {"wsas_1": NOT_APPLICABLE})
    assert (found.answered, found.items) == (4, 4)
    assert (total(found).value, total(found).highest, total(found).prorated) == (32, 32, None)
    assert total(score(read("wsas"), answers | {"wsas_1": None})).value is None


@pytest.mark.parametrize(
    ("work", "others", "value", "highest", "counted"),
    [(NOT_APPLICABLE, 3, 12, 32, (4, 4)), (0, 3, 12, 40, (5, 5)), (NOT_APPLICABLE, 0, 0, 32, (4, 4))],
)
def test_work_that_does_not_apply_is_neither_zero_nor_open(
    work: float | str, others: float, value: float, highest: float, counted: tuple[int, int]
) -> None:
    answers: dict[str, float | str | None] = dict.fromkeys(read("wsas").scored, others) | {"wsas_1": work}
    found = score(read("wsas"), answers)
    whole = total(found)
    assert (whole.value, whole.raw, whole.lowest, whole.highest) == (value, value, 0, highest)
    assert (found.answered, found.items) == (whole.answered, whole.items) == counted
    assert (whole.prorated, whole.open_because) == (None, None)


def test_an_open_question_beside_work_that_does_not_apply_is_the_one_that_is_open() -> None:
    answers: dict[str, float | str | None] = dict.fromkeys(read("wsas").scored, 3)
    found = score(read("wsas"), answers | {"wsas_1": NOT_APPLICABLE, "wsas_2": None})
    assert (found.answered, found.items) == (3, 4)
    assert total(found).open_because == Message("measures.one_open", {"open": 1, "allowed": 0})


def test_only_where_it_is_offered_does_a_question_not_apply() -> None:
    answers: dict[str, float | str | None] = dict.fromkeys(read("wsas").scored, 3)
    with pytest.raises(NotANumberError, match="wsas_2"):
        score(read("wsas"), answers | {"wsas_2": NOT_APPLICABLE})


def test_a_key_under_licence_is_not_guessed() -> None:
    with pytest.raises(NoKeyError, match="ReQoL-10"):
        score(read("reqol10"), {})


def test_answers_to_another_version_are_not_scored() -> None:
    assert score(read("phq9"), same(1), version="1.0.0") == score(read("phq9"), same(1))
    with pytest.raises(WrongVersionError, match=r"version 0\.9 of PHQ-9\. Here is version 1\.0\.0"):
        score(read("phq9"), same(1), version="0.9")


def test_the_example_in_the_package_is_true() -> None:
    found = doctest.testmod(goalward.measures)
    assert (found.attempted, found.failed) == (3, 0)


@pytest.mark.parametrize("measure_id", SCORED)
def test_the_ends_of_a_scale_are_what_the_lowest_and_the_highest_answers_make(measure_id: str) -> None:
    found = read(measure_id)
    for scale in found.scales:
        ends = []
        for forward, mirrored in (("low", "high"), ("high", "low")):
            made = {i.id: getattr(i, mirrored if i.id in found.reverse else forward) for i in found.items}
            ends.append(score(found, made).scale(scale.id).value)
        assert tuple(ends) == found.ends(scale.id)
