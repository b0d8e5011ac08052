"""How each series was before a day, and from that day on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from goalward.progress import Better, PhaseComparison, StatisticRow, compare_phases, measure_direction
from goalward.web.progress.queries import Course
from goalward.web.progress.series import EverySeries, area_name, measure_name

__all__ = ["NEAREST", "Compared", "compared_at"]

NEAREST = 60  # values on each side of the day, a year of weeks and more: the pairs to look at grow with the square
FIRST = 1  # the statistic that stands beside the sentence; the others are folded away


@dataclass(frozen=True, slots=True)
class Compared:
    """One series by its name, which is in the person's own words for a goal."""

    name: str
    is_goal: bool
    found: PhaseComparison

    @property
    def main(self) -> list[StatisticRow]:
        return [row for row in self.found.rows[:FIRST] if row.refusal is None]

    @property
    def others(self) -> list[StatisticRow]:
        """Those that are hidden come with the reason; where all are, the sentence says enough."""
        return [*self.found.rows[FIRST:]] if self.main else []


def compared_at(day: date, series: EverySeries) -> Iterator[Compared]:
    """Each series that has a value, by its values nearest to the day: nothing is blended."""
    for course in series.goals:
        yield from _compared(course.version.wording, _ratings(course), day, Better.HIGHER, is_goal=True)
    for scores in series.measures:
        points = ((each.on, each.value) for each in scores.scores)
        yield from _compared(measure_name(scores), points, day, measure_direction(scores.measure))
    for area, impacts in series.areas.items():
        yield from _compared(area_name(area), impacts, day, Better.LOWER)


def _ratings(course: Course) -> Iterator[tuple[date, float | None]]:
    """Under the words of now: ratings of other words are of something else."""
    return ((each.on, each.value) for each in course.ratings if each.version == course.version.number)


def _compared(
    name: str, points: Iterable[tuple[date, float | None]], day: date, better: Better, *, is_goal: bool = False
) -> Iterator[Compared]:
    known = [(on, value) for on, value in points if value is not None]
    before, after = ([point for point in known if (point[0] < day) is is_before] for is_before in (True, False))
    if known:
        near = [*before[-NEAREST:], *after[:NEAREST]]
        yield Compared(name, is_goal, compare_phases(near, from_day=day, better=better))
