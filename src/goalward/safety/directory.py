"""Help contacts, read from a file that an operator may replace; a wrong row is refused by its number."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from importlib.resources import files

from goalward.messages import Message
from goalward.safety.links import sms_link, tel_link

__all__ = [
    "REVIEW_EVERY",
    "Contact",
    "ContactKind",
    "ContactsError",
    "contacts",
    "is_confirmed",
    "needs_review",
    "read_contacts",
]

# Numbers change: whoever runs the site looks at each again every six months.
REVIEW_EVERY = timedelta(days=183)

BYTE_ORDER_MARK = "\ufeff"  # spreadsheets put it before the first column


class ContactsError(ValueError):
    """A contacts file that cannot be used. The text names the row, as a spreadsheet counts it."""


class ContactKind(StrEnum):
    CRISIS = "crisis"
    EMERGENCY = "emergency"
    ABUSE = "abuse"
    EATING = "eating"
    CHILD = "child"

    @property
    def label(self) -> Message:
        return Message(f"safety.kind_{self}")


@dataclass(frozen=True, slots=True)
class Contact:
    """One number or service. A blank field was not confirmed; it does not mean "not offered".

    country: ISO 3166 code, with a subdivision ("GB-SCT") or "EU" for any member state.
    verified: "yes" when read in the source named, "reference" when taken from a second-hand list.
    checked_on: the day on which whoever runs this site dialled it or read the service's own page.
    """

    country: str
    kind: ContactKind
    name: str
    phone: str
    sms: str
    chat_url: str
    hours: str
    languages: str
    source: str
    verified: str
    checked_on: date | None


COLUMNS = tuple(field.name for field in fields(Contact))


def is_confirmed(contact: Contact) -> bool:
    """Has somebody at this site checked it? If not, a page says "not yet confirmed by this site"."""
    return contact.checked_on is not None


def needs_review(contact: Contact, today: date) -> bool:
    """Never checked, checked more than six months ago, or on a day that has not come yet."""
    return contact.checked_on is None or not timedelta(0) <= today - contact.checked_on <= REVIEW_EVERY


@cache
def contacts() -> tuple[Contact, ...]:
    """The contacts that come with the package."""
    return read_contacts(files("goalward.safety").joinpath("contacts.csv").read_text("utf-8").splitlines())


def read_contacts(lines: Iterable[str]) -> tuple[Contact, ...]:
    """Contacts from the lines of a CSV file whose columns are the fields of ``Contact``, in the file's order.

    Raises ContactsError naming the row that cannot be used. A file without a contact is refused too: a page of help
    with no number on it is worse than a site that says at its start what is wrong.
    """
    read = tuple(_contact(number, row) for number, row in _rows(lines))
    if not read:
        raise ContactsError("the file holds no contact")
    return read


def _rows(lines: Iterable[str]) -> Iterator[tuple[int, Mapping[str, str]]]:
    reader = csv.reader(lines, strict=True)
    try:
        header = [name.removeprefix(BYTE_ORDER_MARK) for name in next(reader, [])]
        if tuple(header) != COLUMNS:
            raise ContactsError(f"row 1: the columns must be {', '.join(COLUMNS)}")
        for number, cells in enumerate(reader, start=2):
            if any(cells):
                yield number, _named(number, cells)
    except csv.Error as broken:
        raise ContactsError(f"line {reader.line_num}: this is not a CSV file ({broken})") from broken


def _named(number: int, cells: list[str]) -> Mapping[str, str]:
    if len(cells) != len(COLUMNS):
        raise ContactsError(f"row {number}: {len(COLUMNS)} cells are needed, not {len(cells)}")
    return dict(zip(COLUMNS, (cell.strip() for cell in cells), strict=True))


def _contact(number: int, row: Mapping[str, str]) -> Contact:
    if trouble := next(_troubles(row), None):
        raise ContactsError(f"row {number}: {trouble}")
    texts = {name: text for name, text in row.items() if name not in ("kind", "checked_on")}
    return Contact(kind=ContactKind(row["kind"]), checked_on=_day(row["checked_on"]), **texts)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _is_day(text: str) -> bool:
    try:
        return re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) is not None and _day(text) is not None
    except ValueError:
        return False


# Column, what its cell must be, and the test for it.
_CELLS: tuple[tuple[str, str, Callable[[str], object]], ...] = (
    ("country", "a country code such as US, GB-SCT or EU", re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?").fullmatch),
    ("kind", f"one of {', '.join(ContactKind)}", lambda cell: cell in tuple(ContactKind)),
    ("name", "a name", bool),
    ("phone", "a phone number", lambda cell: not cell or tel_link(cell)),
    ("sms", "a number to text, or a word and a number such as START to 88788", lambda cell: not cell or sms_link(cell)),
    ("chat_url", "an address that starts with https://", lambda cell: not cell or re.match(r"https://[^/\s]", cell)),
    ("verified", "yes or reference", lambda cell: cell in ("yes", "reference")),
    ("checked_on", "a date such as 2026-11-22, or blank", lambda cell: not cell or _is_day(cell)),
)


def _troubles(row: Mapping[str, str]) -> Iterator[str]:
    yield from (f"{name} “{row[name]}” is not {what}" for name, what, fits in _CELLS if not fits(row[name]))
    if not (row["phone"] or row["sms"] or row["chat_url"]):
        yield "there is no phone number, no text number and no chat address"
    yield from _retired(row)


def _retired(row: Mapping[str, str]) -> Iterator[str]:
    """Why a number that still circulates must not be shown."""
    rows = tomllib.loads(files("goalward.safety").joinpath("retired.toml").read_text("utf-8"))["retired"]
    starts = {start: old["why"] for old in rows if row["country"].startswith(old["country"]) for start in old["starts"]}
    for number in (row["phone"], row["sms"]):
        digits = re.sub(r"[^0-9]", "", number)
        yield from (f"{number} must not be used: {why}" for start, why in starts.items() if digits.startswith(start))
