"""Care before coaching: whom to show and what to say when a goal touches on harm. The rules are in ``care.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from goalward.messages import Message
from goalward.safety.directory import Contact, ContactKind

__all__ = ["CareError", "CarePanel", "care_panel", "for_care"]


class CareError(ValueError):
    """A kind that care does not have, or a kind and a stance that do not go together."""


@dataclass(frozen=True, slots=True)
class CarePanel:
    """What to say. Without a heading it is one quiet line; ``offers`` says whether the coach still offers wordings."""

    heading: Message | None
    lines: tuple[Message, ...]
    offers: bool

    @property
    def quiet(self) -> bool:
        return self.heading is None


@cache
def _rules() -> Mapping[str, Any]:
    return tomllib.loads(files("goalward.safety").joinpath("care.toml").read_text("utf-8"))


def care_panel(kind: str, stance: str) -> CarePanel:
    """The panel for a reading's care. Raises CareError for a kind and stance that do not go together."""
    rule = _rules()["stances"].get(stance)
    if rule is None or kind not in rule["kinds"]:
        raise CareError(f"there is no care for “{kind}” with “{stance}”")
    heading = Message(f"safety.{rule['heading']}") if "heading" in rule else None
    lines = tuple(Message(f"safety.{line.format(kind=kind)}") for line in rule["lines"])
    return CarePanel(heading, lines, rule["offers"])


def for_care(kind: str | None, contacts: Iterable[Contact]) -> tuple[Contact, ...]:
    """The contacts that fit a kind of care, best first; for None all kinds, as the Help page shows them.

    Raises CareError for a kind that care does not have.
    """
    names = _rules()["contacts"].get(kind or "any")
    if names is None:
        raise CareError(f"there is no care for “{kind}”")
    order = [ContactKind(name) for name in names]
    fitting = [contact for contact in contacts if contact.kind in order]
    return tuple(sorted(fitting, key=lambda contact: order.index(contact.kind)))
