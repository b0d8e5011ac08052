"""Goals as people have them in the tests: begun, rated week by week."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from goalward.web.accounts.models import Person
from goalward.web.goals.drafts import answer_draft, begin_draft, begin_goal
from goalward.web.goals.models import Goal
from goalward.web.progress.models import CheckIn, Rating

LEVELS = ["stay in", "to the door", "one stop by bus", "into town", "to the sea"]


def begun(person: Person, wording: str = "walk with Sam", **answers: Any) -> Goal:
    draft = begin_draft(by=person, wording=wording)
    answer_draft(goal=draft, by=person, answers=answers, step="check")
    return begin_goal(goal=draft, by=person)


def begun_in_levels(person: Person, wording: str = "take the bus") -> Goal:
    return begun(person, wording, scale_kind="levels", level_part="activity", levels=LEVELS)


def rate_weekly(person: Person, goals: Sequence[Goal], values: Sequence[int], *, version: int = 1) -> list[CheckIn]:
    """A check-in a week, the last one today; every goal is rated the same."""
    record, last = person.record, person.today()
    days: list[date] = [last - timedelta(weeks=len(values) - 1 - week) for week in range(len(values))]
    check_ins = CheckIn.objects.bulk_create(CheckIn(record=record, on=day) for day in days)
    Rating.objects.bulk_create(
        Rating(record=record, check_in=check_in, goal=goal, on=check_in.on, version=version, value=value)
        for check_in, value in zip(check_ins, values, strict=True)
        for goal in goals
    )
    return check_ins


def steps(count: int) -> list[int]:
    """So many ratings from 0 to 10."""
    return [(week * 7) % 11 for week in range(count)]
