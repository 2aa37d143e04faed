"""Claims at the desk: one form with their evidence, and the list in which they are found."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.urls import path

from prosopography.dates import describe
from prosopography.editing import assertion as claims
from prosopography.models import COLUMNS, KINDS, SUBJECTS, Assertion, Citation, Role
from prosopography.models.validators import calendar_reform
from prosopography.queries.sentence import sentence

from .base import RecordAdmin, signed
from .claim_form import ClaimForm
from .claim_words import words_for
from .counting import number_of
from .date_reading import answer
from .filters import AboutFilter, DateFilter, EvidenceFilter, SourceFilter
from .inlines import CitationInline
from .pick import PickView
from .search import claims_found, tidy
from .widgets import Concealed, is_key

_REFERENCES = tuple(column for column in COLUMNS if column != "value")


class ValueInput(Concealed, forms.TextInput):
    """The value of a claim, which some kinds do not use."""


def dated(claim: Assertion) -> str:
    """The date of a claim as a reader would say it."""
    return describe(claim.date_text, claim.calendar, claim.edtf, reform=calendar_reform())


@admin.register(Assertion)
class AssertionAdmin(RecordAdmin):
    """A claim with its citations."""

    form = ClaimForm
    inlines = [CitationInline]
    autocomplete_fields = _REFERENCES
    ordering = ("-pk",)
    list_display = ("claim", "date", "certainty", "evidence", "status", "identifier")
    list_filter = (
        AboutFilter,
        "status",
        "kind",
        EvidenceFilter,
        DateFilter,
        SourceFilter,
        "certainty",
        "basis",
        "polarity",
        "rank",
    )
    search_fields = ("identifier",)  # that there is a search; get_search_results says how
    search_help_text = (
        "Names in any spelling, roles, words of the claim or of a quotation, an identifier."
    )

    class Media:
        # Django sorts scripts by what must come before: ours use the jQuery that is made there.
        js = [
            "admin/js/jquery.init.js",
            "prosopography/admin/claim.js",
            "prosopography/admin/dates.js",
        ]

    # The list -------------------------------------------------------------------------------------

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """With what each claim names, in the same query, and the number of its citations."""
        found = super().get_queryset(request).with_subjects()
        return found.annotate(citation_count=number_of(Citation, "assertion"))

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet, search_term: str
    ) -> tuple[QuerySet, bool]:
        """The claims that have the whole text somewhere, or each of its words."""
        text = tidy(search_term)
        return (queryset.filter(claims_found(text)) if text else queryset), False

    def option_label(self, row: Any) -> str:
        """The claim as a sentence, with its date."""
        date = f", {dated(row)}" if row.edtf or row.date_text else ""
        return f"{sentence(row)}{date} [{row.identifier}]"

    @admin.display(description="claim", ordering="kind")
    def claim(self, row: Assertion) -> str:
        """What is claimed, in plain English."""
        return sentence(row)

    @admin.display(description="date", ordering="earliest_start")
    def date(self, row: Assertion) -> str:
        """Its date in words."""
        return dated(row) if row.edtf or row.date_text else "–"

    @admin.display(description="witnesses", ordering="witnesses")
    def evidence(self, row: Any) -> str:
        """How many independent witnesses its citations are."""
        return f"{row.witnesses} of {row.citation_count}"

    # The form -------------------------------------------------------------------------------------

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """The columns of the kind (of all kinds for a new claim), the date, the judgement."""
        columns = [column for column in COLUMNS if obj is None or column in KINDS[obj.kind].allowed]
        date = ["date_text", "reading", ("edtf", "calendar")]
        if not self._is_open(request, obj):
            date.remove("reading")
        fieldsets: list[Any] = [
            ("What is claimed", {"fields": ["kind", *columns]}),
            ("When", {"fields": date, "classes": ["claim-date"]}),
            ("How sure it is", {"fields": [("certainty", "basis", "polarity")]}),
            (
                "Judgement and note",
                {"fields": ["rank", "rank_reason", "note"], "classes": ["collapse"]},
            ),
        ]
        return [*fieldsets, *self.last_fieldset(request, obj)]

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **more: Any
    ) -> Any:
        """With the words of the kind also where the form is only looked at."""
        form = super().get_form(request, obj, change, **more)
        if obj is not None:
            kind = KINDS[obj.kind]
            words = {
                column: words_for(kind, column) for column in COLUMNS if column in kind.allowed
            }
            form._meta.labels = {column: each.label for column, each in words.items()}
            form._meta.help_texts = {column: each.help for column, each in words.items()}
        return form

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """A saved claim keeps its kind: its columns are those of the kind."""
        fixed = super().get_readonly_fields(request, obj)
        return fixed if obj is None else [*fixed, "kind"]

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """Fields that a kind can hide, and examples of what to type."""
        if db_field.name == "value":
            kwargs["widget"] = ValueInput(attrs={"class": "vTextField"})
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and db_field.name == "date_text":
            field.widget.attrs["placeholder"] = "e.g. 12th September 1917"
            field.widget.attrs["data-reading"] = self._address("read_date")
        if field is not None and db_field.name == "edtf":
            field.widget.attrs["placeholder"] = "e.g. 1917-09-12"
        return field

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """What the address asks for: ``?kind=tenure&person=5``."""
        return {
            name: value
            for name, value in super().get_changeform_initial_data(request).items()
            if name == "kind" or (name in _REFERENCES and is_key(str(value)))
        }

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The form of a kind; first the kinds to choose from, where none is given."""
        kind = request.POST.get("kind") or request.GET.get("kind")
        if kind in KINDS:
            return super().add_view(request, form_url, extra_context)
        if not self.has_add_permission(request):
            raise PermissionDenied
        asked = {name: value for name, value in request.GET.items() if name in _REFERENCES}
        about = next((column for column in SUBJECTS if column in asked), None)
        context = {
            **self.admin_site.each_context(request),
            "title": "Add a claim: which kind?",
            "opts": self.opts,
            "media": self.media,
            "kinds": [rule for rule in KINDS.values() if about is None or about in rule.allowed],
            "asked": asked,
        }
        return TemplateResponse(request, "admin/prosopography/assertion/kinds.html", context)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """With the claim as a sentence over it."""
        claim = self.get_object(request, unquote(object_id))
        context = {"subtitle": self.option_label(claim)} if claim is not None else {}
        return super().change_view(
            request, object_id, form_url, {**context, **(extra_context or {})}
        )

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: Any = None) -> Any:
        """“Save and add another” begins with the same kind and the same subject."""
        response = super().response_add(request, obj, post_url_continue)
        if "_addanother" in request.POST and isinstance(response, HttpResponseRedirect):
            column = obj.subject_column
            again = urlencode({"kind": obj.kind, column: getattr(obj, f"{column}_id")})
            return HttpResponseRedirect(f"{self._address('add')}?{again}")
        return response

    # Saving ---------------------------------------------------------------------------------------

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """The evidence, together with the check of the whole claim."""
        changed = formset.save(commit=False)
        claims.save_evidence(
            form.instance,
            changed,
            withdrawn=formset.withdrawn,
            alternatives=formset.alternatives,
            **signed(request, form),
        )

    def discard(self, row: Any, *, editor: Any, reason: str) -> None:
        """Deletes a claim with its citations."""
        claims.discard(row, editor=editor, reason=reason)

    def discard_faults(self, row: Any) -> list[str]:
        """What has been public stays."""
        return claims.discard_faults(row)

    # Addresses ------------------------------------------------------------------------------------

    def get_urls(self) -> list[Any]:
        """With the reading of dates, and the options of every field that names a row."""
        view = self.admin_site.admin_view
        pick = PickView.as_view(admin_site=self.admin_site)
        return [
            path("read-date/", view(self.read_date), name="prosopography_assertion_read_date"),
            path("pick/", view(pick), name="prosopography_pick"),
            *super().get_urls(),
        ]

    def read_date(self, request: HttpRequest) -> JsonResponse:
        """``?text=&edtf=&calendar=&kind=&role=``: how a date was read, as ``date_reading.answer``."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        given = {name: request.GET.get(name, "")[:200] for name in ("text", "edtf", "calendar")}
        return JsonResponse(answer(**given, lasting=_is_lasting(request)))

    # History --------------------------------------------------------------------------------------

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """With the history of its citations, those withdrawn too."""
        key = unquote(object_id)
        evidence = Citation.history.filter(assertion_id=key if is_key(key) else None)
        context = {"evidence": evidence.select_related("history_user", "source")}
        return super().history_view(request, object_id, {**context, **(extra_context or {})})


def _is_lasting(request: HttpRequest) -> bool:
    """Whether a date of this kind, or else of this role, is that of a state."""
    kind = KINDS.get(request.GET.get("kind", ""))
    if kind is None or kind.lasting is not None:
        return bool(kind and kind.lasting)
    role = request.GET.get("role", "")
    return is_key(role) and Role.objects.filter(pk=role, lasting=True).exists()
