"""What bounds the goal as a whole: "by Friday", "for 30 days". A day that has passed bounds nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from goalward.coach.dates import resolved
from goalward.coach.grammar import grammar
from goalward.coach.words import Words

__all__ = ["Deadline", "find_deadlines"]

PERIODS = frozenset({"lasting", "clean", "month"})
UNTIL = frozenset({"until", "till", "til", "through", "throughout", "thru", "from now until", "from now till"})
WHILE = frozenset({"for", "throughout", "all"})  # "for the rest of the week"
ENDS = frozenset({"clean", "month", "days", "on_day", "tonight", "lasting"})  # nothing follows these
A_DAY = 3  # digits that only a written day has, as no hour does


@dataclass(frozen=True, slots=True)
class Deadline:
    """``kind``: past, period ("for 30 days"), feast ("over Christmas") or deadline ("by Friday")."""

    first: int
    last: int
    kind: str
    day: date | None
    has_figures: bool  # a day is written in figures, though it may have two readings

    @property
    def past(self) -> bool:
        return self.kind == "past"


def find_deadlines(words: Words, today: date) -> list[Deadline]:
    days = words.without(grammar("days").find(words.letters), "day")
    return list(deadlines(days, today))


def deadlines(words: Words, today: date) -> Iterator[Deadline]:
    end = 0
    for rule, first, last in grammar("deadline").find(words.letters):
        if first < end:
            continue  # it belongs to the one before
        end = last if rule in ENDS else with_tail(words, last)
        units = words.units[first:end]
        day = resolved(units, today)
        is_past = day is not None and day < today
        written = any(sum(map(str.isdigit, unit.word)) >= A_DAY for unit in units)
        yield Deadline(first, end, "past" if is_past else kind_of(rule, units[0].word), day, written)


def kind_of(rule: str, first_word: str) -> str:
    is_period = rule in PERIODS or first_word in WHILE or first_word in UNTIL
    return "period" if is_period else "feast" if rule == "feast" else "deadline"


def with_tail(words: Words, last: int) -> int:
    while (tail := grammar("tail").at(words.letters, last)) is not None:
        last = tail[2]
    return last
