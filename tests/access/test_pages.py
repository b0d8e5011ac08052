"""What holds on every page: it stands in the frame, every link leads somewhere, nothing comes from elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import urlsplit

import pytest
from django.urls import resolve

from tests.access.household import Household, read
from tests.access.life import undone
from tests.access.matrix import answer, matrix
from tests.access.pages import Page
from tests.access.routes import routes

pytestmark = pytest.mark.django_db
BLANK = "leave"  # the one page without a frame
LOADS = {
    "script": "src",
    "link": "href",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "use": "href",
    "image": "href",
}
WHO = pytest.mark.parametrize("who", ["signed_out", "ana"])


@WHO
def test_every_page_stands_in_the_frame(who: str, household: Household) -> None:
    for row, address in household.pages(who):
        if row.name == BLANK:
            continue
        page = read(household, who, address)
        count = Counter(each.tag for each in page.elements)
        assert (count["h1"], count["main"]) == (1, 1), address
        assert re.fullmatch(r"\S.* · Goalward", page.title), address
        assert page.elements[0].attributes["lang"] == "en"
        header = [
            each.attributes.get("href") for each in page.elements if "page-header" in each.inside and each.tag == "a"
        ]
        assert header[1:3] == ["/help-now/", "/leave/"], address


@WHO
def test_nothing_on_a_page_runs_in_place_or_comes_from_elsewhere(who: str, household: Household) -> None:
    for _, address in household.pages(who):
        for each in read(household, who, address).elements:
            names = set(each.attributes)
            assert not {name for name in names if name == "style" or name.startswith(("on", "hx-on"))}, (address, each)
            assert each.tag not in {"style", "iframe", "object", "embed", "base"}, address
            assert each.tag != "script" or each.attributes["src"].startswith("/static/"), address
            loaded = each.attributes.get(LOADS.get(each.tag, ""), "/")
            assert re.match(r"/(?!/)|#", loaded), (address, loaded)


@WHO
def test_no_two_things_on_a_page_have_the_same_id(who: str, household: Household) -> None:
    for _, address in household.pages(who):
        ids = Counter(
            each.attributes["id"] for each in read(household, who, address).elements if each.attributes.get("id")
        )
        assert {name for name, times in ids.items() if times > 1} == set(), address


@WHO
def test_every_described_thing_has_its_description(who: str, household: Household) -> None:
    for _, address in household.pages(who):
        page = read(household, who, address)
        pointed_at = {
            name
            for each in page.elements
            for attribute in ("aria-describedby", "aria-labelledby", "for")
            for name in each.attributes.get(attribute, "").split()
        }
        assert pointed_at - set(page.by_id) == set(), address


@WHO
def test_every_link_leads_somewhere_and_every_page_is_in_the_matrix(who: str, household: Household) -> None:
    browser = household.browsers[who]
    known = {address for row in matrix().values() for address in row.addresses(household.life)}
    seen: set[str] = set()
    waiting = [address for _, address in household.pages(who)]
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        with undone(browser):
            response = browser.get(address)
        got = answer(response)
        assert got not in {"broken", "not found", "nowhere", "no such method"}, address
        assert got != "page" or urlsplit(address).path in known, f"{address} is walked by no test: add it to its row"
        if got == "page":
            waiting += filter(None, (whole(link, address) for link in Page(response.content.decode()).links))
    assert len(seen) > 5


def whole(link: str, here: str) -> str:
    """The address that a link on a page leads to; "" for one that leaves the site or stays on the page."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        assert parts.scheme in {"https", "tel", "sms"}, link
        return ""
    if link.startswith("?"):
        return urlsplit(here).path + link
    return link.partition("#")[0]


@WHO
def test_every_form_goes_to_an_address_that_takes_it(who: str, household: Household) -> None:
    for _, address in household.pages(who):
        for form in read(household, who, address).forms:
            ways = {way for _, _, way in form.buttons if way} | {form.action or address}
            for way in ways:
                row = matrix()[str(resolve(urlsplit(way).path).url_name)]
                assert form.method == "post", address
                assert row.answers["POST"][who] != "no such method", (address, way)
            assert form.buttons, address
            stateless = {resolve(urlsplit(way).path).url_name for way in ways} <= {"read", "keep"}
            assert ("csrfmiddlewaretoken" in form.controls) is not stateless, address


def test_a_link_to_another_host_is_only_ever_one_of_the_help_contacts(household: Household) -> None:
    for who in ("signed_out", "ana"):
        for _, address in household.pages(who):
            page = read(household, who, address)
            away = [each for each in page.elements if each.tag == "a" and "//" in each.attributes.get("href", "")]
            assert all("contact-ways" in each.inside and "noreferrer" in each.attributes["rel"] for each in away), (
                address
            )


def test_the_pages_are_many() -> None:
    assert len(routes()) > 30
