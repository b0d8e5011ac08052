"""Checking in, what was saved by it, and the check-ins before."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from goalward.alliance import Audience
from goalward.decisions import NotAllowedError
from goalward.goals import GoalStatus, may_rate
from goalward.messages import Message
from goalward.web.accounts.requests import PersonRequest
from goalward.web.goals.models import GoalVersion
from goalward.web.goals.queries import (
    active_goals_in_words,
    goals_in_words,
    moves_toward_harm,
    wordings_of,
    wordings_shown,
)
from goalward.web.progress.actions import check_in
from goalward.web.progress.forms import CheckInForm, read_shown
from goalward.web.progress.queries import course_of
from goalward.web.safety.panel import care_panel
from goalward.web.ui.say import say

A_PAGE = 50  # past check-ins on one page


@require_http_methods(["GET", "HEAD", "POST"])
def check_in_page(request: PersonRequest) -> HttpResponse:
    if request.method != "POST":
        return _first_asking(request)
    form = CheckInForm(_shown(request), request.POST)
    return _saved(request, form) if form.is_valid() else _asking(request, form)


def _first_asking(request: PersonRequest) -> HttpResponse:
    active = list(active_goals_in_words(request.user))
    toward_harm = [version for version in active if moves_toward_harm(version)]
    care = care_panel(*(version.wording for version in toward_harm), person=request.user)
    return _asking(request, CheckInForm([version for version in active if version not in toward_harm]), care=care)


def _shown(request: PersonRequest) -> list[GoalVersion]:
    """What the page showed; a form that does not say is taken to be about the goals of now."""
    if "shown" not in request.POST:
        return list(active_goals_in_words(request.user))
    return wordings_shown(request.user, read_shown(request.POST["shown"]))


def _saved(request: PersonRequest, form: CheckInForm) -> HttpResponse:
    try:
        kept = check_in(by=request.user, **form.answers())
    except NotAllowedError as refusal:
        return _refused(request, refusal.reason)
    return redirect("checked_in", kept.id)


def _refused(request: PersonRequest, reason: Message) -> HttpResponse:
    """All that was given is still there, but for goals that cannot be rated any more."""
    shown = [(version, may_rate(GoalStatus(version.goal.status)).reason) for version in _shown(request)]
    gone = [(version.wording, say(why)) for version, why in shown if why]
    form = CheckInForm([version for version, why in shown if not why], request.POST)
    return _asking(request, form, gone=gone, nothing_yet=None if gone else reason)


def _asking(request: PersonRequest, form: CheckInForm, **context: Any) -> HttpResponse:
    """``gone``: goals that cannot be rated any more, and why; ``nothing_yet``: why there was nothing to save."""
    context |= {"form": form, "audience": Audience.ONLY_ME.who_can_see}
    return render(request, "progress/check_in.html", context, status=409 if context.get("gone") else 200)


@require_safe
def checked_in(request: PersonRequest, check_in_id: UUID) -> HttpResponse:
    """What was saved, and where each goal that was rated stands now."""
    person = request.user
    kept = get_object_or_404(person.record.checkins, id=check_in_id)
    rated = goals_in_words(person).filter(goal__ratings__check_in=kept)
    context = {
        "kept": kept,
        "is_today": kept.on == person.today(),
        "courses": [course_of(wordings_of(person, version.goal_id)) for version in rated],
        "audience": Audience(kept.audience).who_can_see,
        "care": care_panel(kept.thoughts, kept.feelings, kept.actions, person=person),
    }
    return render(request, "progress/checked_in.html", context)


@require_safe
def past_check_ins(request: PersonRequest, goal_id: UUID) -> HttpResponse:
    course = course_of(wordings_of(request.user, goal_id))
    page = Paginator(course.ratings, A_PAGE).get_page(request.GET.get("page"))
    past = course.latest(A_PAGE, after=(page.number - 1) * A_PAGE)
    return render(request, "progress/past.html", {"version": course.version, "page": page, "past": past})
