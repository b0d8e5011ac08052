"""What is told along with a goal: how things are, what has been, what other people do. It is no part of the goal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from goalward.coach.clauses import Clause, says
from goalward.coach.grammar import grammar
from goalward.coach.words import Words

__all__ = ["background"]

NOW = "now"  # how things are with the person: an amount in it may be where a change starts


def background(words: Words, clauses: Sequence[Clause]) -> list[tuple[Clause, bool]]:
    """The clauses that are told along, and whether their amounts say how things are now.

    None when nothing else is said: then that is the goal.
    """
    found = list(told(words, clauses))
    aside = {clause for clause, _ in found}
    return found if any(clause.head < clause.last for clause in clauses if clause not in aside) else []


def told(words: Words, clauses: Sequence[Clause]) -> Iterator[tuple[Clause, bool]]:
    rule = ""
    wanted = [place for place, clause in enumerate(clauses) if is_wanted(words, clause)]
    for place, clause in enumerate(clauses):
        goes_on = rule if clause.joined and not hangs(words, clause) else ""
        before = bool(wanted) and place < wanted[-1] and place not in wanted
        rule = rule_of(words, clause, "stated") or (before and rule_of(words, clause, "unsaid")) or goes_on
        if rule:
            yield clause, rule == NOW


def rule_of(words: Words, clause: Clause, stage: str) -> str:
    found = grammar(stage).at(words.letters[clause.first : clause.last])
    return found[0] if found else ""


def hangs(words: Words, clause: Clause) -> bool:
    """Whether it hangs on "I want to" and the like."""
    return says(words, "i|i_will|want|will|ability", clause.first, clause.head)


def is_wanted(words: Words, clause: Clause) -> bool:
    said, denied = (says(words, cls, clause.first, clause.head) for cls in ("i_will|want|will", "not"))
    return said and not denied
