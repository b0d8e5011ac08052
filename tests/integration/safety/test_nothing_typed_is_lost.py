"""An ended session or a stale form loses nothing that was typed."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from django.test import Client

from goalward.web.accounts.models import Person
from tests.conftest import PASSWORD

pytestmark = pytest.mark.django_db
NOTE = "we walked <twice> & talked"
OURS = {"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"}


def fields_of(response: Any) -> dict[str, str]:
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', response.content.decode())
    return {name: unescape(value) for name, value in found}


def test_a_form_sent_after_the_session_ended_shows_what_was_typed(as_ana: Client) -> None:
    as_ana.logout()
    response = as_ana.post("/check-in/", {"feelings": NOTE})
    assert response.status_code == 403
    assert "You are signed out" in response.content.decode()
    assert fields_of(response)["feelings"] == NOTE
    assert "we walked &lt;twice&gt; &amp; talked" in response.content.decode()


def test_an_empty_form_after_the_session_ended_goes_to_sign_in(as_ana: Client) -> None:
    as_ana.logout()
    assert as_ana.post("/check-in/", {"csrfmiddlewaretoken": "x"})["Location"].startswith("/account/sign-in/")


def test_what_was_typed_can_be_sent_again_after_signing_in_on_another_page(ana: Person) -> None:
    browser = Client(enforce_csrf_checks=True, headers=OURS)
    token = fields_of(browser.get("/account/sign-in/"))["csrfmiddlewaretoken"]
    lost = browser.post("/check-in/", {"feelings": NOTE, "csrfmiddlewaretoken": token})
    again = fields_of(lost)
    browser.force_login(ana)
    browser.cookies["goalward-csrf"] = "A" * 32  # as sign-in renews it
    stale = browser.post("/check-in/", again)
    assert stale.status_code == 403
    fresh = fields_of(stale)
    assert fresh["feelings"] == NOTE
    assert browser.post("/check-in/", fresh).status_code == 302
    assert ana.record.checkins.get().feelings == NOTE


def test_a_form_of_another_site_gets_no_token(ana: Person) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(ana)
    response = browser.post("/check-in/", {"feelings": NOTE}, headers={"Origin": "https://evil.example"})
    assert response.status_code == 403
    assert not fields_of(response)


def test_no_password_comes_back(anyone: Client) -> None:
    response = anyone.post("/account/password/", {"oldpassword": PASSWORD, "password1": PASSWORD})
    assert PASSWORD not in response.content.decode()


def test_the_longest_answers_fit_in_any_script(as_ana: Client) -> None:
    long = "🌊" * 100_000
    response = as_ana.post("/check-in/", {"thoughts": long, "feelings": long, "actions": long})
    assert response.status_code == 302
