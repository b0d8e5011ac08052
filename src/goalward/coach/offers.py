"""Two or three wordings with blanks: they fill only what is missing, keep the person's words, invent no number."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from string import Formatter

from goalward.coach.clauses import says
from goalward.coach.concerns import Found
from goalward.coach.own_words import Own, own_words
from goalward.coach.parse import Parse
from goalward.coach.question import main_aim, waits
from goalward.coach.reading import Offer
from goalward.coach.verdicts import Judged
from goalward.messages import Message, in_english, sentence

__all__ = ["BLANK", "offers_for"]

BLANK = "____"

# Which wordings fit, by the form of the person's words and by what is missing.
NOT_CLEAR = {
    "act": ("coach.offer_if_could", "coach.offer_to", "coach.offer_to_on_days"),
    "thing": ("coach.offer_aim", "coach.offer_aim_on_days"),
    "": ("coach.offer_plain", "coach.offer_plain_after"),
}
MY_PART = ("coach.offer_my_part", "coach.offer_my_part_on_days")
INSTEAD, INSTEAD_WHEN = "coach.offer_instead", "coach.offer_instead_when"
FELT = ("coach.offer_instead", "coach.offer_next_time_it_comes")
FELT_THING = ("coach.offer_with_or_without", "coach.offer_next_time")
SMALLER = ("coach.offer_first_step", "coach.offer_hard_day")
UNTIL, WEEKS = "coach.offer_until", "coach.offer_weeks"
ONCE = {"act": ("coach.offer_by", "coach.offer_on")}
ONCE_OTHERWISE = ("coach.offer_by", "coach.offer_done_when")
UNCOUNTED = {"act": ("coach.offer_times_until", "coach.offer_days_until", "coach.offer_after")}
UNCOUNTED_OTHERWISE = ("coach.offer_times_until", "coach.offer_done_when")
UNCOUNTED_BOUNDED = ("coach.offer_times", "coach.offer_done_when")
COMPARED = {
    "less": ("coach.offer_at_most", "coach.offer_in_place_of"),
    "more": ("coach.offer_at_least", "coach.offer_in_place_of"),
}
COMPLETE = ("coach.offer_obstacle", "coach.offer_hard_day")
BY_CONCERN: dict[str, tuple[str, ...]] = {"harm": (), "other": MY_PART, "chance": MY_PART, "dose": SMALLER}
LASTING = frozenset({"enduring", "clean"})


@cache
def named_in(message_id: str) -> tuple[str, ...]:
    return tuple(name for _, name, _, _ in Formatter().parse(sentence(message_id)) if name)


def offer(message_id: str, **said: str) -> Offer:
    """The sentence with the person's words in it, and a line to write on for everything else."""
    blanks = tuple(name for name in named_in(message_id) if name not in said)
    text = in_english(Message(message_id, {**dict.fromkeys(blanks, BLANK), **said}))
    return Offer(text, blanks)


def offers_for(parsed: Parse, concerns: Sequence[Found], *, staying_safe: bool = False) -> tuple[Offer, ...]:
    aim = main_aim(parsed)
    own = own_words(parsed, aim, concerns)
    kinds = {each.kind for each in concerns}
    wordings = COMPLETE if staying_safe else wordings_for(parsed, aim, own, kinds)
    return tuple(offer(each, words=own.words, sentence=own.sentence, away=own.away) for each in wordings)


def wordings_for(parsed: Parse, aim: Judged | None, own: Own, concerns: set[str]) -> tuple[str, ...]:
    concerned = next((offers for kind, offers in BY_CONCERN.items() if kind in concerns), None)
    if concerned is not None:
        return concerned
    bounded = bool(parsed.of_kind("deadline"))
    if own.away:
        return instead(parsed, own, bounded=bounded)
    if aim is None or not aim.specific or not own.words:
        return NOT_CLEAR[own.form][: 2 if bounded else None]
    if "past" in concerns or (is_once(parsed, aim) and not bounded):
        return ONCE.get(own.form, ONCE_OTHERWISE)
    return what_is_missing(parsed, aim, own, bounded=bounded)


def instead(parsed: Parse, own: Own, *, bounded: bool) -> tuple[str, ...]:
    if own.is_felt:
        return FELT_THING if own.is_thing else FELT
    measured = any(each.measurable for each in parsed.judged)
    return INSTEAD, UNTIL if measured and not bounded else INSTEAD_WHEN


def what_is_missing(parsed: Parse, aim: Judged, own: Own, *, bounded: bool) -> tuple[str, ...]:
    if any(each.measurable for each in parsed.judged) or aim.kind in LASTING:
        return COMPLETE if bounded else (UNTIL, WEEKS)
    if waits(parsed, aim):
        return COMPLETE
    if own.compared:
        return COMPARED[own.compared]
    return UNCOUNTED_BOUNDED if bounded else UNCOUNTED.get(own.form, UNCOUNTED_OTHERWISE)


def is_once(parsed: Parse, aim: Judged) -> bool:
    """ "Hand in the form", but not "finish work by 6pm" or "ask one question every day", which come round again."""
    comes_round = says(parsed.typed, "clock", aim.clause.first, aim.clause.last) or bool(parsed.of_kind("frequency"))
    return aim.kind in {"one_off", "done", "finished"} and not comes_round
