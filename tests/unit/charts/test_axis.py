from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalward.charts import english_date
from goalward.charts.axis import date_ticks, value_ticks
from goalward.charts.plot import LAYOUTS
from goalward.progress import Scale, attainment_scale, rating_scale

MONDAY = date(2026, 11, 2)


def labels(first: date, last: date) -> list[str]:
    style, days = date_ticks(first, last)
    return [english_date(day, style) for day in days]


def after(days: int) -> list[str]:
    return labels(MONDAY, MONDAY + timedelta(days))


def test_a_rating_is_marked_at_both_ends_and_half_way():
    assert value_ticks(rating_scale()) == (0, 5, 10)


def test_every_attainment_level_is_marked():
    assert value_ticks(attainment_scale()) == (-2, -1, 0, 1, 2)


@pytest.mark.parametrize(
    ("lowest", "highest", "ticks"),
    [(0, 1, (0, 1)), (0, 27, (0, 10, 20, 27)), (0, 21, (0, 10, 21)), (1, 5, (1, 2, 3, 4, 5)), (0, 100, (0, 50, 100))],
)
def test_other_scales_are_marked_at_round_values(lowest, highest, ticks):
    assert value_ticks(Scale(lowest, highest, "", "")) == ticks


@given(st.integers(-10_000, 10_000), st.integers(1, 10_000))
def test_value_marks_are_few_and_hold_both_ends(lowest, span):
    ticks = value_ticks(Scale(lowest, lowest + span, "", ""))
    assert (ticks[0], ticks[-1]) == (lowest, lowest + span)
    assert len(ticks) <= 6
    assert all(one < next_one for one, next_one in pairwise(ticks))


def test_one_day_has_one_label():
    assert after(0) == ["2 Nov"]


def test_a_few_days_are_labelled_one_by_one():
    assert after(3) == ["2 Nov", "3 Nov", "4 Nov", "5 Nov"]


def test_some_weeks_are_labelled_on_the_weekday_of_the_first_rating():
    assert after(28) == ["2 Nov", "9 Nov", "16 Nov", "23 Nov", "30 Nov"]
    assert after(42) == ["2 Nov", "16 Nov", "30 Nov", "14 Dec"]


def test_some_months_are_labelled_where_they_start():
    assert after(84) == ["1 Dec", "1 Jan"]
    assert labels(date(2026, 10, 1), date(2027, 1, 1)) == ["1 Oct", "1 Nov", "1 Dec", "1 Jan"]


def test_a_year_or_two_are_labelled_with_the_year():
    assert labels(date(2024, 11, 25), date(2026, 11, 16)) == ["Jan 2025", "Jul 2025", "Jan 2026", "Jul 2026"]


def test_many_years_are_labelled_by_year():
    assert labels(date(2020, 6, 1), date(2024, 6, 1)) == ["2021", "2022", "2023", "2024"]
    assert labels(date(2000, 1, 1), date(2040, 1, 1)) == ["2000", "2010", "2020", "2030", "2040"]


@given(st.integers(-10_000, 10_000), st.integers(1, 10_000))
def test_value_marks_of_a_low_chart_leave_room_for_their_numbers(lowest, span):
    layout = LAYOUTS["multiple"]
    ticks = value_ticks(Scale(lowest, lowest + span, "", ""), layout.value_steps)
    height, letter = layout.bottom - layout.top - layout.flag, 12
    assert len(ticks) <= 5
    assert all((next_one - one) / span * height >= letter for one, next_one in pairwise(ticks))


@given(st.dates(), st.dates())
def test_dates_are_labelled_inside_the_span_few_enough_and_never_twice_alike(one, other):
    first, last = sorted((one, other))
    style, days = date_ticks(first, last)
    texts = [english_date(day, style) for day in days]
    assert 1 <= len(days) <= 6
    assert first <= days[0]
    assert days[-1] <= last
    assert all(earlier < later for earlier, later in pairwise(days))
    assert len(set(texts)) == len(texts)


@given(st.dates(), st.integers(1, 40_000))
def test_neighbouring_labels_never_touch(first, span):
    try:
        last = first + timedelta(span)
    except OverflowError:
        return
    style, days = date_ticks(first, last)
    widest = {"day": 48, "month": 68, "year": 34}[style]
    plot = 328
    assert all((later - earlier).days / span * plot >= widest for earlier, later in pairwise(days))
