"""Ending a record: its rows, its person, its keys, and what lies about of them on this machine."""

from __future__ import annotations

import logging
from collections.abc import Callable
from email import message_from_bytes
from email.utils import getaddresses
from hashlib import sha256

from django.conf import settings
from django.core.cache import caches
from django.core.mail.message import sanitize_address
from django.db import connection, transaction
from django.utils.timezone import now

from goalward.web.accounts.models import Person
from goalward.web.accounts.queries import addresses_of
from goalward.web.audit.actions import audit
from goalward.web.records.models import Record
from goalward.web.records.sealing import keystore

log = logging.getLogger(__name__)
BETWEEN_LETTERS = b"-" * 79 + b"\n"  # as Django's file backend writes them; it may put two letters into one file


@transaction.atomic
def erase_record(*, by: Person) -> None:
    """Remove everything of this person but the two logs. Done again, it does nothing."""
    record = Record.objects.select_for_update().filter(person_id=by.pk).first()
    if record is None:
        return
    record_id, addresses = record.id, [by.email, *addresses_of(by).values_list("email", flat=True)]
    # The key first: whatever fails after it, nobody can read the record any more.
    _once_committed(lambda: keystore().destroy(record_id))
    _once_committed(lambda: burn_letters(addresses))
    _once_committed(lambda: forget_limits(addresses))
    _once_committed(forget_old_pages)
    audit(by=by, did="record.erased", to=record)
    record.delete()
    by.delete()


def _once_committed(do: Callable[[], None]) -> None:
    """The rows are gone then, whatever becomes of this; the doctor mends what did not work."""

    def attempt() -> None:
        try:
            do()
        except Exception:
            log.exception("Something of an erased record is left. Run: goalward doctor --mend")

    transaction.on_commit(attempt)


def burn_letters(addresses: list[str]) -> None:
    """A site without a mail server keeps its letters in the data folder: those to these addresses go too."""
    theirs = {sanitize_address(address, "utf-8").lower() for address in addresses}
    for path in settings.HOME.mail.glob("*.log"):
        letters = path.read_bytes().split(BETWEEN_LETTERS)
        others = [letter for letter in letters if theirs.isdisjoint(_addressed(letter))]
        if not b"".join(others).strip():
            path.unlink(missing_ok=True)
        elif len(others) < len(letters):
            path.write_bytes(BETWEEN_LETTERS.join(others))


def _addressed(letter: bytes) -> set[str]:
    return {address.lower() for _name, address in getaddresses(message_from_bytes(letter).get_all("to", []))}


def forget_limits(addresses: list[str]) -> None:
    """Limits on tries are kept under a digest of the address, which a guess could be tried against; they go too."""
    table = connection.ops.quote_name(caches.settings["default"]["LOCATION"])
    digests = [sha256(written.encode()).hexdigest() for address in addresses for written in {address, address.lower()}]
    with connection.cursor() as cursor:
        for digest in digests:
            cursor.execute(f"DELETE FROM {table} WHERE cache_key LIKE %s", [f"%{digest}%"])  # noqa: S608  # our own table
        cursor.execute(f"DELETE FROM {table} WHERE expires < %s", [connection.ops.adapt_datetimefield_value(now())])  # noqa: S608


def forget_old_pages() -> None:
    """SQLite's log of writes still holds the pages as they were before, email address included: empty it."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        connection.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
