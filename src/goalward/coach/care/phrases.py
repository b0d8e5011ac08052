"""A small language for the phrases of a word list.

    hurt+|harm+ my? arms       one of two verbs in any form, an optional word, a word
    die now|at_once            an alternative of two words is joined by a low line
    @quit .. @medicine         a phrase of a named set, at most three words, another set ("..." leaves room for six)
    ^ cut again $              nothing before and nothing after it in its clause
    die !of|laughing           a word that must not follow; =again one that must, though it is no part of the phrase

There are thousands of phrases and few of them touch a given text: a line is read when a text holds its rarest part.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

__all__ = ["Pattern", "Phrase", "Phrases", "Step", "alternatives", "filed", "is_a_set", "pattern"]

GAPS = {"..": 3, "...": 6}
WORN = 8
LONGEST_STEP = 12  # words, with room to spare: a set may be a phrase of sets with a gap


class Phrase(NamedTuple):
    kind: str
    role: str
    line: str


class Step(NamedTuple):
    """One of ``labels`` (words, verb forms, sets) after at most ``gap`` other words; ``ahead`` steps only look."""

    labels: frozenset[str]
    optional: bool
    gap: int
    ahead: str


class Pattern(NamedTuple):
    """A line read: its steps, those a text must hold, what it can begin with, which of that are sets, and how many
    words it can reach over."""

    steps: tuple[Step, ...]
    required: tuple[frozenset[str], ...]
    beginnings: frozenset[str]
    sets_first: frozenset[str]
    reach: int


class Phrases(NamedTuple):
    """Phrases that make up sets, and the others, each by the labels of their rarest part."""

    sets: Mapping[str, list[Phrase]]
    others: Mapping[str, list[Phrase]]


@cache
def pattern(line: str) -> Pattern:
    steps: list[Step] = []
    gap = 0
    for part in line.split():
        if part in GAPS:
            gap = GAPS[part]
            continue
        steps.append(Step(frozenset(alternatives(part)), part[-1] == "?", gap, part[0] if part[0] in "=!" else ""))
        gap = 0
    required = tuple(step.labels for step in steps if not step.optional and not step.ahead)
    beginnings = frozenset(_beginnings(steps))
    reach = sum(step.gap + LONGEST_STEP for step in steps)
    return Pattern(tuple(steps), required, beginnings, frozenset(filter(is_a_set, beginnings)), reach)


def alternatives(part: str) -> list[str]:
    return part.strip("=!?").split("|")


def is_a_set(role: str) -> bool:
    """Sets begin with @; two words joined by a low line are a set of one phrase."""
    return role[0] == "@" or "_" in role


def filed(phrases: Iterable[Phrase], used: Mapping[str, int]) -> Phrases:
    """``used`` counts how often each part stands in all the lists: a part in few is likely to be rare in texts."""
    sets: dict[str, list[Phrase]] = {}
    others: dict[str, list[Phrase]] = {}
    common = {part: part.count("|") + WORN * ("@" in part) + times // WORN for part, times in used.items()}
    for one in phrases:
        place = sets if is_a_set(one.role) else others
        for label in alternatives(min(_parts(one.line), key=common.__getitem__)):
            place.setdefault(label, []).append(one)
    return Phrases(sets, others)


def _parts(line: str) -> list[str]:
    """Those that a text must hold."""
    return [part for part in line.split() if part[0] not in ".=!" and part[-1] != "?"]


def _beginnings(steps: list[Step]) -> set[str]:
    """The edge of a clause counts only when it stands alone: what follows it is looked for instead."""
    labels: set[str] = set()
    for step in steps:
        if step.labels == {"^"} and len(steps) > 1:
            continue
        labels |= step.labels
        if not step.optional:
            break
    return labels
