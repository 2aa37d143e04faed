"""Deleting at the desk: what has been public stays, and whoever tries is told why."""

from typing import Any

from django.contrib import messages
from django.contrib.admin import helpers
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from simple_history.admin import SimpleHistoryAdmin

from prosopography.editing import row as rows
from prosopography.models import Status

from .actions import Tried, told


class DeletingAdmin(SimpleHistoryAdmin):
    """The deletions of a desk, and the page that asks before an act."""

    def option_label(self, row: Any) -> str:
        """What an autocomplete field, and a page that asks, shows of a row."""
        status = getattr(row, "status", Status.PUBLISHED)
        return str(row) if status == Status.PUBLISHED else f"{row} ({row.get_status_display()})"

    def discard(self, row: Any, *, editor: Any, reason: str) -> None:
        """Deletes one row. Raises ValidationError."""
        rows.discard(row, editor=editor, reason=reason)

    def discard_faults(self, row: Any) -> list[str]:
        """Why this row must not vanish; empty if it may."""
        return rows.discard_faults(row)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """As the delete view does."""
        self.discard(obj, editor=request.user, reason=request.POST.get("reason", ""))

    @transaction.atomic
    def delete_queryset(self, request: HttpRequest, queryset: models.QuerySet) -> None:
        """All of them or none."""
        for row in queryset:
            self.delete_model(request, row)

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """Asks for the reason, then deletes; says why, where it is refused."""
        row = self.get_object(request, unquote(object_id))
        if row is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_permission(request, row):
            raise PermissionDenied
        if faults := self.discard_faults(row):
            return self._back(request, row, faults)
        if not self.has_delete_permission(request, row):
            raise PermissionDenied
        if request.method != "POST":
            return self.ask(request, label="Delete", rows=[row], warning="Its history stays.")
        key, name = row.pk, str(row)
        try:
            with transaction.atomic():
                self.log_deletions(request, self.model.objects.filter(pk=key))
                self.delete_model(request, row)
        except ValidationError as refusal:
            row.pk = key
            return self._back(request, row, refusal.messages)
        self.message_user(request, f"Deleted: {self.opts.verbose_name} {name}.", messages.SUCCESS)
        return HttpResponseRedirect(self._address("changelist"))

    def _back(self, request: HttpRequest, row: Any, faults: list[str]) -> HttpResponse:
        for fault in faults:
            self.message_user(request, fault, messages.ERROR)
        return HttpResponseRedirect(self._address("change", row.pk))

    def _address(self, page: str, *arguments: Any) -> str:
        name = f"{self.admin_site.name}:{self.opts.app_label}_{self.opts.model_name}_{page}"
        return reverse(name, args=arguments)

    def ask(self, request: HttpRequest, *, label: str, rows: Any, **context: Any) -> HttpResponse:
        """The page that asks for a reason before an act; its form comes back where it was."""
        return TemplateResponse(
            request,
            "admin/prosopography/act.html",
            {
                **self.admin_site.each_context(request),
                "title": label,
                "opts": self.opts,
                "media": self.media,
                "rows": [self.option_label(row) for row in rows],
                "action_checkbox_name": helpers.ACTION_CHECKBOX_NAME,
                "reason": request.POST.get("reason", ""),
                "changelist": self._address("changelist"),
                **context,
            },
        )

    def tell(self, request: HttpRequest, tried: Tried, done: str) -> None:
        """Says what an act came to, row by row where it was refused."""
        for level, text in told(tried, done, self.opts):
            self.message_user(request, text, level)
