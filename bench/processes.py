"""Servers pinned to a core, and the CPU time they used."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.site_process import answers

SERVER_CORE, CLIENT_CORE = {0}, {1}


def family(pid: int) -> list[int]:
    """A process and all that it started."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(each for child in children for each in family(int(child)))]


def cpu_seconds(pid: int) -> float:
    """Time on a core of all threads of a process and of its children, to the nanosecond (Linux's schedstat)."""
    threads = (path for each in family(pid) for path in Path(f"/proc/{each}/task").iterdir())
    return sum(int((thread / "schedstat").read_text().split()[0]) for thread in threads) / 1e9


@contextmanager
def pinned(command: list[str], environment: dict[str, str], url: str) -> Iterator[int]:
    """A server on its own core, answering; gives its process id."""
    server = subprocess.Popen(
        command,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=lambda: os.sched_setaffinity(0, SERVER_CORE),  # noqa: PLW1509  # no threads yet
    )
    try:
        pause = threading.Event()
        while not answers(url):
            if server.poll() is not None:
                sys.exit(f"{' '.join(command)} ended with {server.returncode}")
            pause.wait(0.05)
        yield server.pid
    finally:
        server.terminate()
        server.wait(timeout=10)
