"""CPU for each request of the goal pages and of a check-in, against an empty signed-in view of the same server.

The server has one core, the client the other. Rounds are interleaved, so that a change of the machine's speed meets
all alike; the figure for each is the median over rounds. Ratios count; microseconds depend on the machine.

    python -m bench.pages
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import re
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from urllib.parse import urlencode
from uuid import uuid4

from tests.site_process import Site, free_port

from bench.processes import CLIENT_CORE, cpu_seconds, pinned

MOST = {"goals page": 5.0, "one goal's page": 5.0, "check-in saved": 2.5}


@dataclass
class Task:
    """One kind of request, and what each round measured, in microseconds of CPU a request."""

    name: str
    ask: Callable[[], None]
    server: int
    figures: list[float] = field(default_factory=list)

    def round(self, times: int) -> None:
        before = cpu_seconds(self.server)
        for _ in range(times):
            self.ask()
        self.figures.append((cpu_seconds(self.server) - before) / times * 1e6)


class Browser:
    """A client that keeps its connection and its cookies."""

    def __init__(self, port: int, cookies: dict[str, str]) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port)
        self.cookies = cookies

    def ask(self, method: str, path: str, fields: dict[str, str] | None = None, expect: int = 200) -> str:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        body = None
        if fields is not None:
            body = urlencode(fields)
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Origin": self.origin}
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        text = answer.read().decode()
        if answer.status != expect:
            sys.exit(f"{method} {path} gave {answer.status}, not {expect}")
        for name, value in re.findall(r"(goalward-\w+)=([^;]+)", answer.headers.get("Set-Cookie", "")):
            self.cookies[name] = value
        return text

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.connection.port}"


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]+)"', page)
    return found[1] if found else sys.exit(f"the form has no {name}")


def goalward_tasks(browser: Browser, goals: list[str], server: int) -> list[Task]:
    form = browser.ask("GET", "/check-in/")
    token = hidden(form, "csrfmiddlewaretoken")
    rated = dict.fromkeys(set(re.findall(r'type="radio" name="([^"]+)"', form)), "6")

    def check_in() -> None:
        browser.ask(
            "POST", "/check-in/", {"csrfmiddlewaretoken": token, "once": str(uuid4()), "feelings": "calm", **rated}, 302
        )

    return [
        Task("empty signed-in view", lambda: _quiet(browser.ask("GET", "/empty/")), server),
        Task("goals page", lambda: _quiet(browser.ask("GET", "/goals/")), server),
        Task("one goal's page", lambda: _quiet(browser.ask("GET", f"/goals/{goals[0]}/")), server),
        Task("check-in saved", check_in, server),
    ]


def peer_tasks(browser: Browser, server: int) -> list[Task]:
    return [
        Task("peer: the same list", lambda: _quiet(browser.ask("GET", "/goals")), server),
        Task("peer: the same insert", lambda: _quiet(browser.ask("POST", "/check-in", {"a": "6"})), server),
    ]


def _quiet(_page: str) -> None:
    """An answer that was read and is not needed."""


def measure(tasks: list[Task], rounds: int, times: int) -> None:
    for task in tasks:
        task.round(20)  # warm
        task.figures.clear()
    for _ in range(rounds):
        for task in tasks:
            task.round(times)


def report(tasks: list[Task]) -> bool:
    """Print each figure with its ratio; True when every promise is kept."""
    base = median(tasks[0].figures)
    kept = True
    print(f"{'':24}{'CPU us':>9}{'lowest':>9}{'highest':>9}{'x empty':>9}  promise")
    for task in tasks:
        ratio = median(task.figures) / base
        most = MOST.get(task.name)
        kept &= most is None or ratio <= most
        promise = f"at most {most:g}x: {'kept' if ratio <= most else 'NOT KEPT'}" if most else ""
        figures = f"{median(task.figures):9.0f}{min(task.figures):9.0f}{max(task.figures):9.0f}"
        print(f"{task.name:24}{figures}{ratio:9.2f}  {promise}")
    return kept


def main() -> None:
    options = argparse.ArgumentParser(prog="python -m bench.pages", description=__doc__)
    options.add_argument("--rounds", type=int, default=9)
    options.add_argument("--times", type=int, default=100, help="requests of each kind in a round")
    chosen = options.parse_args()
    os.sched_setaffinity(0, CLIENT_CORE)
    with tempfile.TemporaryDirectory() as folder:
        site = Site(Path(folder), free_port())
        made = site.run("init")
        if made.returncode:
            sys.exit(made.stderr)
        environment = site.environment | {"DJANGO_SETTINGS_MODULE": "bench.settings"}
        seeded = json.loads(site.python("bench.seed", DJANGO_SETTINGS_MODULE="bench.settings"))
        peer_port = free_port()
        peer = [
            sys.executable,
            "-m",
            "uvicorn",
            "bench.peer:app",
            "--port",
            str(peer_port),
            "--no-access-log",
            "--timeout-keep-alive",
            "600",
        ]
        ours = [sys.executable, "-m", "goalward.cli", "serve", "--port", str(site.port)]
        peer_environment = environment | {"PEER_DATABASE": str(Path(folder) / "peer.sqlite3")}
        with (
            pinned(ours, environment, f"{site.url}/leave/") as server,
            pinned(peer, peer_environment, f"http://127.0.0.1:{peer_port}/goals") as bare,
        ):
            client = Browser(site.port, {seeded["cookie"]: seeded["session"]})
            tasks = [
                *goalward_tasks(client, seeded["goals"], server),
                *peer_tasks(Browser(peer_port, {}), bare),
            ]
            measure(tasks, chosen.rounds, chosen.times)
    sys.exit(0 if report(tasks) else 1)


if __name__ == "__main__":
    main()
