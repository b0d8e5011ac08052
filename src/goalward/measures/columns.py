"""Many responses at once: a row for each response and a column for each item in, one scale of all of them out.

Responses are a numpy array. The package needs no numpy until ``score_columns`` is called: whoever has such an array
has it already. A score stays a fraction of two whole numbers until the last step, so that it is the very number that
``score`` gives.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from math import inf, nan
from typing import Any

from goalward.measures.column_layout import Layout, layout_of
from goalward.measures.errors import NoKeyError, UnknownScaleError
from goalward.measures.measure import Measure, MissingRule, Scale
from goalward.measures.scoring import RiskState

__all__ = ["RISK_STATES", "ColumnScores", "score_columns"]

RISK_STATES = {1: RiskState.FLAGGED, 0: RiskState.BELOW, -1: RiskState.NOT_ANSWERED}
AT_ONCE = 1 << 18  # answers: what is worked on stays near the processor


@dataclass(frozen=True, slots=True)
class ColumnScores:
    """One scale of many responses: in each column, one element for each of them.

    values: float64, NaN where too much is open. prorated: bool, whether a rule filled in.
    answered: int8, how many of the scale's items. bands: int8, the place in the scale's bands, -1 where there is none.
    risks: for each risk item of the measure, int8 as in RISK_STATES.
    """

    values: Any
    prorated: Any
    answered: Any
    bands: Any
    risks: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Responses:
    """Some rows, turned over: the answers to one item lie side by side, so that one step looks at many."""

    columns: Any
    is_open: Any
    is_answered: Any
    layout: Layout


@dataclass(frozen=True, slots=True)
class Tally:
    """Sums on their way, in columns. A raw score is numerator / denominator, both whole numbers."""

    numerator: Any
    denominator: Any
    answered: Any
    is_scored: Any
    is_filled: Any


def score_columns(  # noqa: PLR0913  # marks are told by name
    measure: Measure,
    responses: Any,
    scale: str = "total",
    *,
    items: Sequence[str] | None = None,
    missing: int = -1,
    not_applicable: int = -2,
) -> ColumnScores:
    """Score one scale of responses that are the rows of a numpy array of signed whole numbers, best int8 in C order.

    items: which item each column holds; left out, all scored items as the measure orders them.
    missing, not_applicable: the marks for "not answered" and, where an item offers it, "does not apply".
    Raises ColumnsError, UnknownScaleError, NoKeyError, or an AnswerError that names the item, and the row from 0.
    """
    wanted = _scale(measure, scale)
    layout = layout_of(measure, items, missing, not_applicable)
    layout.require_table(responses)
    stride = AT_ONCE // len(layout.items)
    starts = range(0, max(1, len(responses)), stride)
    return _joined([_scores(wanted, _turned(responses[at : at + stride], at, layout)) for at in starts])


def _scale(measure: Measure, scale_id: str) -> Scale:
    if not measure.scales:
        raise NoKeyError("no_key", name=measure.name)
    known = {scale.id: scale for scale in measure.scales}
    if scale_id not in known:
        raise UnknownScaleError("unknown_scale", name=measure.name, scale=scale_id, known=", ".join(known))
    return known[scale_id]


def _turned(rows: Any, first: int, layout: Layout) -> Responses:
    columns = rows.T.copy()
    is_open = columns == layout.missing
    layout.require_offered(columns, is_open, first)
    is_answered = ~is_open
    for place, item in enumerate(layout.items):
        if item.may_not_apply:
            is_answered[place] &= columns[place] != layout.not_applicable
    return Responses(columns, is_open, is_answered, layout)


def _scores(scale: Scale, given: Responses) -> ColumnScores:
    tally = reduce(_together, [_tally(*each, given) for each in _sums(scale, given.layout.measure)])
    values = scale.times * (tally.numerator - scale.minus * tally.denominator) / tally.denominator
    values[~tally.is_scored] = nan
    return ColumnScores(
        values=values,
        prorated=tally.is_filled & tally.is_scored,
        answered=tally.answered,
        bands=_band_places(values, scale),
        risks={risk.item: _risk_states(risk.item, risk.at, given) for risk in given.layout.measure.risks},
    )


def _sums(scale: Scale, measure: Measure) -> Iterator[tuple[Scale, MissingRule]]:
    """What adds up to a scale: itself, or its parts, each with its own rule for open items."""
    if scale.missing is not None:
        yield scale, scale.missing
    for part in scale.parts:
        yield from _sums(measure.scale(part), measure)


def _tally(scale: Scale, rule: MissingRule, given: Responses) -> Tally:
    places, measure = given.layout.places(scale.items), given.layout.measure
    answered, opened = (each[places].sum(axis=0, dtype="int8") for each in (given.is_answered, given.is_open))
    is_scored = opened <= rule.allowed
    for place in given.layout.places([risk.item for risk in measure.risks if risk.item in scale.items]):
        is_scored &= given.is_answered[place]
    return Tally(
        numerator=_total(places, given).astype("float64") * (answered + opened),
        denominator=answered.clip(1).astype("float64"),
        answered=answered,
        is_scored=is_scored,
        is_filled=opened > 0,
    )


def _total(places: Sequence[int], given: Responses) -> Any:
    """The sum of the answers, mirrored where the item is worded the other way round."""
    counted = given.columns[places]
    for row, item in enumerate(given.layout.items[place] for place in places):
        if item.id in given.layout.measure.reverse:
            counted[row] = item.low + item.high - counted[row]
    counted *= given.is_answered[places].view("int8")
    return counted.sum(axis=0, dtype="int16")


def _together(one: Tally, other: Tally) -> Tally:
    return Tally(
        numerator=one.numerator * other.denominator + other.numerator * one.denominator,
        denominator=one.denominator * other.denominator,
        answered=one.answered + other.answered,
        is_scored=one.is_scored & other.is_scored,
        is_filled=one.is_filled | other.is_filled,
    )


def _band_places(values: Any, scale: Scale) -> Any:
    """One less than how many bands a value has reached; NaN reaches none."""
    lowest, *others = [band.starts for band in scale.bands.bands] if scale.bands else [inf]
    places = (values >= lowest).view("int8")
    for starts in others:
        places += (values >= starts).view("int8")
    places -= 1
    return places


def _risk_states(item_id: str, at: int, given: Responses) -> Any:
    [place] = given.layout.places([item_id])
    states = (given.columns[place] >= at).view("int8")
    states *= given.is_answered[place].view("int8")
    states -= given.is_open[place].view("int8")
    return states


def _joined(parts: Sequence[ColumnScores]) -> ColumnScores:
    import numpy as np  # noqa: PLC0415  # one response is scored without it

    return ColumnScores(
        values=np.concatenate([part.values for part in parts]),
        prorated=np.concatenate([part.prorated for part in parts]),
        answered=np.concatenate([part.answered for part in parts]),
        bands=np.concatenate([part.bands for part in parts]),
        risks={item: np.concatenate([part.risks[item] for part in parts]) for item in parts[0].risks},
    )
