"""Plain rules about one pair of scores: how much in percent, a response, remission.

None of them asks whether the change is larger than the measure's own error; reliable change does.
"""

from __future__ import annotations

from goalward.progress.direction import Better
from goalward.progress.observations import finite

__all__ = [
    "ResponseError",
    "has_responded",
    "improved_by_percent",
    "is_in_remission",
    "meets_kroenke_rule",
    "percent_change",
    "percent_improvement",
]

RESPONSE = 50  # percent
KROENKE_HIGHEST = 9
PHQ9_HIGHEST = 27


class ResponseError(ValueError):
    """A score or a percentage that these rules cannot use."""


def percent_change(before: float, after: float, *, zero: float = 0) -> float:
    """How far the score moved, in percent of where it started: below 0 where it fell.

    zero: the lowest score of the measure, which percent are counted from (10 for the K10 coded 1 to 5).
    before: above zero; after: at least zero. Raises ResponseError.
    """
    for value in (before, after, zero):
        finite(value, "The score", ResponseError)
    if before <= zero or after < zero:
        raise ResponseError(
            f"From {before:g} to {after:g} is no percentage: percent are counted from {zero:g}, and up."
        )
    return 100 * (after - before) / (before - zero)


def percent_improvement(before: float, after: float, *, better: Better = Better.LOWER, zero: float = 0) -> float:
    """The same, above 0 where it is an improvement."""
    return better.sign * percent_change(before, after, zero=zero)


def improved_by_percent(
    before: float, after: float, percent: float, *, better: Better = Better.LOWER, zero: float = 0
) -> bool:
    """Whether the score improved by at least that many percent of where it started; percent above 0.

    For a minimal important difference stated in percent, such as 20 % for the PHQ-9 (Kounali et al. 2022).
    """
    if finite(percent, "The percentage", ResponseError) <= 0:
        raise ResponseError(f"The percentage is {percent:g}; it needs to be above 0.")
    return percent_improvement(before, after, better=better, zero=zero) >= percent


def has_responded(before: float, after: float, *, better: Better = Better.LOWER, zero: float = 0) -> bool:
    """Response: an improvement of 50 % or more."""
    return improved_by_percent(before, after, RESPONSE, better=better, zero=zero)


def is_in_remission(score: float, *, threshold: float, better: Better = Better.LOWER) -> bool:
    """Beyond the threshold, not at it: below 5 for the PHQ-9 (Kroenke, Spitzer & Williams 2001)."""
    gap = finite(score, "The score", ResponseError) - finite(threshold, "The threshold", ResponseError)
    return better.sign * gap > 0


def meets_kroenke_rule(before: float, after: float) -> bool:
    """The PHQ-9 rule: at most 9 at the end, and a fall of 50 % or more. Scores from 0 to 27, before above 0.

    Sources: Kroenke, Spitzer & Williams 2001, doi:10.1046/j.1525-1497.2001.016009606.x; compared with other rules by
    McMillan, Gilbody & Richards 2010, doi:10.1016/j.jad.2010.04.030.
    """
    if max(before, after) > PHQ9_HIGHEST:
        raise ResponseError(f"A PHQ-9 score goes from 0 to {PHQ9_HIGHEST}, not to {max(before, after):g}.")
    return has_responded(before, after) and after <= KROENKE_HIGHEST
