"""A small language for the phrases of a lexicon, and the matcher that finds them.

    hurt+|harm+ my? arms       one of two verbs in any form, an optional word, a word
    die now|at_once            an alternative of two words is joined by a low line
    @quit .. @medicine         a phrase of a named set, up to three words between, another set; "..." leaves room for six
    ^ cut again $              nothing before and nothing after it in its clause
    die !of|laughing           a word that must not follow; =again one that must, though it is no part of the phrase

Each phrase is filed under its rarest step and tried only on texts that hold that step, so a text pays for the words it has.
No gap crosses a clause: the time grows with the length of the text alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

__all__ = ["Hit", "Lattice", "Phrase", "Phrases", "Step", "filed", "find", "lattice", "phrase"]

YEAR = re.compile("(19|20)[0-9]{2}")
GAPS = {"..": 3, "...": 6}
CLAUSE_ENDS = frozenset({".", ",", "but", "so", "then", "because", "though", "although"})
CLAUSE_JOINTS = frozenset({"and", "or", "when", "until", "till"})
NEVER_IN_A_GAP = CLAUSE_ENDS | CLAUSE_JOINTS | {"i", "if", "who", "before", "after", "@turning"}

Lattice = list[dict[str, int]]
"""For each place in the text: what stands there (a word, a form, a set) and where it ends."""


class Step(NamedTuple):
    labels: frozenset[str]
    optional: bool
    gap: int
    ahead: str


class Phrase(NamedTuple):
    kind: str
    role: str
    steps: tuple[Step, ...]


class Hit(NamedTuple):
    kind: str
    role: str
    start: int
    end: int


class Phrases(NamedTuple):
    """Phrases that name sets, by every label they can begin with; the others by the labels of their rarest step."""

    sets: Mapping[str, Sequence[Phrase]]
    others: Mapping[str, Sequence[Phrase]]


def phrase(kind: str, role: str, line: str) -> Phrase:
    steps: list[Step] = []
    gap = 0
    for part in line.split():
        if part in GAPS:
            gap = GAPS[part]
            continue
        ahead = part[0] if part[0] in "=!" else ""
        optional = part[-1] == "?"
        labels = part.removeprefix(ahead).removesuffix("?").split("|")
        steps.append(Step(frozenset(labels), optional, gap, ahead))
        gap = 0
    return Phrase(kind, role, tuple(steps))


def filed(phrases: Sequence[Phrase]) -> Phrases:
    sets: dict[str, list[Phrase]] = {}
    others: dict[str, list[Phrase]] = {}
    used = Counter(chain.from_iterable(step.labels for candidate in phrases for step in candidate.steps))
    for candidate in phrases:
        names_a_set = candidate.role[0] == "@" or "_" in candidate.role
        drawer, labels = (sets, _beginnings(candidate)) if names_a_set else (others, _rarest(candidate, used))
        for label in labels:
            drawer.setdefault(label, []).append(candidate)
    return Phrases(sets, others)


def _beginnings(candidate: Phrase) -> set[str]:
    """Every label the phrase can begin with; the edge of a clause counts only when it stands alone."""
    labels: set[str] = set()
    for step in candidate.steps:
        if step.labels == {"^"} and len(candidate.steps) > 1:
            continue
        labels |= step.labels
        if not step.optional:
            break
    return labels


def _rarest(candidate: Phrase, used: Mapping[str, int]) -> frozenset[str]:
    required = [step.labels for step in candidate.steps if not step.optional and not step.ahead]
    return min(required, key=lambda labels: sum(map(used.__getitem__, labels)))


def lattice(words: Sequence[str], labels: Mapping[str, Sequence[str]], names: Collection[int] = ()) -> Lattice:
    places: Lattice = []
    for at, word in enumerate(words):
        place = {word: at + 1} | dict.fromkeys(labels.get(word, ()), at + 1)
        if word[0].isdecimal():
            place["@year" if YEAR.fullmatch(word) else "@number"] = at + 1
        if at in names and word not in labels:
            place["@name"] = at + 1
        if at == 0 or words[at - 1] in CLAUSE_ENDS or words[at - 1] in CLAUSE_JOINTS:
            place["^"] = at
        if word in CLAUSE_ENDS:
            place["$"] = at
        places.append(place)
    places.append({"$": len(words)})
    return places


def find(places: Lattice, phrases: Phrases) -> list[Hit]:
    """Every hit in the text; phrases of sets join the lattice first, so that the others can build on them."""
    for start in range(len(places) - 1, -1, -1):
        _join_sets(start, places, phrases.sets)
    where: dict[str, list[int]] = {}
    for at, place in enumerate(places):
        for label in place:
            where.setdefault(label, []).append(at)
    return [hit for candidate in _possible(where, phrases.others) for hit in _hits(candidate, where, places)]


def _join_sets(start: int, places: Lattice, sets: Mapping[str, Sequence[Phrase]]) -> None:
    place = places[start]
    agenda = list(place)
    for label in agenda:
        for candidate in sets.get(label, ()):
            end = _end(candidate.steps, 0, start, places)
            if end > place.get(candidate.role, -1):
                if candidate.role not in place:
                    agenda.append(candidate.role)
                place[candidate.role] = end


def _possible(where: Mapping[str, object], others: Mapping[str, Sequence[Phrase]]) -> Iterable[Phrase]:
    """The phrases every one of whose steps stands somewhere in the text."""
    seen: set[int] = set()
    present = where.keys()
    for label in where:
        for candidate in others.get(label, ()):
            if id(candidate) not in seen:
                seen.add(id(candidate))
                if all(
                    optional or ahead or not labels.isdisjoint(present)
                    for labels, optional, _, ahead in candidate.steps
                ):
                    yield candidate


def _hits(candidate: Phrase, where: Mapping[str, Sequence[int]], places: Lattice) -> Iterator[Hit]:
    starts = {at for label in _beginnings(candidate) for at in where.get(label, ())}
    for start in starts:
        end = _end(candidate.steps, 0, start, places)
        if end >= 0:
            yield Hit(candidate.kind, candidate.role, start, end)


def _end(steps: Sequence[Step], number: int, at: int, places: Lattice) -> int:
    """Where the rest of the phrase ends when it begins here, or -1."""
    if number == len(steps):
        return at
    labels, optional, gap, ahead = steps[number]
    if ahead:
        follows = not labels.isdisjoint(places[at])
        return _end(steps, number + 1, at, places) if follows == (ahead == "=") else -1
    for here in range(at, min(at + gap + 1, len(places))):
        for label, reached in places[here].items():
            if label in labels:
                end = _end(steps, number + 1, reached, places)
                if end >= 0:
                    return end
        if not NEVER_IN_A_GAP.isdisjoint(places[here]):
            break
    return _end(steps, number + 1, at, places) if optional else -1
