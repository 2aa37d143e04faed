"""Acts that befall somebody once: which claims speak of the same one, and which of two."""

from collections.abc import Iterator
from itertools import combinations

from prosopography.dates import Agreement, Bounds
from prosopography.models import Assertion, Marks, Rank

from .dated import Date, agreement, date_of, occurrences_of
from .dossier import Dossier, Voice, ends_life, is_posthumous

_KINDS = ("life_event", "participation", "relationship")
#: What undoes the entering of a body, and the leaving.
_OPPOSITE = {Marks.ENTERING: Marks.LEAVING, Marks.LEAVING: Marks.ENTERING}


class OnceActs:
    """The acts of one person whose roles say that they happen once, unless undone."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        found = [
            claim
            for claim in dossier.affirmed
            if claim.kind in _KINDS and claim.role and claim.role.once and not ends_life(claim)
        ]
        self._dates = {claim.pk: self._date(claim) for claim in found}
        #: In time order, the undated last.
        self.claims = sorted(found, key=self._order)

    def date(self, claim: Assertion) -> Date | None:
        """The date of the act: its own, or the only one that is told of its event."""
        return self._dates[claim.pk]

    def _date(self, claim: Assertion) -> Date | None:
        if claim.edtf:
            return date_of(claim)
        found = {date_of(each) for each in occurrences_of(claim, self.dossier)}
        return found.pop() if len(found) == 1 else None

    def _order(self, claim: Assertion) -> float:
        return _first_day(self._bounds(claim)) if self.date(claim) else float("inf")

    def pairs(self) -> Iterator[tuple[Assertion, Assertion]]:
        """Two claims that may speak of one act, places aside: of different sources, or moves."""
        for one, other in combinations(self.claims, 2):
            voices = self.dossier.voices(one), self.dossier.voices(other)
            if self._is_same(one, other) and (_is_move(one) or not voices[0] & voices[1]):
                yield one, other

    def _is_same(self, one: Assertion, other: Assertion) -> bool:
        """One role or a wider one, and nothing else that tells the two apart."""
        around = self.dossier.around
        if one.kind != other.kind or not around.roles.nested(one.role_id or 0, other.role_id or 0):
            return False
        equal = ("organisation_id", "related_person_id")
        if any(not _may_be_equal(one, other, column) for column in equal):
            return False
        events = one.event_id, other.event_id
        return None in events or around.events.nested(events[0] or 0, events[1] or 0)

    def places_agree(self, one: Assertion, other: Assertion) -> bool:
        """Whether one place lies in the other, or one of the claims names none."""
        places = one.place_id, other.place_id
        return None in places or self.dossier.around.places.nested(places[0] or 0, places[1] or 0)

    def agreement(self, one: Assertion, other: Assertion) -> Agreement | None:
        """What the dates of the two have to do with one another; None where one has none."""
        first, second = self.date(one), self.date(other)
        if first is None or second is None:
            return None
        return agreement(first, second, self.dossier)

    def are_two(self, one: Assertion, other: Assertion) -> bool:
        """Whether there were two such acts, in spite of the role.

        So it is if one source knows both, or if the first was undone before the second: the person
        is told of in the body again, or acts at liberty. Nobody leaves a body twice without entering
        it in between: there one source that dates both contradicts itself.
        """
        knows_two = not _is_move(one) and self._known_apart(one, other)
        return knows_two or self._undone(one, other)

    def _known_apart(self, one: Assertion, other: Assertion) -> bool:
        """Whether some source tells of an act on either date, and means two."""
        firsts, seconds = (self._voices_for(claim) for claim in (one, other))
        for voice in firsts.keys() & seconds.keys():
            for first in firsts[voice]:
                for second in seconds[voice]:
                    if self.agreement(first, second) not in (Agreement.AGREE, None):
                        return True
        return False

    def _voices_for(self, claim: Assertion) -> dict[Voice, list[Assertion]]:
        """Who dates the act as this claim does, with the claims."""
        found: dict[Voice, list[Assertion]] = {}
        for each in self.claims:
            if self._is_same(claim, each) and self.agreement(claim, each) is Agreement.AGREE:
                for voice in self.dossier.voices(each):
                    found.setdefault(voice, []).append(each)
        return found

    def is_the_only_one(self, claim: Assertion) -> bool:
        """Whether every source of the claim tells of one such act alone, in one place."""
        heard = self.dossier.voices(claim)
        return all(
            self.places_agree(claim, each)
            and self.agreement(claim, each) in (Agreement.AGREE, None)
            for each in self.claims
            if heard & self.dossier.voices(each) and self._is_same(claim, each)
        )

    def _undone(self, one: Assertion, other: Assertion) -> bool:
        if None in (self.date(one), self.date(other)):
            return False
        first, second = sorted((one, other), key=lambda each: _first_day(self._bounds(each)))
        gap = self._bounds(first).latest_end, self._bounds(second).earliest_start
        if gap[0] is None or gap[1] is None:
            return False
        body = first.organisation_id or second.organisation_id
        return any(
            self._shows_undone(claim, first, body, (gap[0], gap[1]))
            for claim in self.dossier.affirmed
            if claim.edtf and claim.rank != Rank.DEPRECATED
        )

    def _bounds(self, claim: Assertion) -> Bounds:
        if claim.edtf:
            return claim.bounds
        return occurrences_of(claim, self.dossier)[0].bounds

    def _shows_undone(
        self, claim: Assertion, act: Assertion, body: int | None, gap: tuple[int, int]
    ) -> bool:
        """Whether the claim shows that the act no longer held, on a day after it and before the next.

        Of an act towards a body (expelled) the opposite does, also if it does not certainly lie
        between (readmitted in the year of the second expulsion), and a post that was certainly held
        there in between; of any other act (arrested) whatever the person certainly did or became.
        """
        if claim.kind not in ("tenure", "participation", "life_event"):
            return False
        if claim.kind == act.kind and self.dossier.around.roles.nested(
            claim.role_id or 0, act.role_id or 0
        ):
            return False
        first, last = _told_days(claim)
        certainly = gap[0] < first and last < gap[1]
        if body is None:
            return certainly and not is_posthumous(claim)
        if claim.organisation_id != body or act.role is None or claim.role is None:
            return False
        if claim.kind == "tenure":
            return certainly and act.role.marks != Marks.ENTERING
        opposite = _OPPOSITE.get(Marks(act.role.marks))
        undoes = opposite is None or claim.role.marks == opposite
        return undoes and gap[0] < last and first < gap[1]


def _is_move(claim: Assertion) -> bool:
    """Whether the act is entering or leaving a body that is named."""
    marks = claim.role.marks if claim.role else ""
    return claim.organisation_id is not None and marks in (Marks.ENTERING, Marks.LEAVING)


def _may_be_equal(one: Assertion, other: Assertion, column: str) -> bool:
    first, second = getattr(one, column), getattr(other, column)
    return first is None or second is None or first == second


def _told_days(claim: Assertion) -> tuple[float, float]:
    """The days on one of which the claim tells that something was so, or began."""
    given = claim.bounds
    first = given.earliest_start
    last = given.latest_start if claim.lasting else given.latest_end
    if claim.lasting and first is None:
        first = given.earliest_end  # attested
    return (
        float("-inf") if first is None else first,
        float("inf") if last is None else last,
    )


def _first_day(given: Bounds) -> float:
    return float("-inf") if given.earliest_start is None else given.earliest_start
