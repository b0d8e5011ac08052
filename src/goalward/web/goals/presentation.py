"""A goal as its pages show it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from goalward.decisions import Decision
from goalward.goals import (
    LEVELS,
    TRANSITIONS,
    GoalStatus,
    IfThenPlan,
    LevelPart,
    Ownership,
    RevisionReason,
    ScaleKind,
    level_name,
    may_begin,
    may_move,
    move_label,
)
from goalward.messages import Message
from goalward.reflection import AREAS, VALUES
from goalward.web.goals.models import Goal, GoalVersion
from goalward.web.ui.say import say, say_day

Row = tuple[str | Promise, str]

A_WEEK = timedelta(days=7)
FORWARD = (GoalStatus.ACTIVE, GoalStatus.FINISHED)

LABELS = {
    "area": {area.code: area.label for area in AREAS},
    "value": {value.code: value.label for value in VALUES},
    "ownership": {owner.value: owner.label for owner in Ownership},
    "scale_kind": {kind.value: kind.label for kind in ScaleKind},
    "level_part": {part.value: part.label for part in LevelPart},
}


@dataclass(frozen=True, slots=True)
class Move:
    """A step to another status: what its button says, or why it cannot be taken."""

    to: GoalStatus
    label: str
    refusal: str


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording in a goal's history. ``before``: the words that it took the place of, None for the first."""

    version: GoalVersion
    before: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Card:
    """A goal in short. ``chart`` is markup with every text escaped."""

    words: str
    href: str
    because: str = ""
    next_step: str = ""
    sentence: str = ""
    chart: str = ""


@dataclass(frozen=True, slots=True)
class Week:
    """When the last check-in was, and whether it is a week ago or more."""

    last: date | None
    is_due: bool


def card(version: GoalVersion, *, sentence: str, chart: str) -> Card:
    goal = version.goal
    return replace(bare_card(version), because=because(goal), next_step=next_step(goal), sentence=sentence, chart=chart)


def bare_card(version: GoalVersion) -> Card:
    return Card(version.wording, reverse("goal", args=[version.goal_id]))


def week(last: date | None, *, today: date) -> Week:
    return Week(last, is_due=last is None or today - last >= A_WEEK)


def moves(version: GoalVersion, *, active: int, toward_harm: bool) -> list[Move]:
    """toward_harm: such a goal is never offered as something to start or finish."""
    status = GoalStatus(version.goal.status)
    offered = [to for to in TRANSITIONS[status] if not (toward_harm and to in FORWARD)]
    return [
        Move(to, say(move_label(status, to)), _refusal(may_move(status, to, active=active), version, to))
        for to in offered
    ]


def _refusal(decision: Decision, version: GoalVersion, to: GoalStatus) -> str:
    if decision and to is GoalStatus.ACTIVE:
        decision = may_begin(version.wording)
    return say(decision.reason) if decision.reason else ""


def history(versions: Sequence[GoalVersion]) -> list[Wording]:
    """Every wording, newest first."""
    told = [Wording(new, old.wording, _reason(new)) for old, new in pairwise(versions)]
    return [*reversed(told), Wording(versions[0], None, "")]


def _reason(version: GoalVersion) -> str:
    return say(RevisionReason(version.reason).label) if version.reason else ""


def because(goal: Goal) -> str:
    """What matters to the person about it, else the area of life."""
    if value := in_label(LABELS["value"], goal.value):
        return gettext("“%(value)s” matters to me") % {"value": value}
    if area := in_label(LABELS["area"], goal.area):
        return gettext("I want a change in “%(area)s”") % {"area": area}
    return ""


def next_step(goal: Goal) -> str:
    return goal.first_step or if_then(goal)


def if_then(goal: Goal) -> str:
    if goal.plan_when and goal.plan_then:
        return say(IfThenPlan(goal.plan_when, goal.plan_then).sentence)
    return goal.plan_when or goal.plan_then or ""


def reasons(goal: Goal) -> list[Row]:
    """Why it matters, as far as the person has said."""
    return _said(
        (_("Area of life"), answer_in_words("area", goal.area)),
        (_("What matters to me"), answer_in_words("value", goal.value)),
        (_("A step towards"), goal.towards),
        (_("How I want to feel"), goal.feeling),
        (_("What would be different"), goal.difference),
        (_("Whose goal it is"), say(Ownership(goal.ownership).label) if goal.ownership else ""),
    )


def plan(goal: Goal) -> list[Row]:
    """What the person means to do, as far as they have said."""
    return _said(
        (_("Next small step"), goal.first_step),
        (_("What life allows now"), goal.circumstances),
        (_("What might get in the way"), goal.obstacle),
        (_("If-then plan"), if_then(goal)),
        (_("How sure I am"), answer_in_words("confidence", goal.confidence)),
        (_("What would make it easier"), goal.easing),
        (_("Look at it again on"), answer_in_words("review_on", goal.review_on)),
    )


def _said(*rows: tuple[str | Promise, str | None]) -> list[Row]:
    return [(label, words) for label, words in rows if words]


def levels(version: GoalVersion) -> list[Row]:
    """The five attainment levels with their names, lowest first; empty for a goal rated from 0 to 10."""
    if version.scale_kind != ScaleKind.LEVELS:
        return []
    return [(say(level_name(level)), text) for level, text in zip(LEVELS, version.levels or [], strict=False)]


def own_texts(version: GoalVersion) -> Iterable[str | None]:
    """Everything that the person wrote about this goal and sees on its page, to be read with care."""
    goal = version.goal
    yield from (version.wording, version.note, *(version.levels or []))
    yield from (goal.towards, goal.feeling, goal.difference)
    yield from (goal.first_step, goal.circumstances, goal.obstacle, goal.plan_when, goal.plan_then, goal.easing)


def answer_in_words(name: str, answer: Any) -> str:
    """The answer in a goal's column, "" for none."""
    if name in LABELS:
        return in_label(LABELS[name], answer)
    if isinstance(answer, date):
        return say_day(answer)
    if isinstance(answer, int):
        return gettext("%(rating)s of 10") % {"rating": answer}
    return answer or ""


def in_label(labels: Mapping[str, Message], code: str | None) -> str:
    return say(labels[code]) if code and code in labels else ""
