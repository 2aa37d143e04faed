"""Citations at the desk; they are mostly entered on the form of their claim."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from prosopography.editing import assertion as claims
from prosopography.models import ENTITY_COLUMNS, Citation
from prosopography.queries.sentence import sentence

from .base import RecordAdmin, signed
from .filters import SourceFilter
from .forms import RecordForm
from .inlines import (
    CITATION_FIELDSETS,
    CITATION_REFERENCES,
    CitationForm,
    alternatives,
    exemplified,
)
from .search import citations_found, tidy


class CitationRecordForm(CitationForm, RecordForm):
    """A citation by itself, with the reason for the change."""

    class Meta:
        labels = {"assertion": "Claim"}


@admin.register(Citation)
class CitationAdmin(RecordAdmin):
    """Where a source says so."""

    form = CitationRecordForm
    autocomplete_fields = ("assertion", *CITATION_REFERENCES)
    ordering = ("-pk",)
    list_display = (
        "claim",
        "source",
        "locator",
        "quotation",
        "named_as",
        "stance",
        "identification",
    )
    list_filter = (SourceFilter, "stance", "identification", "assertion__status")
    search_fields = ("identifier",)  # that there is a search; get_search_results says how
    search_help_text = (
        "Words of the quotation, the name as printed, a place (¶7), a name, or an identifier."
    )
    fieldsets: Any = [(None, {"fields": ["assertion"]}), *CITATION_FIELDSETS]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """With the claim, what it names, and the sources, in the same query."""
        of_claim = [f"assertion__{column}" for column in (*ENTITY_COLUMNS, "role")]
        return super().get_queryset(request).with_sources().select_related(*of_claim)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet, search_term: str
    ) -> tuple[QuerySet, bool]:
        """By its words, or by whom and what its claim names."""
        text = tidy(search_term)
        return (queryset.filter(citations_found(text)) if text else queryset), False

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """A citation stays with its claim."""
        fixed = super().get_readonly_fields(request, obj)
        return fixed if obj is None else [*fixed, "assertion"]

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """With an example in each field of text."""
        return exemplified(super().formfield_for_dbfield(db_field, request, **kwargs), db_field)

    @admin.display(description="claim", ordering="assertion")
    def claim(self, row: Citation) -> str:
        """What it is cited for."""
        return sentence(row.assertion)

    @admin.display(description="May also mean")
    def may_mean(self, row: Citation) -> str:
        """Whom else the name may mean, where the form is only looked at."""
        # An old version does not know whom it could mean then; today's would be misleading.
        known = [] if hasattr(row, "_history") else alternatives(row)
        return ", ".join(person.label for person in known) or "–"

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Saves it as evidence of its claim, which is checked as a whole."""
        if form.is_changed:
            others = {obj.identifier: list(form.cleaned_data["may_mean"])}
            claims.save_evidence(obj.assertion, [obj], alternatives=others, **signed(request, form))

    def discard(self, row: Any, *, editor: Any, reason: str) -> None:
        """Withdraws it. Raises ValidationError for the last one of a published claim."""
        claims.withdraw_citation(row, editor=editor, reason=reason)

    def discard_faults(self, row: Any) -> list[str]:
        """The last citation of a published claim stays."""
        return claims.withdrawal_faults(row)
