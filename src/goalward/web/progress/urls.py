from __future__ import annotations

from django.urls import path

from goalward.web.progress import views

urlpatterns = [
    path("", views.check_in_page, name="check_in"),
    path("<uuid:check_in_id>/", views.checked_in, name="checked_in"),
    path("past/<uuid:goal_id>/", views.past_check_ins, name="past_check_ins"),
]
