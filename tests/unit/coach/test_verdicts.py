"""What a stranger could look for, and what could be counted, clause by clause."""

from __future__ import annotations

import pytest

from goalward.coach.clauses import clauses_of
from goalward.coach.parse import parse
from goalward.coach.words import words_of
from tests.unit.coach.scoring import TODAY


def judged(text: str) -> str:
    parsed = parse(text, TODAY)
    seen, counted = any(each.specific for each in parsed.judged), any(each.measurable for each in parsed.judged)
    return ("S" if seen else "-") + ("M" if counted else "-")


def kinds(text: str) -> list[str]:
    return [each.kind for each in parse(text, TODAY).judged]


def heads(text: str) -> list[str]:
    words = words_of(text)
    return [words.said(clause.head, clause.last) for clause in clauses_of(words) if clause.head < clause.last]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I want to walk and to swim", ["walk", "swim"]),
        ("Client will be able to dress", ["dress"]),
        ("Mrs K will transfer from bed to chair", ["transfer from bed to chair"]),
        ("so basically i want to be less stressed and like see my friends", ["be less stressed", "see my friends"]),
        ("feel better by walking", ["feel better", "walking"]),
        ("journal when I am upset", ["journal"]),
        ("Every time I shout, I will wait", ["wait"]),
        ("because of him", ["because of him"]),
        ("call mum. text dad", ["call mum", "text dad"]),
    ],
)
def test_a_goal_in_clauses(text: str, found: list[str]) -> None:
    assert heads(text) == found


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        # feelings, traits and big words
        ("feel better", "--"),
        ("be a good mum", "--"),
        ("have more confidence", "--"),
        ("find my purpose", "--"),
        ("stop overthinking", "--"),
        ("experience a reduction in anxiety", "--"),
        ("build resilience", "--"),
        ("feel calm every day", "--"),
        ("anxiety down 30%", "--"),
        ("more togetherness", "--"),
        # umbrella words
        ("use my coping skills", "--"),
        ("learn 3 coping skills", "-M"),
        ("use coping tools three times a week", "-M"),
        ("list 3 coping skills", "SM"),
        ("go to the sleep hygiene module", "S-"),
        ("exercise", "--"),
        ("exercise in the park", "S-"),
        ("exercise twice a week", "SM"),
        # only compared
        ("drink less", "--"),
        ("drink less at home", "S-"),
        ("more bowling with friends", "--"),
        ("minimize alcohol on weekdays", "S-"),
        ("cut down from 15 roll-ups to 5", "SM"),
        # events and scales
        ("fewer panic attacks", "S-"),
        ("panic attacks down to one a month", "SM"),
        ("PHQ-9 under 10", "SM"),
        ("lower my anxiety from 8/10 to 4/10", "SM"),
        ("zero binges", "SM"),
        # acts
        ("journal before bed", "S-"),
        ("walk 20 minutes", "SM"),
        ("be able to drive again", "S-"),
        ("learn to drive by the summer", "S-"),
        ("start swimming again this month", "S-"),
        ("keep the door shut", "S-"),
        ("make friends", "--"),
        ("meet someone new once a month", "SM"),
        # once
        ("hand in my notice", "SM"),
        ("apply for jobs", "S-"),
        ("tell my mum about the exam", "SM"),
        ("read Chapter 7", "SM"),
        ("have my bloods done", "SM"),
        ("reply to the letter by Friday", "SM"),
        ("ring the dentist", "SM"),
        ("I may talk to May about the money", "SM"),
        # stopping
        ("stop smoking", "S-"),
        ("stop smoking by May", "S-"),
        ("no wine for 30 days", "SM"),
        ("no wine on weekdays", "SM"),
        ("30 days clean", "SM"),
        ("stay sober", "S-"),
        ("stay sober for 90 days", "SM"),
        # any clause will do
        ("feel better and walk on Mondays", "SM"),
        ("at 7 every evening, phone goes in the drawer", "SM"),
        ("I have two kids and I want to feel calm", "--"),
        ("", "--"),
    ],
)
def test_specific_and_measurable(text: str, verdict: str) -> None:
    assert judged(text) == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("my daughter will ring me once a month", "S-"),
        ("make him love me", "--"),
        ("win the lottery and pay off my debts", "SM"),
    ],
)
def test_what_somebody_else_does_can_be_seen_but_is_no_measure(text: str, verdict: str) -> None:
    assert judged(text) == verdict


def test_how_things_are_is_no_aim_where_something_is_wanted() -> None:
    assert kinds("We argue a lot. I want to sing") == ["habit"]
    assert kinds("We sing") == ["habit"]
