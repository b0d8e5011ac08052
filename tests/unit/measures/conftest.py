"""What the tests of measures share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.measures.separate import install


@pytest.fixture
def separate(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """With the separate distribution installed."""
    install(monkeypatch, tmp_path)
