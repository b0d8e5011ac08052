"""Keep this goal: the words go on to sign-up, sign-in or the record, and nowhere else."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from goalward.web.accounts.models import LoginSession, Person
from tests.integration.accounts.entrance import (
    EVA,
    FROM_HERE,
    ONCE,
    WORDS,
    drafts,
    everything_in_sessions,
    hidden,
    keep,
    page,
    person,
)

pytestmark = pytest.mark.django_db
ADDRESS = "/account/keep/"
ESCAPED = WORDS.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def test_it_shows_sign_up_with_the_words_exactly_as_typed(anyone: Client) -> None:
    response = keep(anyone, goal=WORDS)
    assert "<h1>Sign up</h1>" in page(response)
    assert hidden(response, "goal") == [ESCAPED, ESCAPED]
    assert f'<blockquote class="own-words" dir="auto">{ESCAPED}</blockquote>' in page(response)


def test_a_browsers_line_ends_become_ours(anyone: Client) -> None:
    assert hidden(keep(anyone, goal="one\r\ntwo"), "goal")[0] == "one\ntwo"


def test_the_form_and_the_way_to_sign_in_carry_the_same_once(anyone: Client) -> None:
    first, second = hidden(keep(anyone, goal=WORDS), "once")
    assert first == second
    assert UUID(first)


def test_a_once_that_came_along_stays(anyone: Client) -> None:
    assert hidden(keep(anyone, goal=WORDS, once=ONCE), "once") == [ONCE, ONCE]


def test_it_shows_sign_in_to_someone_who_asks_for_it(anyone: Client) -> None:
    response = keep(anyone, goal=WORDS, once=ONCE, to="sign-in")
    assert "<h1>Sign in</h1>" in page(response)
    assert hidden(response, "once") == [ONCE, ONCE]


def test_from_the_first_page_to_a_draft(anyone: Client) -> None:
    """Keep, then to sign-in by mistake, back to sign-up, a slip, and in."""
    there = keep(anyone, goal=WORDS)
    once = hidden(there, "once")[0]
    back = keep(anyone, goal=WORDS, once=hidden(keep(anyone, goal=WORDS, once=once, to="sign-in"), "once")[0])
    carried = {"goal": WORDS, "once": hidden(back, "once")[0]}
    anyone.post(reverse("account_signup"), {**EVA, **carried, "password1": "short"})
    last = anyone.post(reverse("account_signup"), {**EVA, **carried})
    assert last.headers["Location"] == reverse("start")
    assert drafts(person("eva@example.org")) == [(WORDS, UUID(once))]
    assert "sleep" not in everything_in_sessions() + str(anyone.cookies)


def test_someone_signed_in_keeps_them_at_once(as_ana: Client, ana: Person) -> None:
    for _twice in range(2):
        assert keep(as_ana, goal=WORDS, once=ONCE).headers["Location"] == reverse("start")
    assert drafts(ana) == [(WORDS, UUID(ONCE))]


def test_it_needs_no_cookie_and_leaves_no_login_session(anyone: Client) -> None:
    browser = Client(enforce_csrf_checks=True)
    response = keep(browser, goal=WORDS)
    assert response.status_code == 200
    assert set(response.cookies) <= {settings.CSRF_COOKIE_NAME}
    assert not LoginSession.objects.exists()


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Origin": "http://testserver", "Sec-Fetch-Site": "same-site"},
    ],
)
def test_another_site_cannot_send_words(as_ana: Client, ana: Person, headers: dict[str, str]) -> None:
    assert as_ana.post(ADDRESS, {"goal": WORDS}, headers=headers).status_code == 403
    assert drafts(ana) == []


def test_a_body_far_too_large_is_not_read(as_ana: Client, ana: Person) -> None:
    assert keep(as_ana, goal="x" * 300_000).status_code == 400
    assert drafts(ana) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("x" * 2_001, "Use 2,000 characters or fewer. You have used 2,001."),
        ("sleep\x00well", "Some characters here cannot be kept."),
        (" \n ", "Write a few words first."),
    ],
)
def test_words_that_cannot_be_kept_stay_on_the_first_page(
    anyone: Client, as_ana: Client, words: str, said: str
) -> None:
    for browser in (anyone, as_ana):
        shown = page(keep(browser, goal=words))
        assert said in shown
        assert words.replace("\x00", "�").strip() in shown


def test_opening_it_leads_to_the_first_page(anyone: Client) -> None:
    assert anyone.get(ADDRESS, headers=FROM_HERE).headers["Location"] == reverse("home")


@pytest.mark.parametrize(
    "odd", ["🌱🌿", "\u202eright to left\u202c", "a\u0301\u0323 Z̷̢a̶l", "</textarea><script>", "'\"--;"]
)
def test_valid_but_odd_words_are_kept_exactly(as_ana: Client, ana: Person, odd: str) -> None:
    keep(as_ana, goal=odd, once=ONCE)
    assert drafts(ana) == [(odd, UUID(ONCE))]
