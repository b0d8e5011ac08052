"""A record with a canary in every sealed field of every table, so that a new field is filled by itself."""

from __future__ import annotations

from typing import Any, get_args
from uuid import uuid4

from django.db import models, transaction

from goalward.web.accounts.models import Person
from goalward.web.audit.actions import audit
from goalward.web.records.fields import EncryptedField
from goalward.web.records.models import RecordRow
from goalward.web.records.queries import record_tables


def fill(person: Person, canary: str) -> None:
    """One row of every table of the record, each sealed field holding ``canary`` (or 7 where only numbers go)."""
    made: dict[type[models.Model], RecordRow] = {}
    with transaction.atomic():
        for table in in_order(record_tables()):
            made[table] = table._default_manager.create(
                **{
                    field.name: value
                    for field in table._meta.concrete_fields
                    if (value := content(field, person, made, canary)) is not None
                }
            )
            audit(by=person, did="checked.in", to=made[table])


def in_order(tables: list[type[RecordRow]]) -> list[type[RecordRow]]:
    """Tables that others point at first."""
    ordered: list[type[RecordRow]] = []
    while waiting := [table for table in tables if table not in ordered]:
        ordered += [table for table in waiting if points_at(table).issubset(ordered)]
    return ordered


def points_at(table: type[RecordRow]) -> set[Any]:
    return {
        field.related_model for field in table._meta.concrete_fields if field.is_relation and field.name != "record"
    }


def content(field: Any, person: Person, made: dict[type[models.Model], RecordRow], canary: str) -> Any:
    if field.name == "record":
        return person.record
    if field.is_relation:
        return made[field.related_model]
    if isinstance(field, EncryptedField):
        return 7 if holds_only_numbers(field) else canary
    if isinstance(field, models.DateField) and not isinstance(field, models.DateTimeField):
        return person.today()
    if isinstance(field, models.PositiveIntegerField):
        return 1
    return uuid4() if field.name in {"author", "once"} else None


def holds_only_numbers(field: Any) -> bool:
    held = get_args(field.__orig_class__)
    return {int, type(None)}.issuperset(get_args(held[0]) or held)
