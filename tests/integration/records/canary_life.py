"""A life on a real site, in steps of one process each: ``python -m tests.integration.records.canary_life STEP``."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from typing import Any
from uuid import UUID

import django

django.setup()

from allauth.account.models import EmailAddress  # noqa: E402
from django.core.mail import send_mail  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402

from goalward.web.accounts.models import Person  # noqa: E402
from goalward.web.audit.verification import verify_all  # noqa: E402
from goalward.web.config.home import Home  # noqa: E402
from goalward.web.goals.models import GoalVersion  # noqa: E402
from goalward.web.records.actions import open_record  # noqa: E402
from goalward.web.records.sealing import CannotOpenError, open_value  # noqa: E402
from tests.conftest import PASSWORD  # noqa: E402
from tests.integration.records.full_record import fill  # noqa: E402
from tests.site_process import ROOT, Site  # noqa: E402

LIFE = "tests.integration.records.canary_life"
WORDS = "canary-words-7d1f"
EMAIL = "canary-7d1f@example.org"
OTHER = "other-7d1f@example.org"


def live() -> None:
    """Two people sign up, write something in every field, and get a letter each."""
    for email, words in ((EMAIL, WORDS), (OTHER, "other words")):
        person = Person.objects.create_user(email=email, password=PASSWORD, time_zone="Europe/Vienna")
        EmailAddress.objects.create(user=person, email=email, verified=True, primary=True)
        open_record(by=person)
        fill(person, words)
        send_mail("Goalward", f"Confirm {email}.", None, [email])


def erase() -> dict[str, Any]:
    """The canary's person looks around, exports and erases, by the pages."""
    browser = Client(headers={"host": "127.0.0.1"})
    browser.force_login(Person.objects.get(email=EMAIL))
    browser.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    export = browser.post(reverse("record_export")).content.decode()
    statuses = [browser.get(reverse(name)).status_code for name in ("record", "record_erase")]
    done = browser.post(reverse("record_erase"), {"sure": "on"})
    return {"was in the export": WORDS in export, "statuses": [*statuses, done.status_code]}


def can_read(database: str) -> dict[str, bool]:
    """Whose words in this copy of the database open with the keys that are in the store now."""
    label = GoalVersion._meta.get_field("wording").label  # type: ignore[union-attr]  # it is an encrypted field
    with sqlite3.connect(database) as copy:
        rows = copy.execute(
            "SELECT person.email, version.id, version.record_id, version.wording FROM goals_goalversion AS version"
            " JOIN records_record AS record ON version.record_id = record.id"
            " JOIN accounts_person AS person ON record.person_id = person.id"
        ).fetchall()
    copy.close()
    return {email: opens(label, sealed, UUID(row), UUID(record)) for email, row, record, sealed in rows}


def opens(label: str, sealed: bytes, row_id: UUID, record_id: UUID) -> bool:
    try:
        return bool(open_value(label, sealed, row_id=row_id, record_id=record_id))
    except CannotOpenError:
        return False


def chain() -> dict[str, int]:
    verdict = verify_all(Home.from_environment().anchors)
    return {"chains": verdict.chains, "broken": len(verdict.broken)}


def step(site: Site, *words: str) -> tuple[Any, str]:
    """Run one step on the site. Returns its result, and all that it wrote to the terminal."""
    environment = site.environment | {"DJANGO_SETTINGS_MODULE": "goalward.web.config.settings"}
    done = subprocess.run(
        [sys.executable, "-m", LIFE, *words], env=environment, cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout), done.stdout + done.stderr


STEPS: dict[str, Callable[..., Any]] = {step.__name__: step for step in (live, erase, can_read, chain)}

if __name__ == "__main__":
    sys.stdout.write(json.dumps(STEPS[sys.argv[1]](*sys.argv[2:])))
