"""What each stage finds in a goal, and what it leaves alone."""

from __future__ import annotations

import pytest

from goalward.coach.grammar import alphabet
from goalward.coach.parse import parse
from goalward.coach.traps import mask_traps
from goalward.coach.words import words_of
from tests.unit.coach.scoring import TODAY


def found(text: str, kind: str) -> list[str]:
    parsed = parse(text, TODAY)
    return [parsed.typed.said(*place) for place in sorted(parsed.of_kind(kind))]


def standing_for(text: str, kind: str) -> str:
    words = mask_traps(words_of(text))
    places = [place for place, letter in enumerate(words.letters) if letter == alphabet().of(kind)]
    return words.said(places[0], places[-1] + 1) if places else ""


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("I'm 45 and tired", "I'm 45"),
        ("as a 52-year-old nurse", "52-year-old"),
        ("Sam (8) will read", "(8)"),
        ("our 3 small kids", "3 small kids"),
        ("being a mum of 2", "mum of 2"),
        ("call 116 123 at night", "116 123"),
        ("my 3pm coffee", "my 3pm"),
        ("I used to swim 40 lengths", "I used to swim 40 lengths"[2:]),
        ("sober since 2019", "since 2019"),
        ("two years ago", "two years ago"),
        ("someday", "someday"),
        ("starting next Monday", "starting next Monday"),
        ("after Christmas", "after Christmas"),
        ("walk more", ""),
        ("walk 20 minutes", ""),
        ("text two friends", ""),
        ("invite 3 kids", ""),
    ],
)
def test_what_measures_nothing_is_masked(text: str, masked: str) -> None:
    assert standing_for(text, "masked") == masked


@pytest.mark.parametrize(
    "text", ["(confidence 7/10)", "(Confidence level: 9/10)", ", 80% confident", "(8/10)", ", confidence of 100%"]
)
def test_how_sure_somebody_is_stands_aside(text: str) -> None:
    assert standing_for(f"walk daily {text}", "aside") == text.strip()


@pytest.mark.parametrize("text", ["Chapter 7", "Level 2", "step 4", "size 22"])
def test_a_number_that_is_a_name_is_a_label(text: str) -> None:
    assert standing_for(f"about {text}", "label") == text


@pytest.mark.parametrize(
    "words",
    [
        "by Friday",
        "by 5pm Friday",
        "before my exam",
        "before my sister's wedding",
        "until new year",
        "by the end of the month",
        "by the end of ERP (16 sessions)",
        "within 6 weeks",
        "in the next three months",
        "over the next 12 sessions",
        "for 30 days",
        "for two weeks",
        "three weeks in a row",
        "on two consecutive reviews",
        "this term",
        "next week",
        "over Christmas",
        "during Lent",
        "in March",
        "on 15 January",
        "by dec 3rd",
        "by the 20th of december",
        "before I turn 30",
        "by the time I'm 40",
        "before he leaves for college in September",
        "before uni starts in September",
        "by session 4",
        "by discharge",
        "tonight",
        "within 24 hours",
        "for 6/52",
        "by 2027-03-01",
        "in two weeks' time",
        "for dry January",
        "at my review in December",
        "when we review in January",
        "on my birthday",
        "by EOY",
        "the weekend after next",
        "before the race in spring",
    ],
)
def test_what_bounds_a_goal_is_a_deadline(words: str) -> None:
    assert found(f"call mum {words}", "deadline") == [words]


@pytest.mark.parametrize(
    "text",
    [
        "walk every day",
        "walk on Mondays",
        "walk before bed",
        "eat before work",
        "walk for 10 minutes",
        "start on Monday",
        "from 1 December log my mood",
        "feel better someday",
        "since 2019 I hide",
        "until I feel ready, rest",
        "forgive him before I die",
        "text back within a day",
        "read the news in a meeting",
        "walk with the Tuesday group",
        "walk 3 times in a week",
        "in the last month I slept badly",
        "do breathing before meetings",
        "march into the office",
        "leave before I start work",
    ],
)
def test_what_bounds_no_goal_is_none(text: str) -> None:
    assert found(text, "deadline") == []


def test_a_day_that_has_passed_bounds_nothing() -> None:
    assert found("finish by June 2024", "deadline") == []
    assert [deadline.kind for deadline in parse("finish by June 2024", TODAY).deadlines] == ["past"]


@pytest.mark.parametrize(
    "words", ["10 minutes", "half an hour", "an hour and a half", "8 hrs", "30–45 minutes", "20-minute", "two hours"]
)
def test_the_size_of_one_sitting(words: str) -> None:
    assert found(f"walk {words} daily", "duration") == [words]


@pytest.mark.parametrize(
    "words",
    [
        "daily",
        "every day",
        "3 times a week",
        "3x a week",
        "twice weekly",
        "three to five times a week",
        "a couple of times a week",
        "5 days a week",
        "every other Friday",
        "once every two weeks",
        "on Mondays",
        "on Mon, Wed and Fri",
        "on Monday afternoons",
        "on school nights",
        "most days",
        "4 out of 5 trials",
        "on 5 of 7 nights",
        "on 2 occasions",
        "each night",
        "on the 1st of every month",
        "two saturdays a month",
        "on two other days",
        "per session",
        "5 or more times a week",
    ],
)
def test_how_often(words: str) -> None:
    said = f"read 2 pages {words}" if words.startswith("per") else f"read {words}"
    assert found(said, "frequency") == [words]


@pytest.mark.parametrize("text", ["take a day off", "read a day too late", "call once I am home", "each child is fine"])
def test_what_says_nothing_of_how_often(text: str) -> None:
    assert found(text, "frequency") == []


def test_every_time_counts_against_occasions() -> None:
    assert found("wait ten minutes every time I want to check", "frequency") == ["every time"]
    assert found("swim, 30 minutes each time", "frequency") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("name 3 triggers", ["3 triggers"]),
        ("walk 10,000 steps", ["10,000 steps"]),
        ("from 8/10 to 4/10", ["8/10", "4/10"]),
        ("from an 8 to a 4 out of 10", ["8", "4 out of 10"]),
        ("in bed by 10:30 pm", ["10:30 pm"]),
        ("in bed by 11", ["11"]),
        ("eat before noon", ["noon"]),
        ("attend 90% of school days", ["90% of school days"]),
        ("save £20", ["£20"]),
        ("cut carbs by half", ["half"]),
        ("half the plate", ["half the plate"]),
        ("zero binges", ["zero binges"]),
        ("from a D to a C", ["D", "C"]),
        ("3 x 10 reps", ["3 x 10 reps"]),
        ("lift it 10x", ["10x"]),
        ("put 50 dollars aside", ["50 dollars"]),
    ],
)
def test_amounts(text: str, words: list[str]) -> None:
    assert found(text, "quantity") == words


@pytest.mark.parametrize(
    "text", ["be the one", "no one helps", "give 110%", "two faced people", "the 12 steps", "24/7"]
)
def test_numbers_in_set_phrases_are_no_amounts(text: str) -> None:
    assert found(text, "quantity") == []


def test_amounts_of_what_somebody_else_does_are_left_out() -> None:
    assert found("my boyfriend needs to stop drinking 6 beers a night", "quantity") == []
    assert found("my daughter will ring me once a month by Easter", "frequency") == []
    assert found("my daughter will ring me once a month by Easter", "deadline") == ["by Easter"]


@pytest.mark.parametrize(
    ("text", "acts", "contexts"),
    [
        ("walk 20 min in the park", ["walk"], ["in the park"]),
        ("I want to stop smoking by May", ["stop smoking"], []),
        ("no wine at home", ["no wine"], ["at home"]),
        ("have more confidence when I talk to people", [], ["when I talk to people"]),
        ("journal when I am upset", ["journal"], ["when I am upset"]),
        ("My boss will praise me", [], []),
        ("10 minutes", [], []),
    ],
)
def test_what_is_done_and_where_or_when(text: str, acts: list[str], contexts: list[str]) -> None:
    assert found(text, "action") == acts
    assert found(text, "context") == contexts
