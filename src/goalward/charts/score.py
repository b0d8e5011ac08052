"""The scores of a measure as a chart: the band around the first one is how far chance alone can move it."""

from __future__ import annotations

from collections.abc import Sequence

from goalward.charts.chart import Band, LineChart, Point, Series
from goalward.charts.language import ENGLISH, Language
from goalward.measures import Measure
from goalward.messages import Message
from goalward.progress import ScoreOn, chance_band, course_name, score_scale

__all__ = ["score_chart"]


def score_chart(
    measure: Measure,
    scores: Sequence[ScoreOn],
    scale: str = "total",
    *,
    description: str = "",
    language: Language = ENGLISH,
) -> LineChart:
    """The chart of one scale. Without a published error of measurement it has no band: none is made up."""
    ends = chance_band(measure, scores, scale)
    return LineChart(
        title=language.say(Message("charts.scores", {"name": course_name(measure, scale, language.say)})),
        description=description,
        scale=score_scale(measure, scale, language.say),
        series=(Series([Point(each.on, each.value) for each in scores]),),
        value_name=language.say(Message("charts.column_score")),
        band=Band(*ends, language.say(Message("charts.chance"))) if ends else None,
    )
