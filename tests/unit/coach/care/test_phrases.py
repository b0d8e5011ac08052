"""The language that the word lists are written in."""

from __future__ import annotations

import pytest

from goalward.coach.care.matching import Hit, find, lattice
from goalward.coach.care.phrases import Phrase, alternatives, filed, is_a_set, pattern

SETS = (
    Phrase("", "@quit", "stop|quit"),
    Phrase("", "@quit", "give up"),
    Phrase("", "@quit", "@quit completely|at_once"),
    Phrase("", "@medicine", "my? tablets|pills"),
    Phrase("", "@edge", "$"),
    Phrase("", "at_once", "at once"),
)


def found(line: str, text: str, sets: tuple[Phrase, ...] = SETS) -> list[str]:
    words = text.split()
    phrases = [*sets, Phrase("kind", "role", line)]
    used = {part: 1 for one in phrases for part in one.line.split()}
    hits = find(lattice(words, {"hurts": ["hurt+"], "hurt": ["hurt+"]}), filed(phrases, used))
    assert all(hit == Hit("kind", "role", hit.start, hit.end) for hit in hits)
    return sorted(" ".join(words[hit.start : hit.end]) for hit in hits)


@pytest.mark.parametrize(
    ("line", "text", "hits"),
    [
        ("cut|burn my arms", "i burn my arms", ["burn my arms"]),
        ("cut my own? arms", "cut my arms", ["cut my arms"]),
        ("cut my own? arms", "cut my own arms", ["cut my own arms"]),
        ("hurt+ me", "it hurts me", ["hurts me"]),
        ("die now|at_once", "die at once", ["die at once"]),
        ("@quit @medicine", "give up my tablets", ["give up my tablets"]),
        ("@quit @medicine", "stop at once pills", ["stop at once pills"]),
        ("stop .. tablets", "stop all of the tablets", ["stop all of the tablets"]),
        ("stop .. tablets", "stop all of the many tablets", []),
        ("stop ... tablets", "stop all of the many tablets", ["stop all of the many tablets"]),
        ("stop .. tablets", "stop , no tablets", []),
        ("stop .. and tablets", "stop sugar and tablets", ["stop sugar and tablets"]),
        ("^ cut $", "cut", ["cut"]),
        ("^ cut $", "i cut", []),
        ("^ cut $", "no , cut .", ["cut"]),
        ("cut @edge", "a cut", ["cut"]),
        ("die !of", "die of shame", []),
        ("die !of", "die", ["die"]),
        ("hit her =again", "hit her again", ["hit her"]),
        ("hit her =again", "hit her target", []),
        ("lose # kg", "lose # kg", ["lose # kg"]),
        ("lose @number kg", "lose 12 kg", ["lose 12 kg"]),
        ("since @year", "since 2019", ["since 2019"]),
        ("@medicine", "my pills", ["my pills", "pills"]),
    ],
)
def test_a_line_finds_what_it_says(line: str, text: str, hits: list[str]) -> None:
    assert found(line, text) == hits


def test_a_capital_that_is_no_known_word_may_be_a_name() -> None:
    places = lattice(["punch", "Zed", "may"], {"may": ["@month"]}, {1, 2})
    assert "@name" in places[1]
    assert "@name" not in places[2]


def test_a_line_knows_what_a_text_must_hold() -> None:
    known = pattern("^ my? own arms|@skin .. now !later")
    assert [set(labels) for labels in known.required] == [{"^"}, {"own"}, {"arms", "@skin"}, {"now"}]
    assert known.beginnings == {"my", "own"}


def test_a_lone_edge_is_a_beginning() -> None:
    assert pattern("^").beginnings == {"^"}


def test_an_optional_line_may_begin_anywhere() -> None:
    assert pattern("my? own?").beginnings == {"my", "own"}


def test_alternatives_leave_the_marks_aside() -> None:
    assert alternatives("!of|from") == ["of", "from"]
    assert alternatives("my|our?") == ["my", "our"]


@pytest.mark.parametrize(("role", "named"), [("@medicine", True), ("at_once", True), ("harm", False)])
def test_sets_are_told_by_their_names(role: str, named: bool) -> None:
    assert is_a_set(role) is named
