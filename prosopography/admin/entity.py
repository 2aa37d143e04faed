"""Persons, organisations, events and places: what their desks have in common."""

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.text import slugify

from prosopography.models import Assertion, Status

from .base import RecordAdmin
from .counting import number_of
from .inlines import IdentifierInline
from .search import best_first, found, keeps_order, tidy
from .widgets import is_key

_LABEL_HELP = (
    "What the record calls it, for example “Ivar Smilga”. Not a claim: the names that sources use are "
    "claims of their own."
)


class ClaimsFilter(admin.SimpleListFilter):
    """By whether anything is said of the row."""

    title = "claims"
    parameter_name = "claims"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Without any, without a published one."""
        return [("none", "without any claim"), ("unpublished", "without a published claim")]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        """The rows of which nothing is said."""
        if self.value() == "none":
            return queryset.filter(assertions=None)
        if self.value() == "unpublished":
            return queryset.exclude(assertions__status=Status.PUBLISHED)
        return queryset


class EntityAdmin(RecordAdmin):
    """An identity: found under any spelling, with a way to the claims about it."""

    list_display: Any = ("label", "sort_label", "claims", "status", "slug")
    list_filter: Any = ("status", ClaimsFilter)
    search_fields = ("label",)  # that there is a search; get_search_results says how
    search_help_text = (
        "Any spelling of any name: Смилга, Smilga, Šmilga, I. T. Smilga; or an identifier: Q33391."
    )
    prepopulated_fields = {"slug": ("label",)}
    fieldsets: Any = [(None, {"fields": ["label", "sort_label", "slug", "note"]})]
    inlines = [IdentifierInline]

    class Media:
        js = ["prosopography/admin/entity.js"]

    @property
    def noun(self) -> str:
        """The column of an assertion that names such a row."""
        return str(self.opts.model_name)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """With the number of claims; of a person, also those in which they are the other person."""
        number: Any = number_of(Assertion, self.noun)
        if self.noun == "person":
            number = number + number_of(Assertion, "related_person")
        return super().get_queryset(request).annotate(claim_count=number)

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """Django's field; the help speaks of claims, as the whole desk does."""
        if db_field.name == "label":
            kwargs["help_text"] = _LABEL_HELP
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_list_display(self, request: HttpRequest) -> Any:
        """Who has searched is told why each row was found."""
        shown = super().get_list_display(request)
        return (shown[0], "found_as", *shown[1:]) if tidy(request.GET.get("q", "")) else shown

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet, search_term: str
    ) -> tuple[QuerySet, bool]:
        """The rows under any spelling of any of their names, the best first."""
        text = tidy(search_term)
        if not text:
            return queryset, False
        hits = found(self.noun, text)
        return best_first(queryset, hits, ordered=not keeps_order(request)), False

    def option_label(self, row: Any) -> str:
        """The label, and what tells the row from its namesakes."""
        text = super().option_label(row)
        told = set(row.slug.split("-")) <= set(slugify(row.label).split("-"))
        return text if told else f"{text} [{row.slug}]"

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """With the way to the claims about the row, and to a new one."""
        context = {"claims_about": f"{self.noun}-{object_id}", "claim_column": self.noun}
        return super().change_view(
            request, object_id, form_url, {**context, **(extra_context or {})}
        )

    @admin.display(description="claims", ordering="claim_count")
    def claims(self, row: Any) -> int:
        """How many claims name it, whatever their status."""
        return int(row.claim_count)

    @admin.display(description="found because")
    def found_as(self, row: Any) -> str:
        """Which name matched, and how."""
        return str(getattr(row, "found_as", ""))


def claims_about(value: str) -> Q | None:
    """The condition of ``?about=person-5``: the claims that name this row; None for nonsense."""
    noun, _, key = value.partition("-")
    columns = {
        "person": ("person", "related_person", "citations__attributed_to_person"),
        "organisation": ("organisation",),
        "event": ("event",),
        "place": ("place",),
        "role": ("role",),
        "source": ("citations__source", "citations__attributed_to_source"),
    }
    if noun not in columns or not is_key(key):
        return None
    either = Q()
    for column in columns[noun]:
        either |= Q(pk__in=Assertion.objects.filter(**{column: key}).values("pk"))
    return either
