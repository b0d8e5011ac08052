"""What stands under the picture: the meaning of the band and of each numbered flag."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from goalward.charts.band import shaded
from goalward.charts.chart import Event, LineChart
from goalward.charts.elements import text
from goalward.charts.flags import BASELINE, FLAG_HEIGHT, flag_outline
from goalward.charts.language import Language
from goalward.charts.markup import shorten
from goalward.charts.plot import Layout
from goalward.messages import Message

__all__ = ["ROW_HEIGHT", "Row", "key_rows", "key_strokes", "key_words"]

ROW_HEIGHT = 22  # units
SAMPLE = 26  # units: width of what a row explains
GAP = 8  # units
LONGEST = 44  # letters that fit


@dataclass(frozen=True, slots=True)
class Row:
    """``top`` is its place in the picture; ``number`` that of an event's flag, empty for the band."""

    top: int
    words: str
    number: str = ""


def key_rows(chart: LineChart, layout: Layout, top: int, language: Language) -> list[Row]:
    """The first row starts at ``top``."""
    told = [(chart.band.label, "")] if chart.band else []
    if layout.names_events:
        told += [(event_words(event, language), str(number)) for number, event in enumerate(chart.events, 1)]
    return [Row(top + index * ROW_HEIGHT, words, number) for index, (words, number) in enumerate(told)]


def event_words(event: Event, language: Language) -> str:
    day = language.format_date(event.on, "full")
    return language.say(Message("charts.event_on", {"day": day, "label": event.label}))


def key_strokes(rows: Iterable[Row], layout: Layout, language: Language) -> Iterator[str]:
    x = layout.right - SAMPLE if language.right_to_left else layout.left
    for row in rows:
        if row.number:
            yield flag_outline(x, row.top, SAMPLE)
        else:
            yield from shaded(x, x + SAMPLE, row.top, row.top + FLAG_HEIGHT)


def key_words(rows: Iterable[Row], layout: Layout, language: Language) -> Iterator[str]:
    edge, step = (layout.right, -1) if language.right_to_left else (layout.left, 1)
    for row in rows:
        y = row.top + BASELINE
        if row.number:
            yield text("chart-flag-label", edge + step * SAMPLE / 2, y, row.number, "middle")
        yield text("chart-label", edge + step * (SAMPLE + GAP), y, shorten(row.words, LONGEST))
