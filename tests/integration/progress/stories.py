"""Areas that were rated and questionnaires that were answered, week by week."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from uuid import uuid4

from goalward.measures import measure
from goalward.progress import Rhythm
from goalward.web.accounts.models import Person
from goalward.web.measures.actions import (
    begin_administration,
    choose_measure,
    finish_administration,
    keep_answers,
)
from goalward.web.measures.models import MeasurePlan
from goalward.web.reflection.models import Reflection


def reflect(person: Person, weeks_ago: int, **impacts: int | None) -> None:
    """How much each area got in the way, so many weeks ago."""
    areas = [{"area": area, "impact": impact} for area, impact in impacts.items()]
    on = person.today() - timedelta(weeks=weeks_ago)
    Reflection.objects.create(record=person.record, on=on, areas=areas)


def answer_weekly(person: Person, measure_id: str, sums: Sequence[int | None]) -> MeasurePlan:
    """A questionnaire a week, the last one today, each with this sum; None: one answer alone, which makes no score."""
    asked = measure(measure_id, non_commercial=True, confirmed=[measure_id])
    plan = choose_measure(by=person, measure=asked, rhythm=Rhythm.WEEKLY, once=uuid4())
    items = [item.id for item in asked.items if item.id in asked.scored]
    for week, points in enumerate(sums):
        sitting = begin_administration(by=person, plan=plan, measure=asked, once=uuid4())
        given = {items[0]: 1} if points is None else spread(points, items)
        keep_answers(by=person, administration=sitting, measure=asked, answers=given)
        finish_administration(by=person, administration=sitting, measure=asked)
        on = person.today() - timedelta(weeks=len(sums) - 1 - week)
        person.record.administrations.filter(id=sitting.id).update(on=on)
    return plan


def spread(points: int, items: Sequence[str]) -> dict[str, int]:
    """Answers that add up to so many points, the first questions with one more than the last."""
    each, more = divmod(points, len(items))
    return {item: each + (place < more) for place, item in enumerate(items)}
