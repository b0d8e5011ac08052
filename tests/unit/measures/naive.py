"""A second scorer, slow and plain. It shares no code and no data with the package: its keys are written here by hand
from the published instructions, and it counts with ordinary numbers.
"""

from __future__ import annotations

from dataclasses import dataclass

ALL = 99


@dataclass
class Key:
    items: list[str]
    low: int
    high: int
    may_miss: int = 0
    reverse: tuple[str, ...] = ()
    times: int = 1
    minus: int = 0
    risk: tuple[str, ...] = ()


def numbered(name: str, *numbers: int) -> list[str]:
    return [f"{name}_{number}" for number in numbers]


def first(name: str, count: int) -> list[str]:
    return numbered(name, *range(1, count + 1))


ROSENBERG = [
    "rses_satisfied",
    "rses_no_good",
    "rses_good_qualities",
    "rses_able",
    "rses_proud",
    "rses_useless",
    "rses_worth",
    "rses_respect",
    "rses_failure",
    "rses_positive",
]
ROSENBERG_REVERSE = ("rses_no_good", "rses_proud", "rses_useless", "rses_respect", "rses_failure")
DASS_RISK = ("dass21_10", "dass21_17", "dass21_21")

KEYS: dict[str, dict[str, Key]] = {
    "phq9": {"total": Key(first("phq9", 9), 0, 3, may_miss=2, risk=("phq9_9",))},
    "phq2": {"total": Key(first("phq2", 2), 0, 3)},
    "phq4": {
        "total": Key(first("phq4", 4), 0, 3),
        "anxiety": Key(numbered("phq4", 1, 2), 0, 3),
        "depression": Key(numbered("phq4", 3, 4), 0, 3),
    },
    "gad7": {"total": Key(first("gad7", 7), 0, 3, may_miss=2)},
    "gad2": {"total": Key(first("gad2", 2), 0, 3)},
    "pcl5": {
        "cluster_b": Key(numbered("pcl5", 1, 2, 3, 4, 5), 0, 4, may_miss=1),
        "cluster_c": Key(numbered("pcl5", 6, 7), 0, 4),
        "cluster_d": Key(numbered("pcl5", 8, 9, 10, 11, 12, 13, 14), 0, 4, may_miss=1),
        "cluster_e": Key(numbered("pcl5", 15, 16, 17, 18, 19, 20), 0, 4, may_miss=1),
    },
    "auditc": {"total": Key(first("auditc", 3), 0, 4)},
    "rses": {"total": Key(ROSENBERG, 0, 3, may_miss=1, reverse=ROSENBERG_REVERSE)},
    "who5": {"total": Key(first("who5", 5), 0, 5, times=4)},
    "audit": {
        "total": Key(first("audit", 10), 0, 4),
        "consumption": Key(numbered("audit", 1, 2, 3), 0, 4),
        "dependence": Key(numbered("audit", 4, 5, 6), 0, 4),
        "consequences": Key(numbered("audit", 7, 8, 9, 10), 0, 4),
    },
    "dass21": {
        "stress": Key(numbered("dass21", 1, 6, 8, 11, 12, 14, 18), 0, 3, may_miss=1, times=2, risk=DASS_RISK),
        "anxiety": Key(numbered("dass21", 2, 4, 7, 9, 15, 19, 20), 0, 3, may_miss=1, times=2, risk=DASS_RISK),
        "depression": Key(numbered("dass21", 3, 5, 10, 13, 16, 17, 21), 0, 3, may_miss=1, times=2, risk=DASS_RISK),
    },
    "core10": {
        "total": Key(first("core10", 10), 0, 4, may_miss=1, reverse=("core10_2", "core10_3"), risk=("core10_6",))
    },
    "isi": {"total": Key(first("isi", 7), 0, 4)},
    "swemwbs": {"raw_sum": Key(first("swemwbs", 7), 1, 5)},
    "dast10": {"total": Key(first("dast10", 10), 0, 1, reverse=("dast10_3",))},
    "ucla3": {"total": Key(first("ucla3", 3), 1, 3)},
    "ocir": {
        "total": Key(first("ocir", 18), 0, 4),
        "without_hoarding": Key(numbered("ocir", 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 14, 15, 16, 17, 18), 0, 4),
    },
    "minispin": {"total": Key(first("minispin", 3), 0, 4)},
    "edeqs": {"total": Key(first("edeqs", 12), 0, 3)},
    "waisr": {
        "total": Key(first("waisr", 12), 1, 5),
        "task": Key(numbered("waisr", 1, 2, 10, 12), 1, 5),
        "bond": Key(numbered("waisr", 3, 5, 7, 9), 1, 5),
        "goal": Key(numbered("waisr", 4, 6, 8, 11), 1, 5),
    },
    "ors": {"total": Key(first("ors", 4), 0, 10)},
    "srs": {"total": Key(first("srs", 4), 0, 10)},
    "ras": {"total": Key(first("ras", 24), 1, 5)},
    "k10": {"total": Key(first("k10", 10), 1, 5)},
    "k6": {"total": Key(first("k6", 6), 0, 4)},
    "mhi5": {"total": Key(first("mhi5", 5), 1, 6, may_miss=2, reverse=("mhi5_3", "mhi5_5"), times=4, minus=5)},
    "wsas": {"total": Key(first("wsas", 5), 0, 8)},
}


def naive_score(key: Key, answers: dict[str, float | None]) -> float | None:
    missing = 0
    total = 0.0
    for item in key.items:
        value = answers[item]
        if value is None:
            missing += 1
            if item in key.risk:
                missing += ALL
        elif item in key.reverse:
            total += key.high + key.low - value
        else:
            total += value
    if missing > key.may_miss:
        return None
    whole = total + missing * total / (len(key.items) - missing)
    return key.times * (whole - key.minus)


def naive_pcl5(answers: dict[str, float | None]) -> float | None:
    clusters = [naive_score(key, answers) for key in KEYS["pcl5"].values()]
    known = [each for each in clusters if each is not None]
    return sum(known) if len(known) == len(clusters) else None
