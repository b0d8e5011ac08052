"""The separate distribution as an installation would leave it: its package on the path, its entry point announced."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
SEPARATE = ROOT / "goalward-measures-nc"


def install(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    project = tomllib.loads((SEPARATE / "pyproject.toml").read_text("utf-8"))["project"]
    announced = folder / f"goalward_measures_nc-{project['version']}.dist-info"
    announced.mkdir()
    (announced / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: 0.1.0\n")
    lines = [f"{name} = {module}" for name, module in project["entry-points"]["goalward.measures"].items()]
    (announced / "entry_points.txt").write_text("\n".join(["[goalward.measures]", *lines, ""]))
    monkeypatch.syspath_prepend(str(SEPARATE / "src"))
    monkeypatch.syspath_prepend(str(folder))
