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
    """A line read: its steps, those a text must hold, those that are plain words, and what it can begin with."""

    steps: tuple[Step, ...]
    required: tuple[frozenset[str], ...]
    words: tuple[frozenset[str], ...]
    beginnings: frozenset[str]


class Phrases(NamedTuple):
    """Phrases that name sets, by every label they can begin with; the others by the labels of their rarest part."""

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
    words = tuple(labels for labels in required if not any(map(is_a_set, labels)))
    return Pattern(tuple(steps), required, words, frozenset(_beginnings(steps)))


def alternatives(part: str) -> list[str]:
    return part.strip("=!?").split("|")


def is_a_set(role: str) -> bool:
    """Sets begin with @; two words joined by a low line are a set of one phrase."""
    return role[0] == "@" or "_" in role


def filed(phrases: Iterable[Phrase], used: Mapping[str, int]) -> Phrases:
    """``used`` counts how often each part stands in all the lists: a part in few is likely to be rare in texts."""
    sets: dict[str, list[Phrase]] = {}
    others: dict[str, list[Phrase]] = {}
    for one in phrases:
        if is_a_set(one.role):
            for label in pattern(one.line).beginnings:
                sets.setdefault(label, []).append(one)
        else:
            for label in alternatives(_rarest_part(one.line, used)):
                others.setdefault(label, []).append(one)
    return Phrases(sets, others)


def _rarest_part(line: str, used: Mapping[str, int]) -> str:
    required = [part for part in line.split() if part[0] not in ".=!" and part[-1] != "?"]
    return min(required, key=lambda part: part.count("|") + WORN * ("@" in part) + used[part] // WORN)


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
