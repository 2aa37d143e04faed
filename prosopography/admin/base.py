"""What the desks of all nouns have in common: everything is saved and deleted by editing/."""

from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.forms import BaseInlineFormSet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from simple_history.template_utils import HistoricalRecordContextHelper

from prosopography.editing import row as rows
from prosopography.models import Status

from .actions import ACTIONS
from .acts import ACTS, act_between
from .deleting import DeletingAdmin
from .forms import RecordForm
from .permissions import may_publish, may_write
from .widgets import RowSelect, RowWrapper, is_key

_COLLISION = ValidationError(
    "Somebody else saved something like it at the same moment. Look at it, then save again."
)


def signed(request: HttpRequest, form: Any) -> dict[str, Any]:
    """Who changes something and why, as every act of editing/ takes it."""
    return {"editor": request.user, "reason": form.cleaned_data["reason"]}


class ToldChanges(HistoricalRecordContextHelper):
    """What the history says was changed, in the words of the forms: “in review”, not “review”."""

    def prepare_delta_change_value(self, change: Any, value: Any) -> Any:
        """The word for a choice; any other value as it is."""
        words = dict(getattr(self.model._meta.get_field(change.field), "flatchoices", ()))
        return words[value] if words else super().prepare_delta_change_value(change, value)


class ReferenceMixin:
    """References are found by typing; what they name is never deleted from another row's form."""

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """Django's field with our widget, for every reference that has one."""
        if db_field.name in self.get_autocomplete_fields(request):  # type: ignore[attr-defined]
            kwargs["widget"] = RowSelect(db_field, self.admin_site)  # type: ignore[attr-defined]
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """Django's field, without the red cross that deletes what it names."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]
        if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget = RowWrapper.around(field.widget)
        return field


class RecordAdmin(ReferenceMixin, DeletingAdmin):
    """One noun at the desk.

    What editing/ refuses comes back as an error of the form: the first pass is rolled back, the
    second shows the same form with the refusal.
    """

    form = RecordForm
    actions = ACTIONS
    list_per_page = 50
    show_full_result_count = False
    save_on_top = False
    object_history_template = "admin/prosopography/history.html"
    object_history_list_template = "admin/prosopography/history_list.html"
    object_history_form_template = "admin/prosopography/history_form.html"

    class Media:
        js = ["prosopography/admin/desk.js"]
        css = {"all": ["prosopography/admin/desk.css"]}

    # What is shown --------------------------------------------------------------------------------

    def view_on_site(self, row: Any) -> str | None:
        """The public page of the row, if it has one."""
        noun = row._meta.model_name
        key = getattr(row, "slug", None) if hasattr(row, "redirects") else None
        if noun == "assertion":
            key = row.identifier
        if key is None or getattr(row, "status", Status.PUBLISHED) != Status.PUBLISHED:
            return None
        return reverse(f"web:{noun}", args=[key])

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """The fields of the noun, then status and reason."""
        return [*super().get_fieldsets(request, obj), *self.last_fieldset(request, obj)]

    def last_fieldset(self, request: HttpRequest, obj: Any) -> list[Any]:
        """Status and reason, as far as the row has a status and can be saved."""
        names = ["status"] if self._has_status() else []
        if self._is_open(request, obj):
            names.append("reason")
        return [("Saving", {"fields": names})] if names else []

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The status is a reviewer's to set; an old version is only looked at."""
        if getattr(request, "is_history", False):
            return flatten_fieldsets(self.get_fieldsets(request, obj))
        fixed = list(super().get_readonly_fields(request, obj))
        if self._has_status() and not may_publish(request.user):
            fixed.append("status")
        return fixed

    def _has_status(self) -> bool:
        return hasattr(self.model, "status")

    def _is_open(self, request: HttpRequest, obj: Any) -> bool:
        """Whether the form can be saved, not only looked at."""
        if getattr(request, "is_history", False):
            return False
        return obj is None or self.has_change_permission(request, obj)

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **more: Any
    ) -> Any:
        """The form of this request: it knows who is at it, and what was refused."""
        is_history = getattr(request, "is_history", False)
        request.is_history = False  # type: ignore[attr-defined]
        form = super().get_form(request, obj, change, **more)
        request.is_history = is_history  # type: ignore[attr-defined]
        form.editor = request.user
        form.refusal = getattr(request, "refusal", None)
        return form

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """With the buttons that move the row on; without “Delete” where that is refused anyway."""
        row = kwargs.get("obj")
        status = row.status if self._has_status() and row is not None else Status.DRAFT
        is_open = self._is_open(request, row) and self._has_status()
        context["may_submit"] = is_open and act_between(status, Status.REVIEW) is not None
        context["may_publish"] = (
            is_open and may_publish(request.user) and status != Status.PUBLISHED
        )
        context["show_delete"] = row is None or not self.discard_faults(row)
        return super().render_change_form(request, context, *args, **kwargs)

    # Who may --------------------------------------------------------------------------------------

    def has_publish_permission(self, request: HttpRequest) -> bool:
        """Whether the actions of reviewers are offered (``permissions=["publish"]``)."""
        return may_publish(request.user)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Django's permission; and what is no draft is a reviewer's."""
        return super().has_change_permission(request, obj) and self._may_write(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Django's permission; and what is no draft is a reviewer's."""
        return super().has_delete_permission(request, obj) and self._may_write(request, obj)

    def _may_write(self, request: HttpRequest, obj: Any) -> bool:
        return obj is None or may_write(request.user, obj)

    def get_actions(self, request: HttpRequest) -> Any:
        """The acts, for what has a status; the deletion, for all."""
        actions = super().get_actions(request)
        if self._has_status():
            return actions
        return {name: action for name, action in actions.items() if name not in ACTS}

    # Saving ---------------------------------------------------------------------------------------

    def changeform_view(
        self, request: HttpRequest, object_id: Any = None, form_url: str = "",
        extra_context: Any = None,
    ) -> Any:  # fmt: skip
        """Django's form; what editing/ refuses is shown in it, and nothing of it is saved."""
        arguments = (request, object_id, form_url, extra_context)
        try:
            return super().changeform_view(*arguments)
        except ValidationError as refusal:
            request.refusal = refusal  # type: ignore[attr-defined]
        except IntegrityError:
            request.refusal = _COLLISION  # type: ignore[attr-defined]
        return super().changeform_view(*arguments)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Saves the row by itself; its status moves when everything about it is saved."""
        if form.standing is not None and self._has_status():
            obj.status = form.standing
        if form.is_changed:
            rows.save(obj, **signed(request, form))

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """What stands on the row's form, then its status."""
        super().save_related(request, form, formsets, change)
        self.move(request, form)

    def move(self, request: HttpRequest, form: Any) -> None:
        """Gives the row the status that was asked for, by the act that leads there."""
        if not self._has_status() or form.wanted == form.standing:
            return
        act = act_between(form.standing, form.wanted)
        if act is None:
            raise ValidationError("This change of status is not offered.")
        if act.reviewers and not may_publish(request.user):
            raise PermissionDenied
        act.run(form.instance, **signed(request, form))
        self.message_user(request, f"It is {act.done}.", messages.SUCCESS)

    def save_formset(
        self, request: HttpRequest, form: Any, formset: BaseInlineFormSet, change: bool
    ) -> None:
        """Rows that stand on the form of another, each by itself."""
        by = signed(request, form)
        changed = formset.save(commit=False)
        for row in formset.deleted_objects:
            rows.discard(row, **by)
        for row in changed:
            rows.save(row, **by)

    # History --------------------------------------------------------------------------------------

    def get_historical_record_context_helper(
        self, request: HttpRequest, historical_record: Any
    ) -> ToldChanges:
        """What puts the changes into words."""
        return ToldChanges(self.model, historical_record)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """Who changed what, when and why; also of a row that is gone."""
        if not is_key(unquote(object_id)):
            raise Http404
        return super().history_view(request, object_id, extra_context)

    def history_form_view(
        self, request: HttpRequest, object_id: str, version_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """An old version, to look at. A row goes back by being edited, which is checked."""
        if request.method not in ("GET", "HEAD"):
            raise PermissionDenied
        if not (is_key(object_id) and is_key(version_id)):
            raise Http404
        request.is_history = True  # type: ignore[attr-defined]
        context = {"opts": self.opts, **(extra_context or {})}
        return super().history_form_view(request, object_id, version_id, context)
