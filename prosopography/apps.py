"""The one Django app, which is also the project's package."""

from django.apps import AppConfig


class ProsopographyConfig(AppConfig):
    """Registers the app; nothing is connected here, for there are no signals of our own."""

    name = "prosopography"
    verbose_name = "Prosopography"
    default_auto_field = "django.db.models.BigAutoField"
