"""Settlements after a renaming: what a row is called was not what was weighed."""

from typing import Any

from django.db.models import Exists, OuterRef

from prosopography.models import ConflictEntry, Settlement


def held_settlements() -> set[int]:
    """The keys of the settlements that hold now: whose conflict is as it was when it was settled."""
    entry = ConflictEntry.objects.filter(key=OuterRef("key"), fingerprint=OuterRef("fingerprint"))
    return set(Settlement.objects.filter(Exists(entry)).values_list("pk", flat=True))


def carry_over(row: Any, old_slug: str, held: set[int], *, editor: Any = None) -> None:
    """Lets settlements follow a row that was renamed, after its conflicts were found anew.

    Their keys name rows by their slugs, and so does what was weighed. ``held`` are those that held
    before (see ``held_settlements``): they hold on.
    """
    for settlement in Settlement.objects.all():
        before = settlement.key, settlement.fingerprint
        rule, noun, subject, *topic = settlement.key.split(":")
        if noun == row._meta.model_name and subject == old_slug:
            subject = row.slug
        topic = [row.slug if word == old_slug else word for word in topic]
        settlement.key = ":".join([rule, noun, subject, *topic])
        entry = ConflictEntry.objects.filter(key=settlement.key).first()
        if settlement.pk in held and entry is not None:
            settlement.fingerprint = entry.fingerprint
        if (settlement.key, settlement.fingerprint) != before:
            _sign(settlement, editor)
            settlement.save()


def _sign(settlement: Any, editor: Any) -> None:
    settlement._history_user = editor
    settlement._change_reason = "renamed"
