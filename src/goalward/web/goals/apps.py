from django.apps import AppConfig


class GoalsConfig(AppConfig):
    name = "goalward.web.goals"
    default_auto_field = "django.db.models.BigAutoField"
