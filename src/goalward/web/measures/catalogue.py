"""The measures of this site: what it offers, and what it can still read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from goalward.measures import Measure, MeasureError, Shelf, fill_in, known, measure
from goalward.web.measures.models import SiteMeasure

__all__ = ["installed", "offered"]


def offered() -> dict[str, Measure]:
    """By id: those with words of their own, and those that the operator gave a word for."""
    allowed = dict(SiteMeasure.objects.values_list("measure", "words"))
    names = [name for name, shelf in known().items() if shelf is Shelf.SHIPPED or name in allowed]
    found = (_with_words(name, allowed.get(name)) for name in names)
    return {each.id: each for each in found if each and each.has_text}


def installed(measure_id: str) -> Measure | None:
    """A measure to read old scores by, offered or not, without an operator's words; None when it is gone."""
    return _with_words(measure_id, None)


def _with_words(measure_id: str, words: Mapping[str, Any] | None) -> Measure | None:
    try:
        found = measure(measure_id, non_commercial=True, confirmed=[measure_id])
        return fill_in(found, words) if words else found
    except MeasureError:  # its files changed since; the command that allows it says what is wrong
        return None
