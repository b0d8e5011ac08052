"""The numbers that goals rest on, kept as data with where each comes from."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

__all__ = ["HouseRule", "house_rules"]


@dataclass(frozen=True, slots=True)
class HouseRule:
    """One number. ``verified`` is false until somebody compared it with a primary source; a page says so."""

    value: int
    unit: str
    population: str
    method: str
    source: str
    verified: bool


@cache
def house_rules() -> Mapping[str, HouseRule]:
    rows = tomllib.loads(files("goalward.goals").joinpath("rules.toml").read_text("utf-8"))
    return MappingProxyType({name: HouseRule(**row) for name, row in rows.items()})
