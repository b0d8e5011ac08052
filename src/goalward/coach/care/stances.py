"""Which way a harm points: what turns it round, whose it is, when it was, and what stands beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .clauses import Clause, clause_of
from .kinds import CareKind, CareStance
from .matching import Hit
from .scenes import Scene, overlap

__all__ = ["CONCEPTS", "FIXED", "stance_of"]

TOWARD, AWAY, MENTION = CareStance.TOWARD_HARM, CareStance.AWAY_FROM_HARM, CareStance.MENTION

CONCEPTS: Mapping[str, Sequence[CareStance | None]] = {
    # how words of this role read plain, turned round once, turned round twice
    "toward": (TOWARD, AWAY, TOWARD),
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
NAMED = FIXED | {"topic"}
REFUSED_BY_A_GOODBYE = frozenset({"reach", "prescriber"})

GOVERNING_REACH = 3
SUBJECT_REACH = 5
OTHERS_REACH = 6
ANOTHER_GOAL = 7
"""Words that a text needs beside its harm to hold a goal of another sort."""


def stance_of(hit: Hit, scene: Scene) -> CareStance | None:
    clause = clause_of(hit, scene)
    if _is_only_a_subject(hit, clause, scene):
        return None
    stance = _as_worded(hit, clause, scene)
    if stance is TOWARD and hit.role == "toward":
        stance = MENTION if _begins_with_struggle(hit, scene) else TOWARD
    elif stance is TOWARD:
        stance = _as_placed(hit, clause, scene)
    if stance is MENTION and hit.role not in FIXED:
        stance = _as_answered(hit, clause, scene)
    return AWAY if _is_owned_up_to(hit, scene) else stance


def _is_owned_up_to(hit: Hit, scene: Scene) -> bool:
    """ "I hit her once and it must never happen again": told as one's own deed, and to be ended."""
    if hit.kind != CareKind.HARM_TO_OTHERS or hit.role not in {"mention", "harm"}:
        return False
    mine = "i" in scene.words[max(hit.start - 1, 0) : hit.end]
    return mine and (_answered("quit", scene) or _answered("never again", scene))


def _is_only_a_subject(hit: Hit, clause: Clause, scene: Scene) -> bool:
    """An essay on it, a film about it, a charity against it: named, but not in the writer's life."""
    before = max(hit.start - 1, 0)
    if hit.role not in NAMED and not scene.any("@about", before, hit.start):
        return False
    if scene.any("@first-person", before, hit.end):
        return False
    near = scene.within("subject", max(clause.start, hit.start - SUBJECT_REACH), hit.end + SUBJECT_REACH)
    return bool(near or scene.within("fiction", *scene.sentence(hit)))


def _as_worded(hit: Hit, clause: Clause, scene: Scene) -> CareStance | None:
    role = "topic" if hit.role == "harm" and _governed("thought", hit, scene) else hit.role
    plain, once, more = CONCEPTS[role]
    if clause.turns:
        return once if clause.turns % 2 else more
    return TOWARD if hit.role == "topic" and _governed("start", hit, scene) else plain


def _begins_with_struggle(hit: Hit, scene: Scene) -> bool:
    """ "I can not stop": the words of a refusal, told as a struggle."""
    return any(cue.start < hit.start < cue.end for cue in scene.cues.get("unable", ()))


def _governed(role: str, hit: Hit, scene: Scene) -> bool:
    """Whether such a cue stands just before the hit."""
    return any(
        cue.start < hit.start and cue.end <= hit.end and hit.start - cue.end <= GOVERNING_REACH
        for cue in scene.cues.get(role, ())
        if scene.light(cue.end, hit.start)
    )


def _as_placed(hit: Hit, clause: Clause, scene: Scene) -> CareStance:
    """Plain words of harm are no goal toward it when it is past, another's, feared, or what the goal guards against."""
    if hit.kind == CareKind.SUICIDE and _is_a_joke(hit, scene):
        return MENTION
    if clause.introducer == "@condition":
        return AWAY
    if clause.introducer == "@before" and (hit.kind != CareKind.SUICIDE or _answered("reach", scene)):
        return AWAY
    if _is_no_goal(hit, clause, scene):
        return MENTION
    return AWAY if _is_helped(hit, scene) else TOWARD


def _as_answered(hit: Hit, clause: Clause, scene: Scene) -> CareStance:
    """A harm that is only named becomes a goal by what the rest of the text does about it."""
    if _is_anothers(hit, clause, scene) or (hit.kind == CareKind.SUICIDE and _is_a_joke(hit, scene)):
        return MENTION
    if _is_past(hit, clause, scene):
        return TOWARD if _answered("return", scene) else AWAY if _is_told(hit, scene) else MENTION
    if clause.introducer in {"@condition", "@before"} or _answered("quit", scene) or _is_helped(hit, scene):
        return AWAY
    if hit.kind == CareKind.EATING and scene.cues.get("meals") and (hit.role == "topic" or clause.introducer):
        return AWAY
    return TOWARD if hit.kind == CareKind.MEDICINE and _is_hasty(scene) else MENTION


def _is_helped(hit: Hit, scene: Scene) -> bool:
    """Telling somebody turns a plan against oneself; a threat against others is told too, and proves nothing."""
    if hit.kind == CareKind.MEDICINE:
        return _answered("prescriber", scene)
    return hit.kind != CareKind.HARM_TO_OTHERS and _answered("reach", scene)


def _is_told(hit: Hit, scene: Scene) -> bool:
    """ "Tell my mum I have been hurting myself": the same sentence begins with somebody who shall hear of it."""
    began = scene.within("reach", scene.sentence(hit)[0], hit.start)
    return bool(began) and _answered("reach", scene)


def _is_hasty(scene: Scene) -> bool:
    return (_answered("at-once", scene) or bool(scene.cues.get("goodbye"))) and not scene.cues.get("someday")


def _answered(role: str, scene: Scene) -> bool:
    """Whether such a cue stands anywhere in the text, and nothing turns it round."""
    if role not in scene.answers:
        refused = role in REFUSED_BY_A_GOODBYE and bool(scene.cues.get("goodbye"))
        plain = any(clause_of(cue, scene).turns % 2 == 0 for cue in scene.cues.get(role, ()))
        scene.answers[role] = plain and not refused
    return scene.answers[role]


def _is_no_goal(hit: Hit, clause: Clause, scene: Scene) -> bool:
    return (
        clause.unable
        or clause.introducer == "@concession"
        or (clause.introducer == "@afterwards" and hit.kind != CareKind.SUICIDE)
        or _is_past(hit, clause, scene)
        or _is_anothers(hit, clause, scene)
        or _is_feared(hit, scene)
        or _is_a_habit(hit, scene)
        or (hit.kind == CareKind.MEDICINE and _is_put_off(hit, scene))
    )


def _is_put_off(hit: Hit, scene: Scene) -> bool:
    """ "One day", as far as it is not "in one day", and nothing else says now."""
    sentence = scene.sentence(hit)
    if not scene.within("someday", *sentence) or scene.any("@soon", *sentence):
        return False
    return all(overlap(cue, hit) for cue in scene.cues.get("at-once", ()))


def _is_feared(hit: Hit, scene: Scene) -> bool:
    """Afraid of doing it; harm to others may be feared anywhere in the sentence ("my therapist says it is OCD")."""
    if _governed("fear", hit, scene):
        return True
    fears = scene.within("fear", *scene.sentence(hit)) if hit.kind == CareKind.HARM_TO_OTHERS else ()
    return any(not overlap(cue, hit) for cue in fears)


def _is_a_joke(hit: Hit, scene: Scene) -> bool:
    """Said over a nuisance, or laughed off beside a goal of another sort."""
    sentence = scene.sentence(hit)
    if scene.cues.get("in earnest"):
        return False
    laughed = bool(scene.within("laugh", *sentence)) and len(scene.words) - (hit.end - hit.start) >= ANOTHER_GOAL
    return laughed or bool(scene.within("joke", *sentence))


def _is_past(hit: Hit, clause: Clause, scene: Scene) -> bool:
    if scene.words[hit.start] in scene.past_forms:
        return True
    told = scene.within("past", clause.start - 1, scene.clause_end(hit))
    if any(hit.role != "harm" or not overlap(cue, hit) for cue in told):
        return True
    end = scene.clause_end(hit) if hit.start == 0 else scene.sentence(hit)[1]
    long_ago = any(cue.kind in {"", hit.kind} for cue in scene.within("back-then", scene.sentence(hit)[0], end))
    return long_ago and not scene.any("@desire", clause.start, hit.start)


def _is_anothers(hit: Hit, clause: Clause, scene: Scene) -> bool:
    if hit.kind != CareKind.HARM_TO_OTHERS and scene.any("@first-person", hit.start, hit.end):
        return False
    if scene.places[0].get("@a-note") is not None and not scene.any("@first-person", 0, len(scene.words)):
        return False
    if scene.any("@third-person", max(hit.start - 1, 0), hit.start):
        return True
    return _is_told_of_others(hit, scene) or _has_another_subject(hit, clause, scene)


def _is_told_of_others(hit: Hit, scene: Scene) -> bool:
    """ "My sister, who ...", "help my son ...": as long as the same sentence goes on about them."""
    ends = [cue.end for cue in scene.cues.get("others", ()) if 0 <= hit.start - cue.end <= OTHERS_REACH]
    return any(not scene.any("@ends-a-story", end, hit.start) for end in ends)


def _has_another_subject(hit: Hit, clause: Clause, scene: Scene) -> bool:
    """ "He wants to die": somebody else, and nothing but light words between them and the harm."""
    for at in range(max(clause.start - 1, 0), hit.start):
        end = scene.places[at].get("@they")
        if end is not None and scene.light(end, hit.start) and not scene.any("@first-person", end, hit.start):
            return not any(cue.start <= at < cue.end for cue in scene.cues.get("reach", ()))
    return False


def _is_a_habit(hit: Hit, scene: Scene) -> bool:
    """ "I cut when I am sad" tells how it is; a goal says cut, will cut or want to."""
    start, end = max(hit.start - 1, 0), scene.clause_end(hit)
    told = hit.kind != CareKind.SUICIDE and "i" in scene.words[start : hit.start + 1]
    begins = scene.any("@start-time", start, scene.sentence(hit)[1]) or scene.any("@from-now", *scene.sentence(hit))
    return told and not scene.any("@desire", start, end) and not begins
