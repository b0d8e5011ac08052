"""Which country's help comes first."""

from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalward.messages import in_english
from goalward.safety import by_country, contacts, country_name, country_of_zone

TABLE = """# comment\tnot a row\tEurope/Nowhere
IE\t+5320-00615\tEurope/Dublin
NZ\t-3652+17446\tPacific/Auckland\tmost of New Zealand
broken row
AU\t-3352+15113
"""
COUNTRIES = ("US", "CA", "GB", "GB-SCT", "IE", "AU", "NZ", "EU")


def order(first: str | None) -> list[str]:
    return [group.country for group in by_country(contacts(), first)]


@pytest.mark.parametrize(
    ("zone", "country"),
    [
        ("Europe/Dublin", "IE"),
        ("Pacific/Auckland", "NZ"),
        ("Europe/Nowhere", None),
        ("Mars/Olympus", None),
        ("most of New Zealand", None),
        ("", None),
    ],
)
def test_the_country_of_a_time_zone_is_read_from_the_table(zone: str, country: str | None) -> None:
    assert country_of_zone(zone, TABLE) == country


def test_the_real_table_of_time_zones_is_read() -> None:
    table = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text("utf-8")
    assert country_of_zone("America/Los_Angeles", table) == "US"
    assert country_of_zone("Europe/Vienna", table) == "AT"
    assert country_of_zone("Australia/Lord_Howe", table) == "AU"
    assert country_of_zone("UTC", table) is None


@given(st.text(), st.text())
def test_no_zone_and_no_table_is_an_error(zone: str, table: str) -> None:
    country = country_of_zone(zone, table)
    assert country is None or country in table


@given(
    zone=st.text("abc/_", min_size=1),
    country=st.sampled_from(["AT", "NZ"]),
    comment=st.sampled_from(["", "\tsome of it"]),
)
def test_a_zone_that_the_table_names_is_found_behind_any_other_row(zone: str, country: str, comment: str) -> None:
    assert country_of_zone(zone, f"# head\nIE\t+0\t{zone}x\n{country}\t+0\t{zone}{comment}\n") == country


def test_without_a_country_the_groups_stand_as_in_the_file() -> None:
    assert order(None) == list(COUNTRIES) == order("JP")


@pytest.mark.parametrize(
    ("first", "nearest"),
    [
        ("NZ", ["NZ", "US"]),
        ("GB", ["GB", "GB-SCT", "US"]),
        ("GB-SCT", ["GB-SCT", "GB", "US"]),
        ("IE", ["IE", "EU", "US"]),
        ("DE", ["EU", "US"]),
    ],
)
def test_a_persons_own_country_comes_first_then_what_belongs_to_it(first: str, nearest: list[str]) -> None:
    assert order(first)[: len(nearest)] == nearest


@given(st.none() | st.sampled_from([*COUNTRIES, "FR", "JP"]), st.permutations(contacts()))
def test_no_contact_is_lost_and_each_group_keeps_its_order(first: str | None, shuffled: list[object]) -> None:
    groups = by_country(shuffled, first)  # type: ignore[arg-type]
    for group in groups:
        assert list(group.contacts) == [contact for contact in shuffled if contact.country == group.country]  # type: ignore[attr-defined]
    assert sum(len(group.contacts) for group in groups) == len(shuffled)


def test_every_country_of_ours_has_a_name() -> None:
    assert {in_english(group.name) for group in by_country(contacts(), None)} >= {
        "Ireland",
        "Scotland",
        "European Union",
    }
    assert all(in_english(country_name(country)) != country for country in COUNTRIES)


def test_a_country_that_an_operator_added_is_shown_by_its_code() -> None:
    assert in_english(country_name("DE")) == "DE"
