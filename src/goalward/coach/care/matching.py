"""Find the phrases of the word lists in a text.

A phrase is tried only where it can begin, on texts that hold every step of it, and no gap crosses a clause: the time
grows with the length of the text alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from .phrases import Pattern, Phrase, Phrases, Step, pattern

__all__ = ["Hit", "Lattice", "find", "lattice", "where_stand"]

CLAUSE_ENDS = frozenset({".", ",", "but", "so", "then", "because", "though", "although"})
CLAUSE_JOINTS = frozenset({"and", "or", "when", "until", "till"})
TURNING = "@turning"
NEVER_IN_A_GAP = CLAUSE_ENDS | CLAUSE_JOINTS | {"i", "if", "who", "before", "after", TURNING}
NO_GAP = "|"  # stands where a gap ends
YEAR = re.compile("(19|20)[0-9]{2}")

Named = tuple[str, Sequence[Step]]  # a set and one of its phrases
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
        if not NEVER_IN_A_GAP.isdisjoint(place):
            place[NO_GAP] = at
        places.append(place)
    places.append({"$": len(words)})
    return places


def find(places: Lattice, phrases: Phrases) -> list[Hit]:
    """Every hit in the text; phrases of sets join the lattice first, so that the others can build on them."""
    beginning = _beginning(frozenset().union(*places), phrases.sets)
    for start in range(len(places) - 1, -1, -1):
        _join_sets(start, places, beginning)
    where = where_stand(places)
    possible = _possible(where, phrases.others)
    return [hit for one, rarest in possible.items() for hit in _hits(one, rarest, where, places)]


def where_stand(places: Lattice) -> dict[str, list[int]]:
    """For each word, form and set, the places where it stands, in order."""
    where: dict[str, list[int]] = {}
    for at, place in enumerate(places):
        for label in place:
            where.setdefault(label, []).append(at)
    return where


def _beginning(words: frozenset[str], sets: Mapping[str, Sequence[Phrase]]) -> Mapping[str, Sequence[Named]]:
    """The phrases of sets that the text may hold, by what they can begin with."""
    found: dict[str, list[Named]] = {}
    for role, known in _buildable(words, sets):
        for label in (known.beginnings & words) | known.sets_first:
            found.setdefault(label, []).append((role, known.steps))
    return found


def _buildable(words: frozenset[str], sets: Mapping[str, Sequence[Phrase]]) -> Iterator[tuple[str, Pattern]]:
    """Phrases of words that stand in the text, and of sets that such phrases make up: round by round."""
    present, fresh = set(words), sorted(words)
    waiting: dict[Phrase, Pattern] = {}
    while fresh:
        waiting |= {one: pattern(one.line) for label in fresh for one in sets.get(label, ())}
        ready = [one for one, known in waiting.items() if _holds(present, known.required)]
        yield from ((one.role, waiting.pop(one)) for one in ready)
        fresh = list(dict.fromkeys(one.role for one in ready if one.role not in present))
        present.update(fresh)


def _join_sets(start: int, places: Lattice, beginning: Mapping[str, Sequence[Named]]) -> None:
    place = places[start]
    agenda = list(place)
    for label in agenda:
        for role, steps in beginning.get(label, ()):
            end = _end(steps, 0, start, places)
            if end > place.get(role, -1):
                agenda.append(role)  # also when it only grew: what builds on it may grow with it
                place[role] = end
        if label == TURNING:
            place[NO_GAP] = start


def _possible(where: Mapping[str, Sequence[int]], others: Mapping[str, Sequence[Phrase]]) -> dict[Phrase, list[int]]:
    """The phrases every one of whose steps stands somewhere in the text, and where their rarest part stands."""
    present = frozenset(where)
    found: dict[Phrase, list[int]] = {}
    for label in where:
        for one in others.get(label, ()):
            if one in found:
                found[one] += where[label]
            elif _holds(present, pattern(one.line).required):
                found[one] = [*where[label]]
    return found


def _holds(present: Set[str], required: Iterable[frozenset[str]]) -> bool:
    for labels in required:  # noqa: SIM110 (the busiest loop of all: all() with a generator takes three times as long)
        if labels.isdisjoint(present):
            return False
    return True


def _hits(one: Phrase, rarest: Sequence[int], where: Mapping[str, Sequence[int]], places: Lattice) -> Iterator[Hit]:
    known, near = pattern(one.line), sorted(rarest)
    for start in {at for label in known.beginnings for at in where.get(label, ())}:
        next_one = bisect_left(near, start)
        if next_one < len(near) and near[next_one] - start <= known.reach:
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
    if not labels.isdisjoint(places[at]):
        end = _next(steps, number, at, places)
        if end >= 0:
            return end
    if gap:
        end = _after_a_gap(steps, number, at, places)
        if end >= 0:
            return end
    return _end(steps, number + 1, at, places) if optional else -1


def _after_a_gap(steps: Sequence[Step], number: int, at: int, places: Lattice) -> int:
    labels, _, gap, _ = steps[number]
    for here in range(at, min(at + gap, len(places) - 1)):
        if NO_GAP in places[here]:
            return -1
        if not labels.isdisjoint(places[here + 1]):
            end = _next(steps, number, here + 1, places)
            if end >= 0:
                return end
    return -1


def _next(steps: Sequence[Step], number: int, at: int, places: Lattice) -> int:
    labels = steps[number].labels
    for label, reached in places[at].items():
        if label in labels:
            end = _end(steps, number + 1, reached, places)
            if end >= 0:
                return end
    return -1
