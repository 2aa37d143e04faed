"""Alternatives: who else a name as printed may mean."""

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from simple_history.models import HistoricalRecords

from .choices import Identification, Status
from .citation import Citation
from .person import Person


class AlternativeQuerySet(models.QuerySet["Alternative"]):
    """Alternatives."""

    def get_by_natural_key(self, citation: str, person: str) -> "Alternative":
        """The alternative of this citation that is this person."""
        return self.get(citation__identifier=citation, person__slug=person)

    def public(self) -> Self:
        """Those who are published, with the person in the same query, in their order."""
        published = self.filter(person__status=Status.PUBLISHED).select_related("person")
        return published.order_by("person__sort_label", "person__slug")


class Alternative(models.Model):
    """That the name as printed in a citation may mean this person instead of the claim's.

    “Srnirnov” in a list is read as Ivan Smirnov, and Vladimir Smirnov is the alternative.
    """

    citation = models.ForeignKey(Citation, on_delete=models.PROTECT, related_name="alternatives")
    person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        related_name="alternatives",
        help_text="Somebody else whom the name as printed may mean.",
    )
    history = HistoricalRecords()

    objects = AlternativeQuerySet.as_manager()

    class Meta:
        ordering = ["citation", "person"]
        constraints = [
            models.UniqueConstraint(
                fields=["citation", "person"], name="%(app_label)s_%(class)s_twice"
            ),
        ]

    def __str__(self) -> str:
        return f"alternative {self.pk}"

    def natural_key(self) -> tuple[str, str]:
        """The citation's identifier and the person's slug."""
        return (self.citation.identifier, self.person.slug)

    natural_key.dependencies = [  # type: ignore[attr-defined]
        "prosopography.citation",
        "prosopography.person",
    ]

    def clean(self) -> None:
        """Only a doubtful identification has alternatives, and they are somebody else."""
        super().clean()
        if self.citation.identification != Identification.DOUBTFUL:
            raise ValidationError(
                {"person": "Only a doubtful identification has alternatives: mark it as doubtful."}
            )
        claim = self.citation.assertion
        if self.person_id in (claim.person_id, claim.related_person_id):
            raise ValidationError({"person": "The claim itself is about this person."})
