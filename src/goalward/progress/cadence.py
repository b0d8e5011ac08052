"""When the next answer is due: a rhythm that the person chose, and that never piles up."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from goalward.messages import Message

__all__ = ["Rhythm", "is_due", "next_due"]


class Rhythm(StrEnum):
    """How often to answer. With ``my_choice`` nothing is ever due."""

    WEEKLY = "weekly"
    TWO_WEEKS = "two_weeks"
    FOUR_WEEKS = "four_weeks"
    MY_CHOICE = "my_choice"

    @property
    def weeks(self) -> int | None:
        return WEEKS.get(self)

    @property
    def label(self) -> Message:
        return Message(f"progress.rhythm_{self}")


WEEKS = {Rhythm.WEEKLY: 1, Rhythm.TWO_WEEKS: 2, Rhythm.FOUR_WEEKS: 4}


def next_due(rhythm: Rhythm, *, last: date | None, start: date) -> date | None:
    """The day to answer on. The first time that is the start; after that it counts from the last answer.

    last: the day of the last answer. It counts from then and not from the day that was planned: answers made up for
    in a hurry say nothing about the weeks that went by, and a debt of questionnaires keeps people from coming back.
    """
    if rhythm.weeks is None:
        return None
    return start if last is None else last + timedelta(weeks=rhythm.weeks)


def is_due(due: date | None, *, today: date) -> bool:
    """On its day and on every day after, until it is answered."""
    return due is not None and due <= today
