"""Making a site, serving it, and looking after it."""

from __future__ import annotations

import json
import os
import socket
import sqlite3
import sys
from typing import Annotated

import typer

from goalward.web.config.address import Address
from goalward.web.config.errors import SiteError
from goalward.web.config.home import Home
from goalward.web.config.mail import mail_settings
from goalward.web.config.stamp import code_stamp, made_stamp, write_stamp

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for a program to read.")]
LOOPBACK = ("127.0.0.1", "::1", "localhost")
THREADS = 16  # most wait for the disk; a writer that waits must not keep Help now waiting


def init(as_json: AsJson = False) -> None:
    """Make the data folder, the keys and the database, or bring them up to date. Safe to repeat."""
    home = Home.from_environment()
    make_site(home)
    if not home.database.exists():  # the server starts without it, for Help now
        raise _missing_database(home)
    if as_json:
        print(json.dumps({"home": str(home.folder), "master_key": str(home.master_key_file)}))
    else:
        print(f"The data is in {home.folder}.")
        print(f"The master key is {home.master_key_file}. Keep a copy apart: without it no record can be read.")


def make_site(home: Home) -> None:
    """Everything a site needs to start. Quick when nothing has changed since the last time."""
    is_new = not home.is_made
    home.make()
    if not is_new and made_stamp(home) == code_stamp():
        return
    if not home.database.exists():
        if made_stamp(home):
            raise _missing_database(home)
        _create_database(home)
    _bring_up_to_date()
    write_stamp(home)


def _missing_database(home: Home) -> SiteError:
    return SiteError(
        f"The database {home.database} is missing. Put it back from a backup, or remove {home.folder} to begin anew."
    )


def _create_database(home: Home) -> None:
    handle = os.open(home.database, os.O_CREAT | os.O_EXCL, 0o600)
    os.close(handle)
    with sqlite3.connect(home.database) as database:
        database.execute("PRAGMA journal_mode=WAL")  # kept in the file from here on
    database.close()


def start_django() -> None:
    import django  # noqa: PLC0415  # slow, and not every command needs it

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goalward.web.config.settings")
    django.setup()


def _bring_up_to_date() -> None:
    start_django()
    from django.core.management import call_command  # noqa: PLC0415

    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)


def serve(
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port to listen on.")] = 8000,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes that answer.")] = 1,
) -> None:
    """Start the web application; it is made first where there is none. Ctrl-C ends it."""
    address = Address.from_environment()
    if host not in LOOPBACK and address.is_loopback:
        raise SiteError(f"Listening on {host} needs GOALWARD_ADDRESS, the https address that people will use.")
    _check_port(host, port)
    home = Home.from_environment()
    mail_settings(address, home)  # what is wrong with them is said here, once, and not by each process
    make_site(home)
    print(f"Goalward is at {address.public or f'http://{_in_address(host)}:{port}/'}   (Ctrl-C ends it)", flush=True)
    _listen(host, port, workers)


def _in_address(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _check_port(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            other = min(port + 1, 65534)
            raise SiteError(
                f"Port {port} on {host} is not free ({error.strerror}). "
                f"Choose another: goalward serve --port {other}, or make run PORT={other}"
            ) from None


def _listen(host: str, port: int, workers: int) -> None:
    from granian import Granian  # noqa: PLC0415
    from granian.constants import Interfaces  # noqa: PLC0415
    from granian.log import LogLevels  # noqa: PLC0415

    Granian(
        "goalward.web.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS,
        websockets=False,
        log_level=LogLevels.error,
        log_access=False,
        respawn_failed_workers=True,
    ).serve()


def doctor(
    as_json: AsJson = False,
    mend: Annotated[
        bool, typer.Option("--mend", help="Destroy keys that were left when their record was erased.")
    ] = False,
) -> None:
    """Look the site over and say what needs doing. Exit code 1 when something does."""
    from goalward.cli.examination import examine  # noqa: PLC0415

    home = Home.from_environment()
    if not home.is_made:
        raise SiteError(f"There is no site in {home.folder}. Run: goalward init")
    home.master_key()
    start_django()
    if mend:
        _mend()
    findings = examine(home)
    if as_json:
        print(json.dumps([finding.as_dict() for finding in findings]))
    else:
        for finding in findings:
            print(f"{finding.state:9} {finding.what}: {finding.says}")
    if any(finding.state == "attend to" for finding in findings):
        raise typer.Exit(1)


def _mend() -> None:
    from goalward.web.records.actions import sweep_orphan_keys  # noqa: PLC0415

    sweep_orphan_keys()


def verify_audit(as_json: AsJson = False) -> None:
    """Follow every chain of the audit from its start to its anchor. Exit code 1 when one does not hold."""
    home = Home.from_environment()
    if not home.is_made:
        raise SiteError(f"There is no site in {home.folder}. Run: goalward init")
    start_django()
    from goalward.web.audit.verification import verify_all  # noqa: PLC0415

    verdict = verify_all(home.anchors)
    broken = [{"record": str(each.record_id), "entry": each.seq, "why": each.why} for each in verdict.broken]
    if as_json:
        print(json.dumps({"chains": verdict.chains, "links": verdict.links, "broken": broken}))
    else:
        print(f"{verdict.links} entries in {verdict.chains} chains were read.")
    if broken:
        if not as_json:
            first = broken[0]
            print(
                f"goalward: record {first['record']}, entry {first['entry']}: {first['why']}"
                f" ({len(broken)} chains do not hold)",
                file=sys.stderr,
            )
        raise typer.Exit(1)
