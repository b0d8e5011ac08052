"""What was done to a record, for the person whose record it is. The chain itself is read by no page."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from goalward.web.audit.models import Disclosure


def disclosures_of(record_id: UUID) -> QuerySet[Disclosure]:
    """Newest first."""
    return Disclosure.objects.filter(record_id=record_id)


def erased_among(record_ids: set[UUID]) -> set[UUID]:
    """Which of these records were erased by their person."""
    erased = Disclosure.objects.filter(record_id__in=record_ids, did="record.erased")
    return set(erased.values_list("record_id", flat=True))
