"""The time zones that a person can choose from, as the time zone database names them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from importlib.resources import files

Zones = Sequence[tuple[str, str]]

ANYWHERE = ("UTC", "UTC")


def by_region(table: str) -> list[tuple[str, Zones]]:
    """Regions with their (zone, place) pairs, both in alphabetical order.

    table: the text of the database's ``zone.tab``: country, position and zone, with tabs between.
    """
    regions: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for line in table.splitlines():
        if not line.startswith("#"):
            zone = line.split("\t")[2]
            region, _, place = zone.partition("/")
            regions[region].append((zone, worded(place)))
    return [(region, sorted(zones, key=lambda pair: pair[1])) for region, zones in sorted(regions.items())]


def worded(place: str) -> str:
    """ "Argentina/Buenos_Aires" as "Buenos Aires, Argentina"."""
    return ", ".join(reversed(place.replace("_", " ").split("/")))


def other_names(links: str, listed: Collection[str]) -> Mapping[str, Sequence[str]]:
    """What else the listed zones are called: browsers may still say "Asia/Calcutta" for "Asia/Kolkata".

    links: the text of the database's ``tzdata.zi``, where a line "L Asia/Kolkata Asia/Calcutta" names a link.
    """
    names: dict[str, list[str]] = defaultdict(list)
    for line in links.splitlines():
        kind, *pair = line.split()
        if kind == "L" and pair[0] in listed and pair[1] not in listed:
            names[pair[0]].append(pair[1])
    return dict(names)


@cache
def time_zones() -> list[tuple[str, Zones]]:
    """Every zone of every country by region, and UTC for those who live by none."""
    return [*by_region(_read("zone.tab")), ("UTC", [ANYWHERE])]


@cache
def also_called() -> Mapping[str, Sequence[str]]:
    """The names that no person can choose, by the zone that they mean."""
    return other_names(_read("tzdata.zi"), {zone for _, zones in time_zones() for zone, _ in zones})


def _read(name: str) -> str:
    return files("tzdata").joinpath("zoneinfo", name).read_text("utf-8")
