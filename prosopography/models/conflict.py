"""Conflicts: where they are (derived, never typed in), and how editors settled them."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from .assertion import Assertion
from .choices import Nature, Verdict
from .event import Event
from .organisation import Organisation
from .person import Person


class ConflictEntry(models.Model):
    """That a rule found public claims at odds: an entry of an index, which is derived.

    What is shown is computed from the claims each time (``queries.conflicts``); these rows only say
    where to look, so that a long record can be listed, narrowed and counted.
    ``editing.consequences`` writes them.
    """

    key = models.CharField(max_length=300, unique=True, help_text="Rule, subject, topic.")
    rule = models.CharField(max_length=40)
    nature = models.CharField(max_length=12, choices=Nature)
    claims = models.ManyToManyField(Assertion, related_name="conflict_entries")
    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, null=True, related_name="conflict_entries"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, null=True, related_name="conflict_entries"
    )
    event = models.ForeignKey(
        Event, on_delete=models.CASCADE, null=True, related_name="conflict_entries"
    )
    fingerprint = models.CharField(max_length=64, help_text="Of the claims and their citations.")

    objects = models.Manager()

    class Meta:
        ordering = ["rule", "key"]
        verbose_name_plural = "conflict entries"
        indexes = [models.Index(fields=["rule", "key"], name="conflict_of_rule")]
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, organisation=None, event=None)
                | Q(person=None, organisation__isnull=False, event=None)
                | Q(person=None, organisation=None, event__isnull=False),
                name="%(app_label)s_%(class)s_of_one_thing",
            ),
        ]

    def __str__(self) -> str:
        return self.key


class SettlementQuerySet(models.QuerySet["Settlement"]):
    """Settlements."""

    def get_by_natural_key(self, key: str) -> "Settlement":
        """The settlement of the conflict of this key."""
        return self.get(key=key)


class Settlement(models.Model):
    """How an editor settled a conflict: one side preferred, or all stand; with the reason.

    It holds as long as the conflict's fingerprint is the one that was settled: new data reopens it.
    """

    key = models.CharField(max_length=300, unique=True, help_text="The key of the conflict.")
    fingerprint = models.CharField(
        max_length=64, help_text="That of the conflict when it was settled."
    )
    verdict = models.CharField(max_length=10, choices=Verdict)
    preferred = models.ForeignKey(
        Assertion,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="settlements",
        help_text="A claim of the preferred side.",
    )
    reason = models.CharField(max_length=500, help_text="Why; shown to readers.")
    history = HistoricalRecords()

    objects = SettlementQuerySet.as_manager()

    class Meta:
        ordering = ["key"]
        constraints = [
            models.CheckConstraint(
                condition=Q(verdict__in=Verdict.values) & ~Q(reason=""),
                name="%(app_label)s_%(class)s_without_reason",
                violation_error_message="A settlement needs its reason.",
            ),
            models.CheckConstraint(
                condition=Q(verdict=Verdict.PREFER, preferred__isnull=False)
                | Q(verdict=Verdict.STAND, preferred__isnull=True),
                name="%(app_label)s_%(class)s_preferred",
                violation_error_message="A preferred side is named by a claim of it, and only then.",
            ),
        ]

    def __str__(self) -> str:
        return self.key

    def natural_key(self) -> tuple[str]:
        """The key of the conflict."""
        return (self.key,)

    natural_key.dependencies = ["prosopography.assertion"]  # type: ignore[attr-defined]

    def clean(self) -> None:
        """A preferred side is named by a claim of it."""
        super().clean()
        if (self.verdict == Verdict.PREFER) != (self.preferred_id is not None):
            raise ValidationError(
                {"preferred": "Name a claim of the preferred side, and only of a preferred one."}
            )
