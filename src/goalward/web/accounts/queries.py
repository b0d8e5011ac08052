"""Who is known by an address."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from django.db.models import QuerySet

from goalward.web.accounts.models import Person


def people_known_by(email: str) -> QuerySet[Person]:
    """The person whose own address it is: nobody, or one."""
    return Person.objects.filter(email=email)


def addresses_of(person: Person) -> QuerySet[EmailAddress]:
    addresses: QuerySet[EmailAddress] = EmailAddress.objects.filter(user=person).order_by("id")
    return addresses


def waiting_addresses(person: Person) -> QuerySet[EmailAddress]:
    """The address that a person wants to change to and has not confirmed yet: none, or one."""
    waiting: QuerySet[EmailAddress] = EmailAddress.objects.filter(user=person, verified=False).exclude(
        email=person.email
    )
    return waiting
