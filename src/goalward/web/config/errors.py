"""What a command line can explain in one sentence."""

from __future__ import annotations


class SiteError(Exception):
    """The site cannot be used as it is; the sentence says what to do."""
