"""From a text as typed to plain words: text-speak spelt out, slips mended, a clinician's "client" read as "I"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

__all__ = ["Speller", "words_of"]

TOKEN = re.compile(
    r"(?P<word>[wb]/[oc]?(?![\w/])|[^\W\d_]+(?:['’‘ʼ`´*@$0134]+[^\W\d_]+)*)"
    r"|(?P<number>\d+(?:[.,]\d+)*)"
    r"|(?P<end>[.!?;…\n]+)"
    r"|(?P<pause>[,:()—–]|\s-+(?=\s))"
    r"|(?P<sign>[/&+😂🤣😅💀])"
)
APOSTROPHES = str.maketrans("’‘ʼ`´", "'''''")
DISGUISES = str.maketrans("013450@$", "oieasoas")
LONG_DRAWN = re.compile(r"(.)\1{2,}")
NOT_A_NAME = frozenset({".", ","})

LONG_ENOUGH_TO_MEND = 6
MOST_APOSTROPHES = 3  # in one word, as in "shouldn't've"; more are no spelling
OPENING = 4


class Speller(NamedTuple):
    """Words to replace, words often misspelt (by each of their shortenings), and what is known of every other word."""

    spellings: Mapping[str, tuple[str, ...]]
    shortened: Mapping[str, str]
    first_person: Mapping[str, str]
    known: Mapping[str, Sequence[str]]

    def is_a(self, label: str, word: str) -> bool:
        return label in self.known.get(word, ())

    def spell(self, typed: str) -> tuple[str, ...]:
        word = LONG_DRAWN.sub(r"\1", typed).replace("''", "'")
        if word in self.spellings:
            return self.spellings[word]
        if word in self.known:
            return (word,)
        if word.count("'") > MOST_APOSTROPHES:
            return tuple(part for piece in word.split("'") if piece for part in self.spell(piece))
        stem, apostrophe, tail = word.rpartition("'")
        if apostrophe and stem:
            return self.spell(stem) + self.spellings.get("'" + tail, (tail,))
        return (self._mended(word),)

    def _mended(self, word: str) -> str:
        if not word.isalpha():
            plain = word.translate(DISGUISES)
            return plain if plain in self.known else self.shortened.get(word.replace("*", ""), word)
        if len(word) < LONG_ENOUGH_TO_MEND:
            return word
        for cut in shortenings(word):
            meant = self.shortened.get(cut)
            if meant is not None and meant[0] == word[0] and abs(len(meant) - len(word)) <= 1:
                return meant
        return word


def shortenings(word: str) -> list[str]:
    """The word, and the word with any one letter left out: two words that share one differ by one slip."""
    return [word, *(word[:at] + word[at + 1 :] for at in range(1, len(word)))]


class Wording(NamedTuple):
    words: list[str]
    names: frozenset[int]


def words_of(text: str, speller: Speller) -> Wording:
    words: list[str] = []
    names: set[int] = set()
    for token in TOKEN.finditer(text):
        kind, typed = token.lastgroup, token.group()
        if kind == "word" and _looks_like_a_name(typed, words):
            names.add(len(words))
        words += _plain(str(kind), typed, speller)
        if joined := speller.spellings.get("_".join(words[-2:])):
            words[-2:] = joined
    return Wording(_as_the_writer(words, speller), frozenset(names))


def _looks_like_a_name(typed: str, words: list[str]) -> bool:
    return typed[0].isupper() and not typed.isupper() and bool(words) and words[-1] not in NOT_A_NAME


def _plain(kind: str, typed: str, speller: Speller) -> tuple[str, ...]:
    if kind == "number":
        return (_number(typed),)
    if kind == "end":
        return (".",)
    if kind == "pause":
        return (",",)
    return speller.spell(typed.lower().translate(APOSTROPHES))


def _number(typed: str) -> str:
    """'1,200' is a thousand and '2,5' two and a half."""
    whole, comma, rest = typed.partition(",")
    return whole + rest if comma and len(rest) == 3 else typed.replace(",", ".")  # noqa: PLR2004


def _as_the_writer(words: list[str], speller: Speller) -> list[str]:
    """A note about a client, "Client will not hurt herself", is that client's own goal: "I will not hurt myself"."""
    opening = words[:OPENING]
    if not any(speller.is_a("@client", word) for word in opening[:2]):
        return words
    if not any(speller.is_a("@note-verb", word) for word in opening[1:]):
        return words
    return [_in_first_person(word, after, speller) for word, after in zip(words, [*words[1:], "."], strict=True)]


def _in_first_person(word: str, after: str, speller: Speller) -> str:
    if word == "her":
        return "me" if speller.is_a("@after-an-object", after) else "my"
    return speller.first_person.get(word, word)
