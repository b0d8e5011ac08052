"""Goalward: from "I want to feel better" to goals of one's own, and an honest look at whether life is changing.

The packages are the steps of the journey. All but ``web`` and ``cli`` are pure: they know nothing of Django,
of databases, of the network or of the clock, and "today" is always an argument.
"""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("goalward")
except PackageNotFoundError:  # run from a checkout that was never installed
    __version__ = "0.1.0"
