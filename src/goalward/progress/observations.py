"""What the statistics accept: finite numbers, and enough of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import isfinite
from numbers import Real
from typing import TypeVar

__all__ = ["SeriesError", "finite", "finite_numbers", "median"]

Number = TypeVar("Number", float, Fraction)


class SeriesError(ValueError):
    """A series is too short, or holds something that is no finite number."""


def finite(value: object, what: str, error: type[ValueError] = SeriesError) -> float:
    """The value, if it is a finite number; ``what`` names it in the error. Raises ``error``."""
    if isinstance(value, bool) or not isinstance(value, Real) or not isfinite(value):
        raise error(f"{what} is {value!r}; it needs to be a finite number.")
    return float(value)


def finite_numbers(values: Sequence[float], what: str, *, least: int = 1) -> tuple[float, ...]:
    """The values as they are, each checked. least: how many it takes. Raises SeriesError."""
    if len(values) < least:
        raise SeriesError(f"{what} has {len(values)} values; it needs at least {least}.")
    return tuple(finite(value, f"Value {place} of {what}") for place, value in enumerate(values, 1))


def median(values: Iterable[Number]) -> Number:
    """The middle value, or halfway between the two middle ones; at least one value. Exact for exact fractions."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
