"""The only addresses of the sign-in library that exist here, under its own names, and ours beside them."""

from __future__ import annotations

from allauth.account import views as library
from django.urls import path, re_path

from goalward.web.accounts import views

urlpatterns = [
    path("", views.settings, name="account"),
    path("keep/", views.keep, name="keep"),
    path("sign-up/", views.SignUpView.as_view(), name="account_signup"),
    path("sign-in/", views.SignInView.as_view(), name="account_login"),
    path("sign-out/", views.SignOutView.as_view(), name="account_logout"),
    path("reauthenticate/", views.ReauthenticateView.as_view(), name="account_reauthenticate"),
    path("password/", views.ChangePasswordView.as_view(), name="account_change_password"),
    path("email/", views.ChangeEmailView.as_view(), name="account_email"),
    path("email/sent/", library.EmailVerificationSentView.as_view(), name="account_email_verification_sent"),
    re_path(r"^email/confirm/(?P<key>[-:\w]+)/$", views.ConfirmEmailView.as_view(), name="account_confirm_email"),
    path("reset/", views.ResetPasswordView.as_view(), name="account_reset_password"),
    path("reset/sent/", library.PasswordResetDoneView.as_view(), name="account_reset_password_done"),
    path("reset/done/", library.PasswordResetFromKeyDoneView.as_view(), name="account_reset_password_from_key_done"),
    re_path(
        r"^reset/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        views.NewPasswordView.as_view(),
        name="account_reset_password_from_key",
    ),
]
