"""A chart as pages show it: the picture, one sentence and a table, in the page's language."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import get_language_bidi

from goalward.charts import Language, LineChart, Size, data_table, line_chart, table_html
from goalward.web.ui.say import say

__all__ = ["Figure", "drawn", "spoken"]


@dataclass(frozen=True, slots=True)
class Figure:
    """``svg`` and ``table`` are markup with every text escaped; they are empty while there is nothing to draw."""

    sentence: str
    svg: str = ""
    table: str = ""


def drawn(chart: LineChart, id_prefix: str, size: Size = "full") -> Figure:
    """id_prefix: differs between the charts of a page."""
    language = spoken()
    svg = line_chart(chart, id_prefix=id_prefix, size=size, language=language)
    return Figure(chart.description, svg, table_html(data_table(chart, language)))


def spoken() -> Language:
    """The page's language, as charts know it."""
    return Language(say=say, right_to_left=get_language_bidi())
