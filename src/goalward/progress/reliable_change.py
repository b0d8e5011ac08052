"""Is a change larger than the measure's own error, and did it cross into or out of the clinical range?

Source: Jacobson & Truax 1991, doi:10.1037/0022-006X.59.1.12. Harmed, as a class beside deteriorated, is later usage.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from goalward.progress.direction import Better
from goalward.progress.measurement_error import (
    Z_95,
    ErrorOfMeasurement,
    ReliableChangeError,
    above_zero,
    finite_score,
)
from goalward.progress.observations import finite

__all__ = [
    "STEPS",
    "Change",
    "ChangeClass",
    "ChangeCriterion",
    "Crossing",
    "change_counts",
    "classify_change",
    "classify_changes",
]


class ChangeClass(StrEnum):
    """Recovered: reliably better, and out of the clinical range. Harmed: reliably worse, and into it."""

    RECOVERED = "recovered"
    IMPROVED = "improved"
    UNCHANGED = "unchanged"
    DETERIORATED = "deteriorated"
    HARMED = "harmed"


class Crossing(StrEnum):
    """Whether a change went over the cut-off."""

    NONE = "none"
    OUT_OF_CLINICAL = "out of the clinical range"
    INTO_CLINICAL = "into the clinical range"


@dataclass(frozen=True, slots=True)
class ChangeCriterion:
    """What counts as change on one measure.

    minimum: the smallest reliable change, above 0. A score at the cut-off is clinical, unless told otherwise.
    basis: where the minimum comes from: the error of measurement it was worked out from, or a source in words.
    Raises ReliableChangeError.
    """

    minimum: float
    cut_off: float
    better: Better
    basis: ErrorOfMeasurement | str
    clinical_at_cut_off: bool = True

    def __post_init__(self) -> None:
        above_zero(self.minimum, "The minimum change")
        finite(self.cut_off, "The cut-off", ReliableChangeError)

    @classmethod
    def from_error(
        cls,
        error: ErrorOfMeasurement,
        *,
        cut_off: float,
        better: Better,
        z: float = Z_95,
        clinical_at_cut_off: bool = True,
    ) -> ChangeCriterion:
        return cls(error.minimum_change(z), cut_off, better, error, clinical_at_cut_off)

    @property
    def reliability_used(self) -> str:
        """Which reliability the minimum rests on, or the source that gave it."""
        if isinstance(self.basis, str):
            return self.basis
        named = f"{self.basis.kind}, r = {self.basis.reliability:g}"
        return f"{named} ({self.basis.source})" if self.basis.source else named

    def is_clinical(self, score: Any) -> Any:
        """Whether a score lies in the clinical range; for a column of scores, a column of answers."""
        if self.better is Better.LOWER:
            return score >= self.cut_off if self.clinical_at_cut_off else score > self.cut_off
        return score <= self.cut_off if self.clinical_at_cut_off else score < self.cut_off


@dataclass(frozen=True, slots=True)
class Change:
    """One pair of scores, judged. A crossing without a reliable change is a note, and no class of its own."""

    before: float
    after: float
    change_class: ChangeClass
    crossing: Crossing
    criterion: ChangeCriterion

    @property
    def difference(self) -> float:
        return self.after - self.before

    @property
    def is_reliable(self) -> bool:
        return self.change_class is not ChangeClass.UNCHANGED

    @property
    def only_crossed(self) -> bool:
        return self.crossing is not Crossing.NONE and not self.is_reliable


STEPS = {
    2: ChangeClass.RECOVERED,
    1: ChangeClass.IMPROVED,
    0: ChangeClass.UNCHANGED,
    -1: ChangeClass.DETERIORATED,
    -2: ChangeClass.HARMED,
}


def classify_change(before: float, after: float, criterion: ChangeCriterion) -> Change:
    """Judge one pair of scores. One pair is not a trend. Raises ReliableChangeError."""
    gain = criterion.better.sign * (finite_score(after) - finite_score(before))
    was, is_now = criterion.is_clinical(before), criterion.is_clinical(after)
    step = (gain >= criterion.minimum) - (gain <= -criterion.minimum)
    return Change(before, after, STEPS[step << (was != is_now)], _crossing(was, is_now), criterion)


def classify_changes(pairs: Iterable[tuple[float, float]], criterion: ChangeCriterion) -> tuple[ChangeClass, ...]:
    """The class of each (before, after). For a million pairs in columns see ``change_steps``."""
    return tuple(classify_change(before, after, criterion).change_class for before, after in pairs)


def change_counts(classes: Iterable[ChangeClass]) -> Mapping[ChangeClass, int]:
    """How many of each class; classes that nobody is in count 0."""
    counted = Counter(classes)
    return {each: counted[each] for each in ChangeClass}


def _crossing(was: bool, is_now: bool) -> Crossing:
    if was == is_now:
        return Crossing.NONE
    return Crossing.OUT_OF_CLINICAL if was else Crossing.INTO_CLINICAL
