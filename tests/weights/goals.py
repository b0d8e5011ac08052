"""The labelled goals that the weights are learned from: texts, and what each means for the weighing."""

from __future__ import annotations

from hashlib import sha256

from goalward.coach.care.kinds import CareKind, CareStance
from goalward.coach.care.lexicon import lexicon
from goalward.coach.care.reading import heard
from goalward.coach.care.weighing import MEANINGS
from goalward.coach.care.wording import words_of
from tests.unit.coach.scoring import FOLDER, goals

__all__ = ["LEARNED_FROM", "ORDINARY", "digest", "labelled", "meaning_of"]

LEARNED_FROM = ("dev_care", "care_more", "care_composed")
ORDINARY = ("dev_goals", "more_goals", "fresh_goals")  # but for the few in which the lists hear a harm


def meaning_of(care: dict[str, str] | None) -> int:
    if care is None:
        return MEANINGS.index("ordinary")
    if care["stance"] == CareStance.TOWARD_HARM:
        return MEANINGS.index(CareKind(care["kind"]))
    if care["stance"] == CareStance.HARMED_BY_OTHERS:
        return MEANINGS.index(CareKind.HARMED_BY_OTHERS)
    return MEANINGS.index("other care")


def labelled(*names: str) -> list[tuple[list[str], int]]:
    """Words and meaning of each text once."""
    speller = lexicon().speller
    meant = {row["text"]: meaning_of(row["care"]) for name in names for row in goals(f"{name}.jsonl")}
    others = (row["text"] for name in ORDINARY for row in goals(f"{name}.jsonl"))
    meant |= {text: meaning_of(None) for text in others if text not in meant and not heard(words_of(text, speller))}
    return [(words_of(text, speller).words, meaning) for text, meaning in meant.items()]


def digest() -> str:
    """Of all that the weights depend on, so that a test can tell when they are out of date."""
    found = sha256()
    for name in (*LEARNED_FROM, *ORDINARY):
        found.update((FOLDER / f"{name}.jsonl").read_bytes())
    return found.hexdigest()[:16]
