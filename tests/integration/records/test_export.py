"""Ana takes everything with her, and nobody else does."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.apps import apps
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from jsonschema import Draft202012Validator, FormatChecker

from goalward.exchange import read_archive, schema
from goalward.web.accounts.models import Person
from goalward.web.audit.models import AuditEntry
from goalward.web.goals.drafts import begin_draft
from goalward.web.records.actions import export_record
from goalward.web.records.classes import exported_fields
from goalward.web.records.queries import archive_of, list_name, record_tables
from tests.integration.records.conftest import give_password_again
from tests.integration.records.full_record import fill

pytestmark = pytest.mark.django_db
ADDRESS = "/record/export/"
HOPE = "spać spokojnie\n\t“till six” <b>&</b> \u202eأنام 🌙 e\u0301"


def content(client: Client) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(client.post(ADDRESS).content)
    return read


def test_ana_gets_a_page_that_says_what_she_will_get(ana_herself: Client) -> None:
    response = ana_herself.get(ADDRESS)
    assert response.status_code == 200
    assert "Nothing in the file is locked" in response.content.decode()


@time_machine.travel("2026-11-22T23:30:00Z", tick=False)
def test_she_gets_one_file_named_after_her_own_day(as_ana: Client) -> None:
    give_password_again(as_ana)
    response = as_ana.post(ADDRESS)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/json; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="goalward-export-2026-11-23.json"'


def test_the_file_is_not_kept_and_nothing_in_it_runs(ana_herself: Client) -> None:
    response = ana_herself.post(ADDRESS)
    assert response["Cache-Control"] == "no-store"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_her_words_are_in_it_exactly_as_typed(ana: Person, ana_herself: Client) -> None:
    goal = begin_draft(by=ana, wording=HOPE)
    file = content(ana_herself)
    assert [(row["goal"], row["wording"]) for row in file["goal_versions"]] == [(str(goal.id), HOPE)]
    assert file["goals"][0]["id"] == str(goal.id)


def test_every_field_that_tells_of_her_is_in_it(ana: Person) -> None:
    fill(ana, "canary")
    kept = archive_of(ana)
    for table in record_tables():
        [row] = kept.lists[list_name(table)]
        assert set(row) == set(exported_fields(table))
        assert "canary" in row.values() or 7 in row.values()


def test_every_table_that_tells_of_her_is_in_it(ana: Person) -> None:
    kept = archive_of(ana)
    names = {"persons": "person", "records": "record"}
    in_archive = {"person", "record", *kept.lists}
    telling = {list_name(model) for model in apps.get_models() if exported_fields(model)}
    assert {names.get(name, name) for name in telling} == in_archive


def test_it_says_who_she_is_but_not_her_password(ana: Person) -> None:
    person = archive_of(ana).person
    assert person["email"] == "ana@example.org"
    assert person["time_zone"] == "Europe/Vienna"
    assert "password" not in person


def test_it_keeps_to_its_schema(ana: Person) -> None:
    empty = export_record(by=ana)
    fill(ana, "canary")
    begin_draft(by=ana, wording="sleep")
    for text in (empty, export_record(by=ana)):
        Draft202012Validator(schema(), format_checker=FormatChecker()).validate(
            json.loads(text.replace('"canary"', "null"))
        )


def test_the_schema_describes_every_field(ana: Person) -> None:
    described = schema()["properties"]
    kept = archive_of(ana)
    assert set(described["person"]["properties"]) == set(kept.person)
    assert set(described["record"]["properties"]) == set(kept.record)
    for table in record_tables():
        assert set(described[list_name(table)]["items"]["properties"]) == set(exported_fields(table)), table


def test_what_was_written_can_be_read_back(ana: Person) -> None:
    fill(ana, "canary")
    text = export_record(by=ana)
    assert read_archive(text).lists["goal_versions"][0]["wording"] == "canary"


def test_the_export_is_noted_in_the_file_and_in_the_audit(ana: Person, ana_herself: Client) -> None:
    file = content(ana_herself)
    assert file["disclosures"][0]["did"] == "record.exported"
    entry = AuditEntry.objects.filter(record_id=ana.record.id).last()
    assert entry is not None
    assert (entry.did, entry.by) == ("record.exported", ana.id)


def test_looking_at_the_page_exports_nothing(ana: Person, ana_herself: Client) -> None:
    ana_herself.get(ADDRESS)
    assert not AuditEntry.objects.filter(did="record.exported").exists()


def test_her_password_is_asked_again_first(ana: Person, as_ana: Client) -> None:
    for response in (as_ana.get(ADDRESS), as_ana.post(ADDRESS)):
        assert response.status_code == 302
        assert response["Location"] == f"{reverse('account_reauthenticate')}?next={ADDRESS}"
    assert not AuditEntry.objects.filter(did="record.exported").exists()


def test_after_five_minutes_it_is_asked_once_more(ana_herself: Client) -> None:
    with time_machine.travel(timezone.now() + timedelta(minutes=5, seconds=1)):
        assert ana_herself.get(ADDRESS).status_code == 302


def test_a_strangers_file_holds_nothing_of_hers(ana: Person, sam: Person) -> None:
    fill(ana, "canary")
    text = export_record(by=sam)
    for hers in ("canary", str(ana.record.id), str(ana.id), ana.email):
        assert hers not in text


def test_someone_signed_out_is_asked_to_sign_in(anyone: Client) -> None:
    for response in (anyone.get(ADDRESS), anyone.post(ADDRESS)):
        assert (response.status_code, response["Location"]) == (302, f"/account/sign-in/?next={ADDRESS}")


def test_other_methods_are_refused(ana_herself: Client) -> None:
    assert ana_herself.put(ADDRESS).status_code == 405


def test_a_file_costs_one_query_a_table(ana: Person, django_assert_max_num_queries: Any) -> None:
    for _ in range(3):
        begin_draft(by=ana, wording="sleep")
    ana = Person.objects.get(id=ana.id)
    with django_assert_max_num_queries(len(record_tables()) + 3):
        archive_of(ana)
