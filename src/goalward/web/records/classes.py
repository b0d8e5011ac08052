"""How private each field is: the reader of ``field_classes.toml``."""

# ruff: noqa: SLF001 - _meta is Django's public name for what a model consists of

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Self

from django.db import models


class FieldClass(StrEnum):
    """D0 to D3: open to all, identity, clinical, and private to its writer."""

    OPEN = "open"
    IDENTITY = "identity"
    CLINICAL = "clinical"
    PRIVATE = "private"


class UnsortedFieldError(Exception):
    """A field has no class, or two."""


@dataclass(frozen=True, slots=True)
class Sorted:
    """The fields of one table by class; of these, which are codes in clear, and which the export leaves out."""

    classes: MappingProxyType[str, FieldClass]
    codes: frozenset[str]
    kept_back: frozenset[str]

    @classmethod
    def read(cls, table: dict[str, list[str]]) -> Self:
        pairs = [(name, each) for each in FieldClass for name in table.get(each, [])]
        if len(dict(pairs)) < len(pairs):
            raise UnsortedFieldError(f"A field has two classes: {sorted(name for name, _ in pairs)}")
        return cls(
            MappingProxyType(dict(pairs)), frozenset(table.get("codes", [])), frozenset(table.get("kept_back", []))
        )


@cache
def field_classes() -> MappingProxyType[str, Sorted]:
    """Every sorted table, by its model's label ("goals.Goal") or as "table.<name>"."""
    source = files("goalward.web.records").joinpath("field_classes.toml")
    apps: dict[str, Any] = tomllib.loads(source.read_text("utf-8"))
    return MappingProxyType(
        {f"{app}.{name}": Sorted.read(table) for app, tables in apps.items() for name, table in tables.items()}
    )


def class_of(model: type[models.Model], field: str) -> FieldClass:
    """Raises UnsortedFieldError for a field that nobody has sorted."""
    try:
        return field_classes()[model._meta.label].classes[field]
    except KeyError:
        raise UnsortedFieldError(f"{model._meta.label}.{field} is not in field_classes.toml") from None


def exported_fields(model: type[models.Model]) -> list[str]:
    """What a person takes with them of a row: every field that tells of them, unless it is kept back."""
    kept_back = field_classes()[model._meta.label].kept_back
    return [
        field.name
        for field in model._meta.concrete_fields
        if class_of(model, field.name) is not FieldClass.OPEN and field.name not in kept_back
    ]
