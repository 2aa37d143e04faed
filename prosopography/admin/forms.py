"""What every form of the desk has: a reason for the history, a status that moves by acts."""

from functools import cached_property
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget
from django.core.exceptions import ValidationError

from prosopography.models import Status

from .acts import act_between, reachable
from .permissions import may_publish, may_write, stands_with
from .widgets import row_select

#: The buttons beside "Save" that move the row on, and where to.
BUTTONS = {"_submit": Status.REVIEW, "_publish": Status.PUBLISHED}


class RowForm(forms.ModelForm):
    """A form of a row whose references show without a query each, where they are loaded."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        columns = {column.name for column in self.instance._meta.concrete_fields}
        for name, field in self.fields.items():
            select = row_select(field)
            if select is None or name not in columns:
                continue
            if self.instance._meta.get_field(name).is_cached(self.instance):
                row = getattr(self.instance, name)
                if row is not None:
                    select.known = {str(row.pk): row}


class RecordForm(RowForm):
    """A form of one row with the reason for the change, and its status.

    The desk sets ``editor`` (who is at it) and ``refusal`` (what editing/ would not save the last
    time, to be shown where it belongs) on the class that it makes for one request.
    """

    editor: Any = None
    refusal: ValidationError | None = None

    reason = forms.CharField(
        label="Reason for the change",
        required=False,
        max_length=500,
        widget=AdminTextInputWidget,
        help_text="One sentence for the history, for example: “The paragraph has 1923, not 1932.” "
        "Readers see it in the public history of what is published. Needed to retract and to send back.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        #: The status that the row has now; a new row begins as a draft.
        self.standing = Status.DRAFT if self.instance.pk is None else self._status()
        if "status" in self.fields:
            offered = reachable(self.standing or Status.DRAFT)
            self.fields["status"].choices = [  # type: ignore[attr-defined]
                choice for choice in Status.choices if choice[0] in offered
            ]

    def _status(self) -> str | None:
        return getattr(self.instance, "status", None)

    @cached_property
    def changed_data(self) -> list[str]:
        """The fields that were changed; the reason for it is none of them."""
        return [name for name in super().changed_data if name != "reason"]

    @property
    def is_changed(self) -> bool:
        """Whether something is to be saved besides the status."""
        return self.instance.pk is None or bool(set(self.changed_data) - {"status"})

    @property
    def is_forged(self) -> bool:
        """Whether a status was sent that the form does not offer, and that is not the row's own."""
        sent = self.data.get(self.add_prefix("status"))
        return "status" not in self.fields and sent not in (None, self.standing)

    @property
    def wanted(self) -> str | None:
        """The status that the row is to have: by a button, else by its field, else as it is."""
        for button, status in BUTTONS.items():
            if button in self.data:
                return status
        return self.cleaned_data.get("status", self.standing)

    def clean(self) -> dict[str, Any]:
        """A change of status that needs a reason has one; what is no draft is a reviewer's."""
        cleaned = super().clean() or self.cleaned_data
        if self.is_forged:
            self.add_error(None, "The status is a reviewer's to set: nothing was saved.")
        act = act_between(self.standing or "", self.wanted or "")
        if act is not None and act.needs_reason and not cleaned.get("reason"):
            self.add_error("reason", f"Say why it is {act.done}.")
        return cleaned

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        if not self.errors:
            self._check_whole()
        if self.refusal is not None:
            self._add_refusal(self.refusal)

    def _check_whole(self) -> None:
        """A row that stands with another is added by a reviewer where that one is no draft."""
        whole = stands_with(self.instance)
        if whole is None or whole is self.instance or may_publish(self.editor):
            return
        if not may_write(self.editor, self.instance):
            self.add_error(
                None, f"{whole} is no draft: only a reviewer changes what belongs to it."
            )

    def _add_refusal(self, refusal: ValidationError) -> None:
        """Each sentence at its field; at the top, where the form has no such field."""
        if not hasattr(refusal, "error_dict"):
            self.add_error(None, refusal)
            return
        for name, errors in refusal.error_dict.items():
            self.add_error(name if name in self.fields else None, ValidationError(errors))
