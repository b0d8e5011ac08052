"""Sign-up: a person, their record and the words they bring, all of it or none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from unittest.mock import patch
from uuid import UUID

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.core.mail import EmailMessage
from django.db import DatabaseError
from django.test import Client
from django.urls import reverse

from goalward.web.accounts.forms import SignUpForm
from goalward.web.accounts.models import LoginSession, Person
from goalward.web.audit.models import AuditEntry
from goalward.web.records.actions import open_record
from goalward.web.records.models import Record
from tests.conftest import PASSWORD
from tests.integration.accounts.entrance import (
    EVA,
    ONCE,
    WORDS,
    drafts,
    everything_in_sessions,
    hidden,
    is_signed_in,
    page,
    person,
    sign_up,
    without_token,
)

pytestmark = pytest.mark.django_db
ADDRESS = "/account/sign-up/"


class TestTheForm:
    def test_it_asks_for_five_things_at_most(self, anyone: Client) -> None:
        shown = page(anyone.get(ADDRESS))
        for asked in ("Email address", "Password", "Time zone", "I am 18 or older"):
            assert asked in shown

    def test_it_says_that_records_are_for_adults_and_the_coach_for_all(self, anyone: Client) -> None:
        shown = page(anyone.get(ADDRESS))
        assert "Records are for adults, 18 and over. The coach and Help now are open to everyone." in shown

    def test_no_time_zone_is_chosen_beforehand(self, anyone: Client) -> None:
        shown = page(anyone.get(ADDRESS))
        assert '<option value="" selected>Choose from the list</option>' in shown
        assert "data-guess-time-zone" in shown
        assert "ui/timezone.js" in shown

    def test_nothing_but_get_and_post_is_taken(self, anyone: Client) -> None:
        assert anyone.put(ADDRESS).status_code == 405
        assert anyone.delete(ADDRESS).status_code == 405

    def test_someone_signed_in_is_sent_on(self, as_ana: Client) -> None:
        assert as_ana.get(ADDRESS).headers["Location"] == reverse("home")


class TestSigningUp:
    @time_machine.travel(datetime(2026, 11, 22, 9, tzinfo=UTC), tick=False)
    def test_a_person_comes_in_with_a_record_of_their_own(self, anyone: Client) -> None:
        response = sign_up(anyone)

        eva = person("eva@example.org")
        assert response.headers["Location"] == reverse("home")
        assert is_signed_in(anyone)
        assert (eva.time_zone, eva.adult_confirmed_at) == ("Europe/Vienna", datetime(2026, 11, 22, 9, tzinfo=UTC))
        assert list(AuditEntry.objects.values_list("record_id", "did")) == [(eva.record.id, "record.opened")]
        assert eva.check_password(PASSWORD)

    def test_an_address_is_kept_in_small_letters(self, anyone: Client) -> None:
        sign_up(anyone, email="Eva@Example.ORG")
        assert person("eva@example.org")

    def test_nobody_comes_in_with_more_rights_than_others(self, anyone: Client) -> None:
        sign_up(anyone, is_staff="on", is_superuser="on", id=ONCE, adult_confirmed_at="2001-01-01", goal_word="aim")
        eva = person("eva@example.org")
        assert not hasattr(eva, "is_staff")
        assert (str(eva.id) == ONCE, eva.goal_word) == (False, "goal")

    def test_it_goes_on_to_where_the_person_wanted_to_be_but_never_off_the_site(self, anyone: Client) -> None:
        assert sign_up(anyone, next="/account/email/").headers["Location"] == "/account/email/"
        there = sign_up(Client(), email="ida@example.org", next="https://elsewhere.example/")
        assert there.headers["Location"] == reverse("home")

    @pytest.mark.parametrize(
        ("field", "wrong", "said"),
        [
            ("email", "", "Write an email address with one @, for example name@example.org."),
            ("email", "eva", "Write an email address with one @, for example name@example.org."),
            ("email", "eva@example.org\nBcc: sam@example.org", "Write an email address with one @"),
            ("email", f"{'e' * 250}@example.org", "Write an email address with one @"),
            ("email", f"eva@{'ü' * 60}.example", "Write an email address with one @"),
            ("password1", "", "Write a password of 12 characters or more."),
            ("password1", "short", "at least 12 characters"),
            ("password1", "peanutbutter", "too common"),
            ("password1", "eva@example.org", "too similar to the email"),
            ("password1", "goalward-goalward", "not built on the name of this site"),
            ("password1", "a calm\x00and long password", "has a character that cannot be kept"),
            ("time_zone", "", "Choose your time zone from the list."),
            ("time_zone", "Mars/Olympus", "Choose your time zone from the list."),
            ("adult", None, "Tick the box if you are 18 or older."),
        ],
    )
    def test_what_is_wrong_is_said_twice_and_the_rest_is_kept(
        self, anyone: Client, field: str, wrong: Any, said: str
    ) -> None:
        response = sign_up(anyone, **{field: wrong, "goal": WORDS, "once": ONCE})

        shown = page(response)
        assert response.status_code == 200
        assert "<title>Error: Sign up" in shown
        assert shown.count(said) == 2
        assert f'href="#id_{field}"' in shown
        if field != "email":
            assert 'value="eva@example.org"' in shown
        if field != "time_zone":
            assert '<option value="Europe/Vienna" selected' in shown
        assert PASSWORD not in shown
        assert hidden(response, "goal")
        assert not Person.objects.exists()

    def test_a_slip_in_the_address_is_shown_again_to_be_put_right(self, anyone: Client) -> None:
        assert 'value="eva@example,org"' in page(sign_up(anyone, email="eva@example,org"))

    def test_an_address_that_has_an_account_is_sent_to_sign_in(self, anyone: Client, ana: Person) -> None:
        shown = page(sign_up(anyone, email="ANA@example.org"))
        assert "This email address has an account here already. Sign in instead." in shown
        assert Person.objects.count() == 1

    def test_an_address_that_someone_else_is_only_changing_to_is_free(self, anyone: Client, ana: Person) -> None:
        EmailAddress.objects.create(user=ana, email="eva@example.org")
        sign_up(anyone)
        assert person("eva@example.org") != ana

    def test_two_sign_ups_at_once_make_one_person(self, anyone: Client) -> None:
        """The other one comes in between this one's look and its writing."""
        first_save = SignUpForm.save

        def overtaken(form: SignUpForm, request: Any) -> Person:
            with patch.object(SignUpForm, "save", first_save):
                sign_up(Client())
            return first_save(form, request)

        with patch.object(SignUpForm, "save", overtaken):
            response = sign_up(anyone)

        assert "has an account here already" in page(response)
        assert Person.objects.count() == Record.objects.count() == 1


class TestBringingWords:
    def test_they_are_kept_as_typed_and_the_person_goes_on_with_them(self, anyone: Client) -> None:
        response = sign_up(anyone, goal=WORDS, once=ONCE)

        assert response.headers["Location"] == reverse("start")
        assert drafts(person("eva@example.org")) == [(WORDS, UUID(ONCE))]

    def test_they_ride_through_errors(self, anyone: Client) -> None:
        shown = sign_up(anyone, password1="short", goal=WORDS, once=ONCE)
        assert hidden(shown, "goal") == [WORDS.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")] * 2
        assert hidden(shown, "once") == [ONCE, ONCE]
        assert "<b>sleep" not in page(shown)

    def test_the_way_to_sign_in_posts_them(self, anyone: Client) -> None:
        shown = page(sign_up(anyone, password1="short", goal=WORDS, once=ONCE))
        assert f'<form method="post" action="{reverse("keep")}">' in shown
        assert 'name="to" value="sign-in"' in shown
        assert reverse("account_login") not in shown

    def test_without_words_the_way_to_sign_in_is_a_plain_link(self, anyone: Client) -> None:
        assert f'href="{reverse("account_login")}"' in page(anyone.get(ADDRESS))

    @pytest.mark.parametrize("unkept", ["sleep\x00well", "x" * 2_001])
    def test_words_that_cannot_be_kept_come_into_sight(self, anyone: Client, unkept: str) -> None:
        shown = page(sign_up(anyone, goal=unkept, once=ONCE))
        assert "<textarea" in shown
        assert 'href="#id_goal"' in shown
        assert unkept.replace("\x00", "�") in shown
        assert not Person.objects.exists()

    def test_a_once_that_is_none_is_drawn_anew(self, anyone: Client) -> None:
        sign_up(anyone, goal="sleep", once="not-a-uuid")
        assert [wording for wording, _ in drafts(person("eva@example.org"))] == ["sleep"]

    def test_when_they_cannot_be_kept_nobody_is_made(self, anyone: Client) -> None:
        anyone.raise_request_exception = False
        with patch("goalward.web.accounts.words.begin_draft", side_effect=DatabaseError):
            response = sign_up(anyone, goal=WORDS, once=ONCE)

        assert response.status_code == 503
        assert "&lt;b&gt;sleep" in page(response)
        assert PASSWORD not in page(response)
        assert (Person.objects.count(), Record.objects.count(), EmailAddress.objects.count()) == (0, 0, 0)

    def test_no_login_session_cookie_or_address_ever_holds_them(self, anyone: Client) -> None:
        response = sign_up(anyone, goal=WORDS, once=ONCE)
        held = everything_in_sessions() + str(response.headers) + str(anyone.cookies)
        assert LoginSession.objects.exists()
        assert "sleep" not in held
        assert ONCE not in held

    def test_someone_signed_in_meanwhile_keeps_them_all_the_same(self, as_ana: Client, ana: Person) -> None:
        response = sign_up(as_ana, goal=WORDS, once=ONCE)
        assert response.headers["Location"] == reverse("start")
        assert drafts(ana) == [(WORDS, UUID(ONCE))]


@pytest.mark.usefixtures("public_site")
class TestOnAPublicSite:
    def test_the_record_and_the_words_are_there_before_the_address_is_confirmed(self, anyone: Client) -> None:
        sign_up(anyone, goal=WORDS, once=ONCE)
        assert drafts(person("eva@example.org")) == [(WORDS, UUID(ONCE))]
        assert not is_signed_in(anyone)

    def test_without_words_the_next_page_has_an_address_of_its_own(self, anyone: Client) -> None:
        assert sign_up(anyone).headers["Location"] == reverse("account_email_verification_sent")

    @pytest.mark.parametrize("words", [{}, {"goal": WORDS, "once": ONCE}])
    def test_a_known_and_an_unknown_address_look_the_same(self, ana: Person, words: dict[str, str]) -> None:
        unknown, known = sign_up(Client(), **words), sign_up(Client(), email="ana@example.org", **words)
        assert known.status_code == unknown.status_code
        assert known.headers.get("Location") == unknown.headers.get("Location")
        assert without_token(known) == without_token(unknown)
        assert set(known.cookies) == set(unknown.cookies)

    def test_the_page_carries_the_words_on_to_sign_in(self, anyone: Client, ana: Person) -> None:
        response = sign_up(anyone, email="ana@example.org", goal=WORDS, once=ONCE)
        assert hidden(response, "once") == [ONCE]
        assert 'name="to" value="sign-in"' in page(response)
        assert "Check your mail" in page(response)

    def test_a_known_address_gets_a_mail_and_nothing_else_changes(
        self, anyone: Client, ana: Person, mailoutbox: list[EmailMessage]
    ) -> None:
        sign_up(anyone, email="ana@example.org", password1="another calm password", goal=WORDS)
        ana.refresh_from_db()
        assert [mail.to for mail in mailoutbox] == [["ana@example.org"]]
        assert ana.check_password(PASSWORD)
        assert drafts(ana) == []

    def test_a_known_address_takes_the_time_of_hashing_a_password_too(self, anyone: Client, ana: Person) -> None:
        with patch("goalward.web.accounts.forms.make_password") as hashed:
            sign_up(anyone, email="ana@example.org")
        hashed.assert_called_once_with(PASSWORD)

    def test_of_two_sign_ups_at_once_the_second_looks_like_any_other(self, anyone: Client) -> None:
        first_save = SignUpForm.save

        def overtaken(form: SignUpForm, request: Any) -> Person:
            with patch.object(SignUpForm, "save", first_save):
                sign_up(Client())
            return first_save(form, request)

        with patch.object(SignUpForm, "save", overtaken):
            response = sign_up(anyone)
        assert response.headers["Location"] == reverse("account_email_verification_sent")
        assert Person.objects.count() == 1


def test_every_time_zone_that_can_be_chosen_is_one(anyone: Client, make_person: Callable[..., Person]) -> None:
    """Whatever the list offers, "today" can be told from it."""
    zones = [
        zone for _, group in SignUpForm().fields["time_zone"].choices if isinstance(group, list) for zone, _ in group
    ]
    assert len(zones) > 400
    for zone in zones:
        assert Person(time_zone=zone).today()


def test_opening_a_record_is_part_of_it(anyone: Client) -> None:
    anyone.raise_request_exception = False
    with patch("goalward.web.accounts.forms.open_record", side_effect=DatabaseError) as opening:
        sign_up(anyone)
    assert opening.call_args.kwargs.keys() == {"by"}
    assert open_record is not opening
    assert not Person.objects.exists()


def test_the_form_sends_itself_to_sign_up_wherever_it_is_shown(anyone: Client) -> None:
    assert f'action="{ADDRESS}"' in page(anyone.get(ADDRESS))
    assert EVA.keys() <= SignUpForm().fields.keys()
