"""Telling the lives of the invented people by the same actions that real people use, then dating them back."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from importlib.resources import files
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from allauth.account.models import EmailAddress
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from goalward.goals import AttainmentLevels, GoalStatus, LevelPart, RevisionReason
from goalward.measures import measure
from goalward.progress import Rhythm, next_due
from goalward.web.accounts.models import Person
from goalward.web.audit.queries import disclosures_of
from goalward.web.goals.actions import move_goal, reword_goal
from goalward.web.goals.drafts import answer_draft, begin_draft, begin_goal
from goalward.web.measures.actions import begin_administration, choose_measure, finish_administration, keep_answers
from goalward.web.progress.actions import Given, add_event, check_in
from goalward.web.records.actions import open_record
from goalward.web.reflection.actions import save_reflection

WEEKS = 12
EVENING = time(19, 30)
SKIPPED = -1
NOT_ANSWERS = {"week", "name", "wording", "review_in"}

Event = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Story:
    """One invented person, and what happened to them by kind: "goal", "check_in" and so on."""

    email: str
    password: str
    time_zone: str
    goal_word: str
    events: Mapping[str, list[Event]] = field(repr=False)

    def moment(self, week: int, now: datetime) -> datetime:
        """An evening of that week where they are; week 12 is today, and nothing is later than ``now``."""
        zone = ZoneInfo(self.time_zone)
        day = timezone.localdate(now, zone) - timedelta(weeks=WEEKS - week)
        return min(datetime.combine(day, EVENING, zone), now)

    def in_order(self) -> Iterator[tuple[str, Event]]:
        """Week by week; within a week in the order of ``TELLING``."""
        told = [(kind, event) for kind in TELLING for event in self.events.get(kind, [])]
        return iter(sorted(told, key=lambda each: each[1]["week"]))


@dataclass(slots=True)
class Life:
    """A person as far as their story has been told. ``goals``: ids by the names that the story has for them."""

    person: Person
    goals: dict[str, UUID] = field(default_factory=dict)

    def goal(self, event: Event) -> Any:
        return self.person.record.goals.get(id=self.goals[event["goal"]])


def stories() -> list[Story]:
    source = files("goalward.web.demo").joinpath("people.toml")
    of_the_person = ("email", "password", "time_zone", "goal_word")
    return [
        Story(**{name: person.pop(name) for name in of_the_person}, events=person)
        for person in tomllib.loads(source.read_text("utf-8"))["person"]
    ]


@transaction.atomic
def tell(stories: list[Story], *, now: datetime) -> None:
    """Write the stories as if they had happened up to ``now``. All of it, or nothing."""
    for story in stories:
        life = Life(_join(story, now))
        _date_back(life.person, story.moment(0, now), since=now)
        for kind, event in story.in_order():
            TELLING[kind](life, event)
            _date_back(life.person, story.moment(event["week"], now), since=now)
        _look_ahead(life.person)


def _join(story: Story, now: datetime) -> Person:
    began = story.moment(0, now)
    person = Person.objects.create_user(
        email=story.email,
        password=story.password,
        time_zone=story.time_zone,
        goal_word=story.goal_word,
        adult_confirmed_at=began,
    )
    EmailAddress.objects.create(user=person, email=story.email, verified=True, primary=True)
    record = open_record(by=person)
    person.joined_at = record.opened_at = began
    person.save(update_fields=["joined_at"])
    record.save(update_fields=["opened_at"])
    return person


def _date_back(person: Person, moment: datetime, *, since: datetime) -> None:
    """What was written after ``since``, the true time, is moved to where it belongs. The proof is left as it was."""
    record, on = person.record, timezone.localdate(moment, ZoneInfo(person.time_zone))
    for dated in (record.reflections, record.checkins, record.ratings, record.lifeevents, record.administrations):
        dated.filter(created_at__gte=since).update(created_at=moment, on=on)
    for undated in (record.goals, record.goalversions, record.measureplans):
        undated.filter(created_at__gte=since).update(created_at=moment)
    disclosures_of(record.id).filter(at__gte=since).update(at=moment)


def _look_ahead(person: Person) -> None:
    """The next time to answer counts from the last one as it is dated now."""
    for plan in person.record.measureplans.all():
        answered = person.record.administrations.filter(plan=plan).aggregate(Max("on"))
        plan.due_on = next_due(Rhythm(plan.rhythm), last=answered["on__max"], start=person.today())
        plan.save(update_fields=["due_on"])


def _reflect(life: Life, event: Event) -> None:
    answers = {name: answer for name, answer in event.items() if name != "week"}
    save_reflection(by=life.person, answers=answers)


def _begin(life: Life, event: Event) -> None:
    goal = begin_draft(by=life.person, wording=event["wording"])
    answers = {name: answer for name, answer in event.items() if name not in NOT_ANSWERS}
    answers["review_on"] = life.person.today() + timedelta(weeks=event["review_in"] + event["week"] - WEEKS)
    answer_draft(goal=goal, by=life.person, answers=answers, step="check")
    life.goals[event["name"]] = begin_goal(goal=goal, by=life.person).id


def _check_in(life: Life, event: Event) -> None:
    versions = dict(life.person.record.goals.values_list("id", "version"))
    rated = {life.goals[name]: value for name, value in event["ratings"].items()}
    check_in(
        by=life.person,
        once=uuid4(),
        ratings=[Given(goal_id, versions[goal_id], value) for goal_id, value in rated.items()],
        notes={name: event.get(name, "") for name in ("thoughts", "feelings", "actions")},
    )


def _note(life: Life, event: Event) -> None:
    add_event(by=life.person, once=uuid4(), on=life.person.today(), words=event["words"])


def _choose(life: Life, event: Event) -> None:
    asked = measure(event["measure"])
    choose_measure(by=life.person, measure=asked, rhythm=Rhythm(event["rhythm"]), once=uuid4())


def _answer(life: Life, event: Event) -> None:
    asked, person = measure(event["measure"]), life.person
    plan = next(each for each in person.record.measureplans.all() if each.measure == asked.id)
    given = {
        item.id: None if value == SKIPPED else value for item, value in zip(asked.items, event["values"], strict=False)
    }
    sitting = begin_administration(by=person, plan=plan, measure=asked, once=uuid4())
    keep_answers(by=person, administration=sitting, measure=asked, answers=given)
    finish_administration(by=person, administration=sitting, measure=asked)


def _reword(life: Life, event: Event) -> None:
    goal = life.goal(event)
    reword_goal(
        goal=goal,
        wording=event["wording"],
        levels=AttainmentLevels(LevelPart(event["level_part"]), tuple(event["levels"])) if "levels" in event else None,
        reason=RevisionReason(event["reason"]),
        note=event["note"],
        based_on=goal.version,
        by=life.person,
    )


def _move(life: Life, event: Event) -> None:
    move_goal(goal=life.goal(event), to=GoalStatus(event["to"]), by=life.person)


TELLING = {
    "reflection": _reflect,
    "goal": _begin,
    "life_event": _note,
    "measure": _choose,
    "answers": _answer,
    "check_in": _check_in,
    "rewording": _reword,
    "move": _move,
}
