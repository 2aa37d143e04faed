"""Claims and their evidence: made, cited, saved together, withdrawn, discarded; all or nothing."""

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError

from prosopography.editing import assertion as claims
from prosopography.editing import row
from prosopography.models import Alternative, Assertion, Citation, NameForm, Status
from tests import cast

pytestmark = pytest.mark.django_db

ONLY_ONE = "This is the only citation of a published claim: retract the claim first."


@pytest.fixture
def anna() -> User:
    return User.objects.create_user("anna")


def test_assert_claim_makes_a_draft_with_who_and_why(anna: User) -> None:
    made = claims.assert_claim("birth", person=cast.person(), editor=anna, reason="¶7")
    assert Assertion.objects.get().status == Status.DRAFT
    entry = made.history.get()
    assert (entry.history_type, entry.history_user, entry.history_change_reason) == (
        "+",
        anna,
        "¶7",
    )


def test_assert_claim_refuses_a_column_that_its_kind_forbids() -> None:
    with pytest.raises(ValidationError) as refused:
        claims.assert_claim("birth", person=cast.person(), organisation=cast.organisation())
    assert refused.value.message_dict == {
        "organisation": ["A birth does not use this: leave it empty."]
    }
    assert not Assertion.objects.exists()


def test_assert_claim_refuses_an_impossible_date_at_its_field() -> None:
    with pytest.raises(ValidationError) as refused:
        claims.assert_claim("birth", person=cast.person(), edtf="1892-02-30")
    assert list(refused.value.message_dict) == ["edtf"]
    assert not Assertion.objects.exists()


def test_cite_gives_evidence_with_who_and_why(anna: User) -> None:
    made = cast.birth(cited=False, status=Status.DRAFT)
    citation = claims.cite(
        made, source=cast.source(), locator="¶7", editor=anna, reason="read again"
    )
    assert list(made.citations.all()) == [citation]
    entry = citation.history.get()
    assert (entry.history_user, entry.history_change_reason) == (anna, "read again")


def test_cite_refuses_a_long_quotation() -> None:
    made = cast.birth(cited=False, status=Status.DRAFT)
    with pytest.raises(ValidationError) as refused:
        claims.cite(made, source=cast.source(), locator="¶7", quotation="word " * 12 + "word")
    assert list(refused.value.message_dict) == ["quotation"]
    assert not Citation.objects.exists()


# Saving together -----------------------------------------------------------------------------------


def test_claim_is_not_published_before_it_has_evidence() -> None:
    with pytest.raises(ValidationError) as refused:
        claims.assert_claim("birth", person=cast.person(), status=Status.PUBLISHED)
    assert refused.value.message_dict == {
        "status": ["A published claim needs at least one citation."]
    }
    assert not Assertion.objects.exists()
    assert not Assertion.history.exists()


def test_published_claim_takes_no_citation_of_a_draft_source() -> None:
    made = cast.birth()
    with pytest.raises(ValidationError):
        claims.cite(made, source=cast.source("secret", status="draft"), locator="¶2")
    assert made.citations.count() == 1


def test_save_evidence_adds_changes_and_withdraws(anna: User) -> None:
    claim = cast.birth(locator="¶1")
    old = claim.citations.get()
    new = Citation(source=cast.source(), locator="¶2")
    claims.save_evidence(claim, [new], withdrawn=[old], editor=anna, reason="wrong paragraph")
    assert [citation.locator for citation in claim.citations.all()] == ["¶2"]
    newest = Citation.history.filter(locator="¶1").first()
    assert (newest.history_type, newest.history_user, newest.history_change_reason) == (
        "-",
        anna,
        "wrong paragraph",
    )


def test_save_evidence_keeps_a_published_claim_publishable() -> None:
    claim = cast.birth()
    hidden = cast.source("memoirs", status=Status.DRAFT)
    with pytest.raises(ValidationError) as refused:
        claims.save_evidence(claim, [Citation(source=hidden, locator="p. 1")])
    assert refused.value.message_dict == {"status": ["Memoirs is not published."]}
    assert claim.citations.count() == 1


def test_save_evidence_of_a_draft_may_name_drafts() -> None:
    claim = cast.birth(status=Status.DRAFT)
    hidden = cast.source("memoirs", status=Status.DRAFT)
    claims.save_evidence(claim, [Citation(source=hidden, locator="p. 1")])
    assert claim.citations.count() == 2


# Withdrawing and discarding ------------------------------------------------------------------------


def test_withdraw_citation_keeps_its_history_and_forgets_its_name(anna: User) -> None:
    claim = cast.birth(named_as="Srnilga")
    claims.cite(claim, source=cast.source(), locator="¶2")
    claims.withdraw_citation(claim.citations.get(locator="¶1"), editor=anna, reason="misread")
    assert [citation.locator for citation in claim.citations.all()] == ["¶2"]
    newest = Citation.history.first()
    assert (newest.history_type, newest.history_user, newest.history_change_reason) == (
        "-",
        anna,
        "misread",
    )
    assert not NameForm.objects.filter(text="Srnilga").exists()


def test_withdraw_citation_keeps_the_last_one_of_a_published_claim() -> None:
    claim = cast.birth()
    with pytest.raises(ValidationError) as refused:
        claims.withdraw_citation(claim.citations.get())
    assert refused.value.messages == [ONLY_ONE]
    assert claim.citations.count() == 1
    assert Citation.history.count() == 1


def test_withdraw_citation_keeps_the_last_one_that_supports() -> None:
    claim = cast.birth()
    claims.cite(claim, source=cast.source(), locator="¶2", stance="contradicts")
    with pytest.raises(ValidationError):
        claims.withdraw_citation(claim.citations.get(locator="¶1"))
    claims.withdraw_citation(claim.citations.get(locator="¶2"))
    assert [citation.locator for citation in claim.citations.all()] == ["¶1"]


def test_withdraw_citation_may_leave_a_draft_without_evidence() -> None:
    claim = cast.birth(status=Status.DRAFT)
    claims.withdraw_citation(claim.citations.get())
    assert not Citation.objects.exists()


def test_discard_deletes_a_draft_with_its_citations_and_keeps_the_history(anna: User) -> None:
    claim = cast.name("Srnilga", status=Status.DRAFT)
    claims.discard(claim, editor=anna, reason="entered twice")
    assert not Assertion.objects.exists()
    assert not Citation.objects.exists()
    assert not NameForm.objects.filter(text="Srnilga").exists()
    for model in (Assertion, Citation):
        newest = model.history.first()
        assert (newest.history_type, newest.history_user, newest.history_change_reason) == (
            "-",
            anna,
            "entered twice",
        )


@pytest.mark.parametrize("now", [Status.PUBLISHED, Status.RETRACTED])
def test_discard_refuses_what_has_been_public(now: str) -> None:
    claim = cast.birth()
    row.revise(claim, status=now)
    with pytest.raises(ValidationError) as refused:
        claims.discard(claim)
    assert refused.value.messages == [
        "This claim has been public: retract it instead of deleting it."
    ]
    assert (Assertion.objects.count(), Citation.objects.count()) == (1, 1)


# Whom else a name may mean ---------------------------------------------------------------------------

DOUBT = {"identification": "doubtful", "identification_note": "Or Vladimir Smirnov."}


def srnirnov() -> Citation:
    """A doubtful name in a list, taken for Ivan Smirnov; it may mean Vladimir."""
    claim = cast.signature(cast.person("ivan-smirnov"), named_as="Srnirnov", **DOUBT)
    citation = claim.citations.get()
    claims.name_alternatives(citation, [cast.person("vladimir-smirnov")])
    return citation


def may_mean(citation: Citation) -> list[str]:
    return [each.person.slug for each in citation.alternatives.order_by("person__slug")]


def test_name_alternatives_says_who_and_nobody_else(anna: User) -> None:
    citation = srnirnov()
    two = [cast.person("alexander-smirnov"), cast.person("a-p-smirnov")]
    claims.name_alternatives(citation, [*two, two[0]], editor=anna, reason="read again")
    assert may_mean(citation) == ["a-p-smirnov", "alexander-smirnov"]
    claims.name_alternatives(citation, two, editor=anna)
    entries = Alternative.history.order_by("history_id")
    assert [(e.history_type, e.person.slug, e.history_user) for e in entries] == [
        ("+", "vladimir-smirnov", None),
        ("-", "vladimir-smirnov", anna),
        ("+", "alexander-smirnov", anna),
        ("+", "a-p-smirnov", anna),
    ]


def test_name_alternatives_refuses_a_certain_name_and_the_person_of_the_claim() -> None:
    sure = cast.birth().citations.get()
    with pytest.raises(ValidationError) as refused:
        claims.name_alternatives(sure, [cast.person("leon-trotsky")])
    assert refused.value.messages == [
        "Only a doubtful identification has alternatives: mark it as doubtful."
    ]
    citation = srnirnov()
    with pytest.raises(ValidationError) as refused:
        claims.name_alternatives(citation, [cast.person("ivan-smirnov")])
    assert refused.value.messages == ["The claim itself is about this person."]
    assert may_mean(citation) == ["vladimir-smirnov"]


def test_when_the_doubt_is_over_nobody_else_is_meant(anna: User) -> None:
    citation = srnirnov()
    row.revise(citation, identification="certain", identification_note="", editor=anna)
    assert may_mean(citation) == []
    gone = Alternative.history.filter(history_type="-").get()
    assert (gone.history_user, gone.history_change_reason) == (anna, "identified")


def test_when_the_claim_comes_to_be_about_the_other_he_is_no_alternative() -> None:
    citation = srnirnov()
    row.revise(citation.assertion, person=cast.person("vladimir-smirnov"))
    assert may_mean(citation) == []
    claims.name_alternatives(citation, [cast.person("ivan-smirnov")])
    assert may_mean(citation) == ["ivan-smirnov"]


def test_save_evidence_takes_alternatives_of_new_citations_and_leaves_those_not_named() -> None:
    old = srnirnov()
    new = Citation(source=cast.source("letter"), locator="¶2", named_as="Srnirnov", **DOUBT)
    others = {new.identifier: [cast.person("alexander-smirnov")]}
    claims.save_evidence(old.assertion, [old, new], alternatives=others)
    assert (may_mean(old), may_mean(new)) == (["vladimir-smirnov"], ["alexander-smirnov"])


def test_withdrawn_citation_and_discarded_claim_take_their_alternatives_along() -> None:
    citation = srnirnov()
    claims.cite(citation.assertion, source=cast.source("letter"), locator="¶2")
    claims.withdraw_citation(citation)
    assert not Alternative.objects.exists()
    draft = cast.birth(cast.person("ivan-smirnov"), status=Status.DRAFT, **DOUBT)
    claims.name_alternatives(draft.citations.get(), [cast.person("vladimir-smirnov")])
    claims.discard(draft)
    assert not Alternative.objects.exists()
