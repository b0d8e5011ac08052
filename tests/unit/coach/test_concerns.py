"""Concerns that the wording itself raises, and the words that they rest on."""

from __future__ import annotations

import pytest

from goalward.coach import read_goal
from tests.unit.coach.scoring import TODAY


def concerns(text: str) -> list[str]:
    return [concern.message.id.removeprefix("coach.concern_") for concern in read_goal(text, TODAY).concerns]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("never lose my temper", "absolute"),
        ("always stay calm", "absolute"),
        ("be a perfect mother", "absolute"),
        ("be 100% confident", "absolute"),
        ("feel happy all the time", "absolute"),
        ("stop worrying", "feeling"),
        ("no more flashbacks", "feeling"),
        ("get rid of the voices", "feeling"),
        ("I don't want to feel sad", "feeling"),
        ("make my anxiety go away", "feeling"),
        ("cure my depression", "feeling"),
        ("zero flashbacks", "feeling"),
        ("my son will call me", "other"),
        ("My 9 year old will tidy his toys", "other"),
        ("make my manager like me", "other"),
        ("get my parents to stop treating me like a baby", "other"),
        ("have my ex admit it", "other"),
        ("be loved by everyone", "other"),
        ("win the lottery", "chance"),
        ("get back together with my ex", "chance"),
        ("undo that day", "chance"),
        ("finish school by June 2024", "past"),
        ("meditate 4 hours every day", "dose"),
        ("study 14 hours a day", "dose"),
        ("sleep 3 hours a night", "dose"),
        ("sleep 14 hours every night", "dose"),
        ("lose 20 kg by New Year", "dose"),
        ("do 1000 push ups a day", "dose"),
        ("quit my job, move to Berlin, leave my husband and start a business this month", "dose"),
        ("be over my depression by Monday", "dose"),
        ("run a marathon next weekend, I've never run", "dose"),
        ("eat 500 calories a day", "harm"),
        ("stay awake for 3 days", "harm"),
        ("stop taking my sertraline tomorrow", "harm"),
        ("come off my meds cold turkey", "harm"),
        ("exercise until I throw up", "harm"),
    ],
)
def test_wordings_that_ask_too_much(text: str, kind: str) -> None:
    assert kind in concerns(text)


@pytest.mark.parametrize(
    "text",
    [
        "quit smoking",
        "no alcohol for 90 days",
        "stop overthinking",
        "stop missing her so much",
        "I don't want it to run my life so much",
        "not so nervous always",
        "I have never flown, fly to Rome",
        "dinner with my husband weekly",
        "have dinner with mum",
        "make my mum a card",
        "help my son with maths",
        "Client will attend group",
        "We will talk every Sunday",
        "sleep 8 hours a night",
        "work 8 hours a day",
        "lose half a kilo a week until Easter",
        "walk 10,000 steps a day",
        "practise piano daily",
        "taper my sertraline with my doctor",
        "stop counting calories, 1200 a day is ruining me",
        "I will not eat fried food for 5 days a week",
        "get a job",
        "run a marathon next autumn",
        "keep a worry diary",
    ],
)
def test_wordings_that_are_a_person_s_own_to_choose(text: str) -> None:
    assert concerns(text) == []


def test_a_long_text_with_many_amounts_names_each() -> None:
    assert concerns("do 1000 push ups and 900 squats a day") == ["dose", "dose"]
