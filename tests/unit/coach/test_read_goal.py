"""The whole reading: its contract, and what holds for any text."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import goalward
from goalward.coach import Reading, read_goal, reading_as_json
from tests.unit.coach.scoring import TODAY, goals

KINDS = {"action", "quantity", "frequency", "duration", "deadline", "context"}
GOALS = [goal["text"] for goal in goals("dev_goals.jsonl")]
texts = st.one_of(
    st.text(max_size=200), st.sampled_from(GOALS), st.lists(st.sampled_from(GOALS), max_size=4).map(" ".join)
)


def read(text: str) -> Reading:
    return read_goal(text, TODAY)


def test_a_goal_that_says_it_all() -> None:
    reading = read("Walk 30 minutes around the park, 5 days a week, for the next 8 weeks.")
    assert (reading.specific, reading.measurable, reading.time_bound) == (True, True, True)
    assert not reading.achievable_concern
    assert {span.kind: span.text for span in reading.spans} == {
        "action": "Walk",
        "duration": "30 minutes",
        "context": "around the park",
        "frequency": "5 days a week",
        "deadline": "for the next 8 weeks",
    }
    assert reading.deadline == date(2027, 1, 17)


def test_a_wish_that_says_how_it_shall_feel() -> None:
    reading = read("I want to feel better")
    assert (reading.specific, reading.measurable, reading.time_bound) == (False, False, False)
    assert reading.question is not None
    assert reading.question.id == "coach.ask_ordinary_day"
    assert reading.offers[0].text == "If I could feel better, I would ____ on an ordinary day."
    assert reading.offers[0].blanks == ("activity",)


def test_the_line_of_a_reading_is_the_contract() -> None:
    line = reading_as_json(read("quit vaping by Easter"), "g1")
    assert json.loads(json.dumps(line)) == {
        "id": "g1",
        "text": "quit vaping by Easter",
        "specific": True,
        "measurable": False,
        "achievable_concern": False,
        "time_bound": True,
        "spans": [
            {"kind": "action", "start": 0, "end": 11, "text": "quit vaping"},
            {"kind": "deadline", "start": 12, "end": 21, "text": "by Easter"},
        ],
        "framing": "avoidance",
        "areas": ["substance_use"],
        "care": None,
        "question": {"id": "coach.ask_instead", "text": "What would you like to do instead?"},
        "offers": [
            {"text": "Instead of vaping, I will ____.", "blanks": ["activity"]},
            {"text": "When I feel like vaping, I will ____ first.", "blanks": ["activity"]},
        ],
    }


def test_a_goal_toward_harm_is_kept_as_written_and_neither_asked_about_nor_reworded() -> None:
    reading = read("starve myself until the wedding")
    assert reading.text == "starve myself until the wedding"
    assert reading.care is not None
    assert reading_as_json(reading)["care"] == {"kind": "eating", "stance": "toward_harm"}
    assert reading.question is None
    assert reading.offers == ()
    assert reading.achievable_concern


def test_a_goal_away_from_harm_gets_ordinary_help() -> None:
    reading = read("no self harm and no throwing up my meals for one whole week")
    assert reading.care is not None
    assert reading.question is not None
    assert reading.offers


def test_abuse_is_never_treated_as_somebody_elses_will() -> None:
    reading = read("I want him to stop hitting me")
    assert reading.care is not None
    assert [concern.message.id for concern in reading.concerns] == []
    assert not reading.achievable_concern


@pytest.mark.parametrize(
    "text", ["quiero dormir mejor y estar menos triste", "ich möchte wieder besser schlafen", "もっとよく眠りたい"]
)
def test_another_language_is_said_so_and_asked_plainly(text: str) -> None:
    reading = read(text)
    assert not reading.english
    assert reading.question is not None
    assert reading.question.id == "coach.ask_in_english"
    assert reading.offers == ()


def test_each_concern_names_the_words_it_rests_on() -> None:
    [concern] = read("never lose my temper again").concerns
    assert concern.message.id == "coach.concern_absolute"
    assert concern.text == "never"


def test_from_how_it_is_to_how_it_shall_be() -> None:
    [change] = read("cut down from 15 roll-ups to 5").changes
    assert (change.baseline.text, change.target.text) == ("15 roll-ups", "5")


@settings(max_examples=150, deadline=None)
@given(texts)
def test_any_text_can_be_read_and_every_span_lies_in_it(text: str) -> None:
    reading = read(text)
    assert reading.text == text
    for span in (*reading.spans, *reading.concerns):
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == span.text
    assert {span.kind for span in reading.spans} <= KINDS
    json.dumps(reading_as_json(reading))


@settings(max_examples=60, deadline=None)
@given(texts)
def test_every_blank_is_named_and_no_number_is_made_up(text: str) -> None:
    reading = read(text)
    for offer in reading.offers:
        assert offer.text.count("____") >= len(offer.blanks) > 0
        assert {c for c in offer.text if c.isdigit()} <= {c for c in text if c.isdigit()}


def judgements(reading: Reading) -> tuple[bool, ...]:
    return reading.specific, reading.measurable, reading.achievable_concern, reading.time_bound


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(GOALS), st.text(" \t\n", max_size=4))
def test_spaces_at_the_end_and_curly_quotes_change_nothing(text: str, space: str) -> None:
    plain = read(text)
    assert judgements(read(text + space)) == judgements(plain)
    curly = read(text.replace("'", "’").replace('"', "”"))
    assert judgements(curly) == judgements(plain)
    assert [(s.kind, s.start, s.end) for s in curly.spans] == [(s.kind, s.start, s.end) for s in plain.spans]


@pytest.mark.parametrize("text", [text for text in GOALS if not read(text).time_bound])
def test_a_far_off_date_takes_nothing_from_a_goal_without_one(text: str) -> None:
    plain, dated = read(text), read(f"{text.rstrip(' .')} by 1 June 2031")
    assert dated.time_bound
    assert dated.specific >= plain.specific
    assert dated.measurable >= plain.measurable


@pytest.mark.parametrize("text", GOALS)
def test_capitals_change_nothing(text: str) -> None:
    plain, small = read(text), read(text.lower())
    assert judgements(small) == judgements(plain)
    assert [(s.kind, s.start, s.end) for s in small.spans] == [(s.kind, s.start, s.end) for s in plain.spans]


SLOW = [
    "a'",
    "3 ",
    "to ",
    "( ",
    "1/",
    ".",
    "the end of the ",
    "not ",
    "from 3 to 5 ",
    "my mum ",
    "every other ",
    "less ",
]


@pytest.mark.parametrize("words", SLOW)
def test_no_text_of_2000_characters_takes_long(words: str) -> None:
    """Time grows with length, not with its square: four times the text, far less than sixteen times the time."""

    def seconds(length: int) -> float:
        begun = time.process_time()
        read((words * length)[:length])
        return time.process_time() - begun

    read("warm")
    assert min(seconds(2000) for _ in range(3)) < 10 * min(seconds(500) for _ in range(3)) + 0.05


def test_reading_needs_nothing_but_the_standard_library() -> None:
    code = "import sys; from goalward.coach import read_goal; print(*{name.partition('.')[0] for name in sys.modules})"
    source = {**os.environ, "PYTHONPATH": str(Path(goalward.__file__).parents[1])}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=source)
    loaded = done.stdout.split()
    known = {*sys.stdlib_module_names, "__main__", "goalward"}
    assert {name for name in loaded if not name.startswith(("_", "sitecustomize"))} <= known
