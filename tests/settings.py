"""The real settings, on a data folder of the test run's own, with a quick password hasher."""

import os
import tempfile
from pathlib import Path

_site = Path(tempfile.mkdtemp(prefix="goalward-tests-"))
os.environ["GOALWARD_HOME"] = str(_site / "var")
os.environ["GOALWARD_MASTER_KEY_FILE"] = str(_site / "master.key")
for _name in ("GOALWARD_ADDRESS", "GOALWARD_SMTP", "GOALWARD_COUNTRY"):
    os.environ.pop(_name, None)

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # a browser that tests drive keeps an event loop in this process

from goalward.web.config.home import Home  # noqa: E402

Home.from_environment().make()

from goalward.web.config.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
DATABASES["default"]["TEST"] = {"NAME": str(_site / "test.sqlite3")}  # noqa: F405
TEMPLATES[0]["OPTIONS"]["debug"] = True  # noqa: F405  # so that coverage sees templates
FORM_RENDERER = "tests.rendering.FollowedWidgets"
