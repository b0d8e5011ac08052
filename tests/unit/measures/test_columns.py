"""Many responses in columns come to the very scores that each of them comes to alone."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import goalward
from goalward.measures import (
    NOT_APPLICABLE,
    RISK_STATES,
    ColumnScores,
    ColumnsError,
    DuplicateItemError,
    Item,
    Measure,
    MissingItemError,
    NoKeyError,
    OutOfRangeError,
    RiskState,
    Score,
    UnknownItemError,
    UnknownScaleError,
    columns,
    score,
    score_columns,
)
from tests.unit.measures.files import SCORED, read
from tests.unit.measures.naive import KEYS, naive_pcl5, naive_score

Row = dict[str, Any]
MARKS = {None: -1, NOT_APPLICABLE: -2}


def counted(found: Measure) -> list[Item]:
    return [item for item in found.items if item.id in found.scored]


def ids(found: Measure) -> list[str]:
    return [item.id for item in counted(found)]


def whole_numbers(item: Item) -> list[Any]:
    offered = [*item.values] if item.options else [*range(item.low, item.high + 1)]
    return [*offered, NOT_APPLICABLE] if item.may_not_apply else offered


@cache
def responses_to(measure_id: str) -> st.SearchStrategy[list[Row]]:
    """Some responses, up to four answers of each open."""
    items = counted(read(measure_id))
    said = st.fixed_dictionaries({item.id: st.sampled_from(whole_numbers(item)) for item in items})
    gaps = st.sets(st.sampled_from([item.id for item in items]), max_size=4)
    return st.lists(st.builds(lambda answers, gap: answers | dict.fromkeys(gap), said, gaps), max_size=5)


def table(rows: list[Row], item_ids: list[str], kind: str = "int8") -> Any:
    marked = [[MARKS.get(row[item], row[item]) for item in item_ids] for row in rows]
    return np.array(marked, kind).reshape(len(rows), len(item_ids))


def phq9(*rows: list[int]) -> ColumnScores:
    return score_columns(read("phq9"), np.array(rows, "int8"))


def assert_same(many: ColumnScores, at: int, alone: Score, scale_id: str) -> None:
    one, scale = alone.scale(scale_id), read(alone.measure).scale(scale_id)
    bands = [*(scale.bands.bands if scale.bands else ()), None]
    assert [None if np.isnan(many.values[at]) else many.values[at]] == [one.value]
    assert many.prorated[at] == (one.prorated is not None)
    assert many.answered[at] == one.answered
    assert bands[many.bands[at]] == one.band
    assert {item: RISK_STATES[column[at]] for item, column in many.risks.items()} == {
        risk.item: risk.state for risk in alone.risks
    }


@pytest.mark.parametrize("measure_id", SCORED)
@settings(max_examples=10)
@given(data=st.data())
def test_columns_come_to_what_each_response_comes_to_alone(measure_id: str, data: st.DataObject) -> None:
    found, rows = read(measure_id), data.draw(responses_to(measure_id))
    alone = [score(found, row) for row in rows]
    for scale in found.scales:
        many = score_columns(found, table(rows, ids(found)), scale.id, items=ids(found))
        assert {len(column) for column in (many.values, many.prorated, many.answered, many.bands)} == {len(rows)}
        for at, one in enumerate(alone):
            assert_same(many, at, one, scale.id)


@pytest.mark.parametrize("measure_id", SCORED)
@settings(max_examples=10)
@given(data=st.data())
def test_columns_come_to_what_a_second_scorer_says(measure_id: str, data: st.DataObject) -> None:
    found, rows = read(measure_id), data.draw(responses_to(measure_id))
    rows = [row for row in rows if NOT_APPLICABLE not in row.values()]
    expected = {name: [naive_score(key, row) for row in rows] for name, key in KEYS[measure_id].items()}
    if measure_id == "pcl5":
        expected["total"] = [naive_pcl5(row) for row in rows]
    for scale_id, values in expected.items():
        many = score_columns(found, table(rows, ids(found)), scale_id, items=ids(found))
        as_numbers = [np.nan if value is None else value for value in values]
        assert many.values.tolist() == pytest.approx(as_numbers, nan_ok=True)


@settings(max_examples=10)
@given(rows=responses_to("phq9"))
def test_a_long_table_is_scored_in_parts_and_comes_out_the_same(rows: list[Row]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(columns, "AT_ONCE", 9)
        many = score_columns(read("phq9"), table(rows, ids(read("phq9"))))
    for at, row in enumerate(rows):
        assert_same(many, at, score(read("phq9"), row), "total")


@given(rows=responses_to("rses"), order=st.permutations(ids(read("rses"))))
def test_the_order_of_the_columns_is_told_by_item(rows: list[Row], order: list[str]) -> None:
    many = score_columns(read("rses"), table(rows, order), items=order)
    for at, row in enumerate(rows):
        assert_same(many, at, score(read("rses"), row), "total")


def test_four_people_and_what_their_phq9_comes_to() -> None:
    found = phq9(
        [1, 1, 1, 1, 1, 1, 1, 1, 0],
        [3, -1, 2, 2, 2, 2, 2, 2, 1],
        [3, -1, -1, -1, 2, 2, 2, 2, 1],
        [3, 3, 3, 3, 3, 3, 3, 3, -1],
    )
    assert found.values.tolist() == pytest.approx([8, 18, np.nan, np.nan], nan_ok=True)
    assert found.prorated.tolist() == [False, True, False, False]
    assert found.answered.tolist() == [9, 8, 6, 8]
    assert found.bands.tolist() == [1, 3, -1, -1]
    states = [RISK_STATES[state] for state in found.risks["phq9_9"].tolist()]
    assert states == [RiskState.BELOW, RiskState.FLAGGED, RiskState.FLAGGED, RiskState.NOT_ANSWERED]


def test_the_columns_have_the_types_that_are_told() -> None:
    found = phq9([1] * 9)
    kinds = [column.dtype.name for column in (found.values, found.prorated, found.answered, found.bands)]
    assert kinds == ["float64", "bool", "int8", "int8"]
    assert found.risks["phq9_9"].dtype.name == "int8"


@pytest.mark.parametrize("measure_id", SCORED)
def test_no_response_at_all_is_a_table_too(measure_id: str) -> None:
    found = read(measure_id)
    none = score_columns(found, table([], ids(found)), found.scales[0].id, items=ids(found))
    assert len(none.values) == len(none.bands) == 0
    assert {item: len(column) for item, column in none.risks.items()} == {risk.item: 0 for risk in found.risks}


def test_a_column_that_never_adds_up_may_be_there() -> None:
    found = score_columns(
        read("phq9"), np.array([[1] * 9 + [3]], "int8"), items=[*ids(read("phq9")), "phq9_difficulty"]
    )
    assert found.values.tolist() == [9]


def test_a_table_may_lie_as_it_likes_and_stays_as_it_was() -> None:
    responses = np.array([[3, 2, 1, 0, 0, 0, 0, 0, 0], [1, -1, 1, 1, 1, 1, 1, 1, 1]], "int8")
    for same in (responses, np.asfortranarray(responses), responses.astype("int64"), np.repeat(responses, 2, 0)[::2]):
        before = same.copy()
        assert score_columns(read("phq9"), same).values.tolist() == [6, 9]
        assert (same == before).all()


def test_any_number_that_no_item_takes_can_mark_what_is_open() -> None:
    for mark in (9, 99, -9):
        found = score_columns(read("phq9"), np.array([[mark, 1, 1, 1, 1, 1, 1, 1, mark]], "int8"), missing=mark)
        assert np.isnan(found.values[0])
        assert (found.answered[0], RISK_STATES[found.risks["phq9_9"][0]]) == (7, RiskState.NOT_ANSWERED)


def test_work_may_not_apply() -> None:
    found = score_columns(read("wsas"), np.array([[-2, 8, 8, 8, 8], [-1, 8, 8, 8, 8]], "int8"))
    assert found.values.tolist() == pytest.approx([32, np.nan], nan_ok=True)
    assert found.answered.tolist() == [4, 4]


GOOD = np.zeros((3, 9), "int8")


def with_answer(row: int, place: int, value: int) -> Any:
    changed = GOOD.copy()
    changed[row, place] = value
    return changed


@pytest.mark.parametrize(
    ("responses", "error", "said"),
    [
        (with_answer(2, 4, 4), OutOfRangeError, "phq9_5 has 4 in row 2, counted from 0. It takes 0, 1, 2 or 3."),
        (with_answer(0, 8, -2), OutOfRangeError, "phq9_9 has -2 in row 0.* For “not answered” it takes -1."),
        (GOOD.astype("float64"), ColumnsError, "whole numbers, best int8. These are float64"),
        (GOOD.astype("uint8"), ColumnsError, "These are uint8"),
        (GOOD.astype("bool"), ColumnsError, "These are bool"),
        (GOOD.astype("str"), ColumnsError, "These are <U"),
        (GOOD.tolist(), ColumnsError, "These are list"),
        (GOOD[0], ColumnsError, r"PHQ-9 needs a row for each response and 9 columns. Here the shape is \(9,\)"),
        (GOOD[:, :8], ColumnsError, r"Here the shape is \(3, 8\)"),
        (GOOD[None], ColumnsError, r"Here the shape is \(1, 3, 9\)"),
    ],
)
def test_what_cannot_be_scored_is_named(responses: Any, error: type[Exception], said: str) -> None:
    with pytest.raises(error, match=said):
        score_columns(read("phq9"), responses)


def test_the_row_of_a_long_table_is_the_tables_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(columns, "AT_ONCE", 9)
    with pytest.raises(OutOfRangeError, match="in row 2,") as raised:
        score_columns(read("phq9"), with_answer(2, 4, 100))
    assert raised.value.item == "phq9_5"


def test_an_answer_between_two_that_are_offered_is_refused() -> None:
    """The last two questions of the AUDIT offer 0, 2 and 4."""
    responses = np.zeros((1, 10), "int8")
    responses[0, 8] = 3
    with pytest.raises(OutOfRangeError, match=r"audit_9 has 3 in row 0, counted from 0\. It takes 0, 2 or 4"):
        score_columns(read("audit"), responses)


def test_only_where_it_is_offered_an_item_may_not_apply() -> None:
    with pytest.raises(OutOfRangeError, match="wsas_2 has -2"):
        score_columns(read("wsas"), np.array([[1, -2, 1, 1, 1]], "int8"))


@pytest.mark.parametrize(
    ("measure_id", "marks"),
    [("phq9", {"missing": 0}), ("wsas", {"missing": -2}), ("wsas", {"not_applicable": 8}), ("k10", {"missing": 5})],
)
def test_a_mark_that_is_an_answer_is_refused(measure_id: str, marks: dict[str, int]) -> None:
    responses = np.ones((1, len(ids(read(measure_id)))), "int8")
    with pytest.raises(ColumnsError, match=f"A mark is a number of its own. {measure_id}_1 takes"):
        score_columns(read(measure_id), responses, **marks)


@pytest.mark.parametrize(
    ("item_ids", "error", "said"),
    [
        (["gad2_1"], MissingItemError, "gad2_2 is not named"),
        (["gad2_1", "gad2_1"], DuplicateItemError, "gad2_1"),
        (["gad2_1", "gad7_2"], UnknownItemError, "GAD-2 has no item “gad7_2”"),
    ],
)
def test_columns_are_those_of_the_measure(item_ids: list[str], error: type[Exception], said: str) -> None:
    with pytest.raises(error, match=said):
        score_columns(read("gad2"), np.zeros((1, len(item_ids)), "int8"), items=item_ids)


def test_where_two_orders_are_about_none_is_guessed() -> None:
    with pytest.raises(ColumnsError, match=r"RSES goes about in 2 orders\. Say which item each column holds"):
        score_columns(read("rses"), np.zeros((1, 10), "int8"))


def test_a_score_that_a_measure_does_not_have_is_named() -> None:
    with pytest.raises(UnknownScaleError, match=r"DASS-21 has no score “total”\. It has: depression, anxiety, stress"):
        score_columns(read("dass21"), np.zeros((1, 21), "int8"))
    with pytest.raises(NoKeyError, match="ReQoL-10"):
        score_columns(read("reqol10"), np.zeros((1, 10), "int8"))


def test_who_scores_one_response_needs_no_numpy() -> None:
    asked = "import sys, goalward.measures, goalward.progress; print('numpy' in sys.modules)"
    source = {**os.environ, "PYTHONPATH": str(Path(goalward.__file__).parents[1])}
    assert subprocess.check_output([sys.executable, "-c", asked], env=source, text=True).strip() == "False"
