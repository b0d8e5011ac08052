"""How often: "daily", "3 times a week", "on Mondays", "4 out of 5 trials"."""

from __future__ import annotations

from goalward.coach.grammar import Match, grammar, letters_of
from goalward.coach.words import Words

__all__ = ["find_frequencies"]

AMOUNTS = "number|often|duration|money|percent|times|fraction|none"
REACH = {"per": 7, "per_loose": 2}  # words between an amount and its "a day"; "4 hours by night"


def has_amount(words: Words, match: Match) -> bool:
    """ "A day" says how often only after an amount: "2 litres a day", not "take a day off"."""
    rule, first, _ = match
    if rule not in REACH or (rule == "per" and words.units[first].word not in {"a", "an"}):
        return True
    return not letters_of(AMOUNTS).isdisjoint(words.letters[max(0, first - REACH[rule]) : first])


def find_frequencies(words: Words) -> list[Match]:
    return [match for match in grammar("frequency").find(words.letters) if has_amount(words, match)]
