"""Which way a harm points: what turns it round, whose it is, when it was, and what stands beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from .kinds import CareKind, CareStance
from .matching import Hit, Lattice

__all__ = ["CONCEPTS", "FIXED", "TURNING", "Scene", "stance_of"]

TOWARD, AWAY, MENTION = CareStance.TOWARD_HARM, CareStance.AWAY_FROM_HARM, CareStance.MENTION

CONCEPTS: Mapping[str, Sequence[CareStance | None]] = {
    # how words of this role read plain, turned round once, turned round twice
    "toward": (TOWARD, TOWARD, TOWARD),
    "away": (AWAY, MENTION, AWAY),
    "mention": (MENTION, MENTION, MENTION),
    "harmed": (CareStance.HARMED_BY_OTHERS,) * 3,
    "harm": (TOWARD, AWAY, TOWARD),
    "life": (AWAY, TOWARD, AWAY),
    "need": (None, TOWARD, AWAY),
    "topic": (MENTION, AWAY, MENTION),
    "one-way": (TOWARD, None, TOWARD),
}
FIXED = frozenset({"away", "mention", "harmed"})
INTRODUCERS = ("@condition", "@before", "@concession", "@afterwards")
JOINTS = frozenset({",", "and", "or", "nor"})
SUBJECTS = frozenset({"i", "we", "he", "she", "they", "it", "my"})
FIRST_PERSON = frozenset({"i", "my", "me", "us", "our", "myself"})
BEFORE_A_COMPLEMENT = frozenset(
    {"think", "thinking", "feel", "feeling", "like", "that", "say", "know", "believe", "if", "feels", "so"}
)
TURNING = ("unable", "not", "stop")
TURNED_BY_NOT = ("unable", "not")
GOVERNING_REACH = 3
ADJUNCTS = frozenset({"without", "instead", "rather"})
SUBJECT_REACH = 5
LESSENING_REACH = 3
LISTED_REACH = 3
OTHERS_REACH = 6
ANOTHER_GOAL = 7
INTRODUCER_REACH = 6
ENDS_A_STORY = frozenset({".", ",", "and", "then", "but", "i", "so"})
ABOUT = frozenset({"on", "about", "of", "for", "into", "with", "around"})


class Clause(NamedTuple):
    """What stands to the left of a hit in its clause."""

    start: int
    turns: int
    unable: bool
    introducer: str


class Scene(NamedTuple):
    words: Sequence[str]
    places: Lattice
    cues: Mapping[str, Sequence[Hit]]
    past_forms: frozenset[str]

    def has(self, at: int, label: str) -> bool:
        return label in self.places[at]

    def sentence(self, hit: Hit) -> tuple[int, int]:
        start = next((at + 1 for at in range(hit.start - 1, -1, -1) if self.words[at] == "."), 0)
        end = next((at for at in range(hit.end, len(self.words)) if self.words[at] == "."), len(self.words))
        return start, end

    def within(self, role: str, start: int, end: int) -> list[Hit]:
        return [cue for cue in self.cues.get(role, ()) if cue.start >= start and cue.end <= end]

    def light(self, start: int, end: int) -> bool:
        return all(self.has(at, "@light") for at in range(start, end))


def stance_of(hit: Hit, scene: Scene) -> CareStance | None:
    clause = clause_of(hit, scene)
    if _is_a_subject_of_study(hit, clause, scene):
        return None
    stance = _as_worded(hit, clause, scene)
    if stance is TOWARD and hit.role != "toward":
        stance = _as_placed(hit, clause, scene)
    if stance is MENTION and hit.role not in FIXED:
        stance = _as_answered(hit, clause, scene)
    return stance


def clause_of(hit: Hit, scene: Scene) -> Clause:
    """Walk left from the hit to where its clause begins, counting what turns it round."""
    at, turns, unable, joint = hit.start - (scene.words[hit.start] != "i"), 0, False, ""
    nearest, stopped = hit.start, False
    while at >= 0:
        cue = _turning_cue(at, hit, scene)
        if cue is not None:
            if _may_turn(cue, hit, joint, nearest, scene) and not (stopped and cue.role == "stop"):
                turns += cue.role != "unable"
                unable |= cue.role == "unable"
                nearest = cue.start
                stopped |= cue.role == "stop" or scene.words[cue.start] in ADJUNCTS
            at = cue.start - 1
            continue
        introducer = "" if joint else _introducer(at, scene)
        if introducer or _ends_the_clause(at, hit, joint, scene):
            return Clause(at + 1, turns or _lessened(hit, scene), unable, introducer)
        if scene.words[at] in JOINTS:
            if turns:
                return Clause(at + 1, turns, unable, "")
            joint = scene.words[at]
        at -= 1
    return Clause(0, turns or _lessened(hit, scene), unable, "")


def _introducer(at: int, scene: Scene) -> str:
    """The label of a word that leads a clause in; not so the "when" of "plan how and when"."""
    if at and (scene.has(at - 1, "@asks") or (at > 1 and scene.words[at - 1] == "and" and scene.has(at - 2, "@asks"))):
        return ""
    return next((label for label in INTRODUCERS if scene.has(at, label)), "")


def _lessened(hit: Hit, scene: Scene) -> int:
    """1 when the words just after the hit make it fewer or less."""
    if hit.role not in {"harm", "topic"} or hit.kind == CareKind.MEDICINE:
        return 0
    near = range(hit.end, hit.end + LESSENING_REACH)
    cues = [cue for cue in scene.cues.get("lessened", ()) if cue.start in near]
    return int(any(not _parted(hit.end, cue.start, scene) for cue in cues))


def _parted(start: int, end: int, scene: Scene) -> bool:
    return any(scene.has(at, "@break") or scene.words[at] == "," for at in range(start, end))


def _turning_cue(at: int, hit: Hit, scene: Scene) -> Hit | None:
    roles = TURNED_BY_NOT if hit.role in {"life", "away"} else TURNING
    cues = [cue for role in roles for cue in scene.cues.get(role, ()) if cue.start <= at < cue.end <= hit.start]
    return max(cues, key=lambda cue: cue.end - cue.start, default=None)


def _may_turn(cue: Hit, hit: Hit, joint: str, nearest: int, scene: Scene) -> bool:
    """Whether the cue still reaches the hit: at once for a need, across "or" always, across "and" only in a list."""
    if hit.role == "need":
        return not joint and scene.light(cue.end, nearest)
    if joint in {"", "or", "nor"} or scene.has(cue.end, "@blow"):
        return True
    if _is_a_thing(hit, scene):
        listed = range(cue.end, min(cue.end + LISTED_REACH, hit.start))
        return any(scene.words[at].endswith("ing") or scene.has(at, "@deed") for at in listed)
    return cue.role == "not" and hit.kind in {CareKind.SELF_HARM, CareKind.HARM_TO_OTHERS}


def _is_a_thing(hit: Hit, scene: Scene) -> bool:
    return scene.words[hit.start].endswith("ing") or hit.role == "topic" or scene.has(hit.start, "@deed")


def _ends_the_clause(at: int, hit: Hit, joint: str, scene: Scene) -> bool:
    word = scene.words[at]
    if word in JOINTS:
        return _ends_at_joint(at, hit, joint, scene)
    if word == "i" and at > 0:
        before = scene.words[at - 1]
        return before not in BEFORE_A_COMPLEMENT and not _follows_an_introducer(at, scene)
    return scene.has(at, "@break")


def _follows_an_introducer(at: int, scene: Scene) -> bool:
    return any(
        scene.places[before].get(label, 0) >= at
        for before in range(max(0, at - INTRODUCER_REACH), at)
        for label in (*INTRODUCERS, "@break", "@joint")
    )


def _ends_at_joint(at: int, hit: Hit, joint: str, scene: Scene) -> bool:
    if scene.words[at + 1] in SUBJECTS:
        return True
    word = scene.words[at]
    if word == ",":
        return joint != "or" and not _is_a_thing(hit, scene) and not scene.has(at - 1, "@blow")
    return word == "and" and any(scene.has(between, "@desire") for between in range(at + 1, hit.start))


def _is_a_subject_of_study(hit: Hit, clause: Clause, scene: Scene) -> bool:
    """An essay on it, a film about it, a charity against it: named, but not in the writer's life."""
    named = hit.start > 0 and scene.words[hit.start - 1] in ABOUT
    if not named and hit.role not in {"topic", "harmed", "away", "mention"}:
        return False
    if not FIRST_PERSON.isdisjoint(scene.words[max(hit.start - 1, 0) : hit.end]):
        return False
    near = scene.within("subject", max(clause.start, hit.start - SUBJECT_REACH), hit.end + SUBJECT_REACH)
    return bool(near or scene.within("fiction", *scene.sentence(hit)))


def _as_worded(hit: Hit, clause: Clause, scene: Scene) -> CareStance | None:
    role = "topic" if hit.role == "harm" and _governed("thought", hit, scene) else hit.role
    plain, once, more = CONCEPTS[role]
    if clause.turns:
        return once if clause.turns % 2 else more
    return TOWARD if role == "topic" and hit.role == "topic" and _governed("start", hit, scene) else plain


def _governed(role: str, hit: Hit, scene: Scene) -> bool:
    """Whether such a cue stands just before the hit."""
    return any(
        cue.start < hit.start
        and cue.end <= hit.end
        and hit.start - cue.end <= GOVERNING_REACH
        and scene.light(cue.end, hit.start)
        for cue in scene.cues.get(role, ())
    )


def _as_placed(hit: Hit, clause: Clause, scene: Scene) -> CareStance:
    """A harm in plain words still is no goal toward it when it is past, another's, feared, or what the goal guards against."""
    if clause.introducer == "@condition":
        return AWAY
    if clause.introducer == "@before" and (hit.kind != CareKind.SUICIDE or _answered("reach", scene)):
        return AWAY
    if _is_no_goal(hit, clause, scene):
        return MENTION
    if hit.kind == CareKind.MEDICINE and _answered("prescriber", scene):
        return AWAY
    if _answered("reach", scene) and hit.kind != CareKind.HARM_TO_OTHERS:
        return AWAY
    return TOWARD


def _is_no_goal(hit: Hit, clause: Clause, scene: Scene) -> bool:
    start, end = scene.sentence(hit)
    return (
        clause.unable
        or clause.introducer == "@concession"
        or (clause.introducer == "@afterwards" and hit.kind != CareKind.SUICIDE)
        or _is_past(hit, clause, scene)
        or _is_anothers(hit, clause, scene)
        or _governed("fear", hit, scene)
        or (hit.kind == CareKind.HARM_TO_OTHERS and _beside("fear", hit, scene))
        or _is_a_habit(hit, scene)
        or (hit.kind == CareKind.SUICIDE and _is_a_joke(hit, scene))
        or (hit.kind == CareKind.MEDICINE and bool(scene.within("someday", start, end)))
    )


def _beside(role: str, hit: Hit, scene: Scene) -> bool:
    return any(cue.end <= hit.start or cue.start >= hit.end for cue in scene.within(role, *scene.sentence(hit)))


def _is_a_joke(hit: Hit, scene: Scene) -> bool:
    """Said over a nuisance, or laughed off beside a goal of another sort."""
    sentence = scene.sentence(hit)
    if scene.cues.get("in earnest"):
        return False
    laughed = bool(scene.within("laugh", *sentence)) and len(scene.words) - (hit.end - hit.start) >= ANOTHER_GOAL
    return laughed or bool(scene.within("joke", *sentence))


def _is_past(hit: Hit, clause: Clause, scene: Scene) -> bool:
    start, end = scene.sentence(hit)
    stop = next((at for at in range(hit.end, end) if scene.has(at, "@break") or scene.words[at] == ","), end)
    told = [
        cue
        for cue in scene.within("past", clause.start, stop)
        if cue.end <= hit.start or cue.start >= hit.end or hit.role != "harm"
    ]
    if scene.words[hit.start] in scene.past_forms or told:
        return True
    wanted = any(scene.has(at, "@desire") for at in range(clause.start, hit.start))
    return bool(scene.within("back-then", start, end)) and not wanted


def _is_anothers(hit: Hit, clause: Clause, scene: Scene) -> bool:
    if hit.kind != CareKind.HARM_TO_OTHERS and not FIRST_PERSON.isdisjoint(scene.words[hit.start : hit.end]):
        return False
    if hit.start and scene.words[hit.start - 1] in {"his", "her", "their", "'s"}:
        return True
    if any(_told_of(cue, hit, scene) for cue in scene.cues.get("others", ())):
        return True
    reach = {at for cue in scene.cues.get("reach", ()) for at in range(cue.start, cue.end)}
    return any(
        at not in reach and "@they" in scene.places[at] and _speaks_of(scene.places[at]["@they"], hit.start, scene)
        for at in range(max(clause.start - 1, 0), hit.start)
    )


def _speaks_of(start: int, end: int, scene: Scene) -> bool:
    return scene.light(start, end) and FIRST_PERSON.isdisjoint(scene.words[start:end])


def _told_of(cue: Hit, hit: Hit, scene: Scene) -> bool:
    return 0 <= hit.start - cue.end <= OTHERS_REACH and not ENDS_A_STORY.intersection(scene.words[cue.end : hit.start])


def _is_a_habit(hit: Hit, scene: Scene) -> bool:
    """ "I cut when I am sad" tells how it is; a goal says cut, will cut or want to."""
    if hit.kind == CareKind.SUICIDE or hit.start == 0 or scene.words[hit.start - 1] != "i":
        return False
    start, end = scene.sentence(hit)
    return not any(scene.has(at, "@desire") or scene.has(at, "@start-time") for at in range(start, end))


def _as_answered(hit: Hit, clause: Clause, scene: Scene) -> CareStance:
    """A harm that is only named becomes a goal by what the rest of the text does about it."""
    if _is_anothers(hit, clause, scene):
        return MENTION
    if _is_past(hit, clause, scene):
        return TOWARD if _answered("return", scene) else MENTION
    if clause.introducer in {"@condition", "@before"}:
        return AWAY
    if _answered("quit", scene):
        return AWAY
    if _answered("reach", scene) and hit.kind != CareKind.HARM_TO_OTHERS:
        return AWAY
    if hit.kind == CareKind.MEDICINE:
        return _medicine_named(scene)
    return MENTION


def _medicine_named(scene: Scene) -> CareStance:
    if _answered("prescriber", scene):
        return AWAY
    hasty = _answered("at-once", scene) or scene.cues.get("goodbye")
    return TOWARD if hasty and not scene.cues.get("someday") else MENTION


def _answered(role: str, scene: Scene) -> bool:
    """Whether such a cue stands anywhere in the text, and nothing turns it round."""
    if role in {"reach", "prescriber"} and scene.cues.get("goodbye"):
        return False
    return any(clause_of(cue, scene).turns % 2 == 0 for cue in scene.cues.get(role, ()))
