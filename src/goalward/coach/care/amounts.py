"""Numbers that make a goal about food or weight a danger, and drinking too heavy to stop at once.

The limits are a cautious start set for this project, not clinical advice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .kinds import CareKind
from .matching import Hit, Lattice

__all__ = ["KG", "measured", "stopped_at_once"]

KG_LOST_A_WEEK = 2.0
LOWEST_WEIGHT_KG = 40.0
LOWEST_WEIGHT_LB = 90.0
LIGHTEST_BODY_KG = 20.0
LOWEST_BMI = 17.0
LOWEST_CALORIES = 800.0
LONGEST_FAST_HOURS = 24.0

KG = {"kg": 1.0, "lb": 0.4536, "stone": 6.35}
WEEKS = {"day": 1 / 7, "week": 1.0, "fortnight": 2.0, "month": 4.35, "year": 52.0, "night": 1 / 7}
HOURS = {"hour": 1.0, "day": 24.0, "week": 168.0, "night": 24.0, "month": 720.0}
NEAR = 4
NEXT_TO = 4
SENTENCES = 40


def measured(words: Sequence[str], places: Lattice) -> list[Hit]:
    """Every amount in the text that is a danger, as hits of kind eating."""
    amounts = [(at, value) for at, word in enumerate(words) if (value := number(word)) is not None]
    return [hit for at, value in amounts for hit in _dangers(at, value, words, places)]


def stopped_at_once(hits: Sequence[Hit]) -> list[Hit]:
    """What the text ends in other words than its name: heavy drinking, and prescribed medicine called "it"."""
    return [*_drinking_stopped(hits), *_let_go(hits)]


def _drinking_stopped(hits: Sequence[Hit]) -> list[Hit]:
    """Heavy drinking that the text says will end: a danger to life at once and alone, and safe in good hands."""
    roles = {hit.role for hit in hits}
    if "heavy" not in roles:
        return []
    if "watched" in roles and "unwatched" not in roles:
        return [Hit(CareKind.MEDICINE, "away", hit.start, hit.end) for hit in hits if hit.role == "watched"]
    if "slowly" in roles and "unwatched" not in roles:
        return []
    return [Hit(CareKind.MEDICINE, "toward", hit.start, hit.end) for hit in hits if hit.role == "at-once"]


def _let_go(hits: Sequence[Hit]) -> list[Hit]:
    """Medicine that is named, and given up elsewhere in the text as "it" or "the lot"."""
    named = [hit for hit in hits if hit.role == "named"]
    ends = [hit for hit in hits if hit.role == "let-go"]
    apart = (hit for hit in ends if any(hit.end <= one.start or one.end <= hit.start for one in named))
    return [Hit(hit.kind, "harm", hit.start, hit.end) for hit in apart]


def number(word: str) -> float | None:
    if word in {"a", "an", "one"}:
        return 1.0
    return float(word) if word.replace(".", "", 1).isdecimal() else None


def _dangers(at: int, value: float, words: Sequence[str], places: Lattice) -> Iterator[Hit]:
    unit = _word(words, at + 1)
    if unit in KG and not _around(at, "@lifting", places):
        yield from _weights(at, value * KG[unit], words, places)
    if _counts_as_weight(at, value, words, places):
        yield _danger(at, at, words)
    if words[at].isdecimal() and (unit == "calories" or _counts_calories(at, words)):
        yield from _calories(at, value, words, places)
    if singular(unit) in HOURS:
        yield from _fasts(at, value * HOURS[singular(unit)], words, places)
    if "bmi" in words[max(0, at - NEAR) : at] and value < LOWEST_BMI and not _before(at, "@above", places):
        yield _danger(at, at, words)


def _counts_as_weight(at: int, value: float, words: Sequence[str], places: Lattice) -> bool:
    """A weight without its unit: "see 34 on the scale", "get my weight down to 38"."""
    told = "@on-the-scale" in places[at + 1] or words[at - 1] == "weigh" or _weight_stands_before(at, words, places)
    light = words[at].isdecimal() and LIGHTEST_BODY_KG <= value < LOWEST_WEIGHT_KG
    return told and light and _word(words, at + 1) not in KG and not _around(at, "@lifting", places)


def _weight_stands_before(at: int, words: Sequence[str], places: Lattice) -> bool:
    aimed_at = words[at - 1] == "to" or "@less" in places[at - 1]
    return aimed_at and not {"weight", "scale", "scales"}.isdisjoint(words[max(0, at - NEAR) : at])


def _counts_calories(at: int, words: Sequence[str]) -> bool:
    """Whether "calories" stands just before, with no number of its own."""
    near = range(max(0, at - NEXT_TO), at)
    return any(words[spot] == "calories" and (spot == 0 or number(words[spot - 1]) is None) for spot in near)


def _weights(at: int, kg: float, words: Sequence[str], places: Lattice) -> Iterator[Hit]:
    if _before(at, "@gain", places):
        return
    kg_before = _kg_before(at, words)
    if kg_before > kg:
        yield from _too_fast(at, kg_before - kg, words, places)
    losing = _before(at, "@lose", places) or "@lost" in places[min(at + 2, len(words))]
    if losing and not _before(at, "@down-to", places) and words[at - 1] != "to":
        yield from _too_fast(at, kg, words, places)
    elif _before(at, "@weigh", places):
        lowest = LOWEST_WEIGHT_LB * KG["lb"] if words[at + 1] == "lb" else LOWEST_WEIGHT_KG
        low = LIGHTEST_BODY_KG <= kg < lowest and _word(words, at + 2) != "of"
        if low or (kg == lowest and _before(at, "@less", places)):
            yield _danger(at, at, words)


def _too_fast(at: int, kg_lost: float, words: Sequence[str], places: Lattice) -> Iterator[Hit]:
    weeks = _weeks(at, words, places)
    if weeks is not None and kg_lost / weeks > KG_LOST_A_WEEK:
        yield _lost(at, words, places)


def _kg_before(at: int, words: Sequence[str]) -> float:
    """The weight that "from 60 to 50 kg" or "from 60 kg to 50 kg" begins with, else 0."""
    if words[at - 1] != "to":
        return 0.0
    start = at - 3 if _word(words, at - 2) in KG else at - 2
    before = number(words[start]) if start > 0 and words[start - 1] == "from" else None
    return 0.0 if before is None else before * KG[words[at + 1]]


def _weeks(at: int, words: Sequence[str], places: Lattice) -> float | None:
    """The first period named after the weight, else the first one before it."""
    starts = (*range(at + 2, len(words)), *range(at))
    spans = (_span(start, _near(at, start, words), words, places) for start in starts)
    return next((span for span in spans if span is not None), None)


def _near(at: int, start: int, words: Sequence[str]) -> bool:
    between = words[min(at, start) : max(at, start)]
    return len(between) <= NEAR and "," not in between and "start" not in between


def _span(start: int, near: bool, words: Sequence[str], places: Lattice) -> float | None:
    """A period in weeks; "a week" only near the weight: elsewhere it tells how often somebody runs."""
    place = places[start]
    if "@this-week" in place:
        return WEEKS.get(_word(words, start + 1), WEEKS["week"])
    if "@this-month" in place:
        return WEEKS["month"]
    if "@each-week" in place:
        return WEEKS.get(words[place["@each-week"] - 1].removesuffix("ly"), WEEKS["week"]) if near else None
    count, weeks = number(words[start]), WEEKS.get(singular(_word(words, start + 1)))
    rate = words[start] == "a" and "@deadline" not in places[start - 1] and not near
    if count is None or weeks is None or rate or "@rate" in places[start + 2]:
        return None
    return max(count, 0.1) * weeks


def _calories(at: int, value: float, words: Sequence[str], places: Lattice) -> Iterator[Hit]:
    aimed_at = _word(words, at - 1) == "to"
    if value >= LOWEST_CALORIES or (_before(at, "@burn", places) and not aimed_at) or _before(at, "@above", places):
        return
    if any("@part-of-a-day" in places[near] for near in range(at + 1, min(at + NEAR + 1, len(words)))):
        return
    daily = any("@a-day" in places[near] for near in range(at + 1, min(at + NEAR + NEAR, len(words))))
    if not daily and _before(at, "@a-meal", places):
        return
    if daily or aimed_at or _before(at, "@at-most", places) or _after(at, "@at-most", places):
        start = next((spot for spot in range(max(0, at - NEAR), at) if aimed_at and "@burn" in places[spot]), at)
        yield _danger(start, at, words)


def _fasts(at: int, hours: float, words: Sequence[str], places: Lattice) -> Iterator[Hit]:
    told = next((spot for spot in range(max(0, at - NEAR), at) if "@fast" in places[spot]), None)
    lasting = told is not None and "@lasting" in places[at - 1]
    if (
        hours >= LONGEST_FAST_HOURS
        and (lasting or _word(words, at + 2) in {"fast", "fasts"})
        and not _around(at, "@religious", places)
    ):
        yield _danger(at if told is None else told, at, words)


def _lost(at: int, words: Sequence[str], places: Lattice) -> Hit:
    """With "get rid of" before it or "down" after it, which would else be read as turning it round."""
    start = next((spot for spot in range(max(0, at - NEAR), at) if "@lose" in places[spot]), at)
    return _danger(start, at + ("@lost" in places[min(at + 2, len(words))]), words)


def _danger(start: int, at: int, words: Sequence[str]) -> Hit:
    return Hit(CareKind.EATING, "harm", start, min(at + 2, len(words)))


def _before(at: int, label: str, places: Lattice) -> bool:
    return any(label in place for place in places[max(0, at - NEAR) : at])


def _after(at: int, label: str, places: Lattice) -> bool:
    return any(label in place for place in places[at : at + NEAR])


def _around(at: int, label: str, places: Lattice) -> bool:
    """Within a sentence or two: what a diary tells elsewhere says nothing of this amount."""
    return any(label in place for place in places[max(0, at - SENTENCES) : at + SENTENCES])


def _word(words: Sequence[str], at: int) -> str:
    return words[at] if at < len(words) else ""


def singular(word: str) -> str:
    return word.removesuffix("s")
