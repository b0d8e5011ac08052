from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from goalward.charts import Band, Event, Language, LineChart, Point, Series, Table, data_table, goal_chart, table_html
from goalward.progress import attainment_scale, rating_scale
from tests.unit.charts.chart_examples import MONDAY, walking, weekly


def parsed(html: str) -> ET.Element:
    return ET.fromstring(html)  # noqa: S314 our own output, and the point is that it parses


def test_the_table_holds_every_rating_in_time_order_and_says_what_was_not_rated():
    table = data_table(goal_chart("Walk", weekly([3, None, 0]), rating_scale()))
    assert table == Table(
        caption="Walk",
        columns=("Date", "Rating"),
        rows=(("31 Aug 2026", "3"), ("7 Sep 2026", "not rated"), ("14 Sep 2026", "0")),
    )


def test_a_reworded_goal_tells_its_wordings_apart():
    table = data_table(walking)
    assert table.columns == ("Date", "Rating", "Words")
    assert table.rows[5] == ("5 Oct 2026", "6", "version 1")
    assert table.rows[6] == ("12 Oct 2026", "4", "version 2")


def test_a_level_stands_as_number_and_words():
    rows = data_table(goal_chart("Ring a friend", weekly([-1, 2]), attainment_scale())).rows
    assert [value for _, value in rows] == ["−1: a little less than expected", "+2: much more than expected"]


def test_a_number_between_whole_ones_is_written_as_it_is():
    chart = LineChart("Hours of sleep", (Series([Point(MONDAY, 6.5)]),), rating_scale())
    assert data_table(chart).rows == (("31 Aug 2026", "6.5"),)


def test_events_stand_in_the_table_on_their_days_with_the_number_of_their_flag():
    chart = replace(
        goal_chart("Walk", weekly([3, 4]), rating_scale()), events=(Event(MONDAY + timedelta(3), "new job"),)
    )
    table = data_table(chart)
    assert table.columns == ("Date", "Rating", "What happened")
    assert table.rows == (("31 Aug 2026", "3", ""), ("3 Sep 2026", "", "1: new job"), ("7 Sep 2026", "4", ""))


def test_a_reworded_goal_with_events_keeps_both_columns():
    table = data_table(replace(walking, events=(Event(MONDAY, "new job"),)))
    assert table.columns == ("Date", "Rating", "Words", "What happened")
    assert table.rows[:2] == (("31 Aug 2026", "3", "version 1", ""), ("31 Aug 2026", "", "", "1: new job"))


def test_the_band_is_said_above_the_table():
    chart = replace(goal_chart("Walk", weekly([3]), rating_scale()), band=Band(1.35, 4.65, "chance alone"))
    assert data_table(chart).caption == "Walk · Shaded, from 1.35 to 4.65: chance alone."


def test_a_score_is_called_a_score_and_one_that_nobody_knows_is_not_known():
    chart = replace(
        LineChart.of("PHQ-9", [(MONDAY, 12.857142), (MONDAY, None)], lowest=0, highest=27), value_name="Score"
    )
    table = data_table(chart)
    assert table.columns == ("Date", "Score")
    assert [value for _, value in table.rows] == ["12.86", "not known"]


def test_two_scores_of_different_days_stand_in_time_order():
    days = [MONDAY + timedelta(n) for n in range(4)]
    series = (Series([Point(days[0], 1), Point(days[2], 1)], "a"), Series([Point(days[1], 2), Point(days[3], 2)], "b"))
    assert [row[2] for row in data_table(LineChart("Sleep", series, rating_scale())).rows] == ["a", "b", "a", "b"]


def test_pages_speak_their_own_language_in_the_table():
    language = Language(
        say=lambda message: f"«{message.id}»",
        format_date=lambda on, style: f"{style} {on:%d.%m.%Y}",
        right_to_left=True,
    )
    table = data_table(
        LineChart("Schlaf", (Series([Point(MONDAY, None), Point(MONDAY, 3)]),), rating_scale()), language
    )
    assert table.columns == ("«charts.column_date»", "«charts.column_value»")
    assert table.rows == (("full 31.08.2026", "«charts.not_rated»"), ("full 31.08.2026", "\u20663\u2069"))


def test_the_html_names_its_rows_and_columns():
    table = parsed(table_html(data_table(walking)))
    assert table.get("class") == "chart-table"
    assert [child.tag for child in table] == ["caption", "thead", "tbody"]
    assert [cell.get("scope") for cell in table.findall("thead/tr/th")] == ["col", "col", "col"]
    rows = table.findall("tbody/tr")
    assert len(rows) == 12
    assert all(
        [(cell.tag, cell.get("scope")) for cell in row] == [("th", "row"), ("td", None), ("td", None)] for row in rows
    )


def test_an_empty_table_keeps_its_heads():
    table = parsed(table_html(data_table(LineChart("Sleep", (), rating_scale()))))
    assert [cell.text for cell in table.findall("thead/tr/th")] == ["Date", "Rating"]
    assert table.findall("tbody/tr") == []


@given(st.text(), st.lists(st.tuples(st.text(), st.text()), max_size=4))
def test_any_text_stays_text(caption, rows):
    html = table_html(Table(caption, ("Date", caption), tuple(rows)))
    table = parsed(html)
    assert len(table.findall("tbody/tr")) == len(rows)
    assert {element.tag for element in table.iter()} <= {"table", "caption", "thead", "tbody", "tr", "th", "td"}


def test_angle_brackets_and_quotes_are_shown_exactly():
    html = table_html(Table("<b>\"Walk\" & 'run'</b>", ("Date",), ((str(MONDAY + timedelta(1)),),)))
    assert "<b>" not in html
    assert parsed(html).find("caption").text == "<b>\"Walk\" & 'run'</b>"
