"""The full archive of one person: one JSON file that another program can read, described by a JSON Schema."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib.resources import files
from typing import Any
from uuid import UUID

__all__ = ["Archive", "ArchiveError", "archive", "archive_name", "read_archive", "schema", "write_archive"]

FORMAT = "goalward.archive"
VERSION = 1
HEAD = ("format", "version", "made_at", "person", "record")
HALF_CHARACTER = re.compile("[\ud800-\udfff]")  # half of a pair: JSON can name it, UTF-8 cannot hold it

Row = Mapping[str, Any]


class ArchiveError(ValueError):
    """This is not an archive that can be read here, or not something that one can hold."""


@dataclass(frozen=True, slots=True)
class Archive:
    """All that is kept of one person, in plain JSON values; times and days in ISO 8601, times in UTC.

    ``lists`` holds the rows by the name of their list ("goals"); a row names the rows it belongs to by their ids.
    """

    made_at: datetime
    person: Row
    record: Row
    lists: Mapping[str, Sequence[Row]]


def archive(*, made_at: datetime, person: Row, record: Row, lists: Mapping[str, Iterable[Row]]) -> Archive:
    """Make an archive of rows as they are in memory. Raises ArchiveError for a value that JSON has no word for."""
    if taken := set(HEAD) & set(lists):
        raise ArchiveError(f"A list cannot be called {min(taken)!r}: the archive's own head uses that name.")
    moment = datetime.fromisoformat(_plain(made_at))
    rows = {name: [_plain(row) for row in each] for name, each in lists.items()}
    return Archive(moment, _plain(person), _plain(record), rows)


def archive_name(made_on: date) -> str:
    """The file's name. It says nothing of what is inside but where it is from and the day."""
    return f"goalward-export-{made_on.isoformat()}.json"


def write_archive(kept: Archive) -> str:
    """The archive as the text of its file. Words stand in it as they were typed."""
    head = dict(zip(HEAD, (FORMAT, VERSION, kept.made_at.isoformat(), kept.person, kept.record), strict=True))
    text = json.dumps({**head, **kept.lists}, ensure_ascii=False, indent=1, allow_nan=False)
    return HALF_CHARACTER.sub(lambda half: f"\\u{ord(half.group()):04x}", text) + "\n"


def read_archive(text: str) -> Archive:
    """Read what :func:`write_archive` wrote. Raises ArchiveError saying what is wrong with the file."""
    try:
        content = json.loads(text)
    except ValueError:
        raise ArchiveError("This file is not JSON. It may have been cut off or changed.") from None
    _check_head(content)
    lists = {name: each for name, each in content.items() if name not in HEAD}
    if not all(isinstance(each, list) and all(isinstance(row, dict) for row in each) for each in lists.values()):
        raise ArchiveError("A list of this archive is not a list of rows.")
    return Archive(_moment(content.get("made_at")), content["person"], content["record"], lists)


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the archive that this program writes."""
    source = files("goalward.exchange").joinpath(f"archive-{VERSION}.schema.json")
    described: dict[str, Any] = json.loads(source.read_text("utf-8"))
    return described


def _check_head(content: Any) -> None:
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise ArchiveError("This file is not an export of Goalward.")
    if content.get("version") != VERSION:
        raise ArchiveError(f"This archive has version {content.get('version')}. This program reads version {VERSION}.")
    if not isinstance(content.get("person"), dict) or not isinstance(content.get("record"), dict):
        raise ArchiveError("This archive does not say whose it is.")


def _moment(made_at: Any) -> datetime:
    try:
        moment = datetime.fromisoformat(made_at)
    except (TypeError, ValueError):
        raise ArchiveError("This archive does not say when it was made.") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _plain(value: Any) -> Any:
    """The same in JSON's own words."""
    match value:
        case Mapping():
            return {_name(name): _plain(each) for name, each in value.items()}
        case list() | tuple():
            return [_plain(each) for each in value]
        case date():
            return _iso(value)
        case UUID():
            return str(value)
        case None | str() | int():
            return value
        case float() if math.isfinite(value):
            return value
        case _:
            raise _unspeakable(value)


def _iso(when: date) -> str:
    if isinstance(when, datetime):
        if when.tzinfo is None:
            raise ArchiveError("A time in an archive needs its time zone.")
        return when.astimezone(UTC).isoformat()
    return when.isoformat()


def _name(name: Any) -> str:
    if isinstance(name, str):
        return name
    raise _unspeakable(name)


def _unspeakable(value: Any) -> ArchiveError:
    # The kind alone: the value may be somebody's words.
    return ArchiveError(f"An archive cannot hold a value of the kind {type(value).__name__}.")
