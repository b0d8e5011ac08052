"""Anchors: the newest code of each chain, noted outside the database, so that cutting off a chain's tail shows.

One line a change: time, record, place in the chain, code. The file may be shipped elsewhere as it grows.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from django.conf import settings


def anchor(record_id: UUID, seq: int, mac: bytes) -> None:
    """Note a chain's head. One small append is whole or absent, also with several writers."""
    line = f"{datetime.now(UTC).isoformat(timespec='seconds')} {record_id} {seq} {mac.hex()}\n"
    handle = os.open(settings.HOME.anchors, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(handle, line.encode())
    finally:
        os.close(handle)


def newest_anchors(path: Path) -> dict[UUID, tuple[int, str]]:
    """Each record's furthest anchor: (place, code in hex). A torn last line is passed over."""
    newest: dict[UUID, tuple[int, str]] = {}
    if not path.exists():
        return newest
    for line in path.read_text("ascii", errors="replace").splitlines():
        parts = line.split()
        if len(parts) == 4 and parts[2].isdigit() and len(parts[3]) == 64:  # noqa: PLR2004  # time, record, place, code
            record_id, seq = UUID(parts[1]), int(parts[2])
            newest[record_id] = max(newest.get(record_id, (0, "")), (seq, parts[3]))
    return newest
