"""Find the phrases of the word lists in a text.

A phrase is tried only where it can begin, on texts that hold every step of it, and no gap crosses a clause: the time
grows with the length of the text alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from .phrases import Phrase, Phrases, Step, pattern

__all__ = ["Hit", "Lattice", "find", "lattice"]

CLAUSE_ENDS = frozenset({".", ",", "but", "so", "then", "because", "though", "although"})
CLAUSE_JOINTS = frozenset({"and", "or", "when", "until", "till"})
NEVER_IN_A_GAP = CLAUSE_ENDS | CLAUSE_JOINTS | {"i", "if", "who", "before", "after", "@turning"}
YEAR = re.compile("(19|20)[0-9]{2}")

Lattice = list[dict[str, int]]
"""For each place in the text: what stands there (a word, a verb form, a set) and where it ends."""


class Hit(NamedTuple):
    kind: str
    role: str
    start: int
    end: int


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
    words = frozenset().union(*places)
    for start in range(len(places) - 1, -1, -1):
        _join_sets(start, places, words, phrases.sets)
    where: dict[str, list[int]] = {}
    for at, place in enumerate(places):
        for label in place:
            where.setdefault(label, []).append(at)
    return [hit for one in _possible(where, phrases.others) for hit in _hits(one, where, places)]


def _join_sets(start: int, places: Lattice, words: frozenset[str], sets: Mapping[str, Sequence[Phrase]]) -> None:
    place = places[start]
    agenda = list(place)
    for label in agenda:
        for one in sets.get(label, ()):
            known = pattern(one.line)
            if not _holds(words, known.words):
                continue
            end = _end(known.steps, 0, start, places)
            if end > place.get(one.role, -1):
                if one.role not in place:
                    agenda.append(one.role)
                place[one.role] = end


def _possible(where: Mapping[str, object], others: Mapping[str, Sequence[Phrase]]) -> Iterable[Phrase]:
    """The phrases every one of whose steps stands somewhere in the text."""
    present = frozenset(where)
    return {one for label in where for one in others.get(label, ()) if _holds(present, pattern(one.line).required)}


def _holds(present: frozenset[str], required: Iterable[frozenset[str]]) -> bool:
    for labels in required:  # noqa: SIM110 (the busiest loop of all: all() with a generator takes three times as long)
        if labels.isdisjoint(present):
            return False
    return True


def _hits(one: Phrase, where: Mapping[str, Sequence[int]], places: Lattice) -> Iterator[Hit]:
    known = pattern(one.line)
    for start in {at for label in known.beginnings for at in where.get(label, ())}:
        end = _end(known.steps, 0, start, places)
        if end >= 0:
            yield Hit(one.kind, one.role, start, end)


def _end(steps: Sequence[Step], number: int, at: int, places: Lattice) -> int:
    """Where the rest of the phrase ends when it begins here, or -1."""
    if number == len(steps):
        return at
    labels, optional, gap, ahead = steps[number]
    if ahead:
        follows = not labels.isdisjoint(places[at])
        return _end(steps, number + 1, at, places) if follows == (ahead == "=") else -1
    for here in range(at, min(at + gap + 1, len(places))):
        if not labels.isdisjoint(places[here]):
            end = _next(steps, number, here, places)
            if end >= 0:
                return end
        if gap and not NEVER_IN_A_GAP.isdisjoint(places[here]):
            break
    return _end(steps, number + 1, at, places) if optional else -1


def _next(steps: Sequence[Step], number: int, at: int, places: Lattice) -> int:
    labels = steps[number].labels
    for label, reached in places[at].items():
        if label in labels:
            end = _end(steps, number + 1, reached, places)
            if end >= 0:
                return end
    return -1
