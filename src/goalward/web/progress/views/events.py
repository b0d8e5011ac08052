"""What happened in life: noting it, changing it, taking it away."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from goalward.alliance import Audience
from goalward.decisions import NotAllowedError
from goalward.web.accounts.requests import PersonRequest
from goalward.web.progress.actions import add_event, change_event, remove_event
from goalward.web.progress.comparisons import NEAREST, compared_at
from goalward.web.progress.forms import EventForm
from goalward.web.progress.models import LifeEvent
from goalward.web.progress.series import every_series
from goalward.web.safety.panel import care_panel
from goalward.web.ui.say import say

SHOWS_AND_TAKES = require_http_methods(["GET", "HEAD", "POST"])


@SHOWS_AND_TAKES
def add(request: PersonRequest) -> HttpResponse:
    if request.method != "POST":
        return _adding(request, EventForm(initial={"on": request.user.today()}))
    if not (form := EventForm(request.POST)).is_valid():
        return _adding(request, form)
    try:
        add_event(by=request.user, **form.cleaned_data)
    except NotAllowedError as refusal:
        form.add_error("on", say(refusal.reason))
        return _adding(request, form)
    return redirect("progress")


def _adding(request: PersonRequest, form: EventForm) -> HttpResponse:
    return render(request, "progress/event_add.html", {"form": form, "audience": Audience.ONLY_ME.who_can_see})


@SHOWS_AND_TAKES
def event(request: PersonRequest, event_id: UUID) -> HttpResponse:
    kept = _event(request, event_id)
    if request.method != "POST":
        return _event_page(request, kept, EventForm(initial={"on": kept.on, "words": kept.words}))
    if not (form := EventForm(request.POST)).is_valid():
        return _event_page(request, kept, form)
    try:
        change_event(event=kept, on=form.cleaned_data["on"], words=form.cleaned_data["words"], by=request.user)
    except NotAllowedError as refusal:
        form.add_error("on", say(refusal.reason))
        return _event_page(request, kept, form)
    return redirect("event", event_id)


def _event_page(request: PersonRequest, kept: LifeEvent, form: EventForm) -> HttpResponse:
    context: dict[str, Any] = {
        "event": kept,
        "compared": list(compared_at(kept.on, every_series(request.user))),
        "nearest": NEAREST,
        "form": form,
        "audience": Audience(kept.audience).who_can_see,
        "care": care_panel(kept.words, person=request.user),
    }
    return render(request, "progress/event.html", context)


@SHOWS_AND_TAKES
def remove(request: PersonRequest, event_id: UUID) -> HttpResponse:
    """Asked once more, because it cannot be undone."""
    kept = _event(request, event_id)
    if request.method != "POST":
        return render(request, "progress/event_remove.html", {"event": kept})
    remove_event(event=kept, by=request.user)
    return redirect("progress")


def _event(request: PersonRequest, event_id: UUID) -> LifeEvent:
    return get_object_or_404(request.user.record.lifeevents, id=event_id)
