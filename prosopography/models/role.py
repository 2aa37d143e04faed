"""Roles: the vocabulary in which claims are made."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from .choices import Joins, Marks
from .deriving import DerivingModel, DerivingQuerySet
from .permanent import validate_slug
from .validators import validate_free_address, validate_no_cycle


class RoleQuerySet(DerivingQuerySet):
    """Roles."""

    def get_by_natural_key(self, slug: str) -> "Role":
        """The role of this slug."""
        return self.get(slug=slug)


class Role(DerivingModel):
    """A term of the controlled vocabulary: chairman, signatory, spouse, arrested, journalist.

    Rows, not code: another prosopography brings its own.
    """

    slug = models.SlugField(
        max_length=100,
        unique=True,
        validators=[validate_slug],
        help_text="For example vice-chairman.",
    )
    label = models.CharField(max_length=100, help_text="As it stands in a sentence: vice-chairman.")
    joins = models.CharField(
        max_length=12, choices=Joins, help_text="Which kind of claim uses this role."
    )
    lasting = models.BooleanField(
        default=False,
        help_text="Yes for a state that lasts (member, imprisoned), no for what happens at a moment "
        "(arrested, signatory). A single date then means “it was so on that date”.",
    )
    broader = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="narrower",
        help_text="The wider term, for example chairman for vice-chairman's holder of office. "
        "Questions about the wider term find claims with the narrower one.",
    )
    converse_label = models.CharField(
        max_length=100,
        blank=True,
        help_text="Only for a role towards a person: the same relationship from the other side, for "
        "example “child of” for “father of”. The same as the label when both sides are alike.",
    )
    once = models.BooleanField(
        default=False,
        help_text="Yes for what befalls somebody once, unless it was undone: expelled, executed. Two "
        "dates of it that exclude one another are reported as a conflict.",
    )
    sole = models.BooleanField(
        default=False,
        help_text="Yes for an office that one person holds at a time: chairman. Two holders on one "
        "day are reported as a conflict.",
    )
    marks = models.CharField(
        "marks",
        max_length=10,
        choices=Marks,
        default=Marks.NOTHING,
        blank=True,
        help_text="For a body: its founding is its beginning, its dissolution its end. For a person: "
        "what ends the life (executed) is its end; whoever is expelled leaves the body named.",
    )
    posthumous = models.BooleanField(
        default=False,
        help_text="Yes for what can be said of the dead: rehabilitated, depicted.",
    )
    note = models.TextField(blank=True, help_text="When to use this role and when another.")
    history = HistoricalRecords()

    DERIVES_FROM = frozenset({"lasting"})  # the dates of its claims

    objects = RoleQuerySet.as_manager()

    class Meta:
        ordering = ["joins", "label", "slug"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(label="") & ~Q(slug=""),
                name="%(app_label)s_%(class)s_unnamed",
                violation_error_message="Slug and label must not be empty.",
            ),
            models.CheckConstraint(
                condition=Q(joins__in=Joins.values), name="%(app_label)s_%(class)s_joins_unknown"
            ),
            models.CheckConstraint(
                condition=(Q(joins=Joins.PERSON) & ~Q(converse_label=""))
                | (~Q(joins=Joins.PERSON) & Q(converse_label="")),
                name="%(app_label)s_%(class)s_converse_only_between_persons",
                violation_error_message="A role towards a person needs a converse label, "
                "every other role must have none.",
            ),
            models.CheckConstraint(
                condition=Q(sole=False) | Q(joins=Joins.ORGANISATION),
                name="%(app_label)s_%(class)s_sole_only_in_bodies",
                violation_error_message="Only a role in an organisation has one holder at a time.",
            ),
            models.CheckConstraint(
                condition=Q(marks=Marks.NOTHING)
                | Q(marks=Marks.BEGINNING, joins=Joins.EXISTENCE)
                | Q(marks=Marks.END, joins__in=[Joins.EXISTENCE, Joins.LIFE])
                | Q(marks__in=[Marks.ENTERING, Marks.LEAVING], joins=Joins.LIFE),
                name="%(app_label)s_%(class)s_marks_what_it_cannot",
                violation_error_message="Only what is said of a body's being marks its beginning or "
                "end; what befell a person can mark the end of the life, or a body entered or left.",
            ),
        ]

    def __str__(self) -> str:
        return self.label

    def natural_key(self) -> tuple[str]:
        """The slug, by which fixtures refer to the role."""
        return (self.slug,)

    def clean(self) -> None:
        """No role is broader than itself, and a broader role joins the same."""
        super().clean()
        validate_no_cycle(self, "broader")
        validate_free_address(self)
        if self.pk is not None:
            self._check_use()
        if self.broader is not None and self.broader.joins != self.joins:
            raise ValidationError({"broader": "The broader role must join the same."})

    def _check_use(self) -> None:
        """What a role joins stays while claims or narrower roles rest on it."""
        before = Role.objects.filter(pk=self.pk).values_list("joins", flat=True).first()
        if before in (None, self.joins):
            return
        if self.assertions.exists() or self.narrower.exists():
            raise ValidationError(
                {"joins": "Claims or narrower roles use this role: make another role instead."}
            )

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Saves the role; where ``lasting`` changed, the dates of its claims are read anew."""
        before = Role.objects.filter(pk=self.pk).values_list("lasting", flat=True).first()
        super().save(*args, **kwargs)
        if before is not None and before != self.lasting:
            self._reread_dates()

    def _reread_dates(self) -> None:
        claims = list(self.assertions.select_related("role"))
        for claim in claims:
            claim.role = self
            claim.derive()
        # No history: nothing that somebody wrote has changed.
        derived = ["earliest_start", "latest_start", "earliest_end", "latest_end"]
        self.assertions.model.objects.bulk_update(claims, derived, batch_size=500)
