"""The password once more, before what matters most."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.conf import settings
from django.test import Client
from django.urls import reverse

from goalward.web.accounts.models import Person
from tests.integration.accounts.entrance import everything_in_sessions, give_password, is_signed_in, page, sign_in

pytestmark = pytest.mark.django_db
ADDRESS = "/account/reauthenticate/"
GUARDED = "/account/email/"
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def test_a_guarded_page_asks_first_and_is_then_shown(as_ana: Client) -> None:
    asked = as_ana.get(GUARDED)
    assert asked.headers["Location"] == f"{ADDRESS}?next={GUARDED}"
    answered = as_ana.post(asked.headers["Location"], {"password": "a calm and long password"})
    assert answered.headers["Location"] == GUARDED
    assert as_ana.get(GUARDED).status_code == 200


def test_having_just_signed_in_is_not_enough(anyone: Client, ana: Person) -> None:
    sign_in(anyone, "ana@example.org")
    assert anyone.get(GUARDED).headers["Location"].startswith(ADDRESS)


def test_after_five_minutes_it_asks_again(as_ana: Client) -> None:
    with time_machine.travel(NOW, tick=False):
        give_password(as_ana)
    with time_machine.travel(NOW + timedelta(seconds=299), tick=False):
        assert as_ana.get(GUARDED).status_code == 200
    with time_machine.travel(NOW + timedelta(seconds=300), tick=False):
        assert as_ana.get(GUARDED).status_code == 302


def test_a_wrong_password_is_not_taken(as_ana: Client) -> None:
    shown = page(give_password(as_ana, "not this one"))
    assert shown.count("This is not your password. Write the one that you sign in with.") == 2
    assert "<title>Error:" in shown
    assert as_ana.get(GUARDED).status_code == 302


def test_someone_elses_password_is_not_taken(as_ana: Client, sam: Person) -> None:
    sam.set_password("another calm password")
    sam.save()
    give_password(as_ana, "another calm password")
    assert as_ana.get(GUARDED).status_code == 302


def test_the_login_session_gets_a_new_id(as_ana: Client) -> None:
    before = as_ana.cookies[settings.SESSION_COOKIE_NAME].value
    give_password(as_ana)
    after = as_ana.cookies[settings.SESSION_COOKIE_NAME].value
    assert before != after
    old = Client()
    old.cookies[settings.SESSION_COOKIE_NAME] = before
    assert not is_signed_in(old)
    assert is_signed_in(as_ana)


def test_a_form_sent_too_late_is_asked_for_again_and_nothing_of_it_is_stored(as_ana: Client) -> None:
    response = as_ana.post(GUARDED, {"email": "new@example.org"})
    assert response.headers["Location"] == f"{ADDRESS}?next={GUARDED}"
    held = everything_in_sessions()
    assert "new@example.org" not in held
    assert as_ana.cookies[settings.SESSION_COOKIE_NAME].value not in held


def test_it_never_leads_off_the_site(as_ana: Client) -> None:
    away = as_ana.post(ADDRESS, {"password": "a calm and long password", "next": "//elsewhere.example"})
    assert away.headers["Location"] == reverse("home")


def test_someone_signed_out_goes_to_sign_in(anyone: Client) -> None:
    assert anyone.get(ADDRESS).headers["Location"].startswith(reverse("account_login"))


def test_nothing_but_get_and_post_is_taken(as_ana: Client) -> None:
    assert as_ana.put(ADDRESS).status_code == 405
