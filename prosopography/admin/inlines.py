"""Small rows on the form of the row that they stand with."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin import StackedInline, TabularInline, site
from django.db.models import Prefetch, QuerySet
from django.forms import BaseInlineFormSet
from django.http import HttpRequest

from prosopography.models import (
    Alternative,
    Citation,
    Derivation,
    Identification,
    Identifier,
    Passage,
    Person,
)

from .base import ReferenceMixin
from .forms import RowForm
from .widgets import RowSelectMany, row_select


class TableFormSet(BaseInlineFormSet):
    """Rows of a table, whose fields have their name from its head only: each says it itself too."""

    def add_fields(self, form: Any, index: int | None) -> None:
        """As Django's, with a name for assistive technology."""
        super().add_fields(form, index)
        for field in form.fields.values():
            (row_select(field) or field.widget).attrs.setdefault("aria-label", field.label)


class IdentifierInline(ReferenceMixin, TabularInline):
    """What other authorities call the row."""

    model = Identifier
    form = RowForm
    formset = TableFormSet
    fields = ("authority", "value")
    autocomplete_fields = ("authority",)
    extra = 0

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """With the authorities, in the same query."""
        return super().get_queryset(request).select_related("authority")


class PassageInline(TabularInline):
    """The places of a source that hold no claim."""

    model = Passage
    form = RowForm
    formset = TableFormSet
    fields = ("locator", "reason")
    ordering = ("locator_sort",)
    extra = 0


class DerivationInline(ReferenceMixin, StackedInline):
    """What a source copies."""

    model = Derivation
    form = RowForm
    fk_name = "source"
    fields = ("derived_from", ("extent", "certainty"), "note")
    autocomplete_fields = ("derived_from",)
    verbose_name = "text that it copies"
    verbose_name_plural = "texts that it copies"
    extra = 0

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """With the texts copied, in the same query."""
        return super().get_queryset(request).select_related("source", "derived_from")


class CitationForm(RowForm):
    """A citation; white space in its words counts as one blank, as everywhere in the record."""

    may_mean = forms.ModelMultipleChoiceField(
        Person.objects.all(),
        required=False,
        label="May also mean",
        widget=RowSelectMany(Alternative._meta.get_field("person"), site),
        help_text="Whom else of the record the name may mean, if the identification is doubtful.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "may_mean" not in self.fields:
            return
        others = alternatives(self.instance)
        self.initial["may_mean"] = [person.pk for person in others]
        select = row_select(self.fields["may_mean"])
        if select is not None:
            select.known = {str(person.pk): person for person in others}

    def clean(self) -> dict[str, Any]:
        """Only a doubtful name may mean somebody else."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("may_mean") and cleaned.get("identification") == Identification.CERTAIN:
            self.add_error("may_mean", "Mark the identification as doubtful, or leave this empty.")
        return cleaned

    def clean_quotation(self) -> str:
        """The words on one line, as pasted from wherever."""
        return " ".join(self.cleaned_data["quotation"].split())


class CitationFormSet(BaseInlineFormSet):
    """The evidence of a claim."""

    @property
    def withdrawn(self) -> list[Citation]:
        """The citations that are to go, after ``save``."""
        return list(self.deleted_objects)

    @property
    def alternatives(self) -> dict[str, list[Person]]:
        """Whom else the names may mean, by the identifiers of the citations."""
        return {
            form.instance.identifier: list(form.cleaned_data.get("may_mean", ()))
            for form in self.forms
            if form not in self.deleted_forms
        }


def alternatives(citation: Citation) -> list[Person]:
    """Whom else of the record its name may mean; no query where they are loaded."""
    if citation.pk is None:
        return []
    return [alternative.person for alternative in citation.alternatives.all()]


def with_alternatives(citations: Any) -> Any:
    """Citations with whom else their names may mean; one query more."""
    others = Alternative.objects.select_related("person").order_by("person__sort_label")
    return citations.prefetch_related(Prefetch("alternatives", others))


#: The fields of a citation as a reader of the source comes to them.
CITATION_FIELDSETS: list[Any] = [
    (None, {"fields": ["source", ("locator", "stance"), "quotation", "named_as"]}),
    (
        "Whose word it is, and who is meant",
        {
            "classes": ["collapse"],
            "fields": [
                "attributed_to_source",
                "attributed_to_person",
                "identification",
                "identification_note",
                "may_mean",
            ],
        },
    ),
]
CITATION_REFERENCES = ("source", "attributed_to_source", "attributed_to_person")
EXAMPLES = {
    "locator": "¶7",
    "quotation": "was born in Aloja",
    "named_as": "Srnirnov",
    "identification_note": "two Smirnovs signed; the army post points to Ivan",
}


class CitationInline(ReferenceMixin, StackedInline):
    """The evidence of a claim, on the claim's own form."""

    model = Citation
    form = CitationForm
    formset = CitationFormSet
    fieldsets = CITATION_FIELDSETS
    autocomplete_fields = CITATION_REFERENCES
    extra = 0

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        """A new claim has room for its first citation."""
        return 1 if obj is None else 0

    def get_queryset(self, request: HttpRequest) -> Any:
        """In document order, with the sources and witnesses in the same query."""
        rows: Any = super().get_queryset(request)
        return with_alternatives(rows.with_sources().in_document_order())

    @admin.display(description="May also mean")
    def may_mean(self, row: Citation) -> str:
        """Whom else the name may mean, where the form is only looked at."""
        return ", ".join(person.label for person in alternatives(row)) or "–"

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """With an example in each field of text."""
        return exemplified(super().formfield_for_dbfield(db_field, request, **kwargs), db_field)


def exemplified(field: Any, db_field: Any) -> Any:
    """A field of a citation with an example of what to write."""
    if field is not None and db_field.name in EXAMPLES:
        field.widget.attrs["placeholder"] = f"e.g. {EXAMPLES[db_field.name]}"
    return field
