"""Measures and their answers as pages show them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext

from goalward.charts import score_chart
from goalward.measures import (
    NOT_APPLICABLE,
    Answer,
    Domain,
    Item,
    Measure,
    MeasureError,
    RiskAnswer,
    RiskState,
    risk_answers,
    score,
)
from goalward.messages import Message
from goalward.progress import EvidenceLine, evidence_lines, is_due, say_result, say_scores, score_scale
from goalward.web.accounts.models import Person
from goalward.web.measures.models import Administration
from goalward.web.measures.queries import MeasureCourse, Planned, Sitting, measure_courses, open_ones, scales_of
from goalward.web.ui.figures import Figure, drawn, spoken
from goalward.web.ui.say import say, say_day
from goalward.web.ui.templatetags.ui import makers_words

DOMAINS = list(Domain)
DIGITS = "0123456789"
COME_FIRST = ("phq", "gad")  # low mood and worry: what most people come with


@dataclass(frozen=True, slots=True)
class Listed:
    """A measure in a list: how it stands, and what can be done. ``open``: it was begun and can be carried on."""

    planned: Planned
    when: str
    last: Sequence[str]
    is_due: bool
    open: Administration | None

    @property
    def is_stopped(self) -> bool:
        return self.planned.plan.stopped_at is not None


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One question with its answer in words, "" where it was skipped; ``change``: where it can be changed."""

    question: str
    answer: str
    change: str


def by_domain(measures: Iterable[Measure]) -> list[Measure]:
    """Symptoms first, then as the progress page has them; the shorter one of two that are about the same first."""
    return sorted(
        measures, key=lambda each: (DOMAINS.index(each.domain), each.id.rstrip("0123456789"), len(each.items))
    )


def listed(person: Person, planned: Sequence[Planned]) -> list[Listed]:
    open_by_plan, courses = open_ones(person), measure_courses(person, [each.plan for each in planned])
    return [
        row(
            each,
            today=person.today(),
            courses=[course for course in courses if course.plan_id == each.plan.id],
            open_one=open_by_plan.get(each.plan.id),
        )
        for each in planned
    ]


def row(planned: Planned, *, today: date, courses: Sequence[MeasureCourse], open_one: Administration | None) -> Listed:
    return Listed(
        planned=planned,
        when=when_due(planned.plan.due_on, today=today),
        last=[last_in_words(course) for course in courses],
        is_due=is_due(planned.plan.due_on, today=today),
        open=open_one,
    )


def when_due(due: date | None, *, today: date) -> str:
    if due is None:
        return gettext("Answer it whenever you like.")
    if due <= today:
        return gettext("It is time for it again, whenever it suits you.")
    return gettext("Next time: %(day)s.") % {"day": say_day(due)}


def last_in_words(course: MeasureCourse) -> str:
    newest = course.scores[-1]
    day = say_day(newest.on)
    if newest.value is None:
        return gettext("Last answered on %(day)s, without a score.") % {"day": day}
    scale = score_scale(course.measure, course.scale)
    numbers = {"day": day, "score": scale.number(newest.value), "highest": scale.number(scale.highest)}
    if len(scales_of(course.measure)) > 1:
        label = say(course.measure.scale(course.scale).label)
        return gettext("%(label)s on %(day)s: %(score)s of %(highest)s.") % {"label": label, **numbers}
    return gettext("Last time, on %(day)s: %(score)s of %(highest)s.") % numbers


def figure(course: MeasureCourse, *, said: Iterable[str] = ()) -> Figure:
    """The scores with the band of chance around the first one, and what they say but for what the page said already."""
    before = set(said)
    sentences = " ".join(each for each in map(say, said_of_course(course)) if each not in before)
    chart = score_chart(course.measure, course.scores, course.scale, description=sentences, language=spoken())
    return drawn(chart, f"chart-{course.plan_id}-{course.scale.replace('_', '-')}")


def said_of_course(course: MeasureCourse) -> Sequence[Message]:
    return say_scores(course.measure, course.scores, course.scale, say=say, format_date=say_day)


def said_of(now: Sitting) -> list[list[str]]:
    """What a finished sitting came to: sentences for each scale to follow, then what holds for all of them.

    Empty where there is no score.
    """
    try:
        found = score(now.measure, now.administration.answers, version=now.administration.version)
    except MeasureError:  # the key comes with a licence, or the measure has changed since: the chart has what was kept
        return []
    each = [list(map(say, say_result(now.measure, found, scale, say=say))) for scale in scales_of(now.measure)]
    if len(each) == 1:
        return each
    of_all = [sentence for sentence in each[0] if all(sentence in said for said in each)]
    return [*([sentence for sentence in said if sentence not in of_all] for said in each), of_all]


def evidence(measure: Measure) -> list[tuple[str, Sequence[EvidenceLine]]]:
    """Where the numbers of each scale come from; without a name where there is one scale alone."""
    scales = scales_of(measure)
    lines = [
        (say(measure.scale(scale).label) if len(scales) > 1 else "", evidence_lines(measure, scale, say))
        for scale in scales
    ]
    return [(name, rows) for name, rows in lines if rows]


def answers_in_words(now: Sitting) -> list[AnswerRow]:
    given = now.administration.answers
    return [
        AnswerRow(makers_words(item.text or item.id), in_words(item, given.get(item.id)), change_at(now, number))
        for number, item in enumerate(now.measure.items, 1)
    ]


def in_words(item: Item, answer: Answer) -> str:
    if answer is None:
        return ""
    value = None if answer == NOT_APPLICABLE else answer
    return next((option.text for option in item.options if option.value == value and option.text), str(answer))


def change_at(now: Sitting, number: int) -> str:
    address = reverse("administration_question", args=[now.administration.id, number])
    return f"{address}?then=check"


def raised_risks(now: Sitting) -> list[RiskAnswer]:
    """Answers about safety that ask for help."""
    said = risk_answers(now.measure, now.administration.answers)
    return [risk for risk in said if risk.state is RiskState.FLAGGED]
