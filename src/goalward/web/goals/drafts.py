"""A goal on its way: from the first words to the day it begins."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from goalward.decisions import ALLOWED, Decision, refused
from goalward.goals import GoalStatus, may_begin, may_move
from goalward.web.accounts.models import Person
from goalward.web.audit.actions import audit
from goalward.web.goals.models import Goal, GoalVersion
from goalward.web.goals.plans import merge

OF_THE_WORDING = ("wording", "scale_kind", "level_part", "levels")


def may_draft(status: str) -> Decision:
    """May answers on the way to a goal still change? Once it has begun, its own pages change it."""
    return ALLOWED if status == GoalStatus.DRAFT else refused(f"goals.already_{status}")


@transaction.atomic
def begin_draft(*, by: Person, wording: str, once: UUID | None = None) -> Goal:
    """Make a draft of a new goal; ``wording`` may be "". Sent again with the same ``once``, it is the same draft."""
    goal, is_new = by.record.goals.get_or_create(once=once or uuid4())
    if is_new:
        goal.versions.create(record=by.record, number=goal.version, author=by.id, wording=wording)
        audit(by=by, did="goal.drafted", to=goal)
    return goal


@transaction.atomic
def answer_draft(
    *, goal: Goal, by: Person, answers: Mapping[str, Any], step: str, shown: Mapping[str, str] | None = None
) -> Goal:
    """Keep answers, by column, and ``step``, the page to come back to.

    shown: the fingerprint of each answer that the person saw. What they left as it was is not touched; None: no page.
    Raises ChangedMeanwhileError when an answer was changed here and elsewhere; then nothing is kept.
    """
    goal = by.record.goals.select_for_update().get(id=goal.id)
    may_draft(goal.status).enforce()
    version = by.record.goalversions.get(goal=goal, number=goal.version)
    saved = {name: getattr(version if name in OF_THE_WORDING else goal, name) for name in answers}
    changes = answers if shown is None else merge(saved, shown=shown, answers=answers).changes
    _keep(version, {name: answer for name, answer in changes.items() if name in OF_THE_WORDING})
    _keep(goal, {name: answer for name, answer in changes.items() if name not in OF_THE_WORDING} | {"step": step})
    audit(by=by, did="goal.answered", to=goal)
    return goal


def _keep(row: Goal | GoalVersion, answers: Mapping[str, Any]) -> None:
    for name, answer in answers.items():
        setattr(row, name, answer)
    if answers:
        row.save(update_fields=list(answers))


def mark_place(*, goal: Goal, by: Person, step: str) -> None:
    """Remember the page to come back to. It is a bookmark and says nothing of the person, so no log tells of it."""
    by.record.goals.filter(id=goal.id, status=GoalStatus.DRAFT).update(step=step)


@transaction.atomic
def begin_goal(*, goal: Goal, by: Person) -> Goal:
    """Make the draft active. Raises NotAllowedError without a wording, or with enough active goals."""
    goals = by.record.goals.select_for_update().in_bulk()
    goal = goals[goal.id]
    active = sum(row.status == GoalStatus.ACTIVE for row in goals.values())
    may_move(GoalStatus(goal.status), GoalStatus.ACTIVE, active=active).enforce()
    may_begin(by.record.goalversions.get(goal=goal, number=goal.version).wording).enforce()
    _keep(goal, {"status": GoalStatus.ACTIVE.value, "step": ""})
    audit(by=by, did="goal.begun", to=goal)
    return goal
