"""Which event is meant by what somebody writes into the field of a collective biography."""

from typing import NamedTuple

from prosopography.models import Event
from prosopography.queries.address import visible
from prosopography.queries.meant import MOST_OFFERED, Candidate, Meant, meant
from prosopography.queries.titles import by_words


class Choice(NamedTuple):
    """What a text may mean, and the address of the page for each."""

    text: str
    events: list[tuple[Candidate, str]]


def chosen(text: str) -> Meant:
    """The event of this name, or those that may be meant; at last by the words of the label.

    The queries of ``meant``, and where it finds nothing two more.
    """
    found = meant(text, "event")
    if found.row or found.candidates:
        return found
    keys = by_words(visible(Event), found.text, ("label",))[:MOST_OFFERED]
    rows = visible(Event).in_bulk(keys)
    near = tuple(Candidate("event", rows[key].slug, rows[key].label) for key in keys)
    return Meant(found.text, near[0]) if len(near) == 1 else Meant(found.text, None, near)
