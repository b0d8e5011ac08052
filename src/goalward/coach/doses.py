"""Amounts that are a lot at once. They start a gentle question and forbid nothing; the bounds are in limits.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from goalward.coach.clauses import says
from goalward.coach.concerns import Found
from goalward.coach.lexicon import FOLDER
from goalward.coach.phrasebook import phrasebook
from goalward.coach.words import Unit, Words

__all__ = ["find_doses"]

DAYS_IN_WEEK, MINUTES_IN_HOUR = 7, 60
DAILY = frozenset({"day", "daily", "night", "nightly", "every day", "everyday", "every night", "morning", "evening"})
LOST = frozenset({"off", "lighter", "down"})
HOURS = frozenset({"hour", "hours", "hr", "hrs", "h"})


@cache
def limits() -> dict[str, Any]:
    return tomllib.loads((FOLDER / "limits.toml").read_text("utf-8"))


def find_doses(words: Words, durations: Sequence[tuple[int, int]], days: float | None) -> Iterator[Found]:
    """``durations`` are those found in the words; ``days`` is how long the deadline leaves, where that is known."""
    timed = bool(durations) or days is not None
    headings = [heading for _, heading in phrasebook("doses").find(words)] if timed else []
    for first, last in durations:
        if is_long(words, words.units[first:last], first, practice="practice" in headings):
            yield Found("dose", first, last)
    yield from amounts(words, days)
    if days is not None:
        yield from hurried(words, headings, days)


def minutes(units: Sequence[Unit]) -> float:
    """How long a duration is: 90 for "1.5 hours"."""
    amount = next((unit.value for unit in reversed(units) if unit.value is not None), 1.0)
    return amount * (MINUTES_IN_HOUR if any(unit.word in HOURS for unit in units) else 1)


def is_long(words: Words, units: Sequence[Unit], first: int, *, practice: bool) -> bool:
    """Hours of a practice each day; or a night's sleep far too short or too long."""
    hours = minutes(units) / MINUTES_IN_HOUR
    if any(unit.word.startswith("sleep") for unit in words.units[:first]):
        return hours >= 1 and not limits()["least_hours_of_sleep"] <= hours <= limits()["most_hours_of_sleep"]
    daily = any(unit.word in DAILY for unit in words.units)
    most: float = limits()["most_hours_of_practice_a_day" if practice else "most_hours_of_anything_a_day"]
    return daily and hours > most


def amounts(words: Words, days: float | None) -> Iterator[Found]:
    loses = says(words, "drop_verb", 0, len(words.units))
    for place, (number, unit) in enumerate(zip(words.units, words.units[1:], strict=False)):
        if number.value is None:
            continue
        if is_hard_on_the_body(words, number.value, unit.word, place):
            yield Found("harm", place, place + 2)
            continue
        lost = (loses or is_lost(words, place + 2)) and is_fast_loss(number.value, unit.word, days)
        if lost or is_huge(number.value, unit.word):
            yield Found("dose", place, place + 2)


def is_lost(words: Words, place: int) -> bool:
    """ "Two stone off"; "5 kg lighter"."""
    return any(unit.word in LOST for unit in words.units[place : place + 1])


def is_fast_loss(amount: float, unit: str, days: float | None) -> bool:
    kilos: float = limits()["kg"].get(unit, 0) * amount
    return bool(days) and kilos * DAYS_IN_WEEK > limits()["weight_kg_a_week"] * (days or 0)


def is_huge(amount: float, unit: str) -> bool:
    most: float = limits()["most_a_day"].get(unit, amount)
    return amount > most


def is_hard_on_the_body(words: Words, amount: float, unit: str, place: int) -> bool:
    least: float = limits()["least_calories_a_day"]
    is_food = unit.startswith(("calorie", "kcal")) or unit in {"cal", "cals"}
    return is_food and amount < least and not says(words, "stopping|down", 0, place)


def hurried(words: Words, headings: Sequence[str], days: float) -> Iterator[Found]:
    """Several big turns of a life, the end of an illness, or the first race, in a short time."""
    many = headings.count("life_change") >= limits()["life_changes_at_once"]
    soon = "race" in headings and days <= limits()["days_to_train_for_a_race"]
    cured = "cure" in headings and days <= limits()["days_to_cure"] and says(words, "symptom", 0, len(words.units))
    if many or cured or (soon and says(words, "not", 0, len(words.units))):
        yield Found("dose", 0, len(words.units))
