"""Every measure's two files: valid FHIR, a valid sidecar, both telling of the same items, the words as checked."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import fhirkit
import pytest
from fhir.resources.R4B.questionnaire import Questionnaire as FhirQuestionnaire
from jsonschema import Draft202012Validator

from goalward.measures import ChangedWordsError, Shelf
from goalward.measures.questionnaire import words_sha256
from goalward.measures.sidecar import measure_from
from goalward.messages import catalogue
from tests.unit.measures.files import CORE, IDS, SCORED, SIDECARS, WITH_WORDS, read, resource, sidecar

HERE = Path(__file__).parent
CHECKED = {row["id"]: row for row in csv.DictReader((HERE / "checked_words.csv").read_text("utf-8").splitlines())}
SIDECAR = Draft202012Validator(json.loads((CORE / "sidecar.schema.json").read_text("utf-8")))
QUESTIONNAIRE = Draft202012Validator(json.loads((HERE / "questionnaire.schema.json").read_text("utf-8")))


def by_our_table(questionnaire: dict[str, Any]) -> list[str]:
    return [error.message for error in QUESTIONNAIRE.iter_errors(questionnaire)]


def by_fhir_resources(questionnaire: dict[str, Any]) -> list[str]:
    try:
        FhirQuestionnaire.model_validate(questionnaire)
    except ValueError as refused:
        return [str(refused)]
    return []


def by_fhirkit(questionnaire: dict[str, Any]) -> list[str]:
    return [str(issue) for issue in fhirkit.validate(questionnaire)]


VALIDATORS = [by_our_table, by_fhir_resources, by_fhirkit]


def questions(questionnaire: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for entry in questionnaire["item"]:
        yield entry
        yield from questions(entry) if "item" in entry else ()


@pytest.mark.parametrize("validate", VALIDATORS)
@pytest.mark.parametrize("measure_id", IDS)
def test_the_questionnaire_is_valid_fhir(measure_id: str, validate: Callable[[dict[str, Any]], list[str]]) -> None:
    assert validate(resource(measure_id)) == []


BREAKS: dict[str, Callable[[dict[str, Any], dict[str, Any]], object]] = {
    "no status": lambda whole, _: whole.pop("status"),
    "an element that FHIR does not have": lambda whole, _: whole.update(colour="teal"),
    "a question without its type": lambda _, question: question.pop("type"),
    "a question without its id": lambda _, question: question.pop("linkId"),
    "an option with two values": lambda _, question: question["answerOption"][0].update(valueInteger=0),
    "a weight in words": lambda _, question: question["answerOption"][0]["extension"][0].update(valueDecimal="none"),
    "an extension without its address": lambda _, question: question["answerOption"][0]["extension"][0].pop("url"),
}


@pytest.mark.parametrize("validate", VALIDATORS)
@pytest.mark.parametrize("break_", BREAKS.values(), ids=BREAKS)
def test_every_validator_refuses_a_broken_questionnaire(
    break_: Callable[[dict[str, Any], dict[str, Any]], object], validate: Callable[[dict[str, Any]], list[str]]
) -> None:
    broken = deepcopy(resource("phq9"))
    break_(broken, broken["item"][-1])
    assert validate(broken)


def test_our_table_knows_the_codes_that_fhir_requires() -> None:
    """The two others take any word for a status or a type."""
    broken = {**resource("phq9"), "status": "ready"}
    assert by_our_table(broken)
    assert not by_fhir_resources(broken) + by_fhirkit(broken)


@pytest.mark.parametrize("measure_id", IDS)
def test_the_sidecar_is_valid(measure_id: str) -> None:
    assert [error.message for error in SIDECAR.iter_errors(sidecar(measure_id))] == []


def test_the_schema_refuses_a_number_that_is_verified_by_nobody() -> None:
    row = {**sidecar("phq9")["thresholds"][0], "source": "not stated"}
    assert list(SIDECAR.iter_errors({**sidecar("phq9"), "thresholds": [row]}))


def test_the_schema_refuses_an_unverified_number_of_high_confidence() -> None:
    row = {**sidecar("phq9")["thresholds"][0], "verified": False}
    assert list(SIDECAR.iter_errors({**sidecar("phq9"), "thresholds": [row]}))


@pytest.mark.parametrize("measure_id", IDS)
def test_each_file_has_its_pair_and_its_name(measure_id: str) -> None:
    found = resource(measure_id)
    assert found["id"] == measure_id
    assert found["url"] == f"urn:goalward:measure:{measure_id}"
    assert found["copyright"].startswith(sidecar(measure_id)["licence"]["attribution"])


def test_no_file_lies_without_its_pair() -> None:
    data = {path.with_suffix("") for path in SIDECARS}
    folders = {path.parent for path in SIDECARS}
    assert {path.with_suffix("") for folder in folders for path in folder.glob("*.json")} == data


@pytest.mark.parametrize("measure_id", IDS)
def test_ids_in_a_questionnaire_are_its_own_and_unique(measure_id: str) -> None:
    ids = [entry["linkId"] for entry in questions(resource(measure_id))]
    assert len(ids) == len(set(ids))
    assert all(each.startswith(f"{measure_id}_") for each in ids)


@pytest.mark.parametrize("measure_id", IDS)
def test_the_sidecar_speaks_of_items_and_scales_that_exist(measure_id: str) -> None:
    found = read(measure_id)
    items, scales = {item.id for item in found.items}, {scale.id for scale in found.scales}
    assert found.reverse <= items
    assert found.scored <= items
    assert {risk.item for risk in found.risks} <= found.scored
    assert all(set(order) == items for order in found.orders.values())
    assert {part for scale in found.scales for part in scale.parts} <= scales
    assert {row.scale for row in (*found.thresholds, *found.reliability)} <= scales


@pytest.mark.parametrize("measure_id", SCORED)
def test_a_rule_for_open_items_leaves_some_to_go_by(measure_id: str) -> None:
    for scale in read(measure_id).scales:
        assert scale.missing is None or scale.missing.allowed < len(scale.items)


@pytest.mark.parametrize("measure_id", IDS)
def test_every_label_has_its_words(measure_id: str) -> None:
    found = read(measure_id)
    labels = [scale.label for scale in found.scales]
    labels += [band.label for scale in found.scales if scale.bands for band in scale.bands.bands]
    labels += [threshold.label for threshold in found.thresholds]
    labels += [scale.missing.label for scale in found.scales if scale.missing and scale.missing.allowed]
    assert {label.id for label in labels} <= set(catalogue())


@pytest.mark.parametrize("measure_id", SCORED)
def test_bands_start_at_the_lowest_score_and_rise(measure_id: str) -> None:
    found = read(measure_id)
    for scale in found.scales:
        if scale.bands:
            starts = [band.starts for band in scale.bands.bands]
            lowest = sum(found.item(item).low for item in scale.items)
            assert starts == sorted(set(starts))
            assert starts[0] == scale.times * (lowest - scale.minus)


def codes(measure_id: str) -> list[str]:
    entries = [resource(measure_id), *questions(resource(measure_id))]
    found = [code["code"] for entry in entries for code in entry.get("code", ())]
    return found + [scale["loinc"] for scale in sidecar(measure_id).get("scales", ()) if "loinc" in scale]


@pytest.mark.parametrize("measure_id", IDS)
def test_every_loinc_code_has_its_check_digit(measure_id: str) -> None:
    for code in codes(measure_id):
        number, _, check = code.partition("-")
        doubled = "".join(str(int(digit) * (2 - at % 2)) for at, digit in enumerate(reversed(number)))
        assert (10 - sum(map(int, doubled)) % 10) % 10 == int(check), code


def test_no_measure_carries_the_code_of_the_phq_15() -> None:
    assert "70273-8" not in {code for each in IDS for code in codes(each)}


def test_the_words_are_those_that_were_checked() -> None:
    assert set(CHECKED) == set(WITH_WORDS)
    sums = {each: words_sha256(read(each).instructions, read(each).items) for each in WITH_WORDS}
    assert sums == {each: row["words_sha256"] for each, row in CHECKED.items()}


@pytest.mark.parametrize("measure_id", WITH_WORDS)
def test_a_measure_with_words_says_where_they_were_compared(measure_id: str) -> None:
    words = sidecar(measure_id)["words"]
    assert words["included"]
    assert words["verified"]
    assert read(measure_id).has_text
    assert all(option.text for item in read(measure_id).items for option in item.options)


@pytest.mark.parametrize("measure_id", sorted(set(IDS) - set(WITH_WORDS)))
def test_a_scaffold_has_not_one_word_of_its_questionnaire(measure_id: str) -> None:
    assert not sidecar(measure_id)["words"]["included"]
    entries = list(questions(resource(measure_id)))
    assert not any("text" in entry for entry in entries)
    assert not any("display" in option["valueCoding"] for entry in entries for option in entry.get("answerOption", ()))


@pytest.mark.parametrize("change", ["item", "option", "stem", "instructions", "value"])
def test_a_changed_word_is_a_changed_instrument(change: str) -> None:
    changed = deepcopy(resource("pcl5"))
    display, group = changed["item"]
    question = group["item"][0]
    match change:
        case "item":
            question["text"] += " "
        case "option":
            question["answerOption"][0]["valueCoding"]["display"] = "Never"
        case "stem":
            group["text"] = group["text"].replace("past", "last")
        case "instructions":
            display["text"] = display["text"].replace("circle", "choose")
        case "value":
            question["answerOption"][1]["extension"][0]["valueDecimal"] = 2
    with pytest.raises(ChangedWordsError, match="PCL-5"):
        measure_from(changed, sidecar("pcl5"), Shelf.SHIPPED)


def test_what_is_for_non_commercial_use_lies_outside_the_program() -> None:
    """Not one sentence of it; the AUDIT-C shares three items with the AUDIT."""
    ours = "\n".join(path.read_text("utf-8") for path in CORE.rglob("*") if path.suffix in {".json", ".toml", ".py"})
    apart = {item.text for each in ("who5", "audit", "dass21") for item in read(each).items}
    shared = {item.text for item in read("auditc").items}
    assert len(apart - shared) == 5 + 7 + 21
    assert [text for text in apart - shared if text and text in ours] == []
