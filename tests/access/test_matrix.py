"""Every route, for everyone, as the matrix says: closed unless open, and a stranger does not learn what is there."""

from __future__ import annotations

import pytest

from tests.access.household import Household
from tests.access.life import browser_of, undone
from tests.access.matrix import METHODS, PEOPLE, Row, answer, matrix
from tests.access.routes import routes

pytestmark = pytest.mark.django_db
each_row = pytest.mark.parametrize("row", [pytest.param(row, id=name) for name, row in matrix().items()])
OTHER_METHODS = ("HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "NONSENSE")
NOTHING_LEARNT = {"not found", "no such method"}


def asked(household: Household, who: str, method: str, address: str) -> str:
    """What someone gets, undone afterwards."""
    browser = household.browsers[who]
    with undone(browser):
        return answer(browser.generic(method, address))


def test_every_route_has_its_row_and_every_row_its_route() -> None:
    assert set(matrix()) ^ set(routes()) == set()


def test_every_row_fills_the_changing_parts_of_its_route() -> None:
    filled = {name: sorted(row.parts) for name, row in matrix().items()}
    assert filled == {name: sorted(routes()[name].parts) for name in filled}


def test_the_matrix_gives_sam_nothing_of_anas() -> None:
    owned = [row for row in matrix().values() if any(part.endswith("_id") for part in row.parts)]
    assert len(owned) > 5
    assert {row.name for row in owned if {row.answers[m]["sam"] for m in METHODS} - NOTHING_LEARNT} == set()


@each_row
def test_everyone_gets_what_the_matrix_says(row: Row, household: Household) -> None:
    address = row.addresses(household.life)[0]
    got = {method: {who: asked(household, who, method, address) for who in PEOPLE} for method in METHODS}
    assert got == row.answers


@each_row
def test_sam_gets_nothing_of_anas_in_whatever_state_it_is(row: Row, household: Household) -> None:
    closed = [method for method in METHODS if row.answers[method]["sam"] == "not found"]
    got = {asked(household, "sam", method, each) for method in closed for each in row.addresses(household.life)}
    assert got <= {"not found"}


@each_row
def test_no_other_method_breaks_a_page_or_gets_around_sign_in(row: Row, household: Household) -> None:
    address = row.addresses(household.life)[0]
    for method in OTHER_METHODS:
        got = {who: asked(household, who, method, address) for who in PEOPLE}
        assert "broken" not in got.values()
        if row.answers["GET"]["signed_out"] == "to account_login":
            assert got["signed_out"] in {"to account_login", "no such method"}
        if method not in {"HEAD", "OPTIONS"}:
            assert all(got[who] in {*NOTHING_LEARNT, row.answers["GET"][who]} - {"page"} for who in PEOPLE)


@pytest.mark.parametrize("name", ["record_export", "record_erase", "account_email"])
def test_a_password_given_long_ago_does_not_open_what_needs_it_now(name: str, household: Household) -> None:
    browser, address = browser_of(household.life.person, sure=False), matrix()[name].addresses(household.life)[0]
    assert {answer(browser.generic(method, address)) for method in METHODS} == {"to account_reauthenticate"}
