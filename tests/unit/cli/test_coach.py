"""``goalward coach``: a goal read in a terminal, from a file, or line by line for a program."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from goalward.cli import main

GOAL = "walk 20 minutes on Tuesdays"


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """(exit code, what was printed, what was said on the error stream)."""
    with pytest.raises(SystemExit) as left:
        main(["coach", *arguments])
    printed = capsys.readouterr()
    return int(left.value.code or 0), printed.out, printed.err


def test_a_goal_is_read_for_a_person(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, GOAL, "--today", "2026-11-22")
    assert (code, err) == (0, "")
    assert "How often: “on Tuesdays”" in out
    assert "Until when would you like to try this?" in out
    assert "I will walk 20 minutes on Tuesdays, until ____." in out
    assert not any(word in out for word in ("specific", "true", "✓", "score"))


def test_the_clear_words_are_underlined_on_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    _, out, _ = run(capsys, GOAL)
    assert "\x1b[4mwalk\x1b[24m \x1b[4m20 minutes\x1b[24m \x1b[4mon Tuesdays\x1b[24m" in out


def test_signs_that_would_steer_the_terminal_are_not_printed(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "walk \x1b[31mred\x07")
    assert "\x1b" not in out
    assert "\x07" not in out


def test_a_goal_can_be_read_for_a_program(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, GOAL, "--json")
    assert code == 0
    assert json.loads(out)["measurable"] is True


def test_a_goal_can_come_from_a_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "goal.txt"
    path.write_text("feel better\n", "utf-8")
    code, out, _ = run(capsys, "--file", str(path))
    assert code == 0
    assert "If I could feel better" in out


def test_a_goal_with_nothing_clear_yet_gets_a_question_all_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "feel better")
    assert "What a stranger could tell" not in out
    assert "One question, if you like" in out


def test_a_goal_with_nothing_left_to_ask_is_left_in_peace(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "walk on Mondays until Easter when it is dry because it calms me")
    assert "One question" not in out


def test_a_goal_toward_harm_is_met_with_help_and_no_wording(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "starve myself until the wedding")
    assert code == 0
    assert out.startswith("Help is here if you want it")
    assert "Wordings" not in out
    assert "One question" not in out


def test_a_goal_away_from_harm_is_met_with_one_quiet_line_and_full_help(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "no self harm for one whole week")
    assert out.startswith("You do not have to do this alone.")
    assert "Wordings you could try" in out


def test_each_line_of_a_file_gives_one_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "goals.jsonl"
    path.write_text(f'{{"id": "a", "text": "{GOAL}"}}\n\n{{"id": 2, "text": "\\ud800 – “ü”"}}\n', "utf-8")
    code, out, err = run(capsys, "--jsonl", str(path), "--today", "2026-11-22")
    assert (code, err) == (0, "")
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["a", 2]


def test_lines_can_come_from_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO('{"id": 1, "text": "sleep 8 hours"}\n'))
    code, out, _ = run(capsys, "--jsonl", "-")
    assert code == 0
    assert json.loads(out)["areas"] == ["sleep"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("walk", "Line 2 is not JSON."),
        ("[" * 100_000, "Line 2 is not JSON."),
        ('{"id": 1}', 'Line 2 needs an "id", and a "text" that is a text.'),
        ('{"id": 1, "text": 5}', 'Line 2 needs an "id", and a "text" that is a text.'),
        ('{"text": "walk"}', 'Line 2 needs an "id", and a "text" that is a text.'),
        ('["walk"]', 'Line 2 needs an "id", and a "text" that is a text.'),
    ],
)
def test_a_line_that_cannot_be_read_is_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, line: str, said: str
) -> None:
    path = tmp_path / "goals.jsonl"
    path.write_text(f'{{"id": 0, "text": "walk"}}\n{line}\n', "utf-8")
    code, _, err = run(capsys, "--jsonl", str(path))
    assert (code, err) == (1, f"goalward: {said}\n")


def test_a_file_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "--file", "/no/such/goal.txt")
    assert (code, err) == (1, "goalward: /no/such/goal.txt cannot be read: No such file or directory.\n")


def test_a_file_in_another_encoding_is_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "goal.txt"
    path.write_bytes(b"\xff\xfe\x00")
    code, _, err = run(capsys, "--file", str(path))
    assert (code, err) == (1, f"goalward: {path} is not written in UTF-8.\n")


def test_a_goal_can_be_piped_in(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(GOAL))
    code, out, _ = run(capsys, "--today", "2026-11-22")
    assert code == 0
    assert "How often: “on Tuesdays”" in out


@pytest.mark.parametrize("arguments", [(), ("walk", "--file", "x"), ("--file", "x", "--jsonl", "y")])
def test_one_goal_at_a_time_is_asked_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert "Give one goal in quotation marks, or --file, or --jsonl." in err


def test_a_day_that_is_none_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "walk", "--today", "soon")
    assert code == 2
    assert "“soon” is not a day. Write it as 2026-11-22." in err
