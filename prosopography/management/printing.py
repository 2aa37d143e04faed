"""What commands that print much have in common."""

import os
from typing import Any

from django.core.management.base import BaseCommand

#: What the shell calls a program that writes to a pipe which nobody reads any more (128 + SIGPIPE).
UNREAD = 141


class PrintingCommand(BaseCommand):
    """A command whose output may be cut off: ``manage.py coverage DIR | head``."""

    def execute(self, *args: Any, **options: Any) -> Any:
        """Django's; it ends without a word, with exit code 141, when nobody reads on."""
        try:
            try:
                return super().execute(*args, **options)
            finally:
                # What is still held back would otherwise be written, and fail, at the very end.
                self.stdout.flush()
        except BrokenPipeError as error:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self.stdout.fileno())
            os.close(nowhere)
            raise SystemExit(UNREAD) from error


def counted(number: int, noun: str) -> str:
    """A number of things in words that fit: 1 fault, 2 faults."""
    return f"{number} {noun if number == 1 else f'{noun}s'}"
