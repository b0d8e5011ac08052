"""What holds at every address: no change without our own form, no change by looking, no door that we did not build."""

from __future__ import annotations

import pytest
from allauth.account.urls import urlpatterns as library_addresses
from django.apps import apps
from django.test import Client
from django.urls import NoReverseMatch, Resolver404, resolve, reverse

from tests.access.filling import OWN_SITE
from tests.access.household import Household
from tests.access.life import undone
from tests.access.matrix import PEOPLE, Row, answer, matrix
from tests.access.routes import routes
from tests.access.writes import NOT_STATE, tables

pytestmark = pytest.mark.django_db
each_row = pytest.mark.parametrize("row", [pytest.param(row, id=name) for name, row in matrix().items()])
STATELESS = ("read", "keep")  # no cookie to ride on: they look at where a form comes from
FOREIGN = {
    "nothing said": {},
    "another site": {"Sec-Fetch-Site": "cross-site"},
    "another part of the site": {"Sec-Fetch-Site": "same-site"},
    "another origin": {"Origin": "https://example.com"},
    "no origin": {"Origin": "null"},
    "the two disagree": {**OWN_SITE, "Origin": "https://example.com"},
    "the two disagree the other way": {**OWN_SITE, "Sec-Fetch-Site": "cross-site"},
}


def strict(browser: Client) -> Client:
    """The same browser, asked for its token like any other."""
    strict = Client(enforce_csrf_checks=True, raise_request_exception=False)
    strict.cookies = browser.cookies
    return strict


@each_row
def test_no_form_is_taken_without_its_token(row: Row, household: Household) -> None:
    if row.name in STATELESS:
        return
    for who in PEOPLE:
        with undone(household.browsers[who]):
            sent = strict(household.browsers[who]).post(row.addresses(household.life)[0], {"action": "next"})
        assert answer(sent) == "forbidden", who


def test_only_two_addresses_ask_for_no_token() -> None:
    assert {route.name for route in routes().values() if getattr(route.view, "csrf_exempt", False)} == set(STATELESS)


@pytest.mark.parametrize("name", STATELESS)
@pytest.mark.parametrize("headers", FOREIGN.values(), ids=list(FOREIGN))
def test_what_asks_for_no_token_takes_nothing_from_elsewhere(
    name: str, headers: dict[str, str], household: Household
) -> None:
    for who in PEOPLE:
        with undone(household.browsers[who]):
            sent = household.browsers[who].post(reverse(name), {"goal": "walk"}, headers=headers)
        assert answer(sent) == "forbidden"
        assert not sent.cookies


@pytest.mark.parametrize("name", STATELESS)
def test_what_asks_for_no_token_takes_what_our_own_page_sends(name: str, household: Household) -> None:
    for headers in (OWN_SITE, *({key: value} for key, value in OWN_SITE.items())):
        with undone(household.browsers["signed_out"]):
            assert (
                answer(household.browsers["signed_out"].post(reverse(name), {"goal": "walk"}, headers=headers))
                == "page"
            )


def test_the_first_page_and_its_answers_set_no_cookie(household: Household) -> None:
    anyone = household.browsers["signed_out"]
    assert not anyone.get(reverse("home")).cookies
    assert not anyone.post(reverse("read"), {"goal": "walk"}, headers=OWN_SITE).cookies


def test_looking_changes_nothing(household: Household) -> None:
    before = tables()
    for row in matrix().values():
        for who in PEOPLE:
            for address in row.addresses(household.life):
                household.browsers[who].get(address)
    assert before.keys() >= {model._meta.db_table for model in apps.get_models()} - NOT_STATE
    assert tables() == before


def test_a_change_would_have_been_seen(household: Household) -> None:
    before = tables()
    with undone():
        household.life.person.record.reflections.update(audience="nobody")
        assert tables() != before
    assert tables() == before


@pytest.mark.parametrize("before", ["/account/", "/accounts/", "/", "/_allauth/"])
def test_the_sign_in_library_has_no_door_but_ours(before: str, household: Household) -> None:
    for pattern in library_addresses:
        address = before + str(pattern.pattern).replace("^", "").replace("$", "").replace("(?P<key>[-:\\w]+)", "x")
        address = address.replace("(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)", "a-b").replace("<key>", "x")
        try:
            assert resolve(address).url_name in matrix()
        except Resolver404:
            assert {answer(household.browsers[who].get(address)) for who in PEOPLE} == {"not found"}


def test_the_sign_in_library_has_no_name_that_is_not_in_the_matrix() -> None:
    for pattern in library_addresses:
        if pattern.name not in matrix():
            with pytest.raises(NoReverseMatch):
                reverse(pattern.name, kwargs=dict.fromkeys(pattern.pattern.converters, "x") or None)


@pytest.mark.parametrize(
    "address", ["/admin/", "/admin/login/", "/gallery/", "/static/../settings.py", "/.env", "/api/"]
)
def test_there_is_no_admin_and_nothing_else_to_find(address: str, household: Household) -> None:
    assert {answer(household.browsers[who].get(address)) for who in PEOPLE} == {"not found"}
    assert not apps.is_installed("django.contrib.admin")
