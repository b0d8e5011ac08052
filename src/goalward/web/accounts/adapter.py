"""How the sign-in library behaves here."""

from __future__ import annotations

import logging
from smtplib import SMTPException
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.core.internal.ratelimit import respond_429
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from goalward.web.accounts.models import Person
from goalward.web.accounts.queries import people_known_by
from goalward.web.accounts.words import BringsWords, brings_words

log = logging.getLogger(__name__)


class AccountAdapter(DefaultAccountAdapter):
    """Plain sentences, neutral mail, and a page that still answers when the mail server does not."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _("The email address or the password is not right. Check both, then try again."),
        "email_taken": _("This email address has an account here already. Sign in instead."),
        "duplicate_email": _("This is the address that you use now. Write another one."),
        "enter_current_password": _("This is not your password. Write the one that you sign in with."),
        "incorrect_password": _("This is not your password. Write the one that you sign in with."),
    }

    def save_user(self, request: HttpRequest, user: Person, form: Any, commit: bool = True) -> Person:
        user.time_zone = form.cleaned_data["time_zone"]
        user.adult_confirmed_at = timezone.now()
        return super().save_user(request, user, form, commit)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Beyond the limit the answer is 429, not one more "try again" beside the password."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            raise ImmediateHttpResponse(respond_429(request)) from None

    def confirm_email(self, request: HttpRequest, email_address: EmailAddress) -> bool:
        """An address that is someone else's own by now cannot become this person's."""
        others = people_known_by(email_address.email).exclude(id=email_address.user_id)
        return not others.exists() and super().confirm_email(request, email_address)

    def respond_email_verification_sent(self, request: HttpRequest, user: Person | None) -> HttpResponse:
        """The same page whether the address was new here or not. Words that came along are on it, not lost."""
        if not brings_words(request):
            return redirect("account_email_verification_sent")
        form = BringsWords(request.POST)
        return render(request, "account/verification_sent.html", {"words": form})

    def respond_user_inactive(self, request: HttpRequest, user: Person) -> HttpResponse:
        return render(request, "account/account_inactive.html", status=403)

    def is_reauthentication_required(self, *, app: str, **_options: Any) -> bool:
        return True

    def is_ajax(self, request: HttpRequest) -> bool:
        return False  # no page here answers in JSON

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        try:
            super().send_mail(template_prefix, email, context)
        except (OSError, SMTPException):
            # The page goes on: the person can ask for the mail again. The log says nothing about whom.
            log.exception("A mail could not be handed to the mail server")
