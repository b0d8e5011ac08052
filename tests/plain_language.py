"""How hard a text is to read: its sentences, their length, and the Flesch-Kincaid grade."""

from __future__ import annotations

import re
import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # textstat still imports pkg_resources
    import textstat

__all__ = ["grade", "sentences", "word_count"]


def sentences(text: str) -> list[str]:
    return [sentence for sentence in re.split(r"(?<=[.?!:])[”’\")]*\s+", text.strip()) if sentence]


def word_count(text: str) -> int:
    return len(re.findall(r"[^\s]*\w[^\s]*", text))


def grade(text: str) -> float:
    return float(textstat.flesch_kincaid_grade(text))
