"""What a chart shows, before anything is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from goalward.progress import Scale

__all__ = ["Break", "ChartError", "LineChart", "Point", "Series"]


class ChartError(ValueError):
    """A chart cannot be drawn as asked."""


@dataclass(frozen=True, slots=True)
class Point:
    """A value on a day; None where it is unknown, which leaves a gap and is never drawn as 0."""

    on: date
    value: float | None


@dataclass(frozen=True, slots=True)
class Series:
    """Points that may be joined by a line, kept in time order. ``label`` names them in the table."""

    points: Sequence[Point]
    label: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "points", tuple(sorted(self.points, key=attrgetter("on"))))

    def runs(self) -> Iterator[list[tuple[date, float]]]:
        """The stretches without a gap."""
        run: list[tuple[date, float]] = []
        for point in self.points:
            if point.value is not None:
                run.append((point.on, point.value))
            elif run:
                yield run
                run = []
        if run:
            yield run


@dataclass(frozen=True, slots=True)
class Break:
    """A day from which the line means something else, such as a goal's new words. ``label`` is short."""

    on: date
    label: str


@dataclass(frozen=True, slots=True)
class LineChart:
    """One scale over time. The last series is the current one; earlier ones are drawn more quietly.

    description: one plain sentence about the chart. Raises ChartError for a value outside the scale.
    """

    title: str
    series: tuple[Series, ...]
    scale: Scale
    description: str = ""
    breaks: tuple[Break, ...] = ()

    def __post_init__(self) -> None:
        for point in self.points():
            if point.value is not None and point.value not in self.scale:
                ends = f"from {self.scale.lowest} to {self.scale.highest}"
                raise ChartError(f"The value on {point.on} is {point.value}; this scale goes {ends}.")

    def points(self) -> Iterator[Point]:
        for series in self.series:
            yield from series.points

    def days(self) -> tuple[date, ...]:
        """Every day that needs a place on the time axis."""
        return (*(point.on for point in self.points()), *(line.on for line in self.breaks))
