"""The record, and what every row in it has."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.conf import settings
from django.db import models

from goalward.alliance.visibility import Audience
from goalward.web.records.ids import new_row_id


class Record(models.Model):
    """All that one client keeps here. Its id is random and says nothing about when it was opened."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="record")
    opened_at = models.DateTimeField(auto_now_add=True)

    person_id: UUID


class RecordRow(models.Model):
    """A row of a record. It names the record itself, never only through another row."""

    id = models.UUIDField(primary_key=True, default=new_row_id, editable=False)
    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="%(class)ss")
    created_at = models.DateTimeField(auto_now_add=True)

    record_id: UUID

    class Meta:
        abstract = True


class WordsRow(RecordRow):
    """A row with free text: it carries who may read it, decided before writing."""

    audience = models.CharField(max_length=20, default=Audience.ONLY_ME.value)

    class Meta:
        abstract = True
