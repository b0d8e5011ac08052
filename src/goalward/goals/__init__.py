"""A goal of one's own: what may happen to it, how it is worded, how far it has come, what will be done about it."""

from goalward.goals.plans import (
    IfThenPlan,
    Ownership,
    check_review_date,
    needs_easing,
    review_default,
)
from goalward.goals.rules import HouseRule, house_rules
from goalward.goals.scales import (
    LEVELS,
    AttainmentError,
    AttainmentLevels,
    LevelPart,
    ScaleKind,
    build_levels,
    check_levels,
    level_name,
    rating_word,
)
from goalward.goals.status import (
    ACTIVE_AT_ONCE,
    TRANSITIONS,
    GoalStatus,
    may_move,
    may_rate,
    may_revise,
    move_label,
    needs_reason,
    transitions_diagram,
)
from goalward.goals.wordings import Piece, PieceKind, RevisionReason, is_stale, may_begin, wording_difference

__all__ = [
    "ACTIVE_AT_ONCE",
    "LEVELS",
    "TRANSITIONS",
    "AttainmentError",
    "AttainmentLevels",
    "GoalStatus",
    "HouseRule",
    "IfThenPlan",
    "LevelPart",
    "Ownership",
    "Piece",
    "PieceKind",
    "RevisionReason",
    "ScaleKind",
    "build_levels",
    "check_levels",
    "check_review_date",
    "house_rules",
    "is_stale",
    "level_name",
    "may_begin",
    "may_move",
    "may_rate",
    "may_revise",
    "move_label",
    "needs_easing",
    "needs_reason",
    "rating_word",
    "review_default",
    "transitions_diagram",
    "wording_difference",
]
