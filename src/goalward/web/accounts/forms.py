"""The forms of sign-up, sign-in and what follows, in place of the sign-in library's own."""

from __future__ import annotations

from typing import Any

from allauth.account import app_settings
from allauth.account import forms as library
from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.email_verification import send_verification_email_to_address
from allauth.account.models import EmailAddress
from django import forms
from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from goalward.web.accounts.actions import begin_email_change
from goalward.web.accounts.fields import SEEN_BY_OPERATORS, EmailField, NewPasswordField, PasswordField, TimeZoneField
from goalward.web.accounts.models import Person
from goalward.web.accounts.queries import people_known_by
from goalward.web.accounts.words import BringsWords
from goalward.web.goals.headings import HEADINGS
from goalward.web.records.actions import open_record
from goalward.web.ui.fields import ChoiceTilesField, ConfirmField

GOAL_WORDS = [(word, headings.mine) for word, headings in HEADINGS.items()]


class SignUpForm(BringsWords, library.SignupForm):
    """A new person with their record, and a draft if they bring words: all of it is kept, or none."""

    time_zone = TimeZoneField()
    adult = ConfirmField(
        label=_("I am 18 or older"),
        help_text=_("Records are for adults, 18 and over. The coach and Help now are open to everyone."),
        missing=_("Tick the box if you are 18 or older."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["email"] = EmailField(why=_("You sign in with it. We only write to you about your account."))
        self.fields["password1"] = NewPasswordField()
        self.order_fields(["goal", "once", "email", "password1", "time_zone", "adult"])

    def validate_unique_email(self, email: str) -> str:
        """Someone's own address is taken. One that somebody only wants to change to is not."""
        if people_known_by(email).exists():
            if app_settings.EMAIL_VERIFICATION != app_settings.EmailVerificationMethod.MANDATORY:
                raise get_adapter().validation_error("email_taken")
            self.account_already_exists = True
        return email

    def try_save(self, request: HttpRequest) -> tuple[Person | None, HttpResponse | None]:
        if self.account_already_exists:
            make_password(self.cleaned_data["password1"])  # so that it takes as long as for a new address
        return super().try_save(request)

    @transaction.atomic
    def save(self, request: HttpRequest) -> Person:
        person: Person = super().save(request)
        open_record(by=person)
        self.keep_words(by=person)
        return person


class SignInForm(BringsWords, library.LoginForm):
    password = PasswordField()
    user: Person | None

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["login"] = EmailField(seen_by="")

    def clean(self) -> dict[str, Any] | None:
        try:
            return super().clean()
        except ValidationError as mismatch:
            # Beside the field, so that the summary leads to where it can be put right.
            self.add_error("password", mismatch)
            return self.cleaned_data


class ResetPasswordForm(library.ResetPasswordForm):
    email = EmailField(seen_by="")

    def clean_email(self) -> str:
        """Only a person's own address opens their account, never one that they are still changing to."""
        email: str = self.cleaned_data["email"]
        self.users = list(people_known_by(email).filter(is_active=True))
        return email


class NewPasswordForm(library.ResetPasswordKeyForm):
    password1 = NewPasswordField(label=_("New password"))
    password2 = None


class ChangePasswordForm(library.ChangePasswordForm):
    oldpassword = PasswordField(label=_("The password you have now"))
    password1 = NewPasswordField(label=_("New password"))
    password2 = None


class ChangeEmailForm(library.AddEmailForm):
    email = EmailField(label=_("New email address"))
    user: Person

    def clean_email(self) -> str:
        """Whether someone else has the address is not said here; it shows when it is confirmed."""
        email: str = self.cleaned_data["email"]
        if email == self.user.email:
            raise get_adapter().validation_error("duplicate_email")
        return email

    def save(self, request: HttpRequest) -> EmailAddress:
        waiting = begin_email_change(by=self.user, email=self.cleaned_data["email"])
        send_verification_email_to_address(request, waiting)
        return waiting


class ReauthenticateForm(library.ReauthenticateForm):
    password = PasswordField()


class SettingsForm(forms.Form):
    time_zone = TimeZoneField(why=_("It tells us which day it is for you. Days that are past stay as they were."))
    goal_word = ChoiceTilesField(
        label=_("What do you like to call your goals?"),
        choices=GOAL_WORDS,
        why=_("Your pages then use this word in their headings."),
        seen_by=SEEN_BY_OPERATORS,
        required=True,
    )
