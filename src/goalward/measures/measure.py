"""A questionnaire as a value: its items, how they add up, what its numbers mean, and who says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import sqrt

from goalward.measures.questionnaire import Item
from goalward.messages import Message

__all__ = [
    "Z_95",
    "Band",
    "Bands",
    "Domain",
    "ErrorOfMeasurement",
    "Evidence",
    "Licence",
    "Measure",
    "MissingRule",
    "Reliability",
    "Risk",
    "Scale",
    "Shelf",
    "Threshold",
]

Z_95 = 1.96  # two-sided 95 % of a normal distribution, as sources print it, not the quantile to more places


class Shelf(StrEnum):
    """Where a measure stands, and so what has to be said before it is used."""

    SHIPPED = "shipped"  # ready, with its words
    SCAFFOLD = "scaffold"  # no words: an operator fills in what they are licensed for
    UNCONFIRMED = "unconfirmed"  # off until an operator confirms the licence
    NON_COMMERCIAL = "non_commercial"  # a distribution of its own, for non-commercial use, word for word


class Domain(StrEnum):
    """What a measure asks about: what pages show side by side, and never as one number."""

    SYMPTOMS = "symptoms"
    WELLBEING = "wellbeing"
    FUNCTIONING = "functioning"
    ALLIANCE = "alliance"

    @property
    def label(self) -> Message:
        return Message(f"measures.domain_{self}")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Whom a number was found in, how, by whom; ``verified`` when it was read in a public source."""

    population: str
    method: str
    source: str
    confidence: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Licence:
    """``attribution`` is shown wherever the items are. ``checked``: year and month."""

    terms: str
    attribution: str
    source: str
    checked: str
    modifiable: bool
    verified: bool


@dataclass(frozen=True, slots=True)
class Band:
    """``starts`` at this score and ends where the next begins; a pro-rated score between two is in the lower one."""

    starts: int
    code: str

    @property
    def label(self) -> Message:
        return Message(f"measures.band_{self.code}")


@dataclass(frozen=True, slots=True)
class Bands:
    bands: tuple[Band, ...]
    evidence: Evidence

    def at(self, value: float) -> Band:
        return next(band for band in reversed(self.bands) if band.starts <= value)


@dataclass(frozen=True, slots=True)
class MissingRule:
    """``person_mean``: up to ``allowed`` open items count as the mean of those answered. ``none``: each is needed."""

    rule: str
    allowed: int
    source: str
    verified: bool

    @property
    def label(self) -> Message:
        return Message(f"measures.rule_{self.rule}")


@dataclass(frozen=True, slots=True)
class ErrorOfMeasurement:
    """Known through a published reliable-change index: the change that 1.96 standard errors of a difference make."""

    index: float
    evidence: Evidence

    @property
    def standard_error(self) -> float:
        """In points of the scale. Jacobson & Truax 1991: index = 1.96 x sqrt(2) x standard error."""
        return self.index / (Z_95 * sqrt(2))


@dataclass(frozen=True, slots=True)
class Scale:
    """A score of a measure: the sum of its items, or of its ``parts``, as ``times`` x (sum - ``minus``)."""

    id: str
    items: tuple[str, ...]
    parts: tuple[str, ...]
    missing: MissingRule | None
    times: int
    minus: int
    bands: Bands | None
    error: ErrorOfMeasurement | None
    loinc: str | None

    @property
    def label(self) -> Message:
        return Message(f"measures.scale_{self.id}")

    def value(self, raw: Fraction) -> Fraction:
        return self.times * (raw - self.minus)


@dataclass(frozen=True, slots=True)
class Threshold:
    """A number to compare a score or a change with. ``comparison``: at_least, at_most or below."""

    scale: str
    kind: str
    comparison: str
    value: float
    unit: str
    evidence: Evidence

    @property
    def label(self) -> Message:
        return Message(f"measures.threshold_{self.kind}")


@dataclass(frozen=True, slots=True)
class Reliability:
    """``kind``: alpha or retest. ``low`` and ``high``: the lowest and highest published."""

    scale: str
    kind: str
    low: float
    high: float
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Risk:
    """An answer of ``at`` or more opens the support panel. ``soft``: worth a look, no panel by itself."""

    item: str
    at: int
    soft: bool
    source: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Measure:
    """One questionnaire. ``orders``: item ids of each published order, where there are several."""

    id: str
    name: str
    title: str
    version: str
    form: str
    shelf: Shelf
    domain: Domain
    recall: str
    higher_is: str
    instructions: str | None
    items: tuple[Item, ...]
    orders: Mapping[str, tuple[str, ...]]
    reverse: frozenset[str]
    scales: tuple[Scale, ...]
    thresholds: tuple[Threshold, ...]
    reliability: tuple[Reliability, ...]
    risks: tuple[Risk, ...]
    licence: Licence

    @property
    def about(self) -> Message:
        """What it asks about, in our words: no title, no item, no diagnosis."""
        return Message(f"measures.about_{self.id}")

    @property
    def has_text(self) -> bool:
        return all(item.text for item in self.items)

    @property
    def scored(self) -> frozenset[str]:
        """Ids of the items that a score needs to know of, be they answered or not."""
        return frozenset(item for scale in self.scales for item in scale.items)

    def item(self, item_id: str) -> Item:
        return next(item for item in self.items if item.id == item_id)

    def scale(self, scale_id: str) -> Scale:
        return next(scale for scale in self.scales if scale.id == scale_id)

    def counted(self, scale_id: str) -> tuple[str, ...]:
        """Ids of the items that add up to the scale, those of its parts among them."""
        scale = self.scale(scale_id)
        return scale.items + tuple(item for part in scale.parts for item in self.counted(part))

    def ends(self, scale_id: str) -> tuple[int, int]:
        """The lowest and the highest score, every item counted: one that does not apply may lower them."""
        items = [self.item(item) for item in self.counted(scale_id)]
        lowest, highest = sum(item.low for item in items), sum(item.high for item in items)
        scale = self.scale(scale_id)
        return int(scale.value(Fraction(lowest))), int(scale.value(Fraction(highest)))
