"""Read whether a goal asks for care, from its words alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from .amounts import measured, stopped_at_once
from .kinds import Care, CareKind, CareStance
from .lexicon import lexicon
from .matching import Hit, find, lattice
from .scenes import Scene
from .stances import CONCEPTS, FIXED, stance_of
from .weighing import weighed
from .wording import Wording, words_of

__all__ = ["hear_care", "heard", "read_care"]

KINDS = list(CareKind)
STANCES = list(CareStance)
ROLES = list(CONCEPTS)
TURNED = frozenset({"not", "stop", "meals"})
HELPING = frozenset({"reach", "prescriber"})


def read_care(goal: str) -> Care | None:
    """The care that a goal asks for, or None. Any text is welcome; nothing is raised."""
    wording = words_of(goal, lexicon().speller)
    return heard(wording) or weighed(wording.words)


def hear_care(text: str) -> Care | None:
    """The same for any other text, a note or a diary, by the lists alone: the weights know only goals."""
    return heard(words_of(text, lexicon().speller))


def heard(wording: Wording) -> Care | None:
    """What the lists hear."""
    known = lexicon()
    places = lattice(wording.words, known.labels, wording.names)
    hits = find(places, known.phrases)
    concepts = _settled([*hits, *measured(wording.words, places), *stopped_at_once(hits)])
    if not concepts:  # as in most goals: there is no scene to look at
        return None
    scene = Scene.of(wording.words, places, _cues(hits, concepts), known.past_forms)
    read = ((hit, stance_of(hit, scene)) for hit in concepts)
    return _heaviest(Care(CareKind(hit.kind), stance) for hit, stance in read if stance is not None)


def _settled(hits: Sequence[Hit]) -> list[Hit]:
    """The concepts that stand: outside idioms, and of two that share a word the longer, then the heavier kind."""
    masked = {(idiom.kind, at) for idiom in hits if idiom.role == "idiom" for at in range(idiom.start, idiom.end)}
    taken: set[int] = set()
    standing: list[Hit] = []
    for hit in sorted({hit for hit in hits if hit.role in CONCEPTS}, key=_weight):
        places = range(hit.start, hit.end)
        if taken.isdisjoint(places) and not any((kind, at) in masked for kind in ("", hit.kind) for at in places):
            taken.update(places)
            standing.append(hit)
    return standing


def _weight(hit: Hit) -> tuple[bool, int, int, int, int]:
    """What is only meant when refused gives way to everything else."""
    return hit.role == "need", hit.start - hit.end, KINDS.index(CareKind(hit.kind)), ROLES.index(hit.role), hit.start


def _cues(hits: Iterable[Hit], concepts: Sequence[Hit]) -> Iterator[Hit]:
    """The cues that are free: "stop" in "stop eating" has done its work, a nurse named in a trick is no help."""
    said = {at for hit in concepts if hit.role not in FIXED for at in range(hit.start, hit.end)}
    harmful = {at for hit in concepts if hit.role == "harm" for at in range(hit.start, hit.end)}
    for hit in hits:
        if hit.role in CONCEPTS or hit.role == "idiom":
            continue
        used = said if hit.role in TURNED else harmful if hit.role in HELPING else ()
        if not any(at in used for at in range(hit.start, hit.end)):
            yield hit


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
