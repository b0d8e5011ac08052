"""Two or three wordings with blanks: they fill only what is missing, keep the person's words, invent no number."""

from __future__ import annotations

from collections.abc import Sequence
from string import Formatter

from goalward.coach.concerns import Found
from goalward.coach.own_words import Own, own_words
from goalward.coach.parse import Parse
from goalward.coach.question import main_aim
from goalward.coach.reading import Offer
from goalward.messages import Message, catalogue, in_english

__all__ = ["BLANK", "offers_for"]

BLANK = "____"
AT_MOST = 3

# Which wordings fit, by what the person's words are and what is missing. The first that fits is taken.
PLAIN = ("coach.offer_plain", "coach.offer_plain_after")
BY_FORM = {  # nothing yet that a stranger could look for
    "act": ("coach.offer_if_could", "coach.offer_to", "coach.offer_to_on_days"),
    "thing": ("coach.offer_for", "coach.offer_for_on_days"),
    "away": ("coach.offer_instead", "coach.offer_instead_when"),
    "symptom": ("coach.offer_with_or_without", "coach.offer_next_time"),
    "": PLAIN,
}


def offer(message_id: str, **said: str) -> Offer:
    """The sentence with the person's words in it, and a line to write on for everything else."""
    names = [name for _, name, _, _ in Formatter().parse(catalogue()[message_id]) if name]
    blanks = tuple(name for name in names if name not in said)
    return Offer(in_english(Message(message_id, {**dict.fromkeys(blanks, BLANK), **said})), blanks)


def offers_for(parsed: Parse, concerns: Sequence[Found]) -> tuple[Offer, ...]:
    own = own_words(parsed, main_aim(parsed), concerns)
    return tuple(
        offer(message_id, words=own.words) for message_id in wordings(parsed, own, {each.kind for each in concerns})
    )[:AT_MOST]


def wordings(parsed: Parse, own: Own, concerns: set[str]) -> tuple[str, ...]:
    if {"other", "chance"} & concerns:
        return ("coach.offer_my_part", "coach.offer_plain")
    if own.form in {"away", "symptom", ""} or not own.specific:
        return BY_FORM[own.form]
    bounded = bool(parsed.of_kind("deadline"))
    if "past" in concerns:
        return ("coach.offer_by", "coach.offer_on")
    if not own.measurable:
        return unmeasured(own, bounded=bounded)
    if not bounded:
        return ("coach.offer_by", "coach.offer_on") if own.once else ("coach.offer_until", "coach.offer_weeks")
    return ("coach.offer_obstacle", "coach.offer_hard_day")


def unmeasured(own: Own, *, bounded: bool) -> tuple[str, ...]:
    if own.compared:
        return ("coach.offer_at_most" if own.compared == "less" else "coach.offer_at_least", "coach.offer_in_place_of")
    if bounded:
        return ("coach.offer_times", "coach.offer_days", "coach.offer_after")
    return ("coach.offer_times_until", "coach.offer_days_until", "coach.offer_after")
