"""Sources, how they derive from one another, and the paragraphs that hold no claim."""

import unicodedata
from typing import Self

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from .choices import Certainty, Extent, SourceKind, Status
from .deriving import DerivingModel, DerivingQuerySet
from .locator import locator_sort
from .permanent import validate_slug
from .person import Person
from .validators import read_bounds, validate_free_address


def validate_file_name(name: str) -> None:
    """A bare file name: no folder, nothing that leads out of the folder of the documents."""
    if (
        "/" in name
        or "\\" in name
        or name in (".", "..")
        or unicodedata.normalize("NFC", name) != name
    ):
        raise ValidationError("Give the bare name of the file, without a folder.")


class SourceQuerySet(models.QuerySet["Source"]):
    """Sources."""

    def get_by_natural_key(self, slug: str) -> "Source":
        """The source of this slug."""
        return self.get(slug=slug)

    def published(self) -> Self:
        """The sources that the public may see."""
        return self.filter(status=Status.PUBLISHED)


class Source(models.Model):
    """Anything that can be cited: a document read, or a work that a document reports."""

    slug = models.SlugField(
        max_length=100,
        unique=True,
        validators=[validate_slug],
        help_text="The permanent public address, for example serge-memoirs.",
    )
    label = models.CharField(
        max_length=200, help_text="How it is cited in short, for example “Serge, Memoirs”."
    )
    kind = models.CharField(max_length=30, choices=SourceKind)
    title = models.CharField(max_length=300, help_text="The full title as printed.")
    authors = models.CharField(
        max_length=300, blank=True, help_text="As printed, several separated by semicolons."
    )
    author = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="works",
        help_text="The person of the record whose word this work is. All works of one author, and "
        "what is reported as his word, are one witness.",
    )
    date_text = models.CharField(
        max_length=100, blank=True, help_text="The date of publication as printed: 1945."
    )
    edtf = models.CharField(
        max_length=100, blank=True, help_text="The same in EDTF: 1945, 1901~ (about 1901)."
    )
    publisher = models.CharField(max_length=200, blank=True)
    licence = models.CharField(
        max_length=200,
        blank=True,
        help_text="As the source itself states it; empty when it does not.",
    )
    url = models.URLField(max_length=500, blank=True, help_text="Where it can be read.")
    language = models.CharField(
        max_length=20,
        blank=True,
        validators=[
            RegexValidator(r"\A[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z", "For example en, ru, lv.")
        ],
        help_text="Language tag (BCP 47), for example en or ru.",
    )
    file = models.CharField(
        max_length=200,
        blank=True,
        validators=[validate_file_name],
        help_text="The name of the document's file in the documents folder. Only a source that was "
        "itself read has one.",
    )
    checksum = models.CharField(
        max_length=64,
        blank=True,
        validators=[RegexValidator(r"\A[0-9a-f]{64}\Z", "SHA-256: 64 hexadecimal digits.")],
        help_text="SHA-256 of the file, so that nobody checks quotations against another text.",
    )
    note = models.TextField(blank=True, help_text="What a reader should know of its worth.")
    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT)
    derived_from = models.ManyToManyField(
        "self", through="Derivation", symmetrical=False, related_name="copies"
    )
    history = HistoricalRecords()

    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ["label", "slug"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(label="") & ~Q(slug="") & ~Q(title=""),
                name="%(app_label)s_%(class)s_unnamed",
                violation_error_message="Slug, label and title must not be empty.",
            ),
            models.CheckConstraint(
                condition=Q(status__in=Status.values), name="%(app_label)s_%(class)s_status_unknown"
            ),
            models.UniqueConstraint(
                fields=["file"],
                condition=~Q(file=""),
                name="%(app_label)s_%(class)s_file_twice",
                violation_error_message="Another source was read from this file.",
            ),
            models.CheckConstraint(
                condition=Q(checksum="") | ~Q(file=""),
                name="%(app_label)s_%(class)s_checksum_without_file",
                violation_error_message="A checksum needs the name of its file.",
            ),
        ]

    def __str__(self) -> str:
        return self.label

    def natural_key(self) -> tuple[str]:
        """The slug, by which fixtures refer to the source."""
        return (self.slug,)

    def clean(self) -> None:
        """The date of publication can be read, and the address is that of no other page."""
        super().clean()
        if self.slug == "stemma":
            raise ValidationError({"slug": "At this address is the stemma of all sources."})
        validate_free_address(self)
        if self.edtf:
            read_bounds(self.edtf, "gregorian", lasting=False)


class DerivationQuerySet(models.QuerySet["Derivation"]):
    """Derivations."""

    def get_by_natural_key(self, source: str, derived_from: str) -> "Derivation":
        """The derivation between the sources of these slugs."""
        return self.get(source__slug=source, derived_from__slug=derived_from)


class Derivation(models.Model):
    """That one text copies another, so that both together are one witness."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="derivations")
    derived_from = models.ForeignKey(
        Source, on_delete=models.PROTECT, related_name="derivatives", help_text="The text copied."
    )
    extent = models.CharField(
        max_length=10,
        choices=Extent,
        default=Extent.WHOLE,
        help_text="The text as a whole: whatever it says is the other's word. Only parts: what its "
        "citations give as the other's word, and nothing else.",
    )
    certainty = models.CharField(
        max_length=10,
        choices=Certainty,
        default=Certainty.CERTAIN,
        help_text="A derivation that is merely possible makes no witness dependent.",
    )
    note = models.TextField(
        blank=True,
        help_text="How far it copies, and how that is known: shared wording, its own word.",
    )
    history = HistoricalRecords()

    objects = DerivationQuerySet.as_manager()

    class Meta:
        ordering = ["source", "derived_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "derived_from"], name="%(app_label)s_%(class)s_twice"
            ),
            models.CheckConstraint(
                condition=~Q(source=F("derived_from")),
                name="%(app_label)s_%(class)s_of_itself",
                violation_error_message="A source does not derive from itself.",
            ),
            models.CheckConstraint(
                condition=Q(certainty__in=Certainty.values, extent__in=Extent.values),
                name="%(app_label)s_%(class)s_certainty_unknown",
            ),
        ]

    def __str__(self) -> str:
        return f"derivation {self.pk}"

    def clean(self) -> None:
        """No text copies, through others, itself."""
        super().clean()
        if self.source_id is None or self.derived_from_id is None:
            return
        seen, above = set(), {self.derived_from_id}
        while above:
            if self.source_id in above:
                raise ValidationError({"derived_from": "A source would derive from itself."})
            seen |= above
            found = Derivation.objects.filter(source__in=above).exclude(pk=self.pk)
            above = set(found.values_list("derived_from", flat=True)) - seen

    def natural_key(self) -> tuple[str, str]:
        """The slugs of both sources."""
        return (self.source.slug, self.derived_from.slug)

    natural_key.dependencies = ["prosopography.source"]  # type: ignore[attr-defined]


class PassageQuerySet(DerivingQuerySet):
    """Passages."""

    def get_by_natural_key(self, source: str, locator: str) -> "Passage":
        """The passage of this source at this place."""
        return self.get(source__slug=source, locator=locator)


class Passage(DerivingModel):
    """A place in a source that was read and holds no claim, with the reason."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="passages")
    locator = models.CharField(max_length=50, help_text="For example ¶1.")
    reason = models.CharField(
        max_length=200, help_text="Why nothing is taken from it: heading, caption debris, licence."
    )
    locator_sort = models.CharField(max_length=100, editable=False)
    history = HistoricalRecords(excluded_fields=["locator_sort"])

    DERIVES_FROM = frozenset({"locator"})

    objects = PassageQuerySet.as_manager()

    class Meta:
        ordering = ["source", "locator_sort"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "locator"], name="%(app_label)s_%(class)s_twice"
            ),
            models.CheckConstraint(
                condition=~Q(locator="") & ~Q(reason=""), name="%(app_label)s_%(class)s_empty"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.locator}: {self.reason}"

    def natural_key(self) -> tuple[str, str]:
        """The source's slug and the place."""
        return (self.source.slug, self.locator)

    natural_key.dependencies = ["prosopography.source"]  # type: ignore[attr-defined]

    def derive(self) -> None:
        """The place in document order."""
        self.locator_sort = locator_sort(self.locator)
