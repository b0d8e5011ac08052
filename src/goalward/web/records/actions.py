"""Opening a record and ending it."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from goalward.web.accounts.models import Person
from goalward.web.audit.actions import audit
from goalward.web.records.models import Record
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


def records_without_key() -> set[UUID]:
    """Records that nobody can read: their keys are missing from the key store."""
    return set(Record.objects.values_list("id", flat=True)) - keystore().record_ids()


def orphan_keys() -> set[UUID]:
    """Keys without a record: left over when a sign-up failed or a process died between erasing and destroying."""
    return keystore().record_ids() - set(Record.objects.values_list("id", flat=True))
