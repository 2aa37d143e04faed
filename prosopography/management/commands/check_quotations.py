"""Holds every quotation of the record against the documents."""

from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser

from prosopography.management.printing import PrintingCommand, counted
from prosopography.queries.documents import DocumentError, check_quotations


class Command(PrintingCommand):
    """Finds every quotation in its paragraph, or names it and leaves with exit code 1."""

    help = "Finds every quotation, and every name as printed, in its paragraph of the documents."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("dir", type=Path, metavar="DIR", help="The folder with the documents.")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            report = check_quotations(options["dir"])
        except DocumentError as error:
            raise CommandError(str(error)) from error
        for fault in report.faults:
            self.stdout.write(str(fault))
        said = f"{counted(report.found, 'quotation')} found in the paragraphs cited"
        if report.without_words:
            said += f", {counted(report.without_words, 'citation')} without words"
        if report.faults:
            raise CommandError(f"{said}, {counted(len(report.faults), 'fault')}.")
        if not report.found:
            raise CommandError(
                "Nothing to check: no citation of a source that was read from a file."
            )
        self.stdout.write(f"{said}, no fault.")
