"""My account: the time zone and the word for goals, and the ways to the rest."""

from __future__ import annotations

import re

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from goalward.web.accounts.models import Person
from goalward.web.audit.models import AuditEntry
from tests.integration.accounts.entrance import page

pytestmark = pytest.mark.django_db
ADDRESS = "/account/"


def save(browser: Client, **changes: str) -> HttpResponse:
    fields = {"time_zone": "Asia/Kathmandu", "goal_word": "hope", **changes}
    return browser.post(ADDRESS, fields)  # type: ignore[return-value]


def test_it_shows_what_is_chosen_now(as_ana: Client) -> None:
    shown = page(as_ana.get(ADDRESS))
    assert '<option value="Europe/Vienna" selected' in shown
    assert re.search(r'value="goal"[^>]*checked', shown)
    assert "ana@example.org" in shown


@pytest.mark.parametrize("name", ["account_email", "account_change_password", "record"])
def test_it_leads_to_the_rest(as_ana: Client, name: str) -> None:
    assert f'href="{reverse(name)}"' in page(as_ana.get(ADDRESS))


def test_a_change_is_kept_and_logged(as_ana: Client, ana: Person) -> None:
    response = save(as_ana)
    assert response.headers["Location"] == f"{ADDRESS}?done=settings"
    assert "Your settings are saved." in page(as_ana.get(response.headers["Location"]))
    ana.refresh_from_db()
    assert (ana.time_zone, ana.goal_word) == ("Asia/Kathmandu", "hope")
    last = AuditEntry.objects.filter(record_id=ana.record.id).latest("seq")
    assert (last.did, last.by, last.object_id) == ("settings.changed", ana.id, ana.record.id)


@pytest.mark.parametrize(
    ("field", "wrong", "said"),
    [
        ("time_zone", "", "Choose your time zone from the list."),
        ("time_zone", "Europe/Vienna\x00", "Choose your time zone from the list."),
        ("goal_word", "", "Choose one of the answers."),
        ("goal_word", "streak", "Choose one of the answers."),
    ],
)
def test_what_is_not_on_offer_is_not_taken(as_ana: Client, ana: Person, field: str, wrong: str, said: str) -> None:
    shown = page(save(as_ana, **{field: wrong}))
    assert shown.count(said) == 2
    assert "<title>Error: My account" in shown
    ana.refresh_from_db()
    assert (ana.time_zone, ana.goal_word) == ("Europe/Vienna", "goal")


def test_nothing_else_can_be_changed_here(as_ana: Client, ana: Person) -> None:
    save(as_ana, email="other@example.org", is_active="", password="x", adult_confirmed_at="")
    ana.refresh_from_db()
    assert (ana.email, ana.is_active, bool(ana.adult_confirmed_at)) == ("ana@example.org", True, True)


def test_an_empty_form_is_said_to_be_empty(as_ana: Client) -> None:
    assert "Choose your time zone from the list." in page(as_ana.post(ADDRESS))  # type: ignore[arg-type]


def test_everyone_changes_their_own(as_sam: Client, ana: Person, sam: Person) -> None:
    save(as_sam)
    ana.refresh_from_db()
    sam.refresh_from_db()
    assert (ana.goal_word, sam.goal_word) == ("goal", "hope")


def test_someone_signed_out_goes_to_sign_in(anyone: Client) -> None:
    assert anyone.get(ADDRESS).headers["Location"] == f"{reverse('account_login')}?next={ADDRESS}"
    assert "You are signed out" in save(anyone).content.decode()


def test_nothing_but_get_and_post_is_taken(as_ana: Client) -> None:
    assert as_ana.put(ADDRESS).status_code == 405
