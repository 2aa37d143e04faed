"""Claims as a reader sees them: what is said, when, how surely, and on what evidence."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Prefetch, Q, QuerySet, Value
from django.db.models import When as Where
from django.utils.translation import gettext as _

from prosopography.dates import Calendar, describe
from prosopography.models import (
    KINDS,
    SUBJECTS,
    Alternative,
    Assertion,
    Basis,
    Certainty,
    Citation,
    Identification,
    Polarity,
    Rank,
    Source,
    Stance,
    Status,
)
from prosopography.models.validators import calendar_reform

from .address import public_citations
from .language import spoken
from .script import label_of
from .sentence import Part, parts, predicate
from .slices import Slice, cut
from .witness import Chain, Stemma, testimony

#: How many claims of a long list stand on one page.
PAGE_OF_CLAIMS = 100


@dataclass(frozen=True)
class When:
    """The date of a claim in words."""

    text: str  # “12 September 1917”
    written: str  # as the source writes it; empty where these are the same words
    calendar: str  # what is to be said of the calendar; empty where it does not matter
    attested: bool  # a state of which only a day is known on which it was


@dataclass(frozen=True)
class Evidence:
    """One citation of a claim."""

    identifier: str
    source: Source
    locator: str
    quotation: str
    named_as: str
    word_of: tuple[Any, ...]  # the work and the person that the source reports
    contradicts: bool
    doubt: str  # why the name as printed may mean somebody else; empty where it does not
    alternatives: tuple[Any, ...] = ()  # whom else of the record it may mean


@dataclass(frozen=True)
class Claim:
    """One claim, with only what departs from the usual: no word means certain, stated, affirmed."""

    identifier: str
    kind: str
    kind_label: str
    parts: tuple[Part, ...]
    when: When | None
    certainty: str
    basis: str
    denied: bool
    silent: bool
    rank: str
    rank_reason: str
    note: str
    evidence: tuple[Evidence, ...]
    witnesses: int  # how many independent ones support it
    doubtful: bool  # no citation that supports it surely means the person
    disputed: bool
    anchor: str  # what names it on its page
    # On the page of something larger: the part of it that the claim is about.
    of_part: Any = None
    # From whose word to the source that was read; empty where nobody asked for it.
    chains: tuple[Chain, ...] = ()

    @property
    def sources(self) -> int:
        """How many sources speak."""
        return len({each.source.pk for each in self.evidence})


def public_claims() -> QuerySet:
    """The claims that the public may see with all that a page shows of them, in time order."""
    return Assertion.objects.public().with_subjects().with_citations(public=True).in_time_order()


def when(assertion: Assertion) -> When | None:
    """The date of a claim in words; None where there is no date at all."""
    if not assertion.edtf:
        written = assertion.date_text
        return When(written, written="", calendar="", attested=False) if written else None
    language = spoken()
    full = describe(
        assertion.date_text,
        assertion.calendar,
        assertion.edtf,
        reform=calendar_reform(),
        language=language,
    )
    bare = describe("", Calendar.GREGORIAN, assertion.edtf, language=language)
    return When(
        text=bare,
        written=assertion.date_text if assertion.date_text != bare else "",
        calendar=full.removeprefix(bare).strip(" ()"),
        attested=assertion.lasting and "/" not in assertion.edtf,
    )


def evidence(citation: Citation) -> Evidence:
    """A citation with its sources loaded (``with_sources()``) as the page shows it."""
    word_of = (citation.attributed_to_source, citation.attributed_to_person)
    doubtful = citation.identification == Identification.DOUBTFUL
    return Evidence(
        identifier=citation.identifier,
        source=citation.source,
        locator=citation.locator,
        quotation=citation.quotation,
        named_as=citation.named_as,
        word_of=tuple(row for row in word_of if row is not None),
        contradicts=citation.stance == Stance.CONTRADICTS,
        doubt=citation.identification_note if doubtful else "",
        alternatives=_alternatives(citation) if doubtful else (),
    )


def _alternatives(citation: Citation) -> tuple[Any, ...]:
    """Whom else of the published persons the name may mean; they are loaded with the citation."""
    persons = [alternative.person for alternative in citation.alternatives.all()]
    return tuple(person for person in persons if person.status == Status.PUBLISHED)


def _is_doubtful(citations: Iterable[Citation]) -> bool:
    """Whether none of those that support the claim surely means its person or body."""
    supporting = [each for each in citations if each.stance == Stance.SUPPORTS]
    return bool(supporting) and all(
        each.identification == Identification.DOUBTFUL for each in supporting
    )


def prepare(
    assertion: Assertion,
    *,
    said: list[Part] | None = None,
    citations: Iterable[Citation] | None = None,
    disputed: Collection[int] = (),
    of_part: Any = None,
    anchor: str = "",
    stemma: Stemma | None = None,
) -> Claim:
    """A claim for the page; no query, if it was loaded as ``public_claims()`` loads it.

    ``said`` replaces the whole sentence, ``citations`` those of the claim; ``disputed`` holds the
    keys of the claims that are in a conflict (see ``conflict_index``); ``anchor`` replaces
    the identifier where a claim can stand on one page twice; ``stemma`` adds the chains.
    """
    cited = list(assertion.citations.all() if citations is None else citations)
    shown = assertion.rank != Rank.NORMAL
    return Claim(
        identifier=assertion.identifier,
        kind=assertion.kind,
        kind_label=_(assertion.kind_rules.label),
        parts=tuple(_capitalised(parts(assertion) if said is None else said)),
        when=when(assertion),
        certainty=assertion.certainty if assertion.certainty != Certainty.CERTAIN else "",
        basis=assertion.basis if assertion.basis != Basis.STATED else "",
        denied=assertion.polarity == Polarity.DENIED,
        silent=assertion.polarity == Polarity.SILENT,
        rank=assertion.rank if shown else "",
        rank_reason=assertion.rank_reason if shown else "",
        note=assertion.note,
        evidence=tuple(evidence(citation) for citation in cited),
        witnesses=assertion.witnesses,
        doubtful=_is_doubtful(cited),
        disputed=assertion.pk in disputed,
        anchor=anchor or assertion.identifier,
        of_part=of_part,
        chains=testimony(assertion, stemma).chains if stemma else (),
    )


def brief(assertion: Assertion) -> list[Part]:
    """The claim without what it is about; a name by itself with its use."""
    if assertion.kind == "name" and assertion.polarity == Polarity.AFFIRMED:
        role = assertion.role
        use = [Part(" ("), Part(label_of(role), role), Part(")")] if role else []
        return [Part(assertion.value), *use]
    return predicate(assertion)


def about(noun: str) -> list[str]:
    """The kinds of claim whose subject is such a thing: its names, its description, its founding."""
    own = [key for key, kind in KINDS.items() if noun in kind.needs or noun in kind.one_of]
    return [key for key in own if _subject(key, noun)]


def _subject(kind: str, noun: str) -> bool:
    """Whether a claim of this kind is about that column, and does not merely name it."""
    asked = KINDS[kind].needs
    return noun in KINDS[kind].one_of or next(name for name in SUBJECTS if name in asked) == noun


def cited_claims(condition: Q, number: int, *, order: tuple[str, ...]) -> Slice:
    """The public citations that meet a condition, each with its claim; three queries.

    Within the order, kind by kind and person by person.
    The rows are pairs: the citation as Evidence, the claim with just this citation.
    """
    subjects = [f"assertion__{column}" for column in ("person", "related_person", "role")]
    subjects += [f"assertion__{column}" for column in SUBJECTS if column != "person"]
    citations: Any = public_citations().filter(condition)
    ordered = (
        citations.with_sources()
        .select_related(*subjects)
        .prefetch_related(Prefetch("alternatives", Alternative.objects.public()))
        .order_by(
            *order, kind_order("assertion__kind"), "assertion__person__sort_label", "identifier"
        )
    )
    page = cut(ordered, number, PAGE_OF_CLAIMS)
    rows = [
        (
            evidence(citation),
            prepare(citation.assertion, citations=[citation], anchor=citation.identifier),
        )
        for citation in page.rows
    ]
    return Slice(rows, page.number, page.pages, page.total, page.first)


def kind_order(column: str = "kind") -> Case:
    """The place of a kind in the registry, to sort by."""
    return Case(*(Where(**{column: key}, then=Value(place)) for place, key in enumerate(KINDS)))


def word_of(whose: Q, number: int) -> Slice:
    """A page of the public claims that rest on somebody's word, by document; three queries."""
    # As a subquery: else SQLite goes through all citations in the order of their documents.
    found = Citation.objects.filter(whose).order_by()
    condition = Q(pk__in=found.values("pk"))
    return cited_claims(condition, number, order=("source__label", "source", "locator_sort"))


def _capitalised(said: list[Part]) -> list[Part]:
    """The same with a capital at its beginning."""
    first, *rest = said
    return [Part(first.text[:1].upper() + first.text[1:], first.row), *rest]
