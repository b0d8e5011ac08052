"""Lines and marks. Each series has a shape of its own, so that nothing rests on colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goalward.charts.chart import LineChart
from goalward.charts.elements import coordinate, dashes
from goalward.charts.plot import Plot

__all__ = ["Run", "lines", "marks", "runs"]

LARGEST, SMALLEST = 4.0, 1.8  # radius of a mark
SHARE = 0.45  # of the distance between neighbours, while a mark of that size can still be seen
# Square, diamond, triangle: steps from the centre around the outline, in radii.
POLYGONS = (
    ((-0.9, -0.9), (1.8, 0), (0, 1.8), (-1.8, 0)),
    ((0, -1.3), (1.3, 1.3), (-1.3, 1.3), (-1.3, -1.3)),
    ((0, -1.2), (1.2, 2.1), (-2.4, 0)),
)


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring marks of one series without a gap. ``places`` are "x,y" in the viewBox."""

    series: int
    earlier: bool
    places: tuple[str, ...]


def runs(chart: LineChart, plot: Plot) -> tuple[Run, ...]:
    return tuple(
        Run(
            series=index,
            earlier=index < len(chart.series) - 1,
            places=tuple(f"{coordinate(plot.x(on))},{coordinate(plot.y(value))}" for on, value in run),
        )
        for index, series in enumerate(chart.series)
        for run in series.runs()
    )


def lines(drawn: Sequence[Run]) -> Iterator[str]:
    """One line per run; a single mark needs none."""
    for run in drawn:
        if len(run.places) > 1:
            css_class = "chart-line chart-line-earlier" if run.earlier else "chart-line"
            yield f'<polyline class="{css_class}" points="{" ".join(run.places)}"{dashes(css_class)}/>'


def marks(drawn: Sequence[Run], plot: Plot) -> Iterator[str]:
    """One mark per known value, in the shape of its series."""
    neighbours = max(1, sum(len(run.places) for run in drawn))
    outlines = mark_outlines(min(LARGEST, max(SMALLEST, SHARE * (plot.right - plot.left) / neighbours)))
    for run in drawn:
        outline = outlines[run.series % len(outlines)]
        for place in run.places:
            yield f'<path class="chart-mark" d="M{place}{outline}"/>'


def mark_outlines(radius: float) -> tuple[str, ...]:
    """SVG path steps from the centre of a mark: a circle, then the polygons."""
    r, width = coordinate(radius), coordinate(2 * radius)
    circle = f"m-{r},0a{r},{r},0,1,0,{width},0a{r},{r},0,1,0,-{width},0z"
    return (circle, *(polygon(steps, radius) for steps in POLYGONS))


def polygon(steps: Sequence[tuple[float, float]], radius: float) -> str:
    return f"m{' '.join(f'{coordinate(dx * radius)},{coordinate(dy * radius)}' for dx, dy in steps)}z"
