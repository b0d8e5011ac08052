"""A band shaded across the plot. Its ends are lines of their own, so that it shows without colour."""

from __future__ import annotations

from collections.abc import Iterator

from goalward.charts.chart import LineChart
from goalward.charts.elements import coordinate, path
from goalward.charts.plot import Layout, Plot

__all__ = ["band_strokes", "shaded"]


def band_strokes(chart: LineChart, layout: Layout, plot: Plot) -> Iterator[str]:
    """Nothing where the whole band lies outside the scale."""
    if chart.band is None:
        return
    lowest, highest = max(chart.band.lowest, chart.scale.lowest), min(chart.band.highest, chart.scale.highest)
    if lowest <= highest:
        yield from shaded(layout.left, layout.right, plot.y(highest), plot.y(lowest))


def shaded(left: float, right: float, top: float, bottom: float) -> Iterator[str]:
    """The area, and its upper and lower end."""
    x, y, to_x, to_y = map(coordinate, (left, top, right, bottom))
    yield (
        f'<path class="chart-band" d="M{x},{y}H{to_x}V{to_y}H{x}z" fill="currentColor" fill-opacity="0.1"'
        ' stroke="none"/>'
    )
    yield path("chart-band-edge", f"M{x},{y}H{to_x}M{x},{to_y}H{to_x}")
