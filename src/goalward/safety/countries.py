"""Which country's help comes first. A country is suggested from the person's time zone, never from an address."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from goalward.messages import Message, catalogue
from goalward.safety.directory import Contact

__all__ = ["CountryGroup", "by_country", "country_name", "country_of_zone"]


@dataclass(frozen=True, slots=True)
class CountryGroup:
    country: str
    contacts: tuple[Contact, ...]

    @property
    def name(self) -> Message:
        return country_name(self.country)


def country_name(code: str) -> Message:
    """The country in words; for one that an operator added, its code."""
    known = f"safety.country_{code}"
    return Message(known) if known in catalogue() else Message("safety.country_other", {"code": code})


def by_country(contacts: Iterable[Contact], first: str | None) -> tuple[CountryGroup, ...]:
    """Contacts in groups: the given country, then what it is part of or made of, then the others as they came."""
    groups: dict[str, list[Contact]] = {}
    for contact in contacts:
        groups.setdefault(contact.country, []).append(contact)
    nearest = sorted(groups, key=lambda country: _distance(country, first))
    return tuple(CountryGroup(country, tuple(groups[country])) for country in nearest)


def _distance(country: str, first: str | None) -> int:
    if first is None or country == first:
        return 0
    nation, home = country.partition("-")[0], first.partition("-")[0]
    if nation == home:
        return 1
    return 2 if country == "EU" and home in _eu_members() else 3


@cache
def _eu_members() -> frozenset[str]:
    data = tomllib.loads(files("goalward.safety").joinpath("countries.toml").read_text("utf-8"))
    return frozenset(data["EU"]["members"])


def country_of_zone(zone: str, table: str) -> str | None:
    """The country of a time zone such as "Europe/Dublin", or None for a zone that the table does not name.

    table: the text of the time zone database's ``zone.tab``: country, place and zone, with tabs between.
    """
    for line in table.splitlines():
        country, *rest = line.split("\t")
        if not country.startswith("#") and rest[1:2] == [zone]:
            return country
    return None
