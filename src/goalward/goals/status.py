"""What may happen to a goal. One table of moves drives the code, the tests and the diagram.

A goal that was started never becomes a draft again: a draft's words change freely, a started goal keeps its history.
A finished or let-go goal may be taken up again, since life does that too.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from goalward.decisions import ALLOWED, Decision, refused
from goalward.goals.rules import house_rules
from goalward.messages import Message, in_english

__all__ = [
    "ACTIVE_AT_ONCE",
    "TRANSITIONS",
    "GoalStatus",
    "may_move",
    "may_rate",
    "may_revise",
    "move_label",
    "needs_reason",
    "transitions_diagram",
]

ACTIVE_AT_ONCE = house_rules()["active_at_once"].value


class GoalStatus(StrEnum):
    DRAFT = "draft"
    ACTIVE = "active"
    PAUSED = "paused"
    FINISHED = "finished"
    LET_GO = "let_go"

    @property
    def label(self) -> Message:
        return Message(f"goals.status_{self}")


# In the order in which a page offers the moves.
TRANSITIONS: Mapping[GoalStatus, tuple[GoalStatus, ...]] = MappingProxyType(
    {
        GoalStatus.DRAFT: (GoalStatus.ACTIVE, GoalStatus.LET_GO),
        GoalStatus.ACTIVE: (GoalStatus.PAUSED, GoalStatus.FINISHED, GoalStatus.LET_GO),
        GoalStatus.PAUSED: (GoalStatus.ACTIVE, GoalStatus.FINISHED, GoalStatus.LET_GO),
        GoalStatus.FINISHED: (GoalStatus.ACTIVE,),
        GoalStatus.LET_GO: (GoalStatus.ACTIVE,),
    }
)

CLOSED = (GoalStatus.FINISHED, GoalStatus.LET_GO)


def may_move(status: GoalStatus, to: GoalStatus, *, active: int) -> Decision:
    """active: how many goals the person has active now."""
    if to not in TRANSITIONS[status]:
        return _no_such_move(status, to)
    if to is GoalStatus.ACTIVE and active >= ACTIVE_AT_ONCE:
        return refused("goals.enough_active", most=ACTIVE_AT_ONCE)
    return ALLOWED


def _no_such_move(status: GoalStatus, to: GoalStatus) -> Decision:
    if to is status:
        return refused(f"goals.already_{status}")
    if status is GoalStatus.DRAFT:
        return refused("goals.not_started")
    if status in CLOSED:
        return refused("goals.closed")
    return refused("goals.stays_started")


def may_revise(status: GoalStatus) -> Decision:
    """May its words change? A closed goal stays as it was when it ended, until it is taken up again."""
    return refused("goals.closed_words") if status in CLOSED else ALLOWED


def needs_reason(status: GoalStatus) -> bool:
    """Does a new wording ask for its reason? A draft's words change freely."""
    return status is not GoalStatus.DRAFT


def may_rate(status: GoalStatus) -> Decision:
    return ALLOWED if status is GoalStatus.ACTIVE else refused(f"goals.not_rated_{status}")


def move_label(status: GoalStatus, to: GoalStatus) -> Message:
    """What the button for an allowed move says. Raises KeyError for a move that the table does not have."""
    if to not in TRANSITIONS[status]:
        raise KeyError(f"{status} does not lead to {to}")
    return Message(f"goals.move_{status}_to_{to}")


def transitions_diagram() -> str:
    """The table as a Mermaid state diagram, for the documentation."""
    moves = [
        f"    {status} --> {to}: {in_english(move_label(status, to))}"
        for status in TRANSITIONS
        for to in TRANSITIONS[status]
    ]
    return "\n".join(["stateDiagram-v2", f"    [*] --> {GoalStatus.DRAFT}", *moves]) + "\n"
