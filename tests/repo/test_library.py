"""The library alone: built as a wheel, used where Django is not, and quick to import."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.coverage_floors import pure_packages
from tests.repo.sources import PACKAGE, ROOT

PURE_PACKAGES = [name.partition(".")[2] for name in pure_packages(ROOT)]


def run(*command: object, **where: Any) -> str:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False, **where)
    assert done.returncode == 0, done.stdout + done.stderr
    return str(done.stdout)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from a copy, without the network and without leaving anything in the project's folder."""
    source, built = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("built")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    shutil.copytree(ROOT / "src", source / "src", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    backend = "import sys; from setuptools.build_meta import build_wheel; build_wheel(sys.argv[1])"
    run(sys.executable, "-W", "ignore", "-c", backend, built, cwd=source)
    return next(built.glob("*.whl"))


@pytest.fixture(scope="module")
def bare_python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Python of its own that has the wheel, and no dependency of it."""
    folder = tmp_path_factory.mktemp("environment")
    run(sys.executable, "-m", "venv", "--without-pip", folder)
    python = folder / "bin" / "python"
    run(sys.executable, "-m", "pip", "--python", python, "install", "-q", "--no-index", "--no-deps", wheel)
    return python


def test_the_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    ours = {f"goalward/{path.relative_to(PACKAGE)}" for path in PACKAGE.rglob("*") if path.is_file()}
    assert {name for name in ours if "__pycache__" not in name and not name.endswith(".md")} - held == set()


def test_every_pure_package_works_where_django_is_not_installed(bare_python: Path, tmp_path: Path) -> None:
    script = shutil.copy(Path(__file__).with_name("library_without_django.py"), tmp_path)
    used = run(bare_python, "-I", script, cwd=tmp_path).split()
    assert set(PURE_PACKAGES) - set(used) == set()
    assert "web" not in used


def loaded_by(statement: str) -> set[str]:
    """The modules that one import loads, in a Python that has every dependency at hand."""
    code = f"import sys; before = set(sys.modules); {statement}; print(*(set(sys.modules) - before))"
    return set(run(sys.executable, "-c", code, env={"PYTHONPATH": str(ROOT / "src")}).split())


def foreign(loaded: set[str]) -> set[str]:
    packages = {name.partition(".")[0] for name in loaded}
    return packages - set(sys.stdlib_module_names) - {"goalward", "_frozen_importlib_external"}


def test_the_coach_loads_the_standard_library_and_itself() -> None:
    loaded = loaded_by("from goalward.coach import read_goal")
    assert foreign(loaded) == set()
    assert {name for name in loaded if name.startswith("goalward.")} <= {
        name for name in loaded if name.startswith(("goalward.coach", "goalward.messages", "goalward.decisions"))
    }


@pytest.mark.parametrize("package", PURE_PACKAGES)
def test_a_pure_package_loads_nothing_foreign(package: str) -> None:
    assert foreign(loaded_by(f"import goalward.{package}")) == set()


@pytest.mark.parametrize("package", PURE_PACKAGES)
def test_a_pure_package_exports_what_it_names(package: str) -> None:
    code = f"import goalward.{package} as p; assert sorted(p.__all__) and all(hasattr(p, name) for name in p.__all__)"
    run(sys.executable, "-c", code, env={"PYTHONPATH": str(ROOT / "src")})
