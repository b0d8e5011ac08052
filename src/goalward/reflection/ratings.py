"""Ratings from 0 to 10, and lists of codes kept as data."""

from __future__ import annotations

import tomllib
from collections.abc import Container
from importlib.resources import files

__all__ = ["RATINGS", "ReflectionError", "check_code", "check_rating", "codes"]

RATINGS = range(11)


class ReflectionError(ValueError):
    """An area, a value or a rating that the reflection does not have."""


def codes(name: str) -> tuple[str, ...]:
    """The codes of ``areas.toml`` or ``values.toml``, in the file's order."""
    source = files("goalward.reflection").joinpath(f"{name}.toml")
    return tuple(tomllib.loads(source.read_text("utf-8"))[name])


def check_code(code: str, known: Container[str]) -> None:
    if code not in known:
        raise ReflectionError(f"there is no “{code}” in the list")


def check_rating(rating: int | None) -> None:
    """None means that the person skipped it, which is always fine."""
    if rating is not None and rating not in RATINGS:
        raise ReflectionError(f"a rating is a whole number from 0 to 10, not {rating}")
