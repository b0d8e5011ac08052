"""What a person can do with a goal that has begun: reword it, change its plan, move it on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from goalward.goals import (
    AttainmentLevels,
    GoalStatus,
    RevisionReason,
    ScaleKind,
    check_review_date,
    is_stale,
    may_move,
    may_revise,
)
from goalward.web.accounts.models import Person
from goalward.web.audit.actions import audit
from goalward.web.goals.drafts import begin_goal
from goalward.web.goals.models import Goal, GoalVersion
from goalward.web.goals.plans import merge


class RewordedMeanwhileError(Exception):
    """The goal got other words after this person's page was shown. Nothing is kept until they chose."""


@transaction.atomic
def reword_goal(  # noqa: PLR0913 - a new wording is all of these
    *,
    goal: Goal,
    wording: str,
    levels: AttainmentLevels | None,
    reason: RevisionReason,
    note: str = "",
    based_on: int,
    by: Person,
) -> GoalVersion:
    """Give a goal its next wording, with its scale: five levels, or the 0-10 rating when ``levels`` is None.

    based_on: the number of the wording that the person saw. The same new wording sent again is kept once.
    Raises NotAllowedError for a closed goal, RewordedMeanwhileError when the goal has other words by now.
    """
    goal = by.record.goals.select_for_update().get(id=goal.id)
    current = goal.versions.get(record=by.record, number=goal.version)
    columns = {"wording": wording, **_scale(levels), "reason": reason.value, "note": note}
    if is_stale(based_on, current.number):
        if {name: getattr(current, name) for name in columns} == columns:
            return current
        raise RewordedMeanwhileError
    may_revise(GoalStatus(goal.status)).enforce()
    goal.version += 1
    goal.save(update_fields=["version"])
    version = goal.versions.create(record=by.record, number=goal.version, author=by.id, **columns)
    audit(by=by, did="goal.reworded", to=goal)
    return version


def _scale(levels: AttainmentLevels | None) -> dict[str, Any]:
    if levels is None:
        return {"scale_kind": ScaleKind.RATING.value, "level_part": "", "levels": None}
    return {"scale_kind": ScaleKind.LEVELS.value, "level_part": levels.part.value, "levels": list(levels.texts)}


@transaction.atomic
def change_plan(*, goal: Goal, shown: Mapping[str, str], answers: Mapping[str, Any], by: Person) -> Goal:
    """Keep what the person changed of a goal's reasons and plan, by column; sent again, it changes nothing more.

    shown: the fingerprint of each answer that their page showed. What was changed only elsewhere stays so.
    Raises NotAllowedError for a closed goal or a review date that is out of reach, ChangedMeanwhileError when a part
    was changed here and elsewhere.
    """
    goal = by.record.goals.select_for_update().get(id=goal.id)
    may_revise(GoalStatus(goal.status)).enforce()
    changes = merge({name: getattr(goal, name) for name in answers}, shown=shown, answers=answers).changes
    if review_on := changes.get("review_on"):
        check_review_date(review_on, by.today()).enforce()
    if changes:
        for name, answer in changes.items():
            setattr(goal, name, answer)
        goal.save(update_fields=list(changes))
        audit(by=by, did="goal.planned", to=goal)
    return goal


@transaction.atomic
def move_goal(*, goal: Goal, to: GoalStatus, by: Person) -> Goal:
    """Start, pause, finish, let go of or take up a goal. A goal that is there already stays as it is.

    Raises NotAllowedError for a move that the table does not have, or with enough active goals.
    """
    goals = by.record.goals.select_for_update().in_bulk()
    goal = goals[goal.id]
    status = GoalStatus(goal.status)
    if status is to:
        return goal
    if status is GoalStatus.DRAFT and to is GoalStatus.ACTIVE:
        return begin_goal(goal=goal, by=by)
    active = sum(row.status == GoalStatus.ACTIVE for row in goals.values())
    may_move(status, to, active=active).enforce()
    goal.status = to.value
    goal.save(update_fields=["status"])
    audit(by=by, did="goal.moved", to=goal)
    return goal
