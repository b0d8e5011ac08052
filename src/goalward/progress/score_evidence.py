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
    """One number. ``what`` it is, ``number`` in words; population, method and source are None where not stated."""

    what: Message
    number: Message
    evidence: Evidence

    @property
    def population(self) -> str | None:
        return _stated(self.evidence.population)

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
    found = measure.scale(scale)
    if found.bands:
        yield _bands(found.bands, say)
    for row in measure.thresholds:
        if row.scale == scale:
            yield _threshold(row)
    if found.error:
        index = Message("progress.evidence_points", {"value": f"{found.error.index:g}"})
        yield EvidenceLine(Message("progress.evidence_index"), index, found.error.evidence)
    for kept in measure.reliability:
        if kept.scale == scale:
            yield _reliability(kept)


def _bands(bands: Bands, say: Say) -> EvidenceLine:
    starts = ", ".join(f"{band.starts} {say(band.label)}" for band in bands.bands)
    return EvidenceLine(
        Message("progress.evidence_bands"), Message("progress.evidence_starts", {"starts": starts}), bands.evidence
    )


def _threshold(row: Threshold) -> EvidenceLine:
    number = Message(f"progress.evidence_{row.comparison}_{row.unit}", {"value": f"{row.value:g}"})
    return EvidenceLine(row.label, number, row.evidence)


def _reliability(row: Reliability) -> EvidenceLine:
    values = {"lowest": f"{row.low:g}", "highest": f"{row.high:g}"}
    one = "progress.evidence_value" if row.low == row.high else "progress.evidence_values"
    return EvidenceLine(Message(f"progress.evidence_{row.kind}"), Message(one, values), row.evidence)


def _stated(text: str) -> str | None:
    return None if text == NOT_STATED else text
