"""Sign-out: by a button, at once, and for good."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from goalward.web.accounts.models import LoginSession, Person
from tests.integration.accounts.entrance import is_signed_in, page, sign_in

pytestmark = pytest.mark.django_db
ADDRESS = "/account/sign-out/"


def test_the_button_signs_out_and_clears_the_browser(as_ana: Client) -> None:
    response = as_ana.post(ADDRESS)
    assert response.headers["Location"] == reverse("home")
    assert response.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert not is_signed_in(as_ana)
    assert not LoginSession.objects.exists()


def test_opening_the_page_only_shows_the_button(as_ana: Client) -> None:
    shown = page(as_ana.get(ADDRESS))
    assert "<h1>Sign out</h1>" in shown
    assert is_signed_in(as_ana)


def test_a_cookie_kept_from_before_opens_nothing(anyone: Client, ana: Person) -> None:
    sign_in(anyone, "ana@example.org")
    kept = anyone.cookies[settings.SESSION_COOKIE_NAME].value
    anyone.post(ADDRESS)

    replaying = Client()
    replaying.cookies[settings.SESSION_COOKIE_NAME] = kept
    assert not is_signed_in(replaying)


def test_another_site_cannot_sign_someone_out(ana: Person) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(ana)
    assert browser.post(ADDRESS).status_code == 403
    assert is_signed_in(browser)


def test_someone_signed_out_is_sent_home(anyone: Client) -> None:
    assert anyone.get(ADDRESS).headers["Location"] == reverse("home")
    assert anyone.post(ADDRESS).headers["Location"] == reverse("home")


def test_it_never_leads_off_the_site(as_ana: Client) -> None:
    assert as_ana.post(ADDRESS, {"next": "https://elsewhere.example"}).headers["Location"] == reverse("home")


def test_nothing_but_get_and_post_is_taken(as_ana: Client) -> None:
    assert as_ana.put(ADDRESS).status_code == 405
