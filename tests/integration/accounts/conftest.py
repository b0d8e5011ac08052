"""What the tests of accounts share: a site at an address of its own, and people who confirmed theirs."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from pytest_django import Settings

from goalward.web.accounts.models import Person
from tests.integration.accounts.entrance import give_password


@pytest.fixture
def public_site(settings: Settings) -> None:
    """As at an address of its own: nobody comes in before they confirmed theirs."""
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"


@pytest.fixture
def confirm() -> Callable[[Person], EmailAddress]:
    def confirm_address(person: Person) -> EmailAddress:
        address: EmailAddress = EmailAddress.objects.create(
            user=person, email=person.email, verified=True, primary=True
        )
        return address

    return confirm_address


@pytest.fixture
def ana_who_confirmed(ana: Person, confirm: Callable[[Person], EmailAddress]) -> Person:
    confirm(ana)
    return ana


@pytest.fixture
def ana_just_asked(as_ana: Client) -> Client:
    """Ana's browser, a moment after she gave her password once more."""
    give_password(as_ana)
    return as_ana
