"""A text as the reader of stances sees it: what stands where, and the cues around a harm."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from .matching import Hit, Lattice, where_stand

__all__ = ["Scene", "overlap"]

TURNING = ("unable", "not", "stop")


def overlap(one: Hit, other: Hit) -> bool:
    return one.start < other.end and other.start < one.end


@dataclass(frozen=True, slots=True)
class Scene:
    words: Sequence[str]
    places: Lattice
    cues: Mapping[str, Sequence[Hit]]
    past_forms: frozenset[str]
    turning: Mapping[int, Sequence[Hit]]
    stops: Sequence[int]
    where: Mapping[str, Sequence[int]]
    answers: dict[str, bool] = field(default_factory=dict)

    @classmethod
    def of(cls, words: Sequence[str], places: Lattice, cues: Iterable[Hit], past_forms: frozenset[str]) -> Scene:
        by_role: dict[str, list[Hit]] = {}
        turning: dict[int, list[Hit]] = {}
        for cue in sorted(cues, key=lambda cue: cue.start - cue.end):
            by_role.setdefault(cue.role, []).append(cue)
            if cue.role in TURNING:
                for at in range(cue.start, cue.end):
                    turning.setdefault(at, []).append(cue)
        stops = [-1, *(at for at, word in enumerate(words) if word == "."), len(words)]
        return cls(words, places, by_role, past_forms, turning, stops, where_stand(places))

    def has(self, at: int, label: str) -> bool:
        return label in self.places[at]

    def any(self, label: str, start: int, end: int) -> bool:
        return self.first(label, start) < end

    def first(self, label: str, start: int) -> int:
        """The first place from ``start`` on where it stands; the end of the text when it stands nowhere."""
        found = self.where.get(label, ())
        place = bisect_left(found, start)
        return found[place] if place < len(found) else len(self.places)

    def light(self, start: int, end: int) -> bool:
        """Whether only words that carry no meaning of their own stand here."""
        return all("@light" in place for place in self.places[start:end])

    def sentence(self, hit: Hit) -> tuple[int, int]:
        return self.stops[bisect_left(self.stops, hit.start) - 1] + 1, self.stops[bisect_left(self.stops, hit.end)]

    def clause_end(self, hit: Hit) -> int:
        return min(self.first("@break", hit.end), self.first(",", hit.end), self.sentence(hit)[1])

    def within(self, role: str, start: int, end: int) -> list[Hit]:
        return [cue for cue in self.cues.get(role, ()) if cue.start >= start and cue.end <= end]
