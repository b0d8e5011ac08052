"""Every address. A new one needs its row in tests/access/matrix.toml."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("", include("goalward.web.coach.urls")),
    path("", include("goalward.web.safety.urls")),
    path("account/", include("goalward.web.accounts.urls")),
    path("start/", include("goalward.web.reflection.urls")),
    path("goals/", include("goalward.web.goals.urls")),
    path("", include("goalward.web.progress.urls")),
    path("measures/", include("goalward.web.measures.urls")),
    path("record/", include("goalward.web.records.urls")),
]
handler400 = "goalward.web.safety.errors.bad_request"
handler403 = "goalward.web.safety.errors.forbidden"
handler404 = "goalward.web.safety.errors.not_found"
handler429 = "goalward.web.safety.errors.too_many_requests"  # asked for by the sign-in library
handler500 = "goalward.web.safety.errors.server_error"
