"""``goalward measures``: listed, shown and scored in a terminal."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from goalward.cli import main
from tests.unit.measures.separate import install

ONES = {f"phq9_{number}": 1 for number in range(1, 10)}


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """(exit code, what was printed, what was said on the error stream)."""
    with pytest.raises(SystemExit) as left:
        main(["measures", *arguments])
    printed = capsys.readouterr()
    return int(left.value.code or 0), printed.out, printed.err


@pytest.fixture
def said(tmp_path: Path) -> Any:
    """Writes answers to a file and gives its name."""

    def written(answers: object) -> str:
        path = tmp_path / "answers.json"
        path.write_text(answers if isinstance(answers, str) else json.dumps(answers), "utf-8")
        return str(path)

    return written


def line_with(text: str, name: str) -> str:
    return next(line for line in text.splitlines() if line.startswith(name))


def test_the_list_says_what_each_needs_before_it_is_used(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "list")
    assert (code, err) == (0, "")
    assert line_with(out, "phq9").split() == ["phq9", "PHQ-9", "10", "items", "ready"]
    assert "fill in the text that you are licensed for" in line_with(out, "isi")
    assert "--licensed" in line_with(out, "k10")
    assert "who5" not in out


def test_the_list_holds_a_separate_distribution_once_it_is_installed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    install(monkeypatch, tmp_path)
    assert "--non-commercial" in line_with(run(capsys, "list")[1], "who5")
    code, _, err = run(capsys, "show", "who5")
    assert code == 1
    assert "non-commercial" in err
    code, out, _ = run(capsys, "show", "who5", "--non-commercial")
    assert code == 0
    assert "who5_1: I have felt cheerful and in good spirits" in out
    assert "CC BY-NC-SA 3.0 IGO" in out


def test_a_measure_is_shown_with_its_words_its_numbers_and_its_credit(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "show", "phq9")
    assert code == 0
    assert out.count("Over the last 2 weeks") == 1
    assert "  phq9_2: Feeling down, depressed, or hopeless\n    0 Not at all, 1 Several days" in out
    assert "Bands from: 0 minimal, 5 mild, 10 moderate, 15 moderately severe, 20 severe" in out
    assert "Reliable change: at least 6 points (adults in NHS Talking Therapies, England; service rule" in out
    assert "Developed by Drs. Robert L. Spitzer" in out


def test_the_introduction_stands_before_the_stem(capsys: pytest.CaptureFixture[str]) -> None:
    out = run(capsys, "show", "pcl5")[1]
    assert out.index("Below is a list of problems") < out.index("how much were you bothered by:")
    assert "; not verified)" in out
    assert "Avoidance" not in out  # a score without bands or thresholds


def test_a_scaffold_is_shown_without_words(capsys: pytest.CaptureFixture[str]) -> None:
    out = run(capsys, "show", "wsas")[1]
    assert "wsas_1: (no words)\n    0, 1, 2, 3, 4, 5, 6, 7, 8, does not apply" in out
    assert "a mark from 0 to 10" in run(capsys, "show", "ors")[1]


def test_what_is_off_is_shown_once_its_licence_was_checked(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "show", "k10")
    assert (code, out) == (1, "")
    assert "off until someone here has checked its licence" in err
    assert "coded 1 to 5" in run(capsys, "show", "k10", "--licensed")[1]


def test_answers_are_scored_for_a_person(capsys: pytest.CaptureFixture[str], said: Any) -> None:
    code, out, err = run(capsys, "score", "phq9", "--answers", said({**ONES, "phq9_2": None}))
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "8 of 9 items answered",
        "Total: 9 (0 to 27), mild",
        "  Asked again the same day, it could read from 5.3 to 12.7 by chance.",
        "  Open items count as the mean of your other answers.",
        "phq9_9: help is offered",
    ]


def test_answers_are_scored_for_a_program(capsys: pytest.CaptureFixture[str], said: Any) -> None:
    out = run(capsys, "score", "phq9", "--answers", said({**ONES, "phq9_9": None}), "--json")[1]
    found = json.loads(out)
    assert (found["measure"], found["version"], found["answered"], found["items"]) == ("phq9", "1.0.0", 8, 9)
    [scale] = found["scales"]
    assert (scale["value"], scale["band"], scale["chance"], scale["prorated"]) == (None, None, None, None)
    assert "never filled in" in scale["no_score_because"]
    assert found["risks"] == [{"item": "phq9_9", "value": None, "state": "not_answered", "soft": False}]


def test_a_full_score_for_a_program_has_no_reason_to_be_open(capsys: pytest.CaptureFixture[str], said: Any) -> None:
    [scale] = json.loads(run(capsys, "score", "phq9", "--answers", said(ONES), "--json")[1])["scales"]
    assert (scale["value"], scale["raw"], scale["range"], scale["band"]) == (9, 9, [0, 27], "mild")
    assert (scale["no_score_because"], scale["prorated"]) == (None, None)
    assert len(scale["chance"]) == 2


def test_a_scale_without_bands_is_a_number_alone(capsys: pytest.CaptureFixture[str], said: Any) -> None:
    out = run(capsys, "score", "gad2", "--answers", said({"gad2_1": 3, "gad2_2": 3}))[1]
    assert out.splitlines() == ["2 of 2 items answered", "Total: 6 (0 to 6)"]


def test_a_score_that_cannot_be_says_why(capsys: pytest.CaptureFixture[str], said: Any) -> None:
    code, out, _ = run(capsys, "score", "gad2", "--answers", said({"gad2_1": 3, "gad2_2": None}))
    assert code == 0
    assert "Total: There is no score: 1 question is open, and none may be." in out


def test_answers_can_come_from_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(json.dumps(ONES)))
    assert "Total: 9" in run(capsys, "score", "phq9", "--answers", "-")[1]


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        ('{"gad2_1": 1, "gad2_1": 1, "gad2_2": 0}', "gad2_1 has two answers"),
        ('{"gad2_1": NaN, "gad2_2": 0}', "gad2_1 has “nan”"),
        ('{"gad2_1": "1", "gad2_2": 0}', "gad2_1 has “1”. Give a number: 0, 1, 2 or 3."),
        ('{"gad2_1": 7, "gad2_2": 0}', "gad2_1 has 7. It takes 0, 1, 2 or 3."),
        ('{"gad2_1": 1}', "gad2_2 is not named."),
        ("[1, 2]", "Answers go by item"),
        ("3", "Answers go by item"),
        ("{", "answers.json is not JSON."),
        ("[" * 100_000, "answers.json is not JSON."),
    ],
)
def test_answers_that_cannot_be_used_are_named(
    capsys: pytest.CaptureFixture[str], said: Any, answers: str, reason: str
) -> None:
    code, out, err = run(capsys, "score", "gad2", "--answers", said(answers))
    assert (code, out) == (1, "")
    assert reason in err


def test_answers_to_another_version_are_not_scored(capsys: pytest.CaptureFixture[str], said: Any) -> None:
    code, _, err = run(capsys, "score", "phq9", "--answers", said(ONES), "--of-version", "2")
    assert code == 1
    assert "version 2 of PHQ-9" in err


def test_a_file_that_is_not_there_and_a_measure_that_nobody_knows(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "score", "phq9", "--answers", "nowhere.json")
    assert (code, "nowhere.json cannot be read" in err) == (1, True)
    code, _, err = run(capsys, "show", "phq15")
    assert (code, err) == (1, "goalward: There is no measure “phq15” here.\n")
