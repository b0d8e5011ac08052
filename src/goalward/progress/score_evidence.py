"""Where the numbers of a measure come from, one line each: in whom, how, by whom, and whether anybody looked it up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from goalward.measures import Bands, Evidence, Measure, Reliability, Threshold
from goalward.messages import Message, in_english
from goalward.progress.scale import Say
from goalward.progress.score_course import TOTAL

__all__ = ["EvidenceLine", "evidence_lines"]

NOT_STATED = "not stated"  # what the data say where a source is silent


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One number. ``what`` it is, ``number`` in words; method and source are None where not stated.

    population: in whom it was found; where that is not known, the words that say so, in the reader's language.
    """

    what: Message
    number: Message
    evidence: Evidence
    population: str

    @property
    def method(self) -> str | None:
        return _stated(self.evidence.method)

    @property
    def source(self) -> str | None:
        return _stated(self.evidence.source)

    @property
    def confidence(self) -> Message:
        return Message(f"progress.confidence_{self.evidence.confidence}")

    @property
    def verified(self) -> Message:
        return Message("progress.evidence_verified" if self.evidence.verified else "progress.evidence_unverified")


def evidence_lines(measure: Measure, scale: str = TOTAL, say: Say = in_english) -> tuple[EvidenceLine, ...]:
    """Every number that is kept for the scale: bands, error, thresholds, reliability."""
    return tuple(_lines(measure, scale, say))


def _lines(measure: Measure, scale: str, say: Say) -> Iterator[EvidenceLine]:
    unknown = say(Message("progress.not_stated"))
    for what, number, evidence in _numbers(measure, scale, say):
        yield EvidenceLine(what, number, evidence, _stated(evidence.population) or unknown)


def _numbers(measure: Measure, scale: str, say: Say) -> Iterator[tuple[Message, Message, Evidence]]:
    found = measure.scale(scale)
    if found.bands:
        yield Message("progress.evidence_bands"), _starts(found.bands, say), found.bands.evidence
    for row in measure.thresholds:
        if row.scale == scale:
            yield row.label, _compared(row), row.evidence
    if found.error:
        index = Message("progress.evidence_points", {"value": f"{found.error.index:g}"})
        yield Message("progress.evidence_index"), index, found.error.evidence
    for kept in measure.reliability:
        if kept.scale == scale:
            yield Message(f"progress.evidence_{kept.kind}"), _published(kept), kept.evidence


def _starts(bands: Bands, say: Say) -> Message:
    starts = ", ".join(f"{band.starts} {say(band.label)}" for band in bands.bands)
    return Message("progress.evidence_starts", {"starts": starts})


def _compared(row: Threshold) -> Message:
    return Message(f"progress.evidence_{row.comparison}_{row.unit}", {"value": f"{row.value:g}"})


def _published(row: Reliability) -> Message:
    values = {"lowest": f"{row.low:g}", "highest": f"{row.high:g}"}
    return Message("progress.evidence_value" if row.low == row.high else "progress.evidence_values", values)


def _stated(text: str) -> str | None:
    return None if text == NOT_STATED else text
