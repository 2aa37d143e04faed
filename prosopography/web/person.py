"""The pages of persons."""

from typing import Any

from django.db.models import QuerySet

from prosopography.models import Person
from prosopography.queries.person import NARROWED_BY, choices, person_page, persons

from .chosen import word
from .lists import ListPage
from .page import RowPage
from .parameters import chosen

_DOUBTFUL = {each: each for each in ("include", "exclude", "only")}
_WITNESSES = {str(number): number for number in range(10)}


class PersonList(ListPage):
    """The list of persons, narrowed by name, or by what one claim about each of them names."""

    template_name = "person/list.html"
    known = ("q", *NARROWED_BY, "doubtful", "witnesses_min")
    noun, plural = "person", "persons"
    description = "Every person of the record, with the years of life and the number of claims."

    def rows(self) -> QuerySet:
        """The persons that meet all that is asked."""
        return persons(self.narrowed, doubtful=self.doubtful, witnesses=self.witnesses)

    def more(self) -> dict[str, Any]:
        """What the list is narrowed by, and could be."""
        self.narrowed = {
            name: chosen(NARROWED_BY[name], name, self.asked[name])
            for name in NARROWED_BY
            if name in self.asked
        }
        self.doubtful = word(self.asked, "doubtful", _DOUBTFUL, "include")
        self.witnesses = word(self.asked, "witnesses_min", _WITNESSES, "0")
        offered = [
            {"name": name, "rows": rows, "chosen": self.narrowed.get(name)}
            for name, rows in choices().items()
            if rows
        ]
        return {
            "narrowed": self.narrowed,
            "choices": offered,
            "doubtful": self.doubtful,
            "witnesses": self.witnesses,
            "is_narrowed": self.narrowed or self.doubtful != "include" or self.witnesses,
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
        description = (
            f"{person.label}{years}: {page.claims} claims from {page.sources} sources, "
            "each with its evidence."
        )
        meta = self.row_meta(person, f"{person.label}{years}", description)
        return super().get_context_data(
            meta=meta, page=page, here=person, word_pager=self.pager("word"), **kwargs
        )
