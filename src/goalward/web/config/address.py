"""The address a site is reached at, and what follows from it: on this machine alone, or for others over TLS."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from goalward.web.config.errors import SiteError

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


class AddressError(SiteError):
    """The address is not one that a site can be served at; the sentence says what to do."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where people reach the site. ``public`` is None for a site on this machine alone."""

    public: str | None = None

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> Address:
        """The address in ``GOALWARD_ADDRESS`` ("https://goals.example.org"), or loopback. Raises AddressError."""
        public = environ.get("GOALWARD_ADDRESS", "").rstrip("/") or None
        if public is None:
            return cls()
        if not _is_https_site(public):
            raise AddressError("GOALWARD_ADDRESS must be like https://goals.example.org: https, a name, and no path.")
        return cls(public)

    @property
    def is_loopback(self) -> bool:
        return self.public is None

    @property
    def is_https(self) -> bool:
        return self.public is not None

    @property
    def behind_proxy(self) -> bool:
        """TLS is ended by the operator's proxy on the same machine, which names the client in its headers."""
        return self.public is not None

    @property
    def hosts(self) -> list[str]:
        return list(LOOPBACK) if self.public is None else [str(urlsplit(self.public).hostname)]

    @property
    def trusted_origins(self) -> list[str]:
        return [] if self.public is None else [self.public]

    def cookie_name(self, name: str) -> str:
        """The browser binds a ``__Host-`` cookie to this host and to TLS."""
        return f"__Host-{name}" if self.is_https else f"goalward-{name}"


def _is_https_site(public: str) -> bool:
    try:
        parts = urlsplit(public)
        return parts.scheme == "https" and bool(parts.hostname) and not parts.path and parts.port != 0
    except ValueError:  # an open bracket, or a port that is no number
        return False
