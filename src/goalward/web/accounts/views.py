"""The pages of sign-up, sign-in and the account. What they do is the sign-in library's; how they differ is here."""

from __future__ import annotations

from typing import Any

from allauth.account import views as library
from allauth.account.internal.flows.email_verification import send_verification_email_to_address
from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from allauth.account.mixins import NextRedirectMixin
from allauth.account.models import EmailConfirmationHMAC
from django.contrib.auth.decorators import login_not_required
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from goalward.web.accounts.actions import cancel_email_change, change_settings
from goalward.web.accounts.forms import SettingsForm, SignInForm, SignUpForm
from goalward.web.accounts.queries import waiting_addresses
from goalward.web.accounts.requests import PersonRequest
from goalward.web.accounts.words import ask_again, brings_words, keep_for, words_to_keep
from goalward.web.config.origin import same_site, small_enough
from goalward.web.safety.errors import error_page

CLEARED = '"cache", "storage"'


class Page:
    """A page that is asked for or sent a form, and nothing else."""

    http_method_names = ["get", "head", "post", "options"]


class Entrance(Page, NextRedirectMixin):
    """A way in, for people who may bring words with them."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated and brings_words(request):
            return keep_for(request.user, request)
        return super().dispatch(request, *args, **kwargs)

    def get_success_url(self) -> str:
        return reverse("start") if brings_words(self.request) else super().get_success_url()


@method_decorator(login_not_required, name="dispatch")
class SignUpView(Entrance, library.SignupView):
    def form_valid(self, form: SignUpForm) -> HttpResponse:
        try:
            return super().form_valid(form)
        except IntegrityError:
            # The same address signed up a moment ago. Looked at once more, the form knows it.
            form.full_clean()
            return super().form_valid(form) if form.is_valid() else self.form_invalid(form)


@method_decorator(login_not_required, name="dispatch")
class SignInView(Entrance, library.LoginView):
    def form_valid(self, form: SignInForm) -> HttpResponse:
        # The words first: should anything fail after them, they are kept.
        if form.user and form.user.is_active:
            form.keep_words(by=form.user)
        return super().form_valid(form)


@csrf_exempt  # the browser may have no cookie yet: the origin is checked instead
@login_not_required
def keep(request: HttpRequest) -> HttpResponse:
    """Someone wants to keep what they wrote: on to sign-up or sign-in with it, or straight into their record."""
    if request.method != "POST":
        return redirect("home")
    if not same_site(request):
        return error_page(403)
    if not small_enough(request):
        return error_page(400)
    return keep_for(request.user, request) if request.user.is_authenticated else show_way_in(request)


def show_way_in(request: HttpRequest) -> HttpResponse:
    words = words_to_keep(request)
    if words is None:
        return ask_again(request)
    if request.POST.get("to") == "sign-in":
        return render(request, "account/login.html", {"form": SignInForm(initial=words.cleaned_data)})
    return render(request, "account/signup.html", {"form": SignUpForm(initial=words.cleaned_data)})


class SignOutView(Page, library.LogoutView):
    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().post(*args, **kwargs)
        response["Clear-Site-Data"] = CLEARED
        return response


class ReauthenticateView(Page, library.ReauthenticateView):
    def form_valid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        self.request.session.cycle_key()
        return response


class ChangePasswordView(Page, library.PasswordChangeView):
    def get_default_success_url(self) -> str:
        return reverse("account") + "?done=password"


class ChangeEmailView(Page, library.EmailView):
    """Asks for the password before the page is shown, so that nothing typed on it is lost to asking."""

    def dispatch(self, request: PersonRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        raise_if_reauthentication_required(request, app="allauth.account")
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: PersonRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "again" in request.POST:
            for address in waiting_addresses(request.user):
                send_verification_email_to_address(request, address)
        elif "cancel" in request.POST:
            cancel_email_change(by=request.user)
        else:
            return super(library.EmailView, self).post(request, *args, **kwargs)
        return redirect("account_email")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        waiting = waiting_addresses(self.request.user).first()
        return {**super().get_context_data(**kwargs), "waiting": waiting}


class ResetPasswordView(Page, library.PasswordResetView):
    """Asks for the address to send a link to."""


class NewPasswordView(Page, library.PasswordResetFromKeyView):
    """Where that link leads."""


class ConfirmEmailView(Page, library.ConfirmEmailView):
    """Shows a button, because mail programs open links on their own. No GET changes anything."""

    def get(self, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            self.object = self.get_object()
        except Http404:
            self.object = None
        return self.render_to_response(self.get_context_data())

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            with transaction.atomic():
                return super().post(*args, **kwargs)
        except Http404:
            return self.get(*args, **kwargs)

    def get_object(self, queryset: object = None) -> EmailConfirmationHMAC:
        """Raises Http404 also for a change of address unless its person is signed in: a slip of the keyboard must not
        let a stranger in.
        """
        confirmation = super().get_object(queryset)
        address = confirmation.email_address
        if address.email != address.user.email and address.user_id != self.request.user.pk:
            raise Http404
        return confirmation

    def respond(self, success: bool) -> HttpResponse:
        self.object = self.object if success else None
        return self.render_to_response(self.get_context_data(done=success))


@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: PersonRequest) -> HttpResponse:
    """What a person can change about their account, and the ways to the pages for the rest."""
    person = request.user
    now = {"time_zone": person.time_zone, "goal_word": person.goal_word}
    form = SettingsForm(request.POST if request.method == "POST" else None, initial=now)
    if form.is_valid():
        change_settings(by=person, **form.cleaned_data)
        return redirect(reverse("account") + "?done=settings")
    return render(request, "account/settings.html", {"form": form, "done": request.GET.get("done")})
