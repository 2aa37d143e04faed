"""The form of a claim: the fields of its kind, and a date that is never read in silence."""

import json
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminRadioSelect
from django.core.exceptions import ValidationError

from prosopography.models import COLUMNS, KINDS, Kind

from .claim_words import kinds_for_script, words_for
from .date_reading import UNREAD, choices_for, of_key
from .forms import RecordForm
from .widgets import Concealed, row_select


class ReadingRadio(Concealed, AdminRadioSelect):
    """How a date is to be read; hidden until it is asked."""

    concealed = True


class ClaimForm(RecordForm):
    """A claim of one kind.

    A new one holds the columns of all kinds, those that its kind does not use hidden and unread, so
    that the kind can still be changed. A saved one keeps its kind and has the columns of it alone.
    """

    reading = forms.ChoiceField(
        label="Read it as", required=False, widget=ReadingRadio, choices=[(UNREAD, UNREAD)]
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = self._kind()
        if "kind" in self.fields:
            self.fields["kind"].widget.attrs["data-kinds"] = json.dumps(kinds_for_script())
            self.fields["kind"].help_text = self.kind.help if self.kind else ""
        if self.kind is not None and "date_text" in self.fields:
            self.fields["date_text"].widget.attrs["data-kind"] = self.kind.key
        for column in COLUMNS:
            if column in self.fields:
                self._suit(self.fields[column], column)
        if "reading" in self.fields:
            self._offer_readings(self.fields["reading"])

    def _offer_readings(self, field: Any) -> None:
        """The ways to read the date, where it is asked; otherwise no answer is heard."""
        if self._is_to_be_read():
            field.widget.concealed = False
            field.choices, _ = choices_for(self._posted("date_text"), self._posted("calendar"))
        else:
            field.disabled = True

    def _kind(self) -> Kind | None:
        """The kind that was posted, or asked for, or that the claim has."""
        if self.instance.pk is not None:
            return KINDS[self.instance.kind]
        given = self._posted("kind") if self.is_bound else self.initial.get("kind")
        return KINDS.get(str(given))

    def _posted(self, name: str) -> str:
        return (self.data.get(self.add_prefix(name)) or "").strip()

    def _suit(self, field: forms.Field, column: str) -> None:
        """Makes the field of a column one of this kind: its words, whether it is needed or shown."""
        allowed = self.kind is not None and column in self.kind.allowed
        select = row_select(field)
        if self.kind is None or not allowed:
            field.required = False
            (select or field.widget).concealed = True  # type: ignore[union-attr]
            return
        words = words_for(self.kind, column)
        field.label, field.help_text = words.label, words.help
        field.required = column in self.kind.needs
        field.error_messages["required"] = f"A {self.kind.label} needs this."
        if select is not None:
            select.attrs["data-placeholder"] = words.placeholder
            if column == "role":
                select.asking = {"joins": self.kind.joins or ""}
        else:
            field.widget.attrs["placeholder"] = words.placeholder

    def _is_to_be_read(self) -> bool:
        """Whether a date is written whose EDTF the editor has not given."""
        return self.is_bound and bool(self._posted("date_text")) and not self._posted("edtf")

    def _post_clean(self) -> None:
        super()._post_clean()
        for errors in self.errors.values():  # the model says of a needed column what the field said
            errors.data = list({tuple(error): error for error in errors.data}.values())

    def clean(self) -> dict[str, Any]:
        """Leaves out what the kind does not use, and asks how a date is to be read."""
        cleaned = super().clean()
        for column in COLUMNS:
            if self.kind is not None and column in cleaned and column not in self.kind.allowed:
                cleaned[column] = "" if column == "value" else None
        if "reading" in self.fields and self._is_to_be_read() and "date_text" in cleaned:
            self._read_date(cleaned)
        return cleaned

    def _read_date(self, cleaned: dict[str, Any]) -> None:
        chosen = cleaned.get("reading")
        if not chosen and self._stays_unread(cleaned["date_text"]):
            return
        if not chosen:
            _, question = choices_for(cleaned["date_text"], self._posted("calendar"))
            self.add_error("date_text", ValidationError(question, code="unread"))
        elif chosen != UNREAD:
            cleaned["calendar"], cleaned["edtf"] = of_key(chosen)

    def _stays_unread(self, date_text: str) -> bool:
        """Whether the editor has said so before, of the same words."""
        saved = self.instance.pk is not None and not self.initial.get("edtf")
        return saved and self.initial.get("date_text") == date_text
