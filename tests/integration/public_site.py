"""Prints the headers and cookies of a site at a public address: ``python -m tests.integration.public_site``.

Reads the settings from the environment; needs a data folder of its own.
"""

from __future__ import annotations

import json
import sys

from goalward.cli.site import make_site
from goalward.web.config.home import Home

make_site(Home.from_environment())

from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from goalward.web.accounts.models import Person  # noqa: E402
from goalward.web.records.actions import open_record  # noqa: E402

HOST = "goals.example.org"
PASSWORD = "a calm and long password"


def sign_in(browser: Client) -> dict[str, str]:
    """The cookies that are set on the way in, as the browser receives them."""
    person = Person.objects.create_user("ana@example.org", PASSWORD, adult_confirmed_at=timezone.now())
    open_record(by=person)
    person.emailaddress_set.create(email=person.email, verified=True, primary=True)
    shown = browser.get("/account/sign-in/")
    token = shown.context["csrf_token"]
    origin = {"HTTP_ORIGIN": f"https://{HOST}", "HTTP_SEC_FETCH_SITE": "same-origin"}
    words = {"login": person.email, "password": PASSWORD, "csrfmiddlewaretoken": str(token)}
    sent = browser.post("/account/sign-in/", words, **origin)
    if sent.status_code != 302:
        raise SystemExit(sent.content.decode())
    return {name: cookie.OutputString() for name, cookie in {**shown.cookies, **sent.cookies}.items()}


def main() -> None:
    from django.test.utils import setup_test_environment  # noqa: PLC0415  # keeps the pages' contexts, not their hosts

    forwarded = {"HTTP_X_FORWARDED_PROTO": "https", "HTTP_X_FORWARDED_FOR": "198.51.100.7"}
    hosts = (HOST, "127.0.0.1", "evil.example")
    statuses = {host: Client(HTTP_HOST=host, **forwarded).get("/help-now/").status_code for host in hosts}
    headers = dict(Client(HTTP_HOST=HOST, **forwarded).get("/help-now/").headers)
    setup_test_environment(debug=False)
    browser = Client(enforce_csrf_checks=True, HTTP_HOST=HOST, **forwarded)
    sys.stdout.write(json.dumps({"statuses": statuses, "headers": headers, "cookies": sign_in(browser)}))


if __name__ == "__main__":
    main()
