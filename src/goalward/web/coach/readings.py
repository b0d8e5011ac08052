"""The care of texts that a page shows again and again, remembered in this process under a digest and never in clear."""

from __future__ import annotations

from hashlib import blake2b
from threading import Lock

from goalward.coach.care import Care, read_care

MOST = 10_000
_known: dict[bytes, Care | None] = {}
_one_at_a_time = Lock()


def care_of(text: str) -> Care | None:
    """What :func:`goalward.coach.care.read_care` says, read once for each text."""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
    try:
        return _known[digest]
    except KeyError:
        care = read_care(text)
    with _one_at_a_time:
        if len(_known) >= MOST:
            _known.clear()
        _known[digest] = care
    return care
