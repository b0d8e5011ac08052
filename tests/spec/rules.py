"""The rules of the coach: chapters of rules, each with goals as typed and what the reader shall say of them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

__all__ = [
    "FOLDER",
    "TODAY",
    "WITH_KINDS_OF_DAYS",
    "Chapter",
    "Example",
    "KindOfDay",
    "Rule",
    "chapters",
    "examples",
    "kinds_of_days",
]

FOLDER = Path(__file__).parent / "coach"
TODAY = date(2026, 11, 22)  # a Sunday
CHAPTERS = ("look_for", "yardstick", "end", "concerns", "words", "days", "shape", "question", "offers", "care")
WITH_KINDS_OF_DAYS = "days"  # the chapter that the list of days belongs to


@dataclass(frozen=True, slots=True)
class Example:
    """``says``: by the names of tests/spec/says.py, what the reader shall say."""

    goal: str
    today: date
    says: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Rule:
    title: str
    why: str
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    name: str
    title: str
    about: str
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class KindOfDay:
    """Some words for a day, and the day a careful person means by them, told on each of some days.

    None stands where a careful person would ask.
    """

    words: str
    meant: Mapping[date, date | None]


def example(written: dict[str, Any]) -> Example:
    return Example(written.pop("goal"), written.pop("today", TODAY), written)


def rule(written: dict[str, Any]) -> Rule:
    return Rule(written["title"], written["why"].strip(), tuple(map(example, written["examples"])))


def chapter(name: str) -> Chapter:
    written = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
    return Chapter(name, written["title"], written["about"].strip(), tuple(map(rule, written["rules"])))


@cache
def chapters() -> tuple[Chapter, ...]:
    return tuple(map(chapter, CHAPTERS))


def examples() -> Sequence[tuple[Rule, Example]]:
    return [(rule, example) for chapter in chapters() for rule in chapter.rules for example in rule.examples]


@cache
def kinds_of_days() -> tuple[KindOfDay, ...]:
    written = tomllib.loads((FOLDER / "kinds_of_days.toml").read_text("utf-8"))
    told = written["told_on"]

    def kind(words: str, meant: list[Any]) -> KindOfDay:
        days = (None if day == "ask" else day for day in meant)
        return KindOfDay(words, dict(zip(told, days, strict=True)))

    return tuple(kind(each["words"], each["meant"]) for each in written["kinds"])
