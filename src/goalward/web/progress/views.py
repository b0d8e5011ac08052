"""Checking in, what was saved by it, and the check-ins before."""

from __future__ import annotations

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
from goalward.web.goals.queries import active_goals_in_words, goal_in_words, goals_in_words, wordings_shown
from goalward.web.progress.actions import check_in
from goalward.web.progress.forms import CheckInForm, read_shown
from goalward.web.progress.queries import figures_of, past_ratings, told
from goalward.web.safety.panel import care_panel
from goalward.web.ui.say import say

A_PAGE = 50  # past check-ins on one page


@require_http_methods(["GET", "HEAD", "POST"])
def check_in_page(request: PersonRequest) -> HttpResponse:
    if request.method != "POST":
        return _asking(request, CheckInForm(list(active_goals_in_words(request.user))))
    form = CheckInForm(_shown(request), request.POST)
    return _saved(request, form) if form.is_valid() else _asking(request, form)


def _shown(request: PersonRequest) -> list[GoalVersion]:
    return wordings_shown(request.user, read_shown(request.POST.get("shown", "")))


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
    return _asking(request, form, gone=gone, nothing_yet="" if gone else say(reason))


def _asking(
    request: PersonRequest, form: CheckInForm, *, gone: list[tuple[str, str]] | None = None, nothing_yet: str = ""
) -> HttpResponse:
    context = {"form": form, "gone": gone, "nothing_yet": nothing_yet, "only_me": say(Audience.ONLY_ME.who_can_see)}
    return render(request, "progress/check_in.html", context, status=409 if gone else 200)


@require_safe
def checked_in(request: PersonRequest, check_in_id: UUID) -> HttpResponse:
    """What was saved, and where each goal that was rated stands now."""
    record = request.user.record
    kept = get_object_or_404(record.checkins, id=check_in_id)
    rated = goals_in_words(request.user).filter(goal__ratings__check_in=kept)
    context = {
        "kept": kept,
        "audience": say(Audience(kept.audience).who_can_see),
        "is_today": kept.on == request.user.today(),
        "goals": [(version, figures_of(version)[0]) for version in rated],
        "care": care_panel(kept.thoughts, kept.feelings, kept.actions, person=request.user),
    }
    return render(request, "progress/checked_in.html", context)


@require_safe
def past_check_ins(request: PersonRequest, goal_id: UUID) -> HttpResponse:
    version = goal_in_words(request.user, goal_id)
    page = Paginator(past_ratings(version.goal), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "progress/past.html", {"version": version, "page": page, "rows": told(page, version)})
