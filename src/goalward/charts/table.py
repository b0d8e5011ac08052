"""The numbers behind a chart, for everyone who would rather read them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import compress
from operator import itemgetter

from goalward.charts.chart import LineChart, Point
from goalward.charts.language import ENGLISH, Language
from goalward.charts.markup import escape
from goalward.charts.spoken import band_sentence
from goalward.messages import Message

__all__ = ["Table", "data_table", "table_html"]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of plain text. The first cell of a row names it."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def data_table(chart: LineChart, language: Language = ENGLISH) -> Table:
    """One row per point and per event, in time order. A column tells several series apart, another holds the events."""
    has = {"date": True, "value": True, "label": len(chart.series) > 1, "event": bool(chart.events)}
    caption = " · ".join(filter(None, (chart.title, band_sentence(chart, language))))
    rows = sorted((*point_rows(chart, language), *event_rows(chart, language)), key=itemgetter(0))
    return Table(
        caption,
        columns=tuple(column(name, chart, language) for name in has if has[name]),
        rows=tuple((language.format_date(on, "full"), *compress(cells, [*has.values()][1:])) for on, cells in rows),
    )


def column(name: str, chart: LineChart, language: Language) -> str:
    if name == "value" and chart.value_name:
        return chart.value_name
    return language.say(Message(f"charts.column_{name}"))


def point_rows(chart: LineChart, language: Language) -> Iterator[tuple[date, tuple[str, ...]]]:
    for series in chart.series:
        for point in series.points:
            yield point.on, (value_words(point, chart, language), series.label, "")


def event_rows(chart: LineChart, language: Language) -> Iterator[tuple[date, tuple[str, ...]]]:
    for number, event in enumerate(chart.events, 1):
        said = language.say(Message("charts.event_numbered", {"number": number, "label": event.label}))
        yield event.on, ("", "", said)


def value_words(point: Point, chart: LineChart, language: Language) -> str:
    if point.value is None:
        return language.say(Message("charts.not_known" if chart.value_name else "charts.not_rated"))
    number = language.number(chart.scale, point.value)
    if not chart.scale.level_words:
        return number
    return language.say(Message("charts.end", {"number": number, "words": chart.scale.words(point.value)}))


def table_html(table: Table) -> str:
    """The table as HTML, every text escaped."""
    head = cells(table.columns, '<th scope="col">', "</th>")
    body = "\n".join(
        f'<tr><th scope="row">{escape(row[0])}</th>{cells(row[1:], "<td>", "</td>")}</tr>' for row in table.rows
    )
    return (
        f'<table class="chart-table">\n<caption>{escape(table.caption)}</caption>\n'
        f"<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>\n{body}\n</tbody>\n</table>"
    )


def cells(texts: Iterable[str], before: str, after: str) -> str:
    return "".join(f"{before}{escape(text)}{after}" for text in texts)
