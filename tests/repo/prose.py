"""Every sentence of the project that a person can read, with the place where it is written."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache

from goalward.messages import catalogue
from tests.repo.sources import ROOT, Module, called, calls, modules, templates
from tests.repo.template_reading import FIVE, sentences_to_translate

GETTEXT = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy"}
PRINTED = {"print", "_say", "secho", "echo"}
BLANKS = re.compile(r"%\(\w+\)[sd]|%[sd]|\{[^{}]*\}")
UNKIND = {
    re.compile(pattern, re.IGNORECASE): why
    for pattern, why in tomllib.loads((ROOT / "tests/data/unkind_words.toml").read_text("utf-8")).items()
}


def unkind(text: str) -> list[str]:
    return [f"{found[0]!r}: {why}" for pattern, why in UNKIND.items() if (found := pattern.search(text))]


def filled(text: str) -> str:
    return BLANKS.sub(FIVE, text)


def written(node: ast.expr) -> str | None:
    """A text as it stands in the code, blanks filled; None for what is computed."""
    match node:
        case ast.Constant(value=str(text)):
            return filled(text)
        case ast.JoinedStr(values=parts):
            return "".join(str(part.value) if isinstance(part, ast.Constant) else FIVE for part in parts)
    return None


@cache
def in_pages() -> dict[str, list[str]]:
    """Sentences of templates and mails."""
    return {name: list(map(filled, sentences_to_translate(text))) for name, text in templates().items()}


@cache
def in_forms() -> dict[str, list[str]]:
    """Labels, hints, errors: what the web's code passes to gettext."""
    return {
        module.name: [
            text
            for call in calls(module)
            if called(call) in GETTEXT
            for argument in call.args
            if (text := written(argument))
        ]
        for module in modules()
        if module.name.startswith("web/")
    }


@cache
def in_terminal() -> dict[str, list[str]]:
    """What the command line prints, explains and answers with when it cannot go on."""
    return {module.name: list(_said_in_terminal(module)) for module in modules() if _speaks_in_terminal(module)}


def _speaks_in_terminal(module: Module) -> bool:
    return module.name.startswith(("cli/", "web/config/", "web/records/"))


def _said_in_terminal(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and called(node.exc).endswith("Error"):
            yield from filter(None, map(written, node.exc.args[:1]))
        elif isinstance(node, ast.Call) and called(node) in PRINTED:
            yield from filter(None, map(written, node.args[:1]))
        elif isinstance(node, ast.keyword) and node.arg == "help":
            yield from filter(None, [written(node.value)])
        elif isinstance(node, ast.FunctionDef) and module.name.startswith("cli/"):
            yield ast.get_docstring(node) or ""


@cache
def in_messages() -> dict[str, list[str]]:
    """What the pure packages say, by package."""
    said: dict[str, list[str]] = {}
    for name, text in catalogue().items():
        said.setdefault(f"goalward.{name.partition('.')[0]}", []).append(filled(text))
    return said


def every_place() -> dict[str, list[str]]:
    return {**in_pages(), **in_forms(), **in_terminal(), **in_messages()}
