"""What changed in the record, when and why, as far as the public may know it.

Read from the history that every row keeps. Told is a change from one public version to the next, and
never what stood there before the first: no draft, nothing that names what is unpublished. Of what was
taken back only that it was.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from typing import Any

from django.db.models import Q

from .change_acts import Together, claims_of, is_large, published_by, together
from .change_streams import Event, count, newest, newest_first, of_record, of_row
from .change_words import Change, told
from .slices import PageNumberError, Slice

#: How many versions one page of a history goes through.
PAGE_OF_CHANGES = 50
#: How many versions of the record are gone through in one step, and in how many steps at most.
STEP, MOST_STEPS = 400, 5
#: How many versions of one table are read at once.
PAGE_OF_VERSIONS = 200


@dataclass(frozen=True)
class HistoryPage:
    """The public history of one row, and of what is claimed of it."""

    row: Any
    changes: Slice  # of Together
    last: datetime | None  # of the newest change on this page


def newest_acts(most: int = PAGE_OF_CHANGES) -> list[Together]:
    """What was done to the record last, at most ``most`` acts, each with how many changes it made.

    One query for each of eight tables and at most 27 for what is told of the newest 400 versions;
    where these tell too little (of what is unpublished, or a version without a difference, nothing is
    told), the same again, MOST_STEPS times in all. Of an act that published more claims than are told
    one by one (an import) the rest is counted, by one query, and not gone through.
    """
    return _acts(lambda acts, _: len(acts) > most)[:most]


def public_changes(
    *, noun: str = "", pk: int | None = None, limit: int = PAGE_OF_CHANGES
) -> list[Change]:
    """The newest public changes, at most ``limit``: of the record, or of one row and its claims.

    ``noun`` is person, organisation, event, place, role, source or assertion, ``pk`` the primary key
    of a row of it that the public may see. Of the record the queries of ``newest_acts``; of a row one
    for the newest versions and at most 27 for what is told of them: no more than ``limit`` versions
    are gone through, so that fewer changes may come. Of an act that published many claims no more
    come than are told one by one, and some.
    """
    if noun and pk is not None:
        return told(newest(of_row(noun, pk), 0, limit), all_citations=noun == "source")
    acts = _acts(lambda _, number: number >= limit)
    return [change for act in acts for change in act.changes][:limit]


def _acts(is_enough: Callable[[list[Together], int], bool]) -> list[Together]:
    """The newest acts, until these are enough, or too many versions were gone through."""
    skipped: list[Q] = []
    totals: dict[str, int] = {}  # by the key of the first change of an act
    events = newest_first(of_record(), PAGE_OF_VERSIONS, skipped)
    changes: list[Change] = []
    acts: list[Together] = []
    for _step in range(MOST_STEPS):
        step = list(islice(events, STEP))
        changes += told(step)
        acts = together(changes)
        if len(step) < STEP or is_enough(acts, len(changes)):
            break
        # Only the last of them may go on: the others are followed by another.
        for act in filter(is_large, acts[-1:]):
            if act.first.key not in totals:
                totals[act.first.key] = published_by(act)
                skipped.append(claims_of(act))
    else:
        acts[-1:] = [replace(act, is_whole=False) for act in acts[-1:]]
    return [replace(act, total=totals.get(act.first.key, 0)) for act in acts]


def history_page(noun: str, row: Any, number: int = 1) -> HistoryPage:
    """A page of the public history of a row that the public may see.

    One query to count, one for the versions, and at most 27 for what is told of them. A version
    without a difference is passed over, so that a page can hold fewer rows. Raises PageNumberError.
    """
    streams = of_row(noun, row.pk)
    total = count(streams)
    pages = max(1, -(-total // PAGE_OF_CHANGES))
    if not 1 <= number <= pages:
        raise PageNumberError(number, pages)
    start = (number - 1) * PAGE_OF_CHANGES
    events = newest(streams, start, start + PAGE_OF_CHANGES)
    changes = told(events, all_citations=noun == "source")
    groups = Slice(together(changes), number, pages, total, start + 1)
    return HistoryPage(row, groups, _date(events))


def last_changed(noun: str, pk: int) -> datetime | None:
    """When a row that the public may see, or a claim about it, last changed; one query.

    None where no history was kept.
    """
    return _date(newest(of_row(noun, pk), 0, 1))


def _date(events: list[Event]) -> datetime | None:
    return events[0].when if events else None
