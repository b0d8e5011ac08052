"""A goal taken apart: its words, what bounds and measures it, its clauses and what each aims at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from goalward.coach.acts import find_acts
from goalward.coach.background import background
from goalward.coach.clauses import Clause, clauses_of, says
from goalward.coach.concerns import Found, find_concerns
from goalward.coach.deadline import Deadline, find_deadlines
from goalward.coach.duration import find_durations
from goalward.coach.frequency import find_frequencies
from goalward.coach.grammar import Match
from goalward.coach.quantity import find_quantities
from goalward.coach.traps import mask_traps
from goalward.coach.verdicts import Judged, judge
from goalward.coach.words import Words, words_of

__all__ = ["Marked", "Parse", "parse"]

Marked = tuple[str, int, int]  # kind of span, first word, word after the last


@dataclass(frozen=True, slots=True)
class Parse:
    """``typed`` are the words as they came; in ``words`` each stage has marked what it understood."""

    typed: Words
    words: Words
    marked: tuple[Marked, ...]
    deadlines: tuple[Deadline, ...]
    concerns: tuple[Found, ...]
    clauses: tuple[Clause, ...]
    judged: tuple[Judged, ...]
    told: tuple[Clause, ...]  # along with the goal, and no part of it

    def is_told(self, place: int) -> bool:
        return place_in(self.told, place)

    def of_kind(self, kind: str) -> list[tuple[int, int]]:
        return [(first, last) for name, first, last in self.marked if name == kind]


Find = Callable[[Words], Sequence[Match]]
STAGES: tuple[tuple[str, Find], ...] = (
    ("duration", find_durations),
    ("frequency", find_frequencies),
    ("quantity", find_quantities),
)


def parse(text: str, today: date) -> Parse:
    typed = words_of(text)
    words = mask_traps(typed)
    deadlines = find_deadlines(words, today)
    words = words.marked((each.kind, each.first, each.last) for each in deadlines)
    marked: list[Marked] = [("deadline", d.first, d.last) for d in deadlines if not d.past]
    for kind, find in STAGES:
        found = find(words)
        words = mark(words, kind, found)
        marked += [(kind, first, last) for _, first, last in found]
    clauses = clauses_of(words)
    aside = background(words, clauses)
    told = tuple(clause for clause, _ in aside)
    concerns = [each for each in find_concerns(typed) if not place_in(told, each.first)]
    others = [(found.first, found.last) for found in concerns if found.kind == "other"]
    judged = judge(words, [clause for clause in clauses if clause not in told], others)
    dated = {each.first for each in deadlines if each.has_figures}
    ours = [each for each in marked if each[1] in dated or not is_dropped(words, each, aside)]
    ours = [each for each in ours if each[0] == "deadline" or not is_theirs(each, judged)]
    acts = find_acts(words, judged)
    return Parse(typed, words, (*ours, *acts), tuple(deadlines), tuple(concerns), tuple(clauses), tuple(judged), told)


def is_dropped(words: Words, span: Marked, aside: Sequence[tuple[Clause, bool]]) -> bool:
    """What is told along bounds and measures nothing, but for amounts of how it is now and "the wedding is in May"."""
    kind, first, _ = span
    within = next((now for clause, now in aside if place_in([clause], first)), None)
    if within is None or (within and kind != "deadline"):
        return False
    return not (within and says(words, "aux", max(0, first - 1), first))


def place_in(clauses: Iterable[Clause], place: int) -> bool:
    return any(clause.start <= place < clause.end for clause in clauses)


# What the words of a rule stand for afterwards, where that is not simply its kind. "Every time" stays as it is.
STANDS_FOR = {"weekdays": "weekly", "each_time": "", "scale": "rated", "percent": "share", "part": "part"}


def mark(words: Words, kind: str, found: Sequence[Match]) -> Words:
    return words.marked(mark for match in found for mark in marks(words, kind, match))


def marks(words: Words, kind: str, match: Match) -> Iterator[Marked]:
    rule, first, last = match
    stands_for = STANDS_FOR.get(rule, kind)
    if kind == "quantity":  # the thing counted stays readable: "3 coping skills" are still coping skills
        yield from ((stands_for, at, at + 1) for at in range(first, last) if says(words, FIGURES, at, at + 1))
    elif stands_for:
        yield stands_for, first, last


FIGURES = "number|fraction|percent|ratio|money|clock|clock_word|times|grade_letter|container"


def is_theirs(span: Marked, judged: Sequence[Judged]) -> bool:
    """Amounts of what somebody else does measure nothing of this person's goal."""
    return place_in((each.clause for each in judged if each.others), span[1])
