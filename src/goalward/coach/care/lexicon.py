"""The word lists beside this module, read once.

A list is lines of phrases (see :mod:`.phrases`) under a ``[role]``, or ``word = words`` pairs; ``#`` begins a comment.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from .kinds import CareKind
from .phrases import Phrase, Phrases, alternatives, filed
from .wording import Speller, shortenings

__all__ = ["Lexicon", "lexicon", "phrases_of", "word_forms"]

MET_EVERYWHERE = 64
HERE = Path(__file__).parent
SHARED_LISTS = ("sets", "cues", "idioms")
VOWELS = "aeiou"


class Lexicon(NamedTuple):
    speller: Speller
    labels: dict[str, list[str]]
    phrases: Phrases
    past_forms: frozenset[str]


@cache
def lexicon() -> Lexicon:
    phrases = [one for name in (*SHARED_LISTS, *CareKind) for one in phrases_of(name)]
    used = Counter(part for one in phrases for part in one.line.split())
    special = {label for part in used if "+" in part or "_" in part for label in alternatives(part)}
    joined = [Phrase("", label, label.replace("_", " ")) for label in special if "_" in label]
    used.update(part for one in joined for part in one.line.split())
    everyday = frozenset(word for line in _lines("everyday") for word in line.split())
    used.update({part: MET_EVERYWHERE for part in used if not everyday.isdisjoint(alternatives(part))})
    words, several = _parted([*phrases, *joined])
    verbs = [Phrase("", label, label) for label in special if label[-1] == "+"]
    labels = _labels([*verbs, *words])
    past_forms = frozenset(word for line in _lines("forms") for word in line.partition("|")[2].split())
    return Lexicon(_speller(labels), labels, filed(several, used), past_forms)


def _parted(phrases: Iterable[Phrase]) -> tuple[list[Phrase], list[Phrase]]:
    """Words that belong to a set on their own are looked up, not matched: they come first."""
    words: list[Phrase] = []
    several: list[Phrase] = []
    for one in phrases:
        alone = one.role[0] == "@" and " " not in one.line and not any(mark in one.line for mark in "@_^$")
        (words if alone else several).append(one)
    return words, several


def _labels(words: Iterable[Phrase]) -> dict[str, list[str]]:
    """For each word the verbs it is a form of, and the sets it belongs to."""
    irregular = {line.split()[0]: line.replace("|", "").split() for line in _lines("forms")}
    labels: dict[str, list[str]] = {}
    for one in words:
        for word in alternatives(one.line):
            for form in word_forms(word[:-1], irregular) if word[-1] == "+" else (word,):
                labels.setdefault(form, []).append(one.role)
    return labels


def _speller(labels: dict[str, list[str]]) -> Speller:
    spellings = {wrong: tuple(right.split()) for wrong, right in _pairs("spellings")}
    shortened = {cut: word for word in _lines("often_misspelt") for cut in shortenings(word)}
    known: dict[str, list[str]] = {word: [] for word in _lines("often_mistaken")} | labels
    return Speller(spellings, shortened, dict(_pairs("first_person")), known)


def _pairs(name: str) -> Iterator[tuple[str, str]]:
    for line in _lines(name):
        left, _, right = line.partition(" = ")
        yield from ((word, right) for word in left.split())


def phrases_of(name: str) -> Iterator[Phrase]:
    kind = "" if name in SHARED_LISTS else str(name)
    role = ""
    for line in _lines(name):
        if line.startswith("["):
            role = line.strip("[]")
        else:
            yield Phrase(kind, role, line)


def _lines(name: str) -> Iterator[str]:
    text = HERE.joinpath(f"{name}.txt").read_text("utf-8")
    lines = (line.partition("# ")[0].strip() for line in text.splitlines())
    return filter(None, lines)


def word_forms(verb: str, irregular: Mapping[str, list[str]]) -> list[str]:
    if verb in irregular:
        return irregular[verb]
    if verb.endswith("e"):
        return [verb, verb + "s", verb[:-1] + "ing", verb + "d"]
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return [verb, verb[:-1] + "ies", verb + "ing", verb[:-1] + "ied"]
    stem = verb + verb[-1] if _doubles(verb) else verb
    ending = "es" if verb.endswith(("s", "sh", "ch", "x")) else "s"
    return [verb, verb + ending, stem + "ing", stem + "ed"]


def _doubles(verb: str) -> bool:
    """One vowel between two consonants, as in stab and drop."""
    vowels = [letter in VOWELS for letter in verb]
    return sum(vowels) == 1 and len(verb) > 2 and vowels[-2] and verb[-1] not in "wxy"  # noqa: PLR2004
