"""Small values made by hand, of which the style guide makes the parts of the pages. No query.

The people, bodies and sources are invented, and so are the claims; their links lead nowhere.
"""

from dataclasses import dataclass, replace
from typing import Any

from prosopography.dates import Calendar, Span, Standing, day_number
from prosopography.models import (
    Assertion,
    Derivation,
    Nature,
    Organisation,
    Person,
    Place,
    Role,
    Source,
    Verdict,
)
from prosopography.queries.axis import Axis, Class, Day, Group, Order, Row, Undated
from prosopography.queries.axis.bar import bar
from prosopography.queries.axis.entry import Entry
from prosopography.queries.axis.on_a_day import Named
from prosopography.queries.axis.scale import Scale
from prosopography.queries.backing import backing
from prosopography.queries.claims import Claim, Evidence, when
from prosopography.queries.conflict import ConflictBox, ShownConflict, ShownSettlement, ShownSide
from prosopography.queries.conflict_index import State
from prosopography.queries.conflicts import Conflict
from prosopography.queries.sentence import parts
from prosopography.queries.slices import Slice
from prosopography.queries.stemma import Drawing, draw
from prosopography.queries.timeline import Dated, Timeline, timeline
from prosopography.queries.witness import Chain

from .axis import ORDERS, AxisView, Choice, day_view

ADA = Person(pk=1, slug="ada-sample", label="Ada Sample", sort_label="Sample, Ada")
BORIS = Person(pk=2, slug="boris-muster", label="Борис Мустер", sort_label="Muster, Boris")
CARL = Person(pk=3, slug="carl-sample", label="Carl Sample", sort_label="Sample, Carl")
UNION = Organisation(pk=1, slug="union", label="the Printers’ Union")
COMMITTEE = Organisation(pk=2, slug="committee", label="its committee")
COUNTRY = Place(pk=1, slug="country", label="Latvia")
TOWN = Place(pk=2, slug="town", label="Aloja", latitude="57.76", longitude="24.87")
MEMBER = Role(pk=1, slug="member", label="member", joins="organisation", lasting=True)
EXPELLED = Role(pk=2, slug="expelled", label="expelled", joins="life", lasting=False)
MEMOIRS = Source(pk=1, slug="memoirs", label="Muster, Memoirs", title="Memoirs")
PAPER = Source(pk=2, slug="paper", label="The Printer, 1925", title="The Printer", language="ru")
REPRINT = Source(pk=3, slug="reprint", label="Reprint of the Memoirs", title="Memoirs")


def cited(source: Source, locator: str, quotation: str, **more: Any) -> Evidence:
    """A citation; ``more`` is what departs from a plain one."""
    usual: dict[str, Any] = {"named_as": "", "word_of": (), "contradicts": False, "doubt": ""}
    return Evidence(f"c{locator}", source, locator, quotation, **{**usual, **more})


def told(identifier: str, kind: str, *evidence: Evidence, **columns: Any) -> Dated:
    """A claim as its row and as it is shown; ``doubtful``, ``disputed`` … stand among its columns."""
    shown = {name: columns.pop(name, False) for name in ("doubtful", "disputed")}
    chains, note = columns.pop("chains", ()), columns.pop("note", "")
    row = Assertion(identifier=identifier, kind=kind, note=note, **columns)
    row.derive()
    return Dated(row, Claim(
        identifier=identifier,
        kind=kind,
        kind_label=kind,
        parts=tuple(parts(row)),
        when=when(row),
        certainty="" if row.certainty == "certain" else row.certainty,
        basis="" if row.basis == "stated" else row.basis,
        denied=row.polarity == "denied",
        silent=row.polarity == "silent",
        rank="" if row.rank == "normal" else row.rank,
        rank_reason=row.rank_reason,
        note=note,
        evidence=evidence,
        witnesses=len({each.source.pk for each in evidence if not each.contradicts}),
        anchor=identifier,
        chains=chains,
        **shown,
    ))  # fmt: skip


_ONE = cited(PAPER, "p. 3", "Товарищ Сампле избрана в правление")
_OFFICE: dict[str, Any] = {"person": ADA, "organisation": UNION, "role": MEMBER}

PLAIN = told("A0000001", "tenure", _ONE, edtf="1921/1925", date_text="1921–1925", **_OFFICE)
BIRTH = told(
    "A0000002", "birth", cited(MEMOIRS, "p. 12", "born, I believe, in Aloja", word_of=(BORIS,)),
    cited(PAPER, "p. 1", "", contradicts=True), person=ADA, place=TOWN, edtf="1892-10-25",
    date_text="25 Oct. 1892", calendar="julian", certainty="probable", disputed=True,
    chains=(Chain((BORIS, MEMOIRS, REPRINT), ("p. 12",)),),
)  # fmt: skip
OTHER_BIRTH = told(
    "A0000003", "birth", cited(PAPER, "p. 1", "родилась в 1890 году"), person=ADA, edtf="1890",
    date_text="1890", disputed=True, rank="preferred", rank_reason="She wrote it herself.",
)  # fmt: skip
EXPULSION = told(
    "A0000004", "life_event",
    cited(PAPER, "p. 9", "Sarnple", named_as="Sarnple", doubt="Or Carl, her brother.",
          alternatives=(CARL,)),
    person=ADA, role=EXPELLED, organisation=UNION, edtf="1927-12?", date_text="December 1927",
    certainty="possible", basis="inferred", doubtful=True, note="The name is misprinted.",
)  # fmt: skip
DENIED = told(
    "A0000005", "tenure", cited(MEMOIRS, "p. 40", "she never sat in it"), person=ADA,
    organisation=COMMITTEE, role=MEMBER, polarity="denied", edtf="1923", date_text="1923",
    rank="deprecated", rank_reason="He confuses her with Carl.",
)  # fmt: skip
ATTESTED = told(
    "A0000006", "residence", cited(MEMOIRS, "p. 13", "lived there then"), person=ADA, place=TOWN,
    edtf="1917", date_text="1917", basis="interpreted", calendar="unknown",
)  # fmt: skip
SILENT = told("A0000007", "death", cited(MEMOIRS, "p. 90", ""), person=ADA, polarity="silent")
CLAIMS = tuple(
    each.claim for each in (PLAIN, BIRTH, OTHER_BIRTH, EXPULSION, DENIED, ATTESTED, SILENT)
)


def elsewhere(mark: str, *claims: Claim) -> list[Claim]:
    """The same claims to be shown once more on one page, under other anchors."""
    return [replace(each, anchor=f"{mark}-{each.anchor}") for each in claims]


@dataclass(frozen=True)
class Sign:
    """A sign, its word and when it stands."""

    name: str
    word: str
    use: str


SIGNS = (
    Sign("probable", "probable", "Certainty: the source hedges."),
    Sign("possible", "possible", "Certainty: the source only suspects; a date that may be."),
    Sign("doubt", "identification doubtful", "Doubt: the name may mean somebody else."),
    Sign("denied", "denied", "Denial: the source says that it was not so, or does not state it."),
    Sign("contradicts", "contradicts", "Denial: these words speak against the claim."),
    Sign("disagree", "sources disagree", "Disagreement: what cannot all be so; with any word."),
    Sign("calendar", "Julian", "Calendar: in which a date is written, where it matters."),
    Sign("evidence", "evidence", "Evidence: before every citation."),
    Sign("basis", "inferred", "Basis: an editor’s reading. A frame, for it is the editors’ word."),
    Sign("preferred", "preferred", "Rank: what the editors hold true."),
    Sign("deprecated", "deprecated", "Rank: what they hold untrue."),
)


def life() -> Timeline | None:
    """The timeline of a life with every mark."""
    return timeline([
        ("Life", [BIRTH, OTHER_BIRTH, EXPULSION, ATTESTED]), ("Offices", [PLAIN, DENIED]),
    ])  # fmt: skip


def stemma() -> Drawing:
    """Three texts of which one copies another, and parts of the third."""
    sources: list[Any] = [MEMOIRS, PAPER, REPRINT]
    for each in sources:
        each.is_read = each is not MEMOIRS
    whole = Derivation(source=REPRINT, derived_from=MEMOIRS, extent="whole", certainty="certain")
    return draw(sources, [whole, derivation()], here=REPRINT)


def derivation() -> Derivation:
    """A text that may have parts from another."""
    return Derivation(
        source=REPRINT, derived_from=PAPER, extent="parts", certainty="possible",
        note="The preface quotes it.",
    )  # fmt: skip


def _shown(topic: str, nature: Nature, state: State, sentence: str, *sides: Dated) -> ShownConflict:
    verdict = ShownSettlement(Verdict.PREFER, "She wrote it herself.", "", "1890", None)
    return ShownConflict(
        Conflict("single_date", nature, ADA, topic, sentence, ()),
        "One date of birth",
        state,
        None if state == State.OPEN else verdict,
        [
            ShownSide(
                "" if each.claim.when is None else each.claim.when.text,
                [each.claim],
                (each.assertion,),
                is_preferred=each.claim.rank == "preferred",
                backing=backing([each.claim]),
            )
            for each in sides
        ],
    )


def conflicts() -> ConflictBox:
    """A conflict that is open, one that is settled, and a remark."""
    said = "The sources give different dates of the birth."
    return ConflictBox(
        [_shown("birth", Nature.DISAGREEMENT, State.OPEN, said, BIRTH, OTHER_BIRTH)],
        [_shown("settled", Nature.DISAGREEMENT, State.SETTLED, said, BIRTH, OTHER_BIRTH)],
        [_shown("days", Nature.CALENDAR, State.OPEN, "Probably one day.", BIRTH, ATTESTED)],
    )


def axis() -> AxisView:
    """Two persons on an axis, with a day on it."""
    days = Span(
        day_number(1917, 1, 1, Calendar.GREGORIAN), day_number(1930, 1, 1, Calendar.GREGORIAN)
    )
    scale = Scale.of(days)
    other = told(
        "A0000008", "tenure", cited(MEMOIRS, "p. 41", ""), person=BORIS, organisation=UNION,
        role=MEMBER, edtf="1922", date_text="1922", disputed=True,
    )  # fmt: skip
    rows = [
        Row(person, [
            bar(Entry(0, person.pk, ("", ""), UNION.pk, MEMBER.pk, each.assertion.bounds, days),
                each.claim, each.assertion, scale)
        ])
        for person, each in ((ADA, PLAIN), (BORIS, other))
    ]  # fmt: skip
    drawn = Axis(
        order=Order.ROLE,
        page=Slice(rows, 1, 1, 2, 1),
        groups=[Group(MEMBER, 2, 1, continued=False, rows=rows)],
        scale=scale,
        spoken=days,
        signs=frozenset(sign for row in rows for each in row.bars for sign in each.signs),
        persons=3,
        undated=[Undated(CARL, (MEMBER,))],
        undated_total=1,
    )
    number = day_number(1922, 6, 1, Calendar.GREGORIAN)
    classes = [
        Class(Standing.CERTAIN, 1, [Named(ADA, "", disputed=False)]),
        Class(Standing.POSSIBLE, 1, [Named(BORIS, "attested in 1922 only", disputed=True)]),
    ]
    day = Day(number, classes, undated=1, excluded=0, since=None, until=None)
    ways = [Choice(ORDERS[each], "", each is Order.ROLE) for each in ORDERS]
    return AxisView(
        drawn, ways, "?rows=", frozenset(), day_view(day, "organisation", UNION.slug, chosen=True),
        None,
    )  # fmt: skip
