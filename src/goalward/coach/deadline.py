"""What bounds the goal as a whole: "by Friday", "for 30 days". A day that has passed bounds nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from goalward.coach.dates import resolved
from goalward.coach.grammar import Match, grammar
from goalward.coach.words import Words

__all__ = ["Deadline", "find_deadlines"]


PERIODS = frozenset({"until", "lasting", "clean", "month", "month_off"})


@dataclass(frozen=True, slots=True)
class Deadline:
    match: Match
    day: date | None
    past: bool
    has_figures: bool  # a day is written, though it may be read in two ways

    @property
    def kind(self) -> str:
        """past; period ("for 30 days"); feast ("over Christmas"); deadline ("by Friday")."""
        if self.past:
            return "past"
        rule = self.match[0]
        return "period" if rule in PERIODS else "feast" if rule == "over" else "deadline"


def find_deadlines(words: Words, today: date) -> list[Deadline]:
    found = []
    for match in grammar("deadline").find(words.letters):
        units = words.units[match[1] : match[2]]
        day = resolved(units, today)
        written = any(sum(map(str.isdigit, unit.word)) > 2 for unit in units)  # noqa: PLR2004 - more than an hour
        found.append(Deadline(match, day, past=day is not None and day < today, has_figures=written))
    return found
