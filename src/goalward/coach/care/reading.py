"""Read whether a goal asks for care, from its words alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from .amounts import measured, stopped_at_once
from .kinds import Care, CareKind, CareStance
from .lexicon import lexicon
from .matching import Hit, find, lattice
from .stances import CONCEPTS, FIXED, TURNING, Scene, stance_of
from .wording import words_of

__all__ = ["read_care"]

KINDS = list(CareKind)
STANCES = list(CareStance)
HELPING = frozenset({"reach", "prescriber"})


def read_care(text: str) -> Care | None:
    """The care that a goal asks for, or None. Any text is welcome; nothing is raised."""
    known = lexicon()
    wording = words_of(text, known.speller)
    places = lattice(wording.words, known.labels, wording.names)
    hits = find(places, known.phrases)
    concepts = _settled([*hits, *measured(wording.words, places), *stopped_at_once(hits)])
    scene = Scene(wording.words, places, _cues(hits, concepts), known.past_forms)
    return _heaviest(
        Care(CareKind(hit.kind), stance) for hit in concepts if (stance := stance_of(hit, scene)) is not None
    )


def _settled(hits: Iterable[Hit]) -> list[Hit]:
    """The concepts that stand: outside idioms, and of two that share a word the longer, then the heavier kind."""
    idioms = [hit for hit in hits if hit.role == "idiom"]
    standing: list[Hit] = []
    found = {hit for hit in hits if hit.role in CONCEPTS}
    for hit in sorted(
        found,
        key=lambda hit: (
            hit.role == "need",
            hit.start - hit.end,
            KINDS.index(CareKind(hit.kind)),
            list(CONCEPTS).index(hit.role),
        ),
    ):
        masked = any(_overlap(hit, idiom) and idiom.kind in {"", hit.kind} for idiom in idioms)
        if not masked and not any(_overlap(hit, other) for other in standing):
            standing.append(hit)
    return standing


def _overlap(one: Hit, other: Hit) -> bool:
    return one.start < other.end and other.start < one.end


def _cues(hits: Iterable[Hit], concepts: Sequence[Hit]) -> dict[str, list[Hit]]:
    cues: dict[str, list[Hit]] = {}
    for hit in hits:
        if hit.role in CONCEPTS or hit.role == "idiom":
            continue
        if hit.role in TURNING and any(_overlap(hit, other) and other.role not in FIXED for other in concepts):
            continue
        if hit.role in HELPING and any(_overlap(hit, other) and other.role == "harm" for other in concepts):
            continue
        cues.setdefault(hit.role, []).append(hit)
    return cues


def _heaviest(cares: Iterable[Care]) -> Care | None:
    """One moving toward harm wins, then the highest kind, then the earliest stance."""
    return min(
        cares,
        key=lambda care: (
            care.stance is not CareStance.TOWARD_HARM,
            KINDS.index(care.kind),
            STANCES.index(care.stance),
        ),
        default=None,
    )
