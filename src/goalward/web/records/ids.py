"""Ids: a record's own is random; a row's is ordered by time, so that one record's rows lie together."""

from __future__ import annotations

from uuid import UUID

from uuid_utils.compat import uuid7


def new_row_id() -> UUID:
    """A time-ordered UUIDv7."""
    return uuid7()
