"""Widgets drawn so that coverage can follow their templates."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.forms.renderers import DjangoTemplates


class FollowedWidgets(DjangoTemplates):
    """Django's own renderer, with the positions in templates that only debugging keeps."""

    @cached_property
    def engine(self) -> Any:
        usual: Any = super().engine
        usual.engine.debug = True
        return usual
