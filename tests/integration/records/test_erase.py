"""Ana ends her record: what goes, what stays, and that it happens once. On a real site: see test_erased_site.py."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.apps import apps
from django.conf import settings
from django.core import mail, signing
from django.core.mail.backends.filebased import EmailBackend
from django.db import connection
from django.http import HttpResponse
from django.test import Client, TestCase
from django.urls import reverse
from django.utils import timezone

from goalward.web.accounts.models import LoginSession, Person
from goalward.web.audit.models import AuditEntry, Disclosure
from goalward.web.audit.verification import verify_all
from goalward.web.config.logs import WithoutContent
from goalward.web.records.actions import keys_of_erased_records, orphan_keys, records_without_key, sweep_orphan_keys
from goalward.web.records.erasure import burn_letters, erase_record, forget_old_pages
from goalward.web.records.forms import erasure_of
from goalward.web.records.models import Record
from goalward.web.records.queries import archive_of, record_tables
from goalward.web.records.sealing import KeyStore, keystore
from tests.integration.records.full_record import fill

pytestmark = pytest.mark.django_db
ADDRESS = "/record/erase/"
DONE = "/record/erased/"


def erase(client: Client, **sent: str) -> Any:
    """Press the button, and see everything through that follows once the change is kept."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        return client.post(ADDRESS, {"sure": "on", **sent})


@pytest.fixture(autouse=True)
def no_old_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """The log of writes cannot be emptied inside a test's own transaction; the real site of the other file does it."""
    monkeypatch.setattr("goalward.web.records.erasure.forget_old_pages", lambda: None)


@pytest.fixture
def letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder's letters, as on a site without a mail server."""
    monkeypatch.setattr(type(settings.HOME), "mail", property(lambda _home: tmp_path))
    return tmp_path


def send(folder: Path, to: str, words: str = "Confirm your address.") -> None:
    letter = mail.EmailMessage("Goalward", words, to=[to], connection=EmailBackend(file_path=str(folder)))
    assert letter.send() == 1


# What she sees


def test_the_page_says_exactly_what_goes_and_what_stays(ana_herself: Client) -> None:
    text = ana_herself.get(ADDRESS).content.decode()
    assert "This cannot be undone; nobody can bring it back, us included." in text
    assert (
        text.index("What goes")
        < text.index("What stays")
        < text.index("It holds ids and times")
        < text.index('name="sure"')
    )


def test_without_the_tick_nothing_is_erased_and_she_is_told(ana: Person, ana_herself: Client) -> None:
    fill(ana, "hope")
    response = ana_herself.post(ADDRESS, {"once": "kept"})
    text = response.content.decode()
    assert response.status_code == 200
    assert text.count("Tick the box to erase your record, or go back to keep it.") == 2
    assert 'value="kept"' in text
    assert Record.objects.filter(person=ana).exists()


def test_after_it_she_is_signed_out_on_a_calm_page(ana_herself: Client) -> None:
    response = erase(ana_herself)
    assert (response.status_code, response["Location"]) == (302, DONE)
    assert response["Clear-Site-Data"] == '"cache", "storage"'
    assert not ana_herself.cookies[settings.SESSION_COOKIE_NAME].value
    page = ana_herself.get(DONE)
    assert page.status_code == 200
    assert "You are signed out." in page.content.decode()


def test_the_last_page_needs_neither_person_nor_database(anyone: Client, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        assert anyone.get(DONE).status_code == 200
    assert anyone.post(DONE).status_code == 405


def test_other_methods_are_refused(ana_herself: Client) -> None:
    assert ana_herself.put(ADDRESS).status_code == 405


# What goes


def test_every_row_of_hers_goes(ana: Person, ana_herself: Client) -> None:
    fill(ana, "hope")
    record = ana.record
    erase(ana_herself)
    assert {table: table._default_manager.filter(record_id=record.id).count() for table in record_tables()} == (
        dict.fromkeys(record_tables(), 0)
    )
    assert not Record.objects.filter(id=record.id).exists()


def test_her_account_goes_with_addresses_and_every_login_session(ana: Person, ana_herself: Client) -> None:
    EmailAddress.objects.create(user=ana, email=ana.email)
    Client().force_login(ana)
    assert LoginSession.objects.filter(person=ana).count() == 2
    erase(ana_herself)
    assert not Person.objects.filter(email="ana@example.org").exists()
    assert not EmailAddress.objects.exists()
    assert not LoginSession.objects.exists()


def test_no_table_but_the_logs_knows_her_any_more(ana: Person, sam: Person, ana_herself: Client) -> None:
    fill(ana, "hope")
    ids = {ana.id.hex, ana.record.id.hex, "ana@example.org"}
    erase(ana_herself)
    for model in set(apps.get_models()) - {AuditEntry, Disclosure}:
        for row in model._default_manager.values_list():
            assert ids.isdisjoint(str(value).replace("-", "") for value in row), model


def test_her_key_is_destroyed(ana: Person, ana_herself: Client) -> None:
    record_id = ana.record.id
    assert record_id in keystore().record_ids()
    erase(ana_herself)
    assert record_id not in keystore().record_ids()


def test_she_can_sign_up_anew_with_the_same_address(
    ana: Person, ana_herself: Client, make_person: Callable[[str], Person]
) -> None:
    erase(ana_herself)
    again = make_person("ana@example.org")
    assert (again.id, again.record.goals.count()) != (ana.id, None)
    assert again.record.goals.count() == 0


def test_letters_to_her_go_and_letters_to_others_stay(ana: Person, ana_herself: Client, letters: Path) -> None:
    EmailAddress.objects.create(user=ana, email="ana@bücher.example")
    send(letters, "ana@example.org")
    send(letters, "Ana <ANA@example.org>")
    send(letters, "ana@bücher.example")
    send(letters, "diana@example.org", "ana@example.org wrote you nothing")
    erase(ana_herself)
    assert b"".join(path.read_bytes() for path in letters.iterdir()).count(b"To: ") == 1
    assert [b"diana@example.org" in path.read_bytes() for path in letters.iterdir()] == [True]


def test_a_letter_that_shares_its_file_with_hers_stays(letters: Path) -> None:
    for to in ("diana@example.org", "ana@example.org", "sam@example.org"):
        send(letters, to)
    together = b"".join(path.read_bytes() for path in letters.iterdir())
    for path in letters.iterdir():
        path.unlink()
    (letters / "one.log").write_bytes(together)
    burn_letters(["ana@example.org"])
    kept = (letters / "one.log").read_bytes()
    assert [kept.count(f"To: {name}@".encode()) for name in ("diana", "ana", "sam")] == [1, 0, 1]


def test_a_letter_without_an_address_is_left_alone(letters: Path) -> None:
    (letters / "half.log").write_bytes(b"\xff\xfe torn")
    burn_letters(["ana@example.org"])
    assert (letters / "half.log").exists()


# What stays


def test_the_log_says_that_she_erased_it(ana: Person, ana_herself: Client) -> None:
    person_id, record_id = ana.id, ana.record.id
    erase(ana_herself)
    entry = AuditEntry.objects.filter(record_id=record_id).last()
    assert entry is not None
    assert (entry.did, entry.by, entry.object_id) == ("record.erased", person_id, record_id)
    assert Disclosure.objects.filter(record_id=record_id, did="record.erased").count() == 1


def test_the_chain_still_holds(ana: Person, sam: Person, tmp_path: Path, ana_herself: Client) -> None:
    fill(ana, "hope")
    erase(ana_herself)
    verdict = verify_all(tmp_path / "no anchors here")
    assert verdict.chains == 2
    assert verdict.broken == ()


def test_other_peoples_records_are_as_they_were(ana: Person, sam: Person, ana_herself: Client) -> None:
    fill(ana, "hope")
    fill(sam, "walk")
    before = archive_of(sam)
    erase(ana_herself)
    after = archive_of(Person.objects.get(id=sam.id))
    assert (after.person, after.record, after.lists) == (before.person, before.record, before.lists)


# Who may, and how often


def test_her_password_is_asked_again_first(ana: Person, as_ana: Client) -> None:
    for response in (as_ana.get(ADDRESS), erase(as_ana)):
        assert response.status_code == 302
        assert response["Location"] == f"{reverse('account_reauthenticate')}?next={ADDRESS}"
    assert Record.objects.filter(person=ana).exists()


def test_someone_signed_out_is_asked_to_sign_in(anyone: Client) -> None:
    for response in (anyone.get(ADDRESS), erase(anyone), erase(anyone, once="made up")):
        assert (response.status_code, response["Location"]) == (302, f"/account/sign-in/?next={ADDRESS}")


def test_a_stranger_can_erase_only_his_own(ana: Person, sam: Person, as_sam: Client) -> None:
    as_sam.post(reverse("account_reauthenticate"), {"password": "a calm and long password"})
    erase(as_sam, once=erasure_of(ana.record))
    assert Record.objects.filter(person=ana).exists()
    assert not Record.objects.filter(person_id=sam.id).exists()


def once_of(response: HttpResponse) -> str:
    form = response.context["form"]  # type: ignore[attr-defined]  # the test client adds it
    return str(form["once"].value())


def test_a_second_click_sees_the_same_calm_page(ana_herself: Client) -> None:
    once = once_of(ana_herself.get(ADDRESS))
    for _ in range(2):
        response = erase(ana_herself, once=once)
        assert (response.status_code, response["Location"]) == (302, DONE)
    assert AuditEntry.objects.filter(did="record.erased").count() == 1


def test_erasing_what_is_gone_does_nothing(ana: Person) -> None:
    twice = Person.objects.get(id=ana.id)
    with TestCase.captureOnCommitCallbacks(execute=True):
        erase_record(by=ana)
        erase_record(by=twice)
    assert AuditEntry.objects.filter(did="record.erased").count() == 1


def test_the_form_of_a_record_that_is_still_there_tells_a_signed_out_browser_nothing(
    ana: Person, anyone: Client
) -> None:
    for once in (erasure_of(ana.record), signing.dumps(ana.record.id.hex, salt="another")):
        assert erase(anyone, once=once)["Location"].startswith("/account/sign-in/")


def test_a_form_that_lay_open_too_long_is_not_a_second_click(ana_herself: Client) -> None:
    once = once_of(ana_herself.get(ADDRESS))
    erase(ana_herself)
    with time_machine.travel(timezone.now() + timedelta(hours=1, seconds=1)):
        assert erase(ana_herself, once=once)["Location"].startswith("/account/sign-in/")


def test_a_change_that_fails_erases_nothing(ana: Person, ana_herself: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(ana, "hope")

    def fail(*_: object, **__: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(Person, "delete", fail)
    with pytest.raises(OSError, match="disk full"), TestCase.captureOnCommitCallbacks(execute=True):
        erase_record(by=ana)
    assert Record.objects.get(person=ana).goals.count() == 1
    assert ana.record.id in keystore().record_ids()


# When the key could not be destroyed


@pytest.fixture
def a_key_is_left(ana: Person, ana_herself: Client, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Ana's record is erased while the key store's disk cannot be written."""
    record_id = ana.record.id

    def fail(*_: object) -> None:
        raise OSError("Read-only file system")

    with monkeypatch.context() as broken:
        broken.setattr(KeyStore, "destroy", fail)
        assert erase(ana_herself)["Location"] == DONE
    return record_id


def test_the_page_is_the_same_and_the_site_knows_of_the_key(a_key_is_left: Any) -> None:
    assert keys_of_erased_records() == {a_key_is_left}


def test_the_log_says_so_without_a_name(a_key_is_left: Any, caplog: pytest.LogCaptureFixture) -> None:
    [line] = [WithoutContent().format(each) for each in caplog.get_records("setup") if each.levelname == "ERROR"]
    assert "Run: goalward doctor" in line
    assert "ana@example.org" not in line


def test_sweeping_destroys_it(a_key_is_left: Any) -> None:
    assert sweep_orphan_keys() == {a_key_is_left}
    assert a_key_is_left not in keystore().record_ids()
    assert sweep_orphan_keys() == set()


def test_sweeping_leaves_keys_that_nobody_erased(ana: Person) -> None:
    """An operator may have put the wrong database back: its records' keys must survive that."""
    record_id = ana.record.id
    ana.record.delete()
    assert record_id in orphan_keys()
    assert sweep_orphan_keys() == set()
    assert record_id in keystore().record_ids()


def test_the_log_of_writes_is_emptied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    database, log = tmp_path / "any.sqlite3", tmp_path / "any.sqlite3-wal"
    writes = sqlite3.connect(database, isolation_level=None)
    writes.execute("PRAGMA journal_mode=WAL")
    writes.execute("CREATE TABLE words (word)")
    writes.execute("INSERT INTO words VALUES ('canary')")
    assert b"canary" in log.read_bytes()
    site = SimpleNamespace(vendor="sqlite", ensure_connection=lambda: None, connection=writes)
    monkeypatch.setattr("goalward.web.records.erasure.connection", site)
    forget_old_pages()
    assert log.read_bytes() == b""
    writes.close()


def test_a_record_whose_key_is_lost_is_known_to_the_doctor(ana: Person, sam: Person) -> None:
    assert records_without_key() == set()
    keystore().destroy(ana.record.id)
    assert records_without_key() == {ana.record.id}


def test_on_another_database_there_is_no_log_of_writes_to_empty(
    monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: Any
) -> None:
    monkeypatch.setattr(connection, "vendor", "postgresql")
    with django_assert_num_queries(0):
        forget_old_pages()


@pytest.mark.parametrize("once", ["\x00", "a:b", "🌙:\u202e:x", "x" * 100_000, "::"])
def test_odd_tokens_change_nothing(ana: Person, ana_herself: Client, anyone: Client, once: str) -> None:
    assert erase(anyone, once=once)["Location"].startswith("/account/sign-in/")
    assert ana_herself.post(ADDRESS, {"once": once}).status_code == 200
    assert Record.objects.filter(person=ana).exists()
