"""The encrypted model field: plain in Python, sealed in the database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from django.core.exceptions import FieldError
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from goalward.web.records.sealing import BLOCK, Sealed, open_value, seal

Value = TypeVar("Value")

if TYPE_CHECKING:

    class Column(models.BinaryField[Value, Value]):
        """What a type checker sees: read and written as the value, not as bytes."""

else:

    class Column(models.BinaryField, Generic[Value]):
        """What runs: Django's column of bytes."""


class EncryptedField(Column[Value]):
    """Holds any JSON value of a row that has ``id`` and ``record_id``. None is stored as NULL.

    ``label`` names the field for good ("goal_version.wording"): it is authenticated with each value, so renaming a
    table or a column breaks nothing, and changing the label makes old values unreadable. ``block``: values of any
    length up to this many bytes look alike.
    """

    def __init__(self, *, label: str, block: int = BLOCK, **options: Any) -> None:
        self.label, self.block = label, block
        super().__init__(**{"null": True, "blank": True, "editable": False, **options})

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, args, options = super().deconstruct()
        own = {"label": self.label} | ({} if self.block == BLOCK else {"block": self.block})
        return str(name), path, list(args), {**options, **own}

    def contribute_to_class(self, cls: type[models.Model], name: str, private_only: bool = False) -> None:
        super().contribute_to_class(cls, name, private_only)
        setattr(cls, self.attname, Opened[Value](self))

    def from_db_value(self, value: bytes | None, *_: object) -> Sealed | None:
        return None if value is None else Sealed(value)

    def pre_save(self, model_instance: models.Model, add: bool) -> Sealed | None:
        value = model_instance.__dict__.get(self.attname)
        if value is None or isinstance(value, Sealed):
            return value
        row: Any = model_instance
        return seal(self.label, value, row_id=row.pk, record_id=row.record_id, block=self.block)

    def get_db_prep_value(self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False) -> Any:
        # Without its row a value cannot be bound, so .update(), bulk_update() and lookups are refused here.
        if value is not None and not isinstance(value, Sealed):
            raise FieldError(f"{self.label} is encrypted: change it on its row and save the row.")
        return super().get_db_prep_value(value, connection, prepared)

    def get_lookup(self, lookup_name: str) -> Any:
        if lookup_name != "isnull":
            raise FieldError(f"{self.label} is encrypted: it cannot be searched in the database.")
        return super().get_lookup(lookup_name)

    def value_to_string(self, obj: models.Model) -> str:
        raise FieldError(f"{self.label} is encrypted: use the export, not the serialiser.")


class Opened(Generic[Value]):
    """Opens a value when it is first read, and keeps it on the row."""

    def __init__(self, field: EncryptedField[Value]) -> None:
        self.field = field

    def __get__(self, row: Any, owner: object = None) -> Any:
        if row is None:
            return self.field
        name = self.field.attname
        if name not in row.__dict__:
            row.refresh_from_db(fields=[name])
        value = row.__dict__[name]
        if isinstance(value, Sealed):
            value = open_value(self.field.label, value, row_id=row.pk, record_id=row.record_id)
            row.__dict__[name] = value
        return value

    def __set__(self, row: Any, value: Value) -> None:
        row.__dict__[self.field.attname] = value
