from django.apps import AppConfig


class CoachConfig(AppConfig):
    name = "goalward.web.coach"
    default_auto_field = "django.db.models.BigAutoField"
