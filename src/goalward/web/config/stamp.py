"""Whether a site was brought up to date by this very code: then it can start without asking the database."""

from __future__ import annotations

import hashlib
from pathlib import Path

from goalward.web.config.home import Home

WEB = Path(__file__).resolve().parent.parent


def code_stamp() -> str:
    """A digest over the names and sizes of all migrations of this code and of what it is built on."""
    import allauth  # noqa: PLC0415  # only its folder is needed
    import django  # noqa: PLC0415

    roots = (WEB, Path(django.__file__).parent / "contrib", Path(allauth.__file__).parent / "account")
    found = (path for root in roots for path in root.glob("**/migrations/*.py"))
    lines = sorted(f"{path.parent.parent.name}/{path.name} {path.stat().st_size}" for path in found)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def made_stamp(home: Home) -> str:
    """The stamp of the code that last made this site, "" when none has."""
    path = home.folder / "made-by"
    return path.read_text("ascii").strip() if path.exists() else ""


def write_stamp(home: Home) -> None:
    (home.folder / "made-by").write_text(code_stamp() + "\n", "ascii")
