from __future__ import annotations

import gzip
import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalward.charts import Band, Break, ChartError, Event, Language, LineChart, Point, Series, goal_chart, line_chart
from goalward.charts.plot import LAYOUTS
from goalward.progress import Rating, RatingError, Scale, attainment_scale, rating_scale
from tests.unit.charts.chart_examples import EXAMPLES, GOLDEN, MONDAY, ratings_of_twelve_weeks, walking, weekly
from tests.unit.charts.drawn import (
    CHARTS,
    LANGUAGES,
    SIZES,
    SVG,
    centre,
    corners,
    of_class,
    parsed,
    places,
    shape,
    texts,
)

CLASSES = {
    "chart",
    "chart-small",
    "chart-multiple",
    "chart-frame",
    "chart-grid",
    "chart-tick",
    "chart-label",
    "chart-line",
    "chart-line-earlier",
    "chart-mark",
    "chart-break",
    "chart-break-label",
    "chart-event",
    "chart-flag",
    "chart-flag-label",
    "chart-band",
    "chart-band-edge",
    "chart-last",
}
ATTRIBUTES = {
    *("class", "viewBox", "direction", "role", "aria-labelledby", "id", "fill", "stroke"),
    *("d", "points", "x", "y", "text-anchor", "stroke-dasharray", "fill-opacity"),
}
HOSTILE = "<script>alert('1')</script> & \" \x00\x07\ud800\ufffe ]]> 日本 👩‍👩‍👧 \u202e"


@given(CHARTS, SIZES, LANGUAGES)
def test_every_chart_is_well_formed_and_inside_its_picture(chart, size, language):
    root = parsed(line_chart(chart, size=size, language=language))
    _, _, width, height = map(float, root.get("viewBox").split())
    marks = of_class(root, "chart-mark")
    assert len(marks) == sum(point.value is not None for point in chart.points())
    starts = [centre(mark) for mark in marks]
    starts += [(float(text.get("x")), float(text.get("y"))) for text in root.iter(f"{SVG}text")]
    starts += [tuple(map(float, place.split(","))) for line in of_class(root, "chart-line") for place in places(line)]
    starts += [
        corner for name in ("chart-flag", "chart-band") for area in of_class(root, name) for corner in corners(area)
    ]
    assert all(0 <= x <= width and 0 <= y <= height for x, y in starts)


@given(CHARTS, SIZES)
def test_every_point_is_inside_the_plot_and_every_number_is_one(chart, size):
    root = parsed(line_chart(chart, size=size))
    layout = LAYOUTS[size]
    for x, y in map(centre, of_class(root, "chart-mark")):
        assert layout.left < x < layout.right
        assert layout.top <= y <= layout.bottom
    geometry = " ".join(
        element.get(name, "") for element in root.iter() for name in ("viewBox", "d", "points", "x", "y")
    )
    assert not re.search("nan|inf|e[+-]", geometry)


@given(CHARTS, SIZES, LANGUAGES)
def test_every_chart_keeps_to_its_classes_and_to_attributes_that_a_strict_policy_allows(chart, size, language):
    for element in parsed(line_chart(chart, size=size, language=language)).iter():
        assert set(element.keys()) <= ATTRIBUTES
        assert set(element.get("class", "").split()) <= CLASSES


@given(st.lists(st.integers(0, 10), min_size=2, max_size=30))
def test_a_higher_value_is_drawn_higher_and_a_later_day_further_right(values):
    marks = of_class(parsed(line_chart(goal_chart("Walk", weekly(values), rating_scale()))), "chart-mark")
    xs, ys = zip(*map(centre, marks), strict=True)
    assert list(xs) == sorted(xs)
    for value, y in zip(values, ys, strict=True):
        assert y == pytest.approx(186 - 158 * value / 10, abs=0.06)


@pytest.mark.parametrize("name", EXAMPLES)
def test_each_kind_of_chart_looks_as_it_did_when_somebody_last_looked(name):
    assert f"{EXAMPLES[name]}\n" == GOLDEN.joinpath(f"{name}.svg").read_text("utf-8")


def test_every_golden_file_has_its_chart():
    assert {path.stem for path in GOLDEN.iterdir()} == set(EXAMPLES)


def test_a_screen_reader_hears_the_title_and_the_sentence():
    root = parsed(line_chart(walking, id_prefix="walk-7"))
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "walk-7-title walk-7-desc"
    assert [(child.tag, child.get("id")) for child in list(root)[:2]] == [
        (f"{SVG}title", "walk-7-title"),
        (f"{SVG}desc", "walk-7-desc"),
    ]
    assert root.find(f"{SVG}title").text == "Walk with Sam on Tuesdays and Fridays"
    assert root.find(f"{SVG}desc").text.startswith("Your last rating is 7.")


def test_a_chart_without_a_sentence_says_which_days_it_covers():
    points = [Point(MONDAY + timedelta(1), 3), Point(MONDAY, 4)]
    root = parsed(line_chart(LineChart("Sleep", (Series(points),), rating_scale())))
    assert root.find(f"{SVG}desc").text == "Each mark is one rating, from 31 Aug 2026 to 1 Sep 2026."


def test_an_empty_chart_says_so_and_keeps_its_axes():
    root = parsed(line_chart(LineChart("Sleep", (), rating_scale())))
    assert root.find(f"{SVG}desc").text == "There is nothing to show yet."
    assert texts(root, "chart-label") == ["0", "5", "10", "10: fully there", "0: not there yet"]


def test_a_reworded_goal_starts_a_new_line_of_another_shape_behind_a_marked_break():
    root = parsed(line_chart(goal_chart("Walk", weekly([3, 4]) + weekly([5, 6], 2, date(2026, 10, 5)), rating_scale())))
    earlier, current = of_class(root, "chart-line")
    assert earlier.get("class") == "chart-line chart-line-earlier"
    assert current.get("class") == "chart-line"
    assert not set(places(earlier)) & set(places(current))
    first, second, third, fourth = of_class(root, "chart-mark")
    assert shape(first) == shape(second) != shape(third) == shape(fourth)
    (line,) = of_class(root, "chart-break")
    assert line.get("d").startswith(f"M{centre(third)[0]:g},")
    assert texts(root, "chart-break-label") == ["new words"]


def test_four_wordings_have_four_shapes():
    ratings = [Rating(MONDAY + timedelta(version), 5, version) for version in range(5)]
    shapes = [
        shape(mark) for mark in of_class(parsed(line_chart(goal_chart("Walk", ratings, rating_scale()))), "chart-mark")
    ]
    assert len(set(shapes)) == 4
    assert shapes[4] == shapes[0]


def test_an_unrated_week_leaves_a_gap_and_no_mark():
    root = parsed(line_chart(goal_chart("Walk", weekly([3, 4, None, None, 6, None, 7, 8]), rating_scale())))
    assert [len(places(line)) for line in of_class(root, "chart-line")] == [2, 2]
    assert len(of_class(root, "chart-mark")) == 5


def test_unrated_weeks_at_both_ends_keep_their_place_in_time():
    root = parsed(line_chart(goal_chart("Walk", weekly([None, 5, None]), rating_scale())))
    assert [centre(mark)[0] for mark in of_class(root, "chart-mark")] == [210]
    assert of_class(root, "chart-line") == []


def test_points_given_in_any_order_are_drawn_in_time_order():
    points = [Point(MONDAY, 1), Point(MONDAY + timedelta(7), 2), Point(MONDAY + timedelta(14), 3)]
    charts = (LineChart("Sleep", (Series(order),), rating_scale()) for order in (points, points[::-1]))
    assert len({line_chart(chart) for chart in charts}) == 1


def test_hostile_words_stay_words():
    scale = Scale(0, 10, HOSTILE, HOSTILE)
    chart = LineChart(HOSTILE, (Series([Point(MONDAY, 3)]),), scale, HOSTILE, (Break(MONDAY, HOSTILE),))
    chart = replace(chart, events=(Event(MONDAY, HOSTILE),), band=Band(1, 2, HOSTILE), window=(MONDAY, MONDAY))
    svg = line_chart(chart)
    root = parsed(svg)
    assert "<script" not in svg
    kept = root.find(f"{SVG}title").text
    assert {"title", "desc", "text"} >= {e.tag.removeprefix(SVG) for e in root.iter() if (e.text or "").strip()}
    assert kept == HOSTILE.translate(dict.fromkeys([0, 7, 0xD800, 0xFFFE], "\N{REPLACEMENT CHARACTER}"))


def test_long_words_are_cut_in_the_picture():
    root = parsed(line_chart(LineChart("Sleep", (), Scale(0, 10, "none", "word " * 50))))
    assert texts(root, "chart-label")[-2] == "10: word word word word word word word…"


def test_labels_of_breaks_never_cover_each_other_or_leave_the_picture():
    breaks = tuple(Break(MONDAY + timedelta(day), f"event {day}") for day in (100, 0, 3, 40))
    root = parsed(line_chart(LineChart("Sleep", (), rating_scale(), breaks=breaks)))
    tops = [line.get("d").split(",")[1] for line in of_class(root, "chart-break")]
    assert tops == ["28V186", "46V186", "28V186", "28V186"], "only the line without a label is shorter"
    labels = of_class(root, "chart-break-label")
    assert [label.text for label in labels] == ["event 0", "event 40", "event 100"]
    assert [label.get("text-anchor") for label in labels] == ["start", "start", "end"]


def test_a_card_shows_the_last_value_in_words():
    small = line_chart(goal_chart("Ring a friend", weekly([0, 1, None]), attainment_scale()), size="small")
    root = parsed(small)
    assert root.get("class") == "chart chart-small"
    assert texts(root, "chart-last") == ["Last: a little more than expected"]
    assert of_class(root, "chart-label") == of_class(root, "chart-break-label") == []


def test_a_card_does_not_give_the_old_rating_to_new_words():
    chart = goal_chart("Walk", weekly([3, 4]) + weekly([None], 2, date(2026, 10, 5)), rating_scale())
    assert texts(parsed(line_chart(chart, size="small")), "chart-last") == ["Not rated yet"]


def test_a_card_of_an_empty_chart_says_that_nothing_is_rated():
    root = parsed(line_chart(LineChart("Sleep", (), rating_scale()), size="small"))
    assert texts(root, "chart-last") == ["Not rated yet"]


def test_right_to_left_words_start_at_the_right_and_time_still_runs_to_the_right():
    there, back = (parsed(line_chart(walking, language=Language(right_to_left=rtl))) for rtl in (False, True))
    assert (there.get("direction"), back.get("direction")) == ("ltr", "rtl")
    assert [centre(mark) for mark in of_class(there, "chart-mark")] == [
        centre(mark) for mark in of_class(back, "chart-mark")
    ]
    end = of_class(back, "chart-label")[-1]
    assert (end.get("x"), end.get("text-anchor")) == ("384", "start")
    number = of_class(back, "chart-label")[0]
    assert (number.text, number.get("text-anchor")) == ("\u20660\u2069", "start")


def test_pages_speak_their_own_language_and_write_their_own_dates():
    language = Language(
        say=lambda message: f"«{message.id}»",
        format_date=lambda on, style: f"{style} {on:%d.%m.%Y}",
        right_to_left=False,
    )
    chart = goal_chart("Laufen", weekly([3]) + weekly([4], 2, date(2026, 9, 7)), rating_scale(), language)
    root = parsed(line_chart(chart, language=language))
    assert root.find(f"{SVG}desc").text == "«progress.rating_one_reworded»"
    assert texts(root, "chart-break-label") == ["«charts.reworded»"]
    assert texts(root, "chart-label")[3:5] == ["day 31.08.2026", "day 02.09.2026"]


@pytest.mark.parametrize("prefix", ["", "7", "a b", 'x"y', "é", "-a", "a\n"])
def test_an_id_that_a_page_cannot_hold_is_refused(prefix):
    with pytest.raises(ChartError, match="An id starts with a letter"):
        line_chart(walking, id_prefix=prefix)


@pytest.mark.parametrize("value", [-1, 11, float("nan"), float("inf")])
def test_a_value_outside_its_scale_is_named(value):
    with pytest.raises(ChartError, match=f"on 2026-08-31 is {value}; this scale goes from 0 to 10"):
        LineChart("Sleep", (Series([Point(MONDAY, value)]),), rating_scale())


def test_a_goal_rated_outside_its_scale_is_named():
    with pytest.raises(RatingError):
        goal_chart("Walk", weekly([11]), rating_scale())


def test_a_goal_chart_takes_ratings_that_can_be_read_only_once():
    assert goal_chart(walking.title, iter(ratings_of_twelve_weeks()), rating_scale()) == walking


@pytest.mark.parametrize("size", ["full", "multiple", "small"])
def test_a_year_of_days_stays_light(size):
    points = [Point(MONDAY + timedelta(day), (day * 37 + day * day) % 11) for day in range(365)]
    svg = line_chart(LineChart("Sleep", (Series(points),), rating_scale()), size=size)
    assert len(gzip.compress(svg.encode())) < 8_000
