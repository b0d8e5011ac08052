"""The library says which version it is, and importing it costs nothing else."""

from __future__ import annotations

import importlib.metadata

import pytest

import goalward


def test_an_installed_library_says_its_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.metadata, "version", lambda name: f"{name} 7")
    assert goalward.__version__ == "goalward 7"


def test_a_checkout_says_the_version_it_will_become(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_name: str) -> str:
        raise importlib.metadata.PackageNotFoundError

    monkeypatch.setattr(importlib.metadata, "version", missing)
    assert goalward.__version__ == goalward.NOT_INSTALLED


def test_nothing_else_is_made_up() -> None:
    with pytest.raises(AttributeError):
        _ = goalward.nothing_like_this
