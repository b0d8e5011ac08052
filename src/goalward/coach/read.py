"""Reading a goal: each stage takes what the ones before left, and the reading is put together at the end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from goalward.coach.areas import areas_of
from goalward.coach.care import Care, CareKind, CareStance, read_care
from goalward.coach.changes import find_changes
from goalward.coach.concerns import Found
from goalward.coach.doses import find_doses
from goalward.coach.framing import framing_of
from goalward.coach.language import is_english
from goalward.coach.offers import offers_for
from goalward.coach.parse import Parse, parse
from goalward.coach.question import question_for
from goalward.coach.reading import Change, Concern, Reading, Span
from goalward.messages import Message

__all__ = ["read_goal"]

STAYING_SAFE = frozenset({CareKind.SUICIDE, CareKind.SELF_HARM})


def read_goal(text: str, today: date) -> Reading:
    """What a stranger could tell from a goal as typed, and the one question that helps most.

    Any text can be read. Offsets count characters of ``text``; "today" decides what "by Friday" means.
    """
    if not is_english(text):
        return in_another_language(text)
    parsed, care = parse(text, today), read_care(text)
    concerns = concerns_of(parsed, care, today)
    harmful = care is not None and care.stance == CareStance.TOWARD_HARM
    staying_safe = care is not None and care.kind in STAYING_SAFE
    days = [deadline.day for deadline in parsed.deadlines if deadline.day and not deadline.past]
    return Reading(
        text=text,
        specific=any(each.specific for each in parsed.judged),
        measurable=any(each.measurable for each in parsed.judged),
        achievable_concern=bool(concerns) or harmful,
        time_bound=bool(parsed.of_kind("deadline")),
        spans=spans_of(parsed),
        framing=framing_of(parsed.typed, parsed.judged),
        areas=areas_of(parsed.words),
        care=care,
        question=None if harmful else question_for(parsed, concerns, staying_safe=staying_safe),
        offers=() if harmful else offers_for(parsed, concerns, staying_safe=staying_safe),
        changes=tuple(changes_of(parsed)),
        concerns=tuple(as_concern(parsed, found) for found in concerns),
        deadline=max(days, default=None),
    )


def in_another_language(text: str) -> Reading:
    return Reading(
        text,
        specific=False,
        measurable=False,
        achievable_concern=False,
        time_bound=False,
        care=read_care(text),
        question=question_for(None, []),
        english=False,
    )


def concerns_of(parsed: Parse, care: Care | None, today: date) -> list[Found]:
    harmed = care is not None and care.stance == CareStance.HARMED_BY_OTHERS
    days = [(deadline.day - today).days for deadline in parsed.deadlines if deadline.day and not deadline.past]
    left = max(days, default=None)
    doses = find_doses(parsed.typed, parsed.of_kind("duration"), left)
    found = [*parsed.concerns, *(dose for dose in doses if not parsed.is_told(dose.first))]
    if not parsed.of_kind("deadline"):
        found += [Found("past", deadline.first, deadline.last) for deadline in parsed.deadlines if deadline.past]
    return [each for each in found if not (harmed and each.kind == "other")]  # abuse is nobody's "will"


def as_concern(parsed: Parse, found: Found) -> Concern:
    span = as_span(parsed, found.kind, found.first, found.last)
    message = Message(f"coach.concern_{found.kind}", {"words": span.text})
    return Concern(message, span.start, span.end, span.text)


def changes_of(parsed: Parse) -> Iterator[Change]:
    amounts = [parsed.of_kind(kind) for kind in ("quantity", "frequency", "duration")]
    for baseline, target in find_changes(parsed.typed, amounts):
        yield Change(as_span(parsed, "baseline", *baseline), as_span(parsed, "target", *target))


def as_span(parsed: Parse, kind: str, first: int, last: int) -> Span:
    start, end = parsed.typed.extent(first, last)
    return Span(kind, start, end, parsed.typed.text[start:end])


def spans_of(parsed: Parse) -> tuple[Span, ...]:
    found = (as_span(parsed, kind, first, last) for kind, first, last in parsed.marked)
    return tuple(sorted(found, key=lambda span: (span.start, span.end)))
