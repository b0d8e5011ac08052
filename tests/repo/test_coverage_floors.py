"""The floors themselves can fail: tried on a house of two rooms."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.coverage_floors import pure_files

HERE = Path(__file__).resolve().parents[2]
CONFIGURATION = """
[tool.pytest.ini_options]
testpaths = ["tests"]
addopts = "-p pytest_cov.plugin -p xdist.plugin -p tests.coverage_floors -p no:cacheprovider"

[tool.coverage.run]
branch = true
source = ["house"]

[[tool.importlinter.contracts]]
name = "Pure packages know nothing of Django, the web or the command line"
source_modules = ["house.pure"]
"""
ROOM = "def choose(way):\n    if way:\n        return 1\n    return 2\n"
TESTS = """
from house import pure, web

def test_a_pure_room():
    assert pure.choose(True) == 1
    {pure}

def test_the_rest():
    assert web.choose(True) == 1
    {web}
"""


def run(house: Path, *, pure: str = "pass", web: str = "pass", chosen: tuple[str, ...] = ()) -> str:
    for name, text in {
        "pyproject.toml": CONFIGURATION,
        "house/__init__.py": "",
        "house/pure/__init__.py": ROOM,
        "house/web.py": ROOM,
        "tests/test_house.py": TESTS.format(pure=pure, web=web),
    }.items():
        (house / name).parent.mkdir(parents=True, exist_ok=True)
        (house / name).write_text(text)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n", "2", "--cov", "--cov-report=", *chosen],
        cwd=house,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": f"{house}:{HERE}", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    return f"exit code {done.returncode}\n{done.stdout}{done.stderr}"


def test_a_run_that_reaches_everything_passes_and_says_so(tmp_path: Path) -> None:
    said = run(tmp_path, pure="assert pure.choose(False) == 2", web="assert web.choose(False) == 2")
    assert "exit code 0" in said
    assert "pure packages: 100.00 % of lines and branches" in said
    assert said.index("the rest: 100.00 %") < said.index("2 passed")


def test_a_branch_not_taken_in_a_pure_package_fails_the_run(tmp_path: Path) -> None:
    said = run(tmp_path, web="assert web.choose(False) == 2")
    assert "exit code 1" in said
    assert "pure packages: 66.67 % of lines and branches (at least 100 %)" in said
    assert "1 failed, 2 passed" in said


def test_a_part_of_the_tests_is_not_held_to_the_floors(tmp_path: Path) -> None:
    said = run(tmp_path, chosen=("-k", "rest"))
    assert "exit code 0" in said
    assert "lines and branches" not in said


@pytest.mark.parametrize("room", ["coach", "goals", "messages"])
def test_the_pure_packages_are_the_ones_that_the_import_contract_names(room: str) -> None:
    pure = pure_files(HERE)
    assert f"*/goalward/{room}.py" in pure
    assert f"*/goalward/{room}/*" in pure
    assert not [pattern for pattern in pure if "web" in pattern or "cli" in pattern]
