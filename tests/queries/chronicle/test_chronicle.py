"""The timeline of the record: what belongs to a time, how events are folded, and what it costs."""

from itertools import pairwise
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from prosopography.dates import Calendar, Span
from prosopography.models import Status
from prosopography.queries.chronicle import (
    Asked,
    claims,
    columns,
    drawing,
    events,
    happenings,
    lives,
    span_of,
)
from prosopography.queries.chronicle.axis import axis_of
from prosopography.queries.chronicle.drawing import of_claims, of_events
from prosopography.queries.when import read_span
from tests import cast

pytestmark = pytest.mark.django_db


def span(first: str, last: str = "") -> Span:
    return Span(
        read_span(first, Calendar.GREGORIAN).first,
        read_span(last or first, Calendar.GREGORIAN).last,
    )


def expelled(who: str, edtf: str, **columns: Any) -> None:
    congress = cast.event("fifteenth-congress")
    cast.claim(
        "life_event", person=cast.person(who), role=cast.role("expelled"), event=congress,
        edtf=edtf, organisation=cast.organisation("party"), **columns,
    )  # fmt: skip


def happened(slug: str, edtf: str, **columns: Any) -> None:
    cast.claim("occurrence", event=cast.event(slug, **columns), edtf=edtf)


@cast.at_once()
def few() -> None:
    """A congress in December 1927 at which some were expelled; what could leak; a few lives."""
    happened("fifteenth-congress", "1927-12")
    happened("session", "1927-12-18", part_of=cast.event("fifteenth-congress"))
    happened("civil-war-battle", "1919-05", part_of=cast.event("civil-war"))
    expelled("ivar-smilga", "1927-12"), expelled("karl-radek", "1927")
    expelled("leon-trotsky", "1927-11"), expelled("lev-kamenev", "[1911-10..]")
    cast.tenure(cast.person("ivar-smilga"), cast.organisation("party"), "1921/1927-12-10")
    cast.birth(cast.person("ivar-smilga"), "1892")
    cast.claim("death", person=cast.person("ivar-smilga"), edtf="1937-01-10")
    cast.birth(cast.person("leon-trotsky"), "1879")
    cast.claim("death", person=cast.person("grigory-zinoviev"), edtf="1936-08")
    # None of these counts.
    expelled("draft", "1927-12", status=Status.DRAFT), expelled("undated", "")
    expelled("denied", "1927-12", polarity="denied")
    expelled("deprecated", "1927-12", rank="deprecated", rank_reason="A slip.")
    cast.birth(cast.person("hidden", status=Status.DRAFT), "1880")
    happened("secret", "1927-12", status=Status.DRAFT)


def test_what_happened_in_a_month_comes_surest_first() -> None:
    few()
    page = happenings(Asked(span("1927-12")))
    assert [
        (str(each.assertion.person or each.assertion.event), each.certain, each.heading)
        for each in page.rows
    ] == [
        ("Ivar Smilga", True, "December 1927"),
        ("Fifteenth Congress", True, "December 1927"),
        ("Session", True, "18 December 1927"),
        # Dated to the year alone; and of an unknown end.
        ("Karl Radek", False, ""),
        ("Lev Kamenev", False, ""),
    ]
    sure = happenings(Asked(span("1927-12"), certain=True))
    assert [each.certain for each in sure.rows] == [True, True, True]


def test_event_body_and_persons_narrow_it() -> None:
    few()
    congress, party = cast.event("fifteenth-congress"), cast.organisation("party")
    trotsky = frozenset({cast.person("leon-trotsky").pk})

    def told(asked: Asked) -> list[str]:
        return [each.claim.kind for each in happenings(asked).rows]

    assert told(Asked(event=congress)) == ["life_event"] * 4 + ["occurrence"] * 2
    assert told(Asked(organisation=party)) == ["life_event"] * 4
    assert told(Asked(persons=trotsky)) == ["birth", "life_event"]
    assert told(Asked(persons=frozenset())) == []
    assert [Asked(event=congress).close, Asked().close, Asked(span("1917", "1940")).close] == [
        True, False, False,
    ]  # fmt: skip
    names = [life.person.slug for life in lives(Asked(organisation=party)).rows]
    assert names == ["ivar-smilga"]


def test_events_hold_their_parts() -> None:
    few()
    page = events(Asked())
    assert [
        (each.event.slug, each.parts, [claim.when.text for claim in each.claims if claim.when])
        for each in page.rows
    ] == [
        # Of itself nothing is dated: the claim is that of its part.
        ("civil-war", 1, ["May 1919"]),
        ("fifteenth-congress", 1, ["December 1927"]),
    ]
    assert [each.event.slug for each in events(Asked(span("1927", "1990"))).rows] == [
        "fifteenth-congress"
    ]


def test_lives_say_what_is_sure_of_them() -> None:
    few()
    page = lives(Asked())
    assert [(each.person.slug, each.dates.years) for each in page.rows] == [
        ("leon-trotsky", "born 1879"),
        ("ivar-smilga", "1892–1937"),
        ("grigory-zinoviev", "died 1936"),
    ]
    drawn = drawing(None, [], page.rows)
    assert drawn is not None
    assert [(bool(line.solid), line.before, line.after) for line in drawn.panels[0].lines] == [
        (False, False, True), (True, False, False), (False, True, False),
    ]  # fmt: skip
    # Who was dead, or not born, at the time is left out; of whose death nothing is said, not.
    assert [each.person.slug for each in lives(Asked(span("1938", "1960"))).rows] == [
        "leon-trotsky"
    ]
    assert drawing(None, [], []) is None


def test_columns_count_what_surely_lies_in_each() -> None:
    few()
    asked = Asked(span("1927"))
    found = columns(claims(asked), span("1927"))
    assert found is not None
    assert [(each.label, each.number) for each in found.columns if each.number] == [
        ("November 1927", 1), ("December 1927", 3),
    ]  # fmt: skip
    assert [found.columns[-1].begin, found.columns[-1].end] == ["1927-12-01", "1927-12-31"]
    # The expulsion of the year, and that of which the end is open.
    assert (found.placed, found.vague) == (4, 2)
    whole = span_of(Asked(), claims(Asked()))
    assert whole is not None
    decades = columns(claims(Asked()), Span(whole.first, span("1990").last))
    assert decades is not None
    assert [each.label for each in decades.columns][:2] == ["1870–1879", "1880–1889"]
    assert columns(claims(asked), span("1927-12-18")) is None
    assert span_of(Asked(persons=frozenset()), claims(Asked(persons=frozenset()))) is None


@pytest.mark.parametrize(
    ("days", "labels"),
    [
        (span("1927-12-29", "1928-01-02"), ["29", "30", "31", "January 1928", "2"]),
        (span("1927-12"), [str(day) for day in range(1, 32)]),
        (span("1927"), ["January 1927", "March 1927", "May 1927", "July 1927", "September 1927",
                        "November 1927"]),
        (span("1917", "1924"), [str(year) for year in range(1917, 1926)]),
        (span("-0050", "0020"), None),
    ],
)  # fmt: skip
def test_ticks_are_years_months_or_days(days: Span, labels: list[str] | None) -> None:
    ticks = axis_of(days).ticks()
    if labels is not None:
        assert [tick.label for tick in ticks] == labels
    assert [tick.x for tick in ticks] == sorted(tick.x for tick in ticks)


def test_a_date_that_reaches_beyond_the_time_is_cut_and_says_so() -> None:
    few()
    asked = Asked(span("1927-12"))
    drawn = drawing(asked.span, of_claims(happenings(asked).rows), [])
    assert drawn is not None
    marks = {
        str(placed.mark.claim.parts[0].row): (placed.mark.before, placed.mark.after)
        for band in drawn.panels[0].bands
        for lane in band.lanes
        for placed in lane.marks
    }
    assert marks == {
        "Ivar Smilga": ("", ""),
        "Fifteenth Congress": ("", ""),
        "Session": ("", ""),
        "Karl Radek": ("always", ""),
        "Lev Kamenev": ("always", "unknown"),
    }
    xs = [each for band in drawn.panels[0].bands for lane in band.lanes for each in lane.marks]
    assert all(-20 <= each.mark.left <= each.mark.right <= 980 for each in xs)
    # A time of which one end is open, and in which nothing is dated.
    assert drawing(span("1950")._replace(last=None), of_claims([]), []) is None


def test_every_event_of_a_crowded_time_has_its_words() -> None:
    """Forty events of four months, each named; no words on others, and none beyond the drawing."""
    for number in range(40):
        happened(f"meeting-of-the-delegates-{number:02d}", f"1917-{number % 4 + 7:02d}")
    happened("the-assassination-of-a-commissar", "1936-12")
    cast.birth(cast.person("leon-trotsky"), "1879")
    drawn = drawing(None, of_events(events(Asked()).rows), lives(Asked()).rows)
    assert drawn is not None
    above, below = drawn.panels
    lanes = above.bands[0].lanes
    labels = [placed.label for lane in lanes for placed in lane.marks]
    assert sorted(label.text for label in labels if label) == [
        *(f"Meeting Of The Delegates {number:02d}" for number in range(40)),
        # It would be cut by the edge behind its mark.
        "The Assassination Of A Commissar",
    ]
    for lane in lanes:
        edges = [edge for placed in lane.marks for edge in (placed.left, placed.right)]
        assert edges == sorted(edges)
        assert 0 <= edges[0] <= edges[-1] <= drawn.width
    middles = [lane.y for lane in lanes]
    assert all(two - one >= 17 for one, two in pairwise(middles))
    # Events and lives have each their axis, one under the other.
    assert [bool(above.lines), bool(below.bands)] == [False, False]
    assert (above.ticks[0].label, below.ticks[0].label) == ("1918", "1878")
    assert middles[-1] < above.foot < above.height < below.y < drawn.height


def test_a_closed_time_is_on_one_axis() -> None:
    few()
    asked = Asked(span("1917", "1940"))
    drawn = drawing(asked.span, of_events(events(asked).rows), lives(asked).rows)
    assert drawn is not None
    [panel] = drawn.panels
    assert ([band.key for band in panel.bands], len(panel.lines)) == (["events"], 3)


def test_it_costs_the_same_for_few_and_for_many(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    few()
    asked = Asked(span("1927-12"))
    for _ in range(2):
        # number, page, citations, whom else they may mean, which are disputed
        with django_assert_num_queries(5):
            page = happenings(asked)
        # the tree, the claims; the events; the claims in full 3, which are disputed
        with django_assert_num_queries(7):
            found = events(Asked())
        # the claims; the persons 2; life dates 5
        with django_assert_num_queries(8):
            living = lives(Asked())
        with django_assert_num_queries(0):
            drawing(asked.span, of_claims(page.rows), [])
            drawing(None, of_events(found.rows), living.rows)
        for number in range(3):
            who = cast.person(f"person-{number}")
            cast.birth(who, f"189{number}"), expelled(who.slug, "1927-12")
            happened(f"event-{number}", f"192{number}")
