"""Care before coaching: the contacts and the words."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from itertools import product

import jsonschema
import pytest

from goalward.messages import catalogue, in_english
from goalward.safety import CareError, ContactKind, care_panel, contacts, for_care
from tests.plain_language import grade, word_count

KINDS = ("suicide", "self_harm", "eating", "medicine", "harm_to_others", "harmed_by_others")
HARMS = KINDS[:-1]
STANCES = ("toward_harm", "away_from_harm", "mention", "harmed_by_others", "answered")
PAIRS = [*product(HARMS, STANCES[:3]), ("harmed_by_others", "harmed_by_others"), ("suicide", "answered")]

RULES = tomllib.loads(files("goalward.safety").joinpath("care.toml").read_text("utf-8"))
CONTACT_KINDS = {"type": "array", "items": {"enum": list(ContactKind)}, "minItems": 2, "uniqueItems": True}
SCHEMA = {
    "type": "object",
    "properties": {
        "contacts": {
            "type": "object",
            "properties": dict.fromkeys([*KINDS, "any"], CONTACT_KINDS),
            "required": [*KINDS, "any"],
            "additionalProperties": False,
        },
        "stances": {
            "type": "object",
            "properties": {
                stance: {
                    "type": "object",
                    "properties": {
                        "kinds": {"type": "array", "items": {"enum": list(KINDS)}, "minItems": 1, "uniqueItems": True},
                        "heading": {"type": "string"},
                        "lines": {"type": "array", "items": {"type": "string"}, "minItems": 1},
                        "offers": {"type": "boolean"},
                    },
                    "required": ["kinds", "lines", "offers"],
                    "additionalProperties": False,
                }
                for stance in STANCES
            },
            "required": list(STANCES),
            "additionalProperties": False,
        },
    },
    "required": ["contacts", "stances"],
    "additionalProperties": False,
}


def said(kind: str, stance: str) -> str:
    return " ".join(in_english(line) for line in care_panel(kind, stance).lines)


def test_the_file_of_care_names_every_kind_and_stance_and_nothing_else() -> None:
    jsonschema.validate(RULES, SCHEMA)


@pytest.mark.parametrize(
    ("kind", "first"),
    [
        ("suicide", ["crisis", "emergency", "child"]),
        ("eating", ["eating", "crisis", "emergency", "child"]),
        ("harmed_by_others", ["abuse", "emergency", "crisis", "child"]),
        (None, ["crisis", "emergency", "abuse", "eating", "child"]),
    ],
)
def test_the_contacts_that_fit_come_first(kind: str | None, first: list[str]) -> None:
    assert list(dict.fromkeys(contact.kind for contact in for_care(kind, contacts()))) == first


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_care_shows_someone_to_talk_to_the_emergency_number_and_a_line_for_the_young(kind: str) -> None:
    australia = [contact for contact in contacts() if contact.country == "AU"]
    assert {"crisis", "emergency", "child"} <= {contact.kind for contact in for_care(kind, australia)}


def test_the_help_page_leaves_no_contact_out_and_keeps_the_files_order_within_a_kind() -> None:
    shown = for_care(None, contacts())
    assert set(shown) == set(contacts())
    assert [c for c in shown if c.kind == "abuse"] == [c for c in contacts() if c.kind == "abuse"]


@pytest.mark.parametrize(("kind", "stance"), PAIRS)
def test_every_kind_and_stance_has_its_words(kind: str, stance: str) -> None:
    panel = care_panel(kind, stance)
    assert said(kind, stance).endswith((".", ".”"))
    assert panel.heading is None or in_english(panel.heading)
    assert grade(said(kind, stance)) <= 8


@pytest.mark.parametrize("kind", HARMS)
def test_a_goal_toward_harm_keeps_its_words_gets_no_offers_and_is_told_that_nobody_watches(kind: str) -> None:
    panel = care_panel(kind, "toward_harm")
    assert not panel.quiet
    assert not panel.offers
    for words in ("stay as you wrote them", "Nobody here watches live", "danger right now", "up to you"):
        assert words in said(kind, "toward_harm")


def test_each_kind_toward_harm_has_a_line_of_its_own() -> None:
    assert len({care_panel(kind, "toward_harm").lines[0].id for kind in HARMS}) == 5


@pytest.mark.parametrize("stance", ["away_from_harm", "mention"])
def test_a_goal_away_from_harm_gets_one_quiet_line_and_full_help(stance: str) -> None:
    panel = care_panel("self_harm", stance)
    assert panel.quiet
    assert panel.offers
    assert len(panel.lines) == 1
    assert "“Help now”" in said("self_harm", stance)
    assert word_count(said("self_harm", stance)) < 20


def test_an_answer_about_safety_is_met_with_contacts_and_blocks_nothing() -> None:
    panel = care_panel("suicide", "answered")
    assert not panel.quiet
    assert panel.offers
    for words in ("Your answer is saved", "Nobody here watches live", "danger right now", "up to you", "Many people"):
        assert words in said("suicide", "answered")


def test_someone_harmed_by_another_is_told_about_the_device_and_keeps_full_help() -> None:
    panel = care_panel("harmed_by_others", "harmed_by_others")
    assert not panel.quiet
    assert panel.offers
    for words in ("not your fault", "look at this phone or computer", "Leave this page", "browser still remembers"):
        assert words in said("harmed_by_others", "harmed_by_others")


@pytest.mark.parametrize(
    ("kind", "stance"),
    [("weather", "mention"), ("eating", "sideways"), *sorted(set(product(KINDS, STANCES)) - set(PAIRS))],
)
def test_a_kind_and_stance_that_do_not_go_together_are_named(kind: str, stance: str) -> None:
    with pytest.raises(CareError, match=f"“{kind}” with “{stance}”"):
        care_panel(kind, stance)


def test_contacts_for_a_kind_that_care_does_not_have_are_an_error() -> None:
    with pytest.raises(CareError, match="“weather”"):
        for_care("weather", contacts())


def test_no_word_of_care_is_left_over() -> None:
    panels = [care_panel(*pair) for pair in PAIRS]
    shown = {message.id for panel in panels for message in (*panel.lines, panel.heading) if message}
    assert {name for name in catalogue() if name.startswith("safety.care_")} <= shown <= set(catalogue())
