"""The server's entry point."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable
from typing import Any

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goalward.web.config.settings")
log = logging.getLogger(__name__)
pages = get_wsgi_application()
LAST_RESORT = b"Something went wrong on this site. In danger now? Call your local emergency number.\n"


def application(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """Django's pages; if even an error page fails, one plain sentence. The server must log no error's content."""
    try:
        return pages(environ, start_response)
    except Exception as error:
        log.critical("An error page failed", exc_info=error)
        headers = [("Content-Type", "text/plain; charset=utf-8"), ("Cache-Control", "no-store")]
        start_response("500 Internal Server Error", headers)
        return [LAST_RESORT]
