"""Of the sign-in library's addresses only the ones that we chose exist, and every page at them is ours."""

from __future__ import annotations

from pathlib import Path

import pytest
from allauth.account import urls as library
from django.template.loader import get_template
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse
from pytest_django import DjangoAssertNumQueries

import goalward

KEPT = {
    "account_signup": {},
    "account_login": {},
    "account_logout": {},
    "account_reauthenticate": {},
    "account_change_password": {},
    "account_email": {},
    "account_email_verification_sent": {},
    "account_confirm_email": {"key": "abc"},
    "account_reset_password": {},
    "account_reset_password_done": {},
    "account_reset_password_from_key": {"uidb36": "abc", "key": "def"},
    "account_reset_password_from_key_done": {},
}
OPEN = KEPT.keys() - {"account_reauthenticate", "account_change_password", "account_email", "account_logout"}
FILLED = {r"^confirm-email/(?P<key>[-:\w]+)/$": "confirm-email/abc/"}
FILLED[r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$"] = "password/reset/key/abc-def/"
OTHERS = [
    "social/login/cancelled/",
    "social/signup/",
    "3rdparty/",
    "2fa/",
    "phone/verify/",
    "login/code/",
    "signup/passkey/",
    "inactive/",
    "password/set/",
]
PAGES = ["signup", "login", "logout", "reauthenticate", "password_change", "email_change", "email_confirm"]
PAGES += ["password_reset", "password_reset_done", "password_reset_from_key", "password_reset_from_key_done"]
PAGES += ["verification_sent", "account_inactive"]
MAILS = ["email_confirmation", "email_confirmation_signup", "account_already_exists", "unknown_account"]
MAILS += ["password_reset_key", "password_changed", "password_reset", "email_changed"]


def library_paths() -> list[str]:
    paths = [str(each.pattern) for each in library.urlpatterns]
    return [FILLED.get(path, path) for path in paths]


def ours() -> set[str]:
    [account] = [each for each in get_resolver().url_patterns if str(each.pattern) == "account/"]
    return {each.name for each in account.url_patterns}


def test_exactly_these_exist() -> None:
    assert ours() == {*KEPT, "account", "keep"}


@pytest.mark.parametrize("name", sorted({each.name for each in library.urlpatterns} - KEPT.keys()))
def test_every_other_name_is_unknown(name: str) -> None:
    with pytest.raises(NoReverseMatch):
        reverse(name)


@pytest.mark.django_db
@pytest.mark.parametrize("path", sorted({*library_paths(), *OTHERS}))
def test_the_librarys_own_addresses_are_nowhere(anyone: Client, as_ana: Client, path: str) -> None:
    here = {reverse(name, kwargs=known) for name, known in KEPT.items()}
    for prefix in ("/account/", "/accounts/", "/"):
        if prefix + path not in here:
            assert anyone.get(prefix + path).status_code == 404
            assert as_ana.post(prefix + path).status_code == 404


@pytest.mark.django_db
def test_there_is_no_administration(as_ana: Client) -> None:
    assert as_ana.get("/admin/").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(KEPT))
def test_only_the_ways_in_are_open_to_anyone(anyone: Client, name: str) -> None:
    response = anyone.get(reverse(name, kwargs=KEPT[name]))
    if name in OPEN:
        assert response.status_code == 200
    elif name == "account_logout":
        assert response.headers["Location"] == reverse("home")
    else:
        assert response.headers["Location"].startswith(reverse("account_login"))


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["account_signup", "account_login", "account_reset_password"])
def test_the_ways_in_ask_the_database_nothing(
    anyone: Client, name: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        anyone.get(reverse(name))


@pytest.mark.parametrize("name", ["account", "account_change_password"])
def test_a_page_of_the_account_asks_for_the_login_session_and_its_person(
    as_ana: Client, name: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(2):
        as_ana.get(reverse(name))


@pytest.mark.parametrize(
    "name",
    [f"account/{page}.html" for page in PAGES]
    + [f"account/email/{mail}_{part}.txt" for mail in MAILS for part in ("subject", "message")],
)
def test_every_page_and_mail_is_our_own(name: str) -> None:
    origin = Path(get_template(name).origin.name)  # type: ignore[attr-defined]
    assert origin.is_relative_to(Path(goalward.__file__).parent)
