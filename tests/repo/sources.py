"""The project's own files, read once: what the house rules are held against."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "goalward"


@dataclass(frozen=True, slots=True)
class Module:
    """One Python file of the package."""

    path: Path
    text: str = field(repr=False)
    tree: ast.Module = field(repr=False)

    @property
    def name(self) -> str:
        return str(self.path.relative_to(PACKAGE))

    def is_called(self, *names: str) -> bool:
        """Whether it is the module of that name, or lies in the package of that name."""
        return self.path.stem in names or self.path.parent.name in names


@cache
def modules() -> tuple[Module, ...]:
    """Every module of the package but migrations."""
    found = sorted(path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts)
    return tuple(Module(path, text := path.read_text("utf-8"), ast.parse(text)) for path in found)


@cache
def templates() -> dict[str, str]:
    """Every template, mails too, by the name that it is rendered under."""
    found = sorted((PACKAGE / "web").glob("*/templates/**/*.*"))
    return {str(path).partition("/templates/")[2]: path.read_text("utf-8") for path in found}


@cache
def static_files() -> dict[str, str]:
    found = sorted(path for path in (PACKAGE / "web").glob("*/static/**/*") if path.is_file())
    return {str(path).partition("/static/")[2]: path.read_text("utf-8") for path in found}


def functions() -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    """Every function with the place where it stands."""
    for module in modules():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{module.name}:{node.lineno} {node.name}", node


def calls(module: Module) -> Iterator[ast.Call]:
    return (node for node in ast.walk(module.tree) if isinstance(node, ast.Call))


def called(call: ast.Call) -> str:
    """The last part of what is called: "update" of ``goals.filter(id=1).update(...)``."""
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def lines_with(pattern: str, text: str) -> list[str]:
    return [f"{number}: {line.strip()}" for number, line in enumerate(text.splitlines(), 1) if re.search(pattern, line)]


@cache
def kept_files() -> tuple[Path, ...]:
    """Every file of the project but what .gitignore leaves out."""
    left_out = [".git", *((ROOT / ".gitignore").read_text("utf-8").split())]
    patterns = [pattern.strip("/") for pattern in left_out]

    def is_kept(path: Path) -> bool:
        return not any(path.match(pattern) for pattern in patterns)

    def walk(folder: Path) -> Iterator[Path]:
        for path in filter(is_kept, sorted(folder.iterdir())):
            if path.is_dir():
                yield from walk(path)
            else:
                yield path

    return tuple(walk(ROOT))


def text_of(path: Path) -> str:
    """Its text; "" for what is not text."""
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError:
        return ""
