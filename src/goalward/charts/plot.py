"""From days and values to places in the picture."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from goalward.charts.chart import LineChart

__all__ = ["LAYOUTS", "Layout", "Plot", "Size", "coordinate"]

Size = Literal["full", "small"]


@dataclass(frozen=True, slots=True)
class Layout:
    """A viewBox and the plot's edges in it. A unit is near a pixel on a phone, so text of 12 to 16 units reads well.

    inset: room between the edges and the outermost marks. flag: height that the labels of breaks take above the plot.
    """

    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int
    inset: int
    flag: int = 0


LAYOUTS: dict[Size, Layout] = {
    "full": Layout(width=400, height=240, left=36, right=384, top=28, bottom=186, inset=10, flag=18),
    "small": Layout(width=320, height=88, left=2, right=318, top=8, bottom=58, inset=6),
}


def coordinate(place: float) -> str:
    """At most one decimal: finer than a pixel, and short."""
    return f"{round(place, 1):g}"


@dataclass(frozen=True, slots=True)
class Plot:
    """The area that the marks share."""

    left: float
    right: float
    top: float
    bottom: float
    first_day: int
    days: int
    lowest: int
    span: int

    @classmethod
    def of(cls, chart: LineChart, layout: Layout) -> Plot:
        days = [day.toordinal() for day in chart.days()] or [0]
        return cls(
            left=layout.left + layout.inset,
            right=layout.right - layout.inset,
            top=layout.top + (layout.flag if chart.breaks else 0),
            bottom=layout.bottom,
            first_day=min(days),
            days=max(days) - min(days),
            lowest=chart.scale.lowest,
            span=chart.scale.highest - chart.scale.lowest,
        )

    def x(self, on: date) -> float:
        share = (on.toordinal() - self.first_day) / self.days if self.days else 0.5
        return self.left + (self.right - self.left) * share

    def y(self, value: float) -> float:
        return self.bottom - (self.bottom - self.top) * (value - self.lowest) / self.span
