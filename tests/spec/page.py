"""The page docs/reference/coach.md, drawn from the rules. The days in it are those that the reader finds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from goalward.coach import read_goal
from tests.spec.rules import FOLDER, TODAY, WITH_KINDS_OF_DAYS, Chapter, Rule, chapters, kinds_of_days
from tests.spec.says import SAYS, Said

__all__ = ["PAGE", "anchor", "page", "to_do"]

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "coach.md"
QUOTED = {"quantity", "frequency", "duration", "deadline", "action", "context"}


def to_do(words: str) -> str:
    """A goal that ends as the words say."""
    return f"finish the bird box {words}"


def page() -> str:
    introduction = (FOLDER / "introduction.md").read_text("utf-8")
    return introduction.replace("{contents}", "\n".join(contents())) + "".join(map(section, chapters()))


def contents() -> Iterator[str]:
    for chapter in chapters():
        yield f"- [{chapter.title}](#{anchor(chapter.title)})"
        yield from (f"  - [{rule.title}](#{anchor(rule.title)})" for rule in chapter.rules)


def anchor(title: str) -> str:
    """What a heading is linked by, as the usual readers of Markdown make it."""
    return re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")


def section(chapter: Chapter) -> str:
    days = [table(*day_table())] if chapter.name == WITH_KINDS_OF_DAYS else []
    return "\n\n".join([f"\n## {chapter.title}", chapter.about, *days, *map(subsection, chapter.rules)]) + "\n"


def subsection(rule: Rule) -> str:
    return f"### {rule.title}\n\n{rule.why}\n\n{table(*example_table(rule))}"


def example_table(rule: Rule) -> tuple[list[str], Iterator[list[str]]]:
    """A column for each thing that is said of any of the examples; today, where it matters."""
    names = [name for name in SAYS if any(name in example.says for example in rule.examples)]
    is_dated = any(example.today != TODAY for example in rule.examples)
    rows = (
        [example.goal, *[example.today.isoformat()] * is_dated]
        + [cell(example.says[name], quoted=name in QUOTED) if name in example.says else "" for name in names]
        for example in rule.examples
    )
    return ["The goal as typed", *["Today"] * is_dated, *(SAYS[name].heading for name in names)], rows


def day_table() -> tuple[list[str], Iterator[list[str]]]:
    told = list(kinds_of_days()[0].meant)
    rows = (
        [kind.words, *(cell(read_goal(to_do(kind.words), today).deadline or "open") for today in told)]
        for kind in kinds_of_days()
    )
    return ["Words", *(f"On {today:%a} {today.isoformat()}" for today in told)], rows


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join(f"| {' | '.join(each.replace('|', chr(92) + '|') for each in line)} |" for line in lines)


def cell(said: Said, *, quoted: bool = False) -> str:
    match said:
        case bool():
            return "yes" if said else "no"
        case date():
            return said.isoformat()
        case list():
            return "<br>".join(f"“{words}”" if quoted else words for words in said) or "none"
    return said
