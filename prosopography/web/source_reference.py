"""How to cite a source itself: on its page, and as files for programs that keep references."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from prosopography.interchange.reference import FORMATS
from prosopography.interchange.reference.work import work
from prosopography.interchange.reference.work_formats import WORK_WRITERS
from prosopography.models import Source

from .cite import CitedForm
from .errors import NotFoundError
from .page import RowPage


def forms_of(source: Source) -> list[CitedForm]:
    """The bibliographic record of a source in every format, the plain text first; no query."""
    record = work(source)
    return [
        CitedForm(
            each.suffix,
            each.name,
            WORK_WRITERS[each.suffix](record).replace("\r\n", "\n"),
            reverse("web:source-reference", args=[source.slug, each.suffix]),
        )
        for each in FORMATS.values()
    ]


class SourceReference(RowPage):
    """The bibliographic record of a source in the format of the address."""

    model, plural = Source, "sources"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The file. Raises NotFoundError for a format that is not known."""
        source = self.row()
        form = FORMATS.get(self.kwargs["format"])
        if form is None:
            raise NotFoundError
        text = WORK_WRITERS[form.suffix](work(source))
        response = HttpResponse(text, content_type=form.media_type)
        response["Content-Disposition"] = f'attachment; filename="{source.slug}.{form.suffix}"'
        return response
