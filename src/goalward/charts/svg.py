"""A line chart as SVG: no script, no style beyond geometry, every text escaped."""

from __future__ import annotations

import re

from goalward.charts.chart import ChartError, LineChart
from goalward.charts.language import ENGLISH, Language
from goalward.charts.marks import lines, marks, runs
from goalward.charts.markup import escape
from goalward.charts.plot import LAYOUTS, Plot, Size
from goalward.charts.spoken import described
from goalward.charts.surroundings import card_surroundings, surroundings

__all__ = ["line_chart"]


def line_chart(chart: LineChart, *, id_prefix: str = "chart", size: Size = "full", language: Language = ENGLISH) -> str:
    """The chart as an SVG element for a page or a file. "small" is a line for a card, with its last value in words.
    "multiple" is lower than "full", to stand under others of its kind: see ``together``.

    id_prefix: differs between charts on one page. Colours come from the page's classes, or else from the text around
    the chart. Raises ChartError.
    """
    require_id(id_prefix)
    layout = LAYOUTS[size]
    plot = Plot.of(chart, layout)
    around = (card_surroundings if size == "small" else surroundings)(chart, layout, plot, language)
    drawn = runs(chart, plot)
    return "\n".join(
        (
            opening(id_prefix, size, layout.width, around.height, language),
            f'<title id="{id_prefix}-title">{escape(chart.title)}</title>',
            f'<desc id="{id_prefix}-desc">{escape(described(chart, language))}</desc>',
            '<g fill="none" stroke="currentColor">',
            *around.strokes,
            *lines(drawn),
            '</g>\n<g fill="currentColor">',
            *marks(drawn, plot),
            *around.words,
            "</g>\n</svg>",
        )
    )


def opening(id_prefix: str, size: Size, width: int, height: int, language: Language) -> str:
    css_class = "chart" if size == "full" else f"chart chart-{size}"
    direction = "rtl" if language.right_to_left else "ltr"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{css_class}" viewBox="0 0 {width} {height}"'
        f' direction="{direction}" role="img" aria-labelledby="{id_prefix}-title {id_prefix}-desc">'
    )


def require_id(prefix: str) -> None:
    if not re.fullmatch(r"[A-Za-z][\w-]*", prefix, re.ASCII):
        raise ChartError(f"An id starts with a letter and holds only letters, digits, - and _, unlike {prefix!r}.")
