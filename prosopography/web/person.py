"""The pages of persons."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from prosopography.models import Person
from prosopography.queries.claim_row import CLAIM_COLUMNS, claim_row
from prosopography.queries.facets import Asked
from prosopography.queries.facets.as_question import as_question
from prosopography.queries.loading import claims_naming
from prosopography.queries.person import PersonPage, person_page
from prosopography.queries.script import label_of

from .cite import cited
from .lists import ListPage, same
from .narrowing import HOW
from .page import RowPage
from .table import csv_file


class PersonList(ListPage):
    """The list of persons, with its facets."""

    template_name = "person/list.html"
    noun, plural = "person", "persons"
    title = gettext_lazy("Persons")
    description = gettext_lazy(
        "Every person of the record, with the years of life and the number of claims."
    )
    how = HOW
    in_api = {"q": "search"} | same(
        "organisation", "role", "event", "place", "source", "certainty", "fate", "born", "died",
        "disagreement", "certain", "doubtful", "witnesses_min",
    )  # fmt: skip

    def number_of(self, total: int) -> str:
        """So many persons."""
        return ngettext("%(n)s person", "%(n)s persons", total) % {"n": total}

    def more(self, asked: Asked) -> dict[str, Any]:
        """The same as a question, as far as a question can say it."""
        question = as_question(asked)
        names = {"disagreement": _("disagreement"), "q": _("the name"),
                 "doubtful": _("doubtful identifications")}  # fmt: skip
        address = f"{reverse('web:questions')}?{urlencode({'q': question.text})}"
        return {
            "question": address if question.text else "",
            "question_both_sides": question.both_sides,
            "question_without": ", ".join(names[each] for each in question.left_out),
        }


class PersonDetail(RowPage):
    """A life as the sources tell it."""

    template_name = "person/detail.html"
    numbers = ("word",)
    model, plural = Person, "persons"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The person's page."""
        person = self.row()
        page = person_page(person, number=self.number("word"))
        years = f" ({page.life.years})" if page.life.years else ""
        title = f"{label_of(person)}{years}"
        meta = self.row_meta(person, title, _description(title, page))
        return super().get_context_data(
            meta=meta,
            page=page,
            here=person,
            cite=cited(self.request, person),
            word_pager=self.pager("word"),
            **kwargs,
        )


def _description(title: str, page: PersonPage) -> str:
    """Who it is and how much is told, in one or two sentences."""
    told = ngettext(
        "%(number)d claim, with its evidence.",
        "%(number)d claims, each with its evidence.",
        page.claims,
    ) % {"number": page.claims}
    was = "; ".join(each.text for each in page.who)
    return f"{title}: {was}. {told}" if was else f"{title}: {told}"


class PersonClaims(RowPage):
    """The claims about a person with their citations, as a table in CSV."""

    model, plural = Person, "persons"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """The table: one row for each claim, in time order."""
        person = self.row()
        rows = map(claim_row, claims_naming("person", person.pk))
        return csv_file(f"{person.slug}-claims", rows, CLAIM_COLUMNS)
