"""A goal's ratings as a picture, a sentence and a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.text import Truncator
from django.utils.timezone import localdate
from django.utils.translation import get_language_bidi, gettext, ngettext

from goalward.charts import Language, LineChart, data_table, goal_chart, line_chart, table_html
from goalward.goals import LEVELS, ScaleKind, level_name, rating_word
from goalward.messages import Message
from goalward.progress import Rating, Scale, recent_summary
from goalward.web.goals.models import GoalVersion
from goalward.web.ui.say import say

__all__ = ["Figure", "Kinds", "figures", "in_words", "small_figure"]

LONGEST_TITLE = 60  # characters

Kinds = Mapping[int, ScaleKind]  # of a goal's wordings, by number


@dataclass(frozen=True, slots=True)
class Figure:
    """``svg`` and ``table`` are markup with every text escaped; they are empty while there is nothing to draw."""

    sentence: str
    svg: str = ""
    table: str = ""


def figures(version: GoalVersion, ratings: Sequence[Rating], kinds: Kinds) -> list[Figure]:
    """All ratings on the goal's present scale; after them those on its other scale, if it had one."""
    kind = ScaleKind(version.scale_kind)
    now, before = _by_scale(ratings, kinds, kind)
    drawn = [_full(_chart(version, now, kind), f"chart-{version.goal_id}")] if now else [Figure(_none_yet(version))]
    if before:
        chart = _chart(version, before, kinds[before[0].version], marks_new_words=False)
        note = gettext("These are your ratings from when you used another scale.")
        drawn.append(_full(replace(chart, description=note), f"chart-{version.goal_id}-before"))
    return drawn


def small_figure(version: GoalVersion, ratings: Sequence[Rating], kinds: Kinds, *, since: date | None) -> Figure:
    """A small picture for a card. ``since``: the day of the oldest rating that was read, None when that was all."""
    kind = ScaleKind(version.scale_kind)
    now, _ = _by_scale(ratings, kinds, kind)
    is_cut = since is not None and localdate(version.created_at) <= since
    if not now:
        return Figure(say(Message("progress.recent_none")) if is_cut else _none_yet(version))
    chart = _chart(version, now, kind)
    if is_cut:
        message = recent_summary((rating for rating in now if rating.version == version.number), chart.scale)
        chart = replace(chart, description=say(message))
    described = replace(chart, description=f"{chart.description} {_bounds(now)}")
    svg = line_chart(described, id_prefix=f"chart-{version.goal_id}", size="small", language=_language())
    return Figure(chart.description, svg)


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


def _bounds(ratings: Sequence[Rating]) -> str:
    return ngettext(
        "This small picture shows the last rating.",
        "This small picture shows the last %(count)s ratings.",
        len(ratings),
    ) % {"count": len(ratings)}


def _none_yet(version: GoalVersion) -> str:
    if version.number > 1:
        return gettext("You have not rated these words yet.")
    return say(Message("progress.none"))


def _chart(
    version: GoalVersion, ratings: Sequence[Rating], kind: ScaleKind, *, marks_new_words: bool = True
) -> LineChart:
    if marks_new_words and ratings[-1].version != version.number:
        # New words that nobody rated are a skipped rating: the line ends where they came.
        came = max(localdate(version.created_at), ratings[-1].on)
        ratings = [*ratings, Rating(came, None, version.number)]
    words = Truncator(" ".join(version.wording.split())).chars(LONGEST_TITLE)
    title = gettext("Ratings of “%(words)s”") % {"words": words}
    return goal_chart(title, ratings, scale_of(kind), _language())


def _full(chart: LineChart, id_prefix: str) -> Figure:
    language = _language()
    svg = line_chart(chart, id_prefix=id_prefix, language=language)
    return Figure(chart.description, svg, table_html(data_table(chart, language)))


def _language() -> Language:
    return Language(say=say, right_to_left=get_language_bidi())
