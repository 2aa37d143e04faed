"""The page of an event: when it was, who took part in which role, what stands around it."""

import pytest
from pytest_django import DjangoAssertNumQueries

from prosopography.models import Status
from prosopography.queries.around import Around, around
from prosopography.queries.event import event_page, events
from prosopography.queries.occurrence import occurrence
from prosopography.queries.sentence import plain
from tests import cast
from tests.queries.headings import told

pytestmark = pytest.mark.django_db


def beside(found: Around) -> tuple[list[tuple[str, str, bool]], list[tuple[str, str, bool]]]:
    before, after = (
        [(each.event.slug, each.when, each.is_sibling) for each in side]
        for side in (found.before, found.after)
    )
    return before, after


def was(slug: str, edtf: str, **columns: object) -> None:
    """An event that took place then."""
    cast.claim("occurrence", event=cast.event(slug, **columns), edtf=edtf)


def test_event_page_shows_participants_by_role(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    smilga, trotsky = cast.person(), cast.person("leon-trotsky")
    congress = cast.event("congress")
    session = cast.event("secret-session", part_of=congress)
    speaker = cast.role("speaker", joins="event", lasting=False)
    took_part = {"event": congress, "role": speaker}
    cast.claim("participation", person=trotsky, **took_part)
    cast.claim("participation", person=smilga, event=congress, role=cast.role("signatory"))
    cast.claim("participation", person=smilga, event=session, role=speaker)
    cast.claim(
        "participation", person=cast.person("grigory-zinoviev"), polarity="denied", **took_part
    )
    cast.claim("participation", person=cast.person("hidden", status=Status.DRAFT), **took_part)
    cast.claim("participation", person=smilga, status=Status.DRAFT, **took_part)
    cast.claim("occurrence", event=congress, edtf="1927-12-02/1927-12-19")
    cast.claim("life_event", person=smilga, role=cast.role("expelled"), event=congress)
    cast.claim(
        "relationship",
        person=smilga,
        related_person=trotsky,
        role=cast.role("supporter-of"),
        event=congress,
    )
    # the tree (2), when it was (6), the parts (2), what is around it (4: nothing), the event (4),
    # its conflicts (1), the names of the parts, who took part (8), the others (5), sources (2),
    # identifiers
    with django_assert_num_queries(36):
        page = event_page(congress)
    assert told(page.participants.page.rows) == [
        (
            "Speaker",
            2,
            ["Ivar Smilga, Secret Session", "Leon Trotsky"],
            ["Grigory Zinoviev – not: speaker"],
        ),
        ("Signatory", 1, ["Ivar Smilga"], []),
        ("Expelled", 1, ["Ivar Smilga"], []),
    ]
    assert [each.question for each in page.participants.sections] == [
        '{"assertion":{"kind":"participation","role":"speaker","event":"congress"}}',
        '{"assertion":{"kind":"participation","role":"signatory","event":"congress"}}',
        '{"assertion":{"kind":"life_event","role":"expelled","event":"congress"}}',
    ]
    assert [
        (group.title, [plain(claim.parts) for claim in group.claims])
        for group in page.mentions.rows
    ] == [("Relationships", ["Ivar Smilga – supporter of Leon Trotsky, Congress"])]
    assert [(each.event, each.when) for each in page.parts] == [(session, "")]
    assert [(each.source.slug, each.claims) for each in page.sources.rows] == [
        ("smilga-article", 7)
    ]


def test_event_page_asks_for_just_the_role_where_others_are_narrower() -> None:
    congress = cast.event("congress")
    participant = cast.role("participant", joins="event", lasting=False)
    guest = cast.role("guest", joins="event", lasting=False, broader=participant)
    for role in (participant, guest):
        cast.claim("participation", person=cast.person(), event=congress, role=role)
    asked = {
        each.heading.title: each.question for each in event_page(congress).participants.sections
    }
    assert asked["Participant"] == (
        '{"assertion":{"kind":"participation","role":"participant","event":"congress","exact":true}}'
    )
    cast.event("session", part_of=congress)
    asked = {
        each.heading.title: each.question for each in event_page(congress).participants.sections
    }
    assert asked == {
        "Guest": '{"assertion":{"kind":"participation","role":"guest","event":"congress"}}',
        "Participant": '{"assertion":{"kind":"participation","role":"participant",'
        '"event":["congress","session"],"exact":true}}',
    }


def test_event_page_goes_on_with_a_role_on_the_next_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("prosopography.queries.happened.PAGE_OF_CLAIMS", 2)
    for number in range(3):
        cast.signature(cast.person(f"member-{number}"))
    page = event_page(cast.event(), participants=2)
    assert told(page.participants.page.rows) == [("Signatory", 3, ["Member 2"], [])]
    assert [each.continued for each in page.participants.page.rows] == [True]
    assert [each.page for each in page.participants.sections] == [1]


def test_event_page_shows_no_draft_from_any_side() -> None:
    congress = cast.event()
    cast.event("secret-session", part_of=congress, status=Status.DRAFT)
    cast.signature(status=Status.DRAFT)
    cast.signature(cast.person("hidden", status=Status.DRAFT))
    cast.claim("occurrence", event=congress, edtf="1923", status=Status.RETRACTED)
    page = event_page(congress)
    assert (page.own.total, page.participants.total, page.branch.parts, page.parts) == (
        0,
        0,
        [],
        [],
    )
    assert (bool(page.occurrence), page.between, page.sources.rows) == (False, None, [])
    assert [each.claim_count for each in events()] == [0]


def test_occurrence_gives_all_that_is_said_and_that_sources_disagree() -> None:
    congress, moscow = cast.event("congress"), cast.place("moscow")
    kremlin = cast.place("kremlin", part_of=moscow)
    cast.claim("occurrence", event=congress, edtf="1927-12", place=moscow)
    cast.claim(
        "occurrence", event=congress, edtf="1928", place=kremlin, source=cast.source("other")
    )
    cast.claim("occurrence", event=congress, edtf="1930", polarity="denied")
    cast.claim("occurrence", event=congress, edtf="1931", rank="deprecated", rank_reason="A slip.")
    cast.claim("occurrence", event=congress, edtf="1932", status=Status.DRAFT)
    shown = occurrence(congress)
    assert (shown.when.text, shown.when.disagree) == ("December 1927 or 1928", True)
    # The one place lies in the other: no disagreement.
    assert (shown.where.text, shown.where.disagree) == ("Kremlin", False)
    assert [place.slug for place in shown.places] == ["moscow", "kremlin"]
    assert len(shown.claims) == 2


def test_event_without_a_date_says_between_which_years_its_claims_lie() -> None:
    congress = cast.event()
    cast.claim("name", event=congress, value="The Congress", edtf="1999")
    cast.signature(edtf="1923-10")
    cast.signature(edtf="1925")
    cast.signature(edtf="1930", status=Status.DRAFT)
    assert event_page(congress).between == ("1923", "1925")
    cast.claim("occurrence", event=congress, edtf="1924")
    assert event_page(congress).between is None


def test_around_an_event_stands_what_surely_was_before_and_after(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    struggle = cast.event("struggle")
    congress = cast.event("congress", part_of=struggle)
    was("congress", "1927-12")
    was("struggle", "1920/1923")  # what it is part of is not before it
    was("session", "1926", part_of=congress)  # nor is a part, whatever its date
    was("sibling", "1905", part_of=struggle)
    for year in (1917, 1918, 1919, 1921, 1922):
        was(f"event-of-{year}", str(year))
    was("part-of-1922", "1922-05", part_of=cast.event("event-of-1922"))
    was("later", "1928")
    was("same-time", "1927")
    was("secret", "1929", status=Status.DRAFT)
    cast.claim("occurrence", event=cast.event("denied"), edtf="1930", polarity="denied")
    found = occurrence(congress)
    branch = event_page(congress).branch
    # siblings and others on each side 4, neither side, undated, the rows, their dates
    with django_assert_num_queries(8):
        page_around = around(congress, branch, found.first, found.last)
    assert beside(page_around) == (
        [
            ("sibling", "1905", True),
            ("event-of-1918", "1918", False),
            ("event-of-1919", "1919", False),
            ("event-of-1921", "1921", False),
            ("event-of-1922", "1922", False),
        ],
        [("later", "1928", False)],
    )
    assert (page_around.unordered, page_around.undated) == (1, 1)


def test_around_an_event_without_a_date_stands_nothing() -> None:
    was("later", "1928")
    page = event_page(cast.event("congress"))
    assert (beside(page.around), bool(page.around)) == (([], []), False)


def test_parts_stand_in_the_order_of_time() -> None:
    war = cast.event("war")
    cast.event("undated", part_of=war)
    was("second", "1920", part_of=war)
    was("first", "1919/..", part_of=war)
    shown = [(each.event.slug, each.when) for each in event_page(war).parts]
    assert shown == [("first", "from 1919, without end"), ("second", "1920"), ("undated", "")]
