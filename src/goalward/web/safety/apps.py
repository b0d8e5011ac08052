from django.apps import AppConfig


class SafetyConfig(AppConfig):
    name = "goalward.web.safety"
    default_auto_field = "django.db.models.BigAutoField"
