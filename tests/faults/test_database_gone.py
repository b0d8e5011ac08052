"""When the database is gone, Help now is there, nothing typed is lost, and nobody has to restart anything."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.site_process import Site, free_port, serving

WORDS = "what I typed while it was gone & <b>more</b>"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    site = Site(tmp_path_factory.mktemp("faults"), free_port())
    with serving(site):
        yield site


@pytest.fixture(scope="module")
def cookie(site: Site) -> str:
    """Ana's, signed in before anything went wrong."""
    seeded = json.loads(site.python("tests.journeys.seed", "one_goal"))
    return f"{seeded['cookie']}={seeded['session']}"


@contextmanager
def absent(database: Path) -> Iterator[None]:
    """Moved away with its write-ahead log."""
    away = database.parent / "away"
    away.mkdir()
    moved = [path.replace(away / path.name) for path in database.parent.glob(f"{database.name}*")]
    yield
    for path in moved:
        path.replace(database.parent / path.name)
    away.rmdir()


@contextmanager
def unreadable(database: Path) -> Iterator[None]:
    """Something else stands in its place. (Permissions would not stop a test that runs as root.)"""
    with absent(database):
        database.write_bytes(b"this is no database" * 1000)
        yield
        database.unlink()


@contextmanager
def a_folder(database: Path) -> Iterator[None]:
    with absent(database):
        database.mkdir()
        yield
        shutil.rmtree(database)


@contextmanager
def locked(database: Path) -> Iterator[None]:
    """Another process writes and does not come to an end. Readers go on: the write-ahead log lets them."""
    holder = sqlite3.connect(database, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        holder.execute("ROLLBACK")
        holder.close()


FAULTS: list[Callable[[Path], AbstractContextManager[None]]] = [absent, unreadable, a_folder, locked]
each_fault = pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
gone = pytest.mark.parametrize("fault", FAULTS[:3], ids=lambda fault: fault.__name__)


def ask(url: str, *, cookie: str = "", fields: dict[str, str] | None = None) -> tuple[int, str]:
    origin = url.rpartition("/")[0] if fields is None else "/".join(url.split("/")[:3])
    headers = {"Cookie": cookie, "Origin": origin, "Sec-Fetch-Site": "same-origin"}
    body = urlencode(fields).encode() if fields is not None else None
    request = urllib.request.Request(url, body, headers)  # noqa: S310  # loopback
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


@each_fault
def test_help_now_is_there_for_anyone(
    site: Site, cookie: str, fault: Callable[..., AbstractContextManager[None]]
) -> None:
    with fault(site.database):
        for who in ("", cookie):
            status, page = ask(f"{site.url}/help-now/", cookie=who)
            assert (status, "tel:988" in page) == (200, True)
            assert ask(f"{site.url}/leave/", cookie=who)[0] == 200


@each_fault
def test_the_first_page_still_reads_goals(site: Site, fault: Callable[..., AbstractContextManager[None]]) -> None:
    with fault(site.database):
        assert ask(f"{site.url}/")[0] == 200
        status, page = ask(f"{site.url}/read/", fields={"goal": "walk with Sam on Tuesdays"})
    assert (status, "<mark>" in page) == (200, True)


@gone
def test_a_page_that_needs_the_database_says_so_with_help_beside_it_and_heals(
    site: Site, cookie: str, fault: Callable[..., AbstractContextManager[None]]
) -> None:
    with fault(site.database):
        status, page = ask(f"{site.url}/goals/", cookie=cookie)
        assert status == 503
        assert "tel:988" in page
        assert "Traceback" not in page
    assert ask(f"{site.url}/goals/", cookie=cookie)[0] == 200


@pytest.fixture
def form(site: Site, cookie: str) -> tuple[str, dict[str, str]]:
    """The check-in form as it stands in her browser: cookies, and fields with what she typed."""
    request = urllib.request.Request(f"{site.url}/check-in/", headers={"Cookie": cookie})  # noqa: S310  # loopback
    with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
        page, token = answer.read().decode(), answer.headers["Set-Cookie"].partition(";")[0]
    hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))
    return f"{cookie}; {token}", {**hidden, "feelings": WORDS, "password": "secret"}


@each_fault
def test_what_was_typed_comes_back_to_be_sent_again(
    site: Site, form: tuple[str, dict[str, str]], fault: Callable[..., AbstractContextManager[None]]
) -> None:
    cookies, fields = form
    with fault(site.database):
        status, page = ask(f"{site.url}/check-in/", cookie=cookies, fields=fields)
    assert status == 503
    assert "what I typed while it was gone &amp; &lt;b&gt;more&lt;/b&gt;" in page
    assert 'action="/check-in/"' in page
    assert "secret" not in page
    assert ask(f"{site.url}/check-in/", cookie=cookies, fields=fields)[0] == 200  # sent again, saved, shown


def test_while_another_writes_pages_can_still_be_read(site: Site, cookie: str) -> None:
    with locked(site.database):
        assert ask(f"{site.url}/goals/", cookie=cookie)[0] == 200


def test_a_server_started_without_its_database_still_serves_help(tmp_path: Path) -> None:
    site = Site(tmp_path, free_port())
    assert site.run("init").returncode == 0
    with absent(site.database), serving(site):
        assert ask(f"{site.url}/help-now/")[0] == 200


def test_the_log_of_all_this_holds_no_content(site: Site) -> None:
    log = (site.folder / "server.log").read_text()
    assert "what I typed" not in log
    assert not re.search(r"OperationalError: ", log)
