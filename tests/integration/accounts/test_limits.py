"""Guessing is slowed by where it comes from, so that nobody can lock a person out of their own record."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from goalward.web.accounts.models import Person
from tests.conftest import PASSWORD
from tests.integration.accounts.entrance import ONCE, WORDS, give_password, hidden, is_signed_in, page, sign_in, sign_up

pytestmark = pytest.mark.django_db
GUESSER = {"REMOTE_ADDR": "203.0.113.7"}
ANA = {"REMOTE_ADDR": "198.51.100.4"}
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def guess(times: int, browser: Client | None = None) -> list[int]:
    browser = browser or Client()
    return [sign_in(browser, "ana@example.org", f"guess number {each}", **GUESSER).status_code for each in range(times)]


@time_machine.travel(NOW, tick=False)
def test_the_eleventh_wrong_try_in_a_minute_is_refused(ana: Person) -> None:
    assert guess(11) == [200] * 10 + [429]


@time_machine.travel(NOW, tick=False)
def test_whoever_is_guessed_at_still_signs_in_from_elsewhere(ana: Person) -> None:
    guess(15)
    browser = Client()
    sign_in(browser, "ana@example.org", PASSWORD, **ANA)
    assert is_signed_in(browser)


@time_machine.travel(NOW, tick=False)
def test_beyond_the_limit_even_the_right_password_does_not_tell(ana: Person) -> None:
    guess(10)
    assert sign_in(Client(), "ana@example.org", PASSWORD, **GUESSER).status_code == 429


def test_a_minute_later_it_is_open_again(ana: Person) -> None:
    with time_machine.travel(NOW, tick=False):
        guess(11)
    with time_machine.travel(NOW + timedelta(seconds=61), tick=False):
        assert sign_in(Client(), "ana@example.org", PASSWORD, **GUESSER).status_code == 302


@time_machine.travel(NOW, tick=False)
def test_signing_in_does_not_count_as_guessing(ana: Person) -> None:
    for _each in range(12):
        assert sign_in(Client(), "ana@example.org", PASSWORD, **ANA).status_code == 302


@time_machine.travel(NOW, tick=False)
def test_the_page_says_to_wait_and_brings_the_words_back(ana: Person) -> None:
    guess(10)
    response = sign_in(Client(), "ana@example.org", "one more guess", goal=WORDS, once=ONCE, **GUESSER)
    shown = page(response)
    assert response.status_code == 429
    assert response.headers["Retry-After"] == "60"
    assert "Please wait a little" in shown
    assert "/help-now/" in shown
    assert len(hidden(response, "goal")) == 1
    assert "one more guess" not in shown


@time_machine.travel(NOW, tick=False)
def test_asking_for_the_password_again_is_no_way_round(as_ana: Client) -> None:
    answers = [give_password(as_ana, f"guess number {each}").status_code for each in range(11)]
    assert answers == [200] * 10 + [429]


@time_machine.travel(NOW, tick=False)
def test_neither_sign_up_nor_reset_can_be_tried_without_end(anyone: Client) -> None:
    tried = [sign_up(anyone, email="no address").status_code for _ in range(21)]
    assert tried == [200] * 20 + [429]
    address = reverse("account_reset_password")
    asked = [anyone.post(address, {"email": f"eva{each}@example.org"}).status_code for each in range(21)]
    assert asked == [302] * 20 + [429]


@time_machine.travel(NOW, tick=False)
def test_a_forwarded_address_is_not_believed_without_a_proxy(ana: Person) -> None:
    browser = Client()
    answers = [
        browser.post(
            reverse("account_login"),
            {"login": "ana@example.org", "password": "guess"},
            headers={"X-Forwarded-For": f"192.0.2.{each}"},
        ).status_code
        for each in range(11)
    ]
    assert answers[-1] == 429
