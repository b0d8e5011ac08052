"""The reader agrees with careful labels. The bars are those for unseen goals; these goals have been seen."""

from __future__ import annotations

import pytest

from tests.unit.coach.scoring import accuracy, f1, kappa, pairs, span_f1, tiers

FILES = ("dev_goals.jsonl", "more_goals.jsonl")


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(("judgement", "bar"), [("specific", 0.90), ("measurable", 0.92), ("time_bound", 0.95)])
def test_a_goal_is_judged_as_two_careful_people_judge_it(name: str, judgement: str, bar: float) -> None:
    assert kappa(pairs(name, judgement)) >= bar


@pytest.mark.parametrize("name", FILES)
def test_concerns_are_found_where_the_words_raise_them(name: str) -> None:
    both = pairs(name, "achievable_concern")
    right = sum(a and b for a, b in both)
    assert f1(right, sum(b for _, b in both), sum(a for a, _ in both)) >= 0.80


@pytest.mark.parametrize("judgement", ["specific", "measurable", "time_bound"])
def test_traps_are_seen_through(judgement: str) -> None:
    both = pairs(FILES[0], judgement, traps=True)
    assert accuracy(both) >= 0.90
    assert kappa(both) >= 0.80


@pytest.mark.parametrize("name", FILES)
def test_hardly_a_goal_is_taken_for_complete_that_is_not(name: str) -> None:
    both = tiers(name)
    assert sum(a == b for a, b in both) / len(both) >= 0.92
    unfinished = [said for labelled, said in both if labelled != "full"]
    assert unfinished.count("full") / len(unfinished) <= 0.02


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(
    ("kind", "bar"), [("frequency", 0.95), ("duration", 0.97), ("deadline", 0.95), ("quantity", 0.90)]
)
def test_the_words_behind_a_judgement_are_found(name: str, kind: str, bar: float) -> None:
    assert span_f1(name, kind) >= bar


FRESH = "fresh_goals.jsonl"  # by seven other writers, who had the rules and not the reader; held to the bars themselves


@pytest.mark.parametrize(("judgement", "bar"), [("specific", 0.78), ("measurable", 0.86), ("time_bound", 0.92)])
def test_other_writers_goals_are_judged_as_they_judge_them(judgement: str, bar: float) -> None:
    assert kappa(pairs(FRESH, judgement)) >= bar
    traps = pairs(FRESH, judgement, traps=True)
    assert accuracy(traps) >= 0.85
    assert kappa(traps) >= 0.65


@pytest.mark.parametrize(
    ("kind", "bar"), [("frequency", 0.93), ("duration", 0.95), ("deadline", 0.92), ("quantity", 0.80)]
)
def test_the_words_behind_other_writers_goals_are_found(kind: str, bar: float) -> None:
    assert span_f1(FRESH, kind) >= bar
