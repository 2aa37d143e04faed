"""Settling conflicts: one side is preferred, or all stand; and opening them again."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q

from prosopography.models import Assertion, Rank, Settlement, Verdict
from prosopography.queries.conflict import find, settlements_of, subject_of
from prosopography.queries.conflicts import Conflict, Side, conflicts_of

from . import row as rows
from .row import Editor

_MEANWHILE = "Somebody else has settled it, or opened it again, since you opened this form."
_CHANGED = "The claims have changed since you opened this form: look at them again."


@transaction.atomic
def settle(
    key: str,
    *,
    fingerprint: str,
    verdict: str,
    reason: str,
    preferred: Assertion | None = None,
    seen: int | None = None,
    editor: Editor = None,
) -> Settlement:
    """Settles the conflict of this key as it was when its fingerprint was taken.

    ``preferred`` is a claim of the side that is preferred. The claims of that side get the rank
    “preferred” with the reason; what an earlier settlement had so ranked is taken back first. If all
    sides stand, no rank is given. ``seen`` is the ``version`` that the editor saw, None for whatever it
    is. Raises ValidationError, and then nothing has changed.
    """
    conflict = _held(key, fingerprint)
    _check_seen(key, seen)
    side = None if preferred is None else _side(conflict, preferred)
    before = Settlement.objects.filter(key=key).select_related("preferred").first()
    settlement = before or Settlement(key=key)
    if before is not None:
        _take_back(before, conflict, editor=editor, reason=reason)
    settlement.fingerprint = fingerprint
    settlement.verdict = verdict
    settlement.preferred = preferred
    settlement.reason = reason.strip()
    rows.save(settlement, editor=editor, reason=settlement.reason)
    if side is not None:
        _prefer(side, settlement.reason, editor=editor)
    return settlement


@transaction.atomic
def reopen(key: str, *, reason: str, seen: int | None = None, editor: Editor = None) -> None:
    """Withdraws the settlement of a conflict, and the ranks that it gave; its history stays.

    Raises ValidationError, and then nothing has changed.
    """
    settlement = Settlement.objects.filter(key=key).select_related("preferred").first()
    if settlement is None:
        raise ValidationError("This conflict is not settled.")
    _check_seen(key, seen)
    if not reason.strip():
        raise ValidationError({"reason": "Say why it is opened again."})
    rows.discard(settlement, editor=editor, reason=reason.strip())
    _take_back(settlement, find(key), editor=editor, reason=reason.strip())


def version(key: str) -> int:
    """Which act settled the conflict last, or opened it again; 0 if none did; one query."""
    acts = Settlement.history.filter(key=key)  # type: ignore[attr-defined]
    return acts.order_by("-history_id").values_list("history_id", flat=True).first() or 0


def _check_seen(key: str, seen: int | None) -> None:
    if seen is not None and seen != version(key):
        raise ValidationError(_MEANWHILE)


def preference_faults(conflict: Conflict, side: Side) -> list[str]:
    """Why this side cannot be preferred as a whole: a sentence for each reason, none if it can."""
    others = {claim.pk for each in conflict.sides if each is not side for claim in each.claims}
    if others & {claim.pk for claim in side.claims}:
        return ["Both sides are the same claim: give it a rank on its own form, or let both stand."]
    return [
        f"The claim {claim.identifier} is deprecated: change its rank first."
        for claim in side.claims
        if claim.rank == Rank.DEPRECATED
    ]


def _held(key: str, fingerprint: str) -> Conflict:
    """The conflict as it was judged, held against other editors' acts."""
    conflict = find(key)
    if conflict is not None:
        rows.lock(*conflict.claims)
        conflict = find(key)  # again: what another editor has just done is not in memory
    if conflict is None or conflict.key != key:
        raise ValidationError("These claims are no longer at odds: there is nothing to settle.")
    if conflict.fingerprint != fingerprint:
        raise ValidationError(_CHANGED)
    return conflict


def _side(conflict: Conflict, preferred: Assertion) -> Side:
    """The side of this claim. Raises ValidationError where it cannot be preferred."""
    side = next((each for each in conflict.sides if preferred in each.claims), None)
    if side is None:
        raise ValidationError({"preferred": "This claim is on no side of the conflict."})
    if faults := preference_faults(conflict, side):
        raise ValidationError({"preferred": faults})
    return side


def _take_back(
    settlement: Settlement, conflict: Conflict | None, *, editor: Editor, reason: str
) -> None:
    """Undoes the ranks that a settlement gave, where nobody has given them another reason since.

    Also those of claims that have left the conflict meanwhile. A claim that another settlement of
    the same subject prefers keeps its rank, with that one's reason.
    """
    if settlement.verdict != Verdict.PREFER or settlement.preferred is None:
        return
    found = subject_of(settlement.key)
    given = Q(pk=settlement.preferred.pk)
    given |= Q(pk__in=[claim.pk for claim in (conflict.claims if conflict else ())])
    if found is not None:
        given |= Q(**{found[0]: found[1]})
    others = _other_reasons(settlement.key, found)
    for claim in Assertion.objects.filter(
        given, rank=Rank.PREFERRED, rank_reason=settlement.reason
    ):
        why = others.get(claim.pk, "")
        rank = Rank.PREFERRED if why else Rank.NORMAL
        if why != settlement.reason:
            rows.revise(claim, editor=editor, reason=reason, rank=rank, rank_reason=why)


def _other_reasons(key: str, subject: tuple[str, int] | None) -> dict[int, str]:
    """The claims that other settlements of the same subject prefer, each with its reason."""
    conflicts = [] if subject is None else conflicts_of(subject[0], [subject[1]])
    settled = settlements_of(conflict.key for conflict in conflicts if conflict.key != key)
    return {
        claim.pk: settled[conflict.key].reason
        for conflict in conflicts
        if conflict.key in settled
        for side in conflict.sides
        if settled[conflict.key].preferred in side.claims
        for claim in side.claims
    }


def _prefer(side: Side, why: str, *, editor: Editor) -> None:
    """Gives the claims of a side the rank, but for those that an editor has given it already."""
    for claim in Assertion.objects.filter(pk__in=[each.pk for each in side.claims]):
        if claim.rank != Rank.PREFERRED:
            rows.revise(claim, editor=editor, reason=why, rank=Rank.PREFERRED, rank_reason=why)
