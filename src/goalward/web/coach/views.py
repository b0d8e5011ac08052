"""The first page, and the coach's answer to what is typed there. Stateless: no cookie, no database, nothing kept."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from goalward.coach import read_goal
from goalward.web.accounts.middleware import has_login_session
from goalward.web.coach.forms import GoalInOwnWords
from goalward.web.coach.limits import may_ask
from goalward.web.coach.presentation import as_shown
from goalward.web.config.origin import same_site, small_enough
from goalward.web.safety.errors import error_answer, is_fragment, too_many_requests


@login_not_required
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """One box for someone who is not signed in; their goals for someone who is."""
    if has_login_session(request) and request.user.is_authenticated:
        return redirect("goals")
    return render(request, "coach/front.html", {"form": GoalInOwnWords()})


@csrf_exempt  # no cookie to ride on: the origin is checked instead
@login_not_required
def read(request: HttpRequest) -> HttpResponse:
    """Read what was typed and answer. As a fragment for htmx, as the whole page otherwise."""
    if request.method != "POST":
        return redirect("home")
    if not same_site(request):
        return error_answer(request, 403)
    if not small_enough(request):
        return error_answer(request, 400)
    if not may_ask(request, timezone.now()):
        return _too_often(request)
    form = GoalInOwnWords(request.POST)
    if request.POST.get("take"):  # a picked wording goes into the box, to be changed there
        form = GoalInOwnWords({"goal": request.POST["take"], "once": request.POST.get("once", "")})
    shown = as_shown(read_goal(form.cleaned_data["goal"], today=timezone.localdate())) if form.is_valid() else None
    template = "coach/reading.html" if is_fragment(request) else "coach/front.html"
    return render(request, template, {"form": form, "reading": shown})


def _too_often(request: HttpRequest) -> HttpResponse:
    return render(request, "coach/too_often.html") if is_fragment(request) else too_many_requests(request)
