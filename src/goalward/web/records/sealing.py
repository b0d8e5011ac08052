"""Sealing and opening one value of one row: AES-256-GCM, bound to the field's label, the row and the record.

A sealed value is: version (1 byte), key id (16), nonce (12), ciphertext and tag. Because label, row and record are
authenticated, a value copied into another row, field or record does not open, and neither does an altered one.
"""

from __future__ import annotations

import json
import secrets
from functools import cache
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidTag

from goalward.web.config.home import Home
from goalward.web.records.keystore import NONCE_BYTES, KeyStore, KeyStoreError

VERSION = b"\x01"
HEAD = len(VERSION) + 16
BLOCK = 32  # bytes; padding hides whether a rating was 3 or 10, and a larger block which measure was answered


class CannotOpenError(Exception):
    """A sealed value was altered, copied from elsewhere, or its key is gone."""


class Sealed(bytes):
    """A value as it lies in the database."""

    __slots__ = ()


@cache
def keystore() -> KeyStore:
    """The key store of this site."""
    home = Home.from_environment()
    return KeyStore(home.keys, home.master_key())


def seal(label: str, value: Any, *, row_id: UUID, record_id: UUID, block: int = BLOCK) -> Sealed:
    """Seal any JSON value under the record's current key."""
    key = keystore().current(record_id)
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    plain += b" " * (-len(plain) % block)
    nonce = secrets.token_bytes(NONCE_BYTES)
    head = VERSION + key.id.bytes
    return Sealed(head + nonce + key.cipher.encrypt(nonce, plain, _context(head, label, row_id, record_id)))


def open_value(label: str, sealed: bytes, *, row_id: UUID, record_id: UUID) -> Any:
    """Open what :func:`seal` made. Raises CannotOpenError unless label, row, record and key are the same."""
    head, nonce, body = sealed[:HEAD], sealed[HEAD : HEAD + NONCE_BYTES], sealed[HEAD + NONCE_BYTES :]
    try:
        key = keystore().key(record_id, UUID(bytes=bytes(head[1:])))
        plain = key.cipher.decrypt(nonce, body, _context(head, label, row_id, record_id))
    except (InvalidTag, KeyStoreError, ValueError):  # a wrong version byte fails here too: it is authenticated
        # From None: neither the value nor the key's whereabouts belong in a traceback.
        raise CannotOpenError(f"{label} of row {row_id} does not open with this record's key.") from None
    return json.loads(plain.decode("utf-8", "surrogatepass"))


def _context(head: bytes, label: str, row_id: UUID, record_id: UUID) -> bytes:
    return b"|".join((head, label.encode(), row_id.bytes, record_id.bytes))
