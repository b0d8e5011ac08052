"""Making and serving a site from a terminal, as an operator does."""

from __future__ import annotations

import json
import shutil
import socket
import sqlite3
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site_process import Site, free_port, serving


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path, free_port())


@pytest.fixture
def made(site: Site) -> Site:
    assert site.run("init").returncode == 0
    return site


def one_line(text: str) -> bool:
    return text.count("\n") == 1 and text.startswith("goalward: ")


def test_init_makes_everything_and_says_where(site: Site) -> None:
    done = site.run("init", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {"home": str(site.home), "master_key": str(site.folder / "master.key")}
    assert site.database.exists()


def test_init_in_words_tells_to_keep_the_key(site: Site) -> None:
    assert "Keep a copy apart" in site.run("init").stdout


def test_a_new_site_has_no_account_and_writes_ahead(made: Site) -> None:
    with sqlite3.connect(made.database) as database:
        assert database.execute("SELECT COUNT(*) FROM accounts_person").fetchone() == (0,)
        assert database.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    database.close()


def test_init_again_is_quick_and_changes_nothing(made: Site) -> None:
    before = made.database.read_bytes()
    assert made.run("init").returncode == 0
    assert made.database.read_bytes() == before


def test_a_missing_database_is_not_replaced_by_an_empty_one(made: Site) -> None:
    made.database.unlink()
    (made.home / "made-by").write_text("an older version\n")
    done = made.run("init")
    assert (done.returncode, one_line(done.stderr)) == (1, True)
    assert "backup" in done.stderr
    assert not made.database.exists()


def test_a_missing_database_is_missed_by_init_of_the_same_version(made: Site) -> None:
    made.database.unlink()
    done = made.run("init")
    assert (done.returncode, done.stdout, one_line(done.stderr)) == (1, "", True)
    assert "is missing" in done.stderr
    assert not made.database.exists()


def test_the_server_starts_quickly_and_ends_cleanly(made: Site) -> None:
    began = time.monotonic()
    with serving(made) as server:
        took = time.monotonic() - began
        page = urllib.request.urlopen(f"{made.url}/", timeout=10).read().decode()  # noqa: S310  # loopback
    assert "Write a goal in your own words" in page
    assert server.returncode == 0
    assert took < 20, "serving() gives up long before"
    log = (made.folder / "server.log").read_text()
    assert f"Goalward is at {made.url}/" in log
    assert "Traceback" not in log


def test_a_port_in_use_is_named(made: Site) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", made.port))
        other.listen()
        done = made.run("serve", "--port", str(made.port))
    assert (done.returncode, one_line(done.stderr)) == (1, True)
    assert f"Port {made.port}" in done.stderr
    other = made.port + 1
    assert f"Choose another: goalward serve --port {other}, or make run PORT={other}" in done.stderr


def test_a_site_for_others_needs_its_address(made: Site) -> None:
    done = made.run("serve", "--host", "0.0.0.0", "--port", str(made.port))  # noqa: S104  # refused
    assert (done.returncode, one_line(done.stderr)) == (1, True)
    assert "GOALWARD_ADDRESS" in done.stderr


def test_a_site_for_others_needs_mail(made: Site) -> None:
    done = made.run("doctor", GOALWARD_ADDRESS="https://goals.example.org")
    assert (done.returncode, one_line(done.stderr)) == (1, True)
    assert "GOALWARD_SMTP" in done.stderr


@pytest.mark.parametrize(
    "command", [("serve", "--port", "none"), ("nothing-like-this",), ("init", "--what"), ("serve", "--port", "0")]
)
def test_bad_use_is_one_line_and_code_2(site: Site, command: tuple[str, ...]) -> None:
    done = site.run(*command)
    assert (done.returncode, one_line(done.stderr)) == (2, True), done.stderr
    assert not site.home.exists()


@pytest.mark.parametrize(
    "wrong",
    [{"GOALWARD_SMTP": "smtp://mail:abc"}, {"GOALWARD_ADDRESS": "https://[g"}],
    ids=lambda wrong: next(iter(wrong)),
)
@pytest.mark.parametrize("command", ["serve", "doctor"])
def test_a_setting_that_cannot_be_read_is_named(made: Site, command: str, wrong: dict[str, str]) -> None:
    done = made.run(command, **wrong)
    assert (done.returncode, one_line(done.stderr)) == (1, True), done.stderr
    assert next(iter(wrong)) in done.stderr


def test_without_a_command_the_help_is_printed_as_it_is(site: Site) -> None:
    done = site.run()
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == site.run("--help").stdout


def test_help_and_version_are_there(site: Site) -> None:
    assert "verify-audit" in site.run("--help").stdout
    assert site.run("--version").stdout.startswith("0.")


@pytest.mark.parametrize("command", ["doctor", "verify-audit"])
def test_without_a_site_it_says_how_to_make_one(site: Site, command: str) -> None:
    done = site.run(command)
    assert (done.returncode, one_line(done.stderr)) == (1, True)
    assert "goalward init" in done.stderr


def test_the_wrong_master_key_is_refused(made: Site, tmp_path: Path) -> None:
    other = Site(tmp_path / "other", free_port())
    other.folder.mkdir()
    other.run("init")
    shutil.copy(other.folder / "master.key", made.folder / "master.key")
    done = made.run("verify-audit")
    assert (done.returncode, one_line(done.stderr)) == (1, True)
    assert "does not fit" in done.stderr


def test_the_audit_of_a_new_site_verifies(made: Site) -> None:
    done = made.run("verify-audit", "--json")
    assert (done.returncode, json.loads(done.stdout)) == (0, {"chains": 0, "links": 0, "broken": []})
    assert "0 entries in 0 chains" in made.run("verify-audit").stdout


def findings(site: Site) -> dict[str, str]:
    return {each["what"]: each["state"] for each in json.loads(site.run("doctor", "--json").stdout)}


def test_the_doctor_finds_a_new_site_well_but_for_the_contacts(made: Site) -> None:
    found = findings(made)
    assert {what for what, state in found.items() if state != "well"} == {"help contacts"}
    assert "never confirmed by this site" in made.run("doctor").stdout


def test_the_doctor_finds_a_folder_that_others_can_enter(made: Site) -> None:
    made.home.chmod(0o755)
    assert findings(made)["data folder"] == "attend to"


def test_the_doctor_finds_a_database_of_another_version(made: Site) -> None:
    (made.home / "made-by").write_text("another\n")
    assert findings(made)["tables"] == "attend to"


def remove(database: Path) -> None:
    database.unlink()


def spoil(database: Path) -> None:
    database.write_bytes(b"this is no database" * 1000)


def empty(database: Path) -> None:
    database.write_bytes(b"")


each_damage = pytest.mark.parametrize("damage", [remove, spoil, empty])


@each_damage
def test_the_doctor_still_says_everything_without_a_database(made: Site, damage: Callable[[Path], None]) -> None:
    damage(made.database)
    as_json, in_words = made.run("doctor", "--json"), made.run("doctor")
    assert (as_json.returncode, in_words.returncode) == (1, 1)
    assert "Traceback" not in as_json.stderr + in_words.stderr
    found = {each["what"]: each["state"] for each in json.loads(as_json.stdout)}
    assert "attend to" in (found["database"], found.get("keys"))
    assert {"data folder", "master key", "help contacts"} <= set(found)
    assert len(in_words.stdout.splitlines()) == len(found)


@each_damage
@pytest.mark.parametrize("command", [("verify-audit",), ("verify-audit", "--json"), ("doctor", "--mend")])
def test_what_needs_the_database_says_so_in_one_line(
    made: Site, damage: Callable[[Path], None], command: tuple[str, ...]
) -> None:
    damage(made.database)
    done = made.run(*command)
    assert (done.returncode, done.stdout, one_line(done.stderr)) == (1, "", True), done.stderr
    assert "The database cannot be used" in done.stderr


def test_a_damaged_key_file_is_one_line(made: Site) -> None:
    [secrets] = (made.home / "keys" / "00").glob("*.json")
    secrets.write_text("{")
    done = made.run("verify-audit")
    assert (done.returncode, one_line(done.stderr)) == (1, True), done.stderr
    assert "is damaged" in done.stderr


def test_the_doctor_names_the_row_of_the_sites_own_contacts(made: Site) -> None:
    columns = "country,kind,name,phone,sms,chat_url,hours,languages,source,verified,checked_on"
    (made.home / "contacts.csv").write_text(f"{columns}\nGB,crisis,,116 123,,,,,a.org,yes,\n")
    done = made.run("doctor")
    assert done.returncode == 1
    assert "contacts.csv cannot be used: row 2: name" in done.stdout
    assert findings(made)["own contacts"] == "attend to"
