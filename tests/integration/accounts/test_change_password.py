"""A new password, for someone who has the old one."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.core.mail import EmailMessage
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from goalward.web.accounts.models import Person
from tests.conftest import PASSWORD
from tests.integration.accounts.entrance import is_signed_in, page, sign_in

pytestmark = pytest.mark.django_db
ADDRESS = "/account/password/"
NEW = "another calm password"


def change(browser: Client, new: str = NEW, old: str = PASSWORD) -> HttpResponse:
    return browser.post(ADDRESS, {"oldpassword": old, "password1": new})  # type: ignore[return-value]


def test_the_new_password_opens_and_the_old_one_no_longer_does(as_ana: Client, ana: Person) -> None:
    response = change(as_ana)
    assert response.headers["Location"] == f"{reverse('account')}?done=password"
    assert "Your password is changed." in page(as_ana.get(response.headers["Location"]))
    ana.refresh_from_db()
    assert (ana.check_password(NEW), ana.check_password(PASSWORD)) == (True, False)


def test_this_browser_stays_signed_in_and_every_other_is_signed_out(ana: Person) -> None:
    here, elsewhere = Client(), Client()
    for browser in (here, elsewhere):
        sign_in(browser, "ana@example.org")
    before = here.cookies[settings.SESSION_COOKIE_NAME].value
    change(here)
    assert is_signed_in(here)
    assert here.cookies[settings.SESSION_COOKIE_NAME].value != before
    assert not is_signed_in(elsewhere)


def test_a_neutral_mail_tells_of_it(as_ana: Client, mailoutbox: list[EmailMessage]) -> None:
    change(as_ana)
    [mail] = mailoutbox
    assert (mail.to, mail.subject) == (["ana@example.org"], "Your password was changed")


@pytest.mark.parametrize(
    ("new", "old", "field", "said"),
    [
        (NEW, "not this one", "oldpassword", "This is not your password. Write the one that you sign in with."),
        (NEW, "", "oldpassword", "Write your password."),
        ("", PASSWORD, "password1", "Write a password of 12 characters or more."),
        ("short", PASSWORD, "password1", "at least 12 characters"),
        ("ana@example.org", PASSWORD, "password1", "too similar to the email"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field(as_ana: Client, new: str, old: str, field: str, said: str) -> None:
    shown = page(change(as_ana, new, old))
    assert shown.count(said) == 2
    assert f'href="#id_{field}"' in shown
    assert NEW not in shown
    sign_in(browser := Client(), "ana@example.org")
    assert is_signed_in(browser)


@pytest.mark.parametrize(
    "new", ["x1y2z3a4b5c6", "d" * 64 + "é" * 200, "🌱🌿🌳🌲🌴🌵🌾🍀🍁🍂🍃🍄", "  spaces  around  "]
)
def test_any_twelve_characters_or_more_will_do(as_ana: Client, ana: Person, new: str) -> None:
    assert change(as_ana, new).status_code == 302
    ana.refresh_from_db()
    assert ana.check_password(new)
    assert not ana.check_password(new[:-1])


def test_the_browser_knows_which_password_is_which(as_ana: Client) -> None:
    shown = page(as_ana.get(ADDRESS))
    assert shown.count('autocomplete="current-password"') == 1
    assert shown.count('autocomplete="new-password"') == 1
    assert "maxlength" not in shown
    assert "placeholder" not in shown
    assert shown.count('type="password"') == 2


def test_the_hint_names_the_length_that_is_asked_for(as_ana: Client) -> None:
    [least] = [each["OPTIONS"]["min_length"] for each in settings.AUTH_PASSWORD_VALIDATORS if "OPTIONS" in each]
    assert f"Use {least} characters or more" in page(as_ana.get(ADDRESS))  # type: ignore[arg-type]


def test_a_password_manager_is_told_whose_password_it_is(as_ana: Client) -> None:
    shown = page(as_ana.get(ADDRESS))  # type: ignore[arg-type]
    assert 'autocomplete="username" value="ana@example.org" hidden' in shown


def test_someone_signed_out_goes_to_sign_in(anyone: Client) -> None:
    assert change(anyone).headers["Location"].startswith(reverse("account_login"))


def test_nothing_but_get_and_post_is_taken(as_ana: Client) -> None:
    assert as_ana.put(ADDRESS).status_code == 405


def test_trying_one_old_password_after_the_other_is_stopped(as_ana: Client) -> None:
    answers = [change(as_ana, old=f"guess number {number}").status_code for number in range(6)]
    assert answers == [200] * 5 + [429]
