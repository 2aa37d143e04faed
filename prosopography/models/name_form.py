"""Name forms and their keys: what the search looks up. Derived, never edited, not in fixtures.

Every label, every name that a claim gives and every name as printed in a citation is one form; its
keys (see ``names``) are rows, so that both databases find them through the same plain index.
"""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models import Q

from prosopography import names

SUBJECTS = ("person", "organisation", "event", "place")
_MAX_LENGTH = 500


class NameFormQuerySet(models.QuerySet["NameForm"]):
    """Name forms, and the three ways in which they come about."""

    def index_labels(self, entities: Iterable[Any]) -> None:
        """Replaces the forms that come from the labels of these saved rows (all of one table)."""
        rows = list(entities)
        if not rows:
            return
        column = rows[0]._meta.model_name
        self.filter(assertion=None, **{f"{column}__in": rows}).delete()
        self._write([NameForm(text=row.label, **{column: row}) for row in rows])

    def index_assertions(self, assertions: Iterable[Any]) -> None:
        """Replaces all forms that come from these claims: their value, and their citations' names."""
        rows = list(assertions)
        if not rows:
            return
        self.filter(assertion__in=rows).delete()
        self._write([_of_assertion(row, row.value) for row in rows if row.kind == "name"])
        self.index_citations(
            rows[0]
            .citations.model.objects.filter(assertion__in=rows)
            .exclude(named_as="")
            .select_related("assertion")
        )

    def index_citations(self, citations: Iterable[Any]) -> None:
        """Replaces the forms that come from the names as printed in these citations.

        Reads each citation's assertion: a query a row, where it is not loaded.
        """
        rows = list(citations)
        if not rows:
            return
        self.filter(citation__in=rows).delete()
        self._write(
            [
                _of_assertion(row.assertion, row.named_as, citation=row)
                for row in rows
                if row.named_as and row.assertion.subject_column
            ]
        )

    def _write(self, forms: list["NameForm"]) -> None:
        created: list[NameForm] = NameForm.objects.bulk_create(forms)
        NameKey.objects.bulk_create(
            [
                NameKey(form=form, kind=key.kind, value=key.value)
                for form in created
                for key in sorted(names.keys(form.text))
            ],
            batch_size=2000,
        )


def _of_assertion(assertion: Any, text: str, citation: Any = None) -> "NameForm":
    column = f"{assertion.subject_column}_id"
    return NameForm(
        text=text[:_MAX_LENGTH],
        assertion=assertion,
        citation=citation,
        **{column: getattr(assertion, column)},
    )


class NameForm(models.Model):
    """One way of writing the name of one person, organisation, event or place."""

    text = models.CharField(max_length=_MAX_LENGTH)
    person = models.ForeignKey(
        "Person", on_delete=models.CASCADE, null=True, related_name="name_forms"
    )
    organisation = models.ForeignKey(
        "Organisation", on_delete=models.CASCADE, null=True, related_name="name_forms"
    )
    event = models.ForeignKey(
        "Event", on_delete=models.CASCADE, null=True, related_name="name_forms"
    )
    place = models.ForeignKey(
        "Place", on_delete=models.CASCADE, null=True, related_name="name_forms"
    )
    # Where it comes from: both empty, the label; the assertion alone, its value; else the citation.
    assertion = models.ForeignKey(
        "Assertion", on_delete=models.CASCADE, null=True, related_name="name_forms"
    )
    citation = models.ForeignKey(
        "Citation", on_delete=models.CASCADE, null=True, related_name="name_forms"
    )

    objects = NameFormQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    *[
                        Q(
                            **{f"{column}__isnull": False},
                            **{f"{other}__isnull": True for other in SUBJECTS if other != column},
                        )
                        for column in SUBJECTS
                    ],
                    _connector=Q.OR,
                ),
                name="%(app_label)s_%(class)s_of_one_thing",
            )
        ]

    def __str__(self) -> str:
        return self.text


class NameKey(models.Model):
    """One key under which a name form is found."""

    form = models.ForeignKey(NameForm, on_delete=models.CASCADE, related_name="keys")
    kind = models.CharField(max_length=8)
    value = models.CharField(max_length=200)

    class Meta:
        indexes = [
            # queries/search: the forms that share a key with what is asked for.
            models.Index(fields=["kind", "value", "form"], name="namekey_lookup"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.value}"
