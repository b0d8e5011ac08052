"""The numbers that goals rest on carry where they come from."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import jsonschema
import pytest

from goalward.goals import ACTIVE_AT_ONCE, house_rules

TEXT = {"type": "string", "minLength": 1}
SCHEMA = {
    "type": "object",
    "additionalProperties": {
        "type": "object",
        "properties": {
            "value": {"type": "integer", "minimum": 1},
            "unit": TEXT,
            "population": TEXT,
            "method": TEXT,
            "source": TEXT,
            "verified": {"type": "boolean"},
        },
        "required": ["value", "unit", "population", "method", "source", "verified"],
        "additionalProperties": False,
    },
}


def test_every_rule_says_its_unit_population_method_and_source() -> None:
    jsonschema.validate(tomllib.loads(files("goalward.goals").joinpath("rules.toml").read_text("utf-8")), SCHEMA)


def test_three_goals_are_active_at_once_at_most() -> None:
    assert ACTIVE_AT_ONCE == house_rules()["active_at_once"].value == 3


@pytest.mark.parametrize("name", ["confidence_to_start", "review_after", "review_within"])
def test_our_own_numbers_are_not_called_verified(name: str) -> None:
    rule = house_rules()[name]
    assert not rule.verified
    assert rule.method.startswith("house rule")


def test_the_rules_cannot_be_changed_while_running() -> None:
    with pytest.raises(TypeError):
        house_rules()["active_at_once"] = None  # type: ignore[index]
