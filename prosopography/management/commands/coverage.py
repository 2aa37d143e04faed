"""Shows, paragraph by paragraph, which words of the documents are cited and which are not."""

from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser

from prosopography.management.printing import PrintingCommand, counted
from prosopography.queries.documents import DocumentError, coverage, passage_faults


class Command(PrintingCommand):
    """Prints every paragraph with its cited words in brackets; exit code 1 if one is left open."""

    help = (
        "Shows which words of each paragraph are cited (in [brackets]). Leaves with exit code 1 when a "
        "paragraph has neither a citation nor a reason why not."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("dir", type=Path, metavar="DIR", help="The folder with the documents.")
        parser.add_argument("--source", help="Only the source of this slug.")
        parser.add_argument("--summary", action="store_true", help="The figures without the text.")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            rows = list(coverage(options["dir"]))
            faults = passage_faults(options["dir"])
        except DocumentError as error:
            raise CommandError(str(error)) from error
        if options["source"]:
            rows = [row for row in rows if row.source.slug == options["source"]]
            if not rows:
                raise CommandError(f"No source “{options['source']}” was read from a file.")
        for row in rows:
            words = f"{row.cited_words} of {counted(row.words, 'word')}"
            share = f"{words}, {counted(row.citations, 'citation')}"
            state = row.reason or ("NOT LOOKED AT" if row.is_open else "")
            self.stdout.write(
                f"{row.source.slug} {row.locator}: {share}{f'; {state}' if state else ''}"
            )
            if not options["summary"]:
                self.stdout.write(f"    {row.marked()}\n")
        cited = sum(bool(row.citations) for row in rows)
        reasoned = sum(not row.citations and bool(row.reason) for row in rows)
        left = [row for row in rows if row.is_open]
        said = (
            f"{counted(len(rows), 'paragraph')}: {cited} cited, {reasoned} without a claim and with "
            f"the reason, {len(left)} left open."
        )
        for fault in faults:
            self.stdout.write(fault)
        if left or faults:
            raise CommandError(said)
        self.stdout.write(said)
