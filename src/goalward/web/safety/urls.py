from __future__ import annotations

from django.urls import path

from goalward.web.safety import views

urlpatterns = [
    path("help-now/", views.help_now, name="help_now"),
    path("leave/", views.leave, name="leave"),
]
