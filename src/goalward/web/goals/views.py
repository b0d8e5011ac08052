"""A person's goals, one of them, and the pages that change it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from goalward.alliance import Audience
from goalward.decisions import NotAllowedError
from goalward.goals import GoalStatus, may_move, may_revise
from goalward.messages import Message
from goalward.web.accounts.models import Person
from goalward.web.accounts.requests import PersonRequest
from goalward.web.goals import presentation
from goalward.web.goals.actions import (
    RewordedMeanwhileError,
    change_plan,
    move_goal,
    reword_goal,
)
from goalward.web.goals.forms import GoalPartForm, PlanForm, RewordForm, WhyForm
from goalward.web.goals.headings import headings_for
from goalward.web.goals.models import GoalVersion
from goalward.web.goals.plans import ChangedMeanwhileError, Merge
from goalward.web.goals.queries import (
    active_count,
    goal_in_words,
    goals_in_words,
    moves_toward_harm,
    wordings_of,
)
from goalward.web.measures.queries import due_count
from goalward.web.progress.goals_together import attainment_of
from goalward.web.progress.queries import course_of, last_check_in_on, small_figures
from goalward.web.safety.panel import care_panel

SHOWS_AND_TAKES = require_http_methods(["GET", "HEAD", "POST"])
PARTS: dict[str, type[GoalPartForm]] = {"why": WhyForm, "plan": PlanForm}
A_FEW = 5  # past check-ins on the goal's own page


@require_safe
def my_goals(request: PersonRequest) -> HttpResponse:
    person = request.user
    versions = list(goals_in_words(person))
    active = with_status(versions, GoalStatus.ACTIVE)
    toward_harm = [version for version in active if moves_toward_harm(version)]
    to_rate = [version for version in active if version not in toward_harm]
    context = {
        "headings": headings_for(person),
        "care": care_panel(*(version.wording for version in toward_harm), person=person),
        "any": versions,
        "cards": [*map(presentation.bare_card, toward_harm), *cards(person, to_rate)],
        "drafts": with_status(versions, GoalStatus.DRAFT),
        "paused": with_status(versions, GoalStatus.PAUSED),
        "closed": with_status(versions, GoalStatus.FINISHED, GoalStatus.LET_GO),
        "another": may_move(GoalStatus.DRAFT, GoalStatus.ACTIVE, active=len(active)),
        "due": due_count(person),
        "week": presentation.week(last_check_in_on(person), today=person.today()) if to_rate else None,
    }
    return render(request, "goals/my_goals.html", context)


def with_status(versions: Sequence[GoalVersion], *statuses: GoalStatus) -> list[GoalVersion]:
    return [version for version in versions if version.goal.status in statuses]


def cards(person: Person, versions: Sequence[GoalVersion]) -> list[presentation.Card]:
    figures = small_figures(person, versions)
    return [
        presentation.card(version, sentence=figures[version.goal_id].sentence, chart=figures[version.goal_id].svg)
        for version in versions
    ]


@require_safe
def goal(request: PersonRequest, goal_id: UUID) -> HttpResponse:
    return goal_page(request, goal_id)


def goal_page(request: PersonRequest, goal_id: UUID, refusal: Message | None = None) -> HttpResponse:
    """The page of one goal. ``refusal``: why what was just asked for cannot be done."""
    wordings = wordings_of(request.user, goal_id)
    version = wordings[-1]
    context = {**shown_of_every_goal(request.user, version), "refusal": refusal}
    if version.goal.status == GoalStatus.DRAFT:
        return render(request, "goals/draft.html", context, status=409 if refusal else 200)
    context |= shown_once_begun(wordings)
    return render(request, "goals/goal.html", context, status=409 if refusal else 200)


def shown_of_every_goal(person: Person, version: GoalVersion) -> dict[str, Any]:
    toward_harm = moves_toward_harm(version)
    return {
        "headings": headings_for(person),
        "version": version,
        "goal": version.goal,
        "status": GoalStatus(version.goal.status).label,
        "audience": Audience(version.audience).who_can_see,
        "toward_harm": toward_harm,
        "moves": presentation.moves(version, active=active_count(person), toward_harm=toward_harm),
        "care": care_panel(*presentation.own_texts(version), person=person),
    }


def shown_once_begun(wordings: Sequence[GoalVersion]) -> dict[str, Any]:
    version, course = wordings[-1], course_of(wordings)
    return {
        "figures": course.figures,
        "attainment": attainment_of(course),
        "past": course.latest(A_FEW),
        "has_more": len(course.ratings) > A_FEW,
        "reasons": presentation.reasons(version.goal),
        "plan": presentation.plan(version.goal),
        "levels": presentation.levels(version),
        "history": presentation.history(wordings),
        "may_revise": may_revise(GoalStatus(version.goal.status)),
    }


@SHOWS_AND_TAKES
def move(request: PersonRequest, goal_id: UUID) -> HttpResponse:
    """A GET comes from someone who had to sign in on the way: they find the goal, and press again."""
    version = goal_in_words(request.user, goal_id)
    if request.method != "POST":
        return redirect("goal", goal_id)
    try:
        to = GoalStatus(request.POST.get("to", ""))
    except ValueError:
        raise Http404 from None
    try:
        move_goal(goal=version.goal, to=to, by=request.user)
    except NotAllowedError as refusal:
        return goal_page(request, goal_id, refusal.reason)
    return redirect("goal", goal_id)


@SHOWS_AND_TAKES
def reword(request: PersonRequest, goal_id: UUID) -> HttpResponse:
    version = goal_in_words(request.user, goal_id)
    if elsewhere := _not_here(request, version):
        return elsewhere
    if request.method != "POST":
        return _reword_page(request, RewordForm(version))
    form = RewordForm(version, request.POST)
    if not form.is_valid():
        return _reword_page(request, form)
    try:
        reword_goal(goal=version.goal, by=request.user, **form.answers())
    except RewordedMeanwhileError:
        return _reworded_meanwhile(request, goal_in_words(request.user, goal_id), form)
    except NotAllowedError as refusal:
        return _reword_page(request, form, refusal=refusal.reason)
    return redirect("goal", goal_id)


def _not_here(request: PersonRequest, version: GoalVersion) -> HttpResponse | None:
    """A draft is changed on the way to its start; a closed goal not at all, but what was typed for it is not lost."""
    if version.goal.status == GoalStatus.DRAFT:
        return redirect("start_resume", version.goal_id)
    decision = may_revise(GoalStatus(version.goal.status))
    if request.method != "POST" and decision.reason:
        return goal_page(request, version.goal_id, decision.reason)
    return None


def _reword_page(request: PersonRequest, form: RewordForm, **context: Any) -> HttpResponse:
    """``refusal``: why the words, which are all still there, cannot be kept."""
    context |= {"form": form, "version": form.current, "audience": Audience(form.current.audience).who_can_see}
    return render(request, "goals/reword.html", context, status=409 if context.get("refusal") else 200)


def _reworded_meanwhile(request: PersonRequest, saved: GoalVersion, form: RewordForm) -> HttpResponse:
    """Both wordings side by side; the form now builds on the saved one, so that sending it is a choice."""
    mine = RewordForm(saved, request.POST.dict() | {"based_on": saved.number})
    context = {
        "form": mine,
        "saved": saved,
        "saved_levels": presentation.levels(saved),
        "typed": form.cleaned_data["wording"],
        "audience": Audience(saved.audience).who_can_see,
    }
    return render(request, "goals/reworded_meanwhile.html", context, status=409)


@SHOWS_AND_TAKES
def change_part(request: PersonRequest, goal_id: UUID, part: str) -> HttpResponse:
    """The reasons for a goal, or its plan."""
    version = goal_in_words(request.user, goal_id)
    if elsewhere := _not_here(request, version):
        return elsewhere
    typed = request.POST if request.method == "POST" else None
    form = PARTS[part](version.goal, today=request.user.today(), data=typed)
    if not form.is_valid():
        return _part_page(request, version, part, form)
    try:
        change_plan(goal=version.goal, shown=form.shown_marks, answers=form.cleaned_data, by=request.user)
    except ChangedMeanwhileError as meanwhile:
        return _changed_meanwhile(request, goal_in_words(request.user, goal_id), part, meanwhile.merged)
    except NotAllowedError as refusal:
        return _part_page(request, version, part, form, refusal=refusal.reason)
    return redirect("goal", goal_id)


def _part_page(
    request: PersonRequest, version: GoalVersion, part: str, form: GoalPartForm, **context: Any
) -> HttpResponse:
    """``refusal`` or ``both``: why the answers, which are all still there, are not kept yet."""
    context |= {"form": form, "version": version, "audience": Audience(version.goal.audience).who_can_see}
    status = 409 if context.keys() & {"refusal", "both"} else 200
    return render(request, f"goals/{part}.html", context, status=status)


def _changed_meanwhile(request: PersonRequest, version: GoalVersion, part: str, merged: Merge) -> HttpResponse:
    """What was changed here stays in the form; beside it stands what was saved elsewhere."""
    form = PARTS[part](version.goal, today=request.user.today(), mine=merged.changes)
    both = [(form[name], presentation.answer_in_words(name, form.saved[name])) for name in merged.conflicts]
    return _part_page(request, version, part, form, both=both)
