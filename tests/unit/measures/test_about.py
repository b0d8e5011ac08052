"""What a measure is about: a heading to stand under, and a line in our own words."""

from __future__ import annotations

import re

import pytest

from goalward.measures import Domain, measure
from goalward.messages import in_english
from tests.unit.measures.files import IDS, read

IN_A_ROW = 4  # words that a line of ours may share with an item


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9-]+", text.lower())


def runs(text: str) -> set[tuple[str, ...]]:
    """Every few words in a row."""
    found = words(text)
    return {tuple(found[at : at + IN_A_ROW]) for at in range(len(found) - IN_A_ROW + 1)}


def test_each_domain_has_its_heading() -> None:
    headings = [in_english(domain.label) for domain in Domain]
    assert headings == ["Symptoms", "Well-being", "Daily life", "Working together"]


@pytest.mark.parametrize(
    ("measure_id", "domain"),
    [
        ("phq9", Domain.SYMPTOMS),
        ("auditc", Domain.SYMPTOMS),
        ("rses", Domain.WELLBEING),
        ("wsas", Domain.FUNCTIONING),
        ("waisr", Domain.ALLIANCE),
        ("srs", Domain.ALLIANCE),
    ],
)
def test_a_measure_stands_under_one_heading(measure_id: str, domain: Domain) -> None:
    assert measure(measure_id).domain is domain


def test_ana_reads_what_a_measure_asks_before_she_chooses_it() -> None:
    assert in_english(measure("gad7").about) == "Worry and tension, over the last two weeks."


@pytest.mark.parametrize("measure_id", [each for each in IDS if any(not risk.soft for risk in read(each).risks)])
def test_ana_is_told_before_she_starts_that_a_question_is_about_safety(measure_id: str) -> None:
    assert re.search(r"One question asks about .*(self-harm|suicide)", in_english(read(measure_id).about))


@pytest.mark.parametrize("measure_id", IDS)
def test_what_it_is_about_is_said_in_our_words(measure_id: str) -> None:
    found = read(measure_id)
    about = in_english(found.about)
    asked = " ".join(filter(None, (item.text for item in found.items)))
    assert about.endswith(".")
    assert not runs(about) & runs(asked)
    assert not runs(about) & runs(found.title)
    assert found.name.lower() not in about.lower()


@pytest.mark.parametrize("measure_id", IDS)
def test_what_it_is_about_promises_no_diagnosis(measure_id: str) -> None:
    about = in_english(read(measure_id).about)
    assert not re.search(
        r"disorder|depress|anxi|diagnos|sever|screen|patient|ptsd|insomni|clinical|phobi", about.lower()
    )


@pytest.mark.parametrize("measure_id", IDS)
def test_the_time_it_looks_back_on_is_said_as_it_is(measure_id: str) -> None:
    about = in_english(read(measure_id).about).replace("two", "2").replace("four", "4").replace("seven", "7")
    if span := re.fullmatch(r"(\d+) (week|day|month)s?", read(measure_id).recall):
        number, unit = span.groups()
        said = {"12 month": "year", "1 week": "week", "1 month": "month"}.get(f"{number} {unit}", f"{number} {unit}")
        assert f"last {said}" in about
