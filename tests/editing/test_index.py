"""The index of conflicts is what the engine finds, after every act; trees of three levels included."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from prosopography.editing import assertion as claims
from prosopography.editing import publication, row, settlement
from prosopography.models import ConflictEntry, Settlement, Status
from prosopography.queries.conflict import find
from prosopography.queries.conflict_index import entries
from prosopography.queries.conflicts import all_conflicts
from tests import cast

pytestmark = pytest.mark.django_db


def index() -> dict[str, tuple[str, set[int]]]:
    return {
        entry.key: (entry.fingerprint, set(entry.claims.values_list("pk", flat=True)))
        for entry in ConflictEntry.objects.all()
    }


def truth() -> dict[str, tuple[str, set[int]]]:
    return {
        each.key: (each.fingerprint, {claim.pk for claim in each.claims})
        for each in all_conflicts()
    }


def found() -> list[str]:
    """The keys in the index, which is held against the engine."""
    assert index() == truth()
    return sorted(index())


BIRTH = "single_date:person:ivar-smilga:birth"


def births(**columns: Any) -> list[Any]:
    return [cast.birth(edtf=year, source=cast.source(f"of-{year}"), **columns)
            for year in ("1892", "1895")]  # fmt: skip


def test_claims_that_come_and_go() -> None:
    one, other = births()
    assert found() == [BIRTH]
    row.revise(other, edtf="1892-11", date_text="November 1892")
    assert found() == []
    row.revise(other, edtf="1895", date_text="1895")
    row.revise(other, note="A note is weighed by nobody.")
    assert found() == [BIRTH]
    row.revise(other, person=cast.person("leon-trotsky"))
    assert found() == []
    row.revise(other, person=one.person)
    publication.retract(other, reason="A misreading.")
    assert found() == []


def test_sources_that_leave_and_come_back() -> None:
    births()
    added = claims.cite(
        cast.birth(edtf="1896"), source=cast.source("third"), locator="¶1", stance="contradicts"
    )
    assert len(found()) == 2
    claims.withdraw_citation(added)
    assert found() == [BIRTH]


def test_a_place_two_levels_up_is_moved() -> None:
    russia, latvia = cast.place("russia"), cast.place("latvia")
    livonia = cast.place("livonia", part_of=russia)
    aloja = cast.place("aloja", part_of=livonia)
    cast.birth(edtf="", place=aloja)
    cast.birth(edtf="", place=latvia, source=cast.source("other"))
    assert found() == ["single_place:person:ivar-smilga:birth"]
    row.revise(livonia, part_of=latvia)
    assert found() == []


def test_a_role_two_levels_up_is_moved() -> None:
    held = cast.role("held", joins="life", lasting=False)
    arrested = cast.role("arrested")
    narrow = cast.role("rearrested", joins="life", lasting=False, broader=arrested)
    cast.claim("life_event", person=cast.person(), role=narrow)
    cast.claim(
        "life_event", person=cast.person(), role=held, polarity="denied",
        source=cast.source("other"),
    )  # fmt: skip
    assert found() == []
    row.revise(arrested, broader=held)
    assert found() == ["denied:person:ivar-smilga:life_event:held"]


def test_an_event_two_levels_up_is_dated_and_published() -> None:
    whole = cast.event("war", status=Status.DRAFT)
    middle = cast.event("campaign", part_of=whole)
    battle = cast.event("battle", part_of=middle)
    cast.claim("occurrence", event=battle, edtf="1921")
    assert found() == []
    row.revise(whole, status=Status.PUBLISHED)
    cast.claim("occurrence", event=whole, edtf="1918")
    assert found() == ["outside_parent:event:battle:war"]
    row.revise(whole, part_of=None, label="The war")
    assert found() == ["outside_parent:event:battle:war"]


def test_a_settlement_follows_a_person_who_is_renamed() -> None:
    births()
    conflict = find(BIRTH)
    assert conflict is not None
    settlement.settle(
        BIRTH, fingerprint=conflict.fingerprint, verdict="stand", reason="Nobody can say."
    )
    row.revise(cast.person(), slug="ivars-smilga")
    row.revise(cast.source("of-1892"), slug="of-the-article")
    assert found() == ["single_date:person:ivars-smilga:birth"]
    assert [each.state for each in entries()] == ["settled"]
    assert Settlement.objects.get().key == "single_date:person:ivars-smilga:birth"


def test_a_settlement_is_not_written_over_unseen() -> None:
    births()
    conflict = find(BIRTH)
    assert conflict is not None
    seen = settlement.version(BIRTH)
    told = {"fingerprint": conflict.fingerprint, "verdict": "stand", "seen": seen}
    settlement.settle(BIRTH, **told, reason="First.")
    with pytest.raises(ValidationError, match="Somebody else has settled it"):
        settlement.settle(BIRTH, **told, reason="Second.")
    with pytest.raises(ValidationError, match="Somebody else has settled it"):
        settlement.reopen(BIRTH, reason="Again.", seen=seen)
    assert Settlement.objects.get().reason == "First."
    settlement.reopen(BIRTH, reason="Again.", seen=settlement.version(BIRTH))
    assert not Settlement.objects.exists()


def test_a_settlement_does_not_follow_another_thing_of_the_same_slug() -> None:
    births()
    conflict = find(BIRTH)
    assert conflict is not None
    settlement.settle(
        BIRTH, fingerprint=conflict.fingerprint, verdict="stand", reason="Nobody can say."
    )
    row.revise(cast.place("ivar-smilga"), slug="cape-smilga")
    row.revise(cast.event("ivar-smilga"), slug="the-smilga-affair")
    assert [each.state for each in entries()] == ["settled"]
    assert Settlement.objects.get().key == BIRTH
