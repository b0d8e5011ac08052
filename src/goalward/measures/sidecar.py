"""A measure from its two files: the Questionnaire, and beside it what FHIR does not hold."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from goalward.measures.errors import ChangedWordsError
from goalward.measures.measure import (
    Band,
    Bands,
    Domain,
    ErrorOfMeasurement,
    Evidence,
    Licence,
    Measure,
    MissingRule,
    Reliability,
    Risk,
    Scale,
    Shelf,
    Threshold,
)
from goalward.measures.questionnaire import instructions_in, items_in, words_sha256

__all__ = ["measure_from"]

EVIDENCE = ("population", "method", "source", "confidence", "verified")
THRESHOLD = ("scale", "kind", "comparison", "value", "unit")
RELIABILITY = ("scale", "kind", "low", "high")

Table = Mapping[str, Any]


def measure_from(questionnaire: Table, sidecar: Table, shelf: Shelf) -> Measure:
    """Both files are valid by their schemas. Raises ChangedWordsError when the words are not the checked ones."""
    instructions, items = instructions_in(questionnaire), tuple(items_in(questionnaire))
    if words_sha256(instructions, items) != sidecar["words"]["sha256"]:
        raise ChangedWordsError("changed_words", name=sidecar["name"])
    return Measure(
        id=questionnaire["id"],
        name=sidecar["name"],
        title=questionnaire["title"],
        version=questionnaire["version"],
        form=sidecar["form"],
        shelf=shelf,
        domain=Domain(sidecar["domain"]),
        recall=sidecar["recall"],
        higher_is=sidecar["higher_is"],
        instructions=instructions,
        items=items,
        orders=MappingProxyType({name: tuple(order) for name, order in sidecar.get("orders", {}).items()}),
        reverse=frozenset(sidecar.get("reverse", ())),
        scales=tuple(map(_scale, sidecar.get("scales", ()))),
        thresholds=tuple(map(_threshold, sidecar.get("thresholds", ()))),
        reliability=tuple(map(_reliability, sidecar.get("reliability", ()))),
        risks=tuple(Risk(**row) for row in sidecar.get("risks", ())),
        licence=Licence(**sidecar["licence"]),
    )


def _evidence(table: Table) -> Evidence:
    return Evidence(**{name: table[name] for name in EVIDENCE})


def _scale(table: Table) -> Scale:
    return Scale(
        id=table["id"],
        items=tuple(table.get("items", ())),
        parts=tuple(table.get("parts", ())),
        missing=MissingRule(**table["missing"]) if "missing" in table else None,
        times=table.get("times", 1),
        minus=table.get("minus", 0),
        bands=_bands(table["bands"]) if "bands" in table else None,
        error=ErrorOfMeasurement(table["error"]["index"], _evidence(table["error"])) if "error" in table else None,
        loinc=table.get("loinc"),
    )


def _bands(table: Table) -> Bands:
    return Bands(tuple(Band(*start) for start in table["starts"]), _evidence(table))


def _threshold(row: Table) -> Threshold:
    return Threshold(**{name: row[name] for name in THRESHOLD}, evidence=_evidence(row))


def _reliability(row: Table) -> Reliability:
    return Reliability(**{name: row[name] for name in RELIABILITY}, evidence=_evidence(row))
