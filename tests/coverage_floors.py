"""Coverage has two floors, held whenever a whole run is measured: every line and branch of the pure packages, and
95 % of the rest, templates included. A floor that is not reached counts as one failed test.
"""

from __future__ import annotations

import tomllib
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest
from coverage import Coverage
from coverage.exceptions import NoDataError

PURE = "Pure packages know nothing of Django, the web or the command line"
MEASURED = pytest.StashKey[list["Measured"]]()


@dataclass(frozen=True, slots=True)
class Measured:
    """How much of one part was reached: percent of its lines and branches, and where it was not."""

    part: str
    least: float
    percent: float
    missing: str

    @property
    def is_reached(self) -> bool:
        return self.percent >= self.least

    def __str__(self) -> str:
        return f"{self.part}: {self.percent:.2f} % of lines and branches (at least {self.least:g} %)"


def pure_packages(project: Path) -> list[str]:
    """The packages that the import contract holds apart ("goalward.coach")."""
    contracts = tomllib.loads((project / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    return next(contract["source_modules"] for contract in contracts if contract["name"] == PURE)


def pure_files(project: Path) -> list[str]:
    """The files of the pure packages, as patterns."""
    folders = [name.replace(".", "/") for name in pure_packages(project)]
    return [f"*/{folder}{end}" for folder in folders for end in (".py", "/*")]


def measure(coverage: Coverage, pure: list[str]) -> Iterator[Measured]:
    """Both parts, from the data of a finished run."""
    for part, least, include, omit in (("pure packages", 100.0, pure, None), ("the rest", 95.0, None, pure)):
        missing = StringIO()
        try:
            percent = coverage.report(include=include, omit=omit, file=missing, show_missing=True, skip_covered=True)
        except NoDataError:
            percent = 0.0
        yield Measured(part, least, percent, missing.getvalue())


def is_whole_run(config: pytest.Config) -> bool:
    """Whether all tests were asked for: a part of them cannot be held to the floors."""
    asked = [Path(name).resolve() for name in config.args]
    every = [(config.rootpath / name).resolve() for name in config.getini("testpaths")]
    chosen = config.option.keyword or config.option.markexpr or config.getoption("deselect", None)
    return asked == every and not chosen and not config.getoption("lf", default=False)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> Generator[None, object, object]:
    done = yield
    config = session.config
    is_measured = config.pluginmanager.hasplugin("_cov") and not hasattr(config, "workerinput")
    if is_measured and is_whole_run(config) and not config.option.collectonly:
        coverage = Coverage()
        coverage.load()
        config.stash[MEASURED] = list(measure(coverage, pure_files(config.rootpath)))
        for part in config.stash[MEASURED]:
            if not part.is_reached:
                config.hook.pytest_runtest_logreport(report=as_failed_test(part))
    return done


def as_failed_test(part: Measured) -> pytest.TestReport:
    return pytest.TestReport(
        nodeid=f"coverage of {part.part}",
        location=("tests/coverage_floors.py", None, part.part),
        keywords={},
        outcome="failed",
        longrepr=f"{part}\n{part.missing}",
        when="call",
    )


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    for part in config.stash.get(MEASURED, []):
        terminalreporter.write_line(str(part), green=part.is_reached, red=not part.is_reached)
