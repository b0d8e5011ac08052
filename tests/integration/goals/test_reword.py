"""New words for a goal: with a reason, once, and never over somebody's other words unseen."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from goalward.goals import GoalStatus, RevisionReason
from goalward.web.accounts.models import Person
from goalward.web.audit.models import AuditEntry
from goalward.web.goals.actions import move_goal, reword_goal
from goalward.web.goals.drafts import begin_draft
from goalward.web.goals.models import Goal, GoalVersion
from tests.integration.goals.stories import LEVELS, begun_in_levels

IN_LEVELS = {"scale_kind": "levels", "level_part": "activity"} | {
    f"level_{place}": text for place, text in enumerate(LEVELS)
}


def address(goal: Goal) -> str:
    return reverse("goal_reword", args=[goal.id])


def send(client: Client, goal: Goal, wording: str = "walk with Jo", **typed: Any) -> HttpResponse:
    fields = {"based_on": 1, "wording": wording, "scale_kind": "rating", "reason": "clearer", "note": ""}
    return client.post(address(goal), fields | typed)


def versions(goal: Goal) -> list[GoalVersion]:
    return list(goal.versions.order_by("number"))


def wordings(goal: Goal) -> list[str]:
    return [version.wording for version in versions(goal)]


def reword_elsewhere(person: Person, goal: Goal, wording: str = "walk with Max") -> None:
    reword_goal(goal=goal, wording=wording, levels=None, reason=RevisionReason.OTHER, based_on=1, by=person)


def test_the_form_starts_from_the_words_and_the_scale_of_now(ana: Person, as_ana: Client) -> None:
    goal = begun_in_levels(ana, "take the bus")

    html = as_ana.get(address(goal)).content.decode()

    assert "take the bus</textarea>" in html
    assert 'name="based_on" value="1"' in html
    for text in LEVELS:
        assert f'value="{text}"' in html
    assert "<details>" in html
    assert "Only you can see this." in html
    assert "Why we ask:" in html


def test_new_words_become_the_next_version_with_author_reason_and_note(ana: Person, as_ana: Client, walk: Goal) -> None:
    response = send(as_ana, walk, reason="smaller", note="Sam moved")

    assert response["Location"] == reverse("goal", args=[walk.id])
    first, second = versions(walk)
    assert (first.wording, second.wording) == ("walk with Sam", "walk with Jo")
    assert (second.number, second.author, second.reason, second.note) == (2, ana.id, "smaller", "Sam moved")
    walk.refresh_from_db()
    assert walk.version == 2


def test_the_scale_can_change_with_the_words_or_without(as_ana: Client, walk: Goal) -> None:
    send(as_ana, walk, "walk with Sam", **IN_LEVELS)

    latest = versions(walk)[-1]
    assert (latest.scale_kind, latest.level_part, latest.levels) == ("levels", "activity", LEVELS)

    send(as_ana, walk, "walk with Sam", based_on=2)
    assert [version.scale_kind for version in versions(walk)] == ["rating", "levels", "rating"]


def test_one_level_can_be_said_anew(ana: Person, as_ana: Client) -> None:
    goal = begun_in_levels(ana, "take the bus")

    send(as_ana, goal, "take the bus", **IN_LEVELS | {"level_4": "to the lake"})

    assert versions(goal)[-1].levels == [*LEVELS[:4], "to the lake"]


def test_a_new_wording_is_audited_without_its_words(ana: Person, as_ana: Client, walk: Goal) -> None:
    send(as_ana, walk)

    entry = AuditEntry.objects.get(object_id=walk.id, did="goal.reworded")
    assert (entry.by, entry.record_id) == (ana.id, ana.record.id)


def test_a_double_click_makes_one_version(as_ana: Client, walk: Goal) -> None:
    for _ in range(2):
        assert send(as_ana, walk)["Location"] == reverse("goal", args=[walk.id])

    assert wordings(walk) == ["walk with Sam", "walk with Jo"]
    assert AuditEntry.objects.filter(did="goal.reworded").count() == 1


def test_words_changed_meanwhile_are_shown_beside_mine_and_neither_is_lost(
    ana: Person, as_ana: Client, walk: Goal
) -> None:
    reword_elsewhere(ana, walk, "walk with Max")

    response = send(as_ana, walk, "walk with Jo", reason="smaller", note="Sam moved")

    html = response.content.decode()
    assert response.status_code == 409
    assert wordings(walk) == ["walk with Sam", "walk with Max"]
    assert "The words were changed while you wrote" in html
    assert html.index("walk with Max") < html.index("walk with Jo")
    assert "walk with Jo</textarea>" in html
    assert "Sam moved</textarea>" in html
    assert "<del>" in html
    assert 'name="based_on" value="2"' in html
    assert f'href="{reverse("goal", args=[walk.id])}"' in html


def test_after_seeing_both_mine_can_become_the_next_version(ana: Person, as_ana: Client, walk: Goal) -> None:
    reword_elsewhere(ana, walk, "walk with Max")
    send(as_ana, walk, "walk with Jo")

    send(as_ana, walk, "walk with Max and Jo", based_on=2)

    assert wordings(walk) == ["walk with Sam", "walk with Max", "walk with Max and Jo"]


def test_levels_changed_meanwhile_are_shown_too(ana: Person, as_ana: Client, walk: Goal) -> None:
    send(as_ana, walk, "walk with Sam", **IN_LEVELS)

    html = send(as_ana, walk, "walk with Jo").content.decode()

    for text in LEVELS:
        assert text in html


def test_words_that_did_not_change_make_no_version(as_ana: Client, walk: Goal) -> None:
    html = send(as_ana, walk, "walk with Sam", note="a thought").content.decode()

    assert "These are the words you have now. Change something, or go back." in html
    assert "a thought</textarea>" in html
    assert len(versions(walk)) == 1


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"wording": "  "}, "Write your goal in your own words."),
        ({"wording": "walk" * 501}, "Use 2,000 characters or fewer."),
        ({"wording": "walk\x00"}, "Some characters here cannot be kept."),
        ({"reason": ""}, "Choose the reason that fits best."),
        ({"reason": "because"}, "Choose one of the answers."),
        ({"scale_kind": "stars"}, "Choose one of the answers."),
        (IN_LEVELS | {"level_part": ""}, "Choose the part that changes."),
        (IN_LEVELS | {"level_0": ""}, "Write what “much less than I hope for” would look like."),
        (IN_LEVELS | {"level_4": LEVELS[0]}, "This level says the same as one before it."),
        (IN_LEVELS | {"level_2": "x" * 501}, "Use 500 characters or fewer."),
    ],
)
def test_what_cannot_be_kept_is_said_beside_the_field_and_the_rest_stays(
    as_ana: Client, walk: Goal, typed: dict[str, str], message: str
) -> None:
    response = send(as_ana, walk, **{"wording": "walk with Jo", "note": "because of the rain"} | typed)

    html = response.content.decode()
    assert response.status_code == 200
    assert message in html
    assert "<title>Error: New words" in html
    assert "because of the rain</textarea>" in html
    assert len(versions(walk)) == 1


def test_a_mistake_in_the_scale_unfolds_it(as_ana: Client, walk: Goal) -> None:
    html = send(as_ana, walk, **IN_LEVELS | {"level_0": ""}).content.decode()
    assert "<details open>" in html


@pytest.mark.parametrize("words", ["🌳 שלום", "<b>walk</b>", "e\u0301\u0301", "two\nlines ", "walk " * 399])
def test_odd_words_are_kept_exactly(as_ana: Client, walk: Goal, words: str) -> None:
    send(as_ana, walk, words)
    assert wordings(walk)[-1] == words


@pytest.mark.parametrize("based_on", ["", "x", "-1", "999999999999999999999"])
def test_a_form_that_does_not_know_its_version_never_overwrites(as_ana: Client, walk: Goal, based_on: str) -> None:
    assert send(as_ana, walk, based_on=based_on).status_code in (200, 409)
    assert len(versions(walk)) == 1


def test_a_closed_goal_keeps_its_words_and_says_why(ana: Person, as_ana: Client, walk: Goal) -> None:
    move_goal(goal=walk, to=GoalStatus.FINISHED, by=ana)

    response = as_ana.get(address(walk))

    assert response.status_code == 409
    assert "This goal is closed, so its words stay as they were." in response.content.decode()


def test_words_for_a_goal_that_was_closed_meanwhile_are_not_lost(ana: Person, as_ana: Client, walk: Goal) -> None:
    move_goal(goal=walk, to=GoalStatus.FINISHED, by=ana)

    response = send(as_ana, walk, "walk with Jo")

    html = response.content.decode()
    assert response.status_code == 409
    assert "This goal is closed, so its words stay as they were." in html
    assert "walk with Jo</textarea>" in html
    assert len(versions(walk)) == 1


def test_new_words_toward_harm_are_kept_and_met_with_help(as_ana: Client, walk: Goal) -> None:
    send(as_ana, walk, "I want to kill myself")

    html = as_ana.get(reverse("goal", args=[walk.id])).content.decode()
    assert html.index("Help is here if you want it") < html.index("<h1>")
    assert wordings(walk)[-1] == "I want to kill myself"


def test_a_draft_is_changed_on_the_way_to_its_start(ana: Person, as_ana: Client) -> None:
    draft = begin_draft(by=ana, wording="walk")
    assert as_ana.get(address(draft))["Location"] == reverse("start_resume", args=[draft.id])


def test_a_stranger_does_not_learn_that_it_is_there(as_sam: Client, walk: Goal) -> None:
    assert as_sam.get(address(walk)).status_code == 404
    assert send(as_sam, walk).status_code == 404
    assert len(versions(walk)) == 1


def test_it_takes_no_other_method(as_ana: Client, walk: Goal) -> None:
    assert as_ana.put(address(walk)).status_code == 405


def test_signed_out_it_leads_to_sign_in(anyone: Client, walk: Goal) -> None:
    assert reverse("account_login") in anyone.get(address(walk))["Location"]
