"""What a goal can say that asks for care before coaching."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Care", "CareKind", "CareStance"]


class CareKind(StrEnum):
    """Highest first: of several kinds the earliest counts."""

    SUICIDE = "suicide"
    SELF_HARM = "self_harm"
    EATING = "eating"
    MEDICINE = "medicine"
    HARM_TO_OTHERS = "harm_to_others"
    HARMED_BY_OTHERS = "harmed_by_others"


class CareStance(StrEnum):
    """Where the goal is heading. Within a kind the earliest counts."""

    TOWARD_HARM = "toward_harm"
    AWAY_FROM_HARM = "away_from_harm"
    MENTION = "mention"
    HARMED_BY_OTHERS = "harmed_by_others"


@dataclass(frozen=True, slots=True)
class Care:
    kind: CareKind
    stance: CareStance
