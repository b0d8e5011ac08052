"""What the coach says: one question, a few wordings, in plain words and with the person's own."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from goalward.coach import Reading, read_goal
from goalward.coach.own_words import ing
from tests.plain_language import grade
from tests.unit.coach.scoring import TODAY, goals

SENTENCES = tomllib.loads(files("goalward.coach").joinpath("messages.toml").read_text("utf-8"))
EASY = 6  # reading grade


def read(text: str) -> Reading:
    return read_goal(text, TODAY)


def asked(text: str) -> str:
    question = read(text).question
    return question.id.removeprefix("coach.ask_") if question else ""


def offered(text: str) -> list[str]:
    return [offer.text for offer in read(text).offers]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("feel better", "ordinary_day"),
        ("use coping skills", "one_thing"),
        ("exercise", "what_it_looks_like"),
        ("drink less", "how_much"),
        ("make friends", "first_place"),
        ("stop overthinking", "instead"),
        ("stop worrying", "then"),
        ("make my manager like me", "your_part"),
        ("win the lottery", "in_your_hands"),
        ("meditate 5 hours a day", "smaller"),
        ("eat 900 calories a day for fun", "why"),
        ("journal before bed", "how_often"),
        ("fewer arguments", "how_often_now"),
        ("stop smoking", "instead"),
        ("learn breathing exercises", "how_know"),
        ("hand in my notice", "by_when"),
        ("walk on Mondays", "until_when"),
        ("finish my degree by June 2024", "new_date"),
        ("hand in my notice by 3/4/2027", "which_day"),
        ("always walk on Mondays until Easter", "good_enough"),
        ("walk on Mondays until Easter", "in_the_way"),
        ("walk on Mondays until Easter when it is dry", "why"),
        ("walk on Mondays until Easter when it is dry because it calms me", ""),
        ("", "ordinary_day"),
    ],
)
def test_the_question_that_helps_most_is_asked(text: str, question: str) -> None:
    assert asked(text) == question


@pytest.mark.parametrize(
    ("text", "offers"),
    [
        ("feel better by Christmas", ["If I could feel better by Christmas, I would ____ on an ordinary day."]),
        ("more confidence", ["My aim: more confidence. I will ____ ____ times a week."]),
        ("stop yelling at my kids", ["Instead of yelling at my kids, I will ____."]),
        ("I am going to stop to lie to my wife", ["Instead of lying to my wife, I will ____."]),
        ("no more energy drinks", ["Instead of energy drinks, I will ____."]),
        ("no wine on weekdays", ["Instead of wine on weekdays, I will ____."]),
        ("stop having panic attacks", ["With or without panic attacks, I will ____ ____ times a week."]),
        ("stop skipping school", ["Instead of skipping school, I will ____."]),
        ("no phone in bed", ["Instead of phone in bed, I will ____."]),
        ("never feel pain again", ["With or without pain, I will ____ ____ times a week."]),
        ("ask one question every day", ["I will ask one question every day, until ____."]),
        ("stop worrying", ["Instead of worrying, I will ____.", "Next time it comes up, I will ____."]),
        ("make my manager like me", ["My own part: I will ____ by ____."]),
        ("Walking with Sam", ["I will walk with Sam ____ times a week, until ____."]),
        ("Maintains a diary", ["I will maintain a diary ____ times a week, until ____."]),
        ("I want to journal by Easter", ["I will journal by Easter: ____ times a week."]),
        ("walk on Mondays (confidence 8/10)", ["I will walk on Mondays, until ____."]),
        ("hand in my notice", ["I will hand in my notice by ____.", "On ____, I will hand in my notice."]),
        ("date night", ["My goal: date night ____ times a week, until ____."]),
        ("Client will attend 2 NA meetings per week.", ["Client will attend 2 NA meetings per week, until ____."]),
        ("Mr. D will button his shirt.", ["Mr. D will button his shirt ____ times a week, until ____."]),
        ("have fewer arguments", ["I will have fewer arguments: at most ____ a week."]),
        ("stay sober", ["I will stay sober, until ____."]),
        ("finish my degree by June 2024", ["I will finish my degree by ____."]),
        ("finish work by 6pm", ["I will finish work by 6pm, until ____."]),
        ("walk on Mondays until Easter", ["If ____ gets in the way, I will ____."]),
        ("meditate 5 hours a day", ["As a small first step, I will ____ by ____."]),
        ("", ["I will ____ on ____, until ____."]),
        ("I don't want it to run my life", ["I will"]),
        ("paint " + "a very long " * 20 + "wall", ["I will ____ on ____, until ____."]),
    ],
)
def test_wordings_keep_the_person_s_words_and_leave_blanks(text: str, offers: list[str]) -> None:
    found = offered(text)
    assert all(any(each.startswith(offer.rstrip(".")) for each in found) for offer in offers), found


def test_a_goal_that_could_hurt_the_body_is_given_no_wording() -> None:
    assert offered("eat 900 calories a day for fun") == []


@pytest.mark.parametrize("text", [goal["text"] for goal in goals("dev_goals.jsonl")])
def test_at_most_three_wordings_each_with_a_blank_and_without_stray_signs(text: str) -> None:
    offers = read(text).offers
    assert len(offers) <= 3
    for offer in offers:
        assert "____" in offer.text
        assert "  " not in offer.text
        assert not any(sign in offer.text for sign in (",,", " ,", "..", ",.", "(,"))


@pytest.mark.parametrize(
    ("text", "framing"),
    [("walk more", "approach"), ("stop smoking", "avoidance"), ("stop smoking and walk", "approach"), ("", None)],
)
def test_toward_something_or_away_from_something(text: str, framing: str | None) -> None:
    assert read(text).framing == framing


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("sleep 8 hours", ("sleep",)),
        ("stop panic attacks at work", ("anxiety", "work_study")),
        ("walk daily (90% confident)", ("physical_health",)),
        ("be nicer", ()),
    ],
)
def test_the_areas_of_life_that_a_goal_names(text: str, areas: tuple[str, ...]) -> None:
    assert read(text).areas == areas


@pytest.mark.parametrize(
    "verb",
    [("lie", "lying"), ("smoke", "smoking"), ("be", "being"), ("run", "running"), ("cry", "crying"), ("see", "seeing")],
)
def test_a_verb_after_instead_of(verb: tuple[str, str]) -> None:
    assert ing(verb[0]) == verb[1]


@pytest.mark.parametrize("name", [name for name in SENTENCES if name.startswith("ask_")])
def test_a_question_is_short_and_easy_to_read(name: str) -> None:
    text = SENTENCES[name].replace("{words}", "Friday")
    assert text.endswith("?") or "?" in text or name == "ask_one_thing"
    assert grade(text) <= EASY


def test_who_reaches_out_is_not_asked_how_many_times_a_week() -> None:
    reading = read_goal("ring Kim when I want to die", TODAY)
    assert reading.question is not None
    assert reading.question.id == "coach.ask_in_the_way"
    assert not any("times a week" in offer.text for offer in reading.offers)


def test_what_waits_for_its_moment_is_not_counted() -> None:
    reading = read_goal("breathe out slowly when I panic", TODAY)
    assert reading.question is not None
    assert reading.question.id == "coach.ask_until_when"
    assert [offer.text for offer in reading.offers] == [
        "If ____ gets in the way, I will ____.",
        "On a hard day, it is enough if I ____.",
    ]
