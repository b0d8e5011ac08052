"""Which measures are there, and what has to be said before one is used.

Ours lie in ``data``, a folder for each shelf. Another distribution adds its own through an entry point of the group
``goalward.measures`` that names a package with a folder ``data``; what it brings is for non-commercial use.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import entry_points
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any

from goalward.measures.errors import FixedWordsError, NotConfirmedError, OtherItemsError, UnknownMeasureError
from goalward.measures.measure import Measure, Shelf
from goalward.measures.questionnaire import Item, instructions_in, items_in
from goalward.measures.sidecar import measure_from
from goalward.measures.words import require_words

__all__ = ["fill_in", "known", "measure", "measures", "questionnaire"]

GROUP = "goalward.measures"
OURS = (Shelf.SHIPPED, Shelf.SCAFFOLD, Shelf.UNCONFIRMED)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the two files of a measure lie."""

    shelf: Shelf
    folder: Traversable
    name: str

    def read(self, ending: str) -> str:
        return self.folder.joinpath(f"{self.name}.{ending}").read_text("utf-8")


def known() -> dict[str, Shelf]:
    """Every measure that is installed, by id, whether or not it may be used here."""
    return {name: place.shelf for name, place in sorted(_places().items())}


def measures(*, non_commercial: bool = False, confirmed: Collection[str] = ()) -> tuple[Measure, ...]:
    """All that may be used. See :func:`measure` for what the caller can say."""
    usable = (place for _, place in sorted(_places().items()) if _refusal(place, non_commercial, confirmed) is None)
    return tuple(map(_read, usable))


def measure(measure_id: str, *, non_commercial: bool = False, confirmed: Collection[str] = ()) -> Measure:
    """One measure by its id ("phq9").

    non_commercial: the caller says that its use is. confirmed: ids of measures whose licence the operator looked up.
    Raises UnknownMeasureError, NotConfirmedError, and ChangedWordsError when its words are not the checked ones.
    """
    place = _place(measure_id)
    if refusal := _refusal(place, non_commercial, confirmed):
        raise refusal
    return _read(place)


def questionnaire(measure: Measure) -> dict[str, Any]:
    """The measure's FHIR R4 Questionnaire as it was published here: never with words that an operator filled in."""
    return dict(json.loads(_place(measure.id).read("json")))


def fill_in(measure: Measure, words: Mapping[str, Any]) -> Measure:
    """A scaffold with the words of a Questionnaire that the operator is licensed for, kept in their own database.

    Raises FixedWordsError for a measure that has its words, OtherItemsError when items or values are not the same, or
    when an item or an answer has no words.
    """
    if measure.has_text:
        raise FixedWordsError("fixed_words", name=measure.name)
    try:
        instructions, items = instructions_in(words), tuple(items_in(words))
    except (KeyError, TypeError, AttributeError, ValueError) as broken:
        raise OtherItemsError("other_items", name=measure.name) from broken
    if list(map(_answers, items)) != list(map(_answers, measure.items)):
        raise OtherItemsError("other_items", name=measure.name)
    require_words(measure.name, instructions, items)
    return replace(measure, instructions=instructions, items=items)


def _answers(item: Item) -> tuple[str, tuple[int, ...], bool, int, int]:
    """What scoring knows of an item."""
    return item.id, item.values, item.may_not_apply, item.low, item.high


def _refusal(place: Place, non_commercial: bool, confirmed: Collection[str]) -> NotConfirmedError | None:
    if place.shelf is Shelf.NON_COMMERCIAL and not non_commercial:
        return NotConfirmedError("non_commercial", measure=place.name)
    if place.shelf is Shelf.UNCONFIRMED and place.name not in confirmed:
        return NotConfirmedError("unconfirmed", measure=place.name)
    return None


def _place(measure_id: str) -> Place:
    place = _ours().get(measure_id) or _places().get(measure_id)
    if place is None:
        raise UnknownMeasureError("unknown_measure", measure=measure_id)
    return place


@cache
def _read(place: Place) -> Measure:
    return measure_from(json.loads(place.read("json")), tomllib.loads(place.read("toml")), place.shelf)


def _places() -> dict[str, Place]:
    """Ours win: no other distribution can change one of them."""
    return {**{place.name: place for place in _others()}, **_ours()}


@cache
def _ours() -> Mapping[str, Place]:
    data = files("goalward.measures").joinpath("data")
    return MappingProxyType({place.name: place for shelf in OURS for place in _lying_in(data.joinpath(shelf), shelf)})


def _others() -> Iterator[Place]:
    for entry in entry_points(group=GROUP):
        yield from _lying_in(files(entry.module).joinpath("data"), Shelf.NON_COMMERCIAL)


def _lying_in(folder: Traversable, shelf: Shelf) -> Iterator[Place]:
    for file in folder.iterdir():
        if file.name.endswith(".toml"):
            yield Place(shelf, folder, file.name.removesuffix(".toml"))
