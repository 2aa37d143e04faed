"""Telling the pages that the record has changed."""

from secrets import token_hex

from django.db import connection, transaction
from django.utils import timezone

from prosopography.models import Version


def renew() -> None:
    """Gives the record another version as soon as what is being written is there for all.

    After the transaction and not within it: editors who write at the same time would else wait for
    one another at this one row. However many acts a transaction has, one query.
    """
    waiting = (callback for _, callback, *_ in connection.run_on_commit)
    if _write not in waiting:
        transaction.on_commit(_write)


def _write() -> None:
    Version.objects.bulk_create(
        [Version(pk=1, token=token_hex(16), changed=timezone.now())],
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=["token", "changed"],
    )
