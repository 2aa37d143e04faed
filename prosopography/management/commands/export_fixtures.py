"""The record out, as the fixtures from which it can be loaded again."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError, CommandParser

from prosopography.interchange.fixtures import NothingToExportError, export
from prosopography.management.printing import PrintingCommand


class Command(PrintingCommand):
    """Writes ``DIR/vocabulary.json`` and ``DIR/RECORD/*.json``, sorted and stable."""

    help = "Writes the whole record, drafts included, as fixtures that loaddata takes."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("dir", type=Path, metavar="DIR", help="The folder to write into.")
        parser.add_argument(
            "--record",
            default=settings.RECORD,
            help="The name of the subfolder (default: the setting RECORD).",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        record = options["record"]
        if not record.replace("_", "").replace("-", "").isalnum():
            raise CommandError("--record: a name of letters, digits, - and _.")
        try:
            counts = export(options["dir"], record)
        except NothingToExportError as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(f"{options['dir']} cannot be written: {error}") from error
        for path, count in counts.items():
            self.stdout.write(f"{count:6} {path}")
