"""Two logs. Neither has a foreign key, so that neither blocks an erasure, and both outlive it."""

from __future__ import annotations

from django.db import models

from goalward.web.records.ids import new_row_id


class AuditEntry(models.Model):
    """One link of a record's chain. Never read by features, never changed, never removed (the database refuses)."""

    id = models.UUIDField(primary_key=True, default=new_row_id, editable=False)
    record_id = models.UUIDField()
    seq = models.PositiveIntegerField()
    at = models.DateTimeField()
    by = models.UUIDField()
    did = models.CharField(max_length=40)
    object_id = models.UUIDField()
    mac = models.BinaryField(max_length=32)

    class Meta:
        ordering = ["record_id", "seq"]
        constraints = [models.UniqueConstraint(fields=["record_id", "seq"], name="one_link_a_place")]


class Disclosure(models.Model):
    """Who looked at or changed what, for the client to read."""

    id = models.UUIDField(primary_key=True, default=new_row_id, editable=False)
    record_id = models.UUIDField()
    at = models.DateTimeField()
    by = models.UUIDField()
    did = models.CharField(max_length=40)
    object_id = models.UUIDField()

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["record_id", "-id"], name="disclosures_of_a_record")]
