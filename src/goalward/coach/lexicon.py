"""What the reader knows about words: plain text files with one heading per class of words.

An entry may be several words ("panic attack") and may carry a value ("dozen = 12"). Plain forms are enough:
``classes`` and ``phrase_at`` also find "walks" and "walking" under "walk".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

__all__ = ["Lexicon", "entries", "lexicon", "lines", "plain_forms"]

FOLDER = Path(__file__).parent / "data" / "lexicon"
WORD_FILES = ("time", "numbers", "function", "people", "idioms", "verbs", "feelings", "umbrella", "events", "things")

Entry = tuple[str, str, float | None]  # heading, words, value


def lines(path: Path) -> Iterator[str]:
    """The lines of a data file without comments and blanks."""
    for line in path.read_text("utf-8").splitlines():
        if kept := line.partition("#")[0].strip():
            yield kept


def entries(name: str) -> Iterator[Entry]:
    heading = ""
    for line in lines(FOLDER / f"{name}.txt"):
        if line.startswith("["):
            heading = line.strip("[]")
        elif " = " in line:
            yield from ((heading, words, float(value) if value else None) for words, value in valued(line))
        else:
            yield from ((heading, words, None) for words in line.rstrip(",").split(", "))


def valued(line: str) -> Iterator[tuple[str, str]]:
    """ "one = 1, a dozen = 12": words and their values."""
    for item in line.rstrip(",").split(", "):
        words, _, value = item.partition(" = ")
        yield words, value


# Forms in -ed are left out: before a noun ("processed food") they are no verbs.
ENDINGS = (("ies", ("y",)), ("es", ("", "e")), ("s", ("",)), ("ing", ("e", "")))
DOUBLED = re.compile(r"(.*([bdgklmnprt]))\2$")
SHORTEST = 3


def plain_forms(word: str) -> Iterator[str]:
    """What an inflected word may be a form of, likeliest first: "planning" gives "planne", "plann", "plan"."""
    for ending, replacements in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST - 1:
            stem = word[: -len(ending)]
            yield from (stem + replacement for replacement in replacements)
            if doubled := DOUBLED.match(stem):
                yield doubled[1]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words and phrases with their classes. ``vocabulary`` holds every single word that stands anywhere in it."""

    words: Mapping[str, frozenset[str]]
    values: Mapping[str, float]
    phrases: Mapping[tuple[str, str], Sequence[tuple[str, ...]]]  # the rest of each phrase by its first two words
    starters: frozenset[str]
    vocabulary: frozenset[str]
    spellings: Mapping[str, str]
    endings: tuple[str, ...]  # of words that belong to a class by their ending: "-ness"
    lemmas: dict[str, str] = field(default_factory=dict)  # found so far

    def lemma(self, word: str) -> str:
        """The known word that this one is a form of, or the word itself."""
        found = self.lemmas.get(word)
        if found is None:
            known = (form for form in plain_forms(word) if form in self.vocabulary)
            found = word if word in self.words else next(known, word)
            if len(self.lemmas) < len(self.vocabulary):  # a bound: texts come from anywhere
                self.lemmas[word] = found
        return found

    def phrase_at(self, words: Sequence[str], place: int) -> tuple[str, int]:
        """The longest phrase that starts at a place, and how many words it has; ("", 1) when none does."""
        first, following = words[place], words[place + 1]
        for start in {(a, b) for a in (first, self.lemma(first)) for b in (following, self.lemma(following))}:
            for phrase in self.phrases.get(start, ()):
                if self.follows(words, place + len(start), phrase):
                    return " ".join(start + phrase), len(start) + len(phrase)
        return "", 1

    def follows(self, words: Sequence[str], place: int, phrase: Sequence[str]) -> bool:
        said = words[place : place + len(phrase)]
        return len(said) == len(phrase) and all(
            word in {one, self.lemma(one)} for one, word in zip(said, phrase, strict=True)
        )


def spellings() -> dict[str, str]:
    """Written form -> word meant."""
    pairs = (line.partition(":") for line in lines(FOLDER / "spelling.txt"))
    return {written.strip(): word for word, _, forms in pairs for written in forms.split(",")}


def by_two_words(phrases: Iterable[tuple[str, ...]]) -> dict[tuple[str, str], list[tuple[str, ...]]]:
    found: defaultdict[tuple[str, str], list[tuple[str, ...]]] = defaultdict(list)
    for first, second, *rest in sorted(phrases, key=len, reverse=True):
        found[first, second].append(tuple(rest))
    return dict(found)


def apart(words: str, single: Iterable[str]) -> str:
    """A phrase as the reader meets it, "'s" a word of its own unless in a known short form: "new year 's eve"."""
    parts = (each if each in single else each.replace("'s", " 's") for each in words.split())
    return " ".join(parts).strip()


@cache
def together(classes: frozenset[str], heading: str) -> frozenset[str]:
    return classes | {heading}


@cache
def lexicon() -> Lexicon:
    listed = [entry for name in WORD_FILES for entry in entries(name)]
    single = {words for _, words, _ in listed if " " not in words}
    classes: dict[str, frozenset[str]] = {}
    values: dict[str, float] = {}
    for heading, written, value in listed:
        words = apart(written, single) if "'s " in written else written
        classes[words] = together(classes.get(words, frozenset()), heading)
        if value is not None:
            values[words] = value
    phrases = [tuple(words.split()) for words in classes if " " in words]
    return Lexicon(
        words=classes,
        values=values,
        phrases=by_two_words(phrases),
        starters=frozenset(phrase[0] for phrase in phrases),
        vocabulary=frozenset(word for words in classes for word in words.split()),
        spellings=spellings(),
        endings=tuple(word[1:] for word in classes if word.startswith("-")),
    )
