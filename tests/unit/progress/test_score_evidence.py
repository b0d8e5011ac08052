"""Where each number of a measure comes from, in words."""

from __future__ import annotations

import pytest

from goalward.measures import Shelf, known, measure
from goalward.messages import catalogue, in_english
from goalward.progress import evidence_lines

EVERY = [measure(each, confirmed=[each]) for each, shelf in known().items() if shelf is not Shelf.NON_COMMERCIAL]
SCALES = [pytest.param(found, scale.id, id=f"{found.id}-{scale.id}") for found in EVERY for scale in found.scales]


def test_each_number_says_where_it_comes_from():
    lines = evidence_lines(measure("phq9"))
    assert [(in_english(each.what), in_english(each.number)) for each in lines] == [
        ("Names of scores", "from 0 minimal, 5 mild, 10 moderate, 15 moderately severe, 20 severe"),
        ("Cut-off", "at least 10 points"),
        ("Caseness", "at least 10 points"),
        ("Reliable change", "at least 6 points"),
        ("Important difference", "at least 5 points"),
        ("Important difference", "at least 1.7 points"),
        ("Important difference", "at least 20 percent"),
        ("Response", "at least 50 percent"),
        ("Remission", "below 5 points"),
        ("Reliable change, index", "5.2 points"),
        ("Reliability, alpha", "0.86 to 0.89"),
        ("Reliability, asked twice", "0.84"),
    ]
    change = lines[3]
    assert (change.population, change.source) == ("adults in NHS Talking Therapies, England", "NHS Talking Therapies")
    assert change.method == "service rule; index 5.20 rounded up"
    assert (in_english(change.confidence), in_english(change.verified)) == ("high", "read in its source")


def test_what_a_source_does_not_say_is_left_open():
    alpha = evidence_lines(measure("phq9"))[-2]
    assert (alpha.method, alpha.source) == (None, None)
    assert in_english(alpha.verified) == "not yet read in its source"


def test_in_whom_a_number_was_found_is_never_left_out():
    assert [line.population for line in evidence_lines(measure("phq9"))[:3]] == [
        "not stated",
        "not stated",
        "adults in NHS Talking Therapies, England",
    ]
    assert evidence_lines(measure("phq9"), say=lambda message: message.id)[0].population == "progress.not_stated"


@pytest.mark.parametrize(("found", "scale"), SCALES)
def test_every_line_of_every_scale_has_its_words(found, scale):
    lines = evidence_lines(found, scale)
    said = [each for line in lines for each in (line.what, line.number, line.confidence, line.verified)]
    assert {each.id for each in said} <= set(catalogue())
    assert all(map(in_english, said))
    rows = [row for row in (*found.thresholds, *found.reliability) if row.scale == scale]
    assert len(lines) == len(rows) + bool(found.scale(scale).bands) + bool(found.scale(scale).error)
