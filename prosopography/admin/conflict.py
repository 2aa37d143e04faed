"""Conflicts at the desk: found by typing nothing in, and settled with a reason."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import quote, unquote
from django.contrib.admin.views.main import ChangeList
from django.contrib.admin.widgets import AdminTextInputWidget
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from prosopography.editing.settlement import preference_faults, reopen, settle, version
from prosopography.models import Assertion, ConflictEntry, Settlement, Verdict
from prosopography.queries.conflict import ShownConflict, find, of_entries, shown
from prosopography.queries.conflict_index import State, entries
from prosopography.queries.conflicts import NOUNS, RULES

from .permissions import may_settle

_STAND = "stand"


class SettleForm(forms.Form):
    """Which side is preferred, or that all stand; and why."""

    verdict = forms.ChoiceField(
        label="Verdict",
        widget=forms.RadioSelect,
        error_messages={"required": "Say which side is preferred, or that all stand."},
    )
    reason = forms.CharField(
        max_length=500,
        widget=AdminTextInputWidget,
        error_messages={"required": "Say why."},
        help_text="One sentence, shown to readers: “The minutes were kept at the time.”",
    )
    fingerprint = forms.CharField(widget=forms.HiddenInput)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, conflict: ShownConflict, **more: Any) -> None:
        super().__init__(*args, **more)
        sides = list(zip(conflict.sides, conflict.conflict.sides, strict=True))
        faults = {side.text: preference_faults(conflict.conflict, own) for side, own in sides}
        #: Why a side cannot be preferred, each sentence once.
        self.faults = list(dict.fromkeys(fault for each in faults.values() for fault in each))
        choices = [
            (side.rows[0].identifier, f"Prefer: {side.text}")
            for side, _ in sides
            if not faults[side.text]
        ]
        self.fields["verdict"].choices = [*choices, (_STAND, "All sides stand")]  # type: ignore[attr-defined]
        self.fields["fingerprint"].initial = conflict.conflict.fingerprint


class ReopenForm(forms.Form):
    """Why the settlement is withdrawn."""

    reason = forms.CharField(
        max_length=500,
        widget=AdminTextInputWidget(attrs={"id": "id_reopen_reason"}),
        error_messages={"required": "Say why it is opened again."},
        help_text="One sentence for the history.",
    )
    seen = forms.IntegerField(
        widget=forms.HiddenInput(attrs={"id": "id_reopen_seen"}), required=False
    )


class Conflicts(ChangeList):
    """A page of the index with what each conflict says; rows are addressed by their keys."""

    def get_results(self, request: HttpRequest) -> None:
        """The rows of the page, each with its conflict as the claims make it now."""
        super().get_results(request)
        rows = list(self.result_list)
        for row, found in zip(rows, of_entries(rows), strict=True):
            row.shown = found
        self.result_list = rows

    def url_for_result(self, result: Any) -> str:
        """The address of a conflict: its entry is made anew whenever a claim changes."""
        return reverse("admin:prosopography_conflictentry_change", args=[quote(result.key)])


class RuleFilter(admin.SimpleListFilter):
    """By the rule that found it."""

    title = "rule"
    parameter_name = "rule"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """All rules."""
        return [(key, rule.title) for key, rule in RULES.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        """What this rule found."""
        return queryset if self.value() is None else queryset.filter(rule=self.value())


class StateFilter(admin.SimpleListFilter):
    """By how far the editors have come."""

    title = "state"
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[Any, str]]:
        """Open, reopened, settled."""
        return list(State.choices)

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        """The entries in this state."""
        return queryset if self.value() is None else queryset.filter(state=self.value())


@admin.register(ConflictEntry)
class ConflictAdmin(admin.ModelAdmin):
    """The index of conflicts, which nobody writes by hand, and the page on which one is settled."""

    list_display = ("sentence", "subject", "rule_title", "nature", "state")
    list_filter = (StateFilter, "nature", RuleFilter)
    list_per_page = 50
    show_full_result_count = False
    search_fields = ("key", *(f"{noun}__label" for noun in NOUNS))
    search_help_text = "The label of the person, the body or the event; words of the key."
    actions = None

    class Media:
        css = {"all": ["prosopography/admin/desk.css"]}

    # The list -------------------------------------------------------------------------------------

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """With subject and state."""
        return entries()

    def get_ordering(self, request: HttpRequest) -> Any:
        """What is open first."""
        return ["state", "-nature", "rule", "key"]

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        """With what each conflict says."""
        return Conflicts

    @admin.display(description="conflict")
    def sentence(self, row: Any) -> str:
        """What disagrees."""
        return row.shown.conflict.sentence if row.shown else "(no longer so)"

    @admin.display(description="of")
    def subject(self, row: ConflictEntry) -> str:
        """Whose conflict it is."""
        return str(row.person or row.organisation or row.event)

    @admin.display(description="rule", ordering="rule")
    def rule_title(self, row: ConflictEntry) -> str:
        """What found it."""
        return RULES[row.rule].title if row.rule in RULES else row.rule

    @admin.display(description="state", ordering="state")
    def state(self, row: Any) -> str:
        """How far the editors have come."""
        return State(row.state).label

    # Who may --------------------------------------------------------------------------------------

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody: conflicts are found."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody: they are settled by an act of their own."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody: they go when the claims are mended."""
        return False

    # Settling -------------------------------------------------------------------------------------

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Both sides with their evidence, and the form that settles them."""
        return self._settle_view(request, unquote(object_id))

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """It stands on the same page."""
        return HttpResponseRedirect(
            reverse("admin:prosopography_conflictentry_change", args=[object_id])
        )

    def _settle_view(self, request: HttpRequest, key: str) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        changelist = reverse("admin:prosopography_conflictentry_changelist")
        conflict = find(key)
        if conflict is None or conflict.key != key:
            self.message_user(request, "These claims are no longer at odds.", messages.WARNING)
            return HttpResponseRedirect(changelist)
        (each,) = shown([conflict])
        initial = {"seen": version(key)}
        is_post = request.method == "POST"
        if is_post and not may_settle(request.user):
            raise PermissionDenied
        again = ReopenForm(
            request.POST if is_post and "_reopen" in request.POST else None, initial=initial
        )
        form = SettleForm(
            request.POST if is_post and "_settle" in request.POST else None,
            conflict=each,
            initial=initial,
        )
        if form.is_bound and form.is_valid() and self._settle(request, key, form):
            return self._done(request, "Settled.", changelist)
        if again.is_bound and again.is_valid() and self._reopen(request, key, again):
            return self._done(request, "Open again.", changelist)
        return TemplateResponse(
            request,
            "admin/prosopography/settle.html",
            {
                **self.admin_site.each_context(request),
                "title": "Settle a conflict" if may_settle(request.user) else "A conflict",
                "subtitle": conflict.sentence,
                "opts": self.opts,
                "media": self.media,
                "changelist": changelist,
                "each": each,
                "form": form,
                "again": again,
                "may_settle": may_settle(request.user),
                "versions": _versions(key),
            },
        )

    def _settle(self, request: Any, key: str, form: SettleForm) -> bool:
        """Settles the conflict; what editing/ refuses is shown in the form."""
        verdict, given = form.cleaned_data["verdict"], form.cleaned_data
        stands = verdict == _STAND
        try:
            settle(
                key,
                fingerprint=given["fingerprint"],
                verdict=Verdict.STAND if stands else Verdict.PREFER,
                preferred=None if stands else Assertion.objects.get(identifier=verdict),
                reason=given["reason"],
                seen=given["seen"],
                editor=request.user,
            )
        except ValidationError as refusal:
            form.add_error(None, ValidationError(refusal.messages))
            return False
        return True

    def _reopen(self, request: Any, key: str, form: ReopenForm) -> bool:
        try:
            given = form.cleaned_data
            reopen(key, reason=given["reason"], seen=given["seen"], editor=request.user)
        except ValidationError as refusal:
            form.add_error(None, ValidationError(refusal.messages))
            return False
        return True

    def _done(self, request: HttpRequest, text: str, address: str) -> HttpResponse:
        self.message_user(request, text, messages.SUCCESS)
        return HttpResponseRedirect(address)


def _versions(key: str) -> QuerySet:
    """Who settled it, or opened it again, when and why; the last first; one query."""
    found = Settlement.history.filter(key=key)  # type: ignore[attr-defined]
    return found.select_related("history_user", "preferred").order_by(
        "-history_date", "-history_id"
    )
