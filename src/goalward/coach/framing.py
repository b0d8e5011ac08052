"""Toward something, or away from something."""

from __future__ import annotations

from collections.abc import Sequence

from goalward.coach.clauses import says
from goalward.coach.verdicts import Judged
from goalward.coach.words import Words

__all__ = ["framing_of", "is_lessening"]

COMPARING = frozenset({"compared", "event", "measured", "mental"})
LESS = frozenset({"less", "fewer"})


def framing_of(words: Words, judged: Sequence[Judged]) -> str | None:
    """ "avoidance" where every aim is to stop, lessen or be rid of something; None where nothing is aimed at."""
    aims = [each for each in judged if each.kind != "none"]
    if not aims:
        return None
    return "avoidance" if all(each.stops or is_lessening(words, each) for each in aims) else "approach"


def is_lessening(words: Words, aim: Judged) -> bool:
    """ "Argue less"; "cut down on coffee". A feeling that is wanted less is a state, and not lessened by doing."""
    said = {unit.word for unit in words.units[aim.clause.first : aim.clause.end]}
    is_less = bool(said & LESS) or says(words, "down", aim.clause.first, aim.clause.last)
    return aim.kind in COMPARING and is_less
