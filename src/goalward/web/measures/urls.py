from __future__ import annotations

from django.urls import path

from goalward.web.measures import answering, views

urlpatterns = [
    path("", views.my_measures, name="measures"),
    path("choose/", views.choose, name="measure_choose"),
    path("<uuid:plan_id>/", views.one_measure, name="measure"),
    path("<uuid:plan_id>/rhythm/", views.rhythm, name="measure_rhythm"),
    path("<uuid:plan_id>/stop/", views.stop, name="measure_stop"),
    path("<uuid:plan_id>/begin/", answering.begin, name="measure_begin"),
    path("answers/<uuid:administration_id>/", answering.result, name="administration"),
    path("answers/<uuid:administration_id>/all/", answering.all_questions, name="administration_all"),
    path("answers/<uuid:administration_id>/check/", answering.check, name="administration_check"),
    path("answers/<uuid:administration_id>/<int:number>/", answering.question, name="administration_question"),
]
