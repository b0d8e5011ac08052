"""Series as a picture, a table and a sentence that everyone can read.

>>> from datetime import date
>>> from goalward.charts import LineChart, line_chart
>>> sleep = LineChart.of("Sleep", [(date(2026, 11, 3), 4), (date(2026, 11, 10), None)], lowest=0, highest=10)
>>> svg = line_chart(sleep)

A band, events and another time axis are fields of the chart: ``replace(sleep, band=Band(3, 5, "chance"))``.
"""

from goalward.charts.chart import Band, Break, ChartError, Event, LineChart, Point, Series, together
from goalward.charts.goal import goal_chart
from goalward.charts.language import ENGLISH, DateStyle, Language, english_date
from goalward.charts.plot import Size
from goalward.charts.score import score_chart
from goalward.charts.svg import line_chart
from goalward.charts.table import Table, data_table, table_html

__all__ = [
    "ENGLISH",
    "Band",
    "Break",
    "ChartError",
    "DateStyle",
    "Event",
    "Language",
    "LineChart",
    "Point",
    "Series",
    "Size",
    "Table",
    "data_table",
    "english_date",
    "goal_chart",
    "line_chart",
    "score_chart",
    "table_html",
    "together",
]
