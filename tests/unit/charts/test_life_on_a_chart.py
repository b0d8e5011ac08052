"""Events, bands and charts that stand under each other."""

from __future__ import annotations

import doctest
import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import goalward.charts
from goalward.charts import Band, Break, ChartError, Event, Language, LineChart, line_chart, together
from goalward.charts.elements import DASHES
from goalward.progress import rating_scale
from tests.unit.charts.chart_examples import EXAMPLES, LIFE, MONDAY, low_mood, progress_page, walking
from tests.unit.charts.drawn import BANDS, CHARTS, SIZES, SVG, centre, corners, of_class, parsed, texts

CHANCE = Band(2, 5, "chance alone")
SCALES = st.sampled_from([(0, 10), (0, 27), (0, 80), (-2, 2), (0, 100)])


def after(days: int) -> date:
    return MONDAY + timedelta(days)


def sleep(*values: tuple[int, float | None]) -> LineChart:
    return LineChart.of("Sleep", [(after(day), value) for day, value in values], lowest=0, highest=10)


def described(svg: str) -> str:
    return parsed(svg).find(f"{SVG}desc").text


def verticals(svg: str, css_class: str) -> list[float]:
    return [float(re.match(r"M([\d.]+),", line.get("d")).group(1)) for line in of_class(parsed(svg), css_class)]


def x_of_each_day(chart: LineChart) -> dict[date, float]:
    marks = of_class(parsed(line_chart(chart, size="multiple")), "chart-mark")
    return {point.on: centre(mark)[0] for point, mark in zip(chart.points(), marks, strict=True)}


def test_the_example_in_the_package_draws_a_chart():
    assert doctest.testmod(goalward.charts) == (0, 4)


def test_three_lines_of_a_script_draw_a_score_that_is_no_whole_number():
    mark, other = of_class(parsed(line_chart(sleep((0, 2.5), (7, 5), (14, None)))), "chart-mark")
    assert centre(mark)[1] == pytest.approx(186 - 158 / 4)
    assert centre(other)[1] == pytest.approx(186 - 158 / 2)


def test_a_scale_without_words_says_nothing_at_its_ends():
    root = parsed(line_chart(sleep((0, 4))))
    assert texts(root, "chart-label") == ["0", "5", "10", "31 Aug"]
    assert root.get("viewBox") == "0 0 400 220"


def test_an_event_has_a_numbered_flag_in_time_order_and_its_words_in_the_key():
    root = parsed(
        line_chart(replace(sleep((0, 4), (90, 5)), events=(Event(after(60), "moved"), Event(after(20), "new job"))))
    )
    assert texts(root, "chart-flag-label") == ["1", "2", "1", "2"], "above the plot, and again in the key"
    assert texts(root, "chart-label")[-2:] == ["20 Sep 2026: new job", "30 Oct 2026: moved"]


def test_a_screen_reader_hears_the_sentence_then_the_band_then_every_event():
    chart = replace(walking, description="Your last rating is 7.", events=LIFE[:2], band=CHANCE)
    assert described(line_chart(chart)) == (
        "Your last rating is 7. Shaded, from 2 to 5: chance alone. "
        "Event 1, 17 Sep 2026: new job. Event 2, 19 Nov 2026: moved in with Sam."
    )


def test_the_days_in_the_sentence_are_those_of_the_ratings():
    assert "from 1 Sep 2026 to 2 Sep 2026" in described(
        line_chart(replace(sleep((1, 4), (2, 4)), events=(Event(after(40), "new job"),), window=(MONDAY, after(90))))
    )


@pytest.mark.parametrize("size", ["full", "multiple"])
def test_events_too_close_for_a_flag_each_share_one(size):
    events = tuple(Event(after(day), "x") for day in (0, 1, 2, 50, 99, 100))
    root = parsed(line_chart(replace(sleep((0, 4), (100, 5)), events=events), size=size))
    assert texts(root, "chart-flag-label")[:3] == ["1–3", "4", "5–6"]
    assert len(of_class(root, "chart-event")) == 6


@given(st.lists(st.integers(0, 900), max_size=25), st.lists(st.integers(0, 900), max_size=5), st.booleans())
def test_flags_and_words_of_breaks_never_cover_each_other_and_every_event_has_a_flag(days, turns, rtl):
    chart = replace(
        sleep((0, 4), (900, 5)),
        events=tuple(Event(after(day), "x") for day in days),
        breaks=tuple(Break(after(day), "new words") for day in turns),
    )
    root = parsed(line_chart(chart, size="multiple", language=Language(right_to_left=rtl)))
    covered = [tuple(x for x, _ in corners(flag)) for flag in of_class(root, "chart-flag")]
    for label in of_class(root, "chart-break-label"):
        x, leftward = float(label.get("x")), (label.get("text-anchor") == "end") != rtl
        covered.append((x - 72, x) if leftward else (x, x + 72))
    assert all(one[1] <= other[0] + 0.2 for one, other in pairwise(sorted(covered)))
    assert all(start >= -0.1 and end <= 400.1 for start, end in covered)
    spoken = [text.strip("\u2066\u2069").split("–") for text in texts(root, "chart-flag-label")]
    assert [n for ends in spoken for n in range(int(ends[0]), int(ends[-1]) + 1)] == list(range(1, len(days) + 1))


def test_words_of_a_break_step_aside_for_a_flag():
    chart = replace(
        sleep((0, 4), (100, 5)), events=(Event(after(50), "new job"),), breaks=(Break(after(50), "new words"),)
    )
    (label,) = of_class(parsed(line_chart(chart)), "chart-break-label")
    assert (label.get("text-anchor"), float(label.get("x"))) == ("end", 205)


def test_an_event_on_a_card_is_a_line_without_a_flag():
    root = parsed(line_chart(replace(walking, events=LIFE, band=CHANCE), size="small"))
    assert len(of_class(root, "chart-event")) == 3
    assert len(of_class(root, "chart-band")) == 1
    assert of_class(root, "chart-flag") == []


def test_a_band_lies_between_its_ends_and_its_meaning_stands_under_the_picture():
    root = parsed(line_chart(replace(sleep((0, 4)), band=CHANCE), size="multiple"))
    band, sample = of_class(root, "chart-band")
    (_, top), (_, bottom) = corners(band)
    assert (top, bottom) == (118 - 94 * 5 / 10, pytest.approx(118 - 94 * 2 / 10, abs=0.06))
    assert texts(root, "chart-label")[-1] == "chance alone"
    assert corners(sample)[0][1] > 118


@given(BANDS, SIZES)
def test_a_band_never_leaves_the_plot(band, size):
    root = parsed(line_chart(replace(walking, band=band), size=size))
    height = float(root.get("viewBox").split()[-1])
    for area in of_class(root, "chart-band"):
        (_, top), (_, bottom) = corners(area)
        assert 0 <= top <= bottom <= height


def test_a_band_beyond_the_scale_is_said_and_not_drawn():
    svg = line_chart(replace(sleep((0, 4)), band=Band(11, 12, "chance")), size="small")
    assert of_class(parsed(svg), "chart-band") == []
    assert "Shaded, from 11 to 12: chance." in described(svg)


@pytest.mark.parametrize(("lowest", "highest"), [(5, 4), (float("nan"), 4), (4, float("nan")), (0, float("inf"))])
def test_a_band_that_is_none_is_named(lowest, highest):
    with pytest.raises(ChartError, match=f"A band starts at or below its end, not from {lowest} to {highest}"):
        Band(lowest, highest, "chance")


def test_no_two_meanings_share_a_dash_and_the_current_line_has_none():
    assert len(set(DASHES.values())) == len(DASHES) == 4
    root = parsed(EXAMPLES["life"])
    drawn = {
        element.get("class"): element.get("stroke-dasharray")
        for element in root.iter()
        if element.tag in (f"{SVG}path", f"{SVG}polyline")
    }
    assert {name: dash for name, dash in drawn.items() if dash} == DASHES
    assert "chart-line" in drawn


def test_a_band_shows_without_colour_by_lines_at_both_ends():
    root = parsed(line_chart(replace(sleep((0, 4)), band=CHANCE), size="small"))
    (x, top), (to_x, bottom) = corners(of_class(root, "chart-band")[0])
    (edge,) = of_class(root, "chart-band-edge")
    assert edge.get("d") == f"M{x:g},{top:g}H{to_x:g}M{x:g},{bottom:g}H{to_x:g}"


@given(SCALES, SCALES, st.lists(st.dates(), min_size=1, max_size=8), st.lists(st.dates(), max_size=8))
def test_the_same_day_stands_at_the_same_place_on_every_scale(one, other, days, more):
    charts = together(
        LineChart.of("x", [(day, lowest) for day in group], lowest=lowest, highest=highest)
        for (lowest, highest), group in ((one, days + more), (other, days))
    )
    first, second = map(x_of_each_day, charts)
    assert {day: first[day] for day in second} == second


def test_charts_together_have_the_same_dates_events_and_edges():
    pictures = [line_chart(chart, size="multiple") for chart in progress_page.values()]
    assert len({tuple(verticals(svg, "chart-event")) for svg in pictures}) == 1
    assert len({of_class(parsed(svg), "chart-tick")[0].get("d") for svg in pictures}) == 1
    assert len({tuple(re.findall(r"H384", svg))[:1] for svg in pictures}) == 1
    assert {chart.events for chart in progress_page.values()} == {tuple(sorted(LIFE, key=lambda event: event.on))}


def test_an_event_that_two_charts_know_is_one_event():
    one, other = together((replace(walking, events=LIFE[:2]), replace(low_mood, events=LIFE[1:])))
    assert [event.label for event in one.events] == ["new job", "the dog came", "moved in with Sam"]
    assert one.events == other.events


def test_a_chart_with_nothing_on_it_takes_the_days_of_the_others():
    empty, full = together((LineChart("Nothing yet", (), rating_scale()), sleep((0, 4), (70, 4))))
    assert empty.covers() == full.covers() == (MONDAY, after(70))
    assert line_chart(empty).count("<text") == line_chart(full).count("<text") + 2, "its scale has words at both ends"


def test_charts_without_a_day_stay_as_they_are():
    empty = LineChart("Nothing yet", (), rating_scale())
    assert together((empty, empty)) == (empty, empty)
    assert together(()) == ()


@given(CHARTS)
def test_together_holds_all_that_each_chart_held(chart):
    assume(chart.days())
    both = together((chart, sleep((0, 4))))
    assert both[0].window == both[1].window
    assert both[0].series == chart.series
    assert together(both) == both


def test_a_window_is_the_whole_of_the_time_axis():
    marks = of_class(parsed(line_chart(replace(sleep((10, 4)), window=(MONDAY, after(40))))), "chart-mark")
    assert [centre(mark)[0] for mark in marks] == [46 + 328 / 4]


def test_a_window_of_one_day_has_it_in_the_middle():
    (mark,) = of_class(parsed(line_chart(replace(sleep((0, 4)), window=(MONDAY, MONDAY)))), "chart-mark")
    assert centre(mark)[0] == 210


ON_A_LATER_DAY = [
    {"series": sleep((9, None)).series},
    {"events": (Event(after(9), "new job"),)},
    {"breaks": (Break(after(9), "new words"),)},
]


@pytest.mark.parametrize("held", ON_A_LATER_DAY)
def test_a_day_outside_the_window_is_named(held):
    with pytest.raises(ChartError, match="2026-09-09 lies outside the chart, which goes from 2026-08-31 to 2026-09-07"):
        replace(sleep((0, 4)), window=(MONDAY, after(7)), **held)


def test_a_window_that_ends_before_it_starts_is_named():
    with pytest.raises(ChartError, match="not from 2026-09-01 to 2026-08-31"):
        replace(sleep(), window=(after(1), MONDAY))


def test_a_range_on_a_flag_is_not_turned_among_right_to_left_words():
    events = tuple(Event(after(day), "x") for day in (0, 1))
    svg = line_chart(replace(sleep((0, 4), (90, 4)), events=events), language=Language(right_to_left=True))
    assert texts(parsed(svg), "chart-flag-label")[0] == "\u20661–2\u2069"


def test_the_band_lies_under_the_line_and_the_marks_upon_it():
    root = parsed(line_chart(replace(sleep((0, 4), (7, 5)), band=CHANCE)))
    order = [element.get("class") for element in root.iter()]
    assert order.index("chart-band") < order.index("chart-line") < order.index("chart-mark")
