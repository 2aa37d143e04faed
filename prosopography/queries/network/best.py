"""The persons of the record who have most to do with others, and what links them."""

from collections import Counter

from prosopography.models import Assertion

from ..links import Filter
from .network import Network, within

#: So many persons are in it.
MOST_PERSONS = 30


def best_linked(only: Filter, *, certain: bool = False, least: int = 1) -> Network:
    """The persons in most bodies and events, and the ties among them of so many links at least.

    Who has no such tie is left out. Two queries and those of ``within``. Raises TooManyError.
    """
    numbers: Counter[int] = Counter()
    for kind, noun in (("tenure", "organisation"), ("participation", "event")):
        claims = Assertion.objects.public().counted().filter(kind=kind).order_by()
        numbers.update(
            person for person, _ in claims.values_list("person", noun).distinct() if person
        )
    most = sorted(numbers, key=lambda key: (-numbers[key], key))[:MOST_PERSONS]
    found = within(most, [], only, certain=certain)
    ties = [tie for tie in found.ties if len(tie.ways) >= least]
    tied = {person.pk for tie in ties for person in (tie.one, tie.other)}
    nodes = [node for node in found.nodes if node.person.pk in tied]
    return Network(nodes, ties, len(numbers) - len(nodes))
