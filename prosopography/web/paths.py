"""The page of paths: by what chain of links two persons are joined, step by step with the evidence."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext

from prosopography.models import Person
from prosopography.queries.address import visible
from prosopography.queries.chains import LONGEST
from prosopography.queries.finding import most_told
from prosopography.queries.language import later as _
from prosopography.queries.meant import Candidate, Meant, meant
from prosopography.queries.paths import Asked, Paths, paths
from prosopography.queries.script import label_of

from .linking import FILTER, certain, number, offered, only
from .page import Page, api_address

_DESCRIPTION = _(
    "By what chain of relationships, bodies and events two persons are joined: the shortest path "
    "between them and the next, each step in words with the claims that say so."
)


@dataclass(frozen=True)
class Choice:
    """Whom a text may mean, and the address of the page for each."""

    name: str  # the parameter: from, to
    text: str
    persons: list[tuple[Candidate, str]]


class PathsPage(Page):
    """The shortest paths from one person to another."""

    template_name = "paths/detail.html"
    known = ("from", "to", *FILTER, "longest")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The paths; or whom one of the names may mean; or the form alone."""
        counting = only(self.asked)
        longest = number(self.asked, "longest", LONGEST, LONGEST)
        is_certain = certain(self.asked)
        named: dict[str, Meant] = {
            name: meant(self.asked[name], "person") for name in ("from", "to") if name in self.asked
        }
        persons = self._persons(named)
        context: dict[str, Any] = {
            "address": reverse("web:paths"),
            "only": counting,
            "offered": offered(counting),
            "certain": is_certain,
            "longest": longest,
            "lengths": range(1, LONGEST + 1),
            "written": {name: self._written(name, persons) for name in ("from", "to")},
            "choices": [self._choice(name, each) for name, each in named.items() if not each.row],
        }
        found = None
        if len(persons) == len(set(persons.values())) == len(("from", "to")):
            asked = Asked(persons["from"], persons["to"], counting, is_certain, longest)
            context["found"] = found = paths(asked)
        context |= {"one": persons.get("from"), "other": persons.get("to")}
        context["same"] = found is None and len(persons) > len(set(persons.values()))
        context["example"], context["example_at"] = [], ""
        if not named:
            context["example"] = most_told(Person, "person", 2)
            ends = zip(("from", "to"), context["example"], strict=False)
            context["example_at"] = self._with(**{name: each.slug for name, each in ends})
        context["wider"] = [] if found is None or found.paths else self._wider(found)
        return super().get_context_data(meta=self._meta(persons, found), **context, **kwargs)

    def _persons(self, named: dict[str, Meant]) -> dict[str, Person]:
        """The persons who are meant, by the parameters; one query."""
        slugs = {name: each.row.slug for name, each in named.items() if each.row}
        rows = {row.slug: row for row in visible(Person).filter(slug__in=set(slugs.values()))}
        return {name: rows[slug] for name, slug in slugs.items()}

    def _written(self, name: str, persons: dict[str, Person]) -> str:
        return persons[name].label if name in persons else self.asked.get(name, "")

    def _choice(self, name: str, found: Meant) -> Choice:
        return Choice(
            name,
            found.text,
            [(each, self._with(**{name: each.slug})) for each in found.candidates],
        )

    def _with(self, **other: Any) -> str:
        """This page with other values; without those that are None."""
        asked = {**self.asked, **other}
        return f"?{urlencode({name: value for name, value in asked.items() if value is not None})}"

    def _wider(self, found: Paths) -> list[tuple[str, str]]:
        """What may be asked instead where nothing was found."""
        ways = {
            "certain": gettext("count links that are only possible too"),
            "by": gettext("count relationships, bodies and events"),
        }
        wider = [
            (text, self._with(**{name: None})) for name, text in ways.items() if name in self.asked
        ]
        if "longest" in self.asked and not found.apart:
            wider.append(
                (
                    gettext("look for paths of up to {number} steps").format(number=LONGEST),
                    self._with(longest=None),
                )
            )
        largest = only(self.asked).largest
        larger = next((each for each in (100, 300, 1000) if each > largest), None)
        if larger:
            text = gettext("count bodies and events of up to {number} persons").format(
                number=f"{larger:,}"
            )
            wider.append((text, self._with(largest=larger)))
        return wider

    def _meta(self, persons: dict[str, Person], found: Paths | None) -> Any:
        if found is None:
            return self.meta(gettext("Paths between persons"), _DESCRIPTION)
        one, other = persons["from"], persons["to"]
        title = gettext("From {one} to {other}").format(one=label_of(one), other=label_of(other))
        asked = {**self.asked, "from": one.slug, "to": other.slug}
        meta = self.meta(
            title,
            gettext(
                "{title}: the shortest paths between them by relationships, bodies and events, "
                "each step with its evidence."
            ).format(title=title),
            json=f"{api_address('paths')}?{urlencode(asked)}",
        )
        # However the names were written, this is one page.
        meta.canonical = f"{self.request.build_absolute_uri(self.request.path)}?{urlencode(asked)}"
        return meta
