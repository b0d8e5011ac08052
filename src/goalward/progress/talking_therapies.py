"""The outcome rules of NHS Talking Therapies: two measures for each problem, and what counts as recovery.

Pairing, thresholds and which of them are verified: talking_therapies.toml.
Source of the rules: Clark 2018, PMC5942544.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from goalward.messages import Message
from goalward.progress.observations import finite

__all__ = [
    "CourseOutcome",
    "OutcomeMeasure",
    "PairingError",
    "course_outcome",
    "outcome_measures",
    "outcome_pair",
    "problems",
]

Scores = Mapping[str, float]


class PairingError(ValueError):
    """A problem or a score that the pairing of measures does not know."""


@dataclass(frozen=True, slots=True)
class OutcomeMeasure:
    """One measure with its thresholds; higher is worse in all of them."""

    name: str
    caseness: float
    reliable_change: float
    verified: bool
    source: str
    strictly_above: bool = False
    lowest: float | None = None
    highest: float | None = None

    def is_case(self, score: float) -> bool:
        return score > self.caseness if self.strictly_above else score >= self.caseness

    def step(self, before: float, after: float) -> int:
        """1 for a reliable fall, which is better; -1 for a reliable rise; else 0."""
        fall = round(before - after, 9)  # 2.73 - 2.0 is 0.73, not a hair less
        return (fall >= self.reliable_change) - (fall <= -self.reliable_change)

    @property
    def label(self) -> Message | None:
        """What to say beside a threshold that nobody has checked yet."""
        return None if self.verified else Message("progress.threshold_unverified", {"measure": self.name})


@dataclass(frozen=True, slots=True)
class Pairing:
    """The measure that everybody answers, the second one for each problem, and the one to fall back to."""

    always: str
    otherwise: str
    second_measure: Mapping[str, str]


@cache
def _rules() -> tuple[Pairing, Mapping[str, OutcomeMeasure]]:
    rows = tomllib.loads(files("goalward.progress").joinpath("talking_therapies.toml").read_text("utf-8"))
    measures = {measure_id: OutcomeMeasure(**row) for measure_id, row in rows.pop("measure").items()}
    return Pairing(**rows), MappingProxyType(measures)


def outcome_measures() -> Mapping[str, OutcomeMeasure]:
    """Every measure that has thresholds, by its id."""
    return _rules()[1]


def problems() -> tuple[str, ...]:
    """Every problem that has a second measure."""
    return tuple(_rules()[0].second_measure)


def outcome_pair(problem: str, before: Scores, after: Scores, *, second: str | None = None) -> tuple[str, str]:
    """The ids of the two measures to judge by. Raises PairingError.

    The second is the problem's own, or GAD-7 where that was not answered both times.
    second: another measure for the problem, as a service's manual may say ("pcl5" for ptsd).
    """
    pairing, measures = _rules()
    wanted = second or pairing.second_measure.get(problem)
    if wanted is None:
        raise PairingError(f"The problem {problem!r} is not known; there are {', '.join(problems())}.")
    if wanted not in measures:
        raise PairingError(f"The measure {wanted!r} is not known; there are {', '.join(measures)}.")
    chosen = wanted if wanted in before and wanted in after else pairing.otherwise
    for each in (pairing.always, chosen):
        if each not in before or each not in after:
            raise PairingError(f"{measures[each].name} is needed before and after, and one of the two is missing.")
    return pairing.always, chosen


@dataclass(frozen=True, slots=True)
class CourseOutcome:
    """What became of one course. Recovery is None for a person who was no case at the start: it is not counted."""

    measures: tuple[OutcomeMeasure, OutcomeMeasure]
    was_case: bool
    recovered: bool | None
    reliably_improved: bool
    reliably_deteriorated: bool

    @property
    def reliably_recovered(self) -> bool | None:
        return None if self.recovered is None else self.recovered and self.reliably_improved

    @property
    def labels(self) -> tuple[Message, ...]:
        """One for each measure whose thresholds are not verified."""
        return tuple(label for measure in self.measures if (label := measure.label))


def course_outcome(problem: str, before: Scores, after: Scores, *, second: str | None = None) -> CourseOutcome:
    """Judge one course by the scores at its start and end, by measure id. Raises PairingError.

    A case: either measure in its clinical range at the start. Recovered: a case then, and neither at the end.
    Reliably improved: a reliable fall on at least one, a reliable rise on neither; deteriorated the other way round.
    """
    ids = outcome_pair(problem, before, after, second=second)
    one, two = (outcome_measures()[each] for each in ids)
    pairs = [
        (measure, _score(measure, before[each]), _score(measure, after[each]))
        for each, measure in zip(ids, (one, two), strict=True)
    ]
    was_case = any(measure.is_case(start) for measure, start, _ in pairs)
    is_case = any(measure.is_case(end) for measure, _, end in pairs)
    steps = {measure.step(start, end) for measure, start, end in pairs}
    return CourseOutcome(
        measures=(one, two),
        was_case=was_case,
        recovered=not is_case if was_case else None,
        reliably_improved=1 in steps and -1 not in steps,
        reliably_deteriorated=-1 in steps and 1 not in steps,
    )


def _score(measure: OutcomeMeasure, score: float) -> float:
    value = finite(score, f"The {measure.name} score", PairingError)
    lowest = 0 if measure.lowest is None else measure.lowest
    if value < lowest or (measure.highest is not None and value > measure.highest):
        ends = f"from {lowest:g}" + ("" if measure.highest is None else f" to {measure.highest:g}")
        raise PairingError(f"The {measure.name} score is {value:g}; it goes {ends}.")
    return value
