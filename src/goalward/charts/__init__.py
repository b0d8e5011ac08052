"""Series as a picture, a table and a sentence that everyone can read.

line_chart(LineChart("Sleep", (Series([Point(date(2026, 11, 3), 4)]),), rating_scale()))
"""

from goalward.charts.chart import Break, ChartError, LineChart, Point, Series
from goalward.charts.goal import goal_chart
from goalward.charts.language import ENGLISH, DateStyle, Language, english_date
from goalward.charts.plot import Size
from goalward.charts.svg import line_chart
from goalward.charts.table import Table, data_table, table_html

__all__ = [
    "ENGLISH",
    "Break",
    "ChartError",
    "DateStyle",
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
    "table_html",
]
