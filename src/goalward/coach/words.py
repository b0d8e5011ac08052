"""The goal as words: each with its place in the text as typed, its plain form, its value and its letter.

Typographic quotes and dashes read as plain ones, misspelt time words as meant, and a known phrase
("panic attack", "new year") is one word. Nothing of that changes the text or its offsets.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from goalward.coach.grammar import Match, alphabet, letters_of, number_classes
from goalward.coach.lexicon import lexicon
from goalward.coach.spelling import meant

__all__ = ["Unit", "Words", "words_of"]


class Unit(NamedTuple):
    """One word or known phrase. ``value`` is what a number says: 0.5 for "half", 10 for "5-10" (the larger)."""

    start: int
    end: int
    word: str
    letter: str
    value: float | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """``letters`` has one letter per unit; a stage that has understood some words puts its own letter there."""

    text: str
    units: tuple[Unit, ...]
    letters: str

    def marked(self, marks: Iterable[tuple[str, int, int]]) -> Words:
        """The same words with some standing for what they were found to be: (kind, first, word after the last)."""
        found = list(marks)
        if not found:
            return self
        letters = list(self.letters)
        for kind, first, last in found:
            letters[first:last] = alphabet().of(kind) * (last - first)
        return Words(self.text, self.units, "".join(letters))

    def without(self, found: Iterable[Match], kind: str) -> Words:
        """The same words, with those that a stage has found standing for ``kind``."""
        return self.marked((kind, first, last) for _, first, last in found)

    def extent(self, first: int, last: int) -> tuple[int, int]:
        """Where in the text the words from ``first`` up to, not including, ``last`` stand."""
        return self.units[first].start, self.units[last - 1].end

    def said(self, first: int, last: int) -> str:
        start, end = self.extent(first, last)
        return self.text[start:end]


PLAIN = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "`": "'",
        "´": "'",
        "“": '"',
        "”": '"',
        "–": "-",
        "—": "-",
        "−": "-",
        "‑": "-",
        "\u00a0": " ",
        "×": "x",
        "⁄": "/",
    }
)

TOKEN = re.compile(
    r"""(?P<date>\d{4}-\d{1,2}-\d{1,2}(?!\d)|\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?!\d)|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})(?!\d))
      |(?P<clock>\d{1,2}(?:[:.]\d{2})?[ ]?(?:am|pm|a\.m\.?|p\.m\.?)(?![a-z])|\d{1,2}:\d{2}(?!\d)
        |\d{1,2}ish\b|\d{1,2}[ ]?o'clock)
      |(?P<ratio>(?:[≤≥<>~][ ]?)?\d{1,6}(?:\.\d{1,3})?/\d{1,6}(?!\d)|\d:\d(?!\d))
      |(?P<percent>(?:[≤≥<>~][ ]?)?\d{1,9}(?:[.,]\d{1,3})?(?:[ ]?-[ ]?\d{1,9})?[ ]?%)
      |(?P<money>[£$€][ ]?\d(?:[\d,]{0,12}\d)?(?:\.\d{1,2})?k?)
      |(?P<times>\d{1,4}[ ]?x(?![a-z])|(?<![a-z])x[ ]?\d{1,4}(?!\d))
      |(?P<ordinal>\d{1,4}(?:st|nd|rd|th)(?![a-z]))
      |(?P<short>(?<!\w)(?:tl;?dr|d/c|w/o|b/c|y\.o\.?|2(?:nite|night|moro|morrow|day)|4ever)(?!\w))
      |(?P<level>(?<![\w.])[+-]\d(?![\d.%a-z]))
      |(?P<chain>\d{1,4}(?:-\d{1,4}){2,9})
      |(?P<number>(?:[≤≥<>~±][ ]?)?\d(?:[\d,]{0,12}\d)?(?:\.\d{1,4})?(?:k(?![a-z]))?
        (?:[ ]?-[ ]?\d{1,9}(?:\.\d{1,4})?(?![\d%:/]))?[+°]?)
      |(?P<word>(?:e\.g\.|i\.e\.|(?:mr|mrs|ms|dr|prof|pt|st|approx|vs)\.)|[^\W\d_]{1,40}(?:'[^\W\d_]{1,40})*(?:-?\d{1,4}(?![\d/]))?)
      |(?P<mark>[.!?…\n]+|[,;:()\[\]/&=+]|(?<![\w])-+(?![\w]))""",
    re.VERBOSE | re.IGNORECASE,
)
MARK_NAMES = {
    ",": "comma",
    ".": "stop",
    ";": "stop",
    "!": "stop",
    "?": "stop",
    "…": "stop",
    "\n": "stop",
    ":": "colon",
    "(": "open",
    "[": "open",
    ")": "close",
    "]": "close",
    "/": "slash",
    "=": "equals",
    "+": "plus",
}
FIGURES = re.compile(r"\d[\d,]*(?:\.\d+)?k?", re.IGNORECASE)


def figure(text: str) -> float:
    """What the digits say; of a range, its upper end. "10,000" and "10k" are ten thousand."""
    said = FIGURES.findall(text)[-1].replace(",", "").lower()
    return float(said.rstrip("k").rstrip(".")) * (1000 if said.endswith("k") else 1)


def as_number(start: int, end: int, said: str) -> Unit:
    value = figure(said)
    letter = alphabet().letters[
        number_classes(value, whole="," not in said and value == int(value) and "k" not in said)
    ]
    return Unit(start, end, said, letter, value)


def as_figures(start: int, end: int, kind: str, said: str) -> Unit:
    return Unit(
        start, end, said, alphabet().words.get(said) or alphabet().of(kind), figure(said) if kind != "level" else None
    )


def as_mark(start: int, end: int, said: str) -> Unit:
    if said == "&":
        return Unit(start, end, "and", alphabet().words["and"])
    return Unit(start, end, said, alphabet().of(MARK_NAMES.get(said[0], "dash")))


POSSESSIVE = "'s"


def as_words(start: int, end: int, said: str) -> Iterator[Unit]:
    """One word; two where "'s" follows a name or a person and not a known short form ("it's")."""
    known = alphabet().words
    if said.endswith(POSSESSIVE) and said not in known:
        yield from as_words(start, end - len(POSSESSIVE), said[: -len(POSSESSIVE)])
        yield Unit(end - len(POSSESSIVE), end, POSSESSIVE, alphabet().of("possessive"))
        return
    word = meant(said.rstrip("."))
    yield Unit(start, end, word, letter_of(word), lexicon().values.get(word))


def letter_of(word: str) -> str:
    """The letter of a word, of its plain form, or of its ending ("-ness"); else the one for words not known."""
    known = alphabet().words
    found = known.get(word) or known.get(lexicon().lemma(word))
    return found or next((known[f"-{end}"] for end in lexicon().endings if word.endswith(end)), alphabet().unknown)


def single(text: str) -> Iterator[Unit]:
    """The words and figures of a text, before phrases are joined."""
    for token in TOKEN.finditer(text.translate(PLAIN)):
        kind, said, (start, end) = token.lastgroup or "", token[0].lower(), token.span()
        if kind in {"word", "short"}:
            yield from as_words(start, end, said)
        elif kind == "number":
            yield as_number(start, end, said.strip())
        elif kind == "mark":
            yield as_mark(start, end, said)
        else:
            yield as_figures(start, end, kind, said.strip())


def chatted(units: list[Unit]) -> Iterator[Unit]:
    """ "Talk 2 my mum", "4 the rest of the week": figures said for the words that sound like them."""
    for place, unit in enumerate(units):
        before, after = units[place - 1].letter if place else "", units[place + 1 : place + 2]
        word = chat(unit.word, before, after[0].letter) if after else ""
        yield Unit(unit.start, unit.end, word, alphabet().words[word]) if word else unit


def chat(written: str, before: str, after: str) -> str:
    if written == "2" and before and before in letters_of("before_to"):
        return "to"
    if written == "4" and before not in letters_of("ahead") and after in letters_of("article"):
        return "for"
    return ""


def joined(units: list[Unit]) -> Iterator[Unit]:
    known, words, place = lexicon(), [unit.word for unit in units], 0
    while place < len(units):
        first, phrase, length = units[place], "", 1
        starts = first.word in known.starters or known.lemma(first.word) in known.starters
        if starts and place + 1 < len(units):
            phrase, length = known.phrase_at(words, place)
        yield as_phrase(units[place : place + length], phrase) if phrase else first
        place += length


def as_phrase(units: list[Unit], phrase: str) -> Unit:
    return Unit(units[0].start, units[-1].end, phrase, alphabet().words[phrase], lexicon().values.get(phrase))


# Somebody's words within the goal: "write 'no, thank you' on a card". A single quoted word stays readable.
QUOTED = re.compile(r"""(?<!\w)(['"])(?=\w)[^\n'"]{1,80}(?:\w'\w[^\n'"]{0,80})?(?<=[\w.,!?])\1(?!\w)""")
MOST_QUOTED = 0.6  # of a text; beyond it the goal itself stands in quotation marks


def quoted(text: str, units: Sequence[Unit]) -> Iterator[tuple[str, int, int]]:
    for match in QUOTED.finditer(text.translate(PLAIN)):
        first = bisect_left(units, match.start(), key=attrgetter("start"))
        last = bisect_left(units, match.end(), key=attrgetter("start"))
        if last - first > 1 and match.end() - match.start() < MOST_QUOTED * len(text.strip()):
            yield "label", first, last


def words_of(text: str) -> Words:
    units = tuple(joined(list(chatted(list(single(text))))))
    return Words(text, units, "".join(unit.letter for unit in units)).marked(quoted(text, units))
