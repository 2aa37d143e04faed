"""Settling: what a verdict does to the claims, what takes it back, and what is refused."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from prosopography.editing import assertion as claims
from prosopography.editing import publication, row, settlement
from prosopography.models import Assertion, Rank, Settlement, Verdict
from prosopography.queries.conflict import State, find, shown
from tests import cast
from tests.conflicts import (
    BIRTH,
    DEATH,
    EXPELLED,
    births,
    boris,
    death,
    deaths,
    expulsion,
    settle,
)

pytestmark = pytest.mark.django_db


def ranks(*made: Assertion) -> list[tuple[str, str]]:
    """The rank of each of these claims, with its reason."""
    stored = Assertion.objects.in_bulk([claim.pk for claim in made])
    return [(stored[claim.pk].rank, stored[claim.pk].rank_reason) for claim in made]


def state(key: str = DEATH) -> State:
    """How far the editors have come with a conflict."""
    conflict = find(key)
    assert conflict is not None
    (told,) = shown([conflict])
    return told.state


def refusal(act: Callable[..., Any], *arguments: Any, **named: Any) -> list[str]:
    """The sentences with which an act is refused, after which nothing has changed."""
    before = list(Settlement.objects.values()), list(Assertion.objects.values())
    with pytest.raises(ValidationError) as caught:
        act(*arguments, **named)
    assert (list(Settlement.objects.values()), list(Assertion.objects.values())) == before
    return caught.value.messages


def verdict(**changes: Any) -> dict[str, Any]:
    """The arguments of a verdict on Smilga's death: all sides stand."""
    conflict = find(DEATH)
    assert conflict is not None
    named = {"fingerprint": conflict.fingerprint, "verdict": Verdict.STAND, "reason": "Unknown."}
    return {**named, **changes}


def test_preferred_side_is_ranked_with_the_reason_and_with_history() -> None:
    first, second = deaths()
    again = death("1938-02", locator="¶9")
    made = settle(DEATH, second, "The court record has survived.")
    why = (Rank.PREFERRED, "The court record has survived.")
    assert ranks(first, second, again) == [(Rank.NORMAL, ""), why, why]
    assert state() == State.SETTLED
    assert (made.verdict, made.preferred, made.reason) == (
        Verdict.PREFER,
        second,
        "The court record has survived.",
    )
    for changed in (made, again):
        last = changed.history.first()
        assert (last.history_user, last.history_change_reason) == (
            boris(),
            "The court record has survived.",
        )


def test_sides_that_all_stand_get_no_rank() -> None:
    made = deaths()
    settle(DEATH, reason="Nobody can say.")
    assert ranks(*made) == [(Rank.NORMAL, "")] * 2
    assert state() == State.SETTLED


def test_another_verdict_takes_back_the_ranks_of_the_first() -> None:
    first, second = deaths()
    settle(DEATH, second, "The court record.")
    settle(DEATH, first, "The list is older.")
    assert ranks(first, second) == [(Rank.PREFERRED, "The list is older."), (Rank.NORMAL, "")]
    settle(DEATH, reason="Nobody can say.")
    assert ranks(first, second) == [(Rank.NORMAL, "")] * 2
    assert Settlement.objects.count() == 1
    assert [each.reason for each in Settlement.history.all()] == [
        "Nobody can say.",
        "The list is older.",
        "The court record.",
    ]


def test_opening_again_takes_back_settlement_and_ranks() -> None:
    first, second = deaths()
    settle(DEATH, second)
    settlement.reopen(DEATH, reason="The record was misread.", editor=boris())
    assert ranks(first, second) == [(Rank.NORMAL, "")] * 2
    assert state() == State.OPEN
    last = Settlement.history.first()
    assert (last.history_type, last.history_user, last.history_change_reason) == (
        "-",
        boris(),
        "The record was misread.",
    )


def test_rank_that_has_another_reason_since_stays() -> None:
    _, second = deaths()
    settle(DEATH, second, "The court record.")
    second.refresh_from_db()
    row.revise(second, rank_reason="Two registers have it.")
    settlement.reopen(DEATH, reason="Misread.")
    assert ranks(second) == [(Rank.PREFERRED, "Two registers have it.")]


def test_rank_that_a_claim_had_before_keeps_its_reason() -> None:
    _, second = deaths()
    row.revise(second, rank=Rank.PREFERRED, rank_reason="By my own judgement.")
    settle(DEATH, second, "The court record.")
    assert ranks(second) == [(Rank.PREFERRED, "By my own judgement.")]
    settlement.reopen(DEATH, reason="Misread.")
    assert ranks(second) == [(Rank.PREFERRED, "By my own judgement.")]


def test_claim_that_another_settlement_prefers_keeps_its_rank() -> None:
    riga, aloja = cast.place("riga"), cast.place("aloja")
    first = cast.birth(edtf="1892", place=riga, source=cast.source("info-list"))
    second = cast.birth(edtf="1893", place=aloja)
    place = "single_place:person:ivar-smilga:birth"
    settle(BIRTH, second, "The register.")
    settle(place, second, "The register.")
    settlement.reopen(BIRTH, reason="Misread.")
    assert ranks(first, second) == [(Rank.NORMAL, ""), (Rank.PREFERRED, "The register.")]
    settlement.reopen(place, reason="Misread.")
    assert ranks(first, second) == [(Rank.NORMAL, "")] * 2


def test_rank_of_a_claim_that_has_left_the_conflict_is_taken_back_too() -> None:
    _, second = deaths()
    again = death("1938-02", locator="¶9")
    settle(DEATH, second)
    again.refresh_from_db()
    publication.retract(again, reason="Misread.")
    assert ranks(again) == [(Rank.PREFERRED, "It was so.")]
    settlement.reopen(DEATH, reason="Misread.")
    assert ranks(second, again) == [(Rank.NORMAL, "")] * 2


def test_new_data_opens_what_it_touches_and_nothing_else() -> None:
    births()
    _, second = deaths()
    settle(DEATH, second)
    settle(BIRTH, reason="One day.")
    claims.cite(second, source=cast.source("info-list"), locator="¶9")
    assert (state(DEATH), state(BIRTH)) == (State.REOPENED, State.SETTLED)
    settle(DEATH, second)
    death("1939")
    assert state(DEATH) == State.REOPENED
    assert ranks(second) == [(Rank.PREFERRED, "It was so.")]


def test_draft_opens_nothing() -> None:
    _, second = deaths()
    settle(DEATH, second)
    death("1939", status="draft")
    assert state() == State.SETTLED


def test_verdict_on_claims_that_have_changed_is_refused() -> None:
    first, _ = deaths()
    old = verdict()
    row.revise(first, edtf="1936")
    assert refusal(settlement.settle, DEATH, **old) == [
        "The claims have changed since you opened this form: look at them again."
    ]


def test_verdict_on_what_is_no_conflict_is_refused() -> None:
    first, _ = deaths()
    old = verdict()
    publication.retract(first, reason="Misread.")
    sentence = "These claims are no longer at odds: there is nothing to settle."
    assert refusal(settlement.settle, DEATH, **old) == [sentence]
    for key in ("", "single_date", "nonsense:person:ivar-smilga:death", f"{DEATH}:more"):
        assert refusal(settlement.settle, key, **old) == [sentence]


def test_verdict_that_does_not_fit_is_refused() -> None:
    first, _ = deaths()
    stranger = cast.birth()
    prefer = verdict(verdict=Verdict.PREFER)
    assert refusal(settlement.settle, DEATH, **prefer, preferred=stranger) == [
        "This claim is on no side of the conflict."
    ]
    sentence = "Name a claim of the preferred side, and only of a preferred one."
    assert sentence in refusal(settlement.settle, DEATH, **prefer)
    assert sentence in refusal(settlement.settle, DEATH, **verdict(), preferred=first)
    assert refusal(settlement.settle, DEATH, **verdict(reason=" ")) == [
        "This field cannot be blank."
    ]
    assert refusal(settlement.settle, DEATH, **verdict(verdict="maybe"))[0] == (
        "Value 'maybe' is not a valid choice."
    )


def test_deprecated_claim_is_not_preferred_with_its_side() -> None:
    _, second = deaths()
    row.revise(second, rank=Rank.DEPRECATED, rank_reason="A slip.")
    named = verdict(verdict=Verdict.PREFER, preferred=second)
    assert refusal(settlement.settle, DEATH, **named) == [
        f"The claim {second.identifier} is deprecated: change its rank first."
    ]


def test_one_claim_on_both_sides_can_only_stand() -> None:
    claim = cast.birth()
    claims.cite(claim, source=cast.source("info-list"), locator="¶9", stance="contradicts")
    key = f"contradicted:person:ivar-smilga:{claim.identifier}"
    conflict = find(key)
    assert conflict is not None
    named = {"fingerprint": conflict.fingerprint, "reason": "So.", "verdict": Verdict.PREFER}
    assert refusal(settlement.settle, key, **named, preferred=claim) == [
        "Both sides are the same claim: give it a rank on its own form, or let both stand."
    ]
    settle(key)
    assert state(key) == State.SETTLED


def test_denial_can_be_preferred() -> None:
    affirmed, denied = expulsion()
    settle(EXPELLED, denied, "He recanted in time.")
    assert ranks(affirmed, denied) == [(Rank.NORMAL, ""), (Rank.PREFERRED, "He recanted in time.")]


def test_opening_again_needs_a_settlement_and_a_reason() -> None:
    deaths()
    assert refusal(settlement.reopen, DEATH, reason="So.") == ["This conflict is not settled."]
    settle(DEATH)
    assert refusal(settlement.reopen, DEATH, reason=" ") == ["Say why it is opened again."]


def test_settlement_of_a_conflict_that_is_no_more_can_be_withdrawn() -> None:
    first, second = deaths()
    settle(DEATH, second)
    publication.retract(first, reason="Misread.")
    assert find(DEATH) is None
    settlement.reopen(DEATH, reason="There is one date left.")
    assert ranks(second) == [(Rank.NORMAL, "")]
    assert not Settlement.objects.exists()
