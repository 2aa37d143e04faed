"""How to cite a page: in the page itself, and as files for programs that keep references."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from prosopography.interchange.reference import FORMATS, Reference
from prosopography.interchange.reference.text import text
from prosopography.models import Assertion
from prosopography.queries.assertion import dated_sentence
from prosopography.queries.changes import last_changed
from prosopography.queries.language import spoken
from prosopography.queries.script import label_of

from .claim_page import ClaimPage
from .errors import NotFoundError
from .page import Page, RowPage
from .unchanged import version_of


@dataclass(frozen=True)
class CitedForm:
    """The reference in one format, and the address of its file."""

    suffix: str
    name: str
    text: str
    address: str

    @property
    def rows(self) -> int:
        """How many lines it has."""
        return self.text.count("\n")


@dataclass(frozen=True)
class Cited:
    """What a page offers to whoever wants to cite it (``_components/cite.html``)."""

    sentence: str
    forms: list[CitedForm]
    version: date | None  # the day on which the row, or a claim about it, last changed
    history: str = ""  # the address of its public history; what was asked of the record has none


def reference(request: HttpRequest, row: Any) -> Reference:
    """The page of a public row as something to cite; one query. Claims come with what they name."""
    noun, key = row._meta.model_name, address_key(row)
    changed = last_changed(noun, row.pk)
    return Reference(
        key=f"{noun}-{key}",
        title=title_of(row),
        container=settings.SITE_NAME,
        address=request.build_absolute_uri(reverse(f"web:{noun}", args=[key])),
        language=spoken(),
        version=changed.date() if changed else None,
    )


def cited(request: HttpRequest, row: Any) -> Cited:
    """How to cite the page of a public row; one query."""
    noun, key = row._meta.model_name, address_key(row)
    made = reference(request, row)
    forms = [
        CitedForm(
            each.suffix,
            each.name,
            each.write(made).replace("\r\n", "\n"),
            reverse(f"web:{noun}-cite", args=[key, each.suffix]),
        )
        for each in FORMATS.values()
    ]
    return Cited(
        sentence=forms[0].text.strip(),
        forms=forms[1:],
        version=made.version,
        history=reverse(f"web:{noun}-history", args=[key]),
    )


def cited_answer(request: HttpRequest, title: str, asked: Iterable[str], address: str) -> Cited:
    """How to cite what the record answers now: a list, the persons of a question, a map; no query.

    ``asked`` is by what it is narrowed, in words, and ``address`` holds the same; ``title`` is what it
    is. The version is that of the record.
    """
    words = "; ".join(each for each in asked if each)
    changed = version_of(request).changed
    made = Reference(
        key="answer",
        title=f"{title} ({words})" if words else title,
        container=settings.SITE_NAME,
        address=request.build_absolute_uri(address),
        language=spoken(),
        version=changed.date() if changed else None,
    )
    return Cited(text(made).strip(), [], made.version)


def address_key(row: Any) -> str:
    """What stands in the address of a row: its slug, or a claim's identifier."""
    return row.identifier if isinstance(row, Assertion) else row.slug


def title_of(row: Any) -> str:
    """What a row is called in a reference; a claim by its sentence, its date and its identifier."""
    if isinstance(row, Assertion):
        return f"{dated_sentence(row)} ({row.identifier})"
    return label_of(row)


class _CiteFile(Page):
    """The reference in the format of the address."""

    def file(self, row: Any) -> HttpResponse:
        """The file. Raises NotFoundError for a format that is not known."""
        form = FORMATS.get(self.kwargs["format"])
        if form is None:
            raise NotFoundError
        written = form.write(reference(self.request, row))
        response = HttpResponse(written, content_type=form.media_type)
        name = f"{address_key(row)}.{form.suffix}"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response


class RowCite(_CiteFile, RowPage):
    """The reference to the page of a person, body, event, place, role or source."""

    model: Any = None  # said where the address is

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The file."""
        return self.file(self.row())


class AssertionCite(_CiteFile, ClaimPage):
    """The reference to the page of a claim."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The file."""
        return self.file(self.claim())
