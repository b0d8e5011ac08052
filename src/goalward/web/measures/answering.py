"""Answering a questionnaire: one question a page, or all on one; looked over once, then counted."""

from __future__ import annotations

from dataclasses import replace
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
from goalward.messages import Message
from goalward.web.accounts.requests import PersonRequest
from goalward.web.measures import presentation
from goalward.web.measures.actions import begin_administration, finish_administration, keep_answers
from goalward.web.measures.care import care_for_answers, care_for_open
from goalward.web.measures.forms import AnswersForm
from goalward.web.measures.queries import (
    MeasureCourse,
    Planned,
    Sitting,
    measure_courses,
    open_ones,
    planned_one,
    sitting,
)
from goalward.web.ui.fields import OnceForm

shows_and_takes = require_http_methods(["GET", "HEAD", "POST"])

CHECK = "check"
ALL = "all"

Answers = dict[str, Answer]


@shows_and_takes
def begin(request: PersonRequest, plan_id: UUID) -> HttpResponse:
    """What lies ahead, before anything is asked."""
    of_it = planned_one(request.user, plan_id)
    if of_it.measure is None or not of_it.is_offered or of_it.plan.stopped_at:
        return redirect("measure", plan_id)
    if request.method != "POST":
        return begin_page(request, of_it)
    begun = begin_administration(
        by=request.user,
        plan=of_it.plan,
        measure=of_it.measure,
        once=OnceForm(request.POST).drawn,
        anew=request.POST.get("anew") == "yes",
    )
    return redirect("administration_all" if request.POST.get("layout") == ALL else "administration", begun.id)


def begin_page(request: PersonRequest, of_it: Planned, not_kept: Answers | None = None) -> HttpResponse:
    """not_kept: what was just answered to questions that have changed meanwhile."""
    measure, open_one = of_it.measure, open_ones(request.user).get(of_it.plan.id)
    care = care_for_open(request.user, [(of_it, open_one)])
    if measure and not_kept:
        care = care_for_answers(request.user, measure, not_kept) or care
    context = {
        "planned": of_it,
        "open": open_one,
        "began": presentation.began_before_today(open_one, request.user),
        "has_changed": bool(open_one and measure and not open_one.is_of(measure)),
        "not_kept": not_kept is not None,
        "form": OnceForm(),
        "audience": Audience.ONLY_ME.who_can_see,
        "care": care,
    }
    return render(request, "measures/begin.html", context, status=200 if not_kept is None else 409)


@require_safe
def result(request: PersonRequest, administration_id: UUID) -> HttpResponse:
    """What the answers came to; for those who are not through yet, the first question that they have not seen."""
    now = sitting(request.user, administration_id)
    return result_page(request, now) if now.is_finished else redirect(address_of(now, first_open(now)))


def result_page(request: PersonRequest, now: Sitting, not_kept: Answers | None = None) -> HttpResponse:
    """not_kept: what was answered in another tab after these answers were finished."""
    said, courses = presentation.said_of(now), courses_until(request, now)
    is_today = now.administration.on == request.user.today()
    late = care_for_answers(request.user, now.measure, not_kept) if not_kept else None
    context = {
        **whose(now),
        "care": late or care_for_answers(request.user, now.measure, now.administration.answers, is_past=not is_today),
        "said": said,
        "figures": [presentation.figure(each, said=chain.from_iterable(said)) for each in courses],
        "evidence": presentation.evidence(now.measure),
        "answers": presentation.answers_in_words(now) if now.planned.is_offered else [],
        "is_today": is_today,
        "not_kept": not_kept is not None,
        "when": presentation.when_due(now.planned.plan.due_on, today=request.user.today()) if is_today else "",
    }
    return render(request, "measures/result.html", context, status=200 if not_kept is None else 409)


def courses_until(request: PersonRequest, now: Sitting) -> list[MeasureCourse]:
    """How it had gone by that day: later scores have pages of their own."""
    day = now.administration.on
    courses = measure_courses(request.user, [now.planned.plan])
    return [replace(each, scores=tuple(score for score in each.scores if day and score.on <= day)) for each in courses]


@shows_and_takes
def question(request: PersonRequest, administration_id: UUID, number: int) -> HttpResponse:
    """One question. Skipping it takes back an earlier answer; moving on with nothing chosen leaves it open."""
    now = sitting(request.user, administration_id)
    if not 1 <= number <= now.length:
        raise Http404
    item = now.measure.items[number - 1]
    form = AnswersForm([item], _typed(request), before=now.administration.answers, may_decline=False)
    action = request.POST.get("action")
    if request.method == "POST" and action == "skip":
        return _kept(request, now, {item.id: None}, number + 1)
    if form.is_valid():
        untouched: Answers = {} if action == "later" or item.id in now.administration.answers else {item.id: None}
        return _kept(request, now, form.answers() or untouched, number + 1)
    if elsewhere := _not_here(now):
        return elsewhere
    context = shown(request, now) | {
        "form": form,
        "number": number,
        "of_paper": presentation.speaks_of_paper(item.stem, now.measure.instructions if number == 1 else None),
        "back": address_of(now, number - 1) if number > 1 else reverse("measure_begin", args=[now.planned.plan.id]),
    }
    return render(request, "measures/question.html", context)


@shows_and_takes
def all_questions(request: PersonRequest, administration_id: UUID) -> HttpResponse:
    now = sitting(request.user, administration_id)
    form = AnswersForm(now.measure.items, _typed(request), before=now.administration.answers, may_decline=True)
    if form.is_valid():
        return _kept(request, now, form.answers(), now.length + 1)
    if elsewhere := _not_here(now):
        return elsewhere
    stems = (item.stem for item in now.measure.items)
    context = shown(request, now) | {
        "form": form,
        "of_paper": presentation.speaks_of_paper(now.measure.instructions, *stems),
    }
    return render(request, "measures/all.html", context)


@shows_and_takes
def check(request: PersonRequest, administration_id: UUID) -> HttpResponse:
    """Every answer once more, then they are counted."""
    now = sitting(request.user, administration_id)
    if elsewhere := _not_here(now):
        return elsewhere
    if request.method != "POST":
        return check_page(request, now)
    try:
        finish_administration(by=request.user, administration=now.administration, measure=now.measure)
    except NotAllowedError as refusal:
        return check_page(request, now, refusal.reason)
    return redirect("administration", administration_id)


def check_page(request: PersonRequest, now: Sitting, refusal: Message | None = None) -> HttpResponse:
    context = shown(request, now) | {
        "answers": presentation.answers_in_words(now),
        "back": address_of(now, now.length),
        "refusal": refusal,
    }
    return render(request, "measures/check.html", context, status=409 if refusal else 200)


def first_open(now: Sitting) -> int:
    """The number of the first question that was neither answered nor skipped, or one past the last."""
    seen = now.administration.answers
    numbers = (number for number, item in enumerate(now.measure.items, 1) if item.id not in seen)
    return next(numbers, now.length + 1)


def address_of(now: Sitting, number: int) -> str:
    """Of a question by its number; past the last one, of the page with all answers."""
    if number > now.length:
        return reverse("administration_check", args=[now.administration.id])
    return reverse("administration_question", args=[now.administration.id, number])


def shown(request: PersonRequest, now: Sitting) -> dict[str, Any]:
    """What every page of an open sitting shows, with help where an answer asks for it."""
    return {**whose(now), "care": care_for_answers(request.user, now.measure, now.administration.answers)}


def whose(now: Sitting) -> dict[str, Any]:
    """What it is, and whose eyes it is for."""
    return {"sitting": now, "audience": Audience.ONLY_ME.who_can_see}


def _typed(request: PersonRequest) -> QueryDict | None:
    """An empty form is one that was sent with nothing chosen."""
    return request.POST if request.method == "POST" else None


def _not_here(now: Sitting) -> HttpResponse | None:
    """Finished answers have their own page; so has a measure that changed or was taken away meanwhile."""
    if now.is_finished:
        return redirect("administration", now.administration.id)
    if not now.planned.is_offered:
        return redirect("measure", now.planned.plan.id)
    return redirect("measure_begin", now.planned.plan.id) if now.has_changed else None


def _kept(request: PersonRequest, now: Sitting, answers: Answers, onward: int) -> HttpResponse:
    """Keep what was answered, also where the measure is not offered any more; then on to question ``onward``."""
    if now.has_changed and not now.is_finished:
        return begin_page(request, now.planned, answers)
    try:
        keep_answers(by=request.user, administration=now.administration, measure=now.measure, answers=answers)
    except NotAllowedError:
        return result_page(request, sitting(request.user, now.administration.id), answers)
    if not now.planned.is_offered:
        return redirect("measure", now.planned.plan.id)
    if request.POST.get("action") == "later":
        return redirect("measures")
    return redirect(address_of(now, now.length + 1 if request.GET.get("then") == CHECK else onward))
