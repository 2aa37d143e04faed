"""Citations: which source says so, where, in which words, and whose word it is."""

from collections.abc import Iterable
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from .choices import Identification, Stance, Status
from .deriving import DerivingModel, DerivingQuerySet
from .locator import locator_sort
from .name_form import NameForm
from .permanent import citation_identifier, validate_citation_identifier
from .person import Person
from .source import Source

#: The length of a quotation, in words: enough to carry a claim, too short to copy a text.
MAX_WORDS = 12


def validate_quotation(quotation: str) -> None:
    """A quotation has at most twelve words, and single blanks between them."""
    words = quotation.split()
    if len(words) > MAX_WORDS:
        raise ValidationError(
            f"A quotation has at most {MAX_WORDS} words, this one has {len(words)}: "
            "give the shortest run of words that carries the claim."
        )
    if " ".join(words) != quotation:
        raise ValidationError("Write the quotation with single blanks and on one line.")


class CitationQuerySet(DerivingQuerySet):
    """Citations."""

    def get_by_natural_key(self, identifier: str) -> "Citation":
        """The citation of this identifier."""
        return self.get(identifier=identifier)

    def readable(self) -> Self:
        """Those that name nothing unpublished: neither their source nor whose word it is.

        Whether the claim itself is public is the claim's matter (``Assertion.objects.public()``).
        """
        return self.filter(
            Q(attributed_to_source=None) | Q(attributed_to_source__status=Status.PUBLISHED),
            Q(attributed_to_person=None) | Q(attributed_to_person__status=Status.PUBLISHED),
            source__status=Status.PUBLISHED,
        )

    def with_sources(self) -> Self:
        """With the source and whose word it is, in the same query."""
        return self.select_related("source", "attributed_to_source", "attributed_to_person")

    def in_document_order(self) -> Self:
        """By source, then as a reader comes to them."""
        return self.order_by("source__label", "source", "locator_sort", "identifier")


class Citation(DerivingModel):
    """That a source, at a place, in these words, supports or contradicts a claim."""

    identifier = models.CharField(
        max_length=20,
        unique=True,
        default=citation_identifier,
        editable=False,
        validators=[validate_citation_identifier],
    )
    # Deleting a claim is an act of editing/, which knows what hangs on it; nothing cascades here.
    assertion = models.ForeignKey("Assertion", on_delete=models.PROTECT, related_name="citations")
    source = models.ForeignKey(
        Source,
        on_delete=models.PROTECT,
        related_name="citations",
        help_text="The source that you yourself have read.",
    )
    locator = models.CharField(
        max_length=50, help_text="The place in it: ¶7 for the seventh paragraph; p. 12; f. 3v."
    )
    quotation = models.CharField(
        max_length=500,
        blank=True,
        validators=[validate_quotation],
        help_text="The shortest run of words that carries the claim, letter for letter, at most 12.",
    )
    stance = models.CharField(
        max_length=12,
        choices=Stance,
        default=Stance.SUPPORTS,
        help_text="Whether these words support the claim or contradict it.",
    )
    named_as = models.CharField(
        "name as printed",
        max_length=200,
        blank=True,
        help_text="How the source writes the name here, misprints included: Srnirnov.",
    )
    attributed_to_source = models.ForeignKey(
        Source,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="attributed_citations",
        help_text="The work whose word it is, if the source reports another: Serge's memoirs.",
    )
    attributed_to_person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="attributed_citations",
        help_text="The person whose word it is, if the source reports somebody: Molotov.",
    )
    identification = models.CharField(
        max_length=10,
        choices=Identification,
        default=Identification.CERTAIN,
        help_text="Doubtful, if the name as printed may mean somebody else.",
    )
    identification_note = models.CharField(
        max_length=500, blank=True, help_text="Who else may be meant, and why you decided so."
    )
    locator_sort = models.CharField(max_length=100, editable=False)
    history = HistoricalRecords(excluded_fields=["locator_sort"])

    DERIVES_FROM = frozenset({"locator", "named_as", "assertion", "assertion_id"})

    objects = CitationQuerySet.as_manager()

    class Meta:
        ordering = ["identifier"]
        indexes = [
            # A source's page: every claim in document order.
            models.Index(fields=["source", "locator_sort"], name="citation_in_document_order"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(locator=""),
                name="%(app_label)s_%(class)s_without_place",
                violation_error_message="A citation needs a place in its source.",
            ),
            models.UniqueConstraint(
                fields=["assertion", "source", "locator", "quotation"],
                name="%(app_label)s_%(class)s_twice",
                violation_error_message="The claim is already cited with these words.",
            ),
            models.CheckConstraint(
                condition=Q(identification=Identification.CERTAIN) | ~Q(identification_note=""),
                name="%(app_label)s_%(class)s_doubt_without_reason",
                violation_error_message="A doubtful identification needs a note.",
            ),
            models.CheckConstraint(
                condition=Q(stance__in=Stance.values, identification__in=Identification.values),
                name="%(app_label)s_%(class)s_choice_unknown",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.identifier} {self.locator}"

    def natural_key(self) -> tuple[str]:
        """The identifier, by which fixtures refer to the citation."""
        return (self.identifier,)

    natural_key.dependencies = ["prosopography.assertion"]  # type: ignore[attr-defined]

    def clean(self) -> None:
        """A doubtful identification says who else may be meant."""
        super().clean()
        if self.identification == Identification.DOUBTFUL and not self.identification_note:
            raise ValidationError(
                {"identification_note": "Say who else may be meant, and why you decided so."}
            )

    def derive(self) -> None:
        """The place in document order."""
        self.locator_sort = locator_sort(self.locator)

    @classmethod
    def index(cls, rows: Iterable[Self]) -> None:
        """Writes the names as printed for the search."""
        NameForm.objects.index_citations(rows)
