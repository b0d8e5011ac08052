"""The person's own words for what they aim at, cut so that a sentence can be built around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from goalward.coach.clauses import says
from goalward.coach.concerns import Found
from goalward.coach.lexicon import lexicon
from goalward.coach.parse import Parse
from goalward.coach.verdicts import Judged

__all__ = ["Own", "own_words"]

EDGES = " \t\n.,;:!?-–—…\"'“”()"
LONGEST = 160  # characters: more than this is no phrase to build a sentence around
VERBS = (
    "habit",
    "one_off",
    "light",
    "watchable",
    "intake_verb",
    "mental",
    "umbrella_behaviour",
    "umbrella_verb",
    "begins",
    "down",
    "vague_phrase",
    "social_wish",
    "starting",
    "learning",
)


@dataclass(frozen=True, slots=True)
class Own:
    """``form`` says how the words can be used: "act" ("walk with Sam"), "thing" ("more sleep"), "away" ("yelling"),
    "symptom" ("panic attacks"), or "" where there are none."""

    words: str
    form: str
    specific: bool = False
    measurable: bool = False
    once: bool = False
    compared: str = ""


NOTHING = Own("", "")
DOUBLING = re.compile(r"[^aeiou]*[aeiou][bdgmnprt]")  # "run", "quit" without its u, "shop"


def own_words(parsed: Parse, aim: Judged | None, concerns: Sequence[Found]) -> Own:
    if aim is None or aim.clause.head >= aim.clause.last:
        return NOTHING
    words = cut(parsed, aim)
    if not words or len(words) > LONGEST:
        return NOTHING
    first = parsed.typed.units[aim.clause.head]
    if aim.stops:
        symptom = any(each.kind == "feeling" for each in concerns)
        form = "symptom" if symptom and first.word == lexicon().lemma(first.word) else "away"
        return Own(gerund(words, parsed, aim) if form == "away" else words, form)
    is_act = any(says(parsed.words, cls, aim.clause.head, aim.clause.head + 1) for cls in VERBS)
    if not aim.specific:
        return Own(small(plain(words, first.word)), "act" if is_act else "thing")
    sentence = f"I will {small(plain(words, first.word))}" if is_act else f"My goal: {small(words)}"
    return Own(sentence, "act", True, aim.measurable, aim.kind == "one_off", compared(parsed, aim))


def cut(parsed: Parse, aim: Judged) -> str:
    start, end = parsed.typed.units[aim.clause.head].start, parsed.typed.units[aim.clause.last - 1].end
    return parsed.typed.text[start:end].strip(EDGES)


def compared(parsed: Parse, aim: Judged) -> str:
    if aim.kind not in {"compared", "event"}:
        return ""
    words = {unit.word for unit in parsed.typed.units[aim.clause.first : aim.clause.last]}
    return "less" if words & {"less", "fewer"} else "more"


def small(words: str) -> str:
    """Without a capital at the start, unless the word is one that keeps it: "I", "NA", a name is left to chance."""
    first = words.split(maxsplit=1)[0]
    return (
        words if first in {"I", "I'm", "I’m"} or (len(first) > 1 and first.isupper()) else words[0].lower() + words[1:]
    )


def plain(words: str, first: str) -> str:
    """ "Maintains brisk walking" and "Walking with Sam" after "I will"."""
    lemma = lexicon().lemma(first)
    return lemma + words[len(first) :] if lemma != first and " " not in first else words


def gerund(words: str, parsed: Parse, aim: Judged) -> str:
    """ "yelling at my kids" from "yell at my kids"; a thing stays as it is."""
    first = parsed.typed.units[aim.clause.head].word.split()[0]
    is_act = any(says(parsed.words, cls, aim.clause.head, aim.clause.head + 1) for cls in VERBS)
    return small(words) if not is_act or first.endswith("ing") else ing(first) + words[len(first) :]


def ing(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return verb + (verb[-1] if DOUBLING.fullmatch(verb) else "") + "ing"
