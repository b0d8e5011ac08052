"""What stands around the lines and marks: axes, words, breaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter

from goalward.charts.axis import date_ticks, value_ticks
from goalward.charts.chart import LineChart
from goalward.charts.language import Language
from goalward.charts.markup import escape, shorten
from goalward.charts.plot import Layout, Plot, coordinate
from goalward.messages import Message

__all__ = ["Surroundings", "full_surroundings", "small_surroundings"]

LONGEST_END, LONGEST_BREAK = 40, 20  # letters that fit
LETTER = 8  # units: a generous width of one letter
GAP = 5  # units: between a line and its label
TICK = 5  # units: length of a tick
HALF_A_DATE = 34  # units: keeps the label of a date inside the viewBox


@dataclass(frozen=True, slots=True)
class Surroundings:
    """SVG elements drawn as lines, and those that are text."""

    strokes: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Flag:
    """The line of a break at ``x``, and its label where there is room for one."""

    x: float
    label: str
    rightward: bool


def full_surroundings(chart: LineChart, layout: Layout, plot: Plot, language: Language) -> Surroundings:
    values = [(plot.y(value), language.number(chart.scale, value)) for value in value_ticks(chart.scale)]
    days = labelled_days(chart, plot, language)
    raised = tuple(flags(chart, layout, plot))
    return Surroundings(
        strokes=(
            path("chart-grid", "".join(f"M{layout.left},{coordinate(y)}H{layout.right}" for y, _ in values)),
            path("chart-frame", f"M{layout.left},{coordinate(plot.top)}V{layout.bottom}H{layout.right}"),
            path("chart-tick", "".join(f"M{coordinate(x)},{layout.bottom}v{TICK}" for x, _ in days)),
            *break_lines(raised, layout, plot),
        ),
        words=(
            *value_labels(values, layout, language),
            *date_labels(days, layout),
            *ends(chart, layout, language),
            *break_labels(raised, layout, language),
        ),
    )


def small_surroundings(chart: LineChart, layout: Layout, plot: Plot, language: Language) -> Surroundings:
    baseline = path("chart-frame", f"M{layout.left},{layout.bottom}H{layout.right}")
    return Surroundings(
        strokes=(baseline, *break_lines(flags(chart, layout, plot), layout, plot)),
        words=(text("chart-last", near_edge(layout, language), layout.height - 6, last_words(chart, language)),),
    )


def labelled_days(chart: LineChart, plot: Plot, language: Language) -> list[tuple[float, str]]:
    if not chart.days():
        return []
    style, days = date_ticks(min(chart.days()), max(chart.days()))
    return [(plot.x(day), language.format_date(day, style)) for day in days]


def value_labels(values: list[tuple[float, str]], layout: Layout, language: Language) -> Iterator[str]:
    anchor = "start" if language.right_to_left else "end"
    for y, label in values:
        yield text("chart-label", layout.left - 8, y + 5, label, anchor)


def date_labels(days: list[tuple[float, str]], layout: Layout) -> Iterator[str]:
    for x, label in days:
        inside = max(HALF_A_DATE, min(x, layout.width - HALF_A_DATE))
        yield text("chart-label", inside, layout.bottom + 22, label, "middle")


def ends(chart: LineChart, layout: Layout, language: Language) -> Iterator[str]:
    scale, x = chart.scale, near_edge(layout, language)
    for value, words, y in (
        (scale.highest, scale.highest_words, layout.top - 12),
        (scale.lowest, scale.lowest_words, layout.height - 6),
    ):
        said = language.say(Message("charts.end", {"number": language.number(scale, value), "words": words}))
        yield text("chart-label", x, y, shorten(said, LONGEST_END))


def flags(chart: LineChart, layout: Layout, plot: Plot) -> Iterator[Flag]:
    """Labels stand right of their line, or left near the edge; one that would cover the label before it is left out."""
    taken = 0.0
    for line in sorted(chart.breaks, key=attrgetter("on")):
        label = shorten(line.label, LONGEST_BREAK)
        x, width = plot.x(line.on), GAP + LETTER * len(label)
        rightward = x + width <= layout.width
        start = x if rightward else x - width
        labelled = start >= taken
        if labelled:
            taken = start + width
        yield Flag(x, label if labelled else "", rightward)


def break_lines(raised: Iterable[Flag], layout: Layout, plot: Plot) -> Iterator[str]:
    """A line without a label stays below the labels of others."""
    for flag in raised:
        top = plot.top - (layout.flag if flag.label else 0)
        yield path("chart-break", f"M{coordinate(flag.x)},{coordinate(top)}V{layout.bottom}")


def break_labels(raised: Iterable[Flag], layout: Layout, language: Language) -> Iterator[str]:
    for flag in raised:
        if flag.label:
            anchor = "end" if flag.rightward == language.right_to_left else "start"
            x = flag.x + (GAP if flag.rightward else -GAP)
            yield text("chart-break-label", x, layout.top + 12, flag.label, anchor)


def last_words(chart: LineChart, language: Language) -> str:
    """The last known value of the current series: values of earlier words do not speak for the new ones."""
    known = [point.value for series in chart.series[-1:] for point in series.points if point.value is not None]
    if not known:
        return language.say(Message("charts.last_none"))
    return shorten(language.say(Message("charts.last", {"words": chart.scale.words(known[-1])})), LONGEST_END)


def near_edge(layout: Layout, language: Language) -> int:
    """Where a line of text starts."""
    return layout.right if language.right_to_left else layout.left


def path(css_class: str, steps: str) -> str:
    return f'<path class="{css_class}" d="{steps}"/>'


def text(css_class: str, x: float, y: float, words: str, anchor: str = "start") -> str:
    place = f'x="{coordinate(x)}" y="{coordinate(y)}"'
    return f'<text class="{css_class}" {place} text-anchor="{anchor}">{escape(words)}</text>'
