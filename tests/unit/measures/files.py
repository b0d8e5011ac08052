"""The files of every measure, read straight from disk: what the package reads is held against them."""

from __future__ import annotations

import json
import tomllib
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

from goalward.measures import Measure, Shelf
from goalward.measures.sidecar import measure_from
from tests.unit.measures.separate import ROOT, SEPARATE

CORE = ROOT / "src" / "goalward" / "measures"
APART = SEPARATE / "src" / "goalward_measures_nc" / "data"
SIDECARS = sorted([*CORE.glob("data/*/*.toml"), *APART.glob("*.toml")], key=lambda path: path.stem)
IDS = [path.stem for path in SIDECARS]
WITH_WORDS = ["audit", "auditc", "dass21", "gad2", "gad7", "pcl5", "phq2", "phq4", "phq9", "rses", "who5"]


def path_of(measure_id: str) -> Path:
    return next(path for path in SIDECARS if path.stem == measure_id)


@cache
def sidecar(measure_id: str) -> dict[str, Any]:
    return tomllib.loads(path_of(measure_id).read_text("utf-8"))


@cache
def resource(measure_id: str) -> dict[str, Any]:
    return dict(json.loads(path_of(measure_id).with_suffix(".json").read_text("utf-8")))


@cache
def read(measure_id: str) -> Measure:
    """The measure, whatever its shelf asks for."""
    folder = path_of(measure_id).parent
    return measure_from(
        resource(measure_id), sidecar(measure_id), Shelf(folder.name) if folder != APART else Shelf.NON_COMMERCIAL
    )


SCORED = [each for each in IDS if "scales" in sidecar(each)]


def filled(measure_id: str) -> dict[str, Any]:
    """A Questionnaire with words of nobody."""
    words = deepcopy(resource(measure_id))
    for number, item in enumerate(words["item"], 1):
        item["text"] = f"Question {number}"
        for option in item.get("answerOption", ()):
            option["valueCoding"]["display"] = f"Answer {option['valueCoding']['code']}"
    return words
