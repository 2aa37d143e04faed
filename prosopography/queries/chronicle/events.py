"""The events of the record in the order of time, each with its parts folded into it."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

from prosopography.models import Assertion, Event

from ..address import visible
from ..claims import Claim, prepare, public_claims
from ..conflict_index import disputed_among
from ..keys import keyed
from ..script import label_of
from ..sentence import Part
from ..slices import Slice, cut
from ..timeline.drawing import Dated
from ..timeline.mark import Shape, shape
from ..tree import Tree
from .asked import Asked, within

#: So many events stand on one page.
PAGE_OF_EVENTS = 100
#: Of each so many claims are told.
MOST_TOLD = 3


@dataclass(frozen=True)
class Folded:
    """An event, with all that is dated within it."""

    event: Event
    claims: list[Claim]  # that say when it took place; of its parts, if none says so of itself
    parts: int  # how many events within it have a date
    more: int  # how many claims are not told
    shape: Shape | None  # of all of it; None where no day is known
    dated: Dated  # the first claim, said as the event alone


class _Row(NamedTuple):
    key: int
    event: int
    order: int


def events(asked: Asked, number: int = 1) -> Slice:
    """A page of the outermost events of which a claim says when they, or parts of them, were.

    Eight queries; three where there is none. Raises PageNumberError.
    """
    tree = Tree.of(visible(Event))
    found = Assertion.objects.public().counted().dated().filter(kind="occurrence")
    rows = within(found, asked).in_time_order().values_list("pk", "event")
    under: dict[int, list[_Row]] = {}
    for order, (key, event) in enumerate(rows):
        root = next(iter(tree.above(event)), event)
        under.setdefault(root, []).append(_Row(key, event, order))
    page = cut(list(under), number, PAGE_OF_EVENTS)
    roots = visible(Event).in_bulk(page.rows)
    keys = {row.key for root in page.rows for row in under[root]}
    loaded = list(public_claims().filter(keyed("pk", keys)))
    at_odds = disputed_among(loaded)
    claims = {claim.pk: claim for claim in loaded}
    told = [_folded(roots[root], under[root], claims, at_odds) for root in page.rows]
    return Slice(told, page.number, page.pages, page.total, page.first)


def _folded(
    event: Event, rows: list[_Row], claims: dict[int, Assertion], at_odds: Collection[int]
) -> Folded:
    own = [claims[row.key] for row in rows if row.event == event.pk]
    others = [claims[row.key] for row in rows if row.event != event.pk]
    first = (own or others)[0]
    said = [Part(label_of(event), event)]
    parts = len({claim.event_id for claim in others})
    shown = (own or others)[:MOST_TOLD]
    return Folded(
        event=event,
        claims=[prepare(each, disputed=at_odds) for each in shown],
        parts=parts,
        more=len(own or others) - len(shown),
        shape=_joined([*own, *others]),
        dated=Dated(first, prepare(first, said=said, disputed=at_odds)),
    )


def _joined(claims: list[Assertion]) -> Shape | None:
    """What is drawn of all of them: of one, or of several of the same time, as of that one."""
    found = [
        each
        for claim in claims
        if (each := shape(claim.bounds, claim.edtf, lasting=False, denied=False)) is not None
    ]
    if len(set(found)) <= 1:
        return found[0] if found else None
    first, last = min(each.days.first for each in found), max(each.days.last for each in found)
    return Shape(
        found[0].days._replace(first=first, last=last),
        None,
        next((each.before for each in found if each.before), ""),
        next((each.after for each in found if each.after), ""),
        "",
    )
