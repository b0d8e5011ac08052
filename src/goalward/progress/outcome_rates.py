"""How many courses of treatment ended in recovery, and of how many: each rate with its own denominator.

Source of the rules: Clark 2018, PMC5942544.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from goalward.messages import Message
from goalward.progress.talking_therapies import CourseOutcome

__all__ = ["CONTACTS_OF_A_COURSE", "Course", "OutcomeRates", "Rate", "outcome_rates"]

CONTACTS_OF_A_COURSE = 2  # treatment contacts from which a course counts as finished


@dataclass(frozen=True, slots=True)
class Course:
    """One course of treatment. contacts: treatment contacts. outcome: None without scores from both ends."""

    contacts: int
    outcome: CourseOutcome | None


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of how many."""

    count: int
    of: int

    @property
    def percent(self) -> float | None:
        """None where there is nobody to count."""
        return 100 * self.count / self.of if self.of else None


@dataclass(frozen=True, slots=True)
class OutcomeRates:
    """Each rate with its own denominator: recovery counts only people who were a case at the start."""

    recovery: Rate
    reliable_improvement: Rate
    reliable_deterioration: Rate
    reliable_recovery: Rate
    labels: tuple[Message, ...]


def outcome_rates(courses: Iterable[Course]) -> OutcomeRates:
    """Of finished courses (two treatment contacts or more) that have scores from both ends."""
    finished = [each.outcome for each in courses if each.outcome and each.contacts >= CONTACTS_OF_A_COURSE]
    cases = [each for each in finished if each.was_case]

    def rate(of: list[CourseOutcome], holds: Callable[[CourseOutcome], bool | None]) -> Rate:
        return Rate(sum(holds(each) is True for each in of), len(of))

    return OutcomeRates(
        recovery=rate(cases, lambda each: each.recovered),
        reliable_improvement=rate(finished, lambda each: each.reliably_improved),
        reliable_deterioration=rate(finished, lambda each: each.reliably_deteriorated),
        reliable_recovery=rate(cases, lambda each: each.reliably_recovered),
        labels=tuple({str(label.params): label for each in finished for label in each.labels}.values()),
    )
