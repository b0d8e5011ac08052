"""A new address: nothing changes until the person themself opened the link that was sent to it."""

from __future__ import annotations

import pytest
from allauth.account.models import EmailAddress
from django.core.cache import cache
from django.core.mail import EmailMessage
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from goalward.web.accounts.models import Person
from tests.integration.accounts.entrance import give_password, link_in, page, sign_in

pytestmark = pytest.mark.django_db
ADDRESS = "/account/email/"


def ask_for(browser: Client, email: str = "new@example.org") -> HttpResponse:
    return browser.post(ADDRESS, {"email": email})  # type: ignore[return-value]


def address_of(person: Person) -> str:
    person.refresh_from_db()
    return person.email


def test_a_link_goes_to_the_new_address_and_nothing_has_changed_yet(
    ana_just_asked: Client, ana: Person, mailoutbox: list[EmailMessage]
) -> None:
    response = ask_for(ana_just_asked, "New@example.org")
    assert response.headers["Location"] == ADDRESS
    assert [mail.to for mail in mailoutbox] == [["new@example.org"]]
    assert address_of(ana) == "ana@example.org"
    shown = page(ana_just_asked.get(ADDRESS))
    assert "One step is left" in shown
    assert "new@example.org" in shown


def test_opening_the_link_makes_the_new_address_theirs(
    ana_just_asked: Client, ana: Person, mailoutbox: list[EmailMessage]
) -> None:
    ask_for(ana_just_asked)
    link = link_in(str(mailoutbox[0].body))
    assert "new@example.org" in page(ana_just_asked.get(link))
    assert "Your address is confirmed" in page(ana_just_asked.post(link))
    assert address_of(ana) == "new@example.org"
    assert list(EmailAddress.objects.values_list("email", "verified", "primary")) == [("new@example.org", True, True)]


def test_the_old_address_is_told(
    ana_just_asked: Client, ana_who_confirmed: Person, mailoutbox: list[EmailMessage]
) -> None:
    ask_for(ana_just_asked)
    ana_just_asked.post(link_in(str(mailoutbox[0].body)))
    told = mailoutbox[1]
    assert (told.to, told.subject) == (["ana@example.org"], "Your email address was changed")
    assert "new@example.org" not in told.body


def test_a_stranger_who_got_the_mail_by_mistake_cannot_open_the_account(
    ana_just_asked: Client, ana: Person, as_sam: Client, anyone: Client, mailoutbox: list[EmailMessage]
) -> None:
    """A slip of the keyboard: the new address is somebody else's."""
    ask_for(ana_just_asked, "someone-else@example.org")
    link = link_in(str(mailoutbox[0].body))
    for stranger in (anyone, as_sam):
        assert "This link cannot be used" in page(stranger.get(link))
        assert "This link cannot be used" in page(stranger.post(link))
    anyone.post(reverse("account_reset_password"), {"email": "someone-else@example.org"})
    assert [mail.subject for mail in mailoutbox[1:]] == ["No account with this address"]
    assert address_of(ana) == "ana@example.org"


def test_the_old_address_still_signs_in_meanwhile_and_after_a_change_of_mind(
    ana_just_asked: Client, ana: Person
) -> None:
    ask_for(ana_just_asked)
    assert sign_in(Client(), "ana@example.org").status_code == 302
    ana_just_asked.post(ADDRESS, {"cancel": "1"})
    assert "One step is left" not in page(ana_just_asked.get(ADDRESS))
    assert list(EmailAddress.objects.values_list("email", flat=True)) == ["ana@example.org"]
    assert address_of(ana) == "ana@example.org"


def test_asking_for_another_address_forgets_the_one_before(ana_just_asked: Client) -> None:
    ask_for(ana_just_asked, "first@example.org")
    ask_for(ana_just_asked, "second@example.org")
    assert set(EmailAddress.objects.values_list("email", flat=True)) == {"ana@example.org", "second@example.org"}


def test_the_mail_can_be_sent_again_but_not_at_once(ana_just_asked: Client, mailoutbox: list[EmailMessage]) -> None:
    ask_for(ana_just_asked)
    assert ana_just_asked.post(ADDRESS, {"again": "1"}).headers["Location"] == ADDRESS
    assert len(mailoutbox) == 1
    cache.clear()
    ana_just_asked.post(ADDRESS, {"again": "1"})
    assert len(mailoutbox) == 2


def test_an_address_that_someone_else_has_looks_like_any_other_but_never_becomes_theirs(
    ana_just_asked: Client, ana: Person, sam: Person, mailoutbox: list[EmailMessage]
) -> None:
    assert ask_for(ana_just_asked, "sam@example.org").headers["Location"] == ADDRESS
    link = link_in(str(mailoutbox[0].body))
    assert "This link cannot be used" in page(ana_just_asked.post(link))
    assert (address_of(ana), address_of(sam)) == ("ana@example.org", "sam@example.org")


@pytest.mark.parametrize(
    ("email", "said"),
    [
        ("", "Write an email address with one @"),
        ("new@", "Write an email address with one @"),
        ("new@example.org\r\nBcc: sam@example.org", "Write an email address with one @"),
        ("ana@example.org", "This is the address that you use now. Write another one."),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_the_text_is_kept(
    ana_just_asked: Client, email: str, said: str
) -> None:
    shown = page(ask_for(ana_just_asked, email))
    assert shown.count(said) == 2
    assert 'href="#id_email"' in shown
    assert email.partition("\r")[0] in shown
    assert not EmailAddress.objects.exclude(email="ana@example.org").exists()


def test_no_one_makes_an_unconfirmed_address_their_own_by_another_way(ana_just_asked: Client, ana: Person) -> None:
    ask_for(ana_just_asked)
    for action in ("action_primary", "action_remove", "action_send", "action_add"):
        ana_just_asked.post(ADDRESS, {action: "1", "email": "new@example.org"})
        ana_just_asked.post(ADDRESS, {action: "1", "email": "ana@example.org"})
    assert address_of(ana) == "ana@example.org"


def test_it_asks_for_the_password_first(as_ana: Client) -> None:
    assert as_ana.get(ADDRESS).headers["Location"].startswith(reverse("account_reauthenticate"))


def test_someone_signed_out_goes_to_sign_in(anyone: Client) -> None:
    sent = ask_for(anyone)
    assert sent.status_code == 403
    assert reverse("account_login") in sent.content.decode()


def test_nothing_but_get_and_post_is_taken(as_ana: Client) -> None:
    give_password(as_ana)
    assert as_ana.put(ADDRESS).status_code == 405
