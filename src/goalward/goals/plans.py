"""What a person will do about a goal, how sure they are, whose goal it is, and when they look at it again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from goalward.decisions import ALLOWED, Decision, refused
from goalward.goals.rules import house_rules
from goalward.messages import Message

__all__ = ["IfThenPlan", "Ownership", "check_review_date", "needs_easing", "review_default"]

# People often repeat the words that the page has already printed before the box.
_REPEATED_IF = re.compile(r"(?:if|when|whenever)\s+", re.IGNORECASE)
_REPEATED_THEN = re.compile(r"(?:then\s+)?(?:i\s+will|i['’]ll)\s+|then\s+", re.IGNORECASE)


class Ownership(StrEnum):
    """An answer to "whose goal is this?"."""

    MINE = "mine"
    MINE_AND_OTHERS = "mine_and_others"
    SOMEONE_ELSES = "someone_elses"
    NOT_SURE = "not_sure"

    @property
    def label(self) -> Message:
        return Message(f"goals.owner_{self}")

    @property
    def follow_up(self) -> Message | None:
        """A question worth a thought when the goal may be somebody else's wish; never a reason to refuse it."""
        return None if self in (Ownership.MINE, Ownership.MINE_AND_OTHERS) else Message(f"goals.owner_{self}_follow_up")


@dataclass(frozen=True, slots=True)
class IfThenPlan:
    """What might get in the way, and what the person will do then. Both are kept exactly as typed."""

    when: str
    then: str

    @property
    def sentence(self) -> Message:
        """The plan in one sentence. The blanks lose only what it says already: "If", "I will", the full stop."""
        when, then = _inside(self.when, _REPEATED_IF), _inside(self.then, _REPEATED_THEN)
        return Message("goals.if_then", {"when": when, "then": then})


def _inside(words: str, repeated: re.Pattern[str]) -> str:
    bare = words.strip().rstrip(".,; ")
    return bare[lead.end() :] if (lead := repeated.match(bare)) else bare


def needs_easing(confidence: int | None) -> bool:
    """Ask what would make the step easier? ``confidence`` is 0 to 10, None when the person skipped the question."""
    return confidence is not None and confidence < house_rules()["confidence_to_start"].value


def review_default(today: date) -> date:
    return today + timedelta(days=house_rules()["review_after"].value)


def check_review_date(on: date, today: date) -> Decision:
    years = house_rules()["review_within"].value
    if on < today:
        return refused("goals.review_past")
    if (on.year - years, on.month, on.day) > (today.year, today.month, today.day):
        return refused("goals.review_far", years=years)
    return ALLOWED
