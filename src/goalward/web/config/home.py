"""Where a site keeps its things: the data folder, and outside it the master key."""

from __future__ import annotations

import base64
import os
import secrets
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from goalward.web.config.errors import SiteError

MASTER_KEY_BYTES = 32


class HomeError(SiteError):
    """The data folder or the master key cannot be used; the sentence says what to do."""


@dataclass(frozen=True, slots=True)
class Home:
    """The folders and files of one site."""

    folder: Path
    master_key_file: Path

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> Home:
        """The site that ``GOALWARD_HOME`` and ``GOALWARD_MASTER_KEY_FILE`` name, or the defaults."""
        config = Path(environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
        return cls(
            folder=Path(environ.get("GOALWARD_HOME") or "var").resolve(),
            master_key_file=Path(environ.get("GOALWARD_MASTER_KEY_FILE") or config / "goalward" / "master.key"),
        )

    @property
    def database(self) -> Path:
        return self.folder / "goalward.sqlite3"

    @property
    def keys(self) -> Path:
        return self.folder / "keys"

    @property
    def anchors(self) -> Path:
        return self.folder / "audit-anchors.log"

    @property
    def mail(self) -> Path:
        return self.folder / "mail"

    @property
    def contacts(self) -> Path:
        """The operator's own list of help contacts, if there is one."""
        return self.folder / "contacts.csv"

    @property
    def demo_mark(self) -> Path:
        """A file that is there when everyone on this site is invented."""
        return self.folder / "demo"

    @property
    def is_made(self) -> bool:
        return self.keys.is_dir()

    def make(self) -> None:
        """Make the data folder, and a master key if neither a key nor a key store is there yet. Safe to repeat."""
        if self.is_made and not self.master_key_file.exists():
            self.master_key()
        for folder in (self.folder, self.mail):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not self.master_key_file.exists():
            self._write_master_key()
        self.keys.mkdir(mode=0o700, exist_ok=True)

    def _write_master_key(self) -> None:
        if self.master_key_file.resolve().is_relative_to(self.folder):
            raise HomeError(
                f"The master key must not lie in the data folder {self.folder}. Set GOALWARD_MASTER_KEY_FILE."
            )
        self.master_key_file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        made = os.open(self.master_key_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(made, "wb") as file:
            file.write(base64.b64encode(secrets.token_bytes(MASTER_KEY_BYTES)) + b"\n")
            file.flush()
            os.fsync(file.fileno())

    def master_key(self) -> bytes:
        """The key that opens the key store. Raises HomeError when it is missing, malformed or open to others."""
        path = self.master_key_file
        try:
            mode = path.stat().st_mode
            text = path.read_bytes()
        except OSError as error:
            raise HomeError(
                f"The master key {path} cannot be read ({error.strerror}). "
                "Put it back from its backup; without it nobody can read this site's records."
            ) from error
        if stat.S_IMODE(mode) & 0o077:
            raise HomeError(f"The master key {path} can be read by others. Run: chmod 600 {path}")
        try:
            key = base64.b64decode(text, validate=False)
        except ValueError:
            key = b""
        if len(key) != MASTER_KEY_BYTES:
            raise HomeError(f"The master key {path} is not a key of this program. Put it back from its backup.")
        return key
