"""The pages of sources."""

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from prosopography.models import Person, Source
from prosopography.queries.address import visible
from prosopography.queries.facets import Asked, narrowed
from prosopography.queries.meant import meant
from prosopography.queries.reading import known
from prosopography.queries.script import label_of
from prosopography.queries.source import Only, part_of_source, source_page
from prosopography.queries.stemma import whole_stemma

from .chosen import word
from .cite import cited
from .errors import RefusalError
from .lists import ListPage, same
from .page import Crumb, Page, RowPage, api_address
from .source_reference import forms_of


class SourceList(ListPage):
    """The list of sources, with its facets."""

    template_name = "source/list.html"
    noun, plural = "source", "sources"
    title = gettext_lazy("Sources")
    description = gettext_lazy(
        "Every source of the record: the documents read, and the works that they report."
    )
    views = ("table",)
    how = ()
    in_api = same("kind", "language")

    def more(self, asked: Asked) -> dict[str, Any]:
        """How many were read; one query. In the first order these stand under a heading of their own."""
        first = next(iter(self.listing.sorts))
        return {
            "known": known(narrowed(self.listing, asked)),
            "is_grouped": self.sort in ("", first),
        }

    def number_of(self, total: int) -> str:
        """So many sources."""
        return ngettext("%(n)s source", "%(n)s sources", total) % {"n": total}


class SourceStemma(Page):
    """How the sources derive from one another, drawn and as a table."""

    template_name = "source/stemma.html"
    plural = "sources"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The drawing."""
        meta = self.meta(
            _("Stemma of the sources"),
            _("Which source of the record copies or quotes which, how far and how surely."),
            Crumb(_("Sources"), reverse("web:source-list")),
            json=api_address("sources"),
        )
        return super().get_context_data(meta=meta, page=whole_stemma(), **kwargs)


class SourceDetail(RowPage):
    """A source and every claim taken from it, in document order; or what it says of one person."""

    template_name = "source/detail.html"
    known = ("person", "only")
    numbers = ("page", "reported")
    model, plural = Source, "sources"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The source's page, or the part of it that is asked for."""
        row = self.row()
        if any(name in self.asked for name in self.known):
            return super().get_context_data(**self._part(row), **kwargs)
        page = source_page(
            row,
            number=self.number(),
            reported=self.number("reported"),
            folder=settings.DOCUMENTS_DIR,
        )
        description = _(
            "%(source)s: what the record takes from it in document order, how much of it has been "
            "excerpted, what it copies and whose words it reports."
        ) % {"source": row.label}
        meta = self.row_meta(row, row.label, description)
        return super().get_context_data(
            meta=self.with_pages(meta, page.claims),
            page=page,
            here=row,
            choices=page.content.choices,
            forms=forms_of(row),
            cite=cited(self.request, row),
            reported_pager=self.pager("reported"),
            **kwargs,
        )

    def _part(self, row: Source) -> dict[str, Any]:
        """What the source says of one person, or what it alone tells; a template of its own."""
        if "reported" in self.asked:
            raise RefusalError(
                _("“reported” is a page of the whole source; “person” and “only” ask for a part.")
            )
        self.template_name = "source/part.html"
        person = self._person(self.asked["person"]) if "person" in self.asked else None
        only = None
        if "only" in self.asked:
            only = word(self.asked, "only", {each.value: each for each in Only}, "")
        part = part_of_source(row, person=person, only=only, number=self.number())
        title = row.label if person is None else f"{row.label}: {label_of(person)}"
        if person is None:
            description = _("%(source)s: a part of the claims that the record takes from it.") % {
                "source": row.label
            }
        else:
            description = _("What %(source)s says of %(person)s, in document order.") % {
                "source": row.label,
                "person": label_of(person),
            }
        meta = self.row_meta(row, title, description, row)
        return {
            "meta": self.with_pages(meta, part.claims),
            "part": part,
            "here": row,
            "person": person,
            "only": only,
            "choices": part.choices,
        }

    def _person(self, text: str) -> Person:
        """The person of an address or of a name in any spelling.

        Raises RefusalError where nobody is meant, or one of several.
        """
        found = meant(text, "person")
        if found.row is not None:
            person: Person = visible(Person).get(slug=found.row.slug)
            return person
        if not found.candidates:
            raise RefusalError(_("The record has no person “%(name)s”.") % {"name": text})
        names = ", ".join(f"{each.label} ({each.slug})" for each in found.candidates)
        raise RefusalError(
            _("“%(name)s” may mean several persons: %(names)s. Write the address of one of them.")
            % {"name": text, "names": names}
        )
