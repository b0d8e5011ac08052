"""Toward something, or away from something."""

from __future__ import annotations

from collections.abc import Sequence

from goalward.coach.verdicts import Judged

__all__ = ["framing_of"]


def framing_of(judged: Sequence[Judged]) -> str | None:
    """ "avoidance" where every aim is to stop, lessen or be rid of something; None where nothing is aimed at."""
    aims = [each for each in judged if each.kind != "none"]
    if not aims:
        return None
    return "avoidance" if all(each.stops for each in aims) else "approach"
