"""The day that the words of a deadline mean, counted from today; None when a calendar cannot say.

What has two readings ("3/4/2027", "next Friday" when two Fridays are meant by that) is left open, to be asked about.
A period bounds a goal at its end ("this month"), or at its start after "by", "before" and "until" ("by March").
"""

from __future__ import annotations

import re
import tomllib
from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import MAXYEAR, date, timedelta
from functools import cache
from itertools import pairwise
from typing import Any

from goalward.coach.lexicon import FOLDER
from goalward.coach.words import Unit

__all__ = ["easter", "resolved"]

MONTHS_IN_YEAR, DAYS_IN_WEEK, SATURDAY, SUNDAY = 12, 7, 5, 6
MOST_WEEKS = 1000  # told as weeks
LEAP_YEARS_APART = 8  # at most
UP_TO = frozenset({"by", "before", "until", "till", "til", "prior to", "ahead of", "in time for", "up until", "come"})
OPENING = frozenset({"start", "beginning"})
CLOSING = frozenset({"end", "late", "very end", "close", "last day", "finish"})
DIGITS = re.compile(r"\d+")
ORDINAL = re.compile(r"([12]?\d|3[01])(st|nd|rd|th)")


@cache
def calendar() -> dict[str, dict[str, Any]]:
    return tomllib.loads((FOLDER / "calendar.toml").read_text("utf-8"))


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar. Source: Meeus, Astronomical Algorithms, chapter 8."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def months_on(start: date, months: int) -> date:
    """The same day some months on, or the last of the month where there is no such day."""
    year, month = divmod(start.year * MONTHS_IN_YEAR + start.month - 1 + months, MONTHS_IN_YEAR)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def last_of(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def day_of(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None


def coming(today: date, in_year: Callable[[int], date | None]) -> date | None:
    """The first such day from today on."""
    years = range(today.year, min(today.year + LEAP_YEARS_APART, MAXYEAR) + 1)
    return next((day for year in years if (day := in_year(year)) and day >= today), None)


def figure_of(units: Sequence[Unit]) -> int | None:
    """The day of the month among some words: "3rd", "15", "first", not a year."""
    for unit in units:
        found = DIGITS.match(unit.word)
        if found and 1 <= int(found[0]) <= 31:  # noqa: PLR2004
            return int(found[0])
        if unit.word in calendar()["ordinals"]:
            return int(calendar()["ordinals"][unit.word])
    return None


def year_of(units: Sequence[Unit], today: date) -> int | None:
    """The year named, if one is."""
    years = [int(unit.word) for unit in units if re.fullmatch(r"(19|20)\d\d", unit.word)]
    words = [unit.word for unit in units]
    return years[-1] if years else today.year + 1 if words[-2:] == ["next", "year"] else None


def written_date(units: Sequence[Unit], today: date) -> date | None:
    """ "2027-01-15", or "15/1/2027" where only one order of day and month is possible."""
    for unit in units:
        figures = [int(digits) for digits in DIGITS.findall(unit.word)]
        if len(figures) != 3 or not re.fullmatch(r"[\d./-]+", unit.word):  # noqa: PLR2004
            continue
        if unit.word[:4].isdigit():
            return valid(*figures)
        day, month, year = figures
        readings = {valid(year + 2000 * (year < 100), a, b) for a, b in ((day, month), (month, day))} - {None}  # noqa: PLR2004
        return readings.pop() if len(readings) == 1 else None
    return None


def valid(year: int, month: int, day: int) -> date | None:
    return day_of(year, month, day) if 1 <= month <= MONTHS_IN_YEAR and 1 <= year <= 9999 else None  # noqa: PLR2004


def looked_up(units: Sequence[Unit], table: str) -> Any:
    known = calendar()[table]
    said = (unit.word.replace(" 's", "'s") for unit in units)
    return next((known[words] for words in said if words in known), None)


def in_month(units: Sequence[Unit], today: date) -> date | None:
    """ "3 March", "March 2027", "the end of May", "in March"."""
    place = next((place for place, unit in enumerate(units) if unit.word in calendar()["months"]), None)
    if place is None:
        return None
    month, year = calendar()["months"][units[place].word], year_of(units, today)
    words = {unit.word for unit in units}
    day = figure_of([*units[place + 1 : place + 3], *units[max(0, place - 2) : place]])
    if day is None and ({"mid", "middle", "early"} & words or (OPENING & words and not UP_TO & words)):
        return None
    if "next" in words and year is None and month == today.month:
        year = today.year + 1
    if day is None and UP_TO & words and not CLOSING & words:
        day = 1

    def of(some_year: int) -> date | None:
        return day_of(some_year, month, day) if day else last_of(some_year, month)

    return of(year) if year else coming(today, of)


def on_the(units: Sequence[Unit], today: date) -> date | None:
    """ "By the 15th": the next such day, whichever month it is in; "the 1st of next month"."""
    words = {unit.word for unit in units}
    day = next((int(DIGITS.findall(unit.word)[0]) for unit in units if ORDINAL.fullmatch(unit.word)), None)
    if day is None or {"quarter", "year", "birthday", "bday"} & words or words & calendar()["months"].keys():
        return None
    named = range(int("next" in words), 1 + int("next" in words)) if "month" in words else range(MONTHS_IN_YEAR)
    months = (months_on(today.replace(day=1), ahead) for ahead in named)
    days = (day_of(first.year, first.month, day) for first in months)
    return next((found for found in days if found and found >= today), None)


def on_feast(units: Sequence[Unit], today: date) -> date | None:
    fixed, after_easter = looked_up(units, "fixed"), looked_up(units, "easter")
    year = year_of(units, today)
    if fixed:
        return date(year, *fixed) if year else coming(today, lambda y: date(y, *fixed))
    if after_easter is None:
        return None

    def of(some_year: int) -> date:
        return easter(some_year) + timedelta(days=after_easter)

    return of(year) if year else coming(today, of)


def on_weekday(units: Sequence[Unit], today: date) -> date | None:
    """The next such day. "Next Friday" is taken only when it is also the next Friday there is."""
    wanted = looked_up(units, "weekdays")
    if wanted is None:
        return None
    ahead = (wanted - today.weekday() - 1) % DAYS_IN_WEEK + 1
    words = {unit.word for unit in units}
    found = today + timedelta(days=ahead)
    next_week = found.isocalendar()[:2] != today.isocalendar()[:2]
    return found + weeks_on(units) if next_week or not words & {"next", "after next", "after"} else None


def weeks_on(units: Sequence[Unit]) -> timedelta:
    """How much later "a week on Tuesday", "Tuesday week" and "two weeks from tomorrow" are than the day they name."""
    weeks = 0.0
    for place, unit in enumerate(units):
        if unit.word in {"week", "weeks"}:
            after_day = place > 0 and units[place - 1].word in calendar()["weekdays"]
            weeks += 1.0 if after_day else amount_before(units, unit) or 0.0
    return timedelta(weeks=min(weeks, MOST_WEEKS))


def on_weekend(units: Sequence[Unit], today: date) -> date | None:
    """The Sunday of the coming weekend; open on a weekend, and for "next weekend" before one."""
    words = {unit.word for unit in units}
    if not words & {"weekend", "the weekend"} or "after next" in " ".join(sorted(words)):
        return None
    ahead, is_weekend = (SUNDAY - today.weekday()) % DAYS_IN_WEEK, today.weekday() >= SATURDAY
    if is_weekend != ("next" in words):
        return None
    return today + timedelta(days=ahead + DAYS_IN_WEEK * is_weekend)


def some_days_ahead(units: Sequence[Unit], today: date) -> date | None:
    days = looked_up(units, "days_ahead")
    return None if days is None else today + timedelta(days=days) + weeks_on(units)


def year_only(units: Sequence[Unit], today: date) -> date | None:
    year = year_of(units, today)
    if year is None:
        return None
    return (
        date(year, 1, 1)
        if UP_TO & {unit.word for unit in units} and not CLOSING & {unit.word for unit in units}
        else date(year, 12, 31)
    )


RATIO = re.compile(r"(\d+)/(52|12|7)")


def after_a_while(units: Sequence[Unit], today: date) -> date | None:
    """ "within 6 weeks", "for a month", "6/52": that much from today. A range ("4-6 weeks") counts to its end."""
    for unit, following in zip(units, [*units[1:], None], strict=True):
        if shorthand := RATIO.fullmatch(unit.word):
            return on(today, float(shorthand[1]), {"52": 7, "12": -1, "7": 1}[shorthand[2]])
        size = calendar()["units"].get(unit.word)
        amount = amount_before(units, unit)
        if size is not None and amount is not None and not (following and following.word == "end"):
            return on(today, amount, size)
        if unit.word in {"hours", "hrs"} and amount in {24, 48, 72}:
            return today + timedelta(hours=amount)
    return None


def amount_before(units: Sequence[Unit], unit: Unit) -> float | None:
    before = [each for each in units[: units.index(unit)] if not ORDINAL.fullmatch(each.word)]
    counted = [u.value if u.value is not None else 1.0 for u in before if u.value is not None or u.word in {"a", "an"}]
    return counted[-1] if counted else None


def on(today: date, amount: float, size: int) -> date | None:
    months = amount * -size
    try:
        return (
            today + timedelta(days=round(amount * size))
            if size > 0
            else months_on(today, int(months))
            if months == int(months)
            else None
        )
    except (ValueError, OverflowError):  # beyond the calendar
        return None


def in_period(units: Sequence[Unit], today: date) -> date | None:
    """ "this month", "next week", "the end of the year": the last day of it."""
    words = [unit.word for unit in units]
    if any(unit.value is not None for unit in units):
        return None  # "half a month"
    ahead = int("next" in words or "coming" in words)
    for word in words:
        if word == "year" and "school" not in words and "academic" not in words:
            return date(today.year + ahead, 12, 31)
        if word == "month":
            return last_of(*divmod_month(months_on(today.replace(day=1), ahead)))
        if word == "fortnight" and ahead:
            return today + timedelta(days=2 * DAYS_IN_WEEK)
        if word == "week" and (ahead or today.weekday() != SUNDAY):
            return today + timedelta(days=SUNDAY - today.weekday() + DAYS_IN_WEEK * ahead)
    return None


def divmod_month(day: date) -> tuple[int, int]:
    return day.year, day.month


WAYS = (
    *(written_date, in_month, on_the, on_feast, some_days_ahead),
    *(on_weekday, on_weekend, after_a_while, in_period, year_only),
)


def is_counted(units: Sequence[Unit]) -> bool:
    """ "The second Friday" of a month."""
    return any(is_ordinal(a.word) and b.word in calendar()["weekdays"] for a, b in pairwise(units))


def is_ordinal(word: str) -> bool:
    return word in calendar()["ordinals"] or bool(ORDINAL.fullmatch(word))


def has_two_readings(units: Sequence[Unit]) -> bool:
    """ "By the first week of March", "by next Christmas", "by Q2": its start or its end, this one or the one after."""
    words = {word for unit in units for word in unit.word.split()}
    part_of_month = bool(words & {"week", "weekend", "half"} or is_counted(units))
    week_of_month = part_of_month and any(word in calendar()["months"] for word in words)
    next_feast = "next" in words and any(looked_up(units, table) is not None for table in ("fixed", "easter"))
    by_quarter = bool(words & UP_TO) and bool(words & {"q1", "q2", "q3", "q4"}) and not words & {"end", "close"}
    return week_of_month or (next_feast and "year" not in words) or by_quarter


def resolved(units: Sequence[Unit], today: date) -> date | None:
    """The day meant by the words of one deadline."""
    if has_two_readings(units):
        return None
    found = next((day for way in WAYS if (day := way(units, today)) is not None), None)
    weekday = looked_up(units, "weekdays")
    return None if found and weekday is not None and found.weekday() != weekday else found
