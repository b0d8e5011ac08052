"""What a person types is in their record and nowhere else, whatever breaks; and what breaks saves nothing by half."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from io import StringIO
from types import FunctionType, ModuleType
from typing import Any
from unittest.mock import patch

import pytest
from django.conf import settings
from django.core import mail
from django.db import transaction
from django.forms import BaseForm
from django.test import Client, TestCase
from django.urls import resolve

from goalward.web.accounts import context
from goalward.web.accounts.models import LoginSession
from goalward.web.accounts.sessions import SessionStore
from goalward.web.config.logs import WithoutContent
from tests.access.filling import Sheet
from tests.access.household import Household, forms_of, main_forms
from tests.access.life import browser_of, undone
from tests.access.matrix import METHODS, PEOPLE, Row, matrix
from tests.access.pages import Page, Response
from tests.access.routes import routes
from tests.access.writes import tables, watched

pytestmark = pytest.mark.django_db
each_row = pytest.mark.parametrize("row", [pytest.param(row, id=name) for name, row in matrix().items()])

WORDS, EMAIL, PASSWORD = "zqwords", "zqemail@example.org", "zqpassword and a long one"
CANARIES = {"email": EMAIL, "password": PASSWORD}
IDENTITY = {"accounts_person", "account_emailaddress"}  # where an email address may stand
REFERENCE = re.compile(r"\b[0-9a-f]{8}\b")


@contextmanager
def logged() -> Iterator[StringIO]:
    """What the site's own log handlers write meanwhile."""
    written = StringIO()
    handlers: list[Any] = [each for each in logging.getLogger().handlers if isinstance(each.formatter, WithoutContent)]
    assert handlers
    streams = [handler.stream for handler in handlers]
    for handler in handlers:
        handler.stream = written
    try:
        yield written
    finally:
        for handler, stream in zip(handlers, streams, strict=True):
            handler.stream = stream


def sessions() -> str:
    return repr([SessionStore().decode(row.session_data) for row in LoginSession.objects.all()])


def filled_with_canaries(sheet: Sheet) -> dict[str, list[str]]:
    boxes = [control for control in sheet.form.controls.values() if control.takes_text and not control.is_numeric]
    return sheet.filled(**{box.name: CANARIES.get(box.kind, WORDS) for box in boxes})


def told(response: Response) -> str:
    """What an answer says beside its page: address, cookies, headers, and the page's title."""
    title = Page(response.content.decode()).title if "text/html" in response.headers["Content-Type"] else ""
    return f"{response.headers} {response.cookies} {title}"


@each_row
def test_what_is_typed_is_stored_sealed_and_told_to_nobody(row: Row, household: Household) -> None:
    for browser, sheet in forms_of(row, household):
        with undone(browser), logged() as log:
            mail.outbox.clear()
            response = sheet.send(browser, filled_with_canaries(sheet))
            after = browser.get(response.headers["Location"]) if "Location" in response.headers else response
            hold(sheet, f"{log.getvalue()} {told(response)} {told(after)}", tables(), sessions())


def hold(sheet: Sheet, said: str, stored: dict[str, str], kept_in_sessions: str) -> None:
    """Nothing in logs, addresses, cookies, headers, titles; nothing in clear in the database; no words in mail."""
    for canary in (WORDS, EMAIL, PASSWORD):
        assert canary not in said, sheet
        elsewhere = {table: rows for table, rows in stored.items() if canary != EMAIL or table not in IDENTITY}
        assert [table for table, rows in elsewhere.items() if canary in rows] == [], sheet
    for canary in (WORDS, PASSWORD):
        assert canary not in kept_in_sessions, sheet
        assert canary not in repr([message.message().as_string() for message in mail.outbox]), sheet


@pytest.mark.parametrize("name", ["account_email", "record_erase", "record_export"])
def test_what_is_sent_after_the_password_was_given_long_ago_waits_nowhere(name: str, household: Household) -> None:
    stale = browser_of(household.life.person, sure=False)
    for _, sheet in forms_of(matrix()[name], household):
        with undone(stale), logged() as log:
            response = sheet.send(stale, filled_with_canaries(sheet))
            assert response.status_code == 302
            hold(sheet, log.getvalue() + told(response), tables(), sessions())


@pytest.mark.parametrize("name", ["check_in", "start_step", "goal_reword", "account_email", "account_signup"])
def test_no_file_of_the_site_holds_what_was_typed(name: str, household: Household) -> None:
    for browser, sheet in main_forms(matrix()[name], household):
        with undone(browser), TestCase.captureOnCommitCallbacks(execute=True):
            sheet.send(browser, filled_with_canaries(sheet))
    files = [path for path in settings.HOME.folder.rglob("*") if path.is_file()]
    assert settings.HOME.anchors in files
    assert [path for path in files for canary in (WORDS, EMAIL, PASSWORD) if canary.encode() in path.read_bytes()] == []


def test_a_canary_would_have_been_found(household: Household) -> None:
    with undone(), logged() as log:
        logging.getLogger("goalward").error(f"typed {WORDS}")  # noqa: G004  # just what must never be done
        household.life.person.record.reflections.update(audience=WORDS)
        assert WORDS in log.getvalue()
        assert [table for table, rows in tables().items() if WORDS in rows] == ["reflection_reflection"]


def breaks(*_: object, **__: object) -> None:
    raise ValueError(WORDS)


def used_by(view: Callable[..., Any]) -> list[tuple[ModuleType, str]]:
    """What a view calls: the functions that its module takes from elsewhere in this project, and Django's shortcuts."""
    module = __import__(view.__module__, fromlist=["*"])
    functions = {name: each for name, each in vars(module).items() if isinstance(each, FunctionType)}
    return [
        (module, name)
        for name, each in functions.items()
        if each.__module__ != module.__name__
        and (each.__module__.startswith("goalward.") or name in {"render", "redirect", "render_to_string"})
    ]


@contextmanager
def broken(row: Row, way: str) -> Iterator[None]:
    """Something that the view rests on raises: what it calls, its form, or its page."""
    view = routes()[row.name].view
    faults = {
        "call": [patch.object(module, name, breaks) for module, name in used_by(getattr(view, "view_class", view))],
        "form": [patch.object(BaseForm, "full_clean", breaks)],
        "page": [patch.object(context, "has_login_session", breaks)],
    }[way]
    with ExitStack() as stack:
        for fault in faults:
            stack.enter_context(fault)
        yield


@each_row
def test_whatever_breaks_in_a_view_the_page_is_neutral_and_nothing_is_told(row: Row, household: Household) -> None:
    address = row.addresses(household.life)[0]
    seen = 0
    for who in PEOPLE:
        for way in ("call", "form", "page"):
            for method in METHODS:
                browser, before = household.browsers[who], tables()
                with undone(browser), logged() as log, broken(row, way):
                    sent = {"action": "next", "goal": "walk", "to": "paused", "once": "x"}
                    response = browser.generic(
                        method, address, data=_body(sent), content_type=FORM, HTTP_SEC_FETCH_SITE="same-origin"
                    )
                    if response.status_code == 500:
                        seen += 1
                        holds_when_broken(response, log.getvalue())
                        assert way == "page" or tables() == before  # a page comes after what it tells of
    assert seen, "nothing that this view rests on could be broken"


FORM = "application/x-www-form-urlencoded"


def _body(fields: dict[str, str]) -> str:
    return "&".join(f"{name}={value}" for name, value in fields.items())


def holds_when_broken(response: Response, log: str) -> None:
    page = Page(response.content.decode())
    assert page.title == "Something went wrong on our side · Goalward"
    references = REFERENCE.findall(page.text)
    assert [reference for reference in references if f" {reference} " in log]
    assert "builtins.ValueError" in log
    assert WORDS not in log + page.text + told(response)
    assert "Traceback" not in page.text
    assert "/help-now/" in page.links


# Where something may break after all that was sent is saved: by the name of the route.
WHOLE_ALREADY = {"account_signup": "the account and the words are kept; what broke is the sign-in that follows"}


@each_row
def test_a_fault_at_any_write_saves_nothing_by_half(row: Row, household: Household) -> None:
    for browser, sheet in main_forms(row, household):
        for place in range(1, 1 + writes_of(browser, sheet)):
            before = tables()
            with undone(browser), logged() as log:
                with watched(place, ValueError(WORDS)):
                    response = sheet.send(browser, sheet.filled())
                transaction.set_rollback(False)  # look at what a write on its own would have left
                assert response.status_code == 500, sheet
                holds_when_broken(response, log.getvalue())
                whole = resolve(sheet.goes_to).url_name in WHOLE_ALREADY
                assert whole or tables() == before, f"{sheet}: kept by half when write {place} broke"


def writes_of(browser: Client, sheet: Sheet) -> int:
    with undone(browser), watched() as writes:
        sheet.send(browser, sheet.filled())
    return writes.count


def test_there_are_writes_to_break(household: Household) -> None:
    assert sum(writes_of(*form) for form in main_forms(matrix()["start_step"], household)) > 30
