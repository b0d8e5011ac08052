"""Where the axes carry their marks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from goalward.charts.language import DateStyle
from goalward.progress import Scale

__all__ = ["date_ticks", "value_ticks"]

VALUE_STEPS = 4  # the most steps from the lowest value to the highest
DATE_STEPS = 5  # the most steps from the first day to the last, so that labels never touch
DAY_STEPS = (1, 2, 7, 14)
# Months between ticks, how to write them, and the longest span in days where those labels fit and differ.
MONTH_STEPS: tuple[tuple[int, DateStyle, int], ...] = (
    (1, "day", 155),
    (2, "day", 310),
    (3, "day", 364),
    (6, "month", 732),
)
DAYS_A_YEAR = 365


def nice_step(least: float) -> int:
    """The smallest of 1, 2, 5, 10, 20, 50 and so on that is at least this."""
    power = 1
    while True:
        for step in (power, 2 * power, 5 * power):
            if step >= least:
                return step
        power *= 10


def value_ticks(scale: Scale, steps: int = VALUE_STEPS) -> tuple[int, ...]:
    """Both ends, and round values between them that leave the ends room: at most so many steps of one size."""
    step = nice_step((scale.highest - scale.lowest) / steps)
    first = -(-scale.lowest // step) * step
    between = (
        value
        for value in range(first, scale.highest, step)
        if min(value - scale.lowest, scale.highest - value) >= step / 2
    )
    return (scale.lowest, *between, scale.highest)


def date_ticks(first: date, last: date) -> tuple[DateStyle, tuple[date, ...]]:
    """Days to label, and how to write them: from single days up to centuries."""
    span = (last - first).days
    for step in DAY_STEPS:
        if span <= DATE_STEPS * step:
            return "day", tuple(first + timedelta(day) for day in range(0, span + 1, step))
    style, months = month_step(span)
    return style, tuple(month_starts(first, last, months))


def month_step(span: int) -> tuple[DateStyle, int]:
    for months, style, longest in MONTH_STEPS:
        if span <= longest:
            return style, months
    return "year", 12 * nice_step(span / DAYS_A_YEAR / DATE_STEPS)


def month_starts(first: date, last: date, months: int) -> Iterator[date]:
    """The first days of every so many months, counted from January of year 0."""
    start = 12 * first.year + first.month - (first.day == 1)
    for month in range(-(-start // months) * months, 12 * last.year + last.month, months):
        yield date(month // 12, month % 12 + 1, 1)
