"""What the coach found in a goal. Every finding points at the words that it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from goalward.coach.care import Care
from goalward.messages import Message

__all__ = ["Change", "Concern", "Offer", "Question", "Reading", "Span", "reading_as_json"]


@dataclass(frozen=True, slots=True)
class Span:
    """Some words of the goal. ``start`` and ``end`` count characters of the text as typed.

    kind: action, quantity, frequency, duration, deadline or context.
    """

    kind: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """From how it is to how it shall be: "from 8/10 to 4/10"."""

    baseline: Span
    target: Span


@dataclass(frozen=True, slots=True)
class Concern:
    """Something in the wording that may set a person up to be disappointed, and the words it rests on."""

    message: Message
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """The one thing to ask next. ``id`` is the id of its message."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A wording that the person may take. ``blanks`` says what belongs into each "____", in order."""

    text: str
    blanks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A goal as read. The four judgements are for programs: no page shows them as letters, ticks or a grade."""

    text: str
    specific: bool
    measurable: bool
    achievable_concern: bool
    time_bound: bool
    spans: tuple[Span, ...] = ()
    framing: str | None = None  # "approach" or "avoidance"
    areas: tuple[str, ...] = ()
    care: Care | None = None
    question: Question | None = None
    offers: tuple[Offer, ...] = ()
    concerns: tuple[Concern, ...] = ()
    changes: tuple[Change, ...] = ()
    deadline: date | None = None  # the day, where a calendar can say
    english: bool = True


def reading_as_json(reading: Reading, id: str | None = None) -> dict[str, Any]:  # noqa: A002 - the name in the file
    """The line that ``goalward coach --jsonl`` prints, as a dictionary for ``json.dumps``."""
    return {
        "id": id,
        "text": reading.text,
        "specific": reading.specific,
        "measurable": reading.measurable,
        "achievable_concern": reading.achievable_concern,
        "time_bound": reading.time_bound,
        "spans": [{"kind": s.kind, "start": s.start, "end": s.end, "text": s.text} for s in reading.spans],
        "framing": reading.framing,
        "areas": list(reading.areas),
        "care": {"kind": str(reading.care.kind), "stance": str(reading.care.stance)} if reading.care else None,
        "question": {"id": reading.question.id, "text": reading.question.text} if reading.question else None,
        "offers": [{"text": offer.text, "blanks": list(offer.blanks)} for offer in reading.offers],
    }
