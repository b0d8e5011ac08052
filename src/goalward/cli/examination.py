"""What the doctor looks at. Each finding is "well", or "attend to" with what to do."""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict, dataclass

from goalward.web.config.home import Home
from goalward.web.config.stamp import code_stamp, made_stamp


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    what: str
    state: str
    says: str

    def as_dict(self) -> dict[str, str]:
        return asdict(self)


def examine(home: Home) -> list[Finding]:
    """Everything the doctor looks at, in order. Needs Django to be set up."""
    database = list(_database(home))
    can_be_asked = database[0].state == "well"
    return [*_files(home), *database, *(_keys() if can_be_asked else ()), *_contacts(home)]


def _finding(what: str, trouble: str, otherwise: str) -> Finding:
    return Finding(what, "attend to" if trouble else "well", trouble or otherwise)


def _files(home: Home) -> Iterator[Finding]:
    is_open = stat.S_IMODE(home.folder.stat().st_mode) & 0o077
    yield _finding(
        "data folder", f"others can enter it. Run: chmod 700 {home.folder}" if is_open else "", str(home.folder)
    )
    yield Finding("master key", "well", str(home.master_key_file))


def _database(home: Home) -> Iterator[Finding]:
    try:
        with closing(sqlite3.connect(f"file:{home.database}?mode=ro", uri=True)) as database:
            damage = database.execute("PRAGMA quick_check").fetchone()[0]
    except sqlite3.Error as error:
        yield Finding("database", "attend to", f"it does not open ({error}). Put it back from a backup.")
        return
    yield _finding(
        "database", "" if damage == "ok" else "it is damaged. Put it back from a backup.", "it opens and is whole"
    )
    is_current = made_stamp(home) == code_stamp()
    yield _finding("tables", "" if is_current else "they are of another version. Run: goalward init", "up to date")


def _keys() -> Iterator[Finding]:
    from django.db import DatabaseError  # noqa: PLC0415

    from goalward.web.records.actions import (  # noqa: PLC0415
        keys_of_erased_records,
        orphan_keys,
        records_without_key,
    )

    try:
        lost, erased, orphans = records_without_key(), keys_of_erased_records(), orphan_keys()
    except DatabaseError as error:
        yield Finding(
            "keys", "attend to", f"the records cannot be read ({error}). Put the database back from a backup."
        )
        return
    yield _finding(
        "keys", f"{len(lost)} records have no key: put the key store back." if lost else "", "every record has its key"
    )
    trouble = f"{len(erased)} keys of erased records are still there. Run: goalward doctor --mend"
    yield _finding("keys of erased records", trouble if erased else "", "none is left")
    others = len(orphans - erased)
    says = f"{others} keys belong to no record here: a sign-up failed, or this database is not the newest."
    yield Finding("other keys", "well", says if others else "none")


def _contacts(home: Home) -> Iterator[Finding]:
    from goalward.safety import contacts, is_confirmed  # noqa: PLC0415
    from goalward.web.safety.help_now import own_contacts  # noqa: PLC0415

    own, why = own_contacts()
    trouble = f"{home.contacts} cannot be used: {why}. Until it is mended, the packaged list is shown."
    yield _finding("own contacts", trouble if why else "", "in use" if own else "none: the packaged list is shown")
    unconfirmed = [contact for contact in own or contacts() if not is_confirmed(contact)]
    trouble = f"{len(unconfirmed)} help contacts were never confirmed by this site. Call or read each, then date it."
    yield _finding("help contacts", trouble if unconfirmed else "", "all confirmed")
