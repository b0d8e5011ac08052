"""The person's own words for what they aim at, cut so that a sentence can be built around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from goalward.coach.clauses import says
from goalward.coach.concerns import Found
from goalward.coach.framing import asks_for_less
from goalward.coach.grammar import grammar
from goalward.coach.lexicon import lexicon, plain_forms
from goalward.coach.parse import Parse
from goalward.coach.verdicts import Judged

__all__ = ["Own", "own_words"]

EDGES = ' \t\n.,;:!?-–—…"“”(['
LONGEST = 160  # characters: more than this is no phrase to build a sentence around
VERBS = (
    "habit|one_off|light|watchable|intake_verb|mental|umbrella_behaviour|umbrella_verb|begins|down|vague_phrase"
    "|social_wish|starting|learning|ability|growing|kept|drop_verb|enduring"
)
VERB_CLASSES = frozenset(VERBS.split("|"))
DOUBLING = re.compile(r"[^aeiou]*[aeiou][bdgmnprt]")  # "run", "shop"


@dataclass(frozen=True, slots=True)
class Own:
    """``form`` says how the words can be used: "act" ("walk with Sam"), "thing" ("more sleep"), "third" ("Client will
    walk"), or "" where there are none. ``away`` is what shall end."""

    words: str
    form: str
    compared: str = ""
    away: str = ""
    is_felt: bool = False  # it is a feeling or a symptom,
    is_thing: bool = False  # and a thing ("panic attacks"), not a verb ("worrying")

    @property
    def sentence(self) -> str:
        lead = {"act": "I will ", "thing": "My goal: "}
        return lead.get(self.form, "") + self.words


NOTHING = Own("", "")
ENDS = "deadline|period|feast|past|masked"


def own_words(parsed: Parse, aim: Judged | None, concerns: Sequence[Found]) -> Own:
    if aim is None:
        return NOTHING
    first = min(aim.clause.first + frame_of(parsed, aim), aim.clause.head)
    words = cut(parsed, first, end_of(parsed, aim))
    if not words or len(words) > LONGEST:
        return NOTHING
    base = as_act(parsed, first, words)
    said = Own(base or small(words), "act" if base else "thing", compared(parsed, aim))
    if says(parsed.typed, "client|title", aim.clause.first, first) and aim.specific:
        said = Own(cut(parsed, aim.clause.first, end_of(parsed, aim)), "third", said.compared)
    return avoided(parsed, aim, concerns, said) if aim.stops else said


def frame_of(parsed: Parse, aim: Judged) -> int:
    frame = grammar("frame").at(parsed.words.letters[aim.clause.first : aim.clause.last])
    return frame[2] if frame else 0


def end_of(parsed: Parse, aim: Judged) -> int:
    """Where the sentence of a clear aim ends; a vague one ends with its clause and circumstances."""
    ends, last = ("stop|aside|equals|past", len(parsed.words.units)) if aim.specific else ("comma", aim.clause.end)
    return next((at for at in range(aim.clause.head, last) if says(parsed.words, ends, at, at + 1)), last)


def cut(parsed: Parse, first: int, last: int) -> str:
    while first + 1 < last and says(parsed.words, "chatter|aside|open|and|comma", last - 1, last):
        last -= 1
    start, end = parsed.typed.extent(first, last)
    return parsed.typed.text[start:end].strip(EDGES)


def as_act(parsed: Parse, first: int, words: str) -> str:
    """The words as they follow "I will", or "" where they do not: "Maintains a diary" gives "maintain a diary"."""
    if says(parsed.typed, "activity_noun", first, first + 1):
        return ""
    said = words.split(maxsplit=1)[0].lower()
    plain = next((form for form in plain_forms(said) if is_verb(form)), "")
    if plain:
        return plain + words[len(said) :]
    hung = first > 0 and says(parsed.words, "will|want|i", first - 1, first)
    known = says(parsed.typed, VERBS, first, first + 1) or is_verb(said) or (hung and not lexicon().words.get(said))
    return small(words) if known and not said.endswith("ing") else ""


def is_verb(word: str) -> bool:
    return not lexicon().words.get(word, frozenset()).isdisjoint(VERB_CLASSES)


def avoided(parsed: Parse, aim: Judged, concerns: Sequence[Found], said: Own) -> Own:
    """What shall end, as it stands after "instead of": "yelling at my kids"."""
    first = head = aim.clause.head
    while first > aim.clause.first and says(parsed.words, "masked", first - 1, first):
        first -= 1  # "my 3pm" of "my 3pm coffee"
    last = next((at for at in range(head, aim.clause.end) if says(parsed.words, ENDS, at, at + 1)), aim.clause.end)
    is_felt = any(each.kind == "feeling" for each in concerns)
    if (
        is_felt
        and says(parsed.typed, "light", first, first + 1)
        and says(parsed.typed, "symptom", first + 1, first + 2)
    ):
        first += 1  # "stop having panic attacks"
    words = cut(parsed, first, last).removesuffix(" again")
    if not words or says(parsed.typed, "third", first, first + 1):
        return NOTHING  # "I don't want it to run my life"
    begins = words.split(maxsplit=1)[0]
    is_thing = begins.endswith("ing") or says(parsed.typed, "none_of", first - 1, first)  # "no phone in bed"
    is_act = says(parsed.typed, VERBS, first, first + 1) and not is_thing
    doing = ing(begins.lower()) + words[len(begins) :] if is_act else small(words)
    return Own(said.words, said.form, said.compared, doing, is_felt, is_felt and not (is_act or begins.endswith("ing")))


def compared(parsed: Parse, aim: Judged) -> str:
    if aim.kind not in {"compared", "event", "measured"}:
        return ""
    return "less" if asks_for_less(parsed.typed, aim.clause, aim.clause.last) else "more"


def small(words: str) -> str:
    """Without a capital at the start, unless the word keeps it: "I", "NA"."""
    first = words.split(maxsplit=1)[0]
    return words if first == "I" or first[1:2].isupper() or first[1:2] in {"'", "’"} else words[0].lower() + words[1:]


def ing(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye", "be")):
        return verb[:-1] + "ing"
    return verb + (verb[-1] if DOUBLING.fullmatch(verb) else "") + "ing"
