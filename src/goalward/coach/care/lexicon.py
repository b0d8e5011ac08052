"""The word lists beside this module, read once.

Every list is lines of phrases (see :mod:`.phrases`) under a ``[role]``, or ``word = words`` pairs; ``#`` begins a comment.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from .kinds import CareKind
from .phrases import Phrase, Phrases, filed, phrase
from .wording import Speller, shortenings

__all__ = ["Lexicon", "lexicon"]

SHARED_LISTS = ("sets", "cues", "idioms")
VOWELS = "aeiou"


class Lexicon(NamedTuple):
    speller: Speller
    labels: dict[str, list[str]]
    phrases: Phrases
    past_forms: frozenset[str]


@cache
def lexicon() -> Lexicon:
    irregular = {forms[0]: forms for forms in (line.replace("|", "").split() for line in _lines("forms"))}
    past_forms = frozenset(word for line in _lines("forms") for word in line.partition("|")[2].split())
    labels: dict[str, list[str]] = {}
    phrases = [found for name in (*SHARED_LISTS, *CareKind) for found in _phrases(name)]
    several = [found for found in phrases if not _is_a_plain_word_of_a_set(found)]
    for label in {label for found in phrases for step in found.steps for label in step.labels}:
        if label[-1] == "+":
            for form in _forms(label[:-1], irregular):
                labels.setdefault(form, []).append(label)
        elif "_" in label and label[0] != "@":
            several.append(phrase("", label, label.replace("_", " ")))
    for found in phrases:
        if _is_a_plain_word_of_a_set(found):
            for word in found.steps[0].labels:
                for form in _forms(word[:-1], irregular) if word.endswith("+") else (word,):
                    labels.setdefault(form, []).append(found.role)
    return Lexicon(_speller(labels), labels, filed(several), past_forms)


def _is_a_plain_word_of_a_set(found: Phrase) -> bool:
    first = found.steps[0]
    return (
        found.role[0] == "@"
        and len(found.steps) == 1
        and not any(label[0] in "@^$" or "_" in label for label in first.labels)
    )


def _speller(labels: dict[str, list[str]]) -> Speller:
    spellings = {wrong: tuple(right.split()) for wrong, right in _pairs("spellings")}
    shortened = {cut: word for word in _lines("often_misspelt") for cut in shortenings(word)}
    known = labels | dict.fromkeys(_lines("often_mistaken"), [])
    return Speller(spellings, shortened, dict(_pairs("first_person")), known)


def _pairs(name: str) -> Iterator[tuple[str, str]]:
    for line in _lines(name):
        left, _, right = line.partition(" = ")
        yield from ((word, right) for word in left.split())


def _phrases(name: str) -> Iterator[Phrase]:
    kind = "" if name in SHARED_LISTS else str(name)
    role = ""
    for line in _lines(name):
        if line.startswith("["):
            role = line.strip("[]")
        else:
            yield phrase(kind, role, line)


def _lines(name: str) -> Iterator[str]:
    text = files(__package__).joinpath(f"{name}.txt").read_text("utf-8")
    lines = (line.partition("# ")[0].strip() for line in text.splitlines())
    return filter(None, lines)


def _forms(verb: str, irregular: dict[str, list[str]]) -> list[str]:
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
