from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalward.progress import (
    STEPS,
    Better,
    ChangeClass,
    ChangeCriterion,
    ReliableChangeError,
    change_columns,
    change_steps,
    classify_changes,
)
from tests.unit.progress.numbers_in_columns import Column

PHQ9 = ChangeCriterion(6, 10, Better.LOWER, "NHS Talking Therapies")
CRITERIA = st.builds(
    ChangeCriterion,
    minimum=st.floats(0.5, 40),
    cut_off=st.floats(0, 40),
    better=st.sampled_from(Better),
    basis=st.just("any"),
    clinical_at_cut_off=st.booleans(),
)
WHOLE_PAIRS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=30)
PAIRS = st.lists(st.tuples(st.floats(0, 40), st.floats(0, 40)), max_size=30)


def columns(pairs, kind):
    return Column([before for before, _ in pairs], kind), Column([after for _, after in pairs], kind)


def classes(steps):
    return tuple(STEPS[step] for step in steps.values)


def test_a_column_of_pairs_has_one_step_for_each():
    steps = change_steps(*columns([(20, 3), (20, 12), (14, 12), (12, 20), (4, 15)], "int8"), PHQ9)
    assert steps.values == [2, 1, 0, -1, -2]
    assert classes(steps) == tuple(ChangeClass)


@given(WHOLE_PAIRS, CRITERIA)
def test_whole_scores_in_columns_are_judged_as_one_by_one(pairs, criterion):
    assert classes(change_steps(*columns(pairs, "int8"), criterion)) == classify_changes(pairs, criterion)


@given(PAIRS, CRITERIA)
def test_other_scores_in_columns_are_judged_as_one_by_one(pairs, criterion):
    assert classes(change_steps(*columns(pairs, "float64"), criterion)) == classify_changes(pairs, criterion)


@given(WHOLE_PAIRS, CRITERIA)
def test_a_long_column_is_judged_in_parts_and_comes_out_the_same(pairs, criterion):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(change_columns, "AT_ONCE", 4)
        assert classes(change_steps(*columns(pairs, "int16"), criterion)) == classify_changes(pairs, criterion)


def test_scores_below_zero_are_fine_where_their_differences_fit():
    assert change_steps(Column([-20], "int8"), Column([20], "int8"), PHQ9).values == [-2]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (Column([1, 2], "int8"), Column([1], "int8"), r"do not match: int8 of \(2,\) before, int8 of \(1,\) after"),
        (Column([1], "int8"), Column([1], "int16"), "int16 of"),
        (Column([1], "int8", shape=(1, 1)), Column([1], "int8", shape=(1, 1)), "do not match"),
        (Column([1], "uint8"), Column([2], "uint8"), "type uint8 cannot be subtracted safely"),
        (Column([True], "bool"), Column([False], "bool"), "type bool"),
        (Column([1.0, float("nan")]), Column([1.0, 2.0]), "missing or infinite"),
        (Column([1.0, 2.0]), Column([float("inf"), 2.0]), "missing or infinite"),
        (Column([-100], "int8"), Column([100], "int8"), "200 points does not fit into int8"),
    ],
)
def test_columns_that_cannot_be_judged_are_named(before, after, said):
    with pytest.raises(ReliableChangeError, match=said):
        change_steps(before, after, PHQ9)
