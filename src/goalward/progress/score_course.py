"""The scores of one measure over time: how large a change chance can make, and where the first score leaves room."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from goalward.measures import Evidence, Measure
from goalward.messages import Message, in_english
from goalward.progress.direction import Better
from goalward.progress.scale import Say, Scale

__all__ = [
    "TOTAL",
    "ReliableChangeRule",
    "ScoreOn",
    "Scored",
    "chance_band",
    "course_name",
    "measure_direction",
    "reliable_change_rule",
    "score_scale",
    "scored",
]

TOTAL = "total"


@dataclass(frozen=True, slots=True)
class ScoreOn:
    """What the answers of one day came to. ``value`` is None where they had no score.

    lowest, highest: what it could have been that day, where a question did not apply; None for the measure's own ends.
    """

    on: date
    value: float | None
    lowest: float | None = None
    highest: float | None = None


@dataclass(frozen=True, slots=True)
class Scored:
    """A day that has a score; ``ends`` are the lowest and the highest that it could have been."""

    on: date
    value: float
    ends: tuple[float, float]


@dataclass(frozen=True, slots=True)
class ReliableChangeRule:
    """The smallest change, in points, that is more than chance usually makes, and who says so."""

    points: float
    evidence: Evidence

    def is_reliable(self, change: float) -> bool:
        return round(abs(change), 9) >= self.points  # a filled-in 10.2 - 4.2 is 6, not a hair less


def reliable_change_rule(measure: Measure, scale: str = TOTAL) -> ReliableChangeRule | None:
    """The measure's own threshold, a verified one first, else its published index. None: no number is made up here."""
    rows = [
        ReliableChangeRule(row.value, row.evidence)
        for row in measure.thresholds
        if (row.scale, row.kind, row.unit) == (scale, "reliable_change", "points")
    ]
    if error := measure.scale(scale).error:
        rows.append(ReliableChangeRule(error.index, error.evidence))
    stated = [row for row in rows if row.evidence.verified] or rows
    return stated[0] if stated else None


def chance_band(measure: Measure, scores: Iterable[ScoreOn], scale: str = TOTAL) -> tuple[float, float] | None:
    """Where later scores can lie by chance: the first score, less and more the smallest reliable change.

    Kept within the scale. None where there is no score, where nothing says what chance can do, and where the first
    score had fewer questions that count: what is published is about all of them.
    """
    days, rule = scored(measure, scores, scale), reliable_change_rule(measure, scale)
    if not days or rule is None or days[0].ends != measure.ends(scale):
        return None
    lowest, highest = days[0].ends
    return max(lowest, days[0].value - rule.points), min(highest, days[0].value + rule.points)


def score_scale(measure: Measure, scale: str = TOTAL, say: Say = in_english) -> Scale:
    """The scale that a chart of the scores is drawn on."""
    lowest, highest = measure.ends(scale)
    low, high = (say(Message(f"progress.{end}_when_{measure.higher_is}")) for end in ("lowest", "highest"))
    return Scale(lowest, highest, low, high)


def course_name(measure: Measure, scale: str = TOTAL, say: Say = in_english) -> str:
    """What a series of scores is called: the measure, with the scale where it is not the total."""
    return measure.name if scale == TOTAL else f"{measure.name}: {say(measure.scale(scale).label)}"


def measure_direction(measure: Measure) -> Better:
    return Better.HIGHER if measure.higher_is == "better" else Better.LOWER


def scored(measure: Measure, scores: Iterable[ScoreOn], scale: str) -> list[Scored]:
    """The days that have a score, in time order."""
    lowest, highest = measure.ends(scale)
    return [
        Scored(
            on=each.on,
            value=each.value,
            ends=(
                lowest if each.lowest is None else each.lowest,
                highest if each.highest is None else each.highest,
            ),
        )
        for each in sorted(scores, key=attrgetter("on"))
        if each.value is not None
    ]
