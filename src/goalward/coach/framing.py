"""Toward something, or away from something."""

from __future__ import annotations

from collections.abc import Sequence

from goalward.coach.clauses import Clause, says
from goalward.coach.verdicts import Judged
from goalward.coach.words import Words

__all__ = ["asks_for_less", "framing_of"]

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
    return aim.kind in COMPARING and asks_for_less(words, aim.clause, aim.clause.end)


def asks_for_less(words: Words, clause: Clause, end: int) -> bool:
    """Whether "less" or "fewer" stands there up to ``end``, or a verb in the clause brings an amount down."""
    said = {unit.word for unit in words.units[clause.first : end]}
    return bool(said & LESS) or says(words, "down", clause.first, clause.last)
