"""What the pure packages say: a message is an id and its parameters, never a sentence.

A library user renders it in English with :func:`in_english`; the web pages render the same English through gettext.
The sentences are data: each package keeps a ``messages.toml`` beside its code, ids as keys.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from types import MappingProxyType

__all__ = ["Message", "catalogue", "in_english"]

PACKAGES = ("alliance", "charts", "coach", "exchange", "goals", "progress", "reflection", "safety")


@dataclass(frozen=True, slots=True)
class Message:
    """One thing to say. ``id`` is "package.name"; ``params`` fill the ``{blanks}`` of its sentence."""

    id: str
    params: Mapping[str, object] = field(default_factory=dict)


@cache
def catalogue() -> Mapping[str, str]:
    """Every English sentence that the pure packages can say, by message id."""
    sentences: dict[str, str] = {}
    for package in PACKAGES:
        source = files(f"goalward.{package}").joinpath("messages.toml")
        if source.is_file():
            sentences |= {f"{package}.{name}": text for name, text in tomllib.loads(source.read_text("utf-8")).items()}
    return MappingProxyType(sentences)


def in_english(message: Message) -> str:
    """The message as an English sentence. Raises KeyError for an id that no catalogue holds."""
    return catalogue()[message.id].format(**message.params)
