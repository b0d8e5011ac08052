"""A goal's ratings as a picture, a sentence and a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from django.utils.text import Truncator
from django.utils.timezone import localdate
from django.utils.translation import gettext, ngettext

from goalward.charts import LineChart, goal_chart, line_chart
from goalward.goals import LEVELS, ScaleKind, level_name, rating_word
from goalward.messages import Message
from goalward.progress import Rating, Scale, recent_summary
from goalward.web.goals.models import GoalVersion
from goalward.web.ui.figures import Figure, drawn, spoken
from goalward.web.ui.say import say

__all__ = ["Kinds", "course_charts", "figures", "in_words", "nothing_yet", "small_figure"]

LONGEST_TITLE = 60  # characters

Kinds = Mapping[int, ScaleKind]  # of a goal's wordings, by number


def figures(version: GoalVersion, ratings: Sequence[Rating], kinds: Kinds) -> list[Figure]:
    """All ratings on the goal's present scale; after them those on its other scale, if it had one."""
    charts = course_charts(version, ratings, kinds)
    return [drawn(chart, id_prefix) if chart else Figure(nothing_yet(version)) for id_prefix, chart in charts.items()]


def small_figure(version: GoalVersion, ratings: Sequence[Rating], kinds: Kinds, *, since: date | None) -> Figure:
    """A small picture for a card. ``since``: the day of the oldest rating that was read, None when that was all."""
    is_cut = since is not None and localdate(version.created_at) <= since
    chart = next(iter(course_charts(version, ratings, kinds, is_cut=is_cut).values()))
    if chart is None:
        return Figure(nothing_yet(version, is_cut=is_cut))
    shown = sum(1 for series in chart.series for point in series.points if point.value is not None)
    described = replace(chart, description=f"{chart.description} {_bounds(shown)}")
    svg = line_chart(described, id_prefix=f"chart-{version.goal_id}", size="small", language=spoken())
    return Figure(chart.description, svg)


def course_charts(
    version: GoalVersion, ratings: Sequence[Rating], kinds: Kinds, *, is_cut: bool = False
) -> dict[str, LineChart | None]:
    """By the ids to draw them under: the ratings on the goal's present scale, None without any; then the others.

    is_cut: there are ratings before these, so that these do not show where it started.
    """
    kind = ScaleKind(version.scale_kind)
    now, before = _by_scale(ratings, kinds, kind)
    charts: dict[str, LineChart | None] = {f"chart-{version.goal_id}": None}
    if now:
        charts[f"chart-{version.goal_id}"] = _recent(version, now, kind) if is_cut else _chart(version, now, kind)
    if before:
        chart = _chart(version, before, kinds[before[0].version], marks_new_words=False)
        note = gettext("These are your ratings from when you used another scale.")
        charts[f"chart-{version.goal_id}-before"] = replace(chart, description=note)
    return charts


def nothing_yet(version: GoalVersion, *, is_cut: bool = False) -> str:
    """In place of a chart. is_cut: there are older ratings."""
    if is_cut:
        return say(Message("progress.recent_none"))
    if version.number > 1:
        return gettext("You have not rated these words yet.")
    return say(Message("progress.none"))


def in_words(value: int, kind: ScaleKind) -> str:
    """One rating as a page says it."""
    scale = scale_of(kind)
    return scale.words(value) if scale.level_words else gettext("%(rating)s of 10") % {"rating": value}


def scale_of(kind: ScaleKind) -> Scale:
    if kind is ScaleKind.RATING:
        low, high = (say(words) for rating in (0, 10) if (words := rating_word(rating)))
        return Scale(0, 10, low, high)
    names = tuple(say(level_name(level)) for level in LEVELS)
    return Scale(LEVELS[0], LEVELS[-1], names[0], names[-1], names)


def _by_scale(ratings: Sequence[Rating], kinds: Kinds, kind: ScaleKind) -> tuple[Sequence[Rating], Sequence[Rating]]:
    """The ratings on this kind of scale, and the others."""
    if set(kinds.values()) == {kind}:
        return ratings, ()
    return (
        [rating for rating in ratings if kinds[rating.version] is kind],
        [rating for rating in ratings if kinds[rating.version] is not kind],
    )


def _bounds(shown: int) -> str:
    return ngettext(
        "This small picture shows the last rating.", "This small picture shows the last %(count)s ratings.", shown
    ) % {"count": shown}


def _recent(version: GoalVersion, ratings: Sequence[Rating], kind: ScaleKind) -> LineChart:
    chart = _chart(version, ratings, kind)
    message = recent_summary((rating for rating in ratings if rating.version == version.number), chart.scale)
    return replace(chart, description=say(message))


def _chart(
    version: GoalVersion, ratings: Sequence[Rating], kind: ScaleKind, *, marks_new_words: bool = True
) -> LineChart:
    if marks_new_words and ratings[-1].version != version.number:
        # New words that nobody rated are a skipped rating: the line ends where they came.
        came = max(localdate(version.created_at), ratings[-1].on)
        ratings = [*ratings, Rating(came, None, version.number)]
    words = Truncator(" ".join(version.wording.split())).chars(LONGEST_TITLE)
    title = gettext("Ratings of “%(words)s”") % {"words": words}
    return goal_chart(title, ratings, scale_of(kind), spoken())
