"""Reading a person's goals, each with the wording it has now."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from uuid import UUID

from django.db.models import F, QuerySet
from django.shortcuts import get_object_or_404

from goalward.goals import GoalStatus, ScaleKind
from goalward.web.accounts.models import Person
from goalward.web.goals.models import Goal, GoalVersion
from goalward.web.records.models import Record


def goals_in_words(person: Person) -> QuerySet[GoalVersion]:
    """The current wording of each goal, oldest goal first; the goal comes with it."""
    versions = person.record.goalversions.select_related("goal")
    return versions.filter(number=F("goal__version")).order_by("goal_id")


def active_goals_in_words(person: Person) -> QuerySet[GoalVersion]:
    return goals_in_words(person).filter(goal__status=GoalStatus.ACTIVE)


def goal_in_words(person: Person, goal_id: UUID) -> GoalVersion:
    """Raises Http404 when the goal is not in this person's record."""
    return get_object_or_404(goals_in_words(person), goal_id=goal_id)


def wordings_of(goal: Goal) -> QuerySet[GoalVersion]:
    """Every wording that the goal has had, oldest first."""
    return goal.versions.filter(record=goal.record_id).order_by("number")


def active_count(person: Person) -> int:
    return person.record.goals.filter(status=GoalStatus.ACTIVE).count()


def scale_kinds(record: Record, goals: Iterable[UUID]) -> dict[tuple[UUID, int], ScaleKind]:
    """The kind of scale of every wording that these goals have had, by goal and number."""
    rows = record.goalversions.filter(goal__in=goals).values_list("goal", "number", "scale_kind")
    return {(goal, number): ScaleKind(kind) for goal, number, kind in rows}


def wordings_shown(person: Person, shown: Collection[tuple[UUID, int]]) -> list[GoalVersion]:
    """The wordings that a page showed, by goal and number, whatever became of their goals since."""
    rows = person.record.goalversions.filter(goal__in={goal for goal, _ in shown}).select_related("goal")
    return [row for row in rows.order_by("goal_id") if (row.goal_id, row.number) in shown]
