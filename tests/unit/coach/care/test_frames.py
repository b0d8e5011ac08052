"""Harm said in odd frames: as "it", by how long, by what a medicine is for, and what only sounds like it."""

from __future__ import annotations

import pytest

from goalward.coach.care.kinds import Care
from goalward.coach.care.lexicon import lexicon
from goalward.coach.care.reading import heard
from goalward.coach.care.wording import words_of

TOWARD, AWAY, MENTION = "toward_harm", "away_from_harm", "mention"


def care(goal: str) -> Care | None:
    """What the lists alone hear."""
    return heard(words_of(goal, lexicon().speller))


@pytest.mark.parametrize(
    ("goal", "kind"),
    [
        ("no food for three days before the beach", "eating"),
        ("two days without a meal before the photos", "eating"),
        ("not a bite till my jeans fall off", "eating"),
        ("let everyone think I'm well while I carry on starving", "eating"),
        ("lose 8 pounds by this time next week", "eating"),
        ("I will not take more the tablets for my heart", "medicine"),
        ("no more of those injections for my schizophrenia", "medicine"),
        ("Ten years of valium. From tonight, none.", "medicine"),
        ("They gave me lithium in hospital. I am home now and it goes in the bin.", "medicine"),
        ("I refuse the injection from now on", "medicine"),
        ("leave the lithium in the drawer, I was happier when I was wild", "medicine"),
        ("she wants to discontinue her HIV medication now", "medicine"),
        ("break my streak of no cutting on purpose", "self_harm"),
        ("stop being so careful when I hurt myself", "self_harm"),
        ("tell my keyworker I'm clean and keep cutting", "self_harm"),
        ("stop chickening out of suicide", "suicide"),
        ("not be talked out of suicide again", "suicide"),
        ("help me stop being alive", "suicide"),
        ("give my brother the beating he deserves", "harm_to_others"),
        ("get my girlfriend to have sex with me when she says no", "harm_to_others"),
    ],
)
def test_ana_is_heard_however_her_goal_is_framed(goal: str, kind: str) -> None:
    assert care(goal) == Care(kind, TOWARD)


@pytest.mark.parametrize(
    ("goal", "read"),
    [
        ("only come off valium the slow way, my doctor made a chart", ("medicine", AWAY)),
        ("not starve after a bad weigh-in", ("eating", AWAY)),
        ("so sure I'd kill myself by then and I don't want to anymore", ("suicide", AWAY)),
        ("I don't want to die, I just need a break", ("suicide", MENTION)),
        ("my sister wants to discontinue her HIV medication", ("medicine", MENTION)),
    ],
)
def test_ana_who_turns_away_or_only_names_it_is_not_read_as_moving_toward_it(goal: str, read: tuple[str, str]) -> None:
    assert care(goal) == Care(*read)


@pytest.mark.parametrize(
    "goal",
    [
        "no food in bed for three weeks",
        "two days without takeaways",
        "stop chickening out of presentations",
        "break my losing streak at chess",
        "not be talked out of my holiday",
        "throw out the stuff in the garage, it goes in the skip",
        "give my brother a hiding at darts",
        "plan my exit from the company",
        "stop surviving on toast",
        "swap my tablet for a laptop",
        "stop dropping it when the ball comes low",
    ],
)
def test_sam_with_an_everyday_goal_that_sounds_like_it_is_left_in_peace(goal: str) -> None:
    assert care(goal) is None
