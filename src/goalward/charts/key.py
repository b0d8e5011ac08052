"""What stands under the picture: the meaning of the band and of each numbered flag."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    """``number`` is that of an event's flag; empty for the band."""

    words: str
    number: str = ""


def key_rows(chart: LineChart, layout: Layout, language: Language) -> tuple[Row, ...]:
    band = (Row(chart.band.label),) if chart.band and layout.has_key else ()
    if not layout.names_events:
        return band
    return (*band, *(Row(event_words(event, language), str(n)) for n, event in enumerate(chart.events, 1)))


def event_words(event: Event, language: Language) -> str:
    day = language.format_date(event.on, "full")
    return language.say(Message("charts.event_on", {"day": day, "label": event.label}))


def key_strokes(rows: Sequence[Row], layout: Layout, language: Language) -> Iterator[str]:
    x = layout.right - SAMPLE if language.right_to_left else layout.left
    for y, row in places(rows, layout):
        if row.number:
            yield flag_outline(x, y, SAMPLE)
        else:
            yield from shaded(x, x + SAMPLE, y, y + FLAG_HEIGHT)


def key_words(rows: Sequence[Row], layout: Layout, language: Language) -> Iterator[str]:
    edge, step = (layout.right, -1) if language.right_to_left else (layout.left, 1)
    for y, row in places(rows, layout):
        if row.number:
            yield text("chart-flag-label", edge + step * SAMPLE / 2, y + BASELINE, row.number, "middle")
        yield text("chart-label", edge + step * (SAMPLE + GAP), y + BASELINE, shorten(row.words, LONGEST))


def places(rows: Sequence[Row], layout: Layout) -> Iterator[tuple[int, Row]]:
    """The upper end of each row."""
    for index, row in enumerate(rows):
        yield layout.height + 4 + index * ROW_HEIGHT, row
