"""Someone on the way to a goal."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from goalward.web.accounts.models import Person
from goalward.web.goals.drafts import begin_draft
from goalward.web.goals.models import Goal

Page = Callable[..., HttpResponse]


@pytest.fixture
def draft(ana: Person) -> Goal:
    """Ana's first goal, with her own words and nothing else."""
    return begin_draft(by=ana, wording="feel better")


@pytest.fixture
def open_page(as_ana: Client, draft: Goal) -> Page:
    def get(code: str, then: str = "") -> HttpResponse:
        return as_ana.get(reverse("start_step", args=[draft.id, code]), {"then": then} if then else {})

    return get


@pytest.fixture
def send(as_ana: Client, draft: Goal) -> Page:
    """Ana answers a page and presses a button, "Save and carry on" unless another is named."""

    def post(code: str, *, then: str = "", action: str = "next", **typed: object) -> HttpResponse:
        query = f"?then={then}" if then else ""
        return as_ana.post(reverse("start_step", args=[draft.id, code]) + query, {"action": action, **typed})

    return post
