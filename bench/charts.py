"""A chart of a year of days: how long it takes, and how much of a page it weighs.

    python -m bench.charts

365 ratings with a band, three events and two breaks. The peer is the least that could be called a chart: the same 365
coordinates joined into one path, without axes, marks or words. Rounds are interleaved, so that a change of the
machine's speed meets both alike. The ratio tells of the work; the milliseconds depend on the machine.
"""

from __future__ import annotations

import gzip
import sys
from collections.abc import Callable
from datetime import date, timedelta
from statistics import median
from time import perf_counter

from goalward.charts import Band, Break, Event, LineChart, Point, Series, line_chart
from goalward.progress import rating_scale

MOST_MS, MOST_BYTES = 3.0, 8_000
ROUNDS, TIMES = 15, 10
FIRST = date(2026, 1, 1)
DAYS = 365


def year() -> LineChart:
    """Three wordings, rated daily by a sum that looks like chance and is the same each time."""
    points = [Point(FIRST + timedelta(day), (day * 37 + day * day) % 11) for day in range(DAYS)]
    turns = (90, 200)
    return LineChart(
        title="A year of ratings",
        series=tuple(Series(points[start:end]) for start, end in zip((0, *turns), (*turns, DAYS), strict=True)),
        scale=rating_scale(),
        breaks=tuple(Break(FIRST + timedelta(turn), "new words") for turn in turns),
        events=tuple(Event(FIRST + timedelta(day), "an event") for day in (20, 150, 300)),
        band=Band(2.5, 5.5, "chance alone"),
    )


def bare_path(chart: LineChart) -> str:
    values = [(point.on.toordinal(), point.value or 0) for point in chart.points()]
    first, step = values[0][0], 328 / DAYS
    return '<path d="M' + "L".join(f"{46 + (on - first) * step:.1f},{186 - 14 * y:.1f}" for on, y in values) + '"/>'


def milliseconds(draw: Callable[[], str]) -> float:
    start = perf_counter()
    for _ in range(TIMES):
        draw()
    return (perf_counter() - start) / TIMES * 1000


def main() -> None:
    chart = year()
    tasks = {
        "bare path": lambda: bare_path(chart),
        "chart, full": lambda: line_chart(chart),
        "chart, multiple": lambda: line_chart(chart, size="multiple"),
        "chart, small": lambda: line_chart(chart, size="small"),
    }
    rounds = [{name: milliseconds(draw) for name, draw in tasks.items()} for _ in range(ROUNDS)]
    print(f"{'365 points':18}{'ms':>8}{'ratio':>8}{'gzip':>8}")
    kept = True
    for name, draw in tasks.items():
        took = median(each[name] for each in rounds)
        ratio = median(each[name] / each["bare path"] for each in rounds)
        weight = len(gzip.compress(draw().encode()))
        kept &= took < MOST_MS and weight < MOST_BYTES
        print(f"{name:18}{took:8.2f}{ratio:8.1f}{weight:8}")
    print(f"under {MOST_MS:g} ms and {MOST_BYTES} bytes: {'kept' if kept else 'NOT KEPT'}")
    sys.exit(0 if kept else 1)


if __name__ == "__main__":
    main()
