"""Two saves of one plan at once: what each changed, told from what their page had shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from goalward.web.goals.drafts import fingerprint
from goalward.web.goals.models import Goal

__all__ = ["Merge", "fingerprints", "merge"]


@dataclass(frozen=True, slots=True)
class Merge:
    """``changes``: what to keep, by column. ``conflicts``: columns that were changed here and, otherwise, elsewhere."""

    changes: Mapping[str, Any]
    conflicts: tuple[str, ...] = ()


def fingerprints(answers: Mapping[str, Any]) -> dict[str, str]:
    """What tells whether an answer is still the one that a page showed; no answer and an empty one are the same."""
    return {name: fingerprint("" if answer is None else str(answer)) for name, answer in answers.items()}


def merge(goal: Goal, *, shown: Mapping[str, str], answers: Mapping[str, Any]) -> Merge:
    """shown: the fingerprint of each answer as the page showed it; one without is taken as changed everywhere."""
    saved = fingerprints({name: getattr(goal, name) for name in answers})
    mine = fingerprints(answers)
    changed = [name for name in answers if mine[name] not in (shown.get(name), saved[name])]
    return Merge(
        changes={name: answers[name] for name in changed},
        conflicts=tuple(name for name in changed if saved[name] != shown.get(name)),
    )
