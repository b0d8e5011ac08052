"""``python -m tests.weights``: learn the weights of the care reader anew."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from goalward.coach.care import weighing
from goalward.coach.care.weighing import BIAS, MEANINGS, TENTHS
from tests.weights.goals import LEARNED_FROM, digest, labelled
from tests.weights.learning import Weights, learned

FILE = Path(weighing.__file__).with_name("weights.tsv")
LEAST = 8  # tenths: a feature that weighs less says nothing
HEAD = "# learned from {names} (digest {digest}); by python -m tests.weights; columns: {meanings}"


def lines(weights: Weights) -> Iterable[str]:
    names, meanings = ", ".join(LEARNED_FROM), ", ".join(map(str, MEANINGS))
    yield HEAD.format(names=names, digest=digest(), meanings=meanings)
    for feature in sorted(weights):
        tenths = [round(TENTHS * value) for value in weights[feature]]
        if feature == BIAS or max(map(abs, tenths)) >= LEAST:
            yield f"{feature}\t{' '.join(map(str, tenths))}"


def main() -> None:
    """Learn, and write the file."""
    weights = learned(labelled(*LEARNED_FROM))
    FILE.write_text("\n".join(lines(weights)) + "\n", "utf-8")


if __name__ == "__main__":
    main()
