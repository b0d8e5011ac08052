"""The access matrix, read from its file, and an answer in its words."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve, reverse

from tests.access.life import Life
from tests.access.pages import Response

PEOPLE = ("signed_out", "ana", "sam")
METHODS = ("GET", "POST")
REFUSED = {
    400: "bad request",
    403: "forbidden",
    404: "not found",
    405: "no such method",
    409: "conflict",
    500: "broken",
}


@dataclass(frozen=True, eq=False)
class Row:
    """One route. ``parts``: for each changing part of its address the values to try, the first one in the matrix."""

    name: str
    parts: dict[str, list[str]]
    answers: dict[str, dict[str, str]]

    def addresses(self, life: Life) -> list[str]:
        """Every address of this route with what this person has; the first is the one that the matrix is about."""
        chosen = [[(part, life.has.get(value, value)) for value in values] for part, values in self.parts.items()]
        return [reverse(self.name, kwargs=dict(pairs)) for pairs in product(*chosen)]

    def is_page_of(self, who: str) -> bool:
        return self.answers["GET"][who] == "page"


@cache
def matrix() -> dict[str, Row]:
    """Every row by its route's name. Raises KeyError or ValueError for a row that lacks an answer."""
    rows = tomllib.loads(Path(__file__).with_name("matrix.toml").read_text("utf-8"))
    return {name: _row(name, row) for name, row in rows.items()}


def _row(name: str, row: dict[str, list[str]]) -> Row:
    answers = {method: dict(zip(PEOPLE, row[method], strict=True)) for method in METHODS}
    return Row(name, {part: values for part, values in row.items() if part not in METHODS}, answers)


def answer(response: Response) -> str:
    """What a response is, in the words of the matrix: "page", "not found", or the route that it leads to."""
    if response.status_code == 200:
        return "page" if response.headers["Content-Type"].startswith("text/html") else "file"
    if "Location" in response.headers:
        return leads_to(response.headers["Location"])
    return REFUSED.get(response.status_code, str(response.status_code))


def leads_to(address: str) -> str:
    parts = urlsplit(address)
    try:
        return "elsewhere" if parts.netloc else f"to {resolve(parts.path).url_name}"
    except Resolver404:
        return "nowhere"
