"""Where the sources disagree about the members, out of the index of conflicts."""

import pytest

from prosopography.queries.profile.disputed import disputed
from prosopography.queries.profile.figure import Evidence
from prosopography.queries.profile.material import load
from tests import cast

from .people import born, counts, held, material, slugs

pytestmark = pytest.mark.django_db


def test_conflicts_are_counted_by_their_sort() -> None:
    born("one", "1880")
    born("one", "1892", source=cast.source("other"))
    born("two", "1880")
    found = disputed(material())
    assert counts(found.measure) == {"Two dates of what can have one only": 1}
    assert (found.total, found.open, found.sorts) == (1, 1, {"single_date": 1})
    [conflict] = found.conflicts
    assert (conflict.key, conflict.state, conflict.about) == (
        "single_date:person:one:birth",
        "open",
        "One",
    )
    assert slugs(conflict.persons) == ["one"]
    assert len(found.measure.figures[0].claims) == 2
    assert (found.measure.known.count, found.measure.unknown) == (1, 1)


def test_a_conflict_of_a_body_counts_for_whoever_of_the_group_is_in_it() -> None:
    cast.role("head", joins="organisation", lasting=True, sole=True)
    held("one", "head", edtf="1920/1922")
    held("two", "head", edtf="1921/1923")
    found = disputed(material())
    assert (found.total, found.measure.known.count) == (1, 2)
    alone = disputed(load([cast.person("one").pk]))
    assert (alone.total, alone.conflicts[0].about) == (1, "One")


def test_what_is_denied_is_in_a_conflict_but_no_ground() -> None:
    held("one", "member", edtf="1917")
    held("one", "member", edtf="1917", polarity="denied", source=cast.source("other"))
    found = disputed(material())
    assert (found.total, len(found.measure.figures[0].claims)) == (1, 2)
    assert found.measure.evidence == Evidence(claims=1, sources=1, corroborated=0)


def test_remarks_on_calendars_are_no_conflicts() -> None:
    born("one", "1917-10-25", calendar="julian")
    born("one", "1917-11-07", calendar="unknown", source=cast.source("other"))
    assert disputed(material()).total == 0
