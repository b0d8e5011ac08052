"""How a chart speaks to its reader: sentences, dates and the direction of writing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from goalward.messages import Message, in_english
from goalward.progress import Say, Scale

__all__ = ["ENGLISH", "DateStyle", "Language", "english_date"]

LEFT_TO_RIGHT_ISOLATE, POP_ISOLATE = "\u2066", "\u2069"
DECIMALS = 2  # of a pro-rated score

DateStyle = Literal["day", "month", "year", "full"]


def english_date(on: date, style: DateStyle) -> str:
    """A day as "3 Nov", a month as "Nov 2026", a year as "2026", in full as "3 Nov 2026"."""
    blanks = {"day": on.day, "month": english_months()[on.month - 1], "year": on.year}
    return in_english(Message(f"charts.date_{style}", blanks))


@cache
def english_months() -> list[str]:
    return in_english(Message("charts.months")).split()


@dataclass(frozen=True, slots=True)
class Language:
    """What pages replace to speak another language than English.

    right_to_left: words start at the right edge. Time still runs from left to right, so that two people who read
    different languages see the same picture and can talk about it.
    """

    say: Say = in_english
    format_date: Callable[[date, DateStyle], str] = english_date
    right_to_left: bool = False

    def number(self, scale: Scale, value: float) -> str:
        """The number as on the axis, to two decimals at most."""
        return self.isolated(scale.number(round(value, DECIMALS)))

    def isolated(self, number: str) -> str:
        """A number among right-to-left words would be turned: its sign jumps behind it, a range ends first."""
        return f"{LEFT_TO_RIGHT_ISOLATE}{number}{POP_ISOLATE}" if self.right_to_left else number


ENGLISH = Language()
