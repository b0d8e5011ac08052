"""The key store: every record's keys, each wrapped by the master key, in a folder apart from the database.

One small file a record, so that destroying a record's keys is removing one file. Back this folder up without history:
an old copy of the database is then unreadable for every record that was erased since. Nothing here knows of Django.
"""

from __future__ import annotations

import base64
import json
import os
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from uuid import UUID, uuid4

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from goalward.web.config.errors import SiteError

KEY_BYTES = 32
NONCE_BYTES = 12
KNOWN_TEXT = b"goalward key store"
SYSTEM = UUID(int=0)
ENTRY = ("id", "purpose", "made", "wrapped")


class KeyStoreError(SiteError):
    """A key is missing, or the master key does not fit; the sentence says what to do."""


@dataclass(frozen=True, slots=True)
class RecordKey:
    """One key of a record, unwrapped."""

    id: UUID
    cipher: AESGCM


class KeyStore:
    """The keys in one folder, opened with the master key."""

    def __init__(self, folder: Path, master_key: bytes) -> None:
        self.folder = folder
        self._master = AESGCM(master_key)
        self._opened = lru_cache(maxsize=4096)(self._open)
        self._path = lru_cache(maxsize=4096)(self._place)  # asked for with every value that is opened
        self._check_master()

    def create(self, record_id: UUID, purpose: str = "client") -> UUID:
        """Make one more key for a record; the newest is the one that new text is sealed with."""
        return self._add(record_id, purpose, secrets.token_bytes(KEY_BYTES))

    def current(self, record_id: UUID) -> RecordKey:
        """The key that new text is sealed with. Raises KeyStoreError when the record has none."""
        return next(reversed(self._keys(record_id).values()))

    def key(self, record_id: UUID, key_id: UUID) -> RecordKey:
        """The key with this id. Raises KeyStoreError when it is gone: what it sealed stays unreadable."""
        try:
            return self._keys(record_id)[key_id]
        except KeyError:
            raise KeyStoreError("This record's key is gone. What it sealed can no longer be read.") from None

    def destroy(self, record_id: UUID) -> None:
        """Remove all keys of a record, for good. Quiet when they are gone already."""
        path = self._path(record_id)
        path.unlink(missing_ok=True)
        if path.parent.is_dir():
            _sync_folder(path.parent)

    def record_ids(self) -> set[UUID]:
        """The records that have keys here."""
        return {UUID(path.stem) for path in self.folder.glob("??/*.json")} - {SYSTEM}

    def system_key(self, name: str) -> bytes:
        """A secret of the site itself (32 bytes), made when first asked for."""
        for entry in self._entries(SYSTEM):
            if entry["purpose"] == name:
                return self._unwrap(SYSTEM, entry)
        self._add(SYSTEM, name, secrets.token_bytes(KEY_BYTES))
        return self.system_key(name)

    def _check_master(self) -> None:
        path = self.folder / "check"
        if not path.exists():
            nonce = secrets.token_bytes(NONCE_BYTES)
            _write_whole(path, nonce + self._master.encrypt(nonce, KNOWN_TEXT, None))
            return
        sealed = path.read_bytes()
        try:
            self._master.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], None)
        except (InvalidTag, ValueError):
            raise KeyStoreError(
                f"The master key does not fit the key store in {self.folder}. Use the key this store was made with."
            ) from None

    def _place(self, record_id: UUID) -> Path:
        return self.folder / record_id.hex[:2] / f"{record_id}.json"

    def _keys(self, record_id: UUID) -> dict[UUID, RecordKey]:
        # The file's time is part of the cache's key: a key destroyed by another process is gone here too.
        try:
            changed = self._path(record_id).stat().st_mtime_ns
        except FileNotFoundError:
            raise KeyStoreError("This record has no key. It was erased, or its key store is missing.") from None
        return self._opened(record_id, changed)

    def _open(self, record_id: UUID, _changed: int) -> dict[UUID, RecordKey]:
        return {
            UUID(entry["id"]): RecordKey(UUID(entry["id"]), AESGCM(self._unwrap(record_id, entry)))
            for entry in self._entries(record_id)
        }

    def _entries(self, record_id: UUID) -> list[dict[str, str]]:
        path = self._path(record_id)
        if not path.exists():
            return []
        try:
            return _read_entries(path.read_text("utf-8"))
        except (ValueError, TypeError, KeyError):
            raise KeyStoreError(
                f"The key file {path} is damaged. Put it back from a backup of the key store."
            ) from None

    def _add(self, record_id: UUID, purpose: str, key: bytes) -> UUID:
        key_id = uuid4()
        nonce = secrets.token_bytes(NONCE_BYTES)
        wrapped = nonce + self._master.encrypt(nonce, key, _label(record_id, str(key_id), purpose))
        entry = {
            "id": str(key_id),
            "purpose": purpose,
            "made": datetime.now(UTC).isoformat(timespec="seconds"),
            "wrapped": base64.b64encode(wrapped).decode(),
        }
        _write_whole(self._path(record_id), json.dumps([*self._entries(record_id), entry], indent=1).encode())
        return key_id

    def _unwrap(self, record_id: UUID, entry: dict[str, str]) -> bytes:
        label = _label(record_id, entry["id"], entry["purpose"])
        try:
            wrapped = base64.b64decode(entry["wrapped"])
            return self._master.decrypt(wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:], label)
        except (InvalidTag, ValueError):
            raise KeyStoreError("A key in the key store was changed or belongs to another record.") from None


def _read_entries(text: str) -> list[dict[str, str]]:
    """The keys in one file. Raises ValueError, TypeError or KeyError for what ``KeyStore`` did not write."""
    entries = [{name: str(entry[name]) for name in ENTRY} for entry in json.loads(text)]
    for entry in entries:
        UUID(entry["id"])
    if not entries:
        raise ValueError
    return entries


def _label(record_id: UUID, key_id: str, purpose: str) -> bytes:
    return f"goalward key|{record_id}|{key_id}|{purpose}".encode()


def _write_whole(path: Path, content: bytes) -> None:
    """Write a file so that after a crash it is there whole or not at all."""
    path.parent.mkdir(mode=0o700, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    made = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(made, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
