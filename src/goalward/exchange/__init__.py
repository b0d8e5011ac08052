"""What leaves with a person: the full archive, and what happened to their record in plain words."""

from goalward.exchange.archive import Archive, ArchiveError, archive, archive_name, read_archive, schema, write_archive
from goalward.exchange.disclosures import what_happened

__all__ = [
    "Archive",
    "ArchiveError",
    "archive",
    "archive_name",
    "read_archive",
    "schema",
    "what_happened",
    "write_archive",
]
