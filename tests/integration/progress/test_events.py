"""What happened in ana's life: noted on its day once, and marked on her charts alone."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from goalward.decisions import NotAllowedError
from goalward.web.accounts.models import Person
from goalward.web.audit.models import AuditEntry
from goalward.web.progress.actions import add_event, change_event
from goalward.web.progress.models import LifeEvent

ADD = "/progress/events/add/"
WORDS = "moved to Graz"


def boxes(on: date) -> dict[str, int]:
    return {"on_day": on.day, "on_month": on.month, "on_year": on.year}


def noted(person: Person, words: str = WORDS, *, days_ago: int = 10) -> LifeEvent:
    return add_event(by=person, once=uuid4(), on=person.today() - timedelta(days=days_ago), words=words)


def address(event: LifeEvent) -> str:
    return reverse("event", args=[event.id])


def did(person: Person) -> list[str]:
    return [*AuditEntry.objects.filter(record_id=person.record.id).order_by("seq").values_list("did", flat=True)][1:]


def test_an_event_is_noted_on_its_day_and_marked_on_the_page_of_how_it_goes(ana: Person, as_ana: Client) -> None:
    on = ana.today() - timedelta(days=3)

    response = as_ana.post(ADD, {"once": uuid4(), "words": WORDS} | boxes(on))

    event = ana.record.lifeevents.get()
    assert response["Location"] == reverse("progress")
    assert (event.on, event.words, event.audience) == (on, WORDS, "only_me")
    assert WORDS in as_ana.get(response["Location"]).content.decode()
    assert did(ana) == ["event.added"]


def test_the_form_begins_with_today_and_says_why_and_who_sees_it(ana: Person, as_ana: Client) -> None:
    html = as_ana.get(ADD).content.decode()

    assert f'name="on_year" value="{ana.today().year}"' in html
    assert "Why we ask:" in html
    assert "Only you can see this." in html


def test_a_double_click_makes_one_event(ana: Person, as_ana: Client) -> None:
    sent = {"once": uuid4(), "words": WORDS} | boxes(ana.today())

    for _ in range(2):
        assert as_ana.post(ADD, sent)["Location"] == reverse("progress")

    assert ana.record.lifeevents.count() == 1
    assert did(ana) == ["event.added"]


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"on_day": "", "on_month": "", "on_year": ""}, "Write the date as day, month and year"),
        ({"on_day": "31", "on_month": "2"}, "The calendar has no such day."),
        ({"on_day": "x\x00"}, "Write the date as day, month and year"),
        ({"on_year": "9999"}, "That day has not come yet. Choose today or an earlier day."),
        ({"words": "x" * 121}, "Use 120 characters or fewer. You have used 121."),
        ({"words": " "}, "Write a few words for what happened."),
        ({"words": "a\x00b"}, "Some characters here cannot be kept."),
    ],
)
def test_what_cannot_be_kept_is_said_beside_it_and_nothing_is_lost(
    ana: Person, as_ana: Client, changed: dict[str, str], message: str
) -> None:
    sent = {"once": uuid4(), "words": WORDS} | boxes(date(2026, 1, 9)) | changed

    for path in (ADD, address(noted(ana, "an older event"))):
        html = as_ana.post(path, sent).content.decode()
        assert message in html
        assert "<title>Error: " in html
        assert changed.get("words", WORDS).strip().replace("\x00", "�") in html

    assert [event.words for event in ana.record.lifeevents.all()] == ["an older event"]


def test_an_event_of_today_where_she_is_is_not_in_the_future(ana: Person) -> None:
    event = add_event(by=ana, once=uuid4(), on=ana.today(), words=WORDS)

    with pytest.raises(NotAllowedError):
        change_event(event=event, on=ana.today() + timedelta(days=1), words=WORDS, by=ana)


@pytest.mark.parametrize("words", ["🌳 שלום", "<script>1</script>", "x" * 120, "  spaces stay "])
def test_odd_words_are_kept_exactly(ana: Person, as_ana: Client, words: str) -> None:
    as_ana.post(ADD, {"words": words} | boxes(ana.today()))

    assert ana.record.lifeevents.get().words == words
    assert "<script>1" not in as_ana.get(reverse("progress")).content.decode()


def test_an_event_can_get_another_day_and_other_words(ana: Person, as_ana: Client) -> None:
    event, on = noted(ana), ana.today() - timedelta(days=400)

    response = as_ana.post(address(event), {"words": "moved to Linz"} | boxes(on))

    event.refresh_from_db()
    assert response["Location"] == address(event)
    assert (event.on, event.words) == (on, "moved to Linz")
    assert did(ana) == ["event.added", "event.changed"]


def test_saving_it_as_it_was_changes_nothing(ana: Person, as_ana: Client) -> None:
    event = noted(ana)

    as_ana.post(address(event), {"words": event.words} | boxes(event.on))

    assert did(ana) == ["event.added"]


def test_an_event_is_taken_away_after_one_more_question(ana: Person, as_ana: Client) -> None:
    event = noted(ana)
    remove = reverse("event_remove", args=[event.id])

    asked = as_ana.get(remove).content.decode()
    assert "This cannot be undone." in asked
    assert WORDS in asked
    assert ana.record.lifeevents.exists()

    assert as_ana.post(remove)["Location"] == reverse("progress")
    assert not ana.record.lifeevents.exists()
    assert did(ana) == ["event.added", "event.removed"]


def test_her_record_says_what_she_did_with_it(ana: Person, as_ana: Client) -> None:
    event = noted(ana)
    as_ana.post(address(event), {"words": "moved"} | boxes(event.on))
    as_ana.post(reverse("event_remove", args=[event.id]))

    html = as_ana.get(reverse("record")).content.decode()

    for words in ("You added a life event.", "You changed a life event.", "You removed a life event."):
        assert words in html


def test_an_event_that_asks_for_care_is_saved_and_met_with_help(ana: Person, as_ana: Client) -> None:
    event = noted(ana, "I started cutting again")

    for path in (address(event), reverse("progress")):
        html = as_ana.get(path).content.decode()
        assert html.index("Help is here if you want it") < html.index("<h1>")


def test_neither_the_title_nor_the_address_says_what_happened(ana: Person, as_ana: Client) -> None:
    event = noted(ana)
    assert "<title>A life event · Goalward</title>" in as_ana.get(address(event)).content.decode()


@pytest.mark.parametrize("name", ["event", "event_remove"])
def test_a_stranger_does_not_learn_that_it_is_there(ana: Person, as_sam: Client, name: str) -> None:
    path = reverse(name, args=[noted(ana).id])

    assert as_sam.get(path).status_code == 404
    assert as_sam.post(path, {"words": "sam was here"} | boxes(ana.today())).status_code == 404
    assert ana.record.lifeevents.get().words == WORDS


def test_events_of_sam_are_never_on_anas_page(ana: Person, sam: Person, as_ana: Client) -> None:
    noted(sam, "sam changed jobs")
    noted(ana)

    html = as_ana.get(reverse("progress")).content.decode()

    assert WORDS in html
    assert "sam changed jobs" not in html


@pytest.mark.parametrize("name", ["event_add", "event", "event_remove"])
def test_only_to_someone_signed_in(ana: Person, anyone: Client, name: str) -> None:
    path = reverse(name, args=[] if name == "event_add" else [noted(ana).id])
    assert reverse("account_login") in anyone.get(path)["Location"]
