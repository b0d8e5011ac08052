"""What has changed in thoughts, feelings and doing: a note without ratings, and the notes before it."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from goalward.web.accounts.models import Person
from goalward.web.goals.models import Goal
from goalward.web.progress.models import CheckIn
from tests.integration.goals.stories import rate_weekly

CHANGES, PAST = "/progress/changes/", "/progress/changes/past/"


def test_a_note_is_kept_for_today_without_a_rating_and_stands_beside_the_charts(ana: Person, as_ana: Client) -> None:
    response = as_ana.post(CHANGES, {"once": uuid4(), "thoughts": "less worry", "actions": "went out"})

    kept = ana.record.checkins.get()
    assert response["Location"] == reverse("progress")
    assert (kept.on, kept.thoughts, kept.feelings, kept.actions) == (ana.today(), "less worry", None, "went out")
    assert not ana.record.ratings.exists()
    html = as_ana.get(response["Location"]).content.decode()
    assert "less worry" in html
    assert "In my feelings:" not in html


def test_the_page_says_why_and_who_can_see_it(as_ana: Client) -> None:
    html = as_ana.get(CHANGES).content.decode()

    assert "<title>What has changed · Goalward</title>" in html
    assert html.count("<textarea") == 3
    assert "All three boxes are optional." in html
    assert "Why we ask:" in html
    assert "Only you can see this." in html


def test_with_nothing_written_nothing_is_saved_and_that_is_fine(ana: Person, as_ana: Client) -> None:
    html = as_ana.post(CHANGES, {"thoughts": " "}).content.decode()

    assert "There is nothing to save yet, and that is fine." in html
    assert not ana.record.checkins.exists()


def test_a_double_click_makes_one_note(ana: Person, as_ana: Client) -> None:
    sent = {"once": uuid4(), "feelings": "calm"}
    for _ in range(2):
        as_ana.post(CHANGES, sent)
    assert ana.record.checkins.count() == 1


@pytest.mark.parametrize("note", ["🌳 שלום", "<script>1</script>", "two\nlines ", "rain " * 10_000])
def test_odd_notes_are_kept_exactly(ana: Person, as_ana: Client, note: str) -> None:
    as_ana.post(CHANGES, {"feelings": note})
    assert ana.record.checkins.get().feelings == note


def test_a_note_that_cannot_be_kept_loses_no_other(ana: Person, as_ana: Client) -> None:
    html = as_ana.post(CHANGES, {"thoughts": "a\x00b", "actions": "went out"}).content.decode()

    assert "Some characters here cannot be kept." in html
    assert "went out</textarea>" in html
    assert not ana.record.checkins.exists()


def test_a_note_that_asks_for_care_is_met_with_help_beside_the_charts(as_ana: Client) -> None:
    html = as_ana.post(CHANGES, {"feelings": "I want to kill myself"}, follow=True).content.decode()
    assert html.index("Help is here if you want it") < html.index("<h1>")


def test_the_newest_five_stand_beside_the_charts_and_all_on_a_page_of_their_own(ana: Person, as_ana: Client) -> None:
    for number in range(6):
        as_ana.post(CHANGES, {"thoughts": f"note {number}."})

    beside, past = (as_ana.get(path).content.decode() for path in (reverse("progress"), PAST))

    assert beside.index("note 5.") < beside.index("note 1.")
    assert "note 0." not in beside
    assert PAST in beside
    assert past.index("note 5.") < past.index("note 0.")


def test_check_ins_without_a_note_are_left_out(ana: Person, as_ana: Client, walk: Goal) -> None:
    rate_weekly(ana, [walk], [3, 4, 5])
    assert "There are no notes yet." in as_ana.get(PAST).content.decode()


def test_many_notes_come_page_by_page(ana: Person, as_ana: Client) -> None:
    for number in range(21):
        CheckIn.objects.create(record=ana.record, on=ana.today(), thoughts=f"note {number}.")

    newest, oldest = (as_ana.get(f"{PAST}?page={page}").content.decode() for page in ("1", "99"))

    assert "note 20." in newest
    assert "note 0." not in newest
    assert "note 0." in oldest
    assert "Older" in newest
    assert "Newer" in oldest


def test_notes_of_sam_are_never_on_anas_pages(sam: Person, as_ana: Client) -> None:
    CheckIn.objects.create(record=sam.record, on=sam.today(), thoughts="only sam wrote this")
    for path in (PAST, reverse("progress")):
        assert "only sam wrote this" not in as_ana.get(path).content.decode()


def test_only_to_someone_signed_in(anyone: Client, as_ana: Client) -> None:
    for path in (CHANGES, PAST):
        assert reverse("account_login") in anyone.get(path)["Location"]
    assert as_ana.post(PAST).status_code == 405
