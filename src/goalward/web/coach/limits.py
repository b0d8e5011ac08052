"""How often one address may ask, counted in this process alone: nothing is stored and the database is not asked."""

from __future__ import annotations

import hashlib
from datetime import datetime

from allauth.account.adapter import get_adapter
from django.core.cache import caches
from django.http import HttpRequest

READINGS_A_MINUTE = 60  # someone who types with many pauses stays well below


def may_ask(request: HttpRequest, now: datetime, most: int = READINGS_A_MINUTE) -> bool:
    """Count one more reading for this address in this minute; False beyond ``most``."""
    address = hashlib.sha256(get_adapter().get_client_ip(request).encode()).hexdigest()
    key = f"readings-{now:%H%M}-{address}"
    counts = caches["in_process"]
    counts.add(key, 0, timeout=120)
    return int(counts.incr(key)) <= most
