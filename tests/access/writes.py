"""Watching what is written to the database, and breaking it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

# Not the person's data: a login session notes a visit, and limits count it.
NOT_STATE = {"accounts_loginsession", "goalward_cache"}


class Writes:
    """Counts the writes to the database; with ``fault_at`` the write of that number (from 1) raises ``error``."""

    def __init__(self, fault_at: int = 0, error: Exception | None = None) -> None:
        self.fault_at, self.error = fault_at, error
        self.count = 0

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith(("INSERT", "UPDATE", "DELETE")) and not any(f'"{table}"' in sql for table in NOT_STATE):
            self.count += 1
            if self.error and self.count == self.fault_at:
                raise self.error
        return execute(sql, params, many, context)


@contextmanager
def watched(fault_at: int = 0, error: Exception | None = None) -> Iterator[Writes]:
    writes = Writes(fault_at, error)
    with connection.execute_wrapper(writes):
        yield writes


def tables() -> dict[str, str]:
    """Every row of every table that holds what people do, as it is stored."""
    stored = {}
    for table in connection.introspection.table_names():
        if table not in NOT_STATE:
            with connection.cursor() as cursor:
                rows = cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}").fetchall()  # noqa: S608
            stored[table] = repr(sorted(rows, key=repr))
    return stored
