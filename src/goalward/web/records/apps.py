from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "goalward.web.records"
    default_auto_field = "django.db.models.BigAutoField"
