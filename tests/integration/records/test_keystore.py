"""The key store: whole files, wrapped keys, and an end to them."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from uuid import uuid4

import pytest

from goalward.web.records.keystore import KeyStore, KeyStoreError

MASTER = os.urandom(32)


@pytest.fixture
def store(tmp_path: Path) -> KeyStore:
    return KeyStore(tmp_path, MASTER)


def file_of(store: KeyStore, record: object) -> Path:
    [path] = store.folder.glob(f"??/{record}.json")
    return path


def test_a_key_opens_what_it_sealed_after_a_restart(store: KeyStore) -> None:
    record = uuid4()
    key_id = store.create(record)
    sealed = store.current(record).cipher.encrypt(b"n" * 12, b"hello", None)
    again = KeyStore(store.folder, MASTER)
    assert again.key(record, key_id).cipher.decrypt(b"n" * 12, sealed, None) == b"hello"


def test_the_newest_key_is_the_current_one_and_the_old_one_stays(store: KeyStore) -> None:
    record = uuid4()
    first, second = store.create(record), store.create(record, "client")
    assert store.current(record).id == second
    assert store.key(record, first).id == first


def test_no_key_lies_in_clear(store: KeyStore) -> None:
    store.create(record := uuid4())
    [entry] = json.loads(file_of(store, record).read_text())
    assert set(entry) == {"id", "purpose", "made", "wrapped"}


def test_only_the_owner_may_read_the_files(store: KeyStore) -> None:
    store.create(record := uuid4())
    assert stat.S_IMODE(file_of(store, record).stat().st_mode) == 0o600


def test_a_destroyed_key_is_gone_also_for_a_process_that_had_it_open(store: KeyStore) -> None:
    record = uuid4()
    key_id = store.create(record)
    other = KeyStore(store.folder, MASTER)
    other.key(record, key_id)
    store.destroy(record)
    with pytest.raises(KeyStoreError, match="erased"):
        other.key(record, key_id)


def test_destroying_twice_is_quiet(store: KeyStore) -> None:
    record = uuid4()
    store.create(record)
    store.destroy(record)
    store.destroy(record)
    store.destroy(uuid4())
    assert store.record_ids() == set()


def test_an_unknown_key_is_not_another_one(store: KeyStore) -> None:
    record = uuid4()
    store.create(record)
    with pytest.raises(KeyStoreError, match="gone"):
        store.key(record, uuid4())


def test_a_key_moved_to_another_record_does_not_open(store: KeyStore) -> None:
    first, second = uuid4(), uuid4()
    store.create(first)
    store.create(second)
    file_of(store, second).write_bytes(file_of(store, first).read_bytes())
    with pytest.raises(KeyStoreError, match="changed or belongs to another record"):
        store.current(second)


def test_the_wrong_master_key_is_refused_at_once(store: KeyStore) -> None:
    with pytest.raises(KeyStoreError, match="does not fit"):
        KeyStore(store.folder, os.urandom(32))


def test_a_spoiled_check_is_refused_too(store: KeyStore) -> None:
    (store.folder / "check").write_bytes(b"")
    with pytest.raises(KeyStoreError, match="does not fit"):
        KeyStore(store.folder, MASTER)


def test_the_sites_own_secrets_stay_the_same(store: KeyStore) -> None:
    secret = store.system_key("audit")
    assert KeyStore(store.folder, MASTER).system_key("audit") == secret
    assert store.system_key("django") != secret


def test_records_with_keys_are_listed_without_the_site_itself(store: KeyStore) -> None:
    store.system_key("audit")
    record = uuid4()
    store.create(record)
    assert store.record_ids() == {record}


def test_no_unfinished_file_is_left_behind(store: KeyStore) -> None:
    store.create(uuid4())
    assert not list(store.folder.glob("**/.*"))


@pytest.mark.parametrize(
    "damaged",
    [
        "",
        "{",
        "[]",
        "7",
        "[7]",
        "[{}]",
        '[{"id": "x", "purpose": "", "made": "", "wrapped": ""}]',
        '["text"]',
        "\udcff",
    ],
)
def test_a_damaged_key_file_is_named(store: KeyStore, damaged: str) -> None:
    store.create(record := uuid4())
    file_of(store, record).write_text(damaged, "utf-8", errors="surrogateescape")
    with pytest.raises(KeyStoreError, match=f"{record}.json is damaged"):
        store.current(record)


def test_a_damaged_key_is_refused(store: KeyStore) -> None:
    store.create(record := uuid4())
    [entry] = json.loads(file_of(store, record).read_text())
    file_of(store, record).write_text(json.dumps([entry | {"wrapped": "AAA"}]))
    with pytest.raises(KeyStoreError, match="was changed"):
        store.current(record)
