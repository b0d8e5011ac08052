"""The help page's content: read once from files, so that it is there when nothing else is."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from goalward.messages import Message
from goalward.safety import (
    HELP_TEXT,
    Contact,
    ContactsError,
    by_country,
    contacts,
    country_of_zone,
    is_confirmed,
    read_contacts,
    sms_link,
    tel_link,
)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Line:
    """A contact with what can be tapped."""

    contact: Contact
    call: str | None
    text: str | None
    confirmed: Message


@dataclass(frozen=True, slots=True)
class Country:
    code: str
    name: Message
    lines: tuple[Line, ...]


@cache
def site_contacts() -> tuple[Contact, ...]:
    """The operator's own list where there is one that can be read, else the packaged one: never none."""
    own, why = own_contacts()
    if why:
        says = f"The site's own contacts.csv cannot be used: {why}"
        log.error(says)  # in the message itself: the log drops every argument
    return own or contacts()


def own_contacts() -> tuple[tuple[Contact, ...], str]:
    """The operator's own list, and why it cannot be used; both are empty where there is none."""
    path = settings.HOME.contacts
    try:
        return (read_contacts(path.read_text("utf-8").splitlines(keepends=True)) if path.exists() else ()), ""
    except ContactsError as error:
        return (), str(error)
    except UnicodeDecodeError:
        return (), "it is not written in UTF-8"
    except OSError as error:
        return (), f"it does not open ({error.strerror})"


def lines_by_country(chosen: Iterable[Contact], first: str | None) -> list[Country]:
    """Contacts as the page shows them, the given country first."""
    return [
        Country(group.country, group.name, tuple(map(_line, group.contacts))) for group in by_country(chosen, first)
    ]


def _line(contact: Contact) -> Line:
    confirmed = Message("safety.contact_unconfirmed")
    if is_confirmed(contact):
        confirmed = Message("safety.contact_confirmed", {"date": contact.checked_on})
    return Line(contact, tel_link(contact.phone), sms_link(contact.sms), confirmed)


def help_context(country: str | None = None) -> dict[str, Any]:
    """What the help page and every error page show."""
    first = country or settings.COUNTRY
    return {"help_text": HELP_TEXT, "help_countries": lines_by_country(site_contacts(), first)}


def country_of_browser(request: HttpRequest) -> str | None:
    """The region of the browser's first language ("en-GB"), since the page may ask neither session nor database."""
    first = request.headers.get("Accept-Language", "").split(",")[0].split(";")[0].strip()
    region = first.rpartition("-")[2]
    return region.upper() if "-" in first and len(region) == 2 and region.isalpha() else None  # noqa: PLR2004


@cache
def country_of_person(time_zone: str) -> str | None:
    """The country that a person's time zone lies in."""
    return country_of_zone(time_zone, files("tzdata").joinpath("zoneinfo/zone.tab").read_text("utf-8"))
