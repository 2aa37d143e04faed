"""More values made by hand for the style guide: heads, lists, facets, citing. No query."""

from datetime import date
from typing import Any

from prosopography.models import Authority, Identifier
from prosopography.queries.conflict import ConflictBox
from prosopography.queries.facets import Offer
from prosopography.queries.happened import Heading, Section, Told
from prosopography.queries.identity import Mention
from prosopography.queries.life import LifeDates
from prosopography.queries.listing import Listed
from prosopography.queries.map import Locator, locator
from prosopography.queries.name_source import NameSource
from prosopography.queries.neighbours import Neighbours
from prosopography.queries.preferred import Ground, Shown, Value
from prosopography.queries.search import Hit
from prosopography.queries.sections import Group, Own
from prosopography.queries.slices import Slice
from prosopography.queries.sources_used import SourcesUsed, Used
from prosopography.queries.tree import Branch
from prosopography.queries.twigs import Twig, Twigs

from .cite import Cited, CitedForm
from .facets import Chip, ShownFacet
from .facets import Value as FacetValue
from .samples import (
    ADA,
    BIRTH,
    BORIS,
    CARL,
    COMMITTEE,
    COUNTRY,
    DENIED,
    EXPELLED,
    EXPULSION,
    MEMOIRS,
    OTHER_BIRTH,
    PAPER,
    PLAIN,
    TOWN,
    UNION,
    elsewhere,
)

BORN = Shown(
    "1890", Ground.JUDGED, True,
    (Value("1890", ("A0000003",), 1), Value("1892", ("A0000002",), 1)), ("She wrote it herself.",),
)  # fmt: skip
LIFE = LifeDates(BORN, Shown("1938", Ground.ONLY))
MATCH = Hit(1, 0.9, "sound", "Zampel", "Sounds like “Zampel”.")
STANDS = NameSource(PAPER, "p. 9", is_printed=True)
IDENTIFIERS = [
    Identifier(
        authority=Authority(slug="viaf", label="VIAF", url_template="https://viaf.org/viaf/{}/"),
        value="0",
        person=ADA,
    )
]
NEIGHBOURS = Neighbours(BORIS, CARL)
BRANCH = Branch([COUNTRY], [TOWN], [1, 2])
BELOW = Twigs([Twig(COMMITTEE, [])], total=1, shown=1, deep=False)
USED = SourcesUsed([Used(PAPER, 3, 4), Used(MEMOIRS, 2, 2)], total=3)
MENTION = Mention(
    PAPER, "p. 9", "Sarnple", "Or Carl, her brother.", (ADA,), (CARL,), True,
    tuple(elsewhere("mention", EXPULSION.claim)),
)  # fmt: skip
CARDS = [
    (Listed(ADA, 6, life=LIFE, match=MATCH, stands=STANDS), [PLAIN.claim, BIRTH.claim]),
    (Listed(UNION, 1, part_of=None), []),
]
EXAMPLES = [Listed(ADA, 6, life=LIFE)]
CITED = Cited(
    "“Ada Sample”, in: A record (2026).",
    [CitedForm("bib", "BibTeX", "@misc{ada-sample,\n  title = {Ada Sample},\n}\n", "#cite")],
    date(2026, 1, 31),
    "#cite",
)
CHIPS = [
    Chip("Role", "member", "#facets", address="#facets"),
    Chip("Role", "chairman", "#facets", is_other=True),
]
PAGES = Slice([], 4, 12, 600, 151)


def own() -> Own:
    """One group of one claim."""
    return Own([Group("Offices", None, elsewhere("own", PLAIN.claim))], ConflictBox(), 1)


def slice_section() -> Slice:
    """A page of claims."""
    return Slice(elsewhere("slice", OTHER_BIRTH.claim), 1, 1, 1, 1)


def groups() -> Slice:
    """A page of claims under headings."""
    return Slice([Group("Expelled", EXPELLED, elsewhere("group", DENIED.claim))], 1, 1, 1, 1)


def sections() -> list[Section]:
    """Headings enough for a table of contents."""
    return [
        Section(Heading(f"told-{each}", f"Heading {each}", 0), each, 1, each, 1, "")
        for each in range(1, 5)
    ]


def happened() -> Told:
    """A heading with an affirmed claim and a denied one."""
    first, *_ = sections()
    return Told(
        first, elsewhere("told", EXPULSION.claim), elsewhere("told", DENIED.claim), continued=False
    )


def position() -> Locator | None:
    """Where the town is."""
    return locator(TOWN)


def facets() -> list[ShownFacet]:
    """A facet with a value chosen, one with a bar, one that is searched, one not counted."""
    offers = [Offer("member", "member", 12, chosen=True), Offer("chairman", "chairman", 3)]
    decade = FacetValue(Offer("1890s", "1890s", 8, sure=5), "#facets", 100, 62)
    plain = [FacetValue(each, "#facets") for each in offers]
    usual: dict[str, Any] = {"of_claim": False, "is_counted": True, "address": "#facets"}
    return [
        ShownFacet("role", "Role", **{**usual, "of_claim": True}, values=plain, total=2),
        ShownFacet("born", "Born", **usual, values=[decade], folded=plain, total=9),
        ShownFacet("place", "Place", **usual, values=[], is_searched=True, like="Alo"),
        ShownFacet("source", "Source", **{**usual, "is_counted": False}, values=[]),
    ]
