"""What a person has said so far, on the way to a goal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from goalward.reflection import AREAS, AreaChoice, ValueRating
from goalward.web.accounts.models import Person
from goalward.web.goals.drafts import OF_THE_WORDING
from goalward.web.goals.models import Goal, GoalVersion
from goalward.web.goals.queries import goal_in_words
from goalward.web.records.sealing import open_value
from goalward.web.reflection.models import REFLECTION_AREAS, Reflection

OF_THE_PERSON = ("challenges", "concerns", "daily_life", "areas", "values")


@dataclass(frozen=True, slots=True)
class Said:
    """What a person said about themselves. ``reflections``: newest first."""

    person: Person
    reflections: Iterable[Reflection] = field(repr=False)

    def answer(self, name: str) -> Any:
        """What was last said, by column; None when nothing was."""
        answers = (getattr(reflection, name) for reflection in self.reflections)
        return next((answer for answer in answers if answer is not None), None)

    @property
    def areas(self) -> list[AreaChoice]:
        return [AreaChoice(**choice) for choice in self.answer("areas") or []]

    @property
    def values(self) -> list[ValueRating]:
        return [ValueRating(**rating) for rating in self.answer("values") or []]


@dataclass(frozen=True, slots=True)
class SaidOnGoal(Said):
    """The same, with what they said about one goal."""

    goal: Goal
    version: GoalVersion

    def answer(self, name: str) -> Any:
        if name in OF_THE_PERSON:
            return Said.answer(self, name)
        return getattr(self.version if name in OF_THE_WORDING else self.goal, name)


def said_by(person: Person) -> Said:
    return Said(person, _reflections(person))


def said_on(person: Person, goal_id: UUID) -> SaidOnGoal:
    """Raises Http404 when the goal is not in this person's record."""
    version = goal_in_words(person, goal_id)
    return SaidOnGoal(person, _reflections(person), version.goal, version)


def area_courses(person: Person) -> dict[str, list[tuple[date, int | None]]]:
    """How much each area of life got in the way, from 0 to 10, by its code in the order of the list; oldest day first.

    None is a day on which the area was picked and its rating skipped. Areas that were never rated are left out.
    """
    record, days = person.record, defaultdict[str, list[tuple[date, int | None]]](list)
    reflections = record.reflections.filter(areas__isnull=False).order_by("on")
    rows: Iterable[tuple[Any, ...]] = reflections.values_list("id", "on", "areas")
    for row_id, on, sealed in rows:
        for choice in open_value(REFLECTION_AREAS, sealed, row_id=row_id, record_id=record.id):
            days[choice["area"]].append((on, choice["impact"]))
    return {area.code: days[area.code] for area in AREAS if any(impact is not None for _, impact in days[area.code])}


def _reflections(person: Person) -> QuerySet[Reflection]:
    return person.record.reflections.order_by("-on")
