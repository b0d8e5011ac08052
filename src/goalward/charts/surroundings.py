"""What stands around the lines and marks: axes, words, breaks, events, the band."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from goalward.charts.axis import date_ticks, value_ticks
from goalward.charts.band import band_strokes
from goalward.charts.chart import LineChart
from goalward.charts.elements import coordinate, path, text
from goalward.charts.flags import break_signs, event_flags, sign_strokes, sign_words
from goalward.charts.key import ROW_HEIGHT, key_rows, key_strokes, key_words
from goalward.charts.language import Language
from goalward.charts.markup import shorten
from goalward.charts.plot import Layout, Plot
from goalward.messages import Message

__all__ = ["Surroundings", "card_surroundings", "surroundings"]

LONGEST_END = 40  # letters that fit
LINE = 20  # units: height that the words of an end take under the dates
KEY_GAP = 4  # units
TICK = 5  # units: length of a tick
HALF_A_DATE = 34  # units: keeps the label of a date inside the viewBox


@dataclass(frozen=True, slots=True)
class Surroundings:
    """SVG elements drawn as lines, those that are text, and the height of all in units."""

    height: int
    strokes: tuple[str, ...]
    words: tuple[str, ...]


def surroundings(chart: LineChart, layout: Layout, plot: Plot, language: Language) -> Surroundings:
    """With a value axis and a date axis."""
    ticks = value_ticks(chart.scale, layout.value_steps)
    values = [(plot.y(value), language.number(chart.scale, value)) for value in ticks]
    days = labelled_days(chart, plot, language)
    flags = event_flags(chart, layout, plot)
    signs = tuple(break_signs(chart, layout, plot, flags))
    foot = layout.height - (0 if chart.scale.lowest_words else LINE)
    rows = key_rows(chart, layout, foot + KEY_GAP, language)
    return Surroundings(
        height=foot + ROW_HEIGHT * len(rows),
        strokes=(
            *band_strokes(chart, layout, plot),
            path("chart-grid", "".join(f"M{layout.left},{coordinate(y)}H{layout.right}" for y, _ in values)),
            path("chart-frame", f"M{layout.left},{coordinate(plot.top)}V{layout.bottom}H{layout.right}"),
            path("chart-tick", "".join(f"M{coordinate(x)},{layout.bottom}v{TICK}" for x, _ in days)),
            *sign_strokes(chart, layout, plot, flags, signs),
            *key_strokes(rows, layout, language),
        ),
        words=(
            *value_labels(values, layout, language),
            *date_labels(days, layout),
            *ends(chart, layout, language),
            *sign_words(layout, flags, signs, language),
            *key_words(rows, layout, language),
        ),
    )


def card_surroundings(chart: LineChart, layout: Layout, plot: Plot, language: Language) -> Surroundings:
    """Without axes or flags: the last value stands in words."""
    return Surroundings(
        height=layout.height,
        strokes=(
            *band_strokes(chart, layout, plot),
            path("chart-frame", f"M{layout.left},{layout.bottom}H{layout.right}"),
            *sign_strokes(chart, layout, plot, (), tuple(break_signs(chart, layout, plot, ()))),
        ),
        words=(text("chart-last", near_edge(layout, language), layout.height - 6, last_words(chart, language)),),
    )


def labelled_days(chart: LineChart, plot: Plot, language: Language) -> list[tuple[float, str]]:
    covered = chart.covers()
    if covered is None:
        return []
    style, days = date_ticks(*covered)
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
    """What the ends of the scale mean, where anybody said so."""
    scale, x = chart.scale, near_edge(layout, language)
    for value, words, y in (
        (scale.highest, scale.highest_words, layout.top - 12),
        (scale.lowest, scale.lowest_words, layout.height - 6),
    ):
        if words:
            said = language.say(Message("charts.end", {"number": language.number(scale, value), "words": words}))
            yield text("chart-label", x, y, shorten(said, LONGEST_END))


def last_words(chart: LineChart, language: Language) -> str:
    """The last known value of the current series: values of earlier words do not speak for the new ones."""
    known = [point.value for series in chart.series[-1:] for point in series.points if point.value is not None]
    if not known:
        return language.say(Message("charts.last_none"))
    return shorten(language.say(Message("charts.last", {"words": chart.scale.words(known[-1])})), LONGEST_END)


def near_edge(layout: Layout, language: Language) -> int:
    """Where a line of text starts."""
    return layout.right if language.right_to_left else layout.left
