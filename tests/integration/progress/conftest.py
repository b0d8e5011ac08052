"""A goal that ana works on, and her check-in page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from goalward.web.accounts.models import Person
from goalward.web.goals.models import Goal
from tests.integration.goals.stories import begun

Send = Callable[..., HttpResponse]


@pytest.fixture
def walk(ana: Person) -> Goal:
    return begun(ana, "walk with Sam")


@pytest.fixture
def check_in(as_ana: Client) -> Send:
    """Ana rates goals, given with their values, under the first wording of each unless ``version`` says otherwise."""

    def send(ratings: dict[Goal, Any] | None = None, *, version: int = 1, **typed: Any) -> HttpResponse:
        rated = {f"goal_{goal.id}": value for goal, value in (ratings or {}).items()}
        shown = " ".join(f"{goal.id}.{version}" for goal in ratings or {})
        return as_ana.post(reverse("check_in"), {"once": uuid4(), "shown": shown} | rated | typed)

    return send
