"""Log lines without content: what went wrong and where, never the words that were being handled."""

from __future__ import annotations

import logging
import traceback
from datetime import UTC, datetime


class WithoutContent(logging.Formatter):
    """Time in UTC, level, logger, and for an exception its type and places; never its message or arguments.

    An exception's message can hold what a person typed. A log message's own text is kept only up to its arguments.
    """

    def format(self, record: logging.LogRecord) -> str:
        when = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="seconds")
        reference = getattr(record, "reference", "")
        line = f"{when} {record.levelname} {record.name} {reference} {_one_line(str(record.msg))}"
        if not record.exc_info or record.exc_info[0] is None:
            return line
        kind, _error, trace = record.exc_info
        places = [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]
        return "\n".join([f"{line} {kind.__module__}.{kind.__qualname__}", *places])


def _one_line(text: str) -> str:
    return text.encode("unicode_escape").decode("ascii")[:200]
