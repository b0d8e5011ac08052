"""A record with something in every corner: what ana has, and what a stranger must never see."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, timedelta
from http.cookies import SimpleCookie
from typing import Any
from uuid import uuid4

from allauth.account.forms import default_token_generator
from allauth.account.models import EmailAddress, EmailConfirmationHMAC
from allauth.account.utils import user_pk_to_url_str
from django.core.cache import caches
from django.db import transaction
from django.test import Client
from django.urls import reverse

from goalward.measures import measure
from goalward.progress import Rhythm
from goalward.web.accounts.models import Person
from goalward.web.goals.models import Goal, GoalVersion
from goalward.web.measures.actions import (
    begin_administration,
    choose_measure,
    finish_administration,
    keep_answers,
    stop_measure,
)
from goalward.web.measures.models import Administration, MeasurePlan
from goalward.web.progress.models import CheckIn, LifeEvent, Rating
from goalward.web.reflection.models import Reflection
from tests.conftest import PASSWORD
from tests.sign_in import session_cookie

LEVELS = [f"I walk with Sam {often}" for often in ("never", "once a month", "every week", "twice a week", "daily")]
PLACE_OF_TEXT = "only ana wrote this"


@dataclass(frozen=True, slots=True)
class Life:
    """A person and, by name, the ids of what is in their record."""

    person: Person
    has: dict[str, str]


def live(person: Person) -> Life:
    """Fill a record: a reflection, goals in every state and on both scales, check-ins, a changed wording."""
    reflect(person)
    goals = {
        "draft": begin(person, "draft", step="aim"),  # the first goal: its way has every page
        "goal": begin(person, "active", words=("walk more", "walk with Sam on Tuesdays")),
        "goal_with_levels": begin(person, "active", scale_kind="levels", level_part="amount", levels=LEVELS),
        "paused": begin(person, "paused"),
        "finished": begin(person, "finished"),
        "let_go": begin(person, "let_go"),
    }
    check_ins = [check_in(person, [goals["goal"], goals["goal_with_levels"]], week) for week in (3, 2, 1)]
    made = {**goals, "check_in": check_ins[-1], "event": note_event(person), **questionnaires(person)}
    return Life(person, {name: str(row.id) for name, row in made.items()} | letters(person))


def letters(person: Person) -> dict[str, str]:
    """What stands in the links of the mails that a person may have."""
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    new = EmailAddress.objects.create(user=person, email=f"new.{person.email}", verified=False)
    return {
        "confirmation": EmailConfirmationHMAC(new).key,
        "reset_of": user_pk_to_url_str(person),
        "reset_key": default_token_generator.make_token(person),
    }


def reflect(person: Person) -> None:
    Reflection.objects.create(
        record=person.record,
        on=person.today() - timedelta(days=9),
        challenges=f"{PLACE_OF_TEXT}: evenings are hard",
        concerns="that it stays like this",
        daily_life="I stay in bed",
        areas=[{"area": "sleep", "impact": 7}, {"area": "social", "impact": None}],
        values=[{"value": "friends", "importance": 9, "lived": 2}],
    )


def begin(person: Person, status: str, *, words: tuple[str, ...] = (), step: str = "", **scale: Any) -> Goal:
    goal = Goal.objects.create(
        record=person.record,
        status=status,
        step=step,
        version=len(words) or 1,
        review_on=date(2027, 3, 27),
        area="social",
        value="friends",
        towards="seeing people again",
        feeling="calm",
        difference="I would be out",
        coach_answer="on the bench",
        first_step="text Sam",
        circumstances="free evenings",
        obstacle="tired",
        plan_when="I am tired",
        plan_then="walk to the corner",
        confidence=5,
        easing="going together",
        ownership="mine",
    )
    for number, wording in enumerate(words or (f"a goal that is {status}",), start=1):
        GoalVersion.objects.create(
            record=person.record,
            goal=goal,
            number=number,
            author=person.id,
            wording=wording,
            reason="clearer" if number > 1 else "",
            note="it became clearer" if number > 1 else None,
            **scale,
        )
    return goal


def check_in(person: Person, goals: list[Goal], weeks_ago: int) -> CheckIn:
    on = person.today() - timedelta(weeks=weeks_ago)
    made = CheckIn.objects.create(record=person.record, on=on, thoughts="lighter", feelings="calmer", actions="walked")
    for goal in goals:
        Rating.objects.create(record=person.record, check_in=made, goal=goal, version=goal.version, on=on, value=1)
    return made


def note_event(person: Person) -> LifeEvent:
    on = person.today() - timedelta(days=16)
    return LifeEvent.objects.create(record=person.record, on=on, words=f"{PLACE_OF_TEXT}: moved house")


def questionnaires(person: Person) -> dict[str, Any]:
    """One answered twice, one begun, one stopped."""
    plan, begun, stopped = (
        choose_measure(by=person, measure=measure(name), rhythm=Rhythm.WEEKLY, once=uuid4())
        for name in ("phq9", "gad2", "rses")
    )
    finished = [answer(person, plan, value) for value in (3, 1)]
    open_one = begin_administration(by=person, plan=begun, measure=measure("gad2"), once=uuid4())
    keep_answers(by=person, administration=open_one, measure=measure("gad2"), answers={"gad2_2": 1})
    stop_measure(by=person, plan=stopped)
    return {
        "questions_asked": plan,
        "questions_begun": begun,
        "questions_stopped": stopped,
        "finished_answers": finished[1],
        "finished_before": finished[0],
        "open_answers": open_one,
    }


def answer(person: Person, plan: MeasurePlan, value: int) -> Administration:
    """Every question the same."""
    asked = measure(plan.measure)
    sitting = begin_administration(by=person, plan=plan, measure=asked, once=uuid4())
    given = dict.fromkeys((item.id for item in asked.items), value)
    keep_answers(by=person, administration=sitting, measure=asked, answers=given)
    return finish_administration(by=person, administration=sitting, measure=asked)


def browser_of(person: Person | None, *, sure: bool = True) -> Client:
    """A browser that this person is signed in with, or nobody. ``sure``: they gave their password just now."""
    client = Client(raise_request_exception=False)
    if person is not None:
        cookie = session_cookie(person)
        client.cookies[cookie["cookie"]] = cookie["session"]
        if sure:
            client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


@contextmanager
def undone(client: Client | None = None) -> Iterator[None]:
    """What happens inside did not happen: neither in the database, nor in the browser, nor in any limit."""
    kept = deepcopy(client.cookies) if client else SimpleCookie()
    caches["in_process"].clear()
    try:
        with transaction.atomic():
            yield
            transaction.set_rollback(True)
    finally:
        if client:
            client.cookies = kept
