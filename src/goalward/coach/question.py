"""The one next question, in the order that helps most: what, how would you know, by when or how often, what could get
in the way, why. Every question can be skipped; where nothing sensible is left, nothing is asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from goalward.coach.clauses import says
from goalward.coach.concerns import Found
from goalward.coach.parse import Parse
from goalward.coach.reading import Question
from goalward.coach.verdicts import Judged
from goalward.messages import Message, in_english

__all__ = ["question_for"]


@dataclass(frozen=True, slots=True)
class Known:
    """What a question depends on."""

    parsed: Parse
    concerns: frozenset[str]
    aim: Judged | None  # what the goal is mostly about

    def says(self, cls: str) -> bool:
        return says(self.parsed.words, cls, 0, len(self.parsed.words.letters))


# The first that holds is asked.
WHAT_BY_CONCERN = {
    "harm": Message("coach.ask_why"),
    "other": Message("coach.ask_your_part"),
    "chance": Message("coach.ask_in_your_hands"),
    "feeling": Message("coach.ask_then"),
    "dose": Message("coach.ask_smaller"),
}
WHAT_BY_KIND = {
    "umbrella": Message("coach.ask_one_thing"),
    "behaviour": Message("coach.ask_what_it_looks_like"),
    "compared": Message("coach.ask_how_much"),
    "wish": Message("coach.ask_first_place"),
}


ONCE = frozenset({"one_off", "done", "finished", "measured", "rated"})  # kinds with an end of their own


def what(known: Known) -> Message | None:
    concerned = next((message for kind, message in WHAT_BY_CONCERN.items() if kind in known.concerns), None)
    if concerned or (known.aim and known.aim.specific):
        return concerned
    if known.aim and known.aim.stops:
        return Message("coach.ask_instead")
    return WHAT_BY_KIND.get(known.aim.kind if known.aim else "", Message("coach.ask_ordinary_day"))


def how_known(known: Known) -> Message | None:
    if any(each.measurable for each in known.parsed.judged) or waits(known.parsed, known.aim):
        return None
    if known.aim and known.aim.kind == "event":
        return Message("coach.ask_how_often_now")
    if known.aim and known.aim.stops:
        return Message("coach.ask_instead")
    return (
        Message("coach.ask_how_often")
        if known.aim and known.aim.kind in {"habit", "act"}
        else Message("coach.ask_how_know")
    )


def when(known: Known) -> Message | None:
    if "past" in known.concerns:
        return Message("coach.ask_new_date")
    if unclear := next((d for d in known.parsed.deadlines if d.day is None and d.has_figures), None):
        return Message("coach.ask_which_day", {"words": known.parsed.typed.said(unclear.first, unclear.last)})
    if known.parsed.of_kind("deadline"):
        return None
    once = known.aim is not None and known.aim.kind in ONCE and not known.parsed.of_kind("frequency")
    return Message("coach.ask_by_when") if once else Message("coach.ask_until_when")


def obstacle(known: Known) -> Message | None:
    if "absolute" in known.concerns:
        return Message("coach.ask_good_enough")
    return None if known.says("when") or known.says("each_time") else Message("coach.ask_in_the_way")


def why(known: Known) -> Message | None:
    return None if known.says("because") else Message("coach.ask_why")


def in_the_way(_: Known) -> Message:
    return Message("coach.ask_in_the_way")


Asks = tuple[Callable[[Known], Message | None], ...]
ORDER: Asks = (what, how_known, when, obstacle, why)
STAYING_SAFE: Asks = (what, in_the_way)  # nobody who reaches out is asked how many times a week


def question_for(parsed: Parse | None, concerns: Sequence[Found], *, staying_safe: bool = False) -> Question | None:
    """``parsed`` is None for a text in another language, which gets a plain question only."""
    if parsed is None:
        return asked(Message("coach.ask_in_english"))
    known = Known(parsed, frozenset(each.kind for each in concerns), main_aim(parsed))
    message = next((message for ask in (STAYING_SAFE if staying_safe else ORDER) if (message := ask(known))), None)
    return asked(message) if message else None


def asked(message: Message) -> Question:
    return Question(message.id, in_english(message))


def waits(parsed: Parse, aim: Judged | None) -> bool:
    """ "Breathe out when I panic": done when its moment comes, so nobody can say how often."""
    return aim is not None and says(parsed.words, "when|each_time", aim.clause.last, aim.clause.last + 1)


def main_aim(parsed: Parse) -> Judged | None:
    """The clearest clause: specific before vague, the first of several."""
    aims = sorted(
        (each for each in parsed.judged if each.kind not in {"none", "fragment"}), key=lambda each: not each.specific
    )
    return aims[0] if aims else None
