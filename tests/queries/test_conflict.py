"""Conflicts as they are listed, narrowed, counted and shown."""

from typing import Any

import pytest
from django.db.models import Q
from pytest_django import DjangoAssertNumQueries

from prosopography.editing import assertion as claims
from prosopography.editing import publication, row
from prosopography.models import Assertion, ConflictEntry, Nature, Source, Verdict
from prosopography.queries.claims import Claim
from prosopography.queries.conflict import (
    PAGE_OF_CONFLICTS,
    ConflictBox,
    ShownConflict,
    conflict_box,
    conflict_list,
    find,
    of_entries,
    shown,
    was_settled,
)
from prosopography.queries.conflict_index import (
    Counts,
    State,
    choices,
    condition,
    disputed_among,
    entries,
    is_disputed,
    open_conflicts,
)
from prosopography.queries.figures import figures
from prosopography.queries.sentence import plain
from prosopography.queries.slices import PageNumberError
from tests import cast
from tests.conflicts import (
    BIRTH,
    DEATH,
    EVENT,
    EXPELLED,
    births,
    death,
    deaths,
    expulsion,
    finding,
    occurrences,
    settle,
)

pytestmark = pytest.mark.django_db


def keys(narrowed: dict[str, Any] | None = None, **words: str) -> list[str]:
    """The keys of the conflicts of a list, in its order."""
    return [each.key for each in conflict_list(words, narrowed or {}).page.rows]


def told(key: str) -> ShownConflict:
    """One conflict as readers see it."""
    conflict = find(key)
    assert conflict is not None
    (each,) = shown([conflict])
    return each


def everything() -> tuple[Assertion, Assertion]:
    """A conflict of each sort."""
    births()
    occurrences()
    expulsion()
    return deaths()


def words_of(claim: Claim) -> list[tuple[str, str, list[str]]]:
    """What is cited for a claim: source, words, whose word it is."""
    return [
        (each.source.slug, each.quotation, [voice.slug for voice in each.word_of])
        for each in claim.evidence
    ]


def test_list_has_what_is_open_first_and_remarks_last() -> None:
    _, second = everything()
    settle(DEATH, second)
    assert keys() == [EXPELLED, EVENT, DEATH, BIRTH]


def test_list_is_narrowed_by_words() -> None:
    _, second = everything()
    settle(EXPELLED)
    settle(DEATH, second)
    death("1939")
    assert keys(state="open") == [EVENT, BIRTH]
    assert keys(state="settled") == [EXPELLED]
    assert keys(state="reopened") == [DEATH]
    assert keys(nature="calendar") == [BIRTH]
    assert keys(nature="impossible") == []
    assert keys(rule="denied") == [EXPELLED]
    assert keys(rule="single_date", state="open", nature="disagreement") == [EVENT]


def test_list_is_narrowed_by_what_it_is_about_and_by_what_its_claims_name() -> None:
    everything()
    fleet = cast.organisation("baltic-fleet")
    body = cast.organisation(part_of=fleet)
    wife, role = cast.person("nadezhda-poluyan"), cast.role("spouse-of")
    bond = {"person": cast.person(), "related_person": wife, "role": role}
    cast.claim("relationship", **bond)
    cast.claim("relationship", **bond, polarity="denied")
    arrested = {"person": cast.person(), "role": cast.role("arrested"), "organisation": body}
    cast.claim("life_event", **arrested, source=cast.source("memoirs"))
    cast.claim("life_event", **arrested, polarity="denied", source=cast.source("memoirs"))
    married = "denied:person:ivar-smilga:relationship:nadezhda-poluyan:spouse-of"
    seized = "denied:person:ivar-smilga:life_event:arrested:tsentrobalt"
    assert keys({"person": wife}) == [married]
    assert sorted(keys({"person": cast.person()})) == sorted(
        [EXPELLED, DEATH, BIRTH, married, seized]
    )
    assert keys({"event": cast.event()}) == [EVENT]
    assert keys({"organisation": body}) == keys({"organisation": fleet}) == [seized]
    assert keys({"source": cast.source("memoirs")}) == [seized]
    assert keys({"source": cast.source("info-list"), "person": wife}) == []
    assert BIRTH in keys({"source": cast.source("info-list")})


def test_counts_are_of_all_that_the_rows_leave() -> None:
    _, second = everything()
    settle(DEATH, second)
    everywhere = Counts(
        rule={"denied": 1, "single_date": 3},
        nature={"disagreement": 3, "calendar": 1},
        state={"open": 3, "settled": 1},
        total=4,
    )
    assert conflict_list({"state": "settled"}, {}).counts == everywhere
    assert conflict_list({}, {"event": cast.event()}).counts == Counts(
        rule={"single_date": 1}, nature={"disagreement": 1}, state={"open": 1}, total=1
    )
    assert (open_conflicts(), figures().conflicts) == (2, 2)
    death("1939")
    assert (open_conflicts(), figures().conflicts) == (3, 3)


def test_list_has_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("prosopography.queries.conflict.PAGE_OF_CONFLICTS", 3)
    everything()
    page = conflict_list({}, {}, number=2).page
    assert ([each.key for each in page.rows], page.total, page.first) == ([BIRTH], 4, 4)
    with pytest.raises(PageNumberError):
        conflict_list({}, {}, number=3)


def test_list_costs_the_same_at_one_conflict_and_at_three(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for number, name in enumerate(("ivar-smilga", "pauls-smilga", "leon-trotsky")):
        deaths(cast.person(name))
        # count, page; the conflicts; settlements; derivations; counts
        with django_assert_num_queries(finding() + 5):
            assert len(conflict_list({}, {}).page.rows) == number + 1


def test_choices_are_what_has_a_conflict() -> None:
    everything()
    deaths(cast.person("hidden", status="draft"))
    cast.person("leon-trotsky")
    assert {name: [row.slug for row in rows] for name, rows in choices().items()} == {
        "person": ["ivar-smilga"],
        "organisation": [],
        "event": ["declaration-of-the-46"],
        "source": [row.slug for row in Source.objects.all()],
    }


def test_choices_are_left_out_where_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    everything()
    monkeypatch.setattr("prosopography.queries.conflict_index.MOST_CHOICES", 1)
    found = choices()
    assert (len(found["person"]), found["source"]) == (1, [])


# One conflict -------------------------------------------------------------------------------------


def test_conflict_shows_both_sides_with_their_words_and_whose_they_are() -> None:
    first, second = deaths()
    each = told(DEATH)
    assert (each.state, each.settlement, each.is_remark) == (State.OPEN, None, False)
    assert each.conflict.nature == Nature.DISAGREEMENT
    assert [(side.text, side.rows, side.is_preferred) for side in each.sides] == [
        ("1937", (first,), False),
        ("1938", (second,), False),
    ]
    (one,), (other,) = (side.claims for side in each.sides)
    assert (plain(one.parts), one.when and one.when.text) == ("Died", "1937")
    assert words_of(one) == [("info-list", "(1892–1937)", [])]
    assert words_of(other) == [("smilga-article", "finally executed", ["memoirs"])]


def test_claim_on_both_sides_shows_on_each_what_speaks_so() -> None:
    claim = cast.birth(quotation="born")
    claims.cite(
        claim, source=cast.source("info-list"), locator="¶9", quotation="not", stance="contradicts"
    )
    each = told(f"contradicted:person:ivar-smilga:{claim.identifier}")
    assert [[words_of(one) for one in side.claims] for side in each.sides] == [
        [[("smilga-article", "born", [])]],
        [[("info-list", "not", [])]],
    ]


def backings(key: str) -> dict[str, str]:
    """What stands behind each side of a conflict, in words."""
    conflict = find(key)
    assert conflict is not None
    (each,) = shown([conflict])
    return {
        side.text: "; ".join([side.backing.text, *(copy.text for copy in side.backing.copies)])
        for side in each.sides
    }


def test_side_tells_its_sources_and_a_sentence_is_one_whatever_claims_it_makes() -> None:
    death("1937", source=cast.source("info-list"))
    death("1938", certainty="probable", quotation="executed, it is believed, in 1938")
    executed = {"person": cast.person(), "role": cast.role("executed")}
    said = {"quotation": "executed, it is believed, in 1938", "certainty": "probable"}
    cast.claim("life_event", edtf="1938", date_text="1938", **executed, **said)
    assert backings(DEATH) == {"1937": "1 source", "1938 (probable)": "1 source, hedged"}
    for place in ("¶1", "¶2"):
        death("1938", source=cast.source("memoirs"), locator=place)
    assert backings(DEATH) == {"1937": "1 source", "1938": "2 sources at 3 places, 1 source hedged"}


def test_side_says_what_its_sources_may_copy_from_others_of_the_conflict() -> None:
    """Also through what the other one copies; not from what nobody here goes back to, nor in secret."""
    smilga, history, memoirs = cast.source(), cast.source("history"), cast.source("memoirs")
    old, hidden = cast.source("old-history"), cast.source("hidden", status="draft")
    death("1937", source=memoirs)
    death("1938")
    death("1938", source=history, locator="¶2")
    cast.derivation(history, old)
    for copy, original in ((memoirs, cast.source("letters")), (memoirs, hidden)):
        cast.derivation(copy, original, certainty="possible")
    assert backings(DEATH) == {"1937": "1 source", "1938": "2 sources"}
    cast.derivation(smilga, old, certainty="possible", extent="parts")
    assert backings(DEATH) == {
        "1937": "1 source",
        "1938": "2 sources; Smilga article may copy Old history",
    }


def test_settlement_is_told_with_its_side() -> None:
    _, second = deaths()
    made = settle(DEATH, second, "The court record.")
    each = told(DEATH)
    assert each.state == State.SETTLED
    assert [side.is_preferred for side in each.sides] == [False, True]
    assert each.settlement is not None
    assert (each.settlement.verdict, each.settlement.reason, each.settlement.side) == (
        Verdict.PREFER,
        "The court record.",
        "1938",
    )
    assert each.settlement.preferred == second.identifier
    assert each.settlement.date == made.history.get().history_date


def test_settlement_before_new_data_is_told_but_prefers_no_side() -> None:
    _, second = deaths()
    settle(DEATH, second, "The court record.")
    death("1939")
    each = told(DEATH)
    assert each.state == State.REOPENED
    assert [side.is_preferred for side in each.sides] == [False, False, False]
    assert each.settlement is not None
    assert (each.settlement.side, each.settlement.preferred) == ("1938", second.identifier)


def test_settlement_does_not_name_a_claim_that_was_taken_back() -> None:
    _, second = deaths()
    death("1939")
    settle(DEATH, second)
    publication.retract(second, reason="Misread.")
    each = told(DEATH)
    assert [side.text for side in each.sides] == ["1937", "1939"]
    assert each.settlement is not None
    assert (each.settlement.side, each.settlement.preferred) == ("", "")


def test_conflict_is_found_by_its_key_and_by_an_old_slug_of_its_subject() -> None:
    deaths()
    row.revise(cast.person(), slug="ivars-smilga")
    found = find(DEATH)
    assert found is not None
    assert found.key == "single_date:person:ivars-smilga:death"
    assert find(found.key) == found
    assert [found.key] == [entry.key for entry in ConflictEntry.objects.all()]


@pytest.mark.parametrize(
    "key",
    ["", ":", "single_date", "single_date:person", "single_date:person:nobody:death",
     "single_date:place:aloja:death", "nonsense:person:ivar-smilga:death",
     "single_date:person:ivar-smilga:birth", "single_date:person:ivar-smilga"],
)  # fmt: skip
def test_no_conflict_is_found_by_another_key(key: str) -> None:
    deaths()
    cast.place()
    assert find(key) is None


def test_entry_that_no_longer_holds_is_not_shown() -> None:
    deaths()
    person = cast.person()
    ConflictEntry.objects.create(key="single_date:person:ivar-smilga:x", rule="single_date",
                                 nature="disagreement", person=person, fingerprint="0")  # fmt: skip
    found = of_entries(list(entries()))
    assert [each.key if each else None for each in found] == [DEATH, None]
    assert keys() == [DEATH]


# What bears on one thing --------------------------------------------------------------------------


def test_box_keeps_open_settled_and_remarks_apart() -> None:
    _, second = everything()
    settle(DEATH, second)
    settle(BIRTH)
    box = conflict_box(condition("person", [cast.person().pk]))
    assert [each.key for each in box.open] == [EXPELLED]
    assert [each.key for each in box.settled] == [DEATH]
    assert [each.key for each in box.remarks] == [BIRTH]
    assert box.total == 2
    assert conflict_box(condition("person", [cast.person("leon-trotsky").pk])) == ConflictBox()


def test_box_costs_one_query_where_there_is_nothing_and_the_same_at_one_and_three(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    who = cast.person()
    asked = condition("person", [who.pk])
    with django_assert_num_queries(1):
        assert conflict_box(asked).total == 0
    deaths(who)
    # the entries; the conflicts; settlements; derivations
    with django_assert_num_queries(finding() + 3):
        assert conflict_box(asked).total == 1
    expulsion()
    cast.birth(edtf="1892")
    cast.birth(edtf="1880", source=cast.source("info-list"))
    with django_assert_num_queries(finding() + 3):
        assert conflict_box(asked).total == 3


def test_claims_in_a_conflict_are_disputed_but_not_those_of_a_remark(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    first, second = everything()
    name = cast.name("Смилга")
    births_too = list(Assertion.objects.filter(kind="birth"))
    with django_assert_num_queries(1):
        found = disputed_among([first, second, name, *births_too])
    assert found == {first.pk, second.pk}
    assert Assertion.objects.filter(is_disputed()).count() == 6


# Nothing leaks ------------------------------------------------------------------------------------


def test_conflict_of_a_retracted_claim_is_gone_everywhere() -> None:
    first, second = deaths()
    settle(DEATH, second)
    publication.retract(first, reason="Misread.")
    assert find(DEATH) is None
    assert keys() == []
    assert (open_conflicts(), conflict_list({}, {}).counts.total) == (0, 0)
    assert disputed_among([first, second]) == frozenset()
    assert was_settled(DEATH)


def test_unpublished_claims_make_no_conflict() -> None:
    death("1938")
    for status in ("draft", "review", "retracted"):
        death("1930", status=status)
    death("1931", cited=False)
    death("1932", source=cast.source("secret", status="draft"))
    death("1933", attributed_to_person=cast.person("hidden", status="draft"))
    assert keys() == []
    assert ConflictEntry.objects.count() == 0


def test_box_has_as_many_as_a_page_of_the_list_and_says_that_there_are_more() -> None:
    smilga = cast.person()
    for number in range(PAGE_OF_CONFLICTS + 1):
        claim = cast.claim("description", person=smilga, value=f"Said {number}")
        claims.cite(claim, source=cast.source("infolist"), locator="¶2", stance="contradicts")
    box = conflict_box(Q(person=smilga))
    assert (box.total, box.more) == (PAGE_OF_CONFLICTS, True)
    claims.withdraw_citation(claim.citations.get(stance="contradicts"))
    box = conflict_box(Q(person=smilga))
    assert (box.total, box.more) == (PAGE_OF_CONFLICTS, False)
