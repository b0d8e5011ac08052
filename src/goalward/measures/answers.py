"""Answers as given, looked at one by one before anything is added up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import isnan
from numbers import Real
from typing import TypeAlias

from goalward.measures.errors import (
    AnswersShapeError,
    DuplicateItemError,
    MissingItemError,
    NotANumberError,
    OutOfRangeError,
    UnknownItemError,
)
from goalward.measures.measure import Measure
from goalward.measures.questionnaire import Item

__all__ = ["NOT_APPLICABLE", "Answer", "Answers", "answers_so_far", "checked", "listed"]

NOT_APPLICABLE = "not-applicable"  # where an item offers it: no work, so no trouble at work

Answer: TypeAlias = float | str | None  # None: not answered, which differs from 0
Answers: TypeAlias = Mapping[str, Answer] | Iterable[tuple[str, Answer]]

LONGEST_SHOWN = 30  # characters of an answer that an error repeats
PAIR = 2


def checked(measure: Measure, answers: Answers) -> dict[str, Answer]:
    """Each answer by item id, every scored item among them. Raises an AnswerError that names the item."""
    given = answers_so_far(measure, answers)
    for item in measure.items:
        if item.id in measure.scored and item.id not in given:
            raise MissingItemError("missing_item", item.id, allowed=allowed(item))
    return given


def answers_so_far(measure: Measure, answers: Answers) -> dict[str, Answer]:
    """The answers of someone who is not through yet, by item id. Raises an AnswerError that names the item."""
    given: dict[str, Answer] = {}
    for item_id, value in _pairs(answers):
        item = _item(measure, item_id)
        if item.id in given:
            raise DuplicateItemError("duplicate_item", item.id, allowed=allowed(item))
        given[item.id] = _answer(item, value)
    return given


def allowed(item: Item) -> str:
    """What an item offers, for a sentence: "0, 1, 2 or 3"."""
    if not item.options:
        return f"any number from {item.low} to {item.high}"
    numbers = listed(item.values)
    return f"{numbers}, or {NOT_APPLICABLE}" if item.may_not_apply else numbers


def listed(numbers: Iterable[int]) -> str:
    *others, last = map(str, numbers)
    return f"{', '.join(others)} or {last}"


def _pairs(answers: object) -> Iterator[tuple[object, object]]:
    if isinstance(answers, Mapping):
        yield from answers.items()
        return
    if not isinstance(answers, Iterable):
        raise AnswersShapeError("answers_shape")
    for pair in answers:
        if not isinstance(pair, tuple | list) or len(pair) != PAIR:
            raise AnswersShapeError("answers_shape")
        yield pair[0], pair[1]


def _item(measure: Measure, item_id: object) -> Item:
    found = next((item for item in measure.items if item.id == item_id), None)
    if found is None:
        first, last = measure.items[0].id, measure.items[-1].id
        raise UnknownItemError("unknown_item", _shown(item_id), name=measure.name, first=first, last=last)
    return found


def _answer(item: Item, value: object) -> Answer:
    if value is None or (value == NOT_APPLICABLE and item.may_not_apply):
        return NOT_APPLICABLE if value else None
    if isinstance(value, bool) or not isinstance(value, Real) or isnan(value):
        raise NotANumberError("not_a_number", item.id, given=_shown(value), allowed=allowed(item))
    number = float(value)
    if number not in item.values if item.options else not item.low <= number <= item.high:
        raise OutOfRangeError("out_of_range", item.id, given=_shown(value), allowed=allowed(item))
    return int(number) if item.options else number


def _shown(value: object) -> str:
    text = value if isinstance(value, str) else repr(value)
    return "".join(each if each.isprintable() else "?" for each in text[:LONGEST_SHOWN])
