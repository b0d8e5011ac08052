"""The questionnaires that a person chose: the list, one of them over time, and how often it is asked."""

from __future__ import annotations

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from goalward.alliance import Audience
from goalward.progress import Rhythm
from goalward.web.accounts.requests import PersonRequest
from goalward.web.measures import presentation
from goalward.web.measures.actions import change_rhythm, choose_measure, stop_measure
from goalward.web.measures.care import care_for_open
from goalward.web.measures.catalogue import offered
from goalward.web.measures.forms import ChooseForm, RhythmForm
from goalward.web.measures.queries import finished_of, measure_courses, open_ones, planned, planned_one

A_PAGE = 20  # times that it was answered, on one page

shows_and_takes = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def my_measures(request: PersonRequest) -> HttpResponse:
    rows = presentation.listed(request.user, planned(request.user))
    context = {
        "asked": [row for row in rows if not row.is_stopped],
        "stopped": [row for row in rows if row.is_stopped],
        "audience": Audience.ONLY_ME.who_can_see,
        "care": care_for_open(request.user, [(row.planned, row.open) for row in rows]),
    }
    return render(request, "measures/my_measures.html", context)


@shows_and_takes
def choose(request: PersonRequest) -> HttpResponse:
    """Those that the person does not answer yet, or stopped. One that was chosen meanwhile is taken all the same."""
    on_offer = offered()
    if request.method == "POST":
        form = ChooseForm(presentation.by_domain(on_offer.values()), request.POST)
        if form.is_valid():
            once = form.cleaned_data["once"]
            plan = choose_measure(by=request.user, measure=form.measure, rhythm=form.chosen, once=once)
            return redirect("measure_begin", plan.id)
    else:
        answered = {each.plan.measure for each in planned(request.user) if each.plan.stopped_at is None}
        left = [each for name, each in on_offer.items() if name not in answered]
        form = ChooseForm(presentation.by_domain(left))
    return render(request, "measures/choose.html", {"form": form, "audience": Audience.ONLY_ME.who_can_see})


@require_safe
def one_measure(request: PersonRequest, plan_id: UUID) -> HttpResponse:
    """How it has gone, what its numbers rest on, and the times that it was answered."""
    person, of_it = request.user, planned_one(request.user, plan_id)
    courses, open_one = measure_courses(person, [of_it.plan]), open_ones(person).get(plan_id)
    context = {
        "planned": of_it,
        "row": presentation.row(of_it, person=person, courses=courses, open_one=open_one),
        "figures": [presentation.figure(course) for course in courses],
        "evidence": presentation.evidence(of_it.measure) if of_it.measure else [],
        "page": Paginator(finished_of(person, of_it.plan), A_PAGE).get_page(request.GET.get("page")),
        "rhythm": Rhythm(of_it.plan.rhythm).label,
        "audience": Audience.ONLY_ME.who_can_see,
        "care": care_for_open(person, [(of_it, open_one)]),
    }
    return render(request, "measures/measure.html", context)


@shows_and_takes
def rhythm(request: PersonRequest, plan_id: UUID) -> HttpResponse:
    of_it = planned_one(request.user, plan_id)
    form = RhythmForm(request.POST or None, initial={"rhythm": of_it.plan.rhythm})
    if form.is_valid():
        change_rhythm(by=request.user, plan=of_it.plan, rhythm=form.chosen)
        return redirect("measure", plan_id)
    return render(request, "measures/rhythm.html", {"form": form, "planned": of_it})


@shows_and_takes
def stop(request: PersonRequest, plan_id: UUID) -> HttpResponse:
    """A GET comes from someone who had to sign in on the way: they find the measure, and press again."""
    of_it = planned_one(request.user, plan_id)
    if request.method == "POST":
        stop_measure(by=request.user, plan=of_it.plan)
    return redirect("measure", plan_id)
