"""Two invented people and twelve weeks of data, in a data folder of their own."""

from __future__ import annotations


def demo() -> None:
    """Show Goalward with invented people."""
