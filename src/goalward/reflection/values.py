"""What matters to a person, and the gap between that and the week they had."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from goalward.messages import Message
from goalward.reflection.ratings import check_code, check_rating, codes

__all__ = ["VALUES", "Value", "ValueRating", "gap_sentence", "largest_gaps"]


@dataclass(frozen=True, slots=True)
class Value:
    code: str

    @property
    def label(self) -> Message:
        return Message(f"reflection.value_{self.code}")

    @property
    def hint(self) -> Message:
        return Message(f"reflection.value_{self.code}_hint")


VALUES = tuple(Value(code) for code in codes("values"))
_CODES = frozenset(value.code for value in VALUES)


@dataclass(frozen=True, slots=True)
class ValueRating:
    """How much a value matters and how much of it was lived in the past week, each 0 to 10, None when skipped.

    Raises ReflectionError for an unknown value or rating.
    """

    value: str
    importance: int | None = None
    lived: int | None = None

    def __post_init__(self) -> None:
        check_code(self.value, _CODES)
        check_rating(self.importance)
        check_rating(self.lived)

    @property
    def gap(self) -> int | None:
        """Importance minus lived, -10 to 10. Below 0 when lived more than it matters: kept, since it is true."""
        if self.importance is None or self.lived is None:
            return None
        return self.importance - self.lived


def largest_gaps(ratings: Iterable[ValueRating], n: int = 3) -> tuple[ValueRating, ...]:
    """The values that matter most beyond what was lived, largest gap first; on a tie the one that matters more."""
    behind = [
        (rating.gap, rating.importance, rating) for rating in ratings if rating.gap is not None and rating.gap > 0
    ]
    behind.sort(key=lambda row: row[:2], reverse=True)
    return tuple(rating for *_, rating in behind[:n])


def gap_sentence(rating: ValueRating) -> Message:
    """The gap in plain words. The name of the value stands beside it on the page, not in the sentence."""
    if rating.gap is None:
        return Message("reflection.gap_unknown")
    side = "behind" if rating.gap > 0 else "ahead" if rating.gap < 0 else "level"
    return Message(f"reflection.gap_{side}", {"importance": rating.importance, "lived": rating.lived})
