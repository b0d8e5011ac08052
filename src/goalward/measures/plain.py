"""A score as a program reads it, and as it is kept."""

from __future__ import annotations

from typing import Any

from goalward.measures.scoring import RiskAnswer, ScaleScore, Score
from goalward.messages import in_english

__all__ = ["as_plain"]


def as_plain(found: Score) -> dict[str, Any]:
    """The score in words and numbers that JSON holds. Codes, not sentences, but for why there is no score."""
    return {
        "measure": found.measure,
        "version": found.version,
        "answered": found.answered,
        "items": found.items,
        "scales": [_scale(each) for each in found.scales],
        "risks": [_risk(each) for each in found.risks],
    }


def _scale(found: ScaleScore) -> dict[str, Any]:
    return {
        "scale": found.scale,
        "value": found.value,
        "raw": found.raw,
        "range": [found.lowest, found.highest],
        "answered": found.answered,
        "items": found.items,
        "prorated": found.prorated and found.prorated.rule,
        "no_score_because": found.open_because and in_english(found.open_because),
        "band": found.band and found.band.code,
        "chance": found.chance and list(found.chance),
    }


def _risk(found: RiskAnswer) -> dict[str, Any]:
    return {"item": found.item, "value": found.value, "state": str(found.state), "soft": found.soft}
