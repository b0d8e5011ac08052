"""Items, options and weights, read from a FHIR R4 ``Questionnaire``.

A stem is the text of a group, so it stands before exactly the items that it belongs to; an introduction is a display.
An answer's value is its weight. An option without a weight means that the item does not apply. Two displays inside an
item without options are the words at the low and the high end of its line.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

__all__ = ["Item", "Option", "instructions_in", "items_in", "words_sha256"]

WEIGHT = "http://hl7.org/fhir/StructureDefinition/itemWeight"
LOWEST, HIGHEST = (f"http://hl7.org/fhir/StructureDefinition/{end}Value" for end in ("min", "max"))


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that an item offers. ``value`` is None where it says "does not apply"."""

    value: int | None
    text: str | None


@dataclass(frozen=True, slots=True)
class Item:
    """One question. ``options`` in the order shown, empty where a mark is set on a line from ``low`` to ``high``.

    low_words, high_words: what stands at the ends of a line; None where nothing does.
    """

    id: str
    stem: str | None
    text: str | None
    options: tuple[Option, ...]
    low: int
    high: int
    low_words: str | None = None
    high_words: str | None = None

    @property
    def values(self) -> tuple[int, ...]:
        """The whole numbers that it offers, lowest first; none for a line."""
        return tuple(sorted(option.value for option in self.options if option.value is not None))

    @property
    def may_not_apply(self) -> bool:
        return any(option.value is None for option in self.options)


def instructions_in(questionnaire: Mapping[str, Any]) -> str | None:
    shown = (entry.get("text") for entry in questionnaire["item"] if entry["type"] == "display")
    return next(shown, None)


def items_in(questionnaire: Mapping[str, Any], stem: str | None = None) -> Iterator[Item]:
    """Every question in the order shown, out of its groups."""
    for entry in questionnaire["item"]:
        if entry["type"] == "group":
            yield from items_in(entry, entry.get("text"))
        elif entry["type"] != "display":
            yield _item(entry, stem)


def _item(entry: Mapping[str, Any], stem: str | None) -> Item:
    options = tuple(
        Option(_extension(option, WEIGHT), option["valueCoding"].get("display"))
        for option in entry.get("answerOption", ())
    )
    values = [option.value for option in options if option.value is not None]
    low, high = (min(values), max(values)) if values else (_extension(entry, LOWEST), _extension(entry, HIGHEST))
    return Item(entry["linkId"], stem, entry.get("text"), options, low, high, *(() if options else _ends(entry)))


def _ends(entry: Mapping[str, Any]) -> tuple[str | None, str | None]:
    """Raises ValueError when there is one alone or there are more than two."""
    shown = [child.get("text") for child in entry.get("item", ()) if child["type"] == "display"] or [None, None]
    low_words, high_words = shown
    return low_words, high_words


def _extension(element: Mapping[str, Any], url: str) -> Any:
    found = (each["valueDecimal"] for each in element.get("extension", ()) if each["url"] == url)
    return next(found, None)


def words_sha256(instructions: str | None, items: Iterable[Item]) -> str:
    """One sum over every word that a person answering reads, item ids and values included, in the order shown."""
    words = [
        [item.stem, item.id, item.text, [[option.value, option.text] for option in item.options], *_worded_ends(item)]
        for item in items
    ]
    return hashlib.sha256(json.dumps([instructions, words], ensure_ascii=False).encode()).hexdigest()


def _worded_ends(item: Item) -> Iterator[str]:
    return (words for words in (item.low_words, item.high_words) if words is not None)
