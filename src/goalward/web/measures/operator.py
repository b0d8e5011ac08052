"""What the operator of a site says of a measure: that they may use it, and with which words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from goalward.measures import (
    Measure,
    NotConfirmedError,
    NoWordsError,
    Shelf,
    UnknownMeasureError,
    fill_in,
    known,
    measure,
)
from goalward.web.measures.models import SiteMeasure

__all__ = ["allow_measure", "withdraw_measure"]


def allow_measure(measure_id: str, *, words: Mapping[str, Any] | None, non_commercial: bool, licensed: bool) -> Measure:
    """Offer the measure to everyone on this site from now on. Said again, the new words take the place of the old.

    words: a Questionnaire with the text, for a measure that has none. non_commercial, licensed: what the operator says.
    Raises a MeasureError that says what is missing; then nothing changes.
    """
    if words is not None and not licensed:
        raise NotConfirmedError("unlicensed_words")
    found = measure(measure_id, non_commercial=non_commercial, confirmed=[measure_id] if licensed else ())
    filled = fill_in(found, words) if words is not None else found
    if not filled.has_text:
        raise NoWordsError("no_words", name=found.name)
    SiteMeasure.objects.update_or_create(measure=measure_id, defaults={"words": words, "is_offered": True})
    return filled


def withdraw_measure(measure_id: str) -> bool:
    """Offer it no longer, and forget the words. What people answered stays. False: it was not offered.

    Raises UnknownMeasureError.
    """
    shelf = known().get(measure_id)
    if shelf is None:
        raise UnknownMeasureError("unknown_measure", measure=measure_id)
    if shelf is not Shelf.SHIPPED:
        return SiteMeasure.objects.filter(measure=measure_id).delete()[0] > 0
    row, is_new = SiteMeasure.objects.get_or_create(measure=measure_id, defaults={"is_offered": False})
    was_offered = is_new or row.is_offered
    row.is_offered = False
    row.save(update_fields=["is_offered"])
    return was_offered
