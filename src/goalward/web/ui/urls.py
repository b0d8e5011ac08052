"""The gallery, for those who work on the pages: routed only while developing and in tests."""

from __future__ import annotations

from django.urls import path

from goalward.web.ui.gallery import gallery

urlpatterns = [path("gallery/", gallery, name="gallery")]
