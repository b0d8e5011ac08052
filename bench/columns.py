"""A million questionnaires and a million pairs of scores in numpy columns, on one core.

    python -m bench.columns

Scoring stands beside the bare sum of each row of the same array, classes of change beside one subtraction and one
comparison of the same columns. The narrow type is the harder one: the less there is to read, the more each step counts.
The rounds of the two are interleaved, so that a change of the machine's speed meets both alike; the figure is the
median over rounds.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median
from time import perf_counter
from typing import Any

import numpy as np

from bench.processes import CLIENT_CORE
from goalward.measures import measure, score_columns
from goalward.progress import Better, ChangeCriterion, change_steps

MANY = 1_000_000
OPEN = 0.03  # of the answers
MOST = 6.0
ROUNDS = 31


@dataclass
class Task:
    """What is done each round, how long it took in milliseconds, and the task that it stands beside."""

    name: str
    do: Callable[[], Any]
    beside: Task | None = None
    figures: list[float] = field(default_factory=list)

    def round(self) -> None:
        start = perf_counter()
        self.do()
        self.figures.append((perf_counter() - start) * 1e3)


def scoring() -> list[Task]:
    chance = np.random.default_rng(9)
    answers = chance.integers(0, 4, (MANY, 9), dtype="int8")
    answers[chance.random(answers.shape) < OPEN] = -1
    phq9 = measure("phq9")
    bare = Task("sum of each row", lambda: answers.sum(axis=1))
    return [bare, Task("PHQ-9 scored", lambda: score_columns(phq9, answers), bare)]


def change(kind: str) -> list[Task]:
    chance = np.random.default_rng(9)
    before, after = (chance.integers(0, 28, MANY).astype(kind) for _ in range(2))
    criterion = ChangeCriterion(6, 10, Better.LOWER, "NHS Talking Therapies")
    bare = Task(f"difference, {kind}", lambda: before - after >= criterion.minimum)
    return [bare, Task(f"classes, {kind}", lambda: change_steps(before, after, criterion), bare)]


def run(tasks: list[Task]) -> None:
    for task in tasks:
        task.round()  # warm
        task.figures.clear()
    for _ in range(ROUNDS):
        for task in tasks:
            task.round()


def report(tasks: list[Task]) -> bool:
    """Print each figure with its ratio; True when every promise is kept."""
    kept = True
    print(f"{'a million':24}{'ms':>9}{'lowest':>9}{'highest':>9}{'ratio':>9}  promise")
    for task in tasks:
        figures = f"{median(task.figures):9.2f}{min(task.figures):9.2f}{max(task.figures):9.2f}"
        if task.beside is None:
            print(f"{task.name:24}{figures}")
            continue
        ratio = median(task.figures) / median(task.beside.figures)
        kept &= ratio <= MOST
        print(f"{task.name:24}{figures}{ratio:9.2f}  at most {MOST:g}x: {'kept' if ratio <= MOST else 'NOT KEPT'}")
    return kept


def main() -> None:
    os.sched_setaffinity(0, CLIENT_CORE)
    groups = [scoring(), change("int8"), change("float64")]
    for tasks in groups:
        run(tasks)
    sys.exit(0 if report([task for tasks in groups for task in tasks]) else 1)


if __name__ == "__main__":
    main()
