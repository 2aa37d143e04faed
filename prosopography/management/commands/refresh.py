"""Works out anew what is derived from many rows at once: witnesses and conflicts."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from prosopography.editing.consequences import is_stale, refresh


class Command(BaseCommand):
    """After an upgrade, or after rows were changed behind the software's back."""

    help = "Counts the independent witnesses of every claim and finds every conflict anew."

    def add_arguments(self, parser: CommandParser) -> None:
        """The options."""
        parser.add_argument(
            "--if-stale", action="store_true", help="Only if no witness was ever counted."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Does it."""
        if options["if_stale"] and not is_stale():
            return
        refresh()
        self.stdout.write("Witnesses counted, conflicts found.")
