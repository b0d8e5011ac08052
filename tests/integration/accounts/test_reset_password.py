"""A new password for someone who forgot the old one: by a link to their address, once, for an hour."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.core.mail import EmailMessage
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from goalward.web.accounts.models import Person
from tests.conftest import PASSWORD
from tests.integration.accounts.entrance import is_signed_in, link_in, page, sign_in, without_token

pytestmark = pytest.mark.django_db
ADDRESS = "/account/reset/"
NEW = "another calm password"
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def ask(browser: Client, email: str = "ana@example.org") -> HttpResponse:
    return browser.post(ADDRESS, {"email": email})  # type: ignore[return-value]


@pytest.fixture
def link(ana: Person, mailoutbox: list[EmailMessage]) -> str:
    """The link that Ana was sent."""
    ask(Client())
    return link_in(str(mailoutbox.pop().body))


def follow(browser: Client, link: str) -> HttpResponse:
    return browser.get(link, follow=True)  # type: ignore[return-value]


def set_new(browser: Client, link: str, new: str = NEW) -> HttpResponse:
    """Open the link, then send the new password to where it leads."""
    led = browser.get(link)
    return browser.post(led.headers.get("Location", link), {"password1": new})  # type: ignore[return-value]


class TestAsking:
    @pytest.mark.parametrize("verification", ["optional", "mandatory"])
    def test_a_known_and_an_unknown_address_look_the_same(
        self, ana: Person, settings: pytest.FixtureRequest, verification: str, mailoutbox: list[EmailMessage]
    ) -> None:
        settings.ACCOUNT_EMAIL_VERIFICATION = verification  # type: ignore[attr-defined]
        known, unknown = ask(Client()), ask(Client(), "eva@example.org")
        assert known.status_code == unknown.status_code == 302
        assert known.headers["Location"] == unknown.headers["Location"] == reverse("account_reset_password_done")
        assert without_token(known) == without_token(unknown)
        assert set(known.cookies) == set(unknown.cookies)
        # Both take the time of a mail.
        assert [mail.to[0] for mail in mailoutbox] == ["ana@example.org", "eva@example.org"]

    def test_the_next_page_says_what_to_do_if_no_mail_comes(self, anyone: Client) -> None:
        assert "No mail after a few minutes?" in page(anyone.get(reverse("account_reset_password_done")))

    def test_a_closed_account_gets_no_link(self, ana: Person, mailoutbox: list[EmailMessage]) -> None:
        ana.is_active = False
        ana.save()
        ask(Client())
        assert "/reset/" not in mailoutbox[0].body

    def test_an_address_that_is_only_waiting_to_be_confirmed_gets_no_link(
        self, ana: Person, mailoutbox: list[EmailMessage]
    ) -> None:
        EmailAddress.objects.create(user=ana, email="slip@example.org")
        ask(Client(), "slip@example.org")
        assert "/reset/" not in mailoutbox[0].body

    @pytest.mark.parametrize("wrong", ["", "ana", "ana@example.org\nBcc: sam@example.org", "ana@example.org\x00"])
    def test_what_is_no_address_is_said_to_be_none_and_kept(self, anyone: Client, wrong: str) -> None:
        shown = page(ask(anyone, wrong))
        assert shown.count("Write an email address with one @") == 2
        assert f'value="{wrong[:3]}' in shown or not wrong

    def test_nothing_but_get_and_post_is_taken(self, anyone: Client) -> None:
        assert anyone.put(ADDRESS).status_code == 405
        assert anyone.post(reverse("account_reset_password_done")).status_code == 405
        assert anyone.post(reverse("account_reset_password_from_key_done")).status_code == 405


class TestTheLink:
    def test_it_leads_to_a_page_whose_address_holds_no_secret(self, anyone: Client, link: str) -> None:
        led = anyone.get(link)
        assert led.headers["Location"].endswith("-set-password/")
        assert "Set a new password" in page(anyone.get(led.headers["Location"]))

    def test_the_new_password_opens_and_every_login_session_has_ended(
        self, anyone: Client, as_ana: Client, ana: Person, link: str
    ) -> None:
        done = set_new(anyone, link)
        assert done.headers["Location"] == reverse("account_reset_password_from_key_done")
        assert "Your new password is set" in page(anyone.get(done.headers["Location"]))
        assert not is_signed_in(as_ana)
        assert not is_signed_in(anyone)
        sign_in(anyone, "ana@example.org", NEW)
        assert is_signed_in(anyone)

    def test_a_neutral_mail_tells_of_it(self, anyone: Client, link: str, mailoutbox: list[EmailMessage]) -> None:
        set_new(anyone, link)
        [mail] = mailoutbox
        assert (mail.to, mail.subject) == (["ana@example.org"], "Your password was changed")

    def test_it_works_once(self, anyone: Client, ana: Person, link: str) -> None:
        set_new(anyone, link)
        assert "This link cannot be used" in page(follow(Client(), link))
        set_new(anyone, link, "a third calm password")
        ana.refresh_from_db()
        assert ana.check_password(NEW)

    def test_it_works_for_an_hour(self, ana: Person, mailoutbox: list[EmailMessage]) -> None:
        with time_machine.travel(NOW, tick=False):
            ask(Client())
        link = link_in(str(mailoutbox[0].body))
        with time_machine.travel(NOW + timedelta(minutes=60), tick=False):
            assert "Use this password" in page(follow(Client(), link))
        with time_machine.travel(NOW + timedelta(minutes=60, seconds=1), tick=False):
            assert "This link cannot be used" in page(follow(Client(), link))

    @pytest.mark.parametrize("made_up", ["abc-def", "0-x", "Z" * 400 + "-" + "y" * 400, "0-set-password"])
    def test_a_made_up_link_says_so(self, anyone: Client, made_up: str) -> None:
        response = follow(anyone, f"{ADDRESS}{made_up}/")
        assert (response.status_code, "This link cannot be used" in page(response)) == (200, True)

    def test_someone_elses_key_does_not_open(self, anyone: Client, sam: Person, link: str) -> None:
        key = link.rsplit("/", 2)[1].split("-", 1)[1]
        assert "This link cannot be used" in page(follow(anyone, f"{ADDRESS}{sam.id.hex}-{key}/"))

    @pytest.mark.parametrize(
        ("new", "said"),
        [
            ("", "Write a password of 12 characters or more."),
            ("short", "at least 12 characters"),
            ("ana@example.org", "too similar to the email"),
        ],
    )
    def test_a_weak_password_is_not_taken(self, anyone: Client, ana: Person, link: str, new: str, said: str) -> None:
        shown = page(set_new(anyone, link, new))
        assert shown.count(said) == 2
        ana.refresh_from_db()
        assert ana.check_password(PASSWORD)

    def test_the_browser_knows_that_it_is_a_new_password(self, anyone: Client, link: str) -> None:
        shown = page(follow(anyone, link))
        assert 'autocomplete="new-password"' in shown
        assert shown.count('type="password"') == 1
        assert "maxlength" not in shown

    def test_nothing_but_get_and_post_is_taken(self, anyone: Client, link: str) -> None:
        led = anyone.get(link).headers["Location"]
        assert anyone.put(led).status_code == 405
