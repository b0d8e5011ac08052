"""What scores say in plain sentences, and what they cannot say.

Higher and lower are numbers, never a verdict. No sentence says what caused a change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from operator import attrgetter

from goalward.measures import Band, Bands, Measure, RiskState, Scale, ScaleScore, Score
from goalward.messages import Message, in_english
from goalward.progress.direction import Better
from goalward.progress.scale import Say
from goalward.progress.score_course import (
    TOTAL,
    Scored,
    ScoreOn,
    measure_direction,
    reliable_change_rule,
    scored,
)

__all__ = ["FormatDate", "say_result", "say_scores"]

FormatDate = Callable[[date], str]

TWO = 2


def say_scores(
    measure: Measure,
    scores: Iterable[ScoreOn],
    scale: str = TOTAL,
    *,
    say: Say = in_english,
    format_date: FormatDate = date.isoformat,
) -> tuple[Message, ...]:
    """The newest score, its band, how far it is from the first one, and what that can mean.

    say, format_date: the reader's language; the words of a band and of a day are filled in with them.
    """
    answered = sorted(scores, key=attrgetter("on"))
    days = scored(measure, answered, scale)
    if not days:
        return (Message("progress.score_none", {"name": _name(measure, scale, say)}),)
    newest = days[-1]
    said = [_value(measure, scale, newest.value, newest.ends, say)]
    if answered[-1].value is None:
        said.insert(0, Message("progress.score_open", {"date": format_date(answered[-1].on)}))
    said += _band(measure.scale(scale).bands, newest.value, newest.ends[1], say)
    said += _change(measure, scale, days, format_date)
    return (*said, Message("progress.score_limits"))


def say_result(measure: Measure, score: Score, scale: str = TOTAL, *, say: Say = in_english) -> tuple[Message, ...]:
    """What to read right after answering: the number, what it rests on, and what it can and cannot say."""
    found = score.scale(scale)
    if found.value is None:
        return tuple(filter(None, (found.open_because, *_open_parts(measure, score, scale, say), _answered(found))))
    return (
        _value(measure, scale, found.value, (found.lowest, found.highest), say),
        _answered(found),
        *_filled_in(found),
        *_times(measure.scale(scale)),
        *_band(measure.scale(scale).bands, found.value, found.highest, say),
        *_reach(measure, found),
        Message(f"progress.higher_{measure.higher_is}"),
        Message("progress.result_limits"),
        *_safety(measure, score, scale),
        *_all_clear(measure, found),
    )


def _open_parts(measure: Measure, score: Score, scale: str, say: Say) -> Iterator[Message]:
    """Which parts have no score, and why: the counts are of the part, not of the whole."""
    for part in map(score.scale, measure.scale(scale).parts):
        if reason := part.open_because:
            said = reason.id.partition(".")[2]
            yield Message(f"progress.in_part_{said}", {**reason.params, "part": say(part.label)})


def _value(measure: Measure, scale: str, value: float, ends: tuple[float, float], say: Say) -> Message:
    lowest, highest = map(_number, ends)
    named = {"name": _name(measure, scale, say), "value": _number(value), "lowest": lowest, "highest": highest}
    return Message("progress.score_now", named)


def _name(measure: Measure, scale: str, say: Say) -> str:
    """A measure that has several scales is named with the one that is meant."""
    if scale == TOTAL:
        return measure.name
    return say(Message("progress.score_name", {"name": measure.name, "scale": say(measure.scale(scale).label)}))


def _band(bands: Bands | None, value: float, highest: float, say: Say) -> Iterator[Message]:
    """``highest``: what the score could be at most, where the last band ends."""
    if bands is None:
        return
    band = bands.at(value)
    later = [each.starts for each in bands.bands if each.starts > band.starts]
    last = min(later) - 1 if later else highest
    yield _called(band, last, value, say)
    if not bands.evidence.verified:
        yield Message("progress.band_unverified")


def _called(band: Band, last: float, value: float, say: Say) -> Message:
    """A filled-in score may lie between the last whole number of its band and the first of the next."""
    named = {"first": band.starts, "last": _number(last), "next": _number(last + 1), "band": say(band.label)}
    if value > last:
        return Message("progress.band_below", named)
    return Message("progress.band_one" if band.starts == last else "progress.band_range", named)


def _change(measure: Measure, scale: str, days: list[Scored], format_date: FormatDate) -> Iterator[Message]:
    if len(days) == 1:
        yield Message("progress.score_first")
        return
    first, last = days[0], days[-1]
    if first.ends != last.ends:
        yield Message("progress.score_not_compared")
        return
    change = round(last.value - first.value, 9)
    points = {"points": _number(abs(change)), "date": format_date(first.on)}
    if not change:
        yield Message("progress.score_same", points)
        return
    way = "higher" if change > 0 else "lower"
    yield Message(f"progress.score_{way}_one" if abs(change) == 1 else f"progress.score_{way}", points)
    yield from _chance(measure, scale, change)


def _chance(measure: Measure, scale: str, change: float) -> Iterator[Message]:
    rule = reliable_change_rule(measure, scale)
    if rule is None:
        yield Message("progress.change_unknown")
        return
    yield Message("progress.change_reliable" if rule.is_reliable(change) else "progress.change_by_chance")
    if not rule.evidence.verified:
        yield Message("progress.threshold_unverified", {"measure": measure.name})


def _answered(found: ScaleScore) -> Message:
    counts = {"answered": found.answered, "items": found.items}
    if found.answered < found.items:
        return Message("progress.answered_some", counts)
    return Message("progress.answered_both" if found.items == TWO else "progress.answered_all", counts)


def _filled_in(found: ScaleScore) -> Iterator[Message]:
    if found.prorated:
        yield found.prorated.label
        if not found.prorated.verified:
            yield Message("progress.rule_unverified")


def _times(scale: Scale) -> Iterator[Message]:
    """How a number comes to be larger than the answers that it is made of."""
    if scale.minus:
        yield Message("progress.sum_less_times", {"minus": scale.minus, "times": scale.times})
    elif scale.times > 1:
        yield Message("progress.sum_twice" if scale.times == TWO else "progress.sum_times", {"times": scale.times})


def _reach(measure: Measure, found: ScaleScore) -> Iterator[Message]:
    error = measure.scale(found.scale).error
    if found.chance and error:
        lowest, highest = map(_number, found.chance)
        yield Message("progress.result_chance", {"lowest": lowest, "highest": highest})
        if not error.evidence.verified:
            yield Message("progress.error_unverified")


def _safety(measure: Measure, score: Score, scale: str) -> Iterator[Message]:
    """Most people at risk do not say so on a form, so the lowest answer is met with a word as well."""
    counted = measure.counted(scale)
    if any(risk.state is RiskState.BELOW and not risk.soft and risk.item in counted for risk in score.risks):
        yield Message("progress.safety_lowest")


def _all_clear(measure: Measure, found: ScaleScore) -> Iterator[Message]:
    """Said where the score is in the band with the fewest difficulties; without bands, at that end of the scale."""
    is_better = measure_direction(measure) is Better.HIGHER
    bands, end = measure.scale(found.scale).bands, found.highest if is_better else found.lowest
    if found.band == bands.bands[-1 if is_better else 0] if bands else found.value == end:
        yield Message("progress.high_is_no_all_clear" if is_better else "progress.low_is_no_all_clear")


def _number(value: float) -> str:
    """As people write it: whole, or with one decimal."""
    return f"{round(value, 1):g}"
