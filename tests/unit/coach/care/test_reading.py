"""What asks for care, and which way it moves, on goals of the kinds that people write."""

from __future__ import annotations

from collections.abc import Iterator
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.coach.scoring import goals

from goalward.coach.care import Care, CareKind, CareStance, read_care

CARE_SETS = ("dev_care", "care_more")

ASKS_FOR_CARE = {  # the ordinary goals of the development set that name a harm by the rules
    "not cut myself anymore",
    "stop bingeing and purging",
    "Eat 3 meals and 2 snacks a day as per my ED meal plan",
    "stop self harming before my 18th birthday",
    "Reduce self-harm from 4 times a week to 0 by the end of the 12 week program",
    "taper my methadone down to 40mg with my doctor by end of january",
    "no binges for two weeks",
    "call 988 when I want to hurt myself",
    "Lose 10 lbs in a week for the wedding",
    "eat under 500 calories a day",
    "fast for 10 days straight",
    "exercise until I throw up every day",
    "come off my antidepressants cold turkey this week",
    "stop taking my sertraline tomorrow",
    "write my safety plan with the DV advocate on Thursday",
    "Trust people again after the assault",
}


def with_care(name: str) -> Iterator[tuple[str, Care | None]]:
    for row in goals(f"{name}.jsonl"):
        care = row.get("care")
        yield row["text"], Care(CareKind(care["kind"]), CareStance(care["stance"])) if care else None


def texts_meant(name: str, stance: CareStance) -> list[str]:
    return [text for text, care in with_care(name) if care and care.stance is stance]


def stance_read(text: str) -> CareStance | None:
    care = read_care(text)
    return care.stance if care else None


@pytest.mark.parametrize("name", CARE_SETS)
def test_ana_who_moves_toward_harm_is_not_overlooked(name: str) -> None:
    meant = texts_meant(name, CareStance.TOWARD_HARM)
    missed = [text for text in meant if stance_read(text) is not CareStance.TOWARD_HARM]
    assert len(missed) <= 0.03 * len(meant), missed


@pytest.mark.parametrize("name", CARE_SETS)
def test_ana_who_recovers_is_never_read_as_moving_toward_harm(name: str) -> None:
    meant = texts_meant(name, CareStance.AWAY_FROM_HARM)
    assert [text for text in meant if stance_read(text) is CareStance.TOWARD_HARM] == []


@pytest.mark.parametrize("name", CARE_SETS)
def test_an_ordinary_goal_or_an_idiom_asks_for_no_care(name: str) -> None:
    ordinary = [text for text, care in with_care(name) if care is None]
    alarmed = [text for text in ordinary if read_care(text)]
    assert len(alarmed) <= 0.01 * len(ordinary), alarmed


@pytest.mark.parametrize("name", CARE_SETS)
def test_kind_and_stance_are_mostly_read_as_people_label_them(name: str) -> None:
    labelled = list(with_care(name))
    differing = [text for text, care in labelled if read_care(text) != care]
    assert len(differing) <= 0.06 * len(labelled), differing


def test_of_the_ordinary_goals_only_those_that_name_a_harm_ask_for_care() -> None:
    assert {text for text, _ in with_care("dev_goals") if read_care(text)} == ASKS_FOR_CARE


@pytest.mark.parametrize(
    ("text", "kind", "stance"),
    [
        ("stop cutting and starve myself", "eating", "toward_harm"),
        ("get away from my violent boyfriend and stop the suicidal thoughts", "suicide", "away_from_harm"),
        ("stop cutting, my sister has anorexia", "self_harm", "away_from_harm"),
        ("my brother hits me and I want to kill him", "harm_to_others", "toward_harm"),
    ],
)
def test_one_harm_that_is_sought_wins_else_the_heaviest_kind(text: str, kind: str, stance: str) -> None:
    assert read_care(text) == Care(CareKind(kind), CareStance(stance))


@pytest.mark.parametrize(
    "text", ["", " ", ".", "\n\n", "🙂", "\x00", "i", "and", "1", "a lb", "42 kg", "bmi", "bmi 14"]
)
def test_scraps_of_text_are_read_without_complaint(text: str) -> None:
    assert read_care(text) is None or text == "bmi 14"


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_no_text_raises(text: str) -> None:
    read_care(text)


WORDS = sorted({word for name in CARE_SETS for text, _ in with_care(name) for word in text.split()})


@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_no_heap_of_dangerous_words_raises(text: str) -> None:
    read_care(text)


@pytest.mark.parametrize(
    "phrase",
    [
        "kill myself ",
        "not stop ",
        "my ",
        "a ",
        "i want to die, ",
        "lose 5 kg in a week ",
        "take all of my pills ",
        "he hits me ",
    ],
)
def test_the_time_grows_with_the_length_of_the_text_alone(phrase: str) -> None:
    def cost(length: int) -> float:
        text = (phrase * length)[:length]
        read_care(text)
        return min(timed(text) for _ in range(3))

    def timed(text: str) -> float:
        start = process_time()
        read_care(text)
        return process_time() - start

    assert cost(4000) < 4 * 2.5 * max(cost(1000), 0.001)
