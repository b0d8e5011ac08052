"""What turns a harm round, whose it is, when it was, and what stands beside it."""

from __future__ import annotations

import pytest

from goalward.coach.care import read_care

TOWARD, AWAY, MENTION = "toward_harm", "away_from_harm", "mention"


def stance(goal: str) -> str | None:
    care = read_care(goal)
    return str(care.stance) if care else None


@pytest.mark.parametrize(
    ("goal", "read"),
    [
        ("cut myself", TOWARD),
        ("not cut myself", AWAY),
        ("stop cutting", AWAY),
        ("I don't want to stop cutting", TOWARD),
        ("not starve", AWAY),
        ("not eat anything", TOWARD),
        ("never stop eating", AWAY),
        ("stay alive", AWAY),
        ("not stay alive", TOWARD),
        ("learn to live without wanting to die", AWAY),
        ("get through prom without cutting", AWAY),
        ("hold ice instead of cutting", AWAY),
        ("stop cutting but starve myself", TOWARD),
        ("stop cutting and kill myself", TOWARD),
        ("no cutting, burning or hitting myself", AWAY),
        ("not drink and hit my wife", AWAY),
        ("I don't want a future i want to die", TOWARD),
        ("don't tell anyone and just want to die", TOWARD),
        ("stop being a burden by ending my life", TOWARD),
        ("I can't stop cutting", MENTION),
        ("I have been hurting myself", MENTION),
        ("tell my mum I have been hurting myself", AWAY),
        ("if the wifi drops once more I'll kill myself lol, call the provider about it", MENTION),
        ("see my therapist so I can finally kill myself", TOWARD),
        ("binge no more than once a week", AWAY),
        ("cut less", AWAY),
        ("fight to stay alive", AWAY),
        ("not follow my meal plan", MENTION),
    ],
)
def test_negation_goes_by_meaning(goal: str, read: str) -> None:
    assert stance(goal) == read


@pytest.mark.parametrize(
    ("goal", "read"),
    [
        ("call Sam when I want to die", AWAY),
        ("walk out before I hit my partner", AWAY),
        ("see the sea again before I kill myself", TOWARD),
        ("text my therapist before I kill myself", AWAY),
        ("plan how and when I will kill myself", TOWARD),
        ("when I get home I will kill myself", TOWARD),
        ("finish school although I am cutting", MENTION),
        ("stay for my brother, no matter how much I want to die", MENTION),
        ("clean my room after cutting", MENTION),
        ("be remembered after I kill myself", TOWARD),
    ],
)
def test_what_leads_a_clause_in_counts(goal: str, read: str) -> None:
    assert stance(goal) == read


@pytest.mark.parametrize(
    ("goal", "read"),
    [
        ("I used to cut. Now I want to swim.", MENTION),
        ("I took an overdose, now I want to swim", MENTION),
        ("as a kid I was cutting, now I want to swim", MENTION),
        ("in 2019 I was suicidal, now I want to swim", MENTION),
        ("I was cutting last year and want to go back to it", TOWARD),
        ("my brother wants to die", MENTION),
        ("my sister, who starves herself, should come along", MENTION),
        ("support my son, who is cutting, at school", MENTION),
        ("understand his overdose", MENTION),
        ("live with his bulimia", MENTION),
        ("live with his starvation", MENTION),
        ("I'm afraid of hurting myself", MENTION),
        ("I cut when I am sad, and I want to learn piano", MENTION),
        ("I'm afraid I might hurt my baby", MENTION),
        ("bath my baby, the thought of hurting him is my OCD", MENTION),
        ("this homework makes me want to kms, hand it in by friday", MENTION),
        ("kms lol, hand in my maths homework by friday", MENTION),
        ("kms lol, I am serious about it, no homework", TOWARD),
        ("come off my tablets one day", MENTION),
        ("come off my tablets in one day", TOWARD),
    ],
)
def test_past_others_fear_habit_and_jokes_are_mentions(goal: str, read: str) -> None:
    assert stance(goal) == read


@pytest.mark.parametrize(
    ("goal", "read"),
    [
        ("I think about suicide every day. I want to tell my doctor.", AWAY),
        ("I think about suicide every day. I want to learn piano.", MENTION),
        ("I am cutting and want to stop", AWAY),
        ("tell my doctor that I want to die", AWAY),
        ("say goodbye to my doctor and kill myself", TOWARD),
        ("kill myself without telling my doctor", TOWARD),
        ("stop lithium with my doctor", AWAY),
        ("stop lithium without my doctor", TOWARD),
        ("lower my dose with my doctor", AWAY),
        ("lower my dose", MENTION),
        ("lower my dose on my own", TOWARD),
        ("tell my sister I will kill her", TOWARD),
        ("go back to anorexia", TOWARD),
        ("not go back to anorexia", AWAY),
        ("stop thinking about killing myself", AWAY),
    ],
)
def test_what_stands_beside_a_harm_answers_it(goal: str, read: str) -> None:
    assert stance(goal) == read


@pytest.mark.parametrize(
    "goal",
    [
        "write my essay on self-harm",
        "finish the module about anorexia",
        "volunteer at the suicide helpline",
        "write a novel in which somebody is strangled",
        "check her phone less",
    ],
)
def test_a_subject_of_study_or_a_story_asks_for_no_care(goal: str) -> None:
    assert stance(goal) is None


@pytest.mark.parametrize(
    "goal", ["my husband hits me", "I don't want him to hit me", "he used to hit me", "is it abuse"]
)
def test_harm_by_others_is_always_that(goal: str) -> None:
    assert stance(goal) == "harmed_by_others"


@pytest.mark.parametrize(
    ("goal", "read"),
    [
        ("i hit my girlfriend once and it must never happen again", AWAY),
        ("I used to beat my wife. I want to never do that again.", AWAY),
        ("i pinch my little brother and i want to stop", AWAY),
        ("apologise to the boy I beat up in year 9", MENTION),
        ("my friend hits his kids, it must never happen again", "harmed_by_others"),
    ],
)
def test_a_blow_owned_up_to_and_to_be_the_last_is_a_way_out(goal: str, read: str) -> None:
    assert stance(goal) == read


def test_the_day_a_medicine_was_left_makes_no_threat_a_thing_of_the_past() -> None:
    assert stance("punch my manager the day i quit") == TOWARD
