"""A questionnaire that ana answers, by the pages that people use."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from goalward.measures import measure
from goalward.progress import Rhythm
from goalward.web.accounts.models import Person
from goalward.web.measures.actions import begin_administration, choose_measure, finish_administration, keep_answers
from goalward.web.measures.models import Administration, MeasurePlan

Answer = Callable[..., HttpResponse]


def chosen(person: Person, measure_id: str = "phq9", rhythm: Rhythm = Rhythm.TWO_WEEKS) -> MeasurePlan:
    return choose_measure(by=person, measure=measure(measure_id), rhythm=rhythm, once=uuid4())


def begun(person: Person, plan: MeasurePlan) -> Administration:
    return begin_administration(by=person, plan=plan, measure=measure(plan.measure), once=uuid4())


def answered(person: Person, plan: MeasurePlan, *values: Any) -> Administration:
    """Through with it: these answers to its items in order, the others skipped."""
    asked = measure(plan.measure)
    given = dict(zip([item.id for item in asked.items], values, strict=False))
    open_one = begun(person, plan)
    keep_answers(by=person, administration=open_one, measure=asked, answers=given)
    return finish_administration(by=person, administration=open_one, measure=asked)


@pytest.fixture
def phq9(ana: Person) -> MeasurePlan:
    return chosen(ana)


@pytest.fixture
def sitting(ana: Person, phq9: MeasurePlan) -> Administration:
    """Ana has begun and answered nothing yet."""
    return begun(ana, phq9)


@pytest.fixture
def answer(as_ana: Client, sitting: Administration) -> Answer:
    """Ana answers the question of this number."""

    def send(number: int, value: Any = "", action: str = "next", query: str = "") -> HttpResponse:
        address = reverse("administration_question", args=[sitting.id, number])
        return as_ana.post(address + query, {measure("phq9").items[number - 1].id: value, "action": action})

    return send
