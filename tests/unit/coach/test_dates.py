"""The day a deadline means, on both sides of New Year. What a calendar cannot say stays open. More kinds of words
for a day are told in tests/spec/coach/kinds_of_days.toml."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalward.coach import read_goal
from goalward.coach.dates import easter

SUNDAY = date(2026, 11, 22)
TUESDAY = date(2027, 1, 5)


def day(words: str, today: date = SUNDAY) -> date | None:
    return read_goal(f"call mum {words}", today).deadline


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("by 5pm on Friday", date(2026, 11, 27)),
        ("tonight", date(2026, 11, 22)),
        ("by 15 January", date(2027, 1, 15)),
        ("by the 20th of December", date(2026, 12, 20)),
        ("on dec 3rd", date(2026, 12, 3)),
        ("by 1 March 2028", date(2028, 3, 1)),
        ("by 2027-02-14", date(2027, 2, 14)),
        ("by 25/12/2026", date(2026, 12, 25)),
        ("in March", date(2027, 3, 31)),
        ("by March", date(2027, 3, 1)),
        ("by the end of January", date(2027, 1, 31)),
        ("by the end of next month", date(2026, 12, 31)),
        ("next week", date(2026, 11, 29)),
        ("next year", date(2027, 12, 31)),
        ("by EOY", date(2026, 12, 31)),
        ("by the end of Q1", date(2027, 3, 31)),
        ("on New Year's Eve", date(2026, 12, 31)),
        ("by valentines day", date(2027, 2, 14)),
        ("until Good Friday", date(2027, 3, 26)),
        ("by Easter 2028", date(2028, 4, 16)),
        ("by Christmas 2027", date(2027, 12, 25)),
        ("over the next 12 weeks", date(2027, 2, 14)),
        ("in three months", date(2027, 2, 22)),
        ("in 4-6 weeks", date(2027, 1, 3)),
        ("within a year", date(2027, 11, 22)),
        ("for 6/52", date(2027, 1, 3)),
        ("within 24 hours", date(2026, 11, 23)),
        ("by 2028", date(2028, 1, 1)),
    ],
)
def test_a_day_that_a_calendar_can_find(words: str, meant: date) -> None:
    assert day(words) == meant


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("by Friday", date(2027, 1, 8)),
        ("by Christmas", date(2027, 12, 25)),
        ("by 1 January", date(2028, 1, 1)),
        ("by Easter", date(2027, 3, 28)),
        ("this week", date(2027, 1, 10)),
        ("this weekend", date(2027, 1, 10)),
        ("next week", date(2027, 1, 17)),
        ("in December", date(2027, 12, 31)),
        ("this month", date(2027, 1, 31)),
    ],
)
def test_after_new_year_the_next_one_is_meant(words: str, meant: date) -> None:
    assert day(words, TUESDAY) == meant


@pytest.mark.parametrize(
    "words",
    [
        "by spring",  # which half of the earth
        "by Ramadan",  # follows the moon
        "by session 4",
        "by discharge",
        "by mid March",
        "by the end of term",
        "by the 31st of February",
        "for 999999999 months",
    ],
)
def test_what_a_calendar_cannot_say_is_found_and_left_open(words: str) -> None:
    reading = read_goal(f"call mum {words}", SUNDAY)
    assert reading.time_bound
    assert reading.deadline is None


def test_next_january_told_in_january_is_not_this_one() -> None:
    assert day("next January", date(2027, 1, 2)) == date(2028, 1, 31)
    assert day("next January", date(2026, 11, 22)) == date(2027, 1, 31)


def test_next_friday_is_left_open_where_two_fridays_could_be_meant() -> None:
    assert day("next Friday", date(2026, 11, 24)) is None
    assert day("next Friday", date(2026, 11, 28)) == date(2026, 12, 4)


def test_this_weekend_is_left_open_on_a_weekend() -> None:
    assert day("this weekend", SUNDAY) is None
    assert day("next weekend", SUNDAY) == date(2026, 11, 29)
    assert day("next weekend", TUESDAY) is None


def test_a_date_with_two_readings_is_asked_about() -> None:
    reading = read_goal("hand in the form by 3/4/2027", SUNDAY)
    assert reading.question is not None
    assert reading.question.text == "Which day do you mean by “by 3/4/2027”?"


@given(
    st.dates(date(2020, 1, 1), date(2090, 1, 1)),
    st.sampled_from(["by Easter", "by Christmas", "by 3 March", "by Friday"]),
)
def test_a_date_without_a_year_is_never_in_the_past(today: date, words: str) -> None:
    found = day(words, today)
    assert found is not None
    assert today <= found <= today + timedelta(days=400)


@pytest.mark.parametrize(
    ("year", "sunday"), [(2024, (3, 31)), (2026, (4, 5)), (2027, (3, 28)), (2038, (4, 25)), (1818, (3, 22))]
)
def test_easter_is_where_almanacs_put_it(year: int, sunday: tuple[int, int]) -> None:
    assert easter(year) == date(year, *sunday)


def test_months_end_where_they_end() -> None:
    assert day("in three months", date(2026, 11, 30)) == date(2027, 2, 28)
    assert day("in half a month", SUNDAY) is None
