"""Save and finish later."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from goalward.web.goals.models import Goal
from tests.integration.reflection.conftest import Page


@pytest.fixture
def address(draft: Goal) -> str:
    return reverse("start_later", args=[draft.id])


def test_it_says_that_all_is_kept_and_how_to_come_back(as_ana: Client, address: str, draft: Goal) -> None:
    page = as_ana.get(address).content.decode()
    assert "All you wrote is kept." in page
    assert f'href="{reverse("goals")}"' in page
    assert f'href="{reverse("start_resume", args=[draft.id])}"' in page


def test_what_was_just_kept_is_read_with_care(as_ana: Client, send: Page) -> None:
    response = send("plan", action="later", obstacle="I want to die")
    assert "Help is here if you want it" in as_ana.get(response["Location"]).content.decode()


def test_signed_out_it_asks_to_sign_in(anyone: Client, address: str) -> None:
    assert anyone.get(address)["Location"].startswith(reverse("account_login"))


def test_other_methods_are_refused(as_ana: Client, address: str) -> None:
    assert as_ana.post(address).status_code == 405


def test_a_stranger_finds_nothing(as_sam: Client, address: str) -> None:
    assert as_sam.get(address).status_code == 404


def test_it_asks_the_database_little(as_ana: Client, address: str, django_assert_max_num_queries: Any) -> None:
    with django_assert_max_num_queries(8):
        as_ana.get(address)
