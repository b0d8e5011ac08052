"""Opening a record, taking it along, and what must hold between records and their keys. See also ``erasure``."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from goalward.exchange import write_archive
from goalward.web.accounts.models import Person
from goalward.web.audit.actions import audit
from goalward.web.audit.queries import erased_among
from goalward.web.records.models import Record
from goalward.web.records.queries import archive_of
from goalward.web.records.sealing import keystore


@transaction.atomic
def open_record(*, by: Person) -> Record:
    """Open the person's own record, with its key. Returns the one they have if it is open already."""
    record, is_new = Record.objects.get_or_create(person=by)
    if is_new:
        # The key first: if the transaction fails, a key without a record is harmless and swept by the doctor.
        keystore().create(record.id)
        audit(by=by, did="record.opened", to=record)
    return record


@transaction.atomic
def export_record(*, by: Person) -> str:
    """The text of the file that a person takes with them. That they took it is the last thing in it."""
    audit(by=by, did="record.exported", to=by.record)
    return write_archive(archive_of(by))


def records_without_key() -> set[UUID]:
    """Records that nobody can read: their keys are missing from the key store."""
    return set(Record.objects.values_list("id", flat=True)) - keystore().record_ids()


def orphan_keys() -> set[UUID]:
    """Keys without a record: left over when a sign-up failed or a process died between erasing and destroying."""
    return keystore().record_ids() - set(Record.objects.values_list("id", flat=True))


def keys_of_erased_records() -> set[UUID]:
    """Orphan keys that the log says must be gone: destroying them did not work when their record was erased."""
    return erased_among(orphan_keys())


def sweep_orphan_keys() -> set[UUID]:
    """Destroy the keys of erased records; returns whose. Other orphans stay: this may be the wrong database."""
    left = keys_of_erased_records()
    for record_id in left:
        keystore().destroy(record_id)
    return left
