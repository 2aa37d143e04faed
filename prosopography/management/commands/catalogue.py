"""The translations of the public pages: find what is to be translated, make what Django reads."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from prosopography.management import catalogue


class Command(BaseCommand):
    """``update`` after a text was changed, ``compile`` after a translation was."""

    help = "Brings the catalogues of translations up to date, or compiles them for use."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """The options."""
        parser.add_argument("act", choices=["update", "compile"])

    def handle(self, *args: Any, **options: Any) -> None:
        """Does it, and says what is missing."""
        for language in catalogue.languages():
            if options["act"] == "update":
                missing = catalogue.update(language)
                self.stdout.write(f"{language}: {missing} texts without a translation.")
            catalogue.compile_one(language)
