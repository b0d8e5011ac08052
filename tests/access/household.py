"""Ana with a full record, sam beside her, and a browser for each: made once a module, and never kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from goalward.web.accounts.models import Person
from goalward.web.records.actions import open_record
from tests.access.life import Life, browser_of, live
from tests.access.matrix import PEOPLE, Row, matrix
from tests.conftest import PASSWORD


@dataclass(frozen=True, slots=True)
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
