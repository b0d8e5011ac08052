"""What every response says to a browser, asserted whole: on this machine, and at a public address."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse

from tests.access.household import Household
from tests.access.life import undone
from tests.access.matrix import PEOPLE, Row, answer, matrix
from tests.access.pages import Response

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parents[2]

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
EVERYWHERE = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Robots-Tag": "noindex",
}
SWITCHED_OFF = {"camera", "geolocation", "microphone", "payment", "usb"}
PUBLIC = "https://goals.example.org"


def policy(response: Response) -> dict[str, str]:
    directives = (each.strip().partition(" ") for each in response.headers["Content-Security-Policy"].split(";"))
    return {name: value for name, _, value in directives if name}


def switched_off(response: Response) -> set[str]:
    return {each.strip().removesuffix("=()") for each in response.headers["Permissions-Policy"].split(",")}


@pytest.mark.parametrize("row", [pytest.param(row, id=name) for name, row in matrix().items()])
def test_every_answer_says_what_a_browser_may_do(row: Row, household: Household) -> None:
    address = row.addresses(household.life)[0]
    for who in PEOPLE:
        for method in ("GET", "POST", "HEAD", "OPTIONS"):
            with undone(household.browsers[who]):
                response = household.browsers[who].generic(method, address)
            assert {name: response.headers.get(name) for name in EVERYWHERE} == EVERYWHERE, (who, method)
            assert switched_off(response) >= SWITCHED_OFF
            if answer(response) != "file":
                assert policy(response) == POLICY, (who, method)


def test_the_file_that_a_person_takes_along_can_do_nothing_in_a_browser(household: Household) -> None:
    with undone(household.browsers["ana"]):
        response = household.browsers["ana"].post(reverse("record_export"))
    assert response.headers["Content-Disposition"].startswith("attachment; filename=")
    assert response.headers["Content-Type"].startswith("application/json")
    assert set(policy(response)) == {"default-src", "sandbox"}
    assert policy(response)["default-src"] == "'none'"


@pytest.mark.parametrize("address", ["/no-such-page/", "/goals/no-such-goal/"])
def test_error_pages_say_the_same(address: str, household: Household) -> None:
    for who in PEOPLE:
        response = household.browsers[who].get(address)
        assert response.status_code == 404
        assert policy(response) == POLICY
        assert {name: response.headers.get(name) for name in EVERYWHERE} == EVERYWHERE


def test_static_files_may_be_kept_and_are_what_they_say(household: Household) -> None:
    response = household.browsers["signed_out"].get("/static/ui/page.css")
    assert response.status_code == 200
    assert b"@layer" in response.getvalue()
    assert "max-age" in response.headers["Cache-Control"]
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Type"].startswith("text/css")


def test_no_script_reads_a_cookie_and_none_goes_along_from_elsewhere(household: Household) -> None:
    cookies = household.browsers["ana"].get(reverse("account")).cookies | household.browsers["ana"].cookies
    assert {name for name in cookies if name != "messages"} == {"goalward-session", "goalward-csrf"}
    for cookie in household.browsers["ana"].get(reverse("account")).cookies.values():
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"
        assert not cookie["max-age"], "a cookie ends with the browser"


def test_a_cookie_set_at_sign_in_is_closed_to_scripts(household: Household) -> None:
    anyone = household.browsers["signed_out"]
    with undone(anyone):
        response = anyone.post(
            reverse("account_login"), {"login": household.life.person.email, "password": "a calm and long password"}
        )
    session = response.cookies["goalward-session"]
    assert (session["httponly"], session["samesite"], session["max-age"]) == (True, "Lax", "")


@pytest.fixture(scope="module")
def at_a_public_address(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """Headers and cookies of a site whose proxy ends TLS; in a process of its own, since settings are read once."""
    folder = tmp_path_factory.mktemp("public")
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        "DJANGO_SETTINGS_MODULE": "goalward.web.config.settings",
        "GOALWARD_HOME": str(folder / "var"),
        "GOALWARD_MASTER_KEY_FILE": str(folder / "master.key"),
        "GOALWARD_ADDRESS": PUBLIC,
        "GOALWARD_SMTP": "smtp://localhost",
    }
    asked = [sys.executable, "-m", "tests.integration.public_site"]
    done = subprocess.run(asked, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, dict[str, Any]] = json.loads(done.stdout)
    return found


def test_at_a_public_address_browsers_come_back_over_tls_alone(at_a_public_address: dict[str, dict[str, Any]]) -> None:
    assert at_a_public_address["headers"]["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"


def test_at_a_public_address_cookies_are_bound_to_host_and_tls(at_a_public_address: dict[str, dict[str, Any]]) -> None:
    cookies = {name: cookie.lower() for name, cookie in at_a_public_address["cookies"].items()}
    assert set(cookies) == {"__Host-session", "__Host-csrf"}
    for cookie in cookies.values():
        assert all(part in cookie for part in ("secure", "httponly", "samesite=lax", "path=/"))
        assert "domain=" not in cookie


def test_at_a_public_address_another_name_of_the_host_is_refused(
    at_a_public_address: dict[str, dict[str, Any]],
) -> None:
    assert at_a_public_address["statuses"] == {"goals.example.org": 200, "127.0.0.1": 400, "evil.example": 400}


def test_at_a_public_address_the_policy_is_the_same(at_a_public_address: dict[str, dict[str, Any]]) -> None:
    headers = at_a_public_address["headers"]
    assert {name: headers.get(name) for name in EVERYWHERE} == EVERYWHERE
    directives = {each.strip().partition(" ")[0] for each in headers["Content-Security-Policy"].split(";")}
    assert directives == set(POLICY)
