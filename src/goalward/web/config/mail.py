"""How mail leaves: by the operator's SMTP server, or on a loopback site into files in the data folder."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from goalward.web.config.address import Address, AddressError
from goalward.web.config.home import Home

SECONDS_TO_WAIT = 10
SCHEMES = {"smtp": (25, False, False), "smtp+starttls": (587, True, False), "smtps": (465, False, True)}


def mail_settings(address: Address, home: Home, environ: Mapping[str, str] = os.environ) -> dict[str, object]:
    """Django's mail settings from ``GOALWARD_SMTP`` ("smtps://user@mail.example.org") and its password file.

    Raises AddressError when a public site has no mail server: people could neither confirm an address nor reset a
    password.
    """
    sender = environ.get("GOALWARD_MAIL_FROM", "")
    server = environ.get("GOALWARD_SMTP", "")
    if not server:
        if not address.is_loopback:
            raise AddressError("A public site needs mail. Set GOALWARD_SMTP, for example smtps://user@mail.example.org")
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "EMAIL_FILE_PATH": home.mail,
            "DEFAULT_FROM_EMAIL": sender or "noreply@localhost",
        }
    parts, own_port = _server(server)
    port, starttls, tls = SCHEMES[parts.scheme]
    password_file = environ.get("GOALWARD_SMTP_PASSWORD_FILE")
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": own_port or port,
        "EMAIL_USE_TLS": starttls,
        "EMAIL_USE_SSL": tls,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": Path(password_file).read_text("utf-8").strip() if password_file else "",
        "EMAIL_TIMEOUT": SECONDS_TO_WAIT,
        "DEFAULT_FROM_EMAIL": sender or f"noreply@{(address.hosts or ['localhost'])[0]}",
    }


def _server(written: str) -> tuple[SplitResult, int | None]:
    """The parts of ``GOALWARD_SMTP``, and the port that it names."""
    try:
        parts = urlsplit(written)
        port = parts.port
    except ValueError:
        raise AddressError("GOALWARD_SMTP is no address. Write it like smtps://user@mail.example.org:465") from None
    if parts.scheme not in SCHEMES or not parts.hostname:
        raise AddressError("GOALWARD_SMTP must start with smtp://, smtp+starttls:// or smtps:// and name a server.")
    return parts, port
