"""An archive says everything once, in plain JSON, and can be read back."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from goalward.exchange import Archive, ArchiveError, archive, archive_name, read_archive, schema, write_archive

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
ROW_ID = UUID("019ab000-0000-7000-8000-000000000001")
PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
HEAD = {"format", "version", "made_at", "person", "record"}

# Half characters too, but no two halves side by side: JSON has one name for the pair and for the whole.
any_text = st.text(st.characters(exclude_categories=())).filter(lambda text: not PAIR.search(text))
moments = st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=45))]))
leaves = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | any_text
in_memory = leaves | st.uuids() | st.dates() | moments
values = st.recursive(
    in_memory, lambda inner: st.lists(inner) | st.dictionaries(any_text, inner) | st.tuples(inner), max_leaves=8
)
rows = st.dictionaries(any_text, values, max_size=4)
lists = st.dictionaries(any_text.filter(lambda name: name not in HEAD), st.lists(rows, max_size=3), max_size=3)


def made(**lists: Any) -> Archive:
    return archive(made_at=NOON, person={"email": "ana@example.org"}, record={"id": ROW_ID}, lists=lists)


def content(kept: Archive) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(write_archive(kept))
    return read


@given(made_at=moments, person=rows, record=rows, lists=lists)
def test_what_is_written_is_read_back(
    made_at: datetime, person: dict[str, Any], record: dict[str, Any], lists: dict[str, Any]
) -> None:
    kept = archive(made_at=made_at, person=person, record=record, lists=lists)
    text = write_archive(kept)
    assert read_archive(text) == kept
    assert text.encode("utf-8").decode("utf-8") == text
    assert write_archive(read_archive(text)) == text


@given(any_text)
def test_anas_words_are_in_it_exactly_as_typed(words: str) -> None:
    [goal] = content(made(goals=[{"wording": words}]))["goals"]
    assert goal == {"wording": words}


def test_words_of_any_script_can_be_read_in_the_file_itself() -> None:
    assert "spać spokojnie · أنام" in write_archive(made(goals=[{"wording": "spać spokojnie · أنام"}]))


def test_times_are_in_utc_and_days_stay_days() -> None:
    in_kathmandu = datetime(2026, 11, 22, 1, tzinfo=timezone(timedelta(hours=5, minutes=45)))
    [row] = content(made(ratings=[{"created_at": in_kathmandu, "on": date(2026, 11, 22), "id": ROW_ID}]))["ratings"]
    assert row == {"created_at": "2026-11-21T19:15:00+00:00", "on": "2026-11-22", "id": str(ROW_ID)}


def test_it_says_what_it_is_and_when_it_was_made() -> None:
    assert {name: content(made())[name] for name in ("format", "version", "made_at")} == {
        "format": "goalward.archive",
        "version": 1,
        "made_at": "2026-11-22T12:00:00+00:00",
    }


def test_a_list_cannot_take_a_name_of_the_head() -> None:
    with pytest.raises(ArchiveError, match="person"):
        made(person=[])


@pytest.mark.parametrize("value", [b"sealed", float("nan"), float("inf"), {1, 2}, {1: "one"}, object()])
def test_a_value_that_json_has_no_word_for_is_refused_and_not_shown(value: object) -> None:
    with pytest.raises(ArchiveError, match="of the kind") as caught:
        made(goals=[{"wording": value}])
    assert "sealed" not in str(caught.value)


def test_a_time_without_its_zone_is_refused() -> None:
    nowhere = NOON.replace(tzinfo=None)
    with pytest.raises(ArchiveError, match="time zone"):
        made(goals=[{"created_at": nowhere}])
    with pytest.raises(ArchiveError, match="time zone"):
        archive(made_at=nowhere, person={}, record={}, lists={})


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{", "not JSON"),
        ("[]", "not an export"),
        ('{"format": "another"}', "not an export"),
        ('{"format": "goalward.archive", "version": 2}', "version 2"),
        ('{"format": "goalward.archive", "version": 1, "person": 1, "record": {}}', "whose"),
        ('{"format": "goalward.archive", "version": 1, "person": {}}', "whose"),
        ('{"format": "goalward.archive", "version": 1, "person": {}, "record": {}}', "when"),
        ('{"format": "goalward.archive", "version": 1, "person": {}, "record": {}, "made_at": "noon"}', "when"),
        ('{"format": "goalward.archive", "version": 1, "person": {}, "record": {}, "goals": {}}', "rows"),
        ('{"format": "goalward.archive", "version": 1, "person": {}, "record": {}, "goals": [1]}', "rows"),
    ],
)
def test_a_file_that_is_no_archive_says_what_is_wrong(text: str, why: str) -> None:
    with pytest.raises(ArchiveError, match=why):
        read_archive(text)


def test_a_time_that_lost_its_zone_in_an_editor_is_read_as_utc() -> None:
    text = write_archive(made()).replace("+00:00", "")
    assert read_archive(text).made_at == NOON


def test_the_schema_is_a_schema_and_knows_this_version() -> None:
    Draft202012Validator.check_schema(schema())
    assert schema()["properties"]["version"] == {"const": 1}


def test_the_schema_refuses_an_archive_without_its_lists() -> None:
    missing = {error.message for error in Draft202012Validator(schema()).iter_errors(content(made()))}
    assert "'goals' is a required property" in missing


def test_every_name_in_the_schema_is_described() -> None:
    def undescribed(part: dict[str, Any]) -> list[str]:
        named = part.get("properties", {})
        here = [name for name, each in named.items() if not {"description", "const"} & set(each)]
        inner = [part["items"]] if "items" in part else []
        return here + [name for each in [*named.values(), *inner] for name in undescribed(each)]

    assert undescribed(schema()) == []


def test_the_file_is_named_after_the_day() -> None:
    assert archive_name(date(2026, 3, 7)) == "goalward-export-2026-03-07.json"


def test_the_reference_page_names_every_list_of_the_schema() -> None:
    page = (Path(__file__).parents[3] / "docs/reference/archive.md").read_text("utf-8")
    assert set(re.findall(r"^\| `(\w+)`", page, re.MULTILINE)) == set(schema()["properties"]) - HEAD
