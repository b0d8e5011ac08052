"""Ana with a full record, sam beside her, and a browser for each: made once a module, and never kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from goalward.web.accounts.models import Person
from goalward.web.records.actions import open_record
from tests.access.filling import Sheet, sheets
from tests.access.life import Life, browser_of, live
from tests.access.matrix import PEOPLE, Row, matrix
from tests.access.pages import Page
from tests.conftest import PASSWORD


@dataclass(frozen=True, eq=False)
class Household:
    """``life`` is ana's; ``browsers`` by the names of the matrix."""

    life: Life
    browsers: dict[str, Client]

    @property
    def ana(self) -> Person | None:
        """As the database has her now; None when she has just erased her record."""
        return Person.objects.filter(id=self.life.person.id).first()

    def pages(self, who: str = "ana") -> Iterator[tuple[Row, str]]:
        """Every address that shows this person a page."""
        for row in matrix().values():
            if row.answers["GET"][who] == "page":
                yield from ((row, address) for address in row.addresses(self.life))


@cache
def read(household: Household, who: str, address: str) -> Page:
    """A page as this person sees it, asked for once."""
    response = household.browsers[who].get(address)
    assert response.status_code in {200, 409}, address  # 409: the page says why something cannot be done
    return Page(response.content.decode())


@cache
def forms_of(row: Row, household: Household) -> list[tuple[Client, Sheet]]:
    """Each form that a route's pages show, with every button; of forms that are alike one. Asked for once."""
    return list(find_forms(row, household))


def find_forms(row: Row, household: Household) -> Iterator[tuple[Client, Sheet]]:
    seen: set[Any] = set()
    for who in ("signed_out", "ana"):
        for address in row.addresses(household.life) if row.is_page_of(who) else []:
            for sheet in sheets(household.browsers[who], address):
                controls = [(c.name.partition("_0")[0], c.kind) for c in sheet.form.controls.values()]
                name, value, goes_to = sheet.button
                like = (who, *controls, name, value if name == "action" else "", goes_to)
                if like not in seen:
                    seen.add(like)
                    yield household.browsers[who], sheet


def main_forms(row: Row, household: Household) -> Iterator[tuple[Client, Sheet]]:
    """The same, each with the button that keeps what was written: "next", or the first for each place it goes to."""
    for browser, sheet in forms_of(row, household):
        same_way = [button for button in sheet.form.buttons if button[2] == sheet.button[2]]
        keeps = next((button for button in same_way if button[:2] == ("action", "next")), same_way[0])
        if sheet.button == keeps:
            yield browser, sheet


@pytest.fixture(scope="module")
def household(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Household]:
    with django_db_blocker.unblock(), transaction.atomic():
        ana, sam = (join(f"{name}@example.org") for name in ("ana", "sam"))
        life = live(ana)
        live(sam)
        yield Household(life, dict(zip(PEOPLE, map(browser_of, (None, ana, sam)), strict=True)))
        transaction.set_rollback(True)


def join(email: str) -> Person:
    details = {"time_zone": "Europe/Vienna", "adult_confirmed_at": timezone.now()}
    person = Person.objects.create_user(email=email, password=PASSWORD, **details)
    open_record(by=person)
    return person
