"""Where a site is reached, and how its mail leaves."""

from __future__ import annotations

from pathlib import Path

import pytest

from goalward.web.config.address import Address, AddressError
from goalward.web.config.home import Home
from goalward.web.config.mail import mail_settings

PUBLIC = Address("https://goals.example.org")
HOME = Home(folder=Path("var"), master_key_file=Path("master.key"))


def test_by_default_a_site_is_on_this_machine_alone() -> None:
    address = Address.from_environment({})
    assert address.is_loopback
    assert set(address.hosts) == {"127.0.0.1", "localhost", "[::1]"}
    assert not address.trusted_origins


def test_a_public_site_is_https_and_knows_one_name() -> None:
    address = Address.from_environment({"GOALWARD_ADDRESS": "https://goals.example.org/"})
    assert address == PUBLIC
    assert (address.hosts, address.is_https, address.behind_proxy) == (["goals.example.org"], True, True)
    assert address.trusted_origins == ["https://goals.example.org"]


@pytest.mark.parametrize(
    "wrong",
    ["http://goals.example.org", "goals.example.org", "https://", "https://a.org/path", "https://[g", "https://g:abc"],
)
def test_any_other_address_is_refused_with_an_example(wrong: str) -> None:
    with pytest.raises(AddressError, match=r"https://goals\.example\.org"):
        Address.from_environment({"GOALWARD_ADDRESS": wrong})


def test_cookies_of_a_public_site_are_bound_to_its_host() -> None:
    assert PUBLIC.cookie_name("session") == "__Host-session"
    assert Address().cookie_name("session") == "goalward-session"


def test_on_this_machine_mail_is_put_into_files() -> None:
    settings = mail_settings(Address(), HOME, {})
    assert str(settings["EMAIL_BACKEND"]).endswith("filebased.EmailBackend")
    assert settings["EMAIL_FILE_PATH"] == HOME.mail


def test_a_public_site_without_mail_does_not_start() -> None:
    with pytest.raises(AddressError, match="GOALWARD_SMTP"):
        mail_settings(PUBLIC, HOME, {})


@pytest.mark.parametrize(
    ("server", "port", "starttls", "tls"),
    [
        ("smtp://mail.example.org", 25, False, False),
        ("smtp+starttls://mail.example.org", 587, True, False),
        ("smtps://mail.example.org", 465, False, True),
        ("smtps://mail.example.org:4465", 4465, False, True),
    ],
)
def test_the_operator_names_the_mail_server(server: str, port: int, starttls: bool, tls: bool) -> None:
    settings = mail_settings(PUBLIC, HOME, {"GOALWARD_SMTP": server})
    assert (settings["EMAIL_HOST"], settings["EMAIL_PORT"]) == ("mail.example.org", port)
    assert (settings["EMAIL_USE_TLS"], settings["EMAIL_USE_SSL"]) == (starttls, tls)
    assert settings["DEFAULT_FROM_EMAIL"] == "noreply@goals.example.org"


def test_the_mail_password_comes_from_a_file(tmp_path: Path) -> None:
    secret = tmp_path / "password"
    secret.write_text("long and secret\n")
    environ = {"GOALWARD_SMTP": "smtps://me%40example.org@mail.example.org", "GOALWARD_SMTP_PASSWORD_FILE": str(secret)}
    settings = mail_settings(PUBLIC, HOME, environ)
    assert settings["EMAIL_HOST_USER"] == "me@example.org"
    assert settings["EMAIL_HOST_PASSWORD"] == "long and secret"


@pytest.mark.parametrize("wrong", ["mail.example.org", "ftp://mail.example.org", "smtps://"])
def test_a_mail_server_that_is_none_is_refused(wrong: str) -> None:
    with pytest.raises(AddressError, match="GOALWARD_SMTP must start with"):
        mail_settings(PUBLIC, HOME, {"GOALWARD_SMTP": wrong})


@pytest.mark.parametrize("wrong", ["smtp://mail:abc", "smtp://[mail", "smtp://mail:99999"])
def test_a_mail_server_that_is_no_address_is_refused_with_an_example(wrong: str) -> None:
    with pytest.raises(AddressError, match=r"smtps://user@mail\.example\.org"):
        mail_settings(PUBLIC, HOME, {"GOALWARD_SMTP": wrong})
