"""Reading a person's goals, each with the wording it has now."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from uuid import UUID

from django.db.models import F, QuerySet
from django.shortcuts import get_list_or_404, get_object_or_404

from goalward.coach.care import CareStance
from goalward.goals import GoalStatus, ScaleKind
from goalward.web.accounts.models import Person
from goalward.web.coach.readings import care_of
from goalward.web.goals.models import GoalVersion
from goalward.web.records.models import Record


def goals_in_words(person: Person) -> QuerySet[GoalVersion]:
    """The current wording of each goal, oldest goal first; the goal comes with it."""
    versions = person.record.goalversions.select_related("goal")
    return versions.filter(number=F("goal__version")).order_by("goal_id")


def active_goals_in_words(person: Person) -> QuerySet[GoalVersion]:
    return goals_in_words(person).filter(goal__status=GoalStatus.ACTIVE)


def moves_toward_harm(version: GoalVersion) -> bool:
    """Such a goal is kept as written and met with contacts: nobody is asked how far they have come with it."""
    care = care_of(version.wording, goal=True)
    return care is not None and care.stance is CareStance.TOWARD_HARM


def goal_in_words(person: Person, goal_id: UUID) -> GoalVersion:
    """Raises Http404 when the goal is not in this person's record."""
    return get_object_or_404(goals_in_words(person), goal_id=goal_id)


def wordings_of(person: Person, goal_id: UUID) -> list[GoalVersion]:
    """Every wording that the goal has had, each with the goal; the last is the current one. Raises Http404."""
    return get_list_or_404(person.record.goalversions.select_related("goal").order_by("number"), goal_id=goal_id)


def active_count(person: Person) -> int:
    return person.record.goals.filter(status=GoalStatus.ACTIVE).count()


def scale_kinds(record: Record, versions: Sequence[GoalVersion]) -> dict[UUID, dict[int, ScaleKind]]:
    """The kind of scale of these current wordings and of all before them, by goal and number."""
    kinds = {version.goal_id: {version.number: ScaleKind(version.scale_kind)} for version in versions}
    if reworded := [version.goal_id for version in versions if version.number > 1]:
        rows = record.goalversions.filter(goal__in=reworded).values_list("goal", "number", "scale_kind")
        for goal, number, kind in rows:
            kinds[goal][number] = ScaleKind(kind)
    return kinds


def wordings_shown(person: Person, shown: Collection[tuple[UUID, int]]) -> list[GoalVersion]:
    """The wordings that a page showed, by goal and number, whatever became of their goals since."""
    rows = person.record.goalversions.filter(goal__in={goal for goal, _ in shown}).select_related("goal")
    return [row for row in rows.order_by("goal_id") if (row.goal_id, row.number) in shown]
