"""The library and the server from a terminal: ``goalward``.

Exit code 2 means the command was used wrongly, 1 that it failed; either way one line on stderr says why.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Sequence
from typing import Any

import typer

from goalward.web.config.errors import SiteError

__all__ = ["main"]


def _application() -> typer.Typer:
    from goalward.cli import site  # noqa: PLC0415  # what only imports the library pays for no command
    from goalward.cli.coach import coach  # noqa: PLC0415
    from goalward.cli.demo import demo  # noqa: PLC0415
    from goalward.cli.measures import measures  # noqa: PLC0415

    application = typer.Typer(
        help="Turn “I want to feel better” into goals of your own, and see honestly whether life is changing.",
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    application.callback()(_version)
    application.command("serve")(site.serve)
    application.command("init")(site.init)
    application.command("doctor")(site.doctor)
    application.command("demo")(demo)
    application.command("coach")(coach)
    application.add_typer(measures, name="measures")
    application.command("verify-audit")(site.verify_audit)
    return application


def _print_version(wanted: bool) -> None:
    if wanted:
        from goalward import __version__  # noqa: PLC0415  # asks the installation, which takes a while

        print(__version__)
        raise typer.Exit


def _version(
    _version: bool = typer.Option(
        False, "--version", help="Print the version.", callback=_print_version, is_eager=True
    ),
) -> None:
    """Goalward."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and leave with its exit code. Without a command, print the help."""
    words = list(sys.argv[1:] if arguments is None else arguments) or ["--help"]
    try:
        code: Any = _application()(args=words, prog_name="goalward", standalone_mode=False)
    except typer.TyperException as error:
        _say(getattr(error, "format_message", error.__str__)())
        code = getattr(error, "exit_code", 2)
    except typer.Abort:
        code = 130
    except (SiteError, OSError) as error:
        _say(str(error))
        code = 1
    except _database_errors() as error:
        _say(f"The database cannot be used ({error}). To see what is wrong, run: goalward doctor")
        code = 1
    sys.exit(code or 0)


def _database_errors() -> tuple[type[Exception], ...]:
    from django.db import Error  # noqa: PLC0415  # slow, and only asked for when something went wrong

    return (Error, sqlite3.Error)


def _say(sentence: str) -> None:
    print(f"goalward: {' '.join(sentence.split())}", file=sys.stderr)
