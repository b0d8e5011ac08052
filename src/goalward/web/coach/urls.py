from __future__ import annotations

from django.urls import path

from goalward.web.coach import views

urlpatterns = [
    path("", views.front, name="home"),
    path("read/", views.read, name="read"),
]
