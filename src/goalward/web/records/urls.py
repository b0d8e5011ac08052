from __future__ import annotations

from django.urls import path

from goalward.web.records import views

urlpatterns = [
    path("", views.record, name="record"),
    path("export/", views.export, name="record_export"),
    path("erase/", views.erase, name="record_erase"),
    path("erased/", views.erased, name="record_erased"),
]
