from django.apps import AppConfig


class ReflectionConfig(AppConfig):
    name = "goalward.web.reflection"
    default_auto_field = "django.db.models.BigAutoField"
