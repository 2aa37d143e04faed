"""The pages of persons."""

from typing import Any

from django.db.models import QuerySet

from prosopography.models import Person
from prosopography.queries.address import keys_of, visible
from prosopography.queries.person import NARROWED_BY, choices, person_page, persons

from .errors import RefusalError
from .lists import ListPage
from .page import RowPage


class PersonList(ListPage):
    """The list of persons, narrowed by name, or by what one claim about each of them names."""

    template_name = "person/list.html"
    known = ("q", *NARROWED_BY)
    noun, plural = "person", "persons"
    description = "Every person of the record, with the years of life and the number of claims."

    def rows(self) -> QuerySet:
        """The persons that meet all that is asked."""
        return persons(self.narrowed)

    def more(self) -> dict[str, Any]:
        """What the list is narrowed by, and could be."""
        self.narrowed = {
            name: _chosen(name, self.asked[name]) for name in NARROWED_BY if name in self.asked
        }
        offered = [
            {"name": name, "rows": rows, "chosen": self.narrowed.get(name)}
            for name, rows in choices().items()
            if rows
        ]
        return {"narrowed": self.narrowed, "choices": offered}


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
        description = (
            f"{person.label}{years}: {page.claims} claims from {page.sources} sources, "
            "each with its evidence."
        )
        meta = self.row_meta(person, f"{person.label}{years}", description)
        return super().get_context_data(
            meta=meta, page=page, here=person, word_pager=self.pager("word"), **kwargs
        )


def _chosen(name: str, slug: str) -> Any:
    """The row that a list is narrowed by. Raises RefusalError for a slug that the public cannot know."""
    model = NARROWED_BY[name]
    key = keys_of(model, [slug]).get(slug)
    if key is None:
        raise RefusalError(
            f"The record has no {name} “{slug}”, so the list cannot be narrowed by it."
        )
    return visible(model).get(pk=key)
