"""When there is something to keep of a check-in."""

from __future__ import annotations

from goalward.decisions import ALLOWED, Decision, refused

__all__ = ["may_check_in"]


def may_check_in(*, ratings: int, notes: int) -> Decision:
    """One rating or one note is enough; everything may be skipped, but then there is nothing to keep.

    ratings, notes: how many were given.
    """
    return ALLOWED if ratings or notes else refused("progress.nothing_given")
