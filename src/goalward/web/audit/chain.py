"""The chain itself: each link's code covers the link before it, so a change anywhere shows from there on."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any
from uuid import UUID

from goalward.web.records.sealing import keystore

START = b"\x00" * 32


@dataclass(frozen=True, slots=True)
class Link:
    """What one entry says."""

    record_id: UUID
    seq: int
    at: datetime
    by: UUID
    did: str
    object_id: UUID

    def as_columns(self) -> dict[str, Any]:
        return asdict(self)

    def as_bytes(self) -> bytes:
        at = self.at.astimezone(UTC).isoformat(timespec="microseconds")
        return "|".join((str(self.record_id), str(self.seq), at, str(self.by), self.did, str(self.object_id))).encode()


@cache
def _key() -> bytes:
    return keystore().system_key("audit")


def link_mac(previous: bytes, link: Link) -> bytes:
    """HMAC-SHA256 over the previous link's code and this link."""
    return hmac.digest(_key(), previous + link.as_bytes(), hashlib.sha256)
