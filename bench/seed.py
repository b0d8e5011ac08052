"""A client with 3 goals and 2 years of weekly check-ins; prints her session cookie."""

from __future__ import annotations

import json
from datetime import timedelta

import django

django.setup()

from django.db import transaction  # noqa: E402
from tests.sign_in import session_cookie  # noqa: E402

from goalward.web.accounts.models import Person  # noqa: E402
from goalward.web.goals.models import Goal, GoalVersion  # noqa: E402
from goalward.web.progress.models import CheckIn, Rating  # noqa: E402
from goalward.web.records.actions import open_record  # noqa: E402

GOALS = ("walk with Sam on Tuesdays and Fridays", "sleep from eleven to seven", "say one thing in each meeting")
WEEKS = 104


@transaction.atomic
def seed() -> Person:
    ana = Person.objects.create_user(email="ana@bench.invalid", password=None, time_zone="Europe/Vienna")
    record = open_record(by=ana)
    goals = []
    for wording in GOALS:
        goal = Goal.objects.create(
            record=record, status="active", area="social", value="friends", first_step="text Sam"
        )
        GoalVersion.objects.create(record=record, goal=goal, number=1, author=ana.id, wording=wording)
        goals.append(goal)
    for week in range(WEEKS):
        on = ana.today() - timedelta(weeks=WEEKS - week)
        check_in = CheckIn.objects.create(record=record, on=on, feelings=f"week {week}: a little lighter")
        Rating.objects.bulk_create(
            Rating(record=record, check_in=check_in, goal=goal, version=1, on=on, value=(week * 7 + place) % 11)
            for place, goal in enumerate(goals)
        )
    return ana


if __name__ == "__main__":
    ana = seed()
    print(json.dumps({**session_cookie(ana), "goals": [str(goal.id) for goal in ana.record.goals.all()]}))
