"""A goal's ratings over time, in segments: ratings of different words are different things."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter

__all__ = ["Rating", "Segment", "segments"]


@dataclass(frozen=True, slots=True)
class Rating:
    """One check-in on a goal. ``value`` is None where it was skipped; ``version`` is the wording that was rated."""

    on: date
    value: int | None
    version: int


@dataclass(frozen=True, slots=True)
class Segment:
    """The ratings of one wording, in time order, never empty."""

    version: int
    ratings: tuple[Rating, ...]

    @property
    def starts_on(self) -> date:
        return self.ratings[0].on

    @property
    def ends_on(self) -> date:
        return self.ratings[-1].on

    @property
    def values(self) -> tuple[int, ...]:
        """The values that were given; a skipped rating is unknown and has none."""
        return tuple(rating.value for rating in self.ratings if rating.value is not None)


def segments(ratings: Iterable[Rating]) -> tuple[Segment, ...]:
    """One segment per wording, oldest wording first, whatever the order of the ratings."""
    in_order = sorted(ratings, key=attrgetter("version", "on"))
    return tuple(Segment(version, tuple(of_it)) for version, of_it in groupby(in_order, key=attrgetter("version")))
