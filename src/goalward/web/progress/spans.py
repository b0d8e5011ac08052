"""How far back the page of how it goes looks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

__all__ = ["Span", "read_span", "window_of"]


class Span(StrEnum):
    """As it stands in the address of the page."""

    THREE_MONTHS = "three-months"
    YEAR = "year"
    EVERYTHING = "everything"

    @property
    def label(self) -> Promise:
        return LABELS[self]


LABELS = {
    Span.THREE_MONTHS: _("Last 3 months"),
    Span.YEAR: _("Last year"),
    Span.EVERYTHING: _("Everything"),
}
DAYS = {Span.THREE_MONTHS: 91, Span.YEAR: 365}


def read_span(asked: str) -> Span:
    """Three months for anything that is no span."""
    return Span(asked) if asked in set(Span) else Span.THREE_MONTHS


def window_of(span: Span, *, today: date, known: Iterable[date]) -> tuple[date, date]:
    """The first and the last day of the span. known: the days that something is known of."""
    if span in DAYS:
        return today - timedelta(days=DAYS[span]), today
    return min([today, *known]), today
