"""The help page's content: read once from files, so that it is there when nothing else is."""

from __future__ import annotations

from typing import Any


def help_context() -> dict[str, Any]:
    return {}
