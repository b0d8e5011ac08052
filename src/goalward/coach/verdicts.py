"""What a stranger could look for, and what could be counted, in each clause and so in the goal."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from goalward.coach.clauses import Clause, lead_of, says
from goalward.coach.grammar import grammar
from goalward.coach.words import Words

__all__ = ["Judged", "judge"]


class Judged(NamedTuple):
    """``stops``: the clause is about ending something. ``others``: it is about what somebody else does."""

    clause: Clause
    kind: str
    specific: bool
    measurable: bool
    stops: bool
    others: bool


YARDSTICKS = "quantity|frequency|weekly|duration|rated|share|part|each_time|none"
FRAGMENTS = frozenset({"none", "fragment"})
NEVER_SPECIFIC = frozenset({*FRAGMENTS, "vague", "umbrella", "mental", "state", "growing"})
WITH_DETAIL = frozenset({"behaviour", "compared"})
NEVER_MEASURED = frozenset({*FRAGMENTS, "vague", "mental", "state", "growing"})
ACTS = frozenset({"habit", "act", "named", "one_off", "done"})
ONE_OF_THEM = "masked|definite|number|quantity|none|name_title|kin|possessive|preposition|chatter"
ASKING = frozenset({"ask", "check", "find out", "tell", "enquire"})
DEFINITE = "definite|possessive|name_title|third"
UNTIL = frozenset({"by", "before", "within", "in", "until", "till", "over", "during"})
LASTING = frozenset({"event", "clean", "enduring", "starved"})
ON_THE_DAY = frozenset({"on", "at", "tomorrow", "tonight", "today"})
ONGOING = "ability|learning|starting"


def kind_at(words: Words, head: int, last: int) -> str:
    found = grammar("kinds").at(words.letters[head:last]) if head < last else None
    return found[0] if found else "none"


def has_yardstick(words: Words, clause: Clause, kind: str) -> bool:
    return says(words, yardsticks(kind), clause.start, clause.end)


def yardsticks(kind: str) -> str:
    """A bare percentage measures what can be counted, not "sleep 50 % better"; "weekly" compared is no "less"."""
    return YARDSTICKS.replace({"compared": "weekly|", "behaviour": "part|"}.get(kind, ""), "")


def has_detail(words: Words, clause: Clause, kind: str) -> bool:
    """A yardstick, a place, an occasion or a method, which turn "exercise" into something to look for."""
    details = {rule for rule, _, _ in grammar("detail").find(words.letters[clause.start : clause.end])}
    tied = bool(details - {"place"} if kind == "compared" else details)  # "go school more" compares, and no more
    measured = has_yardstick(words, clause, kind) or says(words, "weekly|feast", clause.start, clause.end)
    return tied or measured


def is_specific(words: Words, clause: Clause, kind: str) -> bool:
    if kind == "wish":
        return has_yardstick(words, clause, kind)
    return kind not in NEVER_SPECIFIC and (kind not in WITH_DETAIL or has_detail(words, clause, kind))


def is_measurable(words: Words, clause: Clause, kind: str, *, stops: bool) -> bool:
    if kind in NEVER_MEASURED:
        return False
    if kind == "rated" or has_yardstick(words, clause, kind):
        return True
    bounded = says(words, "period|feast", clause.first, clause.end)
    if stops or kind in LASTING or (bounded and says(words, "not", clause.first, clause.head)):
        return bounded
    if clause.method or (says(words, ONGOING, clause.first, clause.head) and not is_one_event(words, clause)):
        return False
    if kind == "finished":
        return not on_condition(words, clause)
    return kind == "done" or (kind in ACTS and happens_once(words, clause, kind))


def happens_once(words: Words, clause: Clause, kind: str) -> bool:
    """A single thing that is finished once it is done: "hand in my notice"; "reply to the letter by Friday"."""
    bounds = "deadline|feast|past" + "|period" * (kind == "one_off")
    goes_on = says(words, "when|relative", clause.last, clause.last + 1)
    due = says(words, bounds, clause.first, clause.end if goes_on else clause.last)
    again = says(words, "comparative", clause.head, clause.last) or on_condition(words, clause)
    if again or (is_plural(words, clause) and not due):
        return False
    if due and is_on_a_day(words, clause):
        return True
    return kind == "one_off" or (due and says(words, DEFINITE, clause.head + 1, clause.last))


def is_on_a_day(words: Words, clause: Clause) -> bool:
    """ "Tomorrow", "on Saturday", "at the next session": done then, it is done; not so "by Saturday"."""
    day = day_in(words, clause.head, clause.end)
    return day < clause.end and words.units[day].word in ON_THE_DAY


def day_in(words: Words, first: int, last: int) -> int:
    """Where the first deadline starts; ``last`` where there is none."""
    return next((place for place in range(first, last) if says(words, "deadline|feast", place, place + 1)), last)


def is_one_event(words: Words, clause: Clause) -> bool:
    """ "Be able to go to Jo's wedding on 12 June": one definite event, where "be able to" else measures nothing."""
    day = day_in(words, clause.head, clause.last)
    able = says(words, "ability", clause.first, clause.head)
    on_the_day = day < clause.last and words.units[day].word not in UNTIL
    definite = on_the_day and (words.units[day].word == "at" or says(words, DEFINITE, clause.head + 1, day))
    return able and definite


def on_condition(words: Words, clause: Clause) -> bool:
    """ "Breathe out when I panic" comes again and again; "when I am home this weekend" once, as does "ask if I may"."""
    if words.units[clause.head].word in ASKING:
        return False
    again = says(words, "when", clause.last, clause.last + 1)
    return again and not says(words, "deadline", clause.last, clause.end)


def is_plural(words: Words, clause: Clause) -> bool:
    """ "Apply for jobs" has no end; "apply for the jobs in the list" has."""
    if words.units[clause.head].word.endswith((" the", " my")):
        return False
    after = words.units[clause.head + 1 : clause.last]
    for place, unit in enumerate(after[:4], clause.head + 1):
        if says(words, ONE_OF_THEM, place, place + 1):
            return False
        if unit.word.endswith("s") and not unit.word.endswith(("ss", "us", "is", "'s")):
            return True
    return False


def judge(words: Words, clauses: Sequence[Clause], others: Collection[tuple[int, int]] = ()) -> list[Judged]:
    """``others``: where the words say that somebody else shall do something, up to what they shall do."""
    return judged(words, clauses, others)


def judged(words: Words, clauses: Sequence[Clause], others: Collection[tuple[int, int]]) -> list[Judged]:
    found: list[Judged] = []
    start = None  # of a fragment before: "at 7 every evening, phone goes in the drawer"
    for each in clauses:
        clause = each if start is None else each._replace(start=start)
        theirs = theirs_from(words, clause, others, found[-1] if found else None)
        one = judged_own(words, clause) if theirs is None else judged_of_others(words, clause, theirs)
        if one.kind in FRAGMENTS and found:
            found[-1] = measured_by(words, found[-1], clause)
        start = clause.start if one.kind in FRAGMENTS else None
        found.append(one)
    return found


def theirs_from(words: Words, clause: Clause, others: Collection[tuple[int, int]], before: Judged | None) -> int | None:
    """Where what somebody else shall do starts: also in what follows, "my ex to drop the case and say sorry"."""
    theirs = next((last for first, last in others if clause.first <= first < clause.end), None)
    goes_on = clause.joined and before is not None and before.others and clause.first == clause.head
    return clause.head if theirs is None and goes_on else theirs


def measured_by(words: Words, aim: Judged, clause: Clause) -> Judged:
    """With the amount that stands after it by itself: "pack my lunch instead of buying, 3 days out of 5"."""
    measures = aim.kind not in NEVER_MEASURED and not aim.others and has_yardstick(words, clause, aim.kind)
    return aim._replace(measurable=True) if measures else aim


def judged_of_others(words: Words, clause: Clause, theirs: int) -> Judged:
    kind = kind_at(words, theirs + lead_of(words, theirs, clause.last), clause.last)
    if kind == "none":  # all of it is in the words that show it: "hear from my father"
        kind = kind_at(words, clause.head, clause.last)
    return Judged(clause, kind, is_specific(words, clause, kind), measurable=False, stops=False, others=True)


def judged_own(words: Words, clause: Clause) -> Judged:
    stops = says(words, "stopping|none", clause.first, clause.head)
    kind = kind_at(words, clause.head, clause.last)
    measurable = is_measurable(words, clause, kind, stops=stops)
    return Judged(clause, kind, is_specific(words, clause, kind), measurable, stops, others=False)
