"""Writing both logs, in the transaction of the change that they tell of."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from goalward.web.accounts.models import Person
from goalward.web.audit.anchors import anchor
from goalward.web.audit.chain import START, Link, link_mac
from goalward.web.audit.models import AuditEntry, Disclosure


class OutsideTransactionError(Exception):
    """An audit row was written apart from its change."""


def audit(*, by: Person, did: str, to: Any) -> None:
    """Note that ``by`` did ``did`` ("goal.reworded") to a record or a row of one.

    Raises OutsideTransactionError unless called inside the transaction of the change.
    """
    if not connection.in_atomic_block:
        raise OutsideTransactionError(did)
    record_id: UUID = getattr(to, "record_id", None) or to.id
    last = AuditEntry.objects.filter(record_id=record_id).order_by("-seq").values_list("seq", "mac").first()
    seq, previous = last or (0, START)
    link = Link(record_id=record_id, seq=seq + 1, at=timezone.now(), by=by.id, did=did, object_id=to.id)
    mac = link_mac(bytes(previous), link)
    AuditEntry.objects.create(**link.as_columns(), mac=mac)
    Disclosure.objects.create(record_id=record_id, at=link.at, by=by.id, did=did, object_id=to.id)
    transaction.on_commit(lambda: anchor(record_id, link.seq, mac))
