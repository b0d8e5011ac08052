"""Every band at both its ends, and the thresholds, as they are published."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from goalward.measures import Measure, score
from tests.unit.measures.files import IDS, read

HERE = Path(__file__).parent


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((HERE / name).read_text("utf-8").splitlines()))


BANDS = rows("published_bands.csv")  # each with the lowest and the highest score that answers can make
THRESHOLDS = rows("published_thresholds.csv")
ENDS = [(row["measure"], row["scale"], int(row[end]), row["band"]) for row in BANDS for end in ("low", "high")]


def answers_making(found: Measure, scale_id: str, value: int) -> dict[str, float | None]:
    """Answers whose score on the scale is the value: items are filled to their highest until the sum is reached."""
    scale = found.scale(scale_id)
    assert value % scale.times == 0
    left = value // scale.times + scale.minus - sum(found.item(item).low for item in scale.items)
    said: dict[str, float | None] = {item.id: item.low for item in found.items}
    for item in (found.item(item) for item in scale.items):
        part = max(step for step in (each - item.low for each in item.values) if step <= left)
        said[item.id] = item.high - part if item.id in found.reverse else item.low + part
        left -= part
    assert left == 0
    return said


@pytest.mark.parametrize(("measure_id", "scale", "value", "code"), ENDS)
def test_a_band_holds_at_both_its_ends(measure_id: str, scale: str, value: int, code: str) -> None:
    found = score(read(measure_id), answers_making(read(measure_id), scale, value)).scale(scale)
    assert found.value == value
    assert found.band
    assert found.band.code == code


def test_every_band_is_in_the_table() -> None:
    found = [
        (measure_id, scale.id, band.code)
        for measure_id in IDS
        for scale in read(measure_id).scales
        if scale.bands
        for band in scale.bands.bands
    ]
    assert sorted(found) == sorted((row["measure"], row["scale"], row["band"]) for row in BANDS)


def test_a_filled_in_score_between_two_bands_is_in_the_lower_one() -> None:
    """4.5 has not reached 5."""
    answers: dict[str, float | None] = dict.fromkeys(read("phq9").scored, 0)
    answers |= {"phq9_1": 3, "phq9_2": 1, "phq9_3": None}
    found = score(read("phq9"), answers).total
    assert found
    assert (found.value, found.band and found.band.code) == (4.5, "minimal")


@pytest.mark.parametrize("measure_id", IDS)
def test_thresholds_are_the_published_ones(measure_id: str) -> None:
    found = [
        {
            "measure": measure_id,
            "scale": each.scale,
            "kind": each.kind,
            "comparison": each.comparison,
            "value": f"{each.value:g}",
            "unit": each.unit,
            "verified": "yes" if each.evidence.verified else "no",
        }
        for each in read(measure_id).thresholds
    ]
    assert found == [row for row in THRESHOLDS if row["measure"] == measure_id]
