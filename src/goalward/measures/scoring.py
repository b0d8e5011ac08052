"""From answers to scores: what adds up, from how many answers, in which band, and how sure one can be.

Sums are exact until the end. A score never hides what is open: "not answered" is no 0, a rule that filled in is
named, and a risk item is never filled in, so a scale whose risk item is open has no score.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from goalward.measures.answers import NOT_APPLICABLE, Answer, Answers, checked
from goalward.measures.errors import NoKeyError, WrongVersionError
from goalward.measures.measure import Z_95, Band, Measure, MissingRule, Risk, Scale
from goalward.messages import Message

__all__ = ["RiskAnswer", "RiskState", "ScaleScore", "Score", "raised_risks", "risk_answers", "score"]


class RiskState(StrEnum):
    """``below`` is no clearance: most people at risk do not say so on a form."""

    NOT_ANSWERED = "not_answered"
    BELOW = "below"
    FLAGGED = "flagged"


@dataclass(frozen=True, slots=True)
class RiskAnswer:
    item: str
    value: float | None
    state: RiskState
    soft: bool

    @property
    def label(self) -> Message:
        is_soft = self.soft and self.state is RiskState.FLAGGED
        return Message("measures.risk_worth_a_look" if is_soft else f"measures.risk_{self.state}")


@dataclass(frozen=True, slots=True)
class ScaleScore:
    """One score. ``value`` and ``raw`` (the plain sum) are None when too much is open; ``open_because`` says why.

    items: how many count; lowest and highest: what they could make. prorated: the rule that filled in, None when none.
    chance: value -/+ 1.96 standard errors, kept within the lowest and highest; None where the error is not known.
    """

    scale: str
    value: float | None
    raw: float | None
    lowest: float
    highest: float
    answered: int
    items: int
    prorated: MissingRule | None
    open_because: Message | None
    band: Band | None
    chance: tuple[float, float] | None

    @property
    def label(self) -> Message:
        return Message(f"measures.scale_{self.scale}")


@dataclass(frozen=True, slots=True)
class Score:
    """What a set of answers comes to. ``total`` is the scale of that name, None for a measure that has no total."""

    measure: str
    version: str
    answered: int
    items: int
    scales: tuple[ScaleScore, ...]
    risks: tuple[RiskAnswer, ...]

    @property
    def total(self) -> ScaleScore | None:
        return next((each for each in self.scales if each.scale == "total"), None)

    def scale(self, scale_id: str) -> ScaleScore:
        return next(each for each in self.scales if each.scale == scale_id)


@dataclass(frozen=True, slots=True)
class Tally:
    """A sum on its way. ``raw`` is None when too much is open."""

    raw: Fraction | None
    lowest: int
    highest: int
    answered: int
    items: int
    prorated: MissingRule | None = None
    open_because: Message | None = None


def score(measure: Measure, answers: Answers, *, version: str | None = None) -> Score:
    """Score answers given by item id: a value that the item offers, or None for "not answered".

    Every scored item must be named. version: the one that the answers were given to, when known, with its words or
    without (see ``words_version``): another text of the same items adds up alike.
    Raises an AnswerError that names the item, WrongVersionError, or NoKeyError where the key comes with a licence.
    """
    if version is not None and version.partition("+")[0] != measure.version:
        raise WrongVersionError("wrong_version", name=measure.name, given=version, version=measure.version)
    if not measure.scales:
        raise NoKeyError("no_key", name=measure.name)
    given = checked(measure, answers)
    counted = [given[item] for item in measure.scored if given[item] != NOT_APPLICABLE]
    return Score(
        measure=measure.id,
        version=measure.version,
        answered=sum(answer is not None for answer in counted),
        items=len(counted),
        scales=tuple(_scale_score(scale, _tally(scale, measure, given)) for scale in measure.scales),
        risks=risk_answers(measure, given),
    )


def risk_answers(measure: Measure, given: Mapping[str, Answer]) -> tuple[RiskAnswer, ...]:
    """What was said to each risk item, by answers that were checked: also while the others are still open."""
    return tuple(_risk_answer(risk, given.get(risk.item)) for risk in measure.risks)


def raised_risks(measure: Measure, given: Mapping[str, Answer]) -> tuple[RiskAnswer, ...]:
    """The answers about safety that ask for help."""
    return tuple(risk for risk in risk_answers(measure, given) if risk.state is RiskState.FLAGGED)


def _scale_score(scale: Scale, tally: Tally) -> ScaleScore:
    value = None if tally.raw is None else _number(scale.value(tally.raw))
    lowest, highest = (_number(scale.value(Fraction(end))) for end in (tally.lowest, tally.highest))
    return ScaleScore(
        scale=scale.id,
        value=value,
        raw=None if tally.raw is None else _number(tally.raw),
        lowest=lowest,
        highest=highest,
        answered=tally.answered,
        items=tally.items,
        prorated=tally.prorated,
        open_because=tally.open_because,
        band=None if value is None or scale.bands is None else scale.bands.at(value),
        chance=None if value is None else _chance(scale, value, lowest, highest),
    )


def _chance(scale: Scale, value: float, lowest: float, highest: float) -> tuple[float, float] | None:
    if scale.error is None:
        return None
    reach = Z_95 * scale.error.standard_error
    return max(lowest, value - reach), min(highest, value + reach)


def _tally(scale: Scale, measure: Measure, given: Mapping[str, Answer]) -> Tally:
    if scale.missing is None:
        return _together([_tally(measure.scale(part), measure, given) for part in scale.parts])
    items = [measure.item(item) for item in scale.items if given[item] != NOT_APPLICABLE]
    values = {item.id: given[item.id] for item in items}
    present = [_towards(measure, item_id, Fraction(value)) for item_id, value in values.items() if value is not None]
    reason = _open_because(scale.missing, measure, values)
    return Tally(
        raw=None if reason else sum(present, Fraction(0)) * len(items) / len(present),
        lowest=sum(item.low for item in items),
        highest=sum(item.high for item in items),
        answered=len(present),
        items=len(items),
        prorated=scale.missing if not reason and len(present) < len(items) else None,
        open_because=reason,
    )


def _together(parts: list[Tally]) -> Tally:
    """A scale of scales, each filled in by its own rule, so that none lends to another."""
    reason = Message("measures.part_open") if any(part.open_because for part in parts) else None
    return Tally(
        raw=None if reason else sum((part.raw for part in parts if part.raw is not None), Fraction(0)),
        lowest=sum(part.lowest for part in parts),
        highest=sum(part.highest for part in parts),
        answered=sum(part.answered for part in parts),
        items=sum(part.items for part in parts),
        prorated=None if reason else next((part.prorated for part in parts if part.prorated), None),
        open_because=reason,
    )


def _towards(measure: Measure, item_id: str, value: Fraction) -> Fraction:
    """The value as it adds up: mirrored where the item is worded the other way round."""
    item = measure.item(item_id)
    return item.low + item.high - value if item_id in measure.reverse else value


def _open_because(rule: MissingRule, measure: Measure, values: Mapping[str, Answer]) -> Message | None:
    unanswered = [item_id for item_id, value in values.items() if value is None]
    if len(unanswered) > rule.allowed:
        many = "too_many_open" if rule.allowed else "some_open" if len(unanswered) > 1 else "one_open"
        return Message(f"measures.{many}", {"open": len(unanswered), "allowed": rule.allowed})
    if any(risk.item in unanswered for risk in measure.risks):
        return Message("measures.risk_open")
    return None


def _risk_answer(risk: Risk, value: Answer) -> RiskAnswer:
    if value is None:
        return RiskAnswer(risk.item, None, RiskState.NOT_ANSWERED, risk.soft)
    number = _number(Fraction(value))
    return RiskAnswer(risk.item, number, RiskState.FLAGGED if number >= risk.at else RiskState.BELOW, risk.soft)


def _number(exact: Fraction) -> float:
    """A whole number as one, so that a total reads 12 and not 12.0."""
    return exact.numerator if exact.denominator == 1 else float(exact)
