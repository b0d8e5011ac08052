"""What the rules can state of a reading: a name for the data, a heading for the page, and where it is read off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from goalward.coach import Reading
from goalward.messages import in_english

__all__ = ["SAYS", "Said", "Says"]

Said = bool | str | date | list[str]


@dataclass(frozen=True, slots=True)
class Says:
    heading: str
    of: Callable[[Reading], Said]


def spans(kind: str) -> Callable[[Reading], Said]:
    return lambda reading: [span.text for span in reading.spans if span.kind == kind]


def concerns(reading: Reading) -> Said:
    """The kinds, without what every id begins with."""
    return [concern.message.id.removeprefix("coach.concern_") for concern in reading.concerns]


def concerns_said(reading: Reading) -> Said:
    return [in_english(concern.message) for concern in reading.concerns]


def day(reading: Reading) -> Said:
    return reading.deadline or ("open" if reading.time_bound else "none")


def care(reading: Reading) -> Said:
    return f"{reading.care.kind}, {reading.care.stance}".replace("_", " ") if reading.care else "none"


SAYS = {
    "specific": Says("Clear what to look for", lambda reading: reading.specific),
    "measurable": Says("Has a yardstick", lambda reading: reading.measurable),
    "time_bound": Says("Has an end", lambda reading: reading.time_bound),
    "concern": Says("Concern", concerns),
    "concern_says": Says("What the coach says", concerns_said),
    "quantity": Says("How much", spans("quantity")),
    "frequency": Says("How often", spans("frequency")),
    "duration": Says("How long", spans("duration")),
    "deadline": Says("By when", spans("deadline")),
    "action": Says("What you will do", spans("action")),
    "context": Says("When, where or with whom", spans("context")),
    "day": Says("Day", day),
    "change": Says("From, to", lambda reading: [f"{c.baseline.text} → {c.target.text}" for c in reading.changes]),
    "framing": Says("Toward or away", lambda reading: reading.framing or "none"),
    "areas": Says("Areas of life", lambda reading: list(reading.areas)),
    "english": Says("Read as English", lambda reading: reading.english),
    "care": Says("Care", care),
    "question": Says("The one question", lambda reading: reading.question.text if reading.question else "none"),
    "offers": Says("Wordings offered", lambda reading: [offer.text for offer in reading.offers]),
}
