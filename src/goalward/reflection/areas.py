"""Areas of life, and how much each gets in the way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from goalward.messages import Message
from goalward.reflection.ratings import check_code, check_rating, codes

__all__ = ["AREAS", "Area", "AreaChoice", "suggested_order"]


@dataclass(frozen=True, slots=True)
class Area:
    code: str

    @property
    def label(self) -> Message:
        return Message(f"reflection.area_{self.code}")

    @property
    def hint(self) -> Message:
        return Message(f"reflection.area_{self.code}_hint")


AREAS = tuple(Area(code) for code in codes("areas"))
_CODES = frozenset(area.code for area in AREAS)


@dataclass(frozen=True, slots=True)
class AreaChoice:
    """An area that a person picked. ``impact``: how much it gets in the way, 0 to 10, None when skipped.

    The rank is the choice's place in the person's own list. Raises ReflectionError for an unknown area or impact.
    """

    area: str
    impact: int | None = None

    def __post_init__(self) -> None:
        check_code(self.area, _CODES)
        check_rating(self.impact)


def suggested_order(choices: Iterable[AreaChoice]) -> tuple[AreaChoice, ...]:
    """A first ranking to change as one likes: most in the way first, then as picked, skipped ones last."""
    return tuple(sorted(choices, key=lambda choice: -1 if choice.impact is None else choice.impact, reverse=True))
