"""What is sealed for one row of one record opens nowhere else."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from django.core.exceptions import FieldError
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goalward.web.accounts.models import Person
from goalward.web.goals.models import Goal, GoalVersion
from goalward.web.records.sealing import CannotOpenError, keystore, open_value, seal

pytestmark = pytest.mark.django_db
HOPE = "sleep through till six"


def goal_of(person: Person, wording: str = HOPE) -> GoalVersion:
    goal = Goal.objects.create(record=person.record)
    return GoalVersion.objects.create(record=person.record, goal=goal, number=1, author=person.id, wording=wording)


def stored_bytes(version: GoalVersion, column: str = "wording") -> bytes:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM goals_goalversion WHERE id = %s", [version.id.hex])  # noqa: S608
        return bytes(cursor.fetchone()[0])


def store_bytes(version: GoalVersion, value: bytes, column: str = "wording") -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE goals_goalversion SET {column} = %s WHERE id = %s", [value, version.id.hex])  # noqa: S608


def test_ana_reads_her_words_as_she_wrote_them(ana: Person) -> None:
    version = goal_of(ana)
    assert GoalVersion.objects.get(id=version.id).wording == HOPE


def test_the_database_holds_nothing_a_thief_could_read(ana: Person) -> None:
    assert b"sleep" not in stored_bytes(goal_of(ana))


def test_the_same_words_look_different_each_time(ana: Person) -> None:
    assert stored_bytes(goal_of(ana)) != stored_bytes(goal_of(ana))


def test_a_rating_of_ten_is_as_long_as_a_rating_of_three() -> None:
    row, record = uuid4(), uuid4()
    keystore().create(record)
    sizes = {len(seal("rating.value", value, row_id=row, record_id=record)) for value in range(11)}
    assert len(sizes) == 1


def test_words_copied_into_another_row_do_not_open(ana: Person) -> None:
    first, second = goal_of(ana), goal_of(ana, "another hope")
    store_bytes(second, stored_bytes(first))
    with pytest.raises(CannotOpenError):
        _ = GoalVersion.objects.get(id=second.id).wording


def test_words_copied_into_another_field_of_the_row_do_not_open(ana: Person) -> None:
    version = goal_of(ana)
    store_bytes(version, stored_bytes(version), "note")
    with pytest.raises(CannotOpenError):
        _ = GoalVersion.objects.get(id=version.id).note


def test_words_copied_into_a_strangers_record_do_not_open(ana: Person, sam: Person) -> None:
    hers, his = goal_of(ana), goal_of(sam)
    store_bytes(his, stored_bytes(hers))
    with pytest.raises(CannotOpenError):
        _ = GoalVersion.objects.get(id=his.id).wording


@given(place=st.integers(0, 10_000), change=st.integers(1, 255))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_one_changed_byte_anywhere_fails_closed(place: int, change: int) -> None:
    row, record = UUID(int=1), UUID(int=2)
    if record not in keystore().record_ids():
        keystore().create(record)
    sealed = bytearray(seal("goal.area", "sleep", row_id=row, record_id=record))
    sealed[place % len(sealed)] ^= change
    with pytest.raises(CannotOpenError):
        open_value("goal.area", bytes(sealed), row_id=row, record_id=record)


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=5))
@settings(max_examples=60)
def test_any_value_comes_back_as_it_was(value: object) -> None:
    row, record = UUID(int=3), UUID(int=4)
    if record not in keystore().record_ids():
        keystore().create(record)
    assert open_value("a.b", seal("a.b", value, row_id=row, record_id=record), row_id=row, record_id=record) == value


def test_an_encrypted_field_cannot_be_changed_behind_its_row(ana: Person) -> None:
    goal_of(ana)
    with pytest.raises(FieldError, match="on its row"):
        GoalVersion.objects.update(wording="plain text")


def test_an_encrypted_field_cannot_be_searched(ana: Person) -> None:
    with pytest.raises(FieldError, match="searched"):
        GoalVersion.objects.filter(wording=HOPE).exists()


def test_an_encrypted_field_is_not_serialised_by_accident(ana: Person) -> None:
    version = goal_of(ana)
    with pytest.raises(FieldError, match="export"):
        version._meta.get_field("wording").value_to_string(version)


def test_a_skipped_question_is_nothing_not_an_empty_secret(ana: Person) -> None:
    assert Goal.objects.create(record=ana.record).feeling is None


def test_a_field_left_out_of_a_query_opens_when_it_is_read(ana: Person) -> None:
    version = goal_of(ana)
    assert GoalVersion.objects.defer("wording").get(id=version.id).wording == HOPE


def test_saving_a_row_again_keeps_what_was_never_opened(ana: Person) -> None:
    version = goal_of(ana)
    before = stored_bytes(version)
    GoalVersion.objects.get(id=version.id).save()
    assert stored_bytes(version) == before


def test_many_rows_written_at_once_are_sealed_too(ana: Person) -> None:
    goal = Goal.objects.create(record=ana.record)
    rows = [
        GoalVersion(record=ana.record, goal=goal, number=number, author=ana.id, wording=f"words {number}")
        for number in (1, 2)
    ]
    GoalVersion.objects.bulk_create(rows)
    assert [version.wording for version in goal.versions.all()] == ["words 1", "words 2"]


def test_when_the_key_is_destroyed_the_words_are_gone(ana: Person) -> None:
    version = goal_of(ana)
    keystore().destroy(ana.record.id)
    with pytest.raises(CannotOpenError):
        _ = GoalVersion.objects.get(id=version.id).wording


def test_after_a_new_key_old_words_still_open(ana: Person) -> None:
    version = goal_of(ana)
    keystore().create(ana.record.id, "client")
    old = GoalVersion.objects.get(id=version.id)
    assert old.wording == HOPE
    newer = goal_of(ana, "newer words")
    assert stored_bytes(newer)[1:17] != stored_bytes(version)[1:17]


def test_the_error_says_neither_words_nor_keys(ana: Person, sam: Person) -> None:
    hers, his = goal_of(ana), goal_of(sam)
    store_bytes(his, stored_bytes(hers))
    with pytest.raises(CannotOpenError) as caught:
        _ = GoalVersion.objects.get(id=his.id).wording
    assert HOPE not in str(caught.value)
    assert caught.value.__cause__ is None
