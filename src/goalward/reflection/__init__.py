"""Where to begin: three guiding questions, areas of life, and what matters beside how much of it was lived."""

from goalward.reflection.areas import AREAS, Area, AreaChoice, suggested_order
from goalward.reflection.questions import GuidingQuestion
from goalward.reflection.ratings import ReflectionError
from goalward.reflection.values import VALUES, Value, ValueRating, gap_sentence, largest_gaps

__all__ = [
    "AREAS",
    "VALUES",
    "Area",
    "AreaChoice",
    "GuidingQuestion",
    "ReflectionError",
    "Value",
    "ValueRating",
    "gap_sentence",
    "largest_gaps",
    "suggested_order",
]
