"""Who held an office on a day: certainly, possibly, or attested before it or after it.

On a date that is vaguer than a day everything is asked of some day of it: who certainly sat in a
body on a day of 1917 sat in it in 1917.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from django.utils.translation import gettext_lazy as _

from prosopography.dates import Span, Standing, changes, reach, standing
from prosopography.models import Certainty, Person

from .exits import with_exits
from .tenures import Office, Tenure, Tenures, Told, against, person_of, tenures, told
from .words import in_words

#: The classes in which persons are given, in this order.
CLASSES = (
    Standing.CERTAIN,
    Standing.POSSIBLE,
    Standing.BEFORE,
    Standing.AFTER,
    Standing.UNDATED,
)
_PLACES = {each: place for place, each in enumerate((*CLASSES, Standing.EXCLUDED))}
#: How many persons are read at once for a download.
_BATCH = 500

BOTH_SIDES = _("attested before and after")
_REMARKS = {
    Standing.CERTAIN: _("certain then"),
    Standing.POSSIBLE: _("possible then"),
    Standing.BEFORE: _("attested before"),
    Standing.AFTER: _("attested after"),
    Standing.UNDATED: _("without a date"),
}
_HEDGED = _("the source is not certain: {}")
_ENDED = _("not said when it ended; at the latest with {}")
_DOUBTFUL = _("the name may mean somebody else")


@dataclass(frozen=True)
class Judged:
    """How one claim in short stands to the days asked about.

    The reason says why it is not certain, where that is not the date.
    """

    tenure: Tenure
    standing: Standing
    reason: str


@dataclass(frozen=True)
class Found:
    """A person who is in one of the classes, with what puts them there and what is denied of them."""

    standing: Standing
    reason: str
    held: list[Judged]  # the strongest first, then in time order
    denied: list[Judged]


@dataclass(frozen=True)
class Weighing:
    """Who stands how to the days asked about, before the claims are read in full."""

    span: Span
    found: list[Found]  # by class, then by name
    counts: dict[Standing, int]  # persons in each of CLASSES
    excluded: int  # persons all of whose claims are excluded on these days
    denied: int  # persons of whom it is only denied
    deprecated: int  # claims left out, for the editors deprecate them
    attested: Span | None  # from the first to the last day that any claim speaks of
    since: int | None  # the first day on which the answer is this one; of a single day
    until: int | None  # and the last
    earlier: int | None  # the nearest day before on which the answer may be another
    later: int | None  # the nearest after


@dataclass(frozen=True)
class Weighed:
    """A claim in full, with how it stands to the days asked about."""

    told: Told
    standing: Standing
    reason: str
    remark: str  # what a page says beside it; empty where the class of the person says it


@dataclass(frozen=True)
class Holder:
    """A person in one of the classes, with the claims that say so and those against."""

    person: Person
    standing: Standing
    reason: str
    claims: list[Weighed]
    against: list[Weighed]

    @property
    def disputed(self) -> bool:
        """Whether a claim, or a citation of these claims, denies that it was so."""
        return bool(self.against) or any(each.told.contradicted for each in self.claims)


def weigh(office: Office, span: Span, read: Tenures | None = None) -> Weighing:
    """Who held the office on some day of a span, class by class; seven queries at most.

    ``read`` are its claims with their exits, where somebody has read them: then there is none.

    A person is in the class of their strongest claim, but who is attested both before and after is
    possible. Claims that the source or the name leaves in doubt never make anybody certain. What is
    told of entering and leaving the body, and of death, counts (see ``exits``).
    """
    claims = with_exits(office, tenures(office)) if read is None else read
    persons: dict[int, list[Judged]] = defaultdict(list)
    for tenure in claims.affirmed:
        persons[tenure.person].append(_judged(tenure, span))
    denials: dict[int, list[Judged]] = defaultdict(list)
    for tenure in claims.denied:
        denials[tenure.person].append(_judged(tenure, span))
    found = [_found(office, held, denials.get(key, [])) for key, held in persons.items()]
    there = [each for each in found if each.standing is not Standing.EXCLUDED]
    there.sort(key=lambda each: (_PLACES[each.standing], each.held[0].tenure.sorting))
    counted = Counter(each.standing for each in there)
    days = _days(claims, span)
    return Weighing(
        span=span,
        found=there,
        counts={each: counted[each] for each in CLASSES},
        excluded=len(found) - len(there),
        denied=len(denials.keys() - persons.keys()),
        deprecated=claims.deprecated,
        attested=attested(claims),
        **days,
    )


def tell(found: Iterable[Found]) -> list[Holder]:
    """These persons with their claims in full; three queries.

    A claim that was taken back since they were found is left out.
    """
    listed = list(found)
    keys = [one.tenure.key for each in listed for one in (*each.held, *each.denied)]
    full = told(keys)

    def weighed(judged: Iterable[Judged], usual: Standing | None = None) -> list[Weighed]:
        return [
            Weighed(full[one.tenure.key], one.standing, one.reason, _remark(one, usual))
            for one in judged
            if one.tenure.key in full
        ]

    holders = []
    for each in listed:
        claims = weighed(each.held, each.standing)
        if claims:
            person, denied = person_of(claims[0].told), weighed(each.denied)
            holders.append(Holder(person, each.standing, each.reason, claims, denied))
    return holders


def _remark(judged: Judged, usual: Standing | None) -> str:
    if judged.reason or usual is None or judged.standing is usual:
        return judged.reason
    return str(_REMARKS[judged.standing])


def everybody(weighing: Weighing) -> Iterator[Holder]:
    """Everybody with their claims, for a download; three queries for every 500 persons."""
    for start in range(0, len(weighing.found), _BATCH):
        yield from tell(weighing.found[start : start + _BATCH])


@dataclass(frozen=True)
class Spoken:
    """How much is said of an office, and of which days."""

    claims: int
    attested: Span | None


def spoken_of(office: Office) -> Spoken:
    """What a day can be chosen from; three queries at most."""
    claims = tenures(office)
    return Spoken(len(claims.affirmed), attested(claims))


def attested(claims: Tenures) -> Span | None:
    """From the first to the last day of which any of the claims speaks; None without a date."""
    known = [reach(each.bounds) for each in claims.affirmed if not each.bounds.undated]
    firsts = [span.first for span in known if span.first is not None]
    lasts = [span.last for span in known if span.last is not None]
    if not firsts and not lasts:
        return None
    return Span(min(firsts, default=None), max(lasts, default=None))


def _judged(tenure: Tenure, span: Span) -> Judged:
    """How a claim stands to the span; what is doubtful in itself is possible at the most."""
    found = standing(tenure.bounds, span)
    if tenure.gone is not None and span.first is not None and tenure.gone < span.first:
        found = Standing.EXCLUDED  # also without a date: the dead hold no office
    if tenure.unborn is not None and span.last is not None and span.last < tenure.unborn:
        found = Standing.EXCLUDED  # nor do those who are not yet born
    if found is not Standing.CERTAIN:
        ended = str(_ENDED).format(tenure.ended) if tenure.ended else ""
        return Judged(tenure, found, ended if found is Standing.POSSIBLE else "")
    if tenure.sure:
        return Judged(tenure, found, "")
    hedged = tenure.certainty != Certainty.CERTAIN
    reason = str(_HEDGED).format(in_words(tenure.certainty)) if hedged else str(_DOUBTFUL)
    return Judged(tenure, Standing.POSSIBLE, reason)


def _found(office: Office, judged: list[Judged], denials: list[Judged]) -> Found:
    """The class of a person, with the claims that bear on it."""
    held = [each for each in judged if each.standing is not Standing.EXCLUDED]
    if not held:
        return Found(Standing.EXCLUDED, "", [], [])
    held.sort(key=lambda each: _PLACES[each.standing])
    there = {each.standing for each in held}
    best, reason = held[0].standing, ""
    if best is Standing.BEFORE and Standing.AFTER in there:
        best, reason = Standing.POSSIBLE, str(BOTH_SIDES)
    # A denial speaks of these days, or of no day at all.
    near = {Standing.CERTAIN, Standing.POSSIBLE, Standing.UNDATED}
    speaking = {each.tenure.key: each for each in denials if each.standing in near}
    opposed = against(
        office, (each.tenure for each in held), (each.tenure for each in speaking.values())
    )
    return Found(best, reason, held, [speaking[each.key] for each in opposed])


def _days(claims: Tenures, span: Span) -> dict[str, int | None]:
    """How long the answer stays the same, and where it may next be another."""
    dates = {each.bounds for each in chain(claims.affirmed, claims.denied)}
    limits = {each.gone + 1 for each in claims.affirmed if each.gone is not None}
    limits |= {each.unborn for each in claims.affirmed if each.unborn is not None}
    turns = sorted(limits.union(*(changes(bounds) for bounds in dates)))
    first, last = span
    before = bisect_right(turns, first) if first is not None else 0
    after = bisect_right(turns, last) if last is not None else len(turns)
    since = turns[before - 1] if before else None
    later = turns[after] if after < len(turns) else None
    single = first == last
    return {
        "since": since if single else None,
        "until": later - 1 if single and later is not None else None,
        "earlier": since - 1 if since is not None else None,
        "later": later,
    }
