"""Every address of the site, as Django knows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True, slots=True)
class Route:
    """One address: its name, how it is written, the names of its changing parts, and what answers."""

    name: str
    pattern: str
    parts: tuple[str, ...]
    view: Callable[..., Any]


@cache
def routes() -> dict[str, Route]:
    """Every route by name. Raises ValueError for one without a name, or with a name that another has."""
    found: dict[str, Route] = {}
    for route in walk(get_resolver().url_patterns):
        if not route.name or route.name in found:
            raise ValueError(f"{route.pattern} needs a name of its own.")
        found[route.name] = route
    return found


def walk(patterns: list[URLPattern | URLResolver], before: str = "", parts: tuple[str, ...] = ()) -> Iterator[Route]:
    for each in patterns:
        here = (*parts, *each.pattern.converters, *getattr(each.pattern, "regex", _NOTHING).groupindex)
        written = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from walk(each.url_patterns, written, here)
        else:
            yield Route(each.name or "", written, tuple(dict.fromkeys(here)), each.callback)


class _NOTHING:
    groupindex: dict[str, int] = {}
