"""One series as a file for a spreadsheet (RFC 4180).

It begins with a byte order mark: without one, the common spreadsheet programs take the text for another encoding and
spoil people's words. Programs that want no mark read it as "utf-8-sig", or take the archive.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from datetime import date
from io import StringIO
from math import isfinite

from goalward.exchange.archive import HALF_CHARACTER

__all__ = ["CsvError", "csv_name", "series_csv"]

BYTE_ORDER_MARK = "\ufeff"
FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")  # a spreadsheet runs a text that begins like this


class CsvError(ValueError):
    """Not something that a table of plain cells can hold."""


def series_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """The table as the text of its file, to be written as UTF-8.

    A cell is a number, a day (ISO 8601), a text, or None for empty. A text that a spreadsheet would run as a formula
    gets an apostrophe before it; a number stays a number, below zero too. Raises CsvError.
    """
    written = StringIO()
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow([_text(column) for column in columns])
    for place, row in enumerate(rows, 1):
        if len(row) != len(columns):
            raise CsvError(f"Row {place} has {len(row)} cells; there are {len(columns)} columns.")
        table.writerow([_cell(value) for value in row])
    return BYTE_ORDER_MARK + written.getvalue()


def csv_name(made_on: date) -> str:
    """The file's name. It says nothing of what is inside but where it is from and the day."""
    return f"goalward-export-{made_on.isoformat()}.csv"


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case str():
            return _text(value)
        case date():
            return value.isoformat()
        case bool():
            pass
        case int() | float() if isfinite(value):
            return str(value)
    # The kind alone: the value may be somebody's words.
    raise CsvError(f"A cell cannot hold a value of the kind {type(value).__name__}, unless it is a finite number.")


def _text(text: str) -> str:
    whole = HALF_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", text)
    return f"'{whole}" if FORMULA.match(whole) else str(whole)
