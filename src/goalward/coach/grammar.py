"""Patterns over words. A goal becomes a string with one letter per word, and a rule an ordinary regular expression.

All words of the same classes share a letter, so ``<weekday>`` in a rule is the set of letters whose words are
weekdays, and a bare ``by`` the set of letters (one) whose words include "by". A rule can so be read aloud:

    by_day: (by|before|until) (next|this)? <weekday>

A phrase that the lexicon joins is quoted ("used to"), ``_`` is any word, everything else is regular expression
syntax, and spaces mean nothing. ``name = ...`` names a piece that ``{name}`` inserts.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from goalward.coach.lexicon import lexicon, lines

__all__ = [
    "FOUND",
    "NUMBER_BANDS",
    "Alphabet",
    "Grammar",
    "GrammarError",
    "Match",
    "alphabet",
    "grammar",
    "letters_of",
    "number_classes",
]

FOLDER = Path(__file__).parent / "data" / "grammar"
FIRST_LETTER = 0xE000  # private use: no syntax lives there
ONE = r"""(?:<[\w|]+>|"[^"]+"|[a-z'][\w'.-]*)"""
ELEMENT = re.compile(
    rf"""(?P<syntax>\(\?<?[=!:]|\{{\d*,?\d*\}}) | (?P<set>{ONE}|\(\s*{ONE}(?:\s*\|\s*{ONE})+\s*\))
      | \{{(?P<piece>\w+)\}} | (?P<any>_) | (?P<space>\s+) | (?P<other>.)""",
    re.VERBOSE,
)
NAMED = re.compile(r"""<(?P<cls>[\w|]+)>|"(?P<phrase>[^"]+)"|(?P<word>[a-z'][\w'.-]*)""")
DEFINITION = re.compile(
    r"^(?P<name>\w+)\s*(?P<kind>[=:])\s*(?P<pattern>.*?)\s*(?=^\w+\s*[=:]|\Z)", re.MULTILINE | re.DOTALL
)

# A number is more than a number: it may be a day of the month, an hour, an age, a year.
NUMBER_BANDS = (("dom", 1, 31), ("hour", 1, 12), ("age", 13, 99), ("year", 1900, 2100), ("day_hours", 24, 96))
KINDS = ("date", "clock", "ratio", "percent", "money", "times", "ordinal", "chain", "level")
MARKS = ("comma", "stop", "open", "close", "colon", "slash", "dash", "equals", "plus", "other")
# What the stages put in place of words.
FOUND = (
    *("masked", "aside", "label", "day", "deadline", "period", "feast", "past"),
    *("duration", "frequency", "weekly", "quantity", "rated", "share", "part"),
)

Definition = tuple[str, str, str]  # name, "=" for a piece or ":" for a rule, pattern
Match = tuple[str, int, int]  # rule, first word, word after the last


class GrammarError(Exception):
    """A rule names a piece or a class that does not exist."""


def number_classes(value: float | None, *, whole: bool = True) -> frozenset[str]:
    bands = {name for name, least, most in NUMBER_BANDS if whole and value is not None and least <= value <= most}
    return frozenset({"number", *bands})


@dataclass(frozen=True, slots=True)
class Alphabet:
    """One letter for each combination of classes. ``words`` gives the letter of a known word at once."""

    letters: Mapping[frozenset[str], str]
    words: Mapping[str, str]
    unknown: str
    alone: Mapping[str, str]

    def of(self, cls: str) -> str:
        """The letter of words that are of this class alone."""
        return self.alone[cls]

    def having(self, cls: str) -> str:
        return "".join(letter for classes, letter in self.letters.items() if cls in classes)


@cache
def letters_of(cls: str) -> frozenset[str]:
    """The letters of all words of a class, or of any of several: "when|each_time"."""
    return frozenset("".join(map(alphabet().having, cls.split("|"))))


def literal(word: str) -> str:
    """The class of one word only, for rules that name it."""
    return f"'{word}"


def definitions(path: Path) -> Iterator[Definition]:
    """A line that starts no definition continues the one before."""
    for found in DEFINITION.finditer("\n".join(lines(path))):
        yield found["name"], found["kind"], found["pattern"]


@cache
def sources() -> Mapping[str, list[Definition]]:
    return {path.stem: list(definitions(path)) for path in sorted(FOLDER.glob("*.txt"))}


def sets_in(patterns: Iterable[str]) -> Iterator[str]:
    """What rules ask a word to be: "<weekday>", "by", "(by|<ahead>)"."""
    return (found for pattern in patterns for element in ELEMENT.finditer(pattern) if (found := element["set"]))


@cache
def classes_in(one: str) -> tuple[str, ...]:
    """The classes of such a set."""
    found: list[str] = []
    for named in NAMED.finditer(one):
        word = named["word"] or named["phrase"]
        found += [literal(word)] if word else named["cls"].split("|")
    return tuple(found)


def named_words() -> set[str]:
    patterns = (pattern for stage in sources().values() for _, _, pattern in stage)
    return {word[1:] for one in set(sets_in(patterns)) for word in classes_in(one) if word.startswith("'")}


def unspoken() -> Iterator[frozenset[str]]:
    """The combinations that no lexicon lists: numbers by size, kinds of figures, marks, what the stages leave."""
    yield frozenset()
    edges = (edge for _, least, most in NUMBER_BANDS for edge in (least, most + 1))
    yield from (number_classes(value) for value in (0, *edges))  # they change nowhere else
    yield from (frozenset({name}) for name in (*KINDS, *MARKS, *FOUND, "possessive"))


def classes_of(word: str, named: set[str]) -> frozenset[str]:
    """The classes of a word that rules name; one that names "comes" takes it not away from those that say "come"."""
    known, plain = lexicon().words, lexicon().lemma(word)
    by_ending = next((known[f"-{end}"] for end in lexicon().endings if word.endswith(end)), frozenset[str]())
    return known.get(plain, by_ending) | {literal(form) for form in (word, plain) if form in named}


@cache
def alphabet() -> Alphabet:
    known, named = lexicon().words, named_words()
    classes = {**known, **{word: classes_of(word, named) for word in named}}
    combinations = dict.fromkeys([*unspoken(), *sorted(set(classes.values()), key=sorted)])
    letters = {combination: chr(FIRST_LETTER + place) for place, combination in enumerate(combinations)}
    alone = {name: letter for found, letter in letters.items() if len(found) == 1 for name in found}
    return Alphabet(letters, {word: letters[found] for word, found in classes.items()}, letters[frozenset()], alone)


@dataclass(frozen=True, slots=True)
class Grammar:
    """The rules of one stage, in order: where two match at the same place, the first wins.

    ``reading`` turns the letters of a goal into the stage's own, fewer ones: words that its rules do not tell apart
    share a letter there. That keeps the sets in the rules small, and small sets are quick to compile.
    """

    rules: re.Pattern[str]
    reading: Mapping[int, str]

    def find(self, letters: str) -> Iterator[Match]:
        """Matches from left to right, none overlapping."""
        for match in self.rules.finditer(letters.translate(self.reading)):
            if match.lastgroup and match.end() > match.start():
                yield match.lastgroup, match.start(), match.end()

    def at(self, letters: str, start: int = 0) -> Match | None:
        """The rule that matches from ``start`` on, though it may take no word."""
        match = self.rules.match(letters.translate(self.reading), start)
        return (match.lastgroup, match.start(), match.end()) if match and match.lastgroup else None


# Letters for a stage, without those that mean something in a regular expression. Those below 256 make quick sets.
SIGNS = [chr(code) for code in range(1, 0x400) if chr(code).isalnum() or code < 0x20 or 0x7F <= code < 0x100]  # noqa: PLR2004


def by_weight(members: Iterable[frozenset[str]], uses: Mapping[str, int]) -> list[frozenset[str]]:
    """Those first that the rules name most, where they name them among others: one alone needs no set."""
    sizes = Counter(one for each in members for one in each)
    weight = {each: -sum(uses[one] for one in each if sizes[one] > 1) for each in members}
    return sorted(weight, key=lambda each: (weight[each], sorted(each)))


class Signs:
    """A stage's own letters: combinations of classes that no rule tells apart share one.

    ``uses`` counts how often the rules name each set; what they name most gets the quickest letters.
    """

    def __init__(self, combinations: Iterable[frozenset[str]], uses: Mapping[str, int]) -> None:
        naming: defaultdict[str, set[str]] = defaultdict(set)
        for one in uses:
            for cls in classes_in(one):
                naming[cls].add(one)
        named, nothing = frozenset(naming), frozenset[str]()
        told_apart = {each: each & named for each in combinations}
        sets = {found: nothing.union(*map(naming.__getitem__, found)) for found in set(told_apart.values())}
        signs = dict(zip(by_weight(set(sets.values()), uses), SIGNS, strict=False))
        self.by_classes = {each: signs[sets[found]] for each, found in told_apart.items()}
        self.by_set: defaultdict[str, str] = defaultdict(str)
        for found, sign in signs.items():
            for one in found:
                self.by_set[one] += sign

    def set_of(self, one: str) -> str:
        """The letters of the words that a set holds."""
        found = self.by_set[one]
        if not found:
            raise GrammarError(f"no word is in {one}")
        return found if len(found) == 1 else f"[{found}]"


def translated(pattern: str, pieces: Mapping[str, str], signs: Signs) -> Iterator[str]:
    for element in ELEMENT.finditer(pattern):
        if element["set"]:
            yield signs.set_of(element["set"])
        elif element["piece"]:
            if element["piece"] not in pieces:
                raise GrammarError(f"no piece is called {{{element['piece']}}}")
            yield f"(?:{pieces[element['piece']]})"
        elif not element["space"]:
            yield "." if element["any"] else "(?:" if element[0] == "(" else element[0]


def compiled(definitions: Iterable[Definition], signs: Signs) -> dict[str, str]:
    """The rules as regular expressions, by name."""
    pieces: dict[str, str] = {}
    rules: dict[str, str] = {}
    for name, kind, pattern in definitions:
        (pieces if kind == "=" else rules)[name] = "".join(translated(pattern, pieces, signs))
    return rules


@cache
def grammar(stage: str) -> Grammar:
    """The rules of ``data/grammar/<stage>.txt``."""
    rules = sources()[stage]
    signs = Signs(alphabet().letters, Counter(sets_in(pattern for _, _, pattern in rules)))
    reading = {ord(letter): signs.by_classes[classes] for classes, letter in alphabet().letters.items()}
    patterns = (f"(?P<{name}>{rule})" for name, rule in compiled(rules, signs).items())
    return Grammar(re.compile("|".join(patterns), re.DOTALL), reading)
