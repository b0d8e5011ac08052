from __future__ import annotations

from django.urls import path

from goalward.web.goals import views

urlpatterns = [
    path("", views.my_goals, name="goals"),
    path("<uuid:goal_id>/", views.goal, name="goal"),
    path("<uuid:goal_id>/move/", views.move, name="goal_move"),
    path("<uuid:goal_id>/reword/", views.reword, name="goal_reword"),
    path("<uuid:goal_id>/why/", views.change_part, {"part": "why"}, name="goal_why"),
    path("<uuid:goal_id>/plan/", views.change_part, {"part": "plan"}, name="goal_plan"),
]
