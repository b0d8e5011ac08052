"""A real site for tests: its own data folder, the real server, the real command line."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Site:
    """A site in a folder of its own; ``url`` has no slash at its end."""

    folder: Path
    port: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def home(self) -> Path:
        return self.folder / "var"

    @property
    def database(self) -> Path:
        return self.home / "goalward.sqlite3"

    @property
    def environment(self) -> dict[str, str]:
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("GOALWARD_", "DJANGO_", "COV"))
        }
        own = {
            "GOALWARD_HOME": str(self.home),
            "GOALWARD_MASTER_KEY_FILE": str(self.folder / "master.key"),
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        }
        return kept | own

    def run(self, *command: str, **options: str) -> subprocess.CompletedProcess[str]:
        """Run ``goalward`` with these words on this site."""
        return subprocess.run(
            [sys.executable, "-m", "goalward.cli", *command],
            env=self.environment | options,
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    def python(self, module: str, *arguments: str, **options: str) -> str:
        """Run a module of the tests on this site's database, and return what it prints."""
        done = subprocess.run(
            [sys.executable, "-m", module, *arguments],
            env=self.environment | {"DJANGO_SETTINGS_MODULE": "goalward.web.config.settings"} | options,
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
            timeout=120,
        )
        return done.stdout.strip()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def answers(url: str) -> bool:
    try:
        urllib.request.urlopen(url, timeout=2).close()  # noqa: S310  # loopback
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True


@contextmanager
def serving(site: Site, *, seconds: float = 20) -> Iterator[subprocess.Popen[str]]:
    """The site's server, up and answering; ended by Ctrl-C as a person would end it."""
    log = (site.folder / "server.log").open("w")
    server = subprocess.Popen(
        [sys.executable, "-m", "goalward.cli", "serve", "--port", str(site.port)],
        env=site.environment,
        cwd=site.folder,
        stdout=log,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        _wait_until(lambda: answers(f"{site.url}/leave/"), seconds, server, site)
        yield server
    finally:
        server.send_signal(signal.SIGINT)
        try:
            server.wait(timeout=10)
        finally:
            log.close()


def _wait_until(is_so: Callable[[], bool], seconds: float, server: subprocess.Popen[str], site: Site) -> None:
    end, pause = time.monotonic() + seconds, threading.Event()
    while time.monotonic() < end:
        if is_so():
            return
        if server.poll() is not None:
            break
        pause.wait(0.05)
    raise AssertionError(f"the server did not answer:\n{(site.folder / 'server.log').read_text()}")
