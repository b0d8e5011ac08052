"""Answering a questionnaire: one question a page, or all on one; looked over once, then counted."""

from __future__ import annotations

from itertools import chain
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from goalward.alliance import Audience
from goalward.decisions import NotAllowedError
from goalward.measures import Answer
from goalward.web.accounts.requests import PersonRequest
from goalward.web.measures import presentation
from goalward.web.measures.actions import begin_administration, finish_administration, keep_answers
from goalward.web.measures.forms import AnswersForm
from goalward.web.measures.queries import Sitting, measure_courses, open_ones, planned_one, sitting
from goalward.web.safety.panel import answer_panel
from goalward.web.ui.fields import OnceForm

shows_and_takes = require_http_methods(["GET", "HEAD", "POST"])

CHECK = "check"
ALL = "all"


@shows_and_takes
def begin(request: PersonRequest, plan_id: UUID) -> HttpResponse:
    """What lies ahead, before anything is asked."""
    of_it = planned_one(request.user, plan_id)
    if of_it.measure is None or not of_it.is_offered:
        return redirect("measure", plan_id)
    if request.method == "POST":
        begun = begin_administration(
            by=request.user, plan=of_it.plan, measure=of_it.measure, once=OnceForm(request.POST).drawn
        )
        if request.POST.get("layout") == ALL:
            return redirect("administration_all", begun.id)
        return redirect("administration", begun.id)
    context = {
        "planned": of_it,
        "open": open_ones(request.user).get(plan_id),
        "form": OnceForm(),
        "audience": Audience.ONLY_ME.who_can_see,
    }
    return render(request, "measures/begin.html", context)


@require_safe
def result(request: PersonRequest, administration_id: UUID) -> HttpResponse:
    """What the answers came to; for those who are not through yet, the question where they stopped."""
    now = sitting(request.user, administration_id)
    if not now.is_finished:
        return redirect(address_of(now, now.administration.place + 1))
    said, courses = presentation.said_of(now), measure_courses(request.user, [now.administration.plan])
    context = shown(request, now) | {
        "said": said,
        "figures": [presentation.figure(each, said=chain.from_iterable(said)) for each in courses],
        "evidence": presentation.evidence(now.measure),
        "answers": presentation.answers_in_words(now),
        "is_today": now.administration.on == request.user.today(),
    }
    return render(request, "measures/result.html", context)


@shows_and_takes
def question(request: PersonRequest, administration_id: UUID, number: int) -> HttpResponse:
    """One question. Skipping it takes back an earlier answer."""
    now = sitting(request.user, administration_id)
    if not 1 <= number <= now.length:
        raise Http404
    if elsewhere := _not_here(now):
        return elsewhere
    item = now.measure.items[number - 1]
    form = AnswersForm([item], _typed(request), before=now.administration.answers, may_decline=False)
    if request.method == "POST" and request.POST.get("action") == "skip":
        return _kept(request, now, {item.id: None}, number)
    if form.is_valid():
        return _kept(request, now, form.answers(), number)
    context = shown(request, now) | {
        "form": form,
        "number": number,
        "percent": round(100 * (number - 1) / now.length),
        "back": address_of(now, number - 1) if number > 1 else reverse("measure_begin", args=[now.planned.plan.id]),
    }
    return render(request, "measures/question.html", context)


@shows_and_takes
def all_questions(request: PersonRequest, administration_id: UUID) -> HttpResponse:
    now = sitting(request.user, administration_id)
    if elsewhere := _not_here(now):
        return elsewhere
    form = AnswersForm(now.measure.items, _typed(request), before=now.administration.answers, may_decline=True)
    if form.is_valid():
        return _kept(request, now, form.answers(), now.length)
    return render(request, "measures/all.html", shown(request, now) | {"form": form})


@shows_and_takes
def check(request: PersonRequest, administration_id: UUID) -> HttpResponse:
    """Every answer once more, then they are counted."""
    now = sitting(request.user, administration_id)
    if elsewhere := _not_here(now):
        return elsewhere
    if request.method == "POST":
        finish_administration(by=request.user, administration=now.administration, measure=now.measure)
        return redirect("administration", administration_id)
    context = shown(request, now) | {
        "answers": presentation.answers_in_words(now),
        "back": address_of(now, now.length),
    }
    return render(request, "measures/check.html", context)


def address_of(now: Sitting, number: int) -> str:
    """Of a question by its number; past the last one, of the page with all answers."""
    if number > now.length:
        return reverse("administration_check", args=[now.administration.id])
    return reverse("administration_question", args=[now.administration.id, number])


def shown(request: PersonRequest, now: Sitting) -> dict[str, Any]:
    """What every page of a sitting shows: whose eyes it is for, and help where an answer asks for it."""
    return {"sitting": now, "audience": Audience.ONLY_ME.who_can_see, "care": _care(request, now)}


def _care(request: PersonRequest, now: Sitting) -> dict[str, Any] | None:
    raised = presentation.raised_risks(now)
    return answer_panel(soft=all(risk.soft for risk in raised), person=request.user) if raised else None


def _typed(request: PersonRequest) -> QueryDict | None:
    """An empty form is one that was sent with nothing chosen."""
    return request.POST if request.method == "POST" else None


def _not_here(now: Sitting) -> HttpResponse | None:
    """Finished answers have their own page; so has a measure that changed or was taken away meanwhile."""
    if now.is_finished:
        return redirect("administration", now.administration.id)
    if not now.planned.is_offered or now.administration.version != now.measure.version:
        return redirect("measure_begin", now.planned.plan.id)
    return None


def _kept(request: PersonRequest, now: Sitting, answers: dict[str, Answer], place: int) -> HttpResponse:
    try:
        keep_answers(
            by=request.user, administration=now.administration, measure=now.measure, answers=answers, place=place
        )
    except NotAllowedError:  # finished in another tab, whose page says so
        return redirect("administration", now.administration.id)
    if request.POST.get("action") == "later":
        return redirect("measures")
    past_all = request.GET.get("then") == CHECK or place == now.length
    return redirect(address_of(now, now.length + 1 if past_all else place + 1))
