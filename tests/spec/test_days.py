"""Kinds of words for a day, told on both sides of New Year. A day left open is not wrong; another day is."""

from __future__ import annotations

from datetime import date

import pytest

from goalward.coach import Reading, read_goal
from tests.spec.page import to_do
from tests.spec.rules import KindOfDay, kinds_of_days


def told(kind: KindOfDay, today: date) -> Reading:
    return read_goal(to_do(kind.words), today)


def is_right(kind: KindOfDay) -> bool:
    return all(told(kind, today).deadline == meant for today, meant in kind.meant.items())


@pytest.mark.parametrize("kind", kinds_of_days(), ids=lambda kind: kind.words)
def test_an_end_is_found_and_no_day_is_silently_wrong(kind: KindOfDay) -> None:
    for today, meant in kind.meant.items():
        assert told(kind, today).time_bound
        assert told(kind, today).deadline in {meant, None}, today.isoformat()


def test_at_least_22_of_25_kinds_are_right_on_every_day() -> None:
    not_right = [kind.words for kind in kinds_of_days() if not is_right(kind)]
    assert len(kinds_of_days()) >= 25
    assert len(not_right) <= len(kinds_of_days()) * 3 / 25, not_right


def test_every_kind_is_told_on_both_sides_of_new_year() -> None:
    assert {tuple(today.year for today in kind.meant) for kind in kinds_of_days()} == {(2026, 2026, 2027)}
