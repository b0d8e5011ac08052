"""Measures and their answers as pages show them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from goalward.charts import score_chart
from goalward.measures import Answer, Domain, Item, Measure, MeasureError, WrongVersionError, score
from goalward.messages import Message
from goalward.progress import EvidenceLine, evidence_lines, is_due, say_result, say_scores, score_scale
from goalward.web.accounts.models import Person
from goalward.web.measures.forms import as_choice, value_of, words_of
from goalward.web.measures.models import Administration
from goalward.web.measures.queries import MeasureCourse, Planned, Sitting, measure_courses, open_ones, scales_of
from goalward.web.ui.fields import Text
from goalward.web.ui.figures import Figure, drawn, spoken
from goalward.web.ui.say import say, say_day
from goalward.web.ui.templatetags.ui import makers_words

DOMAINS = list(Domain)
DIGITS = "0123456789"
OF_PAPER = ("circle", "place an x", "put an x", "tick ", "check the box")
COME_FIRST = ("phq", "gad")  # low mood and worry: what most people come with


@dataclass(frozen=True, slots=True)
class Listed:
    """A measure in a list: how it stands, and what can be done.

    open: what was begun and can be carried on; began: the day, where that was not today.
    """

    planned: Planned
    when: str
    last: Sequence[str]
    is_due: bool
    open: Administration | None
    began: date | None

    @property
    def is_stopped(self) -> bool:
        return self.planned.plan.stopped_at is not None


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One question with its answer in words, "" where it was skipped; ``change``: where it can be changed."""

    question: Text
    answer: Text
    change: str


def by_domain(measures: Iterable[Measure]) -> list[Measure]:
    """Symptoms first, then as the progress page has them; the shorter one of a family first."""
    return sorted(measures, key=lambda each: (DOMAINS.index(each.domain), *_in_family(each)))


def _in_family(measure: Measure) -> tuple[int, str, int]:
    family = measure.id.rstrip(DIGITS)
    place = COME_FIRST.index(family) if family in COME_FIRST else len(COME_FIRST)
    return place, family, len(measure.items)


def listed(person: Person, planned: Sequence[Planned]) -> list[Listed]:
    open_by_plan, courses = open_ones(person), measure_courses(person, [each.plan for each in planned])
    return [
        row(
            each,
            person=person,
            courses=[course for course in courses if course.plan_id == each.plan.id],
            open_one=open_by_plan.get(each.plan.id),
        )
        for each in planned
    ]


def row(
    planned: Planned, *, person: Person, courses: Sequence[MeasureCourse], open_one: Administration | None
) -> Listed:
    return Listed(
        planned=planned,
        when=when_due(planned.plan.due_on, today=person.today()),
        last=[last_in_words(course) for course in courses],
        is_due=is_due(planned.plan.due_on, today=person.today()),
        open=open_one,
        began=began_before_today(open_one, person),
    )


def began_before_today(open_one: Administration | None, person: Person) -> date | None:
    """The day on which it was begun, where the person is; None where that is today, or nothing is open."""
    began = open_one and timezone.localdate(open_one.created_at, ZoneInfo(person.time_zone))
    return began if began and began < person.today() else None


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
    highest = scale.highest if newest.highest is None else newest.highest
    numbers = {"day": day, "score": scale.number(newest.value), "highest": scale.number(highest)}
    if len(scales_of(course.measure)) > 1:
        label = say(course.measure.scale(course.scale).label)
        return gettext("%(label)s on %(day)s: %(score)s of %(highest)s.") % {"label": label, **numbers}
    return gettext("Last time, on %(day)s: %(score)s of %(highest)s.") % numbers


def figure(course: MeasureCourse, *, said: Iterable[str] = ()) -> Figure:
    """The scores with the band of chance around the first one. Under it stands what the page has not said already."""
    before, sentences = set(said), list(map(say, said_of_course(course)))
    left = " ".join(each for each in sentences if each not in before)
    if not any(score.value is not None for score in course.scores):
        return Figure(left)
    chart = score_chart(course.measure, course.scores, course.scale, description=" ".join(sentences), language=spoken())
    return replace(drawn(chart, f"chart-{course.plan_id}-{course.scale.replace('_', '-')}"), sentence=left)


def said_of_course(course: MeasureCourse) -> Sequence[Message]:
    return say_scores(course.measure, course.scores, course.scale, say=say, format_date=say_day)


def said_of(now: Sitting) -> list[list[str]]:
    """What a finished sitting came to: sentences for each scale to follow, then what holds for all of them.

    Empty where there never was a score.
    """
    try:
        found = score(now.measure, now.administration.answers, version=now.administration.version)
    except WrongVersionError:
        return [kept] if (kept := kept_scores(now)) else []
    except MeasureError:  # the key comes with a licence, or the answers were set aside
        return []
    if now.administration.result is None:
        return []
    each = [list(map(say, say_result(now.measure, found, scale, say=say))) for scale in scales_of(now.measure)]
    if len(each) == 1:
        return each
    of_all = [sentence for sentence in each[0] if all(sentence in said for said in each)]
    return [*([sentence for sentence in said if sentence not in of_all] for said in each), of_all]


def kept_scores(now: Sitting) -> list[str]:
    """What was kept of answers to questions that have changed since."""
    result = now.administration.result or {"scales": ()}
    kept = {each["scale"]: each["value"] for each in result["scales"] if each["value"] is not None}
    told = [
        gettext("%(name)s was %(score)s then.")
        % {"name": f"{now.measure.name}: {say(now.measure.scale(scale).label)}", "score": f"{kept[scale]:g}"}
        for scale in scales_of(now.measure)
        if scale in kept
    ]
    return [*told, gettext("The questions have changed since, so the score is shown as it was kept.")] if told else []


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


def in_words(item: Item, answer: Answer) -> Text:
    """An answer as the page that asked for it words it, "" where it was skipped."""
    if answer is None:
        return ""
    offered = (words_of(option) for option in item.options if value_of(option) == answer)
    return next(offered, as_choice(answer))


def change_at(now: Sitting, number: int) -> str:
    address = reverse("administration_question", args=[now.administration.id, number])
    return f"{address}?then=check"


def speaks_of_paper(*words: str | None) -> bool:
    """Whether the makers' words ask for a pen, so that the page says what to do instead."""
    return any(sign in text.lower() for text in words if text for sign in OF_PAPER)
