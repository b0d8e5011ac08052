"""Mail as a real server gets it: plain, neutral, to one person; and pages that stand when no server answers."""

from __future__ import annotations

import re
import socket
from collections.abc import Callable, Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from goalward.web.accounts.models import Person
from tests.conftest import PASSWORD
from tests.integration.accounts.entrance import (
    ONCE,
    WORDS,
    give_password,
    is_signed_in,
    link_in,
    page,
    person,
    sign_in,
    sign_up,
)

pytestmark = pytest.mark.django_db
TELLING = re.compile(r"(?i)goal|therap|aim|hope|wish|mind|mental|health|feel|client|record|coach|self|care|help")
SLOWEST = 0.3  # seconds that a page waits for a mail server in these tests


class Postbox:
    """A mail server that keeps what it is handed, and refuses when told to."""

    def __init__(self) -> None:
        self.mails: list[tuple[list[str], EmailMessage]] = []
        self.refuses_people = self.refuses_text = False

    async def handle_RCPT(self, _server: SMTP, _session: Session, envelope: Envelope, to: str, _options: Any) -> str:  # noqa: N802
        if self.refuses_people:
            return "550 No such person here"
        envelope.rcpt_tos.append(to)
        return "250 OK"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.refuses_text:
            return "554 Not wanted"
        mail = message_from_bytes(bytes(envelope.content or b""), policy=policy.default)
        self.mails.append((envelope.rcpt_tos, mail))  # type: ignore[arg-type]
        return "250 OK"


def use_server(settings: Settings, port: int) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", port, SLOWEST
    settings.DEFAULT_FROM_EMAIL = "noreply@site.example"


@pytest.fixture
def postbox(settings: Settings) -> Iterator[Postbox]:
    box = Postbox()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Controller(box, hostname="127.0.0.1", port=port)
    server.start()
    use_server(settings, port)
    yield box
    server.stop()


def body(mail: EmailMessage) -> str:
    return str(mail.get_content())


def ask_for_link(email: str) -> HttpResponse:
    return Client().post(reverse("account_reset_password"), {"email": email})  # type: ignore[return-value]


def change_password(browser: Client) -> HttpResponse:
    fields = {"oldpassword": PASSWORD, "password1": "another calm password"}
    return browser.post(reverse("account_change_password"), fields)  # type: ignore[return-value]


def change_email(browser: Client) -> HttpResponse:
    give_password(browser)
    return browser.post(reverse("account_email"), {"email": "new@example.org"})  # type: ignore[return-value]


@pytest.fixture
def every_mail(
    postbox: Postbox, public_site: None, ana: Person, ana_who_confirmed: Person, as_ana: Client
) -> list[tuple[list[str], EmailMessage]]:
    """All that anyone here can be sent, on the occasions that send it."""
    sign_up(Client(), goal=WORDS, once=ONCE)
    sign_up(Client(), email="ana@example.org", goal=WORDS, once=ONCE)
    ask_for_link("ana@example.org")
    ask_for_link("nobody@example.org")
    browser = Client()
    led = browser.get(link_in(body(postbox.mails[2][1]))).headers["Location"]
    browser.post(led, {"password1": PASSWORD})
    as_ana.force_login(person("ana@example.org"))
    change_password(as_ana)
    give_password(as_ana, "another calm password")
    as_ana.post(reverse("account_email"), {"email": "new@example.org"})
    as_ana.post(link_in(body(postbox.mails[-1][1])))
    return postbox.mails


def test_each_occasion_sends_its_mail_to_one_person(every_mail: list[tuple[list[str], EmailMessage]]) -> None:
    assert [(to, mail["Subject"]) for to, mail in every_mail] == [
        (["eva@example.org"], "Confirm your email address"),
        (["ana@example.org"], "You have an account already"),
        (["ana@example.org"], "Set a new password"),
        (["nobody@example.org"], "No account with this address"),
        (["ana@example.org"], "Your password was changed"),
        (["ana@example.org"], "Your password was changed"),
        (["new@example.org"], "Confirm your email address"),
        (["ana@example.org"], "Your email address was changed"),
    ]


def test_a_mail_is_plain_text_and_says_nothing_of_what_the_site_is_for(
    every_mail: list[tuple[list[str], EmailMessage]],
) -> None:
    for to, mail in every_mail:
        assert mail.get_content_type() == "text/plain"
        assert mail["From"] == "noreply@site.example"
        assert mail["To"] == to[0]
        assert not {"Cc", "Bcc", "Reply-To"} & set(mail.keys())
        said = re.sub(r"http://testserver/\S+", "", f"{mail['Subject']}\n{body(mail)}")
        assert not TELLING.findall(said)
        assert "sleep" not in said
        assert "&" not in said
        assert "<" not in said
        assert "This mail comes from testserver." in said


def test_a_link_says_nothing_either(every_mail: list[tuple[list[str], EmailMessage]]) -> None:
    links = [link for _, mail in every_mail for link in re.findall(r"http://testserver(/\S+)", body(mail))]
    assert len(links) == 6
    # The last part is drawn at random, and any letters may turn up in it.
    assert not [link for link in links if TELLING.search(link.rsplit("/", 2)[0])]


@pytest.mark.parametrize(
    "email",
    [
        "eva@example.org\nBcc: sam@example.org",
        "eva@example.org\r\n\r\nAnother mail",
        "eva@example.org, sam@example.org",
        "eva@example.org\x00",
        '"eva\nBcc:sam@example.org"@example.org',
    ],
)
def test_an_address_cannot_add_headers_or_people(postbox: Postbox, as_ana: Client, email: str) -> None:
    sign_up(Client(), email=email)
    ask_for_link(email)
    give_password(as_ana)
    as_ana.post(reverse("account_email"), {"email": email})
    sign_in(Client(), email)
    assert postbox.mails == []


def test_an_address_in_another_script_gets_its_mail(postbox: Postbox) -> None:
    sign_up(Client(), email="eva@bücher.example")
    assert [to for to, _ in postbox.mails] == [["eva@xn--bcher-kva.example"]]


# When no server answers


@pytest.fixture(params=["absent", "hanging", "hanging up", "refusing people", "refusing the text"])
def broken_mail(request: pytest.FixtureRequest, settings: Settings, postbox: Postbox) -> Iterator[None]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        if request.param == "hanging":
            listener.listen()
        if request.param in {"absent", "hanging"}:
            use_server(settings, listener.getsockname()[1])
        if request.param == "hanging up":
            settings.EMAIL_USE_SSL = True
        postbox.refuses_people = request.param == "refusing people"
        postbox.refuses_text = request.param == "refusing the text"
        yield


@pytest.mark.usefixtures("broken_mail")
class TestWithoutMail:
    def test_reset_answers_as_ever(self, ana: Person, anyone: Client) -> None:
        response = ask_for_link("ana@example.org")
        assert response.status_code == 302
        assert "Our mail may also be down, so try again later." in page(anyone.get(response.headers["Location"]))  # type: ignore[arg-type]

    def test_sign_up_makes_the_person_and_keeps_the_words(self, anyone: Client, public_site: None) -> None:
        response = sign_up(anyone, goal=WORDS, once=ONCE)
        assert "Signing in sends it again." in page(response)
        assert person("eva@example.org").record.goals.count() == 1

    def test_on_ones_own_machine_sign_up_lets_in(self, anyone: Client) -> None:
        sign_up(anyone)
        assert is_signed_in(anyone)

    def test_a_password_is_changed_all_the_same(self, as_ana: Client, ana: Person) -> None:
        assert change_password(as_ana).status_code == 302
        ana.refresh_from_db()
        assert ana.check_password("another calm password")

    def test_a_change_of_address_waits(self, as_ana: Client) -> None:
        assert change_email(as_ana).status_code == 302
        assert "or let us send it again." in page(as_ana.get(reverse("account_email")))  # type: ignore[arg-type]

    def test_the_log_names_nobody(self, ana: Person, caplog: pytest.LogCaptureFixture) -> None:
        ask_for_link("ana@example.org")
        [told] = [each for each in caplog.records if each.name == "goalward.web.accounts.adapter"]
        assert told.getMessage() == "A mail could not be handed to the mail server"


def test_on_ones_own_machine_the_pages_say_where_mail_is(
    anyone: Client, settings: Settings, tmp_path_factory: Callable[..., Any]
) -> None:
    where = "a file in the folder “mail” of its data"
    done = reverse("account_reset_password_done")
    assert where not in page(anyone.get(done))  # type: ignore[arg-type]
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    assert where in page(anyone.get(done))  # type: ignore[arg-type]
