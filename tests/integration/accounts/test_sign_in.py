"""Sign-in: the right password opens, a wrong one says nothing, and words come along."""

from __future__ import annotations

from unittest.mock import patch
from uuid import UUID

import pytest
from django.core.mail import EmailMessage
from django.db import DatabaseError
from django.test import Client
from django.urls import reverse

from goalward.web.accounts.models import Person
from tests.conftest import PASSWORD
from tests.integration.accounts.entrance import (
    ONCE,
    WORDS,
    drafts,
    everything_in_sessions,
    hidden,
    is_signed_in,
    page,
    sign_in,
    without_token,
)

pytestmark = pytest.mark.django_db
ADDRESS = "/account/sign-in/"
WRONG = "The email address or the password is not right. Check both, then try again."


def test_the_right_password_opens(anyone: Client, ana: Person) -> None:
    assert sign_in(anyone, "ana@example.org").headers["Location"] == reverse("home")
    assert is_signed_in(anyone)


def test_capitals_and_spaces_around_an_address_do_not_matter(anyone: Client, ana: Person) -> None:
    sign_in(anyone, " Ana@Example.org ")
    assert is_signed_in(anyone)


def test_a_wrong_password_and_an_unknown_address_look_the_same(ana: Person) -> None:
    known, unknown = sign_in(Client(), "ana@example.org", "not this one"), sign_in(Client(), "eva@example.org")
    assert known.status_code == unknown.status_code == 200
    assert without_token(known).replace("ana@", "eva@") == without_token(unknown)
    assert page(known).count(WRONG) == 2


def test_a_wrong_password_keeps_the_address_but_never_the_password(anyone: Client, ana: Person) -> None:
    shown = page(sign_in(anyone, "ana@example.org", "not this one"))
    assert 'value="ana@example.org"' in shown
    assert "not this one" not in shown
    assert "<title>Error: Sign in" in shown


@pytest.mark.parametrize("nothing", ["", " \x00", "ana", "@"])
def test_what_is_no_address_is_said_to_be_none(anyone: Client, nothing: str) -> None:
    assert "Write an email address with one @" in page(sign_in(anyone, nothing))


def test_every_character_of_a_password_counts(anyone: Client, ana: Person) -> None:
    """No trimming, no longest length, no character that stands for another."""
    long = "å̈🗝 \u200fسلام " * 30 + "."
    ana.set_password(long)
    ana.save()
    for almost in (long[:-1], long[:128], long.strip("."), long.swapcase() + " ", f" {long}"):
        sign_in(anyone, "ana@example.org", almost)
        assert not is_signed_in(anyone)
    sign_in(anyone, "ana@example.org", long)
    assert is_signed_in(anyone)


def test_nothing_but_get_and_post_is_taken(anyone: Client) -> None:
    assert anyone.put(ADDRESS).status_code == 405


def test_someone_signed_in_is_sent_on(as_ana: Client) -> None:
    assert as_ana.get(ADDRESS).headers["Location"] == reverse("home")


def test_a_form_without_its_token_is_refused(ana: Person) -> None:
    browser = Client(enforce_csrf_checks=True)
    assert sign_in(browser, "ana@example.org").status_code == 403
    assert not is_signed_in(browser)


def test_it_goes_on_to_the_page_that_was_asked_for(anyone: Client, ana: Person) -> None:
    asked = anyone.get(reverse("account_change_password"))
    assert asked.headers["Location"] == f"{ADDRESS}?next=/account/password/"
    assert hidden(anyone.get(asked.headers["Location"]), "next") == ["/account/password/"]
    assert sign_in(anyone, "ana@example.org", next="/account/password/").headers["Location"] == "/account/password/"


@pytest.mark.parametrize("elsewhere", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)"])
def test_it_never_goes_off_the_site(anyone: Client, ana: Person, elsewhere: str) -> None:
    assert sign_in(anyone, "ana@example.org", next=elsewhere).headers["Location"] == reverse("home")


def test_a_closed_account_says_so_to_its_person_alone(anyone: Client, ana: Person) -> None:
    ana.is_active = False
    ana.save()
    closed = sign_in(anyone, "ana@example.org", goal=WORDS, once=ONCE)
    assert (closed.status_code, "This account is closed" in page(closed)) == (403, True)
    assert WRONG in page(sign_in(anyone, "ana@example.org", "not this one"))
    assert not is_signed_in(anyone)
    assert drafts(ana) == []


def test_a_page_in_json_is_not_given(anyone: Client, ana: Person) -> None:
    answer = anyone.get(ADDRESS, headers={"Accept": "application/json"})
    assert answer.headers["Content-Type"].startswith("text/html")


class TestBringingWords:
    def test_they_are_kept_and_the_person_goes_on_with_them(self, anyone: Client, ana: Person) -> None:
        response = sign_in(anyone, "ana@example.org", goal=WORDS, once=ONCE, next="/account/")
        assert response.headers["Location"] == reverse("start")
        assert drafts(ana) == [(WORDS, UUID(ONCE))]

    def test_they_ride_through_a_wrong_password(self, anyone: Client, ana: Person) -> None:
        shown = sign_in(anyone, "ana@example.org", "not this one", goal=WORDS, once=ONCE)
        assert hidden(shown, "once") == [ONCE, ONCE]
        assert "What you wrote" in page(shown)
        assert 'name="to" value="sign-up"' in page(shown)
        assert drafts(ana) == []

    def test_sent_twice_they_are_one_draft(self, ana: Person) -> None:
        for browser in (Client(), Client()):
            sign_in(browser, "ana@example.org", goal=WORDS, once=ONCE)
        assert drafts(ana) == [(WORDS, UUID(ONCE))]

    def test_words_that_cannot_be_kept_are_not_lost(self, anyone: Client, ana: Person) -> None:
        shown = page(sign_in(anyone, "ana@example.org", goal="x" * 2_001))
        assert "Use 2,000 characters or fewer. You have used 2,001." in shown
        assert not is_signed_in(anyone)

    def test_no_login_session_cookie_or_address_ever_holds_them(self, anyone: Client, ana: Person) -> None:
        response = sign_in(anyone, "ana@example.org", goal=WORDS, once=ONCE)
        assert "sleep" not in everything_in_sessions() + str(response.headers) + str(anyone.cookies)

    def test_when_they_cannot_be_kept_nobody_is_signed_in_and_they_come_back(self, anyone: Client, ana: Person) -> None:
        anyone.raise_request_exception = False
        with patch("goalward.web.accounts.words.begin_draft", side_effect=DatabaseError):
            response = sign_in(anyone, "ana@example.org", goal=WORDS, once=ONCE)
        assert response.status_code == 503
        assert hidden(response, "once") == [ONCE]
        assert not is_signed_in(anyone)

    def test_someone_signed_in_meanwhile_keeps_them_all_the_same(self, as_ana: Client, ana: Person) -> None:
        assert sign_in(as_ana, "ana@example.org", goal=WORDS, once=ONCE).headers["Location"] == reverse("start")
        assert drafts(ana) == [(WORDS, UUID(ONCE))]


@pytest.mark.usefixtures("public_site")
class TestOnAPublicSite:
    def test_someone_who_confirmed_comes_in(self, anyone: Client, ana_who_confirmed: Person) -> None:
        sign_in(anyone, "ana@example.org")
        assert is_signed_in(anyone)

    def test_someone_who_did_not_gets_the_mail_again(
        self, anyone: Client, ana: Person, mailoutbox: list[EmailMessage]
    ) -> None:
        response = sign_in(anyone, "ana@example.org")
        assert response.headers["Location"] == reverse("account_email_verification_sent")
        assert [mail.to for mail in mailoutbox] == [["ana@example.org"]]
        assert not is_signed_in(anyone)

    def test_their_words_are_kept_because_the_password_was_right(self, anyone: Client, ana: Person) -> None:
        response = sign_in(anyone, "ana@example.org", goal=WORDS, once=ONCE)
        assert "Check your mail" in page(response)
        assert drafts(ana) == [(WORDS, UUID(ONCE))]


def test_the_password_field_asks_for_the_one_that_is_there(anyone: Client) -> None:
    shown = page(anyone.get(ADDRESS))
    assert 'autocomplete="current-password"' in shown
    assert 'autocomplete="email"' in shown
    assert PASSWORD not in shown
