"""How much of a measure is error, and where the clinical range ends.

Source throughout: Jacobson & Truax 1991, doi:10.1037/0022-006X.59.1.12. The standard error of the difference is used,
not the standard error of one score, which some software prints under the same name.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

from goalward.measures import Z_95
from goalward.progress.direction import Better
from goalward.progress.observations import finite

__all__ = [
    "Z_90",
    "Z_95",
    "Distribution",
    "ErrorOfMeasurement",
    "ReliabilityKind",
    "ReliableChangeError",
    "above_zero",
    "cut_off_a",
    "cut_off_b",
    "cut_off_c",
    "finite_score",
]

Z_90 = 1.645  # as printed, like Z_95


class ReliableChangeError(ValueError):
    """A score, a spread or a reliability that no reliable change can be worked out from."""


class ReliabilityKind(StrEnum):
    """How the reliability was found; it changes the answer, so it is always said."""

    TEST_RETEST = "test-retest"
    INTERNAL_CONSISTENCY = "internal consistency (alpha)"


@dataclass(frozen=True, slots=True)
class ErrorOfMeasurement:
    """How much of a measure's spread is error.

    sd: above 0, of the clinical sample before treatment. reliability: from 0 to below 1. Raises ReliableChangeError.
    """

    sd: float
    reliability: float
    kind: ReliabilityKind
    source: str = ""

    def __post_init__(self) -> None:
        _spread(self.sd)
        if not 0 <= finite(self.reliability, "The reliability", ReliableChangeError) < 1:
            raise ReliableChangeError(f"The reliability is {self.reliability}; it lies from 0 to below 1.")

    @property
    def standard_error(self) -> float:
        """Of one score: SD·√(1−r)."""
        return self.sd * sqrt(1 - self.reliability)

    @property
    def s_diff(self) -> float:
        """Of the difference of two scores: √2·SE."""
        return sqrt(2 * self.standard_error**2)

    def index(self, before: float, after: float) -> float:
        """The RC index, (after − before) / S_diff: reliable from 1.96 either way. Below 0 where the score fell."""
        return (finite_score(after) - finite_score(before)) / self.s_diff

    def minimum_change(self, z: float = Z_95) -> float:
        """The smallest reliable change, z·S_diff, in points of the measure."""
        return above_zero(z, "z") * self.s_diff

    def band(self, score: float, z: float = Z_95) -> tuple[float, float]:
        """What a second score could be by chance: score ± z·S_diff."""
        return finite_score(score) - self.minimum_change(z), score + self.minimum_change(z)


@dataclass(frozen=True, slots=True)
class Distribution:
    """Mean and standard deviation of a clinical or a functional sample; sd above 0. Raises ReliableChangeError."""

    mean: float
    sd: float

    def __post_init__(self) -> None:
        finite(self.mean, "The mean", ReliableChangeError)
        _spread(self.sd)


def cut_off_a(clinical: Distribution, *, better: Better) -> float:
    """Two SD from the clinical mean, on the side of improvement."""
    return clinical.mean + better.sign * 2 * clinical.sd


def cut_off_b(functional: Distribution, *, better: Better) -> float:
    """Two SD from the functional mean, on the clinical side."""
    return functional.mean - better.sign * 2 * functional.sd


def cut_off_c(clinical: Distribution, functional: Distribution) -> float:
    """Where a score is as far from one mean as from the other, each in its own SD; the same whichever way is better."""
    return (clinical.sd * functional.mean + functional.sd * clinical.mean) / (clinical.sd + functional.sd)


def finite_score(value: float) -> float:
    return finite(value, "The score", ReliableChangeError)


def _spread(sd: float) -> float:
    return above_zero(sd, "The standard deviation")


def above_zero(value: float, what: str) -> float:
    if finite(value, what, ReliableChangeError) <= 0:
        raise ReliableChangeError(f"{what} is {value}; it needs to be above 0.")
    return value
