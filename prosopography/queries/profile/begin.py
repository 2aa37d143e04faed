"""Groups to begin with."""

import json
from typing import NamedTuple

from django.db.models import Count

from prosopography.models import Assertion, Organisation
from prosopography.queries.address import visible
from prosopography.queries.keys import keyed
from prosopography.queries.questions.examples import examples
from prosopography.queries.script import label_of

_MOST = 8
_LIKELY = 24


class Beginning(NamedTuple):
    """A group in words, its question as JSON, and, of a body, how many had a tenure in it."""

    title: str
    text: str
    persons: int | None = None


def asked_for() -> list[Beginning]:
    """The groups of the example questions; the queries of ``examples``."""
    return [Beginning(each.title, each.text) for each in examples()]


def bodies() -> list[Beginning]:
    """The bodies of which most persons are told that they were in it, parts apart; three queries.

    The likely ones are found through an index, public or not; what is shown is counted by itself.
    """
    named = Assertion.objects.filter(kind="tenure").order_by().values_list("organisation")
    likely = [
        key
        for key, _ in named.annotate(number=Count("pk")).order_by("-number", "organisation")[
            :_LIKELY
        ]
    ]
    claims = Assertion.objects.public().affirmed().filter(keyed("organisation", likely))
    tenures = claims.filter(kind="tenure").exclude(rank="deprecated").order_by()
    counted = dict(tenures.values_list("organisation").annotate(Count("person", distinct=True)))
    rows = visible(Organisation).filter(keyed("pk", counted)).order_by("label", "slug")
    found = [Beginning(label_of(row), _tenure(row.slug), counted[row.pk]) for row in rows]
    return sorted(found, key=lambda each: -(each.persons or 0))[:_MOST]


def _tenure(slug: str) -> str:
    leaf = {"assertion": {"kind": "tenure", "organisation": slug}}
    return json.dumps(leaf, separators=(",", ":"))
