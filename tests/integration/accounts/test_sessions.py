"""Login sessions: what the database holds opens nothing, and each ends when it should."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.test import Client
from django.utils import timezone

from goalward.web.accounts.models import LoginSession, Person
from goalward.web.accounts.sessions import SessionStore, stored_key
from tests.integration.accounts.entrance import is_signed_in, sign_in

pytestmark = pytest.mark.django_db


def cookie_of(browser: Client) -> str:
    return browser.cookies[settings.SESSION_COOKIE_NAME].value


def with_cookie(value: str) -> Client:
    browser = Client()
    browser.cookies[settings.SESSION_COOKIE_NAME] = value
    return browser


def test_the_stored_value_is_no_cookie(anyone: Client, ana: Person) -> None:
    sign_in(anyone, "ana@example.org")
    stored = LoginSession.objects.get().session_key
    assert stored != cookie_of(anyone)
    assert stored == stored_key(cookie_of(anyone))
    assert is_signed_in(with_cookie(cookie_of(anyone)))
    assert not is_signed_in(with_cookie(stored))


def test_nothing_in_the_row_is_a_cookie_either(anyone: Client, ana: Person) -> None:
    sign_in(anyone, "ana@example.org")
    row = LoginSession.objects.get()
    assert cookie_of(anyone) not in repr(SessionStore().decode(row.session_data))


def test_signing_in_draws_a_new_id(anyone: Client, ana: Person) -> None:
    """A cookie that someone planted before is worth nothing after."""
    planted = anyone.session
    planted["a"] = "b"
    planted.save()
    before = cookie_of(anyone)
    sign_in(anyone, "ana@example.org")
    assert cookie_of(anyone) != before
    assert not is_signed_in(with_cookie(before))
    assert not LoginSession.objects.filter(session_key=stored_key(before)).exists()


def test_a_made_up_cookie_is_not_taken_over(anyone: Client, ana: Person) -> None:
    browser = with_cookie("chosenbysomeoneelse1234567890abc")
    sign_in(browser, "ana@example.org")
    assert cookie_of(browser) != "chosenbysomeoneelse1234567890abc"


def test_the_row_says_whose_it_is(anyone: Client, ana: Person) -> None:
    sign_in(anyone, "ana@example.org")
    row = LoginSession.objects.get()
    assert row.person == ana
    assert SessionStore().decode(row.session_data)[SESSION_KEY] == str(ana.id)


def test_it_lasts_twelve_hours_at_most(anyone: Client, ana: Person) -> None:
    sign_in(anyone, "ana@example.org")
    row = LoginSession.objects.get()
    assert row.expire_date <= timezone.now() + timedelta(hours=12)
    LoginSession.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    assert not is_signed_in(anyone)


def test_the_cookie_ends_with_the_browser_and_scripts_cannot_read_it(anyone: Client, ana: Person) -> None:
    morsel = sign_in(anyone, "ana@example.org").cookies[settings.SESSION_COOKIE_NAME]
    assert (morsel["max-age"], morsel["expires"]) == ("", "")
    assert (morsel["httponly"], morsel["samesite"]) == (True, "Lax")


def test_a_closed_account_is_out_at_the_next_request(as_ana: Client, ana: Person) -> None:
    ana.is_active = False
    ana.save()
    assert not is_signed_in(as_ana)


def test_an_erased_person_takes_their_login_sessions_along(as_ana: Client, ana: Person) -> None:
    ana.record.delete()
    ana.delete()
    assert not LoginSession.objects.exists()


def test_the_store_finds_what_it_saved_and_only_that() -> None:
    store = SessionStore()
    store["step"] = 1
    store.save()
    assert store.session_key
    assert store.exists(store.session_key)
    assert not store.exists(stored_key(store.session_key))
    assert SessionStore(store.session_key)["step"] == 1
    assert "step" not in SessionStore("neverdrawn")
    store.delete("neverdrawn")
    store.delete()
    assert not LoginSession.objects.exists()
    SessionStore().delete()


def test_a_store_without_a_key_finds_nothing() -> None:
    assert SessionStore().load() == {}


def test_a_row_knows_the_store_that_reads_it() -> None:
    assert LoginSession.get_session_store_class() is SessionStore
