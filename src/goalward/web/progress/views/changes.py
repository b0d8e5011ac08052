"""What has changed in thoughts, feelings and doing: a note of it on its own, and the notes before."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from goalward.alliance import Audience
from goalward.decisions import NotAllowedError
from goalward.messages import Message
from goalward.web.accounts.requests import PersonRequest
from goalward.web.progress.actions import check_in
from goalward.web.progress.forms import CheckInForm
from goalward.web.progress.queries import check_ins_with_notes

A_PAGE = 20  # notes on one page


@require_http_methods(["GET", "HEAD", "POST"])
def changes(request: PersonRequest) -> HttpResponse:
    """A check-in without ratings."""
    if request.method != "POST":
        return _asking(request, CheckInForm(()))
    if not (form := CheckInForm((), request.POST)).is_valid():
        return _asking(request, form)
    try:
        check_in(by=request.user, **form.answers())
    except NotAllowedError as refusal:
        return _asking(request, form, nothing_yet=refusal.reason)
    return redirect("progress")


def _asking(request: PersonRequest, form: CheckInForm, nothing_yet: Message | None = None) -> HttpResponse:
    context = {"form": form, "nothing_yet": nothing_yet, "audience": Audience.ONLY_ME.who_can_see}
    return render(request, "progress/changes.html", context)


@require_safe
def past_changes(request: PersonRequest) -> HttpResponse:
    page = Paginator(check_ins_with_notes(request.user), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "progress/past_changes.html", {"page": page})
