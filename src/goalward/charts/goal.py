"""A goal's ratings as a chart: one series per wording, a break where the words changed."""

from __future__ import annotations

from collections.abc import Iterable

from goalward.charts.chart import Break, LineChart, Point, Series
from goalward.charts.language import ENGLISH, Language
from goalward.messages import Message
from goalward.progress import Rating, Scale, segments, summary

__all__ = ["goal_chart"]


def goal_chart(title: str, ratings: Iterable[Rating], scale: Scale, language: Language = ENGLISH) -> LineChart:
    """The chart of one goal, described by its plain sentence. Raises RatingError for a rating outside the scale."""
    ratings = tuple(ratings)
    parts = segments(ratings)
    return LineChart(
        title=title,
        description=language.say(summary(ratings, scale)),
        scale=scale,
        series=tuple(
            Series(
                points=[Point(rating.on, rating.value) for rating in part.ratings],
                label=language.say(Message("charts.version", {"version": part.version})),
            )
            for part in parts
        ),
        breaks=tuple(Break(part.starts_on, language.say(Message("charts.reworded"))) for part in parts[1:]),
    )
