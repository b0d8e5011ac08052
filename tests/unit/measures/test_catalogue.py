"""Which measures there are, and what has to be said before one is used."""

from __future__ import annotations

import json
from typing import Any

import pytest

from goalward.measures import (
    FixedWordsError,
    NotConfirmedError,
    OtherItemsError,
    Shelf,
    UnknownMeasureError,
    fill_in,
    known,
    measure,
    measures,
    questionnaire,
    score,
)
from tests.unit.measures.files import IDS, filled, path_of, resource

SHIPPED = ["auditc", "gad2", "gad7", "pcl5", "phq2", "phq4", "phq9", "rses"]
SCAFFOLDS = ["core10", "dast10", "edeqs", "isi", "minispin", "ocir", "ors", "ras", "reqol10", "srs", "swemwbs", "ucla3", "waisr", "wsas"]  # fmt: skip  # noqa: E501
OFF = ["k10", "k6", "mhi5"]
APART = ["audit", "dass21", "who5"]


def test_what_may_be_used_without_a_word() -> None:
    assert [each.id for each in measures()] == sorted(SHIPPED + SCAFFOLDS)
    assert [each.id for each in measures() if each.has_text] == SHIPPED


def test_what_an_operator_confirmed_may_be_used() -> None:
    assert {each.id for each in measures(confirmed=["k10"])} - {each.id for each in measures()} == {"k10"}
    assert measure("k6", confirmed=["k6"]).name == "K6"


@pytest.mark.parametrize("measure_id", OFF)
def test_what_nobody_confirmed_is_off(measure_id: str) -> None:
    with pytest.raises(NotConfirmedError, match=f"“{measure_id}” is off until someone here has checked its licence"):
        measure(measure_id, non_commercial=True)


@pytest.mark.parametrize("measure_id", [*APART, "phq15", "", "../phq9", "shipped/phq9"])
def test_what_is_not_installed_is_not_known(measure_id: str) -> None:
    with pytest.raises(UnknownMeasureError, match="There is no measure"):
        measure(measure_id, non_commercial=True, confirmed=[measure_id])


@pytest.mark.usefixtures("separate")
def test_the_separate_distribution_is_found_once_it_is_installed() -> None:
    assert sorted(known()) == IDS
    assert [name for name, shelf in known().items() if shelf is Shelf.NON_COMMERCIAL] == APART


@pytest.mark.usefixtures("separate")
@pytest.mark.parametrize("measure_id", APART)
def test_what_is_for_non_commercial_use_waits_for_that_word(measure_id: str) -> None:
    with pytest.raises(NotConfirmedError, match=r"is for non-commercial use\. Say first that your use is"):
        measure(measure_id, confirmed=[measure_id])
    found = measure(measure_id, non_commercial=True)
    assert found.has_text
    assert found.licence.attribution
    assert questionnaire(found) == resource(measure_id)
    assert measure_id not in {each.id for each in measures()}
    assert measure_id in {each.id for each in measures(non_commercial=True)}


@pytest.mark.usefixtures("separate")
@pytest.mark.parametrize("measure_id", APART)
def test_words_that_are_there_are_never_edited(measure_id: str) -> None:
    with pytest.raises(FixedWordsError):
        fill_in(measure(measure_id, non_commercial=True), resource(measure_id))


def test_no_other_distribution_can_change_one_of_ours(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    package = tmp_path / "another_house"
    (package / "data").mkdir(parents=True)
    (package / "__init__.py").touch()
    for ending in (".json", ".toml"):
        text = path_of("phq9").with_suffix(ending).read_text("utf-8").replace("Not at all", "Never")
        (package / "data" / f"phq9{ending}").write_text(text)
    announced = tmp_path / "another_house-1.dist-info"
    announced.mkdir()
    (announced / "METADATA").write_text("Metadata-Version: 2.1\nName: another-house\nVersion: 1\n")
    (announced / "entry_points.txt").write_text("[goalward.measures]\nit = another_house\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert known()["phq9"] is Shelf.SHIPPED
    assert questionnaire(measure("phq9")) == resource("phq9")


@pytest.mark.parametrize("measure_id", ["isi", "wsas", "ors"])
def test_an_operator_fills_in_the_words_that_they_are_licensed_for(measure_id: str) -> None:
    empty = measure(measure_id)
    full = fill_in(empty, filled(measure_id))
    assert not empty.has_text
    assert full.has_text
    assert full.items[0].text == "Question 1"
    answers = {item.id: item.high for item in full.items}
    assert score(full, answers) == score(empty, answers)


def test_words_that_were_filled_in_stay_out_of_the_catalogue() -> None:
    full = fill_in(measure("isi"), filled("isi"))
    assert "Question 1" not in json.dumps(questionnaire(full))
    assert not measure("isi").has_text


def test_words_under_a_stem_and_an_introduction_fit_as_well() -> None:
    words = filled("isi")
    words["item"] = [
        {"linkId": "a", "type": "display", "text": "Please read this."},
        {"linkId": "b", "type": "group", "text": "Lately:", "item": words["item"]},
    ]
    full = fill_in(measure("isi"), words)
    assert (full.instructions, full.items[6].stem) == ("Please read this.", "Lately:")


def broken(kind: str) -> Any:
    words = filled("isi")
    match kind:
        case "an item less":
            words["item"].pop()
        case "another order":
            words["item"].reverse()
        case "an item without words":
            del words["item"][3]["text"]
        case "an answer less":
            words["item"][0]["answerOption"].pop()
        case "an answer in the middle less":
            words["item"][0]["answerOption"].pop(2)
        case "a text for a list":
            words["item"] = "Question 1"
        case "nothing":
            return {}
        case "an item that never ends":
            words["item"][0] = None
        case "a weight of words":
            words["item"][0]["answerOption"][0]["extension"][0]["valueDecimal"] = "none"
    return words


@pytest.mark.parametrize(
    "kind",
    [
        "an item less",
        "another order",
        "an item without words",
        "an answer less",
        "an answer in the middle less",
        "a text for a list",
        "nothing",
        "an item that never ends",
        "a weight of words",
    ],
)
def test_words_of_another_questionnaire_do_not_fit(kind: str) -> None:
    with pytest.raises(OtherItemsError, match="do not fit ISI"):
        fill_in(measure("isi"), broken(kind))


def test_words_that_leave_out_that_an_item_may_not_apply_do_not_fit() -> None:
    words = filled("wsas")
    words["item"][0]["answerOption"].pop()
    with pytest.raises(OtherItemsError, match="do not fit WSAS"):
        fill_in(measure("wsas"), words)
