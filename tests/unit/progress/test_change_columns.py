from __future__ import annotations

import numpy as np
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
    return np.array([before for before, _ in pairs], kind), np.array([after for _, after in pairs], kind)


def classes(steps):
    return tuple(STEPS[step] for step in steps.tolist())


def test_a_column_of_pairs_has_one_step_for_each():
    steps = change_steps(*columns([(20, 3), (20, 12), (14, 12), (12, 20), (4, 15)], "int8"), PHQ9)
    assert steps.tolist() == [2, 1, 0, -1, -2]
    assert steps.dtype == "int8"
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
    assert change_steps(np.array([-20], "int8"), np.array([20], "int8"), PHQ9).tolist() == [-2]


@given(WHOLE_PAIRS, CRITERIA)
def test_the_scores_stay_as_they_were(pairs, criterion):
    before, after = columns(pairs, "int8")
    change_steps(before, after, criterion)
    assert [*zip(before.tolist(), after.tolist(), strict=True)] == pairs


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (np.ones(2, "int8"), np.ones(1, "int8"), r"do not match: int8 of \(2,\) before, int8 of \(1,\) after"),
        (np.ones(1, "int8"), np.ones(1, "int16"), "int16 of"),
        (np.ones((1, 1), "int8"), np.ones((1, 1), "int8"), "do not match"),
        (np.ones(1, "uint8"), np.ones(1, "uint8"), "type uint8 cannot be subtracted safely"),
        (np.ones(1, "bool"), np.ones(1, "bool"), "type bool"),
        (np.array([1.0, np.nan]), np.array([1.0, 2.0]), "missing or infinite"),
        (np.array([1.0, 2.0]), np.array([np.inf, 2.0]), "missing or infinite"),
        (np.array([-100], "int8"), np.array([100], "int8"), "200 points does not fit into int8"),
    ],
)
def test_columns_that_cannot_be_judged_are_named(before, after, said):
    with pytest.raises(ReliableChangeError, match=said):
        change_steps(before, after, PHQ9)
