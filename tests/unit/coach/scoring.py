"""How far readings agree with labelled goals."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from goalward.coach import Reading, read_goal

TODAY = date(2026, 11, 22)
FOLDER = Path(__file__).parents[2] / "data" / "coach"
JUDGEMENTS = ("specific", "measurable", "achievable_concern", "time_bound")
Goal = dict[str, Any]


def goals(name: str) -> list[Goal]:
    return [json.loads(line) for line in (FOLDER / name).read_text("utf-8").splitlines()]


@cache
def reading_of(text: str) -> Reading:
    return read_goal(text, TODAY)


def read(goal: Goal) -> Reading:
    return reading_of(goal["text"])


def pairs(name: str, judgement: str, *, traps: bool = False) -> list[tuple[bool, bool]]:
    """(labelled, read) for each goal."""
    chosen = [goal for goal in goals(name) if goal["adversarial"] or not traps]
    return [(bool(goal["labels"][judgement]), getattr(read(goal), judgement)) for goal in chosen]


def kappa(both: list[tuple[bool, bool]]) -> float:
    """Cohen's kappa: agreement beyond chance."""
    n = len(both)
    agreed = sum(a == b for a, b in both) / n
    labelled, said = sum(a for a, _ in both) / n, sum(b for _, b in both) / n
    chance = labelled * said + (1 - labelled) * (1 - said)
    return (agreed - chance) / (1 - chance)


def accuracy(both: list[tuple[bool, bool]]) -> float:
    return sum(a == b for a, b in both) / len(both)


def f1(right: int, said: int, labelled: int) -> float:
    return 2 * right / (said + labelled)


def tier(values: dict[str, Any]) -> str:
    smart = [bool(values[name]) for name in ("specific", "measurable", "time_bound")]
    if all(smart) and not values["achievable_concern"]:
        return "full"
    return "partial" if any(smart) else "vague"


def tiers(name: str) -> list[tuple[str, str]]:
    return [(tier(goal["labels"]), tier({key: getattr(read(goal), key) for key in JUDGEMENTS})) for goal in goals(name)]


def places(goal: Goal, kind: str) -> Iterator[tuple[int, int]]:
    """Where the labelled words stand; of words that come twice, the first not yet taken is meant."""
    after: dict[str, int] = {}
    for words in goal["spans"][kind]:
        at = goal["text"].index(words, after.get(words, 0))
        after[words] = at + 1
        yield at, at + len(words)


def span_f1(name: str, kind: str) -> float:
    """A span is found when at least half of it is covered."""
    right = said = labelled = 0
    for goal in goals(name):
        found = [(span.start, span.end) for span in read(goal).spans if span.kind == kind]
        wanted = list(places(goal, kind))
        said, labelled = said + len(found), labelled + len(wanted)
        for start, end in wanted:
            hit = next((p for p in found if 2 * (min(end, p[1]) - max(start, p[0])) >= end - start), None)
            if hit:
                found.remove(hit)
                right += 1
    return f1(right, said, labelled)
