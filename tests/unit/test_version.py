"""The package knows its version, and asks for it only when wanted."""

from __future__ import annotations

import importlib.metadata

import pytest

import goalward


def test_the_version_is_that_of_the_installation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.metadata, "version", lambda name: f"9.{name}")
    assert goalward.__version__ == "9.goalward"


def test_a_checkout_that_was_never_installed_has_a_version_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> str:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(importlib.metadata, "version", missing)
    assert goalward.__version__ == "0.1.0"


def test_the_package_has_no_other_made_up_names() -> None:
    with pytest.raises(AttributeError, match="no attribute 'colour'"):
        goalward.colour  # noqa: B018
