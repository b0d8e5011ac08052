"""An answer that cannot be used is named, with what is allowed; nothing is scored by half."""

from __future__ import annotations

import math
from contextlib import suppress
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalward.measures import (
    NOT_APPLICABLE,
    AnswerError,
    AnswersShapeError,
    DuplicateItemError,
    MeasureError,
    MissingItemError,
    NotANumberError,
    OutOfRangeError,
    RiskState,
    UnknownItemError,
    answers_so_far,
    measure,
    risk_answers,
    score,
)
from goalward.measures.answers import checked
from tests.unit.measures.files import SCORED, read

GOOD = {"gad2_1": 1, "gad2_2": 2}


def given_to(measure_id: str, answers: Any) -> dict[str, Any]:
    return dict(checked(read(measure_id), answers))


@pytest.mark.parametrize(
    ("answers", "error", "sentence"),
    [
        ({**GOOD, "gad2_2": 4}, OutOfRangeError, "gad2_2 has 4. It takes 0, 1, 2 or 3."),
        ({**GOOD, "gad2_2": -1}, OutOfRangeError, "gad2_2 has -1. It takes 0, 1, 2 or 3."),
        ({**GOOD, "gad2_2": 1.5}, OutOfRangeError, "gad2_2 has 1.5. It takes 0, 1, 2 or 3."),
        ({**GOOD, "gad2_2": math.inf}, OutOfRangeError, "gad2_2 has inf. It takes 0, 1, 2 or 3."),
        (
            {**GOOD, "gad2_2": math.nan},
            NotANumberError,
            "gad2_2 has “nan”. Give a number: 0, 1, 2 or 3. None means “not answered”.",
        ),
        (
            {**GOOD, "gad2_2": "2"},
            NotANumberError,
            "gad2_2 has “2”. Give a number: 0, 1, 2 or 3. None means “not answered”.",
        ),
        (
            {**GOOD, "gad2_2": True},
            NotANumberError,
            "gad2_2 has “True”. Give a number: 0, 1, 2 or 3. None means “not answered”.",
        ),
        ({"gad2_1": 1}, MissingItemError, "gad2_2 is not named. Give 0, 1, 2 or 3, or none for “not answered”."),
        (
            [("gad2_1", 1), ("gad2_1", 1), ("gad2_2", 0)],
            DuplicateItemError,
            "gad2_1 has two answers. It takes one: 0, 1, 2 or 3.",
        ),
        ({**GOOD, "gad7_3": 1}, UnknownItemError, "GAD-2 has no item “gad7_3”. Its items run from gad2_1 to gad2_2."),
    ],
)
def test_the_error_names_the_item_and_what_is_allowed(answers: Any, error: type[AnswerError], sentence: str) -> None:
    with pytest.raises(error) as raised:
        score(read("gad2"), answers)
    assert str(raised.value) == sentence
    assert raised.value.item in sentence
    assert raised.value.reason.id.startswith("measures.")


@pytest.mark.parametrize("answers", [3, None, "gad2_1", ["gad2_1"], [("gad2_1", 1, 2)], [3], [("gad2_1",)]])
def test_answers_go_by_item(answers: Any) -> None:
    with pytest.raises(AnswersShapeError, match="Answers go by item"):
        score(read("gad2"), answers)


@pytest.mark.parametrize("value", [[], {}, b"1", Decimal(1), 1j, object()])
def test_what_is_no_number_is_refused(value: Any) -> None:
    with pytest.raises(NotANumberError):
        score(read("gad2"), {**GOOD, "gad2_1": value})


@pytest.mark.parametrize("item", [["gad2_1"], None, 1])
def test_an_item_id_is_a_text(item: Any) -> None:
    with pytest.raises(UnknownItemError):
        score(read("gad2"), [(item, 1)])


def test_an_error_repeats_a_long_answer_in_short_and_nothing_that_would_steer_a_terminal() -> None:
    with pytest.raises(NotANumberError) as raised:
        score(read("gad2"), {**GOOD, "gad2_1": "\x1b[2J" + "9" * 1000})
    assert len(str(raised.value)) < 120
    assert "\x1b" not in str(raised.value)


def test_a_whole_number_may_be_written_as_any_number() -> None:
    assert given_to("gad2", {"gad2_1": 2.0, "gad2_2": Fraction(3)}) == {"gad2_1": 2, "gad2_2": 3}
    assert all(isinstance(value, int) for value in given_to("gad2", {"gad2_1": 2.0, "gad2_2": 3}).values())


def test_nothing_and_nought_are_two_answers() -> None:
    assert given_to("gad2", {"gad2_1": None, "gad2_2": 0}) == {"gad2_1": None, "gad2_2": 0}


def test_pairs_of_a_json_file_will_do() -> None:
    assert given_to("gad2", [["gad2_1", 1], ["gad2_2", None]]) == {"gad2_1": 1, "gad2_2": None}


def test_a_line_takes_any_place_on_it() -> None:
    answers = {"ors_1": 0, "ors_2": 10, "ors_3": 3.7, "ors_4": None}
    assert given_to("ors", answers) == answers
    with pytest.raises(OutOfRangeError, match=r"ors_1 has 10\.1\. It takes any number from 0 to 10"):
        given_to("ors", {**answers, "ors_1": 10.1})


def test_only_an_item_that_offers_it_may_not_apply() -> None:
    answers: dict[str, Any] = dict.fromkeys(read("wsas").scored, 1) | {"wsas_1": NOT_APPLICABLE}
    assert given_to("wsas", answers)["wsas_1"] == NOT_APPLICABLE
    with pytest.raises(NotANumberError):
        given_to("wsas", answers | {"wsas_2": NOT_APPLICABLE})
    with pytest.raises(OutOfRangeError, match="or 8, or not-applicable"):
        given_to("wsas", answers | {"wsas_1": 9})


@pytest.mark.parametrize("measure_id", SCORED)
def test_one_past_either_end_is_refused(measure_id: str) -> None:
    found = read(measure_id)
    for item in found.items:
        for value in (item.low - 1, item.high + 1):
            with pytest.raises(OutOfRangeError) as raised:
                checked(found, {each.id: each.low for each in found.items} | {item.id: value})
            assert raised.value.item == item.id


anything = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.integers(), max_size=2)


@given(st.dictionaries(st.sampled_from(["gad2_1", "gad2_2", "x"]), anything) | st.lists(anything) | anything)
def test_whatever_is_given_there_is_a_score_or_a_named_error(answers: Any) -> None:
    with suppress(MeasureError):
        assert score(read("gad2"), answers).items == 2


def test_someone_who_is_not_through_yet_has_answers_too() -> None:
    assert answers_so_far(measure("phq9"), {"phq9_9": 2.0, "phq9_1": None}) == {"phq9_9": 2, "phq9_1": None}
    with pytest.raises(OutOfRangeError, match="phq9_9 has 4"):
        answers_so_far(measure("phq9"), {"phq9_9": 4})


def test_a_question_about_safety_is_heard_before_the_others_are_answered() -> None:
    phq9 = measure("phq9")
    said = {value: risk_answers(phq9, {"phq9_9": value})[0].state for value in (None, 0, 1)}
    assert said == {None: RiskState.NOT_ANSWERED, 0: RiskState.BELOW, 1: RiskState.FLAGGED}
    assert risk_answers(phq9, {})[0].state is RiskState.NOT_ANSWERED
