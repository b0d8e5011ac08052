"""What leaves with a person: the full archive, one series as a table, and what happened in plain words."""

from goalward.exchange.archive import Archive, ArchiveError, archive, archive_name, read_archive, schema, write_archive
from goalward.exchange.disclosures import what_happened
from goalward.exchange.series_csv import CsvError, csv_name, series_csv

__all__ = [
    "Archive",
    "ArchiveError",
    "CsvError",
    "archive",
    "archive_name",
    "csv_name",
    "read_archive",
    "schema",
    "series_csv",
    "what_happened",
    "write_archive",
]
