"""The real settings with one more address."""

from goalward.web.config.settings import *  # noqa: F403

ROOT_URLCONF = "bench.urls"
