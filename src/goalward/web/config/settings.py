"""One settings file for every site, driven by the environment. ``goalward init`` makes what it reads."""

from __future__ import annotations

import base64
import os
from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from goalward.web.config.address import Address
from goalward.web.config.home import Home
from goalward.web.config.mail import mail_settings
from goalward.web.records.sealing import keystore

HOME = Home.from_environment()
ADDRESS = Address.from_environment()
COUNTRY = os.environ.get("GOALWARD_COUNTRY", "").upper() or None  # whose help contacts come first
IS_DEMO = HOME.demo_mark.exists()

DEBUG = False
SECRET_KEY = base64.b64encode(keystore().system_key("django")).decode()
ALLOWED_HOSTS = ADDRESS.hosts
CSRF_TRUSTED_ORIGINS = ADDRESS.trusted_origins
ROOT_URLCONF = "goalward.web.config.urls"
WSGI_APPLICATION = "goalward.web.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.staticfiles",
    "goalward.web.ui",
    "goalward.web.accounts",  # before the sign-in library: our templates stand in for its own
    "allauth",
    "allauth.account",
    "csp",
    "goalward.web.records",
    "goalward.web.audit",
    "goalward.web.safety",
    "goalward.web.coach",
    "goalward.web.reflection",
    "goalward.web.goals",
    "goalward.web.measures",
    "goalward.web.progress",
]

MIDDLEWARE = [
    "goalward.web.config.headers.private_by_default",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "goalward.web.config.encoding.utf_8_alone",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "goalward.web.accounts.middleware.SignInUnlessOpen",
    "goalward.web.accounts.middleware.in_the_persons_time_zone",
    "goalward.web.accounts.middleware.ask_again_who_it_is",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": [
                "goalward.web.ui.templatetags.ui",
                "goalward.web.ui.templatetags.sentences",
                "django.templatetags.i18n",
                "django.templatetags.static",
            ],
            "context_processors": ["goalward.web.accounts.context.person", "django.template.context_processors.csrf"],
        },
    }
]

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        # mode=rw: a database that has gone missing is an error, never a new empty file.
        "NAME": f"file:{HOME.database}?mode=rw",
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 5,
            "init_command": "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;",
        },
    }
}
CACHES = {
    # Sign-in limits must hold across processes, so they live in the database.
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "goalward_cache"},
    # Limits on pages that must not touch the database.
    "in_process": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},  # when it is full, counts are dropped: a flood must not fill it
    },
}

AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "goalward.web.accounts.passwords.NotOurOwnName"},
]
PASSWORD_RESET_TIMEOUT = 60 * 60
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"

ACCOUNT_ADAPTER = "goalward.web.accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "signup": "goalward.web.accounts.forms.SignUpForm",
    "login": "goalward.web.accounts.forms.SignInForm",
    "reset_password": "goalward.web.accounts.forms.ResetPasswordForm",
    "reset_password_from_key": "goalward.web.accounts.forms.NewPasswordForm",
    "change_password": "goalward.web.accounts.forms.ChangePasswordForm",
    "add_email": "goalward.web.accounts.forms.ChangeEmailForm",
    "reauthenticate": "goalward.web.accounts.forms.ReauthenticateForm",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "optional" if ADDRESS.is_loopback else "mandatory"
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_LOGOUT_REDIRECT_URL = "home"
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGIN_BY_CODE_ENABLED = False
# By address alone: a limit by account would let anyone lock a person out of their own record.
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip"}

SESSION_ENGINE = "goalward.web.accounts.sessions"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_NAME = ADDRESS.cookie_name("session")
SESSION_COOKIE_SECURE = ADDRESS.is_https
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = ADDRESS.cookie_name("csrf")
CSRF_COOKIE_SECURE = ADDRESS.is_https
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_AGE = None
CSRF_FAILURE_VIEW = "goalward.web.safety.errors.csrf_failure"
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if ADDRESS.is_https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = ADDRESS.is_https
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ADDRESS.behind_proxy else None
# With "no-referrer" browsers send "Origin: null" with our own forms, and no origin could be checked.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if ADDRESS.behind_proxy else 0

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

globals().update(mail_settings(ADDRESS, HOME))

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English"))]
LOCALE_PATHS = [Path(__file__).resolve().parent.parent / "locale"]
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 600

DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024  # four answers of 100,000 characters in any script, form-encoded
DATA_UPLOAD_MAX_NUMBER_FIELDS = 400
FILE_UPLOAD_HANDLERS: list[str] = []

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"no_content": {"()": "goalward.web.config.logs.WithoutContent"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "no_content"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        "django.request": {"level": "CRITICAL"},  # each fault is logged once, by our own handler, with its reference
    },
}
