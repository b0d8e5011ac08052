"""What a screen reader hears in place of the picture."""

from __future__ import annotations

from collections.abc import Iterator

from goalward.charts.chart import LineChart
from goalward.charts.language import Language
from goalward.messages import Message

__all__ = ["band_sentence", "described"]


def described(chart: LineChart, language: Language) -> str:
    """The chart's own sentence, else the days it covers; after it the band and every event."""
    said = (chart.description or days_sentence(chart, language), band_sentence(chart, language))
    return " ".join((*filter(None, said), *event_sentences(chart, language)))


def days_sentence(chart: LineChart, language: Language) -> str:
    days = [point.on for point in chart.points()]
    if not days:
        return language.say(Message("charts.description_empty"))
    first, last = (language.format_date(day, "full") for day in (min(days), max(days)))
    return language.say(Message("charts.description", {"first": first, "last": last}))


def band_sentence(chart: LineChart, language: Language) -> str:
    """What the shading means; empty without a band."""
    if chart.band is None:
        return ""
    lowest, highest = (language.number(chart.scale, end) for end in (chart.band.lowest, chart.band.highest))
    return language.say(Message("charts.band", {"label": chart.band.label, "lowest": lowest, "highest": highest}))


def event_sentences(chart: LineChart, language: Language) -> Iterator[str]:
    for number, event in enumerate(chart.events, 1):
        day = language.format_date(event.on, "full")
        yield language.say(Message("charts.event", {"number": number, "label": event.label, "day": day}))
