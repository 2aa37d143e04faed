"""The same thing under another authority's identifier, and old addresses."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from .event import Event
from .kinds import SUBJECTS
from .organisation import Organisation
from .permanent import validate_slug
from .person import Person
from .place import Place
from .role import Role
from .source import Source

TARGETS = (*SUBJECTS, "role", "source")


def one_of(columns: tuple[str, ...]) -> Q:
    """True where exactly one of these references is set."""
    either = Q()
    for column in columns:
        others = {f"{other}__isnull": True for other in columns if other != column}
        either |= Q(**{f"{column}__isnull": False}, **others)
    return either


class AuthorityQuerySet(models.QuerySet["Authority"]):
    """Authorities."""

    def get_by_natural_key(self, slug: str) -> "Authority":
        """The authority of this slug."""
        return self.get(slug=slug)


class Authority(models.Model):
    """A register that gives identifiers to persons, bodies, events or places."""

    slug = models.SlugField(max_length=100, unique=True, validators=[validate_slug])
    label = models.CharField(max_length=100, help_text="For example Wikidata.")
    url_template = models.CharField(
        max_length=200,
        help_text="The address of an entry, with {} for the identifier.",
    )
    pattern = models.CharField(
        max_length=200,
        blank=True,
        help_text="A regular expression that every identifier of this authority matches: Q[1-9][0-9]*",
    )
    history = HistoricalRecords()

    objects = AuthorityQuerySet.as_manager()

    class Meta:
        ordering = ["label"]
        verbose_name_plural = "authorities"

    def __str__(self) -> str:
        return self.label

    def natural_key(self) -> tuple[str]:
        """The slug."""
        return (self.slug,)

    def clean(self) -> None:
        """The template has one place for the identifier, and the pattern can be read."""
        super().clean()
        if self.url_template.count("{}") != 1 or not self.url_template.startswith("https://"):
            raise ValidationError({"url_template": "An https:// address with one {} in it."})
        try:
            re.compile(self.pattern)
        except re.error as error:
            raise ValidationError({"pattern": f"Not a regular expression: {error}."}) from error


class IdentifierQuerySet(models.QuerySet["Identifier"]):
    """Identifiers."""

    def get_by_natural_key(self, authority: str, value: str) -> "Identifier":
        """The identifier of this value at the authority of this slug."""
        return self.get(authority__slug=authority, value=value)


class Identifier(models.Model):
    """That another authority calls this row by this identifier."""

    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="identifiers")
    value = models.CharField(max_length=100, help_text="The bare identifier, for example Q33391.")
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="identifiers"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="identifiers"
    )
    event = models.ForeignKey(
        Event, on_delete=models.PROTECT, null=True, blank=True, related_name="identifiers"
    )
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="identifiers"
    )
    history = HistoricalRecords()

    objects = IdentifierQuerySet.as_manager()

    class Meta:
        ordering = ["authority", "value"]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "value"],
                name="%(app_label)s_%(class)s_twice",
                violation_error_message="Something else already has this identifier.",
            ),
            models.CheckConstraint(
                condition=one_of(SUBJECTS),
                name="%(app_label)s_%(class)s_of_one_thing",
                violation_error_message="An identifier belongs to exactly one person, organisation, "
                "event or place.",
            ),
        ]

    def __str__(self) -> str:
        return self.value

    def natural_key(self) -> tuple[str, str]:
        """The authority's slug and the value."""
        return (self.authority.slug, self.value)

    natural_key.dependencies = ["prosopography.authority"]  # type: ignore[attr-defined]

    def clean(self) -> None:
        """The value looks as the authority's identifiers do."""
        super().clean()
        pattern = self.authority.pattern if self.authority_id else ""
        if pattern and not re.fullmatch(pattern, self.value):
            raise ValidationError({"value": f"No identifier of {self.authority.label} looks so."})


class RedirectQuerySet(models.QuerySet["Redirect"]):
    """Redirects."""

    def get_by_natural_key(self, noun: str, slug: str) -> "Redirect":
        """The redirect of this old address."""
        return self.get(noun=noun, slug=slug)


class Redirect(models.Model):
    """An address that was public once, and the row that it now leads to."""

    noun = models.CharField(
        max_length=20, choices=[(target, target) for target in TARGETS], help_text="What it was."
    )
    slug = models.SlugField(
        max_length=100, validators=[validate_slug], help_text="The old address."
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="redirects"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="redirects"
    )
    event = models.ForeignKey(
        Event, on_delete=models.PROTECT, null=True, blank=True, related_name="redirects"
    )
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="redirects"
    )
    role = models.ForeignKey(
        Role, on_delete=models.PROTECT, null=True, blank=True, related_name="redirects"
    )
    source = models.ForeignKey(
        Source, on_delete=models.PROTECT, null=True, blank=True, related_name="redirects"
    )
    history = HistoricalRecords()

    objects = RedirectQuerySet.as_manager()

    class Meta:
        ordering = ["noun", "slug"]
        constraints = [
            models.UniqueConstraint(fields=["noun", "slug"], name="%(app_label)s_%(class)s_twice"),
            models.CheckConstraint(
                condition=Q(
                    *[Q(one_of(TARGETS), noun=t, **{f"{t}__isnull": False}) for t in TARGETS],
                    _connector=Q.OR,
                ),
                name="%(app_label)s_%(class)s_to_its_noun",
                violation_error_message="A redirect leads to exactly one row of its own noun.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.noun}/{self.slug}"

    def natural_key(self) -> tuple[str, str]:
        """The noun and the old slug."""
        return (self.noun, self.slug)

    def clean(self) -> None:
        """What leads elsewhere is not the address of something."""
        super().clean()
        if self.noun not in TARGETS:
            return
        target: Any = Redirect._meta.get_field(self.noun).related_model
        if target.objects.filter(slug=self.slug).exists():
            raise ValidationError({"slug": f"This is the address of a {self.noun} today."})
