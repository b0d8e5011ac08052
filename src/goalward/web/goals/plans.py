"""Two saves at once: what each changed, told from what their page had shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

__all__ = ["ChangedMeanwhileError", "Merge", "fingerprint", "fingerprints", "marks_as_text", "merge", "read_marks"]

LONGEST_MARKS = 2_000  # characters


@dataclass(frozen=True, slots=True)
class Merge:
    """``changes``: what to keep, by column. ``conflicts``: what is saved where it was changed here and elsewhere."""

    changes: Mapping[str, Any]
    conflicts: Mapping[str, Any] = field(default_factory=dict)


class ChangedMeanwhileError(Exception):
    """Answers were changed here and elsewhere at once. Nothing is kept until the person chose.

    ``merged``: all that was changed here or elsewhere, and which answers were changed in both places.
    """

    def __init__(self, merged: Merge) -> None:
        super().__init__("The answers were changed elsewhere.")
        self.merged = merged


def fingerprint(words: str) -> str:
    """Tells whether words are still the ones that a page showed."""
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def fingerprints(answers: Mapping[str, Any]) -> dict[str, str]:
    """What tells whether an answer is still the one that a page showed; no answer and an empty one are the same."""
    return {name: fingerprint("" if answer in (None, []) else str(answer)) for name, answer in answers.items()}


def marks_as_text(marks: Mapping[str, str]) -> str:
    """Fingerprints as a page sends them along."""
    return " ".join(f"{name}:{mark}" for name, mark in marks.items())


def read_marks(text: str) -> dict[str, str]:
    return dict(pair.split(":", 1) for pair in text[:LONGEST_MARKS].split() if ":" in pair)


def merge(saved: Mapping[str, Any], *, shown: Mapping[str, str], answers: Mapping[str, Any]) -> Merge:
    """shown: the fingerprint of each answer as the page showed it; one without is taken as changed everywhere.

    Raises ChangedMeanwhileError when an answer was changed here and, otherwise, elsewhere.
    """
    before, mine = fingerprints(saved), fingerprints(answers)
    changed = [name for name in answers if mine[name] not in (shown.get(name), before[name])]
    merged = Merge(
        changes={name: answers[name] for name in changed},
        conflicts={name: saved[name] for name in changed if before[name] != shown.get(name)},
    )
    if merged.conflicts:
        raise ChangedMeanwhileError(merged)
    return merged
