from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "goalward.web.ui"
    label = "ui"
