"""The page of measures is what the data would write, and leaves out no doubt."""

from __future__ import annotations

import doctest
import re

import pytest

from goalward.messages import in_english
from tests.plain_language import grade, sentences, word_count
from tests.repo.prose import unkind
from tests.spec.measures_page import INTRODUCTION, PAGE, SHELVES, UNCHECKED, page, subsection
from tests.spec.page import anchor
from tests.unit.measures.files import IDS, read

LONGEST, HIGHEST_GRADE = 20, 8
FENCED = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def test_the_page_is_what_the_data_would_write() -> None:
    assert PAGE.read_text("utf-8") == page(), "run `make docs`"


def test_each_shelf_and_each_measure_has_its_place() -> None:
    headings = [anchor(heading) for heading in re.findall(r"^##+ (.+)$", page(), re.MULTILINE)]
    assert len(set(headings)) == len(headings)
    assert set(re.findall(r"\]\(#([^)]+)\)", page())) <= set(headings)
    assert {anchor(read(each).name) for each in IDS} | {anchor(title) for title in SHELVES.values()} <= set(headings)


@pytest.mark.parametrize("measure_id", IDS)
def test_every_number_of_a_measure_is_on_the_page_with_its_doubt(measure_id: str) -> None:
    found, written = read(measure_id), subsection(read(measure_id))
    kept = [
        *(row.evidence.verified for row in (*found.thresholds, *found.reliability)),
        *(scale.error.evidence.verified for scale in found.scales if scale.error),
        *(scale.missing.verified for scale in found.scales if scale.missing),
        *(scale.bands.evidence.verified for scale in found.scales if scale.bands for _ in ("scales", "numbers")),
        *(risk.verified for risk in found.risks),
        found.licence.verified,
    ]
    assert written.count(UNCHECKED) == kept.count(False)
    assert in_english(found.about) in written
    assert found.licence.attribution in written
    for row in found.thresholds:
        assert f"{row.value:g} {row.unit}" in written


@pytest.mark.parametrize("measure_id", IDS)
def test_the_words_of_a_questionnaire_stay_off_the_page(measure_id: str) -> None:
    assert [item.text for item in read(measure_id).items if item.text and item.text in page()] == []


def test_the_introduction_is_easy_to_read() -> None:
    told = FENCED.sub("", INTRODUCTION.read_text("utf-8")).splitlines()
    prose = " ".join(each for each in told if not each.startswith(("#", "|", "{")))
    assert [each for each in sentences(prose) if word_count(each) > LONGEST] == []
    assert unkind(prose) == []
    assert grade(prose) <= HIGHEST_GRADE


def test_the_python_on_the_page_runs() -> None:
    code = "\n".join(FENCED.findall(page()))
    told = doctest.DocTestParser().get_doctest(code, {}, "measures.md", None, None)
    assert len(told.examples) > 5
    assert doctest.DocTestRunner().run(told).failed == 0
