"""What is kept in a record, counted and gathered."""

# ruff: noqa: SLF001 - _meta and _default_manager are Django's public names for a model's parts

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import models
from django.utils import timezone

from goalward.exchange import Archive, archive, what_happened
from goalward.messages import Message
from goalward.web.accounts.models import Person
from goalward.web.accounts.queries import addresses_of
from goalward.web.audit.queries import disclosures_of
from goalward.web.records.classes import exported_fields
from goalward.web.records.models import Record, RecordRow

LATEST = 50


@dataclass(frozen=True, slots=True)
class Kept:
    """How much a record holds, and since when."""

    since: datetime
    goals: int
    check_ins: int
    answered: int
    reflections: int


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that was done to a record, in words; ``times`` over, last ``at``."""

    at: datetime
    what: Message
    times: int = 1

    @property
    def on(self) -> date:
        """The day, where the reader is."""
        return timezone.localdate(self.at)


def kept_of(person: Person) -> Kept:
    record = person.record
    return Kept(
        since=record.opened_at,
        goals=record.goals.count(),
        check_ins=record.checkins.count(),
        answered=record.administrations.filter(on__isnull=False).count(),
        reflections=record.reflections.count(),
    )


def latest_happenings(person: Person) -> list[Happening]:
    """The latest fifty, newest first. What was done again on the same day is told once, with how often."""
    entries = disclosures_of(person.record.id)[:LATEST]
    each = [Happening(entry.at, what_happened(entry.did, by_you=entry.by == person.id)) for entry in entries]
    alike = (list(again) for _, again in groupby(each, key=lambda one: (one.on, one.what.id)))
    return [replace(again[0], times=len(again)) for again in alike]


def archive_of(person: Person) -> Archive:
    """Everything of this person that a field's class lets out: tables and fields that are new appear by themselves."""
    record = person.record
    tables: dict[str, models.QuerySet[Any]] = {
        "email_addresses": addresses_of(person),
        **{list_name(table): table._default_manager.filter(record=record).order_by("id") for table in record_tables()},
        "disclosures": disclosures_of(record.id),
    }
    lists = {name: [_row(each) for each in rows] for name, rows in tables.items()}
    return archive(made_at=timezone.now(), person=_row(person), record=_row(record), lists=lists)


def record_tables() -> list[type[RecordRow]]:
    """Every table whose rows belong to a record."""
    return [model for model in apps.get_models() if issubclass(model, RecordRow)]


def list_name(table: type[models.Model]) -> str:
    """Such as "goal_versions", for the wordings of goals."""
    return str(table._meta.verbose_name_plural).replace(" ", "_")


def _row(row: models.Model) -> dict[str, Any]:
    return {name: row.serializable_value(name) for name in exported_fields(row._meta.model)}


def is_gone(record_id: UUID) -> bool:
    return not Record.objects.filter(id=record_id).exists()
