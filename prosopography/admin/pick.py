"""The options of a field that names another row, as it is typed."""

from typing import Any

from django.contrib.admin.views.autocomplete import AutocompleteJsonView

from .widgets import option_label


class PickView(AutocompleteJsonView):
    """Django's answer for autocomplete fields, with labels that tell namesakes apart.

    Who may see the rows may pick them; the rows are those of the field's own model, the best first.
    """

    def serialize_result(self, obj: Any, to_field_name: str) -> dict[str, str]:
        """An option: the key and what is shown, with the name that was found where it differs."""
        text = option_label(obj)
        name = getattr(obj, "found_name", "")
        if name and name not in text:
            text = f"{text} — found as “{name}”"
        return {"id": str(getattr(obj, to_field_name)), "text": text}
