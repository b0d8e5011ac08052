from __future__ import annotations

from django.urls import path

from goalward.web.reflection import views

urlpatterns = [
    path("", views.start, name="start"),
    path("another/", views.start_another, name="start_another"),
    path("look-again/", views.look_again, name="look_again"),
    path("look-again/<slug:code>/", views.LookAgainStep.as_view(), name="look_again_step"),
    path("<uuid:goal_id>/", views.start_resume, name="start_resume"),
    path("<uuid:goal_id>/check/", views.start_check, name="start_check"),
    path("<uuid:goal_id>/later/", views.start_later, name="start_later"),
    path("<uuid:goal_id>/<slug:code>/", views.StartStep.as_view(), name="start_step"),
]
