"""Two to five persons side by side."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext

from prosopography.models import Person
from prosopography.queries.address import keys_of, visible
from prosopography.queries.compared import FEWEST, MOST, compare, fault
from prosopography.queries.finding import most_told
from prosopography.queries.language import later as _
from prosopography.queries.meant import Candidate, meant
from prosopography.queries.script import label_of

from .errors import RefusalError
from .page import Page, api_address

_TITLE = _("Compare persons")
_DESCRIPTION = _(
    "Two to five persons side by side on one axis of time: what they share, certainly or possibly "
    "at the same time, and where they part, each with the claims that say so."
)


@dataclass(frozen=True)
class Way:
    """A link to the comparison with another choice of persons."""

    label: str
    address: str
    why: str = ""


@dataclass(frozen=True)
class Unclear:
    """A name that is not that of one person alone, with those who may be meant."""

    text: str
    ways: list[Way]


class Compare(Page):
    """What persons share and where they part, or the way to choose them."""

    template_name = "compare/detail.html"
    known = ("persons", "add")
    long = ("persons",)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The comparison; or what is lacking for it."""
        chosen, unclear = self.chosen()
        slugs = [person.slug for person in chosen]
        problem = fault(slugs)
        if problem and len(slugs) >= FEWEST:
            raise RefusalError(problem)
        if not unclear:
            # The address by which the page is cited has slugs, whatever was typed.
            self.asked = {"persons": ",".join(slugs)} if slugs else {}
        context: dict[str, Any] = {
            "address": reverse("web:compare"),
            "claims_at": f"{reverse('web:home')}assertions/",
            "slugs": ",".join(slugs),
            "chosen": [
                (person, _address([each for each in slugs if each != person.slug]))
                for person in chosen
            ],
            "unclear": unclear,
            "is_full": len(chosen) == MOST,
            "comparison": None,
            "example": [],
        }
        if problem or unclear:
            meta = self.meta(_TITLE, _DESCRIPTION)
            if not chosen and not unclear:
                context |= _example()
        else:
            context["comparison"] = compare(chosen)
            context["columns"] = len(chosen) + 1
            names = ", ".join(label_of(person) for person in chosen)
            query = urlencode(self.asked)
            meta = self.meta(
                gettext("Compare: {names}").format(names=names),
                _DESCRIPTION,
                json=f"{api_address('compare')}?{query}",
            )
        return super().get_context_data(meta=meta, **context, **kwargs)

    def chosen(self) -> tuple[list[Person], list[Unclear]]:
        """The persons who are asked for, and the names that are not those of one person.

        Two queries for addresses, one more for former ones; those of ``meant`` and one for each name.
        """
        given = [*self.asked.get("persons", "").split(","), self.asked.get("add", "")]
        texts = [text.strip() for text in given if text.strip()]
        if len(texts) > MOST:
            raise RefusalError(fault(texts))
        keys = keys_of(Person, texts)
        rows = visible(Person).in_bulk(keys.values())
        persons, names = [], []
        for text in texts:
            if text in keys:
                persons.append(rows[keys[text]])
                continue
            found = meant(text, "person")
            if found.row is not None:
                persons.append(visible(Person).get(slug=found.row.slug))
            else:
                names.append(found)
        slugs = [person.slug for person in persons]
        unclear = [
            Unclear(each.text, [_way(slugs, one) for one in each.candidates]) for each in names
        ]
        return persons, unclear


def _example() -> dict[str, Any]:
    """Two persons of whom much is told, and the address at which they stand side by side; two queries."""
    persons = most_told(Person, "person", FEWEST)
    if len(persons) < FEWEST:
        return {}
    return {"example": persons, "example_at": _address([each.slug for each in persons])}


def _way(slugs: list[str], candidate: Candidate) -> Way:
    return Way(candidate.label, _address([*slugs, candidate.slug]), candidate.why)


def _address(slugs: list[str]) -> str:
    address = reverse("web:compare")
    return f"{address}?{urlencode({'persons': ','.join(slugs)})}" if slugs else address
