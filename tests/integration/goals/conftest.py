"""A goal that ana works on."""

from __future__ import annotations

import pytest

from goalward.web.accounts.models import Person
from goalward.web.goals.models import Goal
from tests.integration.goals.stories import begun


@pytest.fixture
def walk(ana: Person) -> Goal:
    return begun(ana, "walk with Sam")
