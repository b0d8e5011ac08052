"""The measures of this site: what it offers, and what it can still read."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from goalward.measures import Measure, MeasureError, Shelf, fill_in, known, measure
from goalward.web.measures.models import SiteMeasure

__all__ = ["installed", "offered"]


def offered() -> dict[str, Measure]:
    """By id: those that are ready, but for what the operator turned off, and those that they allowed."""
    said = {each.measure: each for each in SiteMeasure.objects.all()}
    names = [name for name, shelf in _shelves() if (said[name].is_offered if name in said else shelf is Shelf.SHIPPED)]
    found = (_worded(name, said[name].words if name in said else None) for name in names)
    return {each.id: each for each in found if each and each.has_text}


def _worded(measure_id: str, words: Mapping[str, Any] | None) -> Measure | None:
    found = installed(measure_id)
    try:
        return fill_in(found, words) if found and words else found
    except MeasureError:  # its items are others since; the operator is told when they allow it again
        return None


@cache
def installed(measure_id: str) -> Measure | None:
    """A measure to read old scores by, offered or not, without an operator's words; None when it is gone."""
    try:
        return measure(measure_id, non_commercial=True, confirmed=[measure_id])
    except MeasureError:
        return None


@cache
def _shelves() -> tuple[tuple[str, Shelf], ...]:
    """Read once: a server that is to know of a new distribution is started anew."""
    return tuple(known().items())
