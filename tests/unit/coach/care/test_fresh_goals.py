"""Goals that the lists were not written against: 260, by someone who had read the rules and not the code."""

from __future__ import annotations

import pytest
from tests.unit.coach.scoring import goals

from goalward.coach.care import Care, CareStance, read_care

GOALS = goals("care_fresh.jsonl")


def with_stance(stance: str | None) -> list[Care | None]:
    """How the reader reads the goals that a person labelled so."""
    return [read_care(goal["text"]) for goal in GOALS if (goal["care"] or {}).get("stance") == stance]


def share(readings: list[Care | None], stance: CareStance) -> float:
    return sum(care is not None and care.stance is stance for care in readings) / len(readings)


def test_goals_toward_harm_are_found() -> None:
    assert share(with_stance("toward_harm"), CareStance.TOWARD_HARM) >= 0.95


@pytest.mark.parametrize("stance", ["away_from_harm", "harmed_by_others"])
def test_someone_on_the_way_out_is_never_met_as_if_on_the_way_in(stance: str) -> None:
    assert share(with_stance(stance), CareStance.TOWARD_HARM) <= 0.05


def test_ordinary_goals_are_left_alone() -> None:
    readings = with_stance(None)
    assert sum(care is not None for care in readings) / len(readings) <= 0.03
