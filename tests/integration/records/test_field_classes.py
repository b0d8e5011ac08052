"""Every field has a class, and the class is kept: what is clinical is sealed, and stays with its record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, models

from goalward.web.accounts.models import Person
from goalward.web.goals.models import Goal
from goalward.web.progress.models import Rating
from goalward.web.records.classes import (
    FieldClass,
    Sorted,
    UnsortedFieldError,
    class_of,
    exported_fields,
    field_classes,
)
from goalward.web.records.fields import EncryptedField
from goalward.web.records.models import Record, RecordRow
from tests.integration.records.full_record import holds_only_numbers

MODELS = list(apps.get_models(include_auto_created=True))
SEALED_CLASSES = (FieldClass.CLINICAL, FieldClass.PRIVATE)
SAYS_NOTHING_OF_CONTENT = (models.UUIDField, models.ForeignKey, models.DateTimeField, models.DateField)

Field = Any  # a model field; which of them is what the tests ask


def fields() -> Iterator[tuple[type[models.Model], Field]]:
    return ((model, field) for model in MODELS for field in model._meta.concrete_fields)


def clinical_fields() -> Iterator[tuple[type[models.Model], Field]]:
    return ((model, field) for model, field in fields() if class_of(model, field.name) in SEALED_CLASSES)


def clinical_models() -> set[type[models.Model]]:
    return {model for model, _ in clinical_fields()}


def is_free_text(field: Field) -> bool:
    return isinstance(field, EncryptedField) and not holds_only_numbers(field)


def columns_without_a_model() -> dict[str, set[str]]:
    of_models = {model._meta.db_table for model in MODELS}
    with connection.cursor() as cursor:
        return {
            f"table.{name}": {column.name for column in connection.introspection.get_table_description(cursor, name)}
            for name in connection.introspection.table_names(cursor)
            if name not in of_models
        }


@pytest.mark.django_db
def test_every_field_of_every_table_is_sorted_and_nothing_else_is() -> None:
    there = {model._meta.label: {field.name for field in model._meta.concrete_fields} for model in MODELS}
    sorted_here = {label: set(table.classes) for label, table in field_classes().items()}
    assert sorted_here == there | columns_without_a_model()


def test_codes_and_what_is_kept_back_are_fields_that_are_not_open() -> None:
    for label, table in field_classes().items():
        marked = table.codes | table.kept_back
        assert marked <= {name for name, each in table.classes.items() if each is not FieldClass.OPEN}, label


def test_what_is_clinical_is_sealed_unless_it_is_an_id_a_time_or_a_code() -> None:
    in_clear = [
        f"{model._meta.label}.{field.name}"
        for model, field in clinical_fields()
        if not isinstance(field, (EncryptedField, *SAYS_NOTHING_OF_CONTENT))
        and field.name not in field_classes()[model._meta.label].codes
    ]
    assert in_clear == []


def test_a_code_is_short_or_a_number() -> None:
    for model, field in fields():
        if field.name in field_classes()[model._meta.label].codes:
            assert isinstance(field, models.PositiveIntegerField) or (field.max_length or 1000) <= 40, field


def test_what_is_sealed_is_clinical_or_private() -> None:
    for model, field in fields():
        if isinstance(field, EncryptedField):
            assert class_of(model, field.name) in SEALED_CLASSES, field


def test_every_label_is_given_once() -> None:
    labels = [field.label for _, field in fields() if isinstance(field, EncryptedField)]
    assert len(labels) == len(set(labels)) > 0


def test_every_clinical_table_names_its_record() -> None:
    for model in clinical_models():
        assert "record_id" in {field.attname for field in model._meta.concrete_fields}, model


def test_no_foreign_key_leads_out_of_a_record() -> None:
    for model, field in fields():
        if issubclass(model, RecordRow) and field.is_relation:
            assert field.related_model is Record or issubclass(field.related_model, RecordRow), field


def test_every_clinical_text_carries_who_may_read_it() -> None:
    with_text = {model for model, field in clinical_fields() if is_free_text(field)}
    assert Goal in with_text
    for model in with_text:
        assert "audience" in {field.name for field in model._meta.concrete_fields}, model


def test_a_number_is_not_taken_for_words() -> None:
    assert not is_free_text(Rating._meta.get_field("value"))
    assert not is_free_text(Goal._meta.get_field("confidence"))
    assert is_free_text(Goal._meta.get_field("area"))


def test_a_field_that_nobody_sorted_has_no_class() -> None:
    with pytest.raises(UnsortedFieldError, match=r"goals\.Goal\.mood"):
        class_of(Goal, "mood")


def test_a_field_cannot_have_two_classes() -> None:
    with pytest.raises(UnsortedFieldError, match="two classes"):
        Sorted.read({"open": ["wording"], "clinical": ["wording"]})


def test_the_export_holds_what_tells_of_a_person_and_no_secret() -> None:
    assert exported_fields(Goal)[0] == "id"
    assert {"wording", "once", "record"}.isdisjoint(exported_fields(Goal))
    assert "email" in exported_fields(Person)
    assert "password" not in exported_fields(Person)
