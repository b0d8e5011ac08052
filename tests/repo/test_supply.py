"""What the project is built on: each dependency has its reason, each pin its hash, and no index is named."""

from __future__ import annotations

import os
import re
import tomllib

import pytest

from tests.repo.sources import ROOT

PYPROJECT = (ROOT / "pyproject.toml").read_text("utf-8")
PINS = {name: (ROOT / name).read_text("utf-8") for name in ("requirements.txt", "requirements-dev.txt")}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[\s<>=!~;\[]", name.strip())[0]).lower()


def lines_of_dependencies() -> list[str]:
    text = PYPROJECT.partition("\ndependencies = [")[2].partition("[project.scripts]")[0]
    return [line for line in text.splitlines() if re.match(r'\s+"', line)]


def pins(text: str) -> dict[str, str]:
    """Each pinned name with its whole entry."""
    entries = re.split(r"\n(?=[A-Za-z0-9])", text)
    return {normal(entry): entry for entry in entries if "==" in entry.partition("\n")[0]}


def test_every_dependency_has_its_reason_beside_it() -> None:
    assert len(lines_of_dependencies()) > 20
    assert [line.strip() for line in lines_of_dependencies() if not re.search(r"#\s*\S", line)] == []


@pytest.mark.parametrize("name", PINS)
def test_every_pin_is_exact_and_has_its_hash(name: str) -> None:
    assert {each: entry for each, entry in pins(PINS[name]).items() if "--hash=sha256:" not in entry} == {}
    loose = [line for line in PINS[name].splitlines() if re.match(r"[A-Za-z0-9]", line) and "==" not in line]
    assert loose == []


@pytest.mark.parametrize("name", PINS)
def test_no_pin_names_an_index(name: str) -> None:
    options = [line for line in PINS[name].splitlines() if line.strip().startswith("-") and "--hash" not in line]
    assert options == []
    assert "://" not in PINS[name]


def test_every_dependency_is_pinned() -> None:
    project = tomllib.loads(PYPROJECT)["project"]
    assert {normal(each) for each in project["dependencies"]} - set(pins(PINS["requirements.txt"])) == set()
    development = {normal(each) for each in project["optional-dependencies"]["dev"]}
    assert development - set(pins(PINS["requirements-dev.txt"])) == set()


def test_tests_run_on_the_very_versions_that_people_run() -> None:
    running, testing = (
        {name: entry.split()[0] for name, entry in pins(text).items()} for text in (PINS[name] for name in PINS)
    )
    assert {name: version for name, version in running.items() if testing.get(name) != version} == {}


def test_what_proves_a_change_is_what_the_readme_says() -> None:
    command = ROOT / ".ci" / "run"
    assert os.access(command, os.X_OK)
    assert command.read_text("utf-8").rstrip().endswith("exec make test")
    assert "make test" in (ROOT / "README.md").read_text("utf-8")
    assert re.search(r"^test: .*lint types contracts", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


def test_every_command_of_make_is_explained() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    commands = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    assert commands - set(re.findall(r"^([a-z-]+):.*## \w", makefile, re.MULTILINE)) == set()
