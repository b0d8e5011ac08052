"""Erasure on a real site: no byte of the person is left in the data folder, and old copies stay shut."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.integration.records.canary_life import EMAIL, OTHER, WORDS, step
from tests.site_process import Site


@dataclass(frozen=True, slots=True)
class Story:
    """What was there before, what happened, and what is left."""

    before: dict[str, bytes]
    readable_before: dict[str, bool]
    erased: dict[str, Any]
    after: dict[str, bytes]
    readable_after: dict[str, bool]
    chain: dict[str, int]
    said: str


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@contextmanager
def another_reader(database: Path) -> Iterator[None]:
    """A process that keeps the database open, as a second worker would: then the log of writes outlives each step."""
    reading = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('SELECT 1 FROM accounts_person');"
    reader = subprocess.Popen(
        [sys.executable, "-c", f"{reading} print('open', flush=True); sys.stdin.read()", str(database)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert reader.stdout
    assert reader.stdout.readline() == b"open\n"
    try:
        yield
    finally:
        reader.communicate(b"")


def copied(database: Path, copy: Path) -> str:
    with sqlite3.connect(database) as source, sqlite3.connect(copy) as target:
        source.backup(target)
    source.close()
    target.close()
    return str(copy)


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    folder = tmp_path_factory.mktemp("site")
    site = Site(folder, port=0)
    assert site.run("init").returncode == 0
    with another_reader(site.database):
        _, said = step(site, "live")
        before = files_of(site.home)
        copy = copied(site.database, folder / "old copy.sqlite3")
        readable_before, _ = step(site, "can_read", copy)
        erased, said_then = step(site, "erase")
        after = files_of(site.home)
    readable_after, _ = step(site, "can_read", copy)
    chain, _ = step(site, "chain")
    return Story(before, readable_before, erased, after, readable_after, chain, said + said_then)


def holding(files: dict[str, bytes], text: str) -> set[str]:
    return {name for name, content in files.items() if text.encode() in content}


def test_before_the_site_knew_her(story: Story) -> None:
    """The control: the search finds what is there, in the log of writes and in her letter."""
    found = holding(story.before, EMAIL)
    assert "goalward.sqlite3-wal" in found
    assert any(name.startswith("mail/") for name in found)


def test_her_words_were_never_in_a_file_as_typed(story: Story) -> None:
    assert holding(story.before, WORDS) == set()


def test_she_looked_around_took_her_file_and_left(story: Story) -> None:
    assert story.erased["was in the export"]
    assert story.erased["statuses"] == [200, 200, 302]


def test_after_it_nothing_of_her_is_in_any_file(story: Story) -> None:
    assert holding(story.after, WORDS) | holding(story.after, EMAIL) == set()


def test_the_log_of_writes_was_there_to_be_searched(story: Story) -> None:
    assert story.after["goalward.sqlite3-wal"] == b""


def test_nothing_of_her_is_in_the_log_of_the_server(story: Story) -> None:
    assert EMAIL not in story.said
    assert WORDS not in story.said


def test_the_other_person_is_still_there(story: Story) -> None:
    found = holding(story.after, OTHER)
    assert "goalward.sqlite3" in found
    assert any(name.startswith("mail/") for name in found)


def test_an_old_copy_of_the_database_opens_for_the_other_and_not_for_her(story: Story) -> None:
    assert story.readable_before == {EMAIL: True, OTHER: True}
    assert story.readable_after == {EMAIL: False, OTHER: True}


def test_the_chain_still_holds(story: Story) -> None:
    assert story.chain == {"chains": 2, "broken": 0}
