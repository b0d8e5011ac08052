"""The care of texts that a page shows again and again, remembered in this process under a digest and never in clear."""

from __future__ import annotations

from hashlib import blake2b
from threading import Lock

from goalward.coach.care import Care, hear_care, read_care

MOST = 10_000
_known: dict[bytes, Care | None] = {}
_one_at_a_time = Lock()


def care_of(text: str, *, goal: bool = False) -> Care | None:
    """What the care reader says of a goal or of another text, read once for each."""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16, person=b"goal" if goal else b"").digest()
    try:
        return _known[digest]
    except KeyError:
        care = read_care(text) if goal else hear_care(text)
    with _one_at_a_time:
        if len(_known) >= MOST:
            _known.clear()
        _known[digest] = care
    return care
