from __future__ import annotations

from django.urls import path

from goalward.web.progress.views import changes, check_in, events, numbers, overview

urlpatterns = [
    path("check-in/", check_in.check_in_page, name="check_in"),
    path("check-in/<uuid:check_in_id>/", check_in.checked_in, name="checked_in"),
    path("check-in/past/<uuid:goal_id>/", check_in.past_check_ins, name="past_check_ins"),
    path("progress/", overview.progress, name="progress"),
    path("progress/goal/<uuid:goal_id>/series.csv", numbers.goal_numbers, name="goal_numbers"),
    path("progress/measure/<uuid:plan_id>/series.csv", numbers.measure_numbers, name="measure_numbers"),
    path("progress/areas.csv", numbers.area_numbers, name="area_numbers"),
    path("progress/changes/", changes.changes, name="changes"),
    path("progress/changes/past/", changes.past_changes, name="past_changes"),
    path("progress/events/add/", events.add, name="event_add"),
    path("progress/events/<uuid:event_id>/", events.event, name="event"),
    path("progress/events/<uuid:event_id>/remove/", events.remove, name="event_remove"),
]
