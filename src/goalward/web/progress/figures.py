"""A goal's ratings as a picture, a sentence and a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.utils.text import Truncator
from django.utils.timezone import localdate
from django.utils.translation import get_language_bidi, gettext, ngettext

from goalward.charts import Language, data_table, goal_chart, line_chart, table_html
from goalward.goals import LEVELS, ScaleKind, level_name, rating_word
from goalward.messages import Message
from goalward.progress import Rating, Scale, summary
from goalward.web.goals.models import GoalVersion
from goalward.web.ui.say import say

__all__ = ["ON_A_CARD", "Figure", "Rated", "full_figures", "in_words", "small_figure"]

ON_A_CARD = 26  # ratings on a small chart: half a year of weeks
LONGEST_TITLE = 60  # characters


@dataclass(frozen=True, slots=True)
class Figure:
    """``svg`` and ``table`` are markup with every text escaped; without a rating they are empty."""

    sentence: str
    svg: str = ""
    table: str = ""


@dataclass(frozen=True, slots=True)
class Rated:
    """A rating, the scale that it was given on, and whether it is among the last of its goal."""

    rating: Rating
    kind: ScaleKind
    is_recent: bool = True


def full_figures(version: GoalVersion, rated: Sequence[Rated]) -> list[Figure]:
    """The ratings on the goal's present scale; after them those on its other scale, if it had one."""
    kind = ScaleKind(version.scale_kind)
    present = [each.rating for each in rated if each.kind is kind]
    earlier = [each.rating for each in rated if each.kind is not kind]
    if not earlier:
        return [_figure(version, kind, present)]
    before = _figure(version, next(other for other in ScaleKind if other is not kind), earlier, part="before")
    note = gettext("These are your ratings from when you used another scale.")
    now = _figure(version, kind, present) if present else Figure(say(Message("progress.none_reworded")))
    return [now, replace(before, sentence=note)]


def small_figure(version: GoalVersion, rated: Sequence[Rated]) -> Figure:
    """The last ratings in a small picture. The sentence is about all of them, as on the goal's own page."""
    kind = ScaleKind(version.scale_kind)
    present = _with_present_words(version, [each.rating for each in rated if each.kind is kind])
    if not present:
        return full_figures(version, rated)[0]
    language, scale = _language(), scale_of(kind)
    sentence = say(summary(present, scale))
    recent = [each.rating for each in rated if each.kind is kind and each.is_recent]
    chart = goal_chart(_title(version), _with_present_words(version, recent), scale, language)
    described = replace(chart, description=f"{sentence} {_how_many(len(recent))}")
    return Figure(sentence, line_chart(described, id_prefix=_id(version.goal_id), size="small", language=language))


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


def _figure(version: GoalVersion, kind: ScaleKind, ratings: Sequence[Rating], part: str = "now") -> Figure:
    if not ratings:
        return Figure(say(summary(ratings, scale_of(kind))))
    language = _language()
    if part == "now":
        ratings = _with_present_words(version, ratings)
    chart = goal_chart(_title(version), ratings, scale_of(kind), language)
    svg = line_chart(chart, id_prefix=_id(version.goal_id, part), language=language)
    return Figure(chart.description, svg, table_html(data_table(chart, language)))


def _with_present_words(version: GoalVersion, ratings: Sequence[Rating]) -> list[Rating]:
    """New words that were never rated are a skipped rating: the line ends where they came."""
    if not ratings or ratings[-1].version == version.number:
        return list(ratings)
    on = max(localdate(version.created_at), ratings[-1].on)
    return [*ratings, Rating(on, None, version.number)]


def _language() -> Language:
    return Language(say=say, right_to_left=get_language_bidi())


def _title(version: GoalVersion) -> str:
    words = Truncator(" ".join(version.wording.split())).chars(LONGEST_TITLE)
    return gettext("Ratings of “%(words)s”") % {"words": words}


def _how_many(count: int) -> str:
    return ngettext(
        "This small chart shows your last rating.",
        "This small chart shows your last %(count)s ratings.",
        count,
    ) % {"count": count}


def _id(goal_id: UUID, part: str = "small") -> str:
    return f"chart-{part}-{goal_id}"
