"""Every message that the code can say has its sentence, and every sentence can be said."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from goalward.messages import PACKAGES, catalogue
from tests.repo.sources import PACKAGE, called, calls, modules

SAYING = {"Message", "refused"}
ANY_ID = re.compile(rf"(?:{'|'.join(PACKAGES)})\.[a-z0-9_]+")
OUR_IDS = re.compile(rf"(?:{'|'.join(PACKAGES)})\.")


def as_pattern(node: ast.expr) -> str | None:
    """An id as written, a blank in it as "anything"; None when it is computed elsewhere."""
    match node:
        case ast.Constant(value=str(text)):
            return re.escape(text)
        case ast.JoinedStr(values=parts):
            return "".join(re.escape(str(p.value)) if isinstance(p, ast.Constant) else r"[\w-]+" for p in parts)
        case ast.IfExp(body=one, orelse=other):
            patterns = [pattern for each in (one, other) if (pattern := as_pattern(each))]
            return "|".join(patterns) or None
    return None


def said() -> Iterator[tuple[str, str]]:
    """(place, pattern of ids) for every message made in the code."""
    for module in modules():
        for call in calls(module):
            if called(call) in SAYING and call.args and (pattern := as_pattern(call.args[0])):
                yield f"{module.name}:{call.lineno}", pattern


def test_every_message_that_is_made_has_a_sentence() -> None:
    silent = {place: p for place, p in said() if not any(re.fullmatch(p, known) for known in catalogue())}
    assert list(said())
    assert silent == {}


def test_every_sentence_is_named_somewhere() -> None:
    """By its id, by the pattern of an f-string, or by a data file that holds the codes which ids are built from."""
    code = "\n".join(module.text for module in modules())
    data = "\n".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.toml") if path.name != "messages.toml")
    exact = set(ANY_ID.findall(code + data)) | set(re.findall(r"[\w.]+", data))
    built = [
        as_pattern(node) for module in modules() for node in ast.walk(module.tree) if isinstance(node, ast.JoinedStr)
    ]
    patterns = [re.compile(p) for p in set(built) if p and OUR_IDS.match(p.replace("\\", ""))]
    unsaid = {
        name
        for name in catalogue()
        if name not in exact
        and name.partition(".")[2] not in exact
        and not any(pattern.fullmatch(name) for pattern in patterns)
    }
    assert unsaid == set()
