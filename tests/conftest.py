"""The people of the tests: ana the client, sam the stranger."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.core.cache import caches
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from hypothesis import settings as hypothesis_settings

from goalward.web.accounts.models import Person
from goalward.web.records.actions import open_record

# The same examples each time, and no test that fails because a machine is busy.
hypothesis_settings.register_profile("goalward", deadline=None, derandomize=True)
hypothesis_settings.load_profile("goalward")

pytest_plugins = ["tests.coverage_floors", "tests.access.household"]
PASSWORD = "a calm and long password"


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> None:
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        call_command("createcachetable", verbosity=0)


@pytest.fixture(autouse=True)
def fresh_limits() -> Iterator[None]:
    caches["in_process"].clear()
    yield
    caches["in_process"].clear()


@pytest.fixture
def make_person(db: None) -> Callable[..., Person]:
    def make(email: str, time_zone: str = "Europe/Vienna") -> Person:
        person = Person.objects.create_user(
            email=email, password=PASSWORD, time_zone=time_zone, adult_confirmed_at=timezone.now()
        )
        open_record(by=person)
        return person

    return make


@pytest.fixture
def ana(make_person: Callable[..., Person]) -> Person:
    """The client."""
    return make_person("ana@example.org")


@pytest.fixture
def sam(make_person: Callable[..., Person]) -> Person:
    """The stranger: signed in, with a record of his own."""
    return make_person("sam@example.org")


@pytest.fixture
def as_ana(ana: Person) -> Client:
    client = Client()
    client.force_login(ana)
    return client


@pytest.fixture
def as_sam(sam: Person) -> Client:
    client = Client()
    client.force_login(sam)
    return client


@pytest.fixture
def anyone() -> Client:
    """A browser that nobody signed in with."""
    return Client()
