"""Fields that name another row: found by typing, in any spelling."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib.admin import site
from django.contrib.admin.widgets import AutocompleteSelect, RelatedFieldWidgetWrapper
from django.urls import reverse

#: The digits of the largest primary key.
_MOST_DIGITS = 18


def is_key(text: str) -> bool:
    """Whether a text from an address can be a primary key."""
    return text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS


def option_label(row: Any) -> str:
    """What an option says of a row, so that namesakes and drafts are told apart."""
    desk: Any = site.get_model_admin(type(row))
    return str(desk.option_label(row))


class RowSelect(AutocompleteSelect):
    """Django's autocomplete, which asks ``pick.PickView`` and knows the rows that are loaded.

    ``known`` maps primary keys to rows, so that a form of a hundred citations reads them at once;
    ``asking`` is added to each question, for example the kind of claim that a role must suit.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known: dict[str, Any] = {}
        self.asking: dict[str, str] = {}
        self.concealed = False

    @property
    def is_hidden(self) -> bool:
        """Whether the row of the form is hidden (it is still there for the script to show)."""
        return self.concealed

    def get_url(self) -> str:
        """Where the options come from."""
        asking = f"?{urlencode(self.asking)}" if self.asking else ""
        return reverse(f"{self.admin_site.name}:prosopography_pick") + asking

    def build_attrs(self, base_attrs: Any, extra_attrs: Any = None) -> dict[str, Any]:
        """As Django's, with what to type."""
        attrs = super().build_attrs(base_attrs, extra_attrs)
        attrs["data-placeholder"] = self.attrs.get("data-placeholder", "Type to search")
        return attrs

    def optgroups(self, name: str, value: Any, attr: Any = None) -> list[Any]:
        """The chosen row alone, without a query where it is known.

        What is no primary key (only a forged address has such) chooses nothing.
        """
        asked = [str(each) for each in value]
        keys = [each for each in asked if is_key(each)]
        rows = [self.known[key] for key in keys if key in self.known]
        if unknown := [key for key in keys if key not in self.known]:
            rows += self.choices.queryset.using(self.db).filter(pk__in=unknown)
        without_none = self.is_required or self.allow_multiple_selected
        options = [] if without_none else [self.create_option(name, "", "", False, 0)]
        options += [
            self.create_option(name, row.pk, option_label(row), True, number)
            for number, row in enumerate(rows, start=len(options))
        ]
        return [(None, options, 0)]


class RowSelectMany(RowSelect, forms.SelectMultiple):
    """The same for several rows."""


class RowWrapper(RelatedFieldWidgetWrapper):
    """A reference with the links that add and show what it names; none that deletes it."""

    @classmethod
    def around(cls, wrapper: RelatedFieldWidgetWrapper) -> "RowWrapper":
        """The same as Django's wrapper."""
        return cls(
            wrapper.widget,
            wrapper.rel,
            wrapper.admin_site,
            can_add_related=wrapper.can_add_related,
            can_change_related=wrapper.can_change_related,
            can_delete_related=False,
            can_view_related=wrapper.can_view_related,
        )

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """With the links also where the row of the form is hidden: it may be shown later."""
        return {**super().get_context(name, value, attrs), "is_hidden": False}


def row_select(field: forms.Field) -> RowSelect | None:
    """The RowSelect of a form field, out of the wrapper with the green plus; None for others."""
    widget = getattr(field.widget, "widget", field.widget)
    return widget if isinstance(widget, RowSelect) else None


class Concealed:
    """A widget whose row of the form is hidden while ``concealed``, for a script to show."""

    concealed = False

    @property
    def is_hidden(self) -> bool:
        """Whether the row of the form is hidden."""
        return self.concealed
