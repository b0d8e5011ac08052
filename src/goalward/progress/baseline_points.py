"""When there is enough of a baseline to show a statistic."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from goalward.decisions import ALLOWED, Decision, refused

__all__ = ["baseline_points_needed", "may_show_statistic"]


@cache
def baseline_points_needed() -> Mapping[str, int]:
    """By the name of the statistic ("nap", "tau_bc")."""
    rows = tomllib.loads(files("goalward.progress").joinpath("baseline_points.toml").read_text("utf-8"))
    return MappingProxyType(rows)


def may_show_statistic(statistic: str, *, baseline_points: int) -> Decision:
    """Hidden on pages below the number of baseline points that it needs. Raises KeyError for an unknown name."""
    needed = baseline_points_needed()[statistic]
    if baseline_points >= needed:
        return ALLOWED
    return refused("progress.too_few_baseline_points", needed=needed, given=baseline_points)
