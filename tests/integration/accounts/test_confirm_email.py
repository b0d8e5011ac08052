"""Confirming an address: by a button, because mail programs open links on their own."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.core.mail import EmailMessage
from django.test import Client
from django.urls import reverse

from goalward.web.accounts.models import Person
from tests.integration.accounts.entrance import is_signed_in, link_in, page, sign_in, sign_up

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("public_site")]
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture
def link(anyone: Client, mailoutbox: list[EmailMessage]) -> str:
    """The link that Eva was sent when she signed up."""
    sign_up(anyone)
    return link_in(str(mailoutbox[0].body))


def is_confirmed() -> bool:
    return bool(EmailAddress.objects.get(email="eva@example.org").verified)


def test_the_button_confirms_and_then_the_password_opens(anyone: Client, link: str) -> None:
    assert "eva@example.org" in page(anyone.get(link))
    assert not is_confirmed()
    assert "Your address is confirmed" in page(anyone.post(link))
    assert is_confirmed()
    sign_in(anyone, "eva@example.org")
    assert is_signed_in(anyone)


def test_the_link_alone_signs_nobody_in(anyone: Client, link: str) -> None:
    anyone.post(link)
    assert not is_signed_in(anyone)


def test_it_works_once_and_again_it_says_so(anyone: Client, link: str) -> None:
    anyone.post(link)
    assert "This link cannot be used" in page(anyone.get(link))
    assert "This link cannot be used" in page(anyone.post(link))


def test_it_works_for_three_days(anyone: Client, mailoutbox: list[EmailMessage]) -> None:
    with time_machine.travel(NOW, tick=False):
        sign_up(anyone)
    link = link_in(str(mailoutbox[0].body))
    with time_machine.travel(NOW + timedelta(days=3), tick=False):
        assert "Is this address yours?" in page(anyone.get(link))
    with time_machine.travel(NOW + timedelta(days=3, seconds=2), tick=False):
        assert "This link cannot be used" in page(anyone.get(link))


@pytest.mark.parametrize("made_up", ["abc", "a:b:c", "MQ:1abcde:x", "-", "9" * 500])
def test_a_made_up_link_says_so(anyone: Client, made_up: str) -> None:
    for response in (
        anyone.get(f"/account/email/confirm/{made_up}/"),
        anyone.post(f"/account/email/confirm/{made_up}/"),
    ):
        assert (response.status_code, "This link cannot be used" in response.content.decode()) == (200, True)


def test_opening_it_changes_nothing_for_someone_else_who_is_signed_in(as_sam: Client, link: str) -> None:
    as_sam.get(link)
    assert is_signed_in(as_sam)


def test_it_works_in_another_browser_too(link: str) -> None:
    Client().post(link)
    assert is_confirmed()


def test_an_address_that_became_someone_elses_cannot_be_confirmed(anyone: Client, link: str) -> None:
    other = Person.objects.create_user(email="ida@example.org", password="a calm and long password")
    EmailAddress.objects.create(user=other, email="eva@example.org", verified=True)
    assert "This link cannot be used" in page(anyone.get(link))
    assert "This link cannot be used" in page(anyone.post(link))


def test_the_page_after_sign_up_says_what_to_do(anyone: Client) -> None:
    response = anyone.get(reverse("account_email_verification_sent"))
    assert "Open the link in that mail, then sign in." in page(response)  # type: ignore[arg-type]
    assert anyone.post(reverse("account_email_verification_sent")).status_code == 405


def test_a_form_without_its_token_is_refused(link: str) -> None:
    assert Client(enforce_csrf_checks=True).post(link).status_code == 403
    assert not is_confirmed()


def test_nothing_but_get_and_post_is_taken(anyone: Client, link: str) -> None:
    assert anyone.put(link).status_code == 405
