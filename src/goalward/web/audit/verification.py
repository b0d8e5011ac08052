"""Checking every chain, for ``goalward verify-audit``."""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from uuid import UUID

from goalward.web.audit.anchors import newest_anchors
from goalward.web.audit.chain import START, Link, link_mac
from goalward.web.audit.models import AuditEntry


@dataclass(frozen=True, slots=True)
class Broken:
    """The first place at which a record's chain does not hold."""

    record_id: UUID
    seq: int
    why: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many chains and links were read, and what does not hold."""

    chains: int
    links: int
    broken: tuple[Broken, ...]


def verify_all(anchors: Path) -> Verdict:
    """Follow every chain from its start, then compare its head with its anchor."""
    furthest = newest_anchors(anchors)
    chains = links = 0
    broken: list[Broken] = []
    entries = AuditEntry.objects.order_by("record_id", "seq").iterator(chunk_size=2000)
    for record_id, chain in groupby(entries, key=lambda entry: entry.record_id):
        chains += 1
        rows = list(chain)
        links += len(rows)
        broken += _first_break(record_id, rows, furthest.pop(record_id, None))
    broken += [Broken(record_id, 1, "the whole chain is missing") for record_id in furthest]
    return Verdict(chains, links, tuple(broken))


def _first_break(record_id: UUID, rows: list[AuditEntry], anchored: tuple[int, str] | None) -> Iterable[Broken]:
    previous = START
    for place, row in enumerate(rows, start=1):
        if row.seq != place:
            return [Broken(record_id, place, "an entry is missing")]
        mac = link_mac(previous, Link(row.record_id, row.seq, row.at, row.by, row.did, row.object_id))
        if not hmac.compare_digest(mac, bytes(row.mac)):
            return [Broken(record_id, place, "an entry was changed")]
        previous = mac
    return _against_anchor(record_id, rows, anchored)


def _against_anchor(record_id: UUID, rows: list[AuditEntry], anchored: tuple[int, str] | None) -> Iterator[Broken]:
    if anchored is None:
        return
    seq, mac = anchored
    if seq > len(rows):
        yield Broken(record_id, len(rows) + 1, "the end of the chain was cut off")
    elif bytes(rows[seq - 1].mac).hex() != mac:
        yield Broken(record_id, seq, "the chain differs from its anchor")
