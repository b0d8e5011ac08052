"""What the pure packages say: a message is an id and its parameters, never a sentence.

A library user renders it in English with :func:`in_english`; the web pages render the same English through gettext.
The sentences are data: each package keeps a ``messages.toml`` beside its code, ids as keys.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType

__all__ = ["Message", "catalogue", "in_english", "sentence"]

PACKAGES = ("alliance", "charts", "coach", "exchange", "goals", "measures", "progress", "reflection", "safety")


@dataclass(frozen=True, slots=True)
class Message:
    """One thing to say. ``id`` is "package.name"; ``params`` fill the ``{blanks}`` of its sentence."""

    id: str
    params: Mapping[str, object] = field(default_factory=dict)


@cache
def sentences(package: str) -> Mapping[str, str]:
    """The English sentences of one package, by message id; none where it has no such file."""
    source = Path(__file__).parent / package / "messages.toml"
    found = tomllib.loads(source.read_text("utf-8")) if source.is_file() else {}
    return MappingProxyType({f"{package}.{name}": text for name, text in found.items()})


@cache
def catalogue() -> Mapping[str, str]:
    """Every English sentence that the pure packages can say, by message id."""
    return MappingProxyType({name: text for package in PACKAGES for name, text in sentences(package).items()})


def sentence(message_id: str) -> str:
    """The sentence with its blanks. Reads only the package it is of: a first answer does not wait for the others."""
    package = message_id.partition(".")[0]
    if package not in PACKAGES:
        raise KeyError(message_id)
    return sentences(package)[message_id]


def in_english(message: Message) -> str:
    """The message as an English sentence. Raises KeyError for an id that no catalogue holds."""
    return sentence(message.id).format(**message.params)
