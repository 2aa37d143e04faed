"""Assertions: the claims, the unit of the record."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from prosopography.dates import Bounds

from .assertion_faults import faults_of
from .assertion_queryset import AssertionQuerySet
from .choices import Basis, CalendarChoice, Certainty, Polarity, Rank, Status
from .deriving import DerivingModel
from .event import Event
from .kinds import KIND_CHOICES, KINDS, SUBJECTS, Kind
from .name_form import NameForm
from .organisation import Organisation
from .permanent import assertion_identifier, validate_assertion_identifier
from .person import Person
from .place import Place
from .role import Role
from .validators import read_bounds


class Assertion(DerivingModel):
    """One claim: that something is so, or is not so, of a person, a body, an event or a place."""

    identifier = models.CharField(
        max_length=20,
        unique=True,
        default=assertion_identifier,
        editable=False,
        validators=[validate_assertion_identifier],
    )
    kind = models.CharField(max_length=20, choices=KIND_CHOICES)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="assertions"
    )
    related_person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="related_assertions",
        help_text="The other person of a relationship.",
    )
    role = models.ForeignKey(
        Role, on_delete=models.PROTECT, null=True, blank=True, related_name="assertions"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="assertions"
    )
    event = models.ForeignKey(
        Event, on_delete=models.PROTECT, null=True, blank=True, related_name="assertions"
    )
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="assertions"
    )
    value = models.CharField(
        max_length=500,
        blank=True,
        help_text="The name, the description, the title; otherwise a detail in few words.",
    )
    date_text = models.CharField(
        "date as written",
        max_length=200,
        blank=True,
        help_text="Letter for letter as the source writes it: 12th September 1917.",
    )
    calendar = models.CharField(
        max_length=10,
        choices=CalendarChoice,
        default=CalendarChoice.UNKNOWN,
        help_text="The calendar of the date as written, only where the source settles it.",
    )
    edtf = models.CharField(
        "EDTF",
        max_length=200,
        blank=True,
        help_text="The date in EDTF, in the calendar of the source: 1917-09-12; 1921/1928; 1924/ for a "
        "state whose end is not known; 1938? if doubtful; 1887~ for about 1887.",
    )
    certainty = models.CharField(
        max_length=10,
        choices=Certainty,
        default=Certainty.CERTAIN,
        help_text="How sure the source is: probable for “it is believed”, possible for “suspected”.",
    )
    basis = models.CharField(
        max_length=12,
        choices=Basis,
        default=Basis.STATED,
        help_text="Whether the words say it, you read it out of them, or it follows from something else.",
    )
    polarity = models.CharField(
        max_length=10,
        choices=Polarity,
        default=Polarity.AFFIRMED,
        help_text="Denied, if the source says that it was not so; not stated, if you searched the source "
        "for it and it says nothing.",
    )
    rank = models.CharField(
        max_length=10,
        choices=Rank,
        default=Rank.NORMAL,
        help_text="Your judgement where claims exclude one another. It needs its reason.",
    )
    rank_reason = models.CharField(
        max_length=500, blank=True, help_text="Why it is preferred or deprecated; shown to readers."
    )
    status = models.CharField(
        max_length=10,
        choices=Status,
        default=Status.DRAFT,
        help_text="Only what is published is ever shown, and it needs a citation.",
    )
    note = models.TextField(
        blank=True,
        help_text="A short note of the editors, shown to readers: how the words were read.",
    )

    # Derived from edtf, calendar, kind and role (Julian Day Numbers; see dates.Bounds).
    earliest_start = models.BigIntegerField(null=True, editable=False)
    latest_start = models.BigIntegerField(null=True, editable=False)
    earliest_end = models.BigIntegerField(null=True, editable=False)
    latest_end = models.BigIntegerField(null=True, editable=False)

    # Derived from the citations that the public can read (editing.consequences keeps it right).
    witnesses = models.PositiveSmallIntegerField(
        "independent witnesses", default=0, editable=False, db_index=True
    )

    history = HistoricalRecords(
        excluded_fields=[
            "earliest_start",
            "latest_start",
            "earliest_end",
            "latest_end",
            "witnesses",
        ]
    )

    DERIVES_FROM = frozenset({"kind", "role", "role_id", "calendar", "edtf", "value"}) | {
        f"{column}{suffix}" for column in SUBJECTS for suffix in ("", "_id")
    }

    objects = AssertionQuerySet.as_manager()

    class Meta:
        ordering = ["identifier"]
        verbose_name = "claim"  # as editors and readers call it
        permissions = [("publish", "Can publish, send back and retract")]
        indexes = [
            # A person's page in time order; the same for the other things that pages are about.
            models.Index(fields=["person", "earliest_start"], name="assertion_of_person"),
            models.Index(
                fields=["organisation", "earliest_start"], name="assertion_of_organisation"
            ),
            models.Index(fields=["event", "role"], name="assertion_of_event"),
            # /api/v1/assertions/?kind=…&role=…, and every holder of a role.
            models.Index(fields=["kind", "role"], name="assertion_of_kind"),
            # The filters by date: possible and certain on a day.
            models.Index(fields=["earliest_start", "latest_end"], name="assertion_possible"),
            models.Index(fields=["latest_start", "earliest_end"], name="assertion_certain"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=list(KINDS)), name="%(app_label)s_%(class)s_kind_unknown"
            ),
            *(kind.constraint() for kind in KINDS.values()),
            models.CheckConstraint(
                condition=Q(related_person__isnull=True) | ~Q(person=F("related_person")),
                name="%(app_label)s_%(class)s_with_oneself",
                violation_error_message="Nobody has a relationship with himself.",
            ),
            models.CheckConstraint(
                condition=Q(rank=Rank.NORMAL) | ~Q(rank_reason=""),
                name="%(app_label)s_%(class)s_rank_without_reason",
                violation_error_message="A preferred or deprecated claim needs the reason.",
            ),
            models.CheckConstraint(
                condition=Q(
                    calendar__in=CalendarChoice.values,
                    certainty__in=Certainty.values,
                    basis__in=Basis.values,
                    polarity__in=Polarity.values,
                    rank__in=Rank.values,
                    status__in=Status.values,
                ),
                name="%(app_label)s_%(class)s_choice_unknown",
            ),
            models.CheckConstraint(
                condition=~Q(edtf="")
                | Q(
                    earliest_start__isnull=True,
                    latest_start__isnull=True,
                    earliest_end__isnull=True,
                    latest_end__isnull=True,
                ),
                name="%(app_label)s_%(class)s_bounds_without_date",
            ),
            models.CheckConstraint(
                condition=(Q(earliest_start__isnull=True) | Q(latest_start__isnull=True)
                           | Q(earliest_start__lte=F("latest_start")))
                & (Q(earliest_end__isnull=True) | Q(latest_end__isnull=True)
                   | Q(earliest_end__lte=F("latest_end"))),
                name="%(app_label)s_%(class)s_bounds_crossed",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.identifier}"

    def natural_key(self) -> tuple[str]:
        """The identifier, by which fixtures refer to the assertion."""
        return (self.identifier,)

    natural_key.dependencies = [  # type: ignore[attr-defined]
        f"prosopography.{name}" for name in ("person", "role", "organisation", "event", "place")
    ]

    def get_constraints(self) -> list[tuple[type[models.Model], Sequence[models.BaseConstraint]]]:
        """Those that this row can break: the columns of another kind are no matter of its own.

        Each costs a query when the row is checked, and each kind has one; the database holds all.
        """
        place = {"app_label": self._meta.app_label, "class": self._meta.model_name}
        others = {kind.constraint_name % place for kind in KINDS.values() if kind.key != self.kind}
        return [
            (model, [each for each in constraints if each.name not in others])
            for model, constraints in super().get_constraints()
        ]

    @property
    def kind_rules(self) -> Kind:
        """The entry of this kind in the registry."""
        return KINDS[self.kind]

    @property
    def subject_column(self) -> str | None:
        """Which column says what the claim is about: the filled one among those its kind asks for.

        An occurrence is about its event, even where it names an organisation too.
        """
        asked = self.kind_rules.needs | self.kind_rules.one_of
        return next(
            (
                name
                for name in SUBJECTS
                if name in asked and getattr(self, f"{name}_id") is not None
            ),
            None,
        )

    @property
    def bounds(self) -> Bounds:
        """The four day numbers of its date."""
        return Bounds(self.earliest_start, self.latest_start, self.earliest_end, self.latest_end)

    @property
    def lasting(self) -> bool:
        """Whether a single date says when it was so, rather than when it happened.

        Reads ``role`` for the kinds that leave it to the role: a query, if it is not loaded.
        """
        rule = self.kind_rules.lasting
        return bool(self.role and self.role.lasting) if rule is None else rule

    def clean(self) -> None:
        """The rules of the kind, of the date and of the rank, each with its sentence at its field."""
        super().clean()
        if self.kind not in KINDS:
            return  # the field itself has said so
        if errors := faults_of(self):
            raise ValidationError(errors)
        self.derive()  # before the constraints are looked at, which compare the date with its days

    def derive(self) -> None:
        """The four day numbers of the date."""
        (self.earliest_start, self.latest_start, self.earliest_end, self.latest_end) = read_bounds(
            self.edtf, self.calendar, lasting=self.lasting
        )

    @classmethod
    def index(cls, rows: Any) -> None:
        """Writes the names that these claims give, and those printed in their citations."""
        NameForm.objects.index_assertions(rows)
