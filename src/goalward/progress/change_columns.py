"""Reliable change for many pairs at once: two columns of scores in, one column of steps out.

A column is a numpy array. Nothing here imports numpy: whoever has columns has it already.
"""

from __future__ import annotations

from dataclasses import replace
from math import ceil, floor, isfinite
from typing import Any

from goalward.progress.direction import Better
from goalward.progress.measurement_error import ReliableChangeError
from goalward.progress.reliable_change import ChangeCriterion

__all__ = ["change_steps"]

AT_ONCE = 1 << 21  # bytes of one column: what is worked on stays near the processor


def change_steps(before: Any, after: Any, criterion: ChangeCriterion) -> Any:
    """The class of each pair as an int8: 2 recovered, 1 improved, 0 unchanged, -1 deteriorated, -2 harmed.

    before, after: numpy arrays of one dimension, one length and one type: signed whole numbers, or floats with
    no score missing. Raises ReliableChangeError.
    """
    _require_columns(before, after)
    rule = _whole(criterion) if before.dtype.kind == "i" else criterion
    stride = AT_ONCE // before.dtype.itemsize
    if len(before) <= stride:
        return _steps(before, after, rule)
    steps = (before != after).view("int8")  # a column to fill
    for start in range(0, len(before), stride):
        part = slice(start, start + stride)
        steps[part] = _steps(before[part], after[part], rule)
    return steps


def _steps(before: Any, after: Any, rule: ChangeCriterion) -> Any:
    """Worked out in place, with little kept at a time: new memory costs more than the sums."""
    if len(before):
        _require_differences(before, after)
    steps = _reliable_steps(before, after, rule)
    crossed = rule.is_clinical(before)
    crossed ^= rule.is_clinical(after)
    further = crossed.view("int8")
    further *= steps
    steps += further
    return steps


def _reliable_steps(before: Any, after: Any, rule: ChangeCriterion) -> Any:
    """1 for a reliable gain, -1 for a reliable loss."""
    gain = after - before if rule.better is Better.HIGHER else before - after
    steps = (gain >= rule.minimum).view("int8")
    steps -= (gain <= -rule.minimum).view("int8")
    return steps


def _whole(criterion: ChangeCriterion) -> ChangeCriterion:
    """The same rule in whole numbers, which spares whole scores from becoming floats."""
    is_lower_end = (criterion.better is Better.LOWER) == criterion.clinical_at_cut_off
    cut_off = ceil(criterion.cut_off) if is_lower_end else floor(criterion.cut_off)
    return replace(criterion, minimum=ceil(criterion.minimum), cut_off=cut_off)


def _require_columns(before: Any, after: Any) -> None:
    if len(before.shape) != 1 or before.shape != after.shape or before.dtype != after.dtype:
        raise ReliableChangeError(
            f"The columns do not match: {before.dtype} of {before.shape} before, {after.dtype} of {after.shape} after."
        )
    if before.dtype.kind not in "if":
        raise ReliableChangeError(f"Scores of type {before.dtype} cannot be subtracted safely; use int16 or float64.")


def _require_differences(before: Any, after: Any) -> None:
    is_whole = before.dtype.kind == "i"
    if is_whole and before.min() >= 0 <= after.min():
        return  # the difference of two such numbers always fits
    ends = [float(end) for column in (before, after) for end in (column.min(), column.max())]
    if not all(map(isfinite, ends)):
        raise ReliableChangeError("A score is missing or infinite; leave that pair out.")
    widest = max(ends) - min(ends)
    if is_whole and widest >= 2 ** (8 * before.dtype.itemsize - 1):
        raise ReliableChangeError(f"A change of {widest:g} points does not fit into {before.dtype}; use a wider type.")
