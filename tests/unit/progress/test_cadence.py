"""Ana chose a rhythm: what is due, and what never piles up."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalward.messages import in_english
from goalward.progress import Rhythm, is_due, next_due

START = date(2026, 11, 2)
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))
REGULAR = st.sampled_from([each for each in Rhythm if each.weeks])


def test_the_first_time_is_the_day_she_chose_to_start():
    assert next_due(Rhythm.WEEKLY, last=None, start=START) == START


@pytest.mark.parametrize(
    ("rhythm", "due"),
    [
        (Rhythm.WEEKLY, date(2026, 11, 9)),
        (Rhythm.TWO_WEEKS, date(2026, 11, 16)),
        (Rhythm.FOUR_WEEKS, date(2026, 11, 30)),
    ],
)
def test_the_next_is_so_many_weeks_after_the_last(rhythm, due):
    assert next_due(rhythm, last=START, start=START) == due


def test_a_late_answer_does_not_pile_up():
    """Due on 9 November, answered on 25 November: the next one is a week later, not sixteen days ago."""
    assert next_due(Rhythm.WEEKLY, last=date(2026, 11, 25), start=START) == date(2026, 12, 2)


def test_an_answer_before_the_start_counts_as_the_last():
    assert next_due(Rhythm.WEEKLY, last=date(2026, 10, 31), start=START) == date(2026, 11, 7)


@pytest.mark.parametrize("last", [None, START])
def test_with_a_rhythm_of_her_own_nothing_is_ever_due(last):
    due = next_due(Rhythm.MY_CHOICE, last=last, start=START)
    assert due is None
    assert not is_due(due, today=START + timedelta(days=1000))


def test_it_is_due_on_its_day_and_stays_so():
    assert [is_due(START, today=START + timedelta(days=days)) for days in (-1, 0, 40)] == [False, True, True]


@given(REGULAR, DAYS, DAYS)
def test_what_was_answered_today_is_not_due_today(rhythm, today, start):
    due = next_due(rhythm, last=today, start=start)
    assert not is_due(due, today=today)
    assert (due - today).days == 7 * rhythm.weeks


def test_each_rhythm_has_its_words():
    assert [in_english(rhythm.label) for rhythm in Rhythm] == [
        "Every week",
        "Every two weeks",
        "Every four weeks",
        "When I choose",
    ]


def test_a_rhythm_is_kept_by_its_name():
    assert Rhythm("two_weeks").weeks == 2
