"""What a chart shows, before anything is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from math import inf
from operator import attrgetter

from goalward.progress import Scale

__all__ = ["Band", "Break", "ChartError", "Event", "LineChart", "Point", "Series", "together"]


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
class Event:
    """Something that happened on a day in life, such as a new job. The line means the same before and after it."""

    on: date
    label: str


@dataclass(frozen=True, slots=True)
class Band:
    """Values that are shaded across the chart, such as all that chance alone would explain. May reach past the scale.

    Raises ChartError where the ends are no numbers, or the wrong way round.
    """

    lowest: float
    highest: float
    label: str

    def __post_init__(self) -> None:
        if not -inf < self.lowest <= self.highest < inf:
            raise ChartError(f"A band starts at or below its end, not from {self.lowest} to {self.highest}.")


@dataclass(frozen=True, slots=True)
class LineChart:
    """One scale over time. The last series is the current one; earlier ones are drawn more quietly.

    description: one plain sentence about the chart. value_name: what a value is, such as "Score"; else a rating.
    events: kept in time order, and numbered from 1 in it. window: first and last day of the time axis; without it,
    those of whatever the chart holds.
    Raises ChartError for a value outside the scale, or a day outside the window.
    """

    title: str
    series: tuple[Series, ...]
    scale: Scale
    description: str = ""
    breaks: tuple[Break, ...] = ()
    events: tuple[Event, ...] = ()
    band: Band | None = None
    window: tuple[date, date] | None = None
    value_name: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "events", tuple(sorted(self.events, key=attrgetter("on"))))
        require_values(self)
        require_days(self)

    @classmethod
    def of(cls, title: str, values: Iterable[tuple[date, float | None]], *, lowest: int, highest: int) -> LineChart:
        """One series from plain days and values."""
        points = [Point(on, value) for on, value in values]
        return cls(title, (Series(points),), Scale(lowest, highest, "", ""))

    def points(self) -> Iterator[Point]:
        return chain.from_iterable(series.points for series in self.series)

    def days(self) -> tuple[date, ...]:
        """Every day that needs a place on the time axis."""
        return (
            *(point.on for point in self.points()),
            *(line.on for line in self.breaks),
            *(event.on for event in self.events),
        )

    def covers(self) -> tuple[date, date] | None:
        """First and last day of the time axis; None where nothing says which they are."""
        if self.window:
            return self.window
        days = self.days()
        return (min(days), max(days)) if days else None


def require_values(chart: LineChart) -> None:
    for point in chart.points():
        if point.value is not None and point.value not in chart.scale:
            ends = f"from {chart.scale.lowest} to {chart.scale.highest}"
            raise ChartError(f"The value on {point.on} is {point.value}; this scale goes {ends}.")


def require_days(chart: LineChart) -> None:
    if chart.window is None:
        return
    first, last = chart.window
    if first > last:
        raise ChartError(f"A window ends on or after the day it starts, not from {first} to {last}.")
    for day in chart.days():
        if not first <= day <= last:
            raise ChartError(f"{day} lies outside the chart, which goes from {first} to {last}.")


def together(charts: Iterable[LineChart]) -> tuple[LineChart, ...]:
    """The charts on one time axis, each with the events of all, so that a number on a flag means one thing."""
    charts = tuple(charts)
    spans = [span for chart in charts if (span := chart.covers())]
    if not spans:
        return charts
    window = min(first for first, _ in spans), max(last for _, last in spans)
    events = tuple(dict.fromkeys(event for chart in charts for event in chart.events))
    return tuple(replace(chart, window=window, events=events) for chart in charts)
