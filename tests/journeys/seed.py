"""Invented people: ``python -m tests.journeys.seed STORY`` prints a session cookie and what was made."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import django

django.setup()

from django.db import transaction  # noqa: E402
from django.utils import timezone  # noqa: E402

from goalward.web.accounts.models import Person  # noqa: E402
from goalward.web.goals.models import Goal, GoalVersion  # noqa: E402
from goalward.web.progress.models import CheckIn, LifeEvent, Rating  # noqa: E402
from goalward.web.records.actions import open_record  # noqa: E402
from goalward.web.reflection.models import Reflection  # noqa: E402
from tests.conftest import PASSWORD  # noqa: E402
from tests.integration.progress.stories import answer_weekly  # noqa: E402
from tests.sign_in import session_cookie  # noqa: E402

WEEKS = 12
WORDS = ("walk with Sam on Tuesdays", "lights out by eleven, five nights a week", "say one thing in each meeting")


def newcomer(person: Person) -> None:
    """Signed up, and nothing written yet."""


def one_goal(person: Person) -> None:
    add_goals(person, WORDS[:1])


def three_goals(person: Person) -> None:
    add_goals(person, WORDS)
    LifeEvent.objects.create(record=person.record, on=person.today() - timedelta(weeks=5), words="moved house")
    for weeks_ago, impact in ((11, 8), (3, 5)):
        on = person.today() - timedelta(weeks=weeks_ago)
        Reflection.objects.create(record=person.record, on=on, areas=[{"area": "sleep", "impact": impact}])
    answer_weekly(person, "phq9", [15, 12, 8])


STORIES: dict[str, Callable[[Person], None]] = {story.__name__: story for story in (newcomer, one_goal, three_goals)}


def add_goals(person: Person, wordings: tuple[str, ...]) -> None:
    """Active goals with twelve weeks of ratings; the first was reworded after the sixth."""
    for place, wording in enumerate(wordings):
        goal = Goal.objects.create(record=person.record, status="active", area="social", first_step="text Sam")
        versions = [f"{wording}, as I first wrote it", wording] if place == 0 else [wording]
        for number, words in enumerate(versions, start=1):
            GoalVersion.objects.create(
                record=person.record, goal=goal, number=number, author=person.id, wording=words, reason="clearer"
            )
        goal.version = len(versions)
        goal.save()
    for week in range(WEEKS):
        check_in(person, week)


def check_in(person: Person, week: int) -> None:
    on = person.today() - timedelta(weeks=WEEKS - week)
    made = CheckIn.objects.create(record=person.record, on=on, feelings=f"week {week}: a little lighter")
    for place, goal in enumerate(person.record.goals.all()):
        version = 1 if goal.version == 1 or week < WEEKS // 2 else goal.version
        Rating.objects.create(
            record=person.record, check_in=made, goal=goal, version=version, on=on, value=(2 + week // 2 + place) % 11
        )


@transaction.atomic
def seed(story: str) -> dict[str, Any]:
    person = Person.objects.create_user(
        email=f"{uuid4().hex[:12]}@journeys.invalid",
        password=PASSWORD,
        time_zone="Europe/Vienna",
        adult_confirmed_at=timezone.now(),
    )
    open_record(by=person)
    STORIES[story](person)
    goals = [str(goal.id) for goal in person.record.goals.all()]
    event = person.record.lifeevents.first()
    return {
        **session_cookie(person),
        "email": person.email,
        "password": PASSWORD,
        "goals": goals,
        "event": str(event.id) if event else "",
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(seed(sys.argv[1])))
