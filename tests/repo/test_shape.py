"""The shape of the code: small functions, small modules, names of the field, nothing left half done."""

from __future__ import annotations

import ast
import re
import sys
from statistics import median

import pytest

from tests.repo.sources import ROOT, functions, kept_files, lines_with, modules, text_of

LONGEST_FUNCTION, LONGEST_MODULE, MEDIAN_FUNCTION = 50, 400, 9  # lines
NAMES_OF_NOTHING = {"utils", "util", "helpers", "helper", "manager", "managers", "base", "common", "misc"}
UNFINISHED = r"\b(TO(?:DO)|FIX(?:ME)|X(?:XX)|HA(?:CK))\b|NotImplemented(?:Error)"
SKIPPED = r"mark\.(?:skip|xfail)|pytest\.(?:skip|xfail)\("
PLACES = re.compile(r"(?<![\w.])/(work|home|Users|root)/|\.\./shared|py" r"pi\.org|python" r"hosted|npm" r"js\.")


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def test_no_function_is_longer_than_fifty_lines() -> None:
    assert {where: length(each) for where, each in functions() if length(each) > LONGEST_FUNCTION} == {}


def test_the_usual_function_is_short(capsys: pytest.CaptureFixture[str]) -> None:
    usual = median(length(each) for _, each in functions())
    with capsys.disabled():
        sys.stdout.write(f" median function: {usual:g} lines ")
    assert usual <= MEDIAN_FUNCTION


def test_no_module_is_longer_than_four_hundred_lines() -> None:
    assert {each.name: n for each in modules() if (n := each.text.count("\n")) > LONGEST_MODULE} == {}


def test_no_module_is_named_for_nothing() -> None:
    parts = {part for each in modules() for part in each.path.relative_to(ROOT).with_suffix("").parts}
    assert parts & NAMES_OF_NOTHING == set()


def test_an_unchecked_type_says_which_and_why() -> None:
    bare = r"# type: ignore(?!\[[\w, -]+\]\s+# \S)|# noqa(?!: [A-Z])"
    assert {each.name: lines for each in modules() if (lines := lines_with(bare, each.text))} == {}


def test_nothing_is_left_unfinished_or_skipped() -> None:
    found = {
        str(path.relative_to(ROOT)): lines
        for path in kept_files()
        if path.suffix in {".py", ".html", ".css", ".js", ".toml", ".md", ".sh"} and ".min." not in path.name
        if (lines := lines_with(f"{UNFINISHED}|{SKIPPED}", text_of(path)))
    }
    assert found == {}


def test_the_project_names_no_machine_and_no_registry() -> None:
    found = {
        str(path.relative_to(ROOT)): lines
        for path in kept_files()
        if (lines := lines_with(PLACES.pattern, text_of(path)))
    }
    assert found == {}
