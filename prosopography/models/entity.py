"""What persons, organisations, events and places have in common: an identity, and nothing else."""

from collections.abc import Iterable
from typing import Any, Self

from django.db import models
from django.db.models import Q

from .choices import Status
from .deriving import DerivingModel, DerivingQuerySet
from .name_form import NameForm
from .permanent import validate_slug
from .validators import validate_free_address, validate_no_cycle


class EntityQuerySet(DerivingQuerySet):
    """Rows with an identity."""

    def published(self) -> Self:
        """The rows that the public may see."""
        return self.filter(status=Status.PUBLISHED)

    def get_by_natural_key(self, slug: str) -> Any:
        """The row of this slug."""
        return self.get(slug=slug)


class Entity(DerivingModel):
    """Something that claims are about. It carries no fact: names, dates and deeds are assertions."""

    slug = models.SlugField(
        max_length=100,
        unique=True,
        validators=[validate_slug],
        help_text="The permanent public address, for example ivar-smilga. Change it only for a good "
        "reason: the old address will redirect to the new one.",
    )
    label = models.CharField(
        max_length=200,
        help_text="What the record calls it, for example “Ivar Smilga”. Not a claim: the names that "
        "sources use are assertions.",
    )
    sort_label = models.CharField(
        max_length=200, help_text="How it is sorted in lists, for example “Smilga, Ivar”."
    )
    note = models.TextField(
        blank=True,
        help_text="A short note of the editors, shown to readers: why two names are one person, "
        "which of two namesakes this is.",
    )
    status = models.CharField(
        max_length=10,
        choices=Status,
        default=Status.DRAFT,
        help_text="Only what is published is ever shown to the public.",
    )

    DERIVES_FROM = frozenset({"label"})

    objects = EntityQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["sort_label", "slug"]
        indexes = [
            # The lists of the site and of the API: published rows in their order.
            models.Index(fields=["status", "sort_label", "slug"], name="%(class)s_list"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(label="") & ~Q(sort_label="") & ~Q(slug=""),
                name="%(app_label)s_%(class)s_unnamed",
                violation_error_message="Slug, label and sort label must not be empty.",
            ),
            models.CheckConstraint(
                condition=Q(status__in=Status.values), name="%(app_label)s_%(class)s_status_unknown"
            ),
        ]

    def __str__(self) -> str:
        return self.label

    def natural_key(self) -> tuple[str]:
        """The slug, by which fixtures refer to the row."""
        return (self.slug,)

    def clean(self) -> None:
        """The address is free."""
        super().clean()
        validate_free_address(self)

    @classmethod
    def index(cls, rows: Iterable[Self]) -> None:
        """Writes the labels for the search."""
        NameForm.objects.index_labels(rows)


class TreeEntity(Entity):
    """An entity that can be part of another of its kind."""

    part_of = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        help_text="The larger one that it belongs to, where there is no doubt about it. Questions "
        "about the larger one find the claims about its parts too.",
    )

    class Meta(Entity.Meta):
        abstract = True

    def clean(self) -> None:
        """No row is a part of itself."""
        super().clean()
        validate_no_cycle(self, "part_of")
