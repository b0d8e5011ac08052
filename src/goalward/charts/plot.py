"""From days and values to places in the picture."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from goalward.charts.chart import LineChart

__all__ = ["LAYOUTS", "Layout", "Plot", "Size"]

Size = Literal["full", "multiple", "small"]


@dataclass(frozen=True, slots=True)
class Layout:
    """A viewBox and the plot's edges in it. A unit is near a pixel on a phone, so text of 12 to 16 units reads well.

    inset: room between the edges and the outermost marks. flag: height that flags and labels take above the plot.
    value_steps: the most steps on the value axis. names_events: says under the picture what each flag means.
    """

    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int
    inset: int
    flag: int = 0
    value_steps: int = 0
    names_events: bool = False


# "full" and "multiple" share their edges, so that days stand under each other whatever the scales.
LAYOUTS: dict[Size, Layout] = {
    "full": Layout(400, 240, 36, 384, 28, 186, inset=10, flag=18, value_steps=4, names_events=True),
    "multiple": Layout(400, 168, 36, 384, 24, 118, inset=10, flag=18, value_steps=3),
    "small": Layout(width=320, height=88, left=2, right=318, top=8, bottom=58, inset=6),
}


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
        first, last = (day.toordinal() for day in chart.covers() or (date.min, date.min))
        return cls(
            left=layout.left + layout.inset,
            right=layout.right - layout.inset,
            top=layout.top + (layout.flag if chart.breaks or chart.events else 0),
            bottom=layout.bottom,
            first_day=first,
            days=last - first,
            lowest=chart.scale.lowest,
            span=chart.scale.highest - chart.scale.lowest,
        )

    def x(self, on: date) -> float:
        share = (on.toordinal() - self.first_day) / self.days if self.days else 0.5
        return self.left + (self.right - self.left) * share

    def y(self, value: float) -> float:
        return self.bottom - (self.bottom - self.top) * (value - self.lowest) / self.span
