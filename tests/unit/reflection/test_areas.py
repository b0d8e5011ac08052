"""Areas of life, and how much each gets in the way."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalward.messages import catalogue, in_english
from goalward.reflection import AREAS, VALUES, AreaChoice, ReflectionError, suggested_order

# The names that readings of a goal use; a label may change, these may not.
CODES = {
    "anxiety",
    "depression",
    "stress",
    "relationships",
    "family",
    "self_esteem",
    "trauma",
    "grief",
    "sleep",
    "substance_use",
    "anger",
    "eating_body_image",
    "work_study",
    "social",
    "physical_health",
    "life_purpose",
    "ocd",
    "parenting",
}

impacts = st.none() | st.integers(0, 10)
choices = st.lists(st.builds(AreaChoice, st.sampled_from(sorted(CODES)), impacts), max_size=18)


@pytest.mark.parametrize("name", ["areas", "values"])
def test_the_lists_are_codes_each_once(name: str) -> None:
    codes = {"type": "array", "items": {"type": "string", "pattern": "^[a-z_]+$"}, "minItems": 1, "uniqueItems": True}
    schema = {"type": "object", "properties": {name: codes}, "required": [name], "additionalProperties": False}
    source = files("goalward.reflection").joinpath(f"{name}.toml")
    jsonschema.validate(tomllib.loads(source.read_text("utf-8")), schema)


def test_the_areas_are_the_eighteen_that_a_reading_of_a_goal_can_name() -> None:
    assert {area.code for area in AREAS} == CODES
    assert len(AREAS) == 18


def test_every_area_and_value_has_a_label_of_its_own_and_a_hint() -> None:
    for listed in (AREAS, VALUES):
        assert len({in_english(item.label) for item in listed}) == len(listed)
        assert all(in_english(item.hint) for item in listed)


def test_no_label_is_left_over_from_an_area_or_value_that_is_gone() -> None:
    listed = [(area.label, area.hint) for area in AREAS] + [(value.label, value.hint) for value in VALUES]
    used = {message.id for messages in listed for message in messages}
    assert {name for name in catalogue() if name.startswith(("reflection.area_", "reflection.value_"))} == used


def test_labels_are_plain_words_and_name_no_diagnosis() -> None:
    labels = " ".join(in_english(area.label) for area in AREAS).casefold()
    assert not [word for word in ("anxiety", "depression", "trauma", "ocd", "disorder", "substance") if word in labels]


def test_the_impact_of_an_area_may_be_skipped() -> None:
    assert AreaChoice("sleep").impact is None
    assert AreaChoice("sleep", 0).impact == 0


@pytest.mark.parametrize("impact", [-1, 11])
def test_an_impact_outside_0_to_10_is_named(impact: int) -> None:
    with pytest.raises(ReflectionError, match=f"from 0 to 10, not {impact}"):
        AreaChoice("sleep", impact)


def test_an_area_that_is_not_in_the_list_is_named() -> None:
    with pytest.raises(ReflectionError, match="no “weather” in the list"):
        AreaChoice("weather", 5)


def test_what_gets_most_in_the_way_comes_first_and_what_was_skipped_last() -> None:
    sleep, grief, anger, family = (
        AreaChoice("sleep", 4),
        AreaChoice("grief"),
        AreaChoice("anger", 9),
        AreaChoice("family", 4),
    )
    assert suggested_order([sleep, grief, anger, family]) == (anger, sleep, family, grief)


def test_an_area_that_is_never_in_the_way_still_comes_before_one_that_was_skipped() -> None:
    assert suggested_order([AreaChoice("grief"), AreaChoice("sleep", 0)])[0].area == "sleep"


@given(choices)
def test_the_suggestion_loses_no_area_and_is_steady(picked: list[AreaChoice]) -> None:
    suggested = suggested_order(picked)
    assert sorted(map(repr, suggested)) == sorted(map(repr, picked))
    assert suggested_order(suggested) == suggested
    rated = [choice.impact for choice in suggested if choice.impact is not None]
    assert rated == sorted(rated, reverse=True)
