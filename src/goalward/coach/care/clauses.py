"""How far a word like "not" or "stop" reaches, and what leads a clause in."""

from __future__ import annotations

from typing import NamedTuple

from .kinds import CareKind
from .matching import Hit
from .scenes import Scene

__all__ = ["Clause", "clause_of"]

INTRODUCERS = ("@condition", "@before", "@concession", "@afterwards")
NOT_TURNED_BY_STOPPING = frozenset({"life", "away"})
LESSENED = frozenset({"harm", "topic", "one-way"})

LONGEST_CLAUSE = 40
INTRODUCER_REACH = 6
LESSENING_REACH = 3
LISTED_REACH = 3


class Clause(NamedTuple):
    """What stands to the left of a hit in its clause: how often it is turned round, what leads it in."""

    start: int
    turns: int = 0
    unable: bool = False
    introducer: str = ""


class _Walk:
    """The way left from a hit to where its clause begins."""

    def __init__(self, hit: Hit, scene: Scene) -> None:
        self.hit, self.scene = hit, scene
        self.at = hit.start - (scene.words[hit.start] not in {"i", "by"})
        self.furthest = max(0, hit.start - LONGEST_CLAUSE)
        self.nearest, self.joint = hit.start, ""
        self.turns, self.unable, self.stopped = 0, False, False

    def clause(self) -> Clause:
        while self.at >= self.furthest:
            introducer = "" if self.joint else _introducer(self.at, self.scene)
            if introducer:
                return self._ended(introducer)
            cue = self._turning_cue()
            if cue is not None:
                self._pass(cue)
                continue
            if self._ends_here():
                return self._ended("")
            if self.scene.has(self.at, "@joint"):
                self.joint = self.scene.words[self.at]
            self.at -= 1
        return self._ended("")

    def _ended(self, introducer: str) -> Clause:
        turns = self.turns or _lessened(self.hit, self.scene)
        return Clause(self.at + 1, turns, self.unable, introducer)

    def _turning_cue(self) -> Hit | None:
        ignored = "stop" if self.hit.role in NOT_TURNED_BY_STOPPING else ""
        cues = self.scene.turning.get(self.at, ())
        return next((cue for cue in cues if cue.end <= self.hit.start and cue.role != ignored), None)

    def _pass(self, cue: Hit) -> None:
        """One "stop" is enough ("cope by avoiding cutting"), and none beyond "without" reaches this far."""
        if self._reaches(cue) and not (self.stopped and cue.role == "stop"):
            self.turns += cue.role != "unable"
            self.unable |= cue.role == "unable"
            self.stopped |= cue.role == "stop" or self.scene.has(cue.start, "@adjunct")
            self.nearest = cue.start
        self.at = cue.start - 1

    def _reaches(self, cue: Hit) -> bool:
        """At once for a need, across "or" always, across "and" only in a list."""
        if self.hit.role == "need":
            return not self.joint and self.scene.light(cue.end, self.nearest)
        if self.joint in {"", "or", "nor"} or self._is_like(cue.end):
            return True
        if _is_a_thing(self.hit, self.scene):
            listed = range(cue.end, min(cue.end + LISTED_REACH, self.hit.start))
            return any(self.scene.words[at].endswith("ing") or self.scene.has(at, "@deed") for at in listed)
        return cue.role == "not" and self.hit.kind in {CareKind.SELF_HARM, CareKind.HARM_TO_OTHERS}

    def _is_like(self, at: int) -> bool:
        """Whether a blow of the same form follows the cue: "not hit, kick and bite", "stop hitting and biting"."""
        form, other = self.scene.words[self.hit.start], self.scene.words[at]
        return self.scene.has(at, "@blow") and form.endswith("ing") == other.endswith("ing")

    def _ends_here(self) -> bool:
        if self.scene.has(self.at, "@joint"):
            return self.turns > 0 or self._ends_at_joint()
        if self.scene.words[self.at] == "i" and self.at:
            return not (
                self.scene.has(self.at - 1, "@before-a-complement") or _follows_an_introducer(self.at, self.scene)
            )
        return self.scene.has(self.at, "@break")

    def _ends_at_joint(self) -> bool:
        word = self.scene.words[self.at]
        if self.scene.has(self.at + 1, "@subject-word"):
            return True
        if word == ",":
            listed = _is_a_thing(self.hit, self.scene) or self.scene.has(self.at - 1, "@blow")
            return self.joint != "or" and not listed
        return word == "and" and self.scene.any("@desire", self.at + 1, self.hit.start)


def clause_of(hit: Hit, scene: Scene) -> Clause:
    return _Walk(hit, scene).clause()


def _introducer(at: int, scene: Scene) -> str:
    """The label of a word that leads a clause in; not so the "when" of "plan how and when"."""
    if at and scene.has(at - 1, "@asks"):
        return ""
    if at > 1 and scene.words[at - 1] == "and" and scene.has(at - 2, "@asks"):
        return ""
    return next((label for label in INTRODUCERS if scene.has(at, label)), "")


def _follows_an_introducer(at: int, scene: Scene) -> bool:
    """Whether a phrase such as "every time" or "no matter how much" ends where this word begins."""
    return any(
        scene.places[before].get(label, 0) >= at
        for before in range(max(0, at - INTRODUCER_REACH), at)
        for label in (*INTRODUCERS, "@break")
    )


def _is_a_thing(hit: Hit, scene: Scene) -> bool:
    """A deed as a thing, "cutting", "a binge": it can stand in a list after "no" or "stop"."""
    return hit.role == "topic" or scene.words[hit.start].endswith("ing") or scene.has(hit.start, "@deed")


def _lessened(hit: Hit, scene: Scene) -> int:
    """1 when the words just after the hit make it fewer or less."""
    if hit.role not in LESSENED or hit.kind == CareKind.MEDICINE:
        return 0
    near = [cue.start for cue in scene.cues.get("lessened", ()) if hit.end <= cue.start < hit.end + LESSENING_REACH]
    return int(any(not _parted(hit.end, start, scene) for start in near))


def _parted(start: int, end: int, scene: Scene) -> bool:
    return any(scene.has(at, "@break") or scene.words[at] == "," for at in range(start, end))
