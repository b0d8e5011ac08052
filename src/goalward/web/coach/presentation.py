"""A reading as a page shows it: the person's words with what is clear marked, one question, wordings with blanks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from goalward.coach import Reading, Span
from goalward.web.accounts.models import Person
from goalward.web.safety.panel import panel_for

# In the order in which a stranger would ask.
SAYS: dict[str, Promise] = {
    "action": _("What you will do"),
    "quantity": _("How much"),
    "duration": _("How long"),
    "frequency": _("How often"),
    "deadline": _("By when"),
    "context": _("When, where or with whom"),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the person's text, marked or not."""

    words: str
    is_clear: bool


def pieces(text: str, spans: Iterable[Span]) -> list[Piece]:
    """The whole text, in order, cut where marks begin and end. Joined again it is the text."""
    cut: list[Piece] = []
    at = 0
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if span.start < at:
            continue
        cut += [Piece(text[at : span.start], False), Piece(text[span.start : span.end], True)]
        at = span.end
    return [piece for piece in [*cut, Piece(text[at:], False)] if piece.words]


def clear_so_far(spans: Iterable[Span]) -> list[tuple[Promise, list[str]]]:
    """What a stranger could tell, kind by kind, in the person's own words."""
    found = list(spans)
    by_kind = {kind: list(dict.fromkeys(span.text for span in found if span.kind == kind)) for kind in SAYS}
    return [(SAYS[kind], words) for kind, words in by_kind.items() if words]


def as_shown(reading: Reading, *, person: Person | None = None) -> dict[str, Any]:
    """What the reading's template needs."""
    care = panel_for(reading.care, person=person) if reading.care else None
    return {
        "pieces": pieces(reading.text, reading.spans),
        "clear": clear_so_far(reading.spans),
        "question": reading.question,
        "offers": reading.offers if care is None or care["offers"] else (),
        "care": care,
    }
