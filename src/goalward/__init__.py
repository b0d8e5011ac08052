"""Goalward: from "I want to feel better" to goals of one's own, and an honest look at whether life is changing.

The packages are the steps of the journey. All but ``web`` and ``cli`` are pure: they know nothing of Django,
of databases, of the network or of the clock, and "today" is always an argument.
"""

from __future__ import annotations

NOT_INSTALLED = "0.1.0"  # run from a checkout


def __getattr__(name: str) -> str:
    """``__version__``, asked of the installation when it is wanted: asking takes longer than reading a goal."""
    if name != "__version__":
        raise AttributeError(name)
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

    try:
        return version("goalward")
    except PackageNotFoundError:
        return NOT_INSTALLED
