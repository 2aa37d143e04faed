"""Who served with a person, in what and how long; and the relationships of the person."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from prosopography.models import Organisation, Person
from prosopography.queries.language import later as _
from prosopography.queries.overlaps import Companion, bodies_of, overlaps, tell
from prosopography.queries.pairs import Nearness
from prosopography.queries.relationships import bonds, relationships
from prosopography.queries.script import label_of
from prosopography.queries.slices import cut
from prosopography.queries.tenures import Told

from .chosen import word
from .page import Crumb, Meta, RowPage, api_address
from .parameters import chosen

#: How many persons stand on one page.
PAGE_OF_COMPANIONS = 50
_WORDS = {
    Nearness.CERTAIN: _("Certainly at the same time"),
    Nearness.POSSIBLE: _("Possibly at the same time"),
    Nearness.OPEN: _("In the same body, and nothing excludes the same time"),
}
_EXACT = {"true": True, "false": False}
_MATCH = {"certain": True, "possible": False}


@dataclass(frozen=True)
class Class:
    """The persons of one nearness, with those of them that stand on this page."""

    key: str
    title: str
    total: int
    companions: list[Companion]


class Overlaps(RowPage):
    """Everybody who served with a person, by how surely they did."""

    template_name = "overlaps/detail.html"
    known = ("organisation", "exact", "match")
    numbers = ("page",)
    model, plural = Person, "persons"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The page of the persons that is asked for."""
        person = self.row()
        body = None
        if "organisation" in self.asked:
            body = chosen(Organisation, "organisation", self.asked["organisation"])
        exact = word(self.asked, "exact", _EXACT, "false")
        certain = word(self.asked, "match", _MATCH, "possible")
        found = overlaps(person, body, exact=exact, certain=certain)
        page = cut(found.found, self.number(), PAGE_OF_COMPANIONS)
        companions = tell(page.rows)
        offered = bodies_of(person)
        known = bonds(person) if page.number == 1 else None
        context = {
            "meta": self.with_pages(self._meta(person, body, len(found.found)), page),
            "here": person,
            "body": body,
            "exact": exact,
            "certain": certain,
            "offered": offered if body is None or body in offered else [*offered, body],
            "address": reverse("web:person-overlaps", args=[person.slug]),
            "page": page,
            "classes": [
                Class(each.value, _WORDS[each], found.counts[each], there)
                for each in Nearness
                if (there := [one for one in companions if one.nearness is each])
            ],
            "own": _own(companions),
            "bonds": known,
            "relationships": known and relationships(known),
        }
        return super().get_context_data(**context, **kwargs)

    def _meta(self, person: Person, body: Organisation | None, total: int) -> Meta:
        title = gettext("Who served with {person}").format(person=label_of(person))
        where = (
            gettext("{title} in {body}").format(title=title, body=label_of(body)) if body else title
        )
        described = ngettext(
            "{title}: {number} person who held something in the same body, "
            "certainly or possibly at the same time.",
            "{title}: {number} persons who held something in the same body, "
            "certainly or possibly at the same time.",
            total,
        ).format(title=where, number=total)
        return self.meta(
            title,
            described,
            Crumb(gettext("Persons"), reverse("web:person-list")),
            Crumb(label_of(person), reverse("web:person", args=[person.slug])),
            json=self._api(person),
        )

    def _api(self, person: Person) -> str:
        asked = {name: value for name, value in self.asked.items() if name in self.known}
        if "organisation" not in asked:
            asked.pop("exact", None)
        address = f"{api_address(self.plural, person.slug)}overlaps/"
        return f"{address}?{urlencode(asked)}" if asked else address


def _own(companions: list[Companion]) -> list[Told]:
    """The claims of the person that these overlaps rest on, each once."""
    found = {
        one.assertion.pk: one for each in companions for body in each.bodies for one in body.one
    }
    return sorted(
        found.values(), key=lambda one: (str(one.assertion.organisation), one.assertion.pk)
    )
