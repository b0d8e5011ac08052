"""What people do at the entrance, and what can be read off the page that they get."""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID

from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from goalward.web.accounts.models import LoginSession, Person
from goalward.web.accounts.sessions import SessionStore
from tests.conftest import PASSWORD

WORDS = "I want to <b>sleep</b> & wake\nlike before 🌱"
ONCE = "6f9b1c1e-5a0e-4f6e-9f0f-3f1a5b7c9d11"
EVA = {"email": "eva@example.org", "password1": PASSWORD, "time_zone": "Europe/Vienna", "adult": "on"}
FROM_HERE = {"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"}
LINK = re.compile(r"http://testserver(/\S+)")


def sign_up(browser: Client, **changes: str) -> HttpResponse:
    """Eva signs up; a change of None leaves a field out."""
    fields = {name: value for name, value in {**EVA, **changes}.items() if value is not None}
    return browser.post(reverse("account_signup"), fields)  # type: ignore[return-value]


def sign_in(browser: Client, email: str, password: str = PASSWORD, **more: Any) -> HttpResponse:
    fields = {"login": email, "password": password} | {k: v for k, v in more.items() if not k.startswith("REMOTE")}
    address = {k: v for k, v in more.items() if k.startswith("REMOTE")}
    return browser.post(reverse("account_login"), fields, **address)  # type: ignore[return-value]


def keep(browser: Client, **fields: str) -> HttpResponse:
    return browser.post(reverse("keep"), fields, headers=FROM_HERE)  # type: ignore[return-value]


def give_password(browser: Client, password: str = PASSWORD) -> HttpResponse:
    return browser.post(reverse("account_reauthenticate"), {"password": password})  # type: ignore[return-value]


def is_signed_in(browser: Client) -> bool:
    return browser.get(reverse("account")).status_code == 200


def person(email: str) -> Person:
    return Person.objects.get(email=email)


def drafts(of: Person) -> list[tuple[str, UUID]]:
    """The wordings that a person keeps, each with its form's ``once``."""
    return [(goal.versions.get().wording, goal.once) for goal in of.record.goals.all()]


def page(response: HttpResponse) -> str:
    return response.content.decode()


def without_token(response: HttpResponse) -> str:
    """The page but for what is drawn anew each time: a form's token and its ``once``."""
    text = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page(response))
    return re.sub(r'name="once" value="[-0-9a-f]{36}"', 'name="once"', text)


def hidden(response: HttpResponse, name: str) -> list[str]:
    return re.findall(rf'type="hidden" name="{name}" value="([^"]*)"', page(response))


def link_in(body: str) -> str:
    """The path of the first link in a mail."""
    found = LINK.search(body)
    assert found, body
    return found[1]


def everything_in_sessions() -> str:
    """All that any login session holds, in clear."""
    store: SessionBase = SessionStore()
    return repr([store.decode(row.session_data) for row in LoginSession.objects.all()])
