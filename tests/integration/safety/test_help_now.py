"""Help now is there for everyone, whatever else is gone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from goalward.safety import contacts
from goalward.web.safety import help_now
from tests.integration.test_logs import logged

FIELDS = "country,kind,name,phone,sms,chat_url,hours,languages,source,verified,checked_on"


@pytest.fixture
def own_contacts() -> Iterator[Path]:
    """The operator's own list in the data folder."""
    path = settings.HOME.contacts
    help_now.site_contacts.cache_clear()
    yield path
    path.unlink(missing_ok=True)
    help_now.site_contacts.cache_clear()


def test_anyone_gets_help_without_the_database(anyone: Client) -> None:
    """No ``db`` fixture: touching the database here would fail the test."""
    response = anyone.get("/help-now/")
    assert response.status_code == 200
    assert b"tel:988" in response.content


def test_it_opens_neither_session_nor_database_for_someone_signed_in(anyone: Client) -> None:
    anyone.cookies[settings.SESSION_COOKIE_NAME] = "any-session-key-at-all"
    assert anyone.get("/help-now/").status_code == 200


def test_no_cookie_is_set(anyone: Client) -> None:
    assert not anyone.get("/help-now/").cookies


def test_every_number_says_that_nobody_here_confirmed_it_yet(anyone: Client) -> None:
    page = anyone.get("/help-now/").content.decode()
    assert page.count("Not yet confirmed by this site") == len(help_now.site_contacts())


def test_it_says_that_nobody_watches(anyone: Client) -> None:
    assert "Nobody here watches live" in anyone.get("/help-now/").content.decode()


@pytest.mark.parametrize(
    ("languages", "first"),
    [("en-GB,en;q=0.9", "GB"), ("en-au", "AU"), ("en", None), ("", None), ("de-AT", "EU"), ("x" * 5000, None)],
)
def test_the_browsers_own_region_comes_first(anyone: Client, languages: str, first: str | None) -> None:
    page = anyone.get("/help-now/", headers={"Accept-Language": languages}).content.decode()
    order = [part.partition('"')[0] for part in page.split('<h2 id="country-')[1:]]
    assert order[0] == (first or order[0])
    assert len(order) == len({contact.country for contact in help_now.site_contacts()})


def test_a_time_zone_tells_the_country() -> None:
    assert help_now.country_of_person("Europe/London") == "GB"
    assert help_now.country_of_person("UTC") is None


def test_a_number_confirmed_by_the_operator_says_when(anyone: Client, own_contacts: Path) -> None:
    own_contacts.write_text(f"{FIELDS}\nGB,crisis,Samaritans,116 123,,,24/7,,samaritans.org,yes,2026-11-20\n", "utf-8")
    page = anyone.get("/help-now/").content.decode()
    assert "Confirmed by this site on" in page
    assert "Not yet confirmed by this site" not in page


def test_a_broken_list_of_the_operator_never_leaves_the_page_empty(anyone: Client, own_contacts: Path) -> None:
    own_contacts.write_text("not,a,list\n1,2,3\n", "utf-8")
    assert b"tel:988" in anyone.get("/help-now/").content


@pytest.mark.parametrize(
    ("written", "why"),
    [
        (f"{FIELDS}\nGB,crisis,,116 123,,,,,a.org,yes,\n".encode(), "row 2: name"),
        (b"\xff\xfe", "it is not written in UTF-8"),
    ],
)
def test_the_log_says_why_the_operators_list_is_not_used(own_contacts: Path, written: bytes, why: str) -> None:
    own_contacts.write_bytes(written)
    with logged() as log:
        assert help_now.site_contacts() == contacts()
    assert why in log.getvalue()


def test_a_list_that_does_not_open_is_said_to(own_contacts: Path) -> None:
    own_contacts.mkdir()
    try:
        assert help_now.own_contacts() == ((), "it does not open (Is a directory)")
    finally:
        own_contacts.rmdir()


def test_help_cannot_be_posted_to(anyone: Client) -> None:
    assert anyone.post("/help-now/").status_code == 405


def test_leaving_opens_a_blank_page_of_our_own(anyone: Client) -> None:
    response = anyone.get("/leave/")
    body = response.content.decode().partition("<body>")[2].partition("</body>")[0]
    assert (response.status_code, body) == (200, "")
    assert "Goalward" not in response.content.decode()
