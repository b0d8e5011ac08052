"""The separate distribution as a wheel: it holds its words and their terms, and says that it is ours to find."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.unit.measures.files import APART
from tests.unit.measures.separate import SEPARATE


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """Built from a copy, without the network."""
    source, built = tmp_path_factory.mktemp("source") / "it", tmp_path_factory.mktemp("built")
    shutil.copytree(SEPARATE, source, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info", "build"))
    backend = "import sys; from setuptools.build_meta import build_wheel; build_wheel(sys.argv[1])"
    command = [sys.executable, "-W", "ignore", "-c", backend, str(built)]
    done = subprocess.run(command, cwd=source, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return zipfile.ZipFile(next(built.glob("*.whl")))


def read(wheel: zipfile.ZipFile, ending: str) -> str:
    return wheel.read(next(name for name in wheel.namelist() if name.endswith(ending))).decode()


def test_it_holds_every_file_unchanged(wheel: zipfile.ZipFile) -> None:
    files = sorted(path for path in APART.iterdir() if path.suffix in {".json", ".toml"})
    assert len(files) == 6
    for path in files:
        assert wheel.read(f"goalward_measures_nc/data/{path.name}") == path.read_bytes()


def test_it_announces_itself(wheel: zipfile.ZipFile) -> None:
    assert read(wheel, "entry_points.txt") == "[goalward.measures]\nnon_commercial = goalward_measures_nc\n"


def test_the_terms_of_each_text_travel_with_it(wheel: zipfile.ZipFile) -> None:
    terms = " ".join(read(wheel, "LICENCES.txt").split())
    for said in (
        "CC BY-NC-SA 3.0 IGO",
        "not for sale or for use in conjunction with commercial purposes",
        "not modified",
    ):
        assert said in terms
    assert "Apache" not in read(wheel, "METADATA").partition("\n\n")[0]


def test_every_credit_line_is_in_the_terms() -> None:
    terms = " ".join((SEPARATE / "LICENCES.txt").read_text("utf-8").split())
    for path in APART.glob("*.toml"):
        [credit] = [line for line in path.read_text("utf-8").splitlines() if line.startswith("attribution = ")]
        assert credit.partition('"')[2].rstrip('"') in terms, Path(path).name
