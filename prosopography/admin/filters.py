"""Filters of the list of claims: by evidence, date and source, and by what a claim names."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from prosopography.models import Citation, Identification, Source, Stance

from .entity import claims_about


class EvidenceFilter(admin.SimpleListFilter):
    """By what stands behind a claim, or against it."""

    title = "evidence"
    parameter_name = "evidence"
    _CONDITIONS: dict[str | None, dict[str, str]] = {
        "contradicted": {"stance": Stance.CONTRADICTS},
        "doubtful": {"identification": Identification.DOUBTFUL},
    }

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Uncited, contradicted, doubtful, reported."""
        return [
            ("uncited", "uncited"),
            ("unquoted", "cited without words"),
            ("contradicted", "contradicted by a source"),
            ("doubtful", "doubtful identification"),
            ("reported", "another's word"),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        """The claims with such evidence."""
        chosen = self.value()
        if chosen == "uncited":
            return queryset.filter(citations=None)
        if chosen == "unquoted":
            return _cited(queryset, Citation.objects.filter(quotation=""))
        if chosen == "reported":
            own = Citation.objects.filter(attributed_to_source=None, attributed_to_person=None)
            return _cited(queryset, Citation.objects.exclude(pk__in=own.values("pk")))
        if chosen in self._CONDITIONS:
            return _cited(queryset, Citation.objects.filter(**self._CONDITIONS[chosen]))
        return queryset


def _cited(claims: QuerySet, citations: QuerySet) -> QuerySet:
    """The claims with one of these citations; no row twice, whatever else is joined."""
    return claims.filter(pk__in=citations.values("assertion"))


class DateFilter(admin.SimpleListFilter):
    """By what is known of the date."""

    title = "date"
    parameter_name = "dated"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Dated, undated, unread."""
        return [
            ("yes", "dated"),
            ("no", "undated"),
            ("unread", "written, but without EDTF"),
            ("unknown", "calendar not stated"),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        """The claims with such a date."""
        chosen = self.value()
        if chosen == "yes":
            return queryset.exclude(edtf="")
        if chosen == "no":
            return queryset.filter(edtf="", date_text="")
        if chosen == "unread":
            return queryset.filter(edtf="").exclude(date_text="")
        if chosen == "unknown":
            return queryset.exclude(edtf="").filter(calendar="unknown")
        return queryset


class SourceFilter(admin.SimpleListFilter):
    """By the source that was read; one query for the choices."""

    title = "source"
    parameter_name = "source"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """The sources from which anything is cited."""
        cited = Source.objects.filter(pk__in=Citation.objects.values("source"))
        return [(str(key), label) for key, label in cited.values_list("pk", "label")]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        """The claims cited from it (or the citations from it)."""
        key = self.value()
        if key is None:
            return queryset
        if key not in dict(self.lookup_choices):
            return queryset.none()
        cited = Citation.objects.filter(source_id=int(key))
        if queryset.model is Citation:
            return queryset.filter(pk__in=cited.values("pk"))
        return _cited(queryset, cited)


class AboutFilter(admin.SimpleListFilter):
    """``?about=person-5``, from the form of that person; not offered otherwise."""

    title = "what it names"
    parameter_name = "about"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """The one that was asked for."""
        asked = request.GET.get(self.parameter_name, "")
        return [(asked, asked.replace("-", " "))] if asked else []

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        """The claims that name it."""
        if self.value() is None:
            return queryset
        condition = claims_about(self.value() or "")
        return queryset.none() if condition is None else queryset.filter(condition)
