"""Public addresses: what one leads to, and what became of it."""

import pytest
from pytest_django import DjangoAssertNumQueries

from prosopography.editing import assertion as claims
from prosopography.editing import publication, row
from prosopography.models import Assertion, Citation, Person, Role
from prosopography.queries.address import (
    Former,
    former_assertion,
    former_citation,
    former_slug,
    keys_of,
    keys_of_claims,
    public_citations,
    visible,
)
from tests import cast

pytestmark = pytest.mark.django_db

GONE = Former(gone=True)
NOTHING = Former()


def test_visible_are_the_published_rows_and_every_role() -> None:
    smilga = cast.person()
    cast.person("hidden", status="draft")
    member = cast.role()
    assert list(visible(Person)) == [smilga]
    assert list(visible(Role)) == [member]


def test_keys_follow_old_slugs(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    smilga, trotsky = cast.person(), cast.person("leon-trotsky")
    row.revise(smilga, slug="ivars-smilga")
    cast.person("hidden", status="draft")
    # the slugs as they are, and those that are not found among the redirects
    with django_assert_num_queries(2):
        found = keys_of(Person, ["ivar-smilga", "leon-trotsky", "hidden", "nobody"])
    assert found == {"ivar-smilga": smilga.pk, "leon-trotsky": trotsky.pk}
    with django_assert_num_queries(1):
        assert keys_of(Person, ["ivars-smilga"]) == {"ivars-smilga": smilga.pk}


def test_keys_do_not_follow_the_redirect_of_another_noun() -> None:
    smilga = cast.person()
    row.revise(smilga, slug="ivars-smilga")
    assert keys_of(type(cast.organisation()), ["ivar-smilga"]) == {}


def test_keys_of_claims_are_those_of_public_ones() -> None:
    shown, draft = cast.birth(), cast.tenure(status="draft")
    found = keys_of_claims([shown.identifier, draft.identifier, "a00000000"])
    assert found == {shown.identifier: shown.pk}


def test_old_slug_leads_to_the_new_one_while_that_is_public() -> None:
    smilga = cast.person()
    row.revise(smilga, slug="ivars-smilga")
    assert former_slug(Person, "ivar-smilga") == Former(slug="ivars-smilga")
    publication.retract(smilga, reason="There was no such man.")
    assert former_slug(Person, "ivar-smilga") == GONE
    assert former_slug(Person, "ivars-smilga") == GONE


def test_draft_has_no_former_address() -> None:
    cast.person(status="draft")
    assert former_slug(Person, "ivar-smilga") == NOTHING
    assert former_slug(Person, "nobody") == NOTHING


def test_old_slug_of_a_role_leads_to_the_new_one() -> None:
    member = cast.role()
    row.revise(member, slug="full-member")
    assert former_slug(Role, "member") == Former(slug="full-member")


def test_retracted_claim_and_its_citations_are_gone() -> None:
    claim = cast.birth()
    citation = claim.citations.get()
    assert former_assertion(claim.identifier) == NOTHING
    publication.retract(claim, reason="Misread.")
    assert former_assertion(claim.identifier) == GONE
    assert former_assertion(claim.identifier, kind="name") == NOTHING
    assert former_citation(citation.identifier) == GONE


def test_draft_claim_and_its_citations_never_were() -> None:
    claim = cast.birth(status="draft")
    citation = claim.citations.get()
    assert former_assertion(claim.identifier) == NOTHING
    assert former_citation(citation.identifier) == NOTHING
    claims.withdraw_citation(citation)
    assert former_citation(citation.identifier) == NOTHING


def test_withdrawn_citation_of_a_public_claim_is_gone() -> None:
    claim = cast.birth()
    second = claims.cite(claim, source=cast.source("biography"), locator="¶2")
    claims.withdraw_citation(second)
    assert former_citation(second.identifier) == GONE


def test_public_citations_are_readable_and_of_public_claims() -> None:
    shown = cast.birth()
    cast.tenure(status="draft")
    hidden = cast.source("hidden", status="draft")
    Citation(assertion=shown, source=hidden, locator="¶9").save()
    Citation(
        assertion=shown, source=cast.source(), locator="¶3", attributed_to_source=hidden
    ).save()
    person = cast.person("hidden", status="draft")
    Citation(
        assertion=shown, source=cast.source(), locator="¶4", attributed_to_person=person
    ).save()
    [citation] = public_citations()
    assert citation == Citation.objects.get(assertion=shown, locator="¶1")


def test_public_citations_are_all_those_of_public_claims() -> None:
    person = cast.person("hidden", status="draft")
    body = cast.organisation("hidden", status="draft")
    happening = cast.event("hidden", status="draft")
    town = cast.place("hidden", status="draft")
    cast.birth()
    cast.birth(person)
    cast.birth(place=town)
    cast.tenure(what=body)
    cast.claim("occurrence", event=happening)
    cast.birth(cast.person("contradicted-only"), stance="contradicts")
    cast.claim("description", place=cast.place(), value="A town.")
    spouse = cast.role("spouse-of")
    cast.claim("relationship", person=cast.person(), related_person=person, role=spouse)
    public = Assertion.objects.public()
    assert public.count() == 2
    citations = public_citations()
    assert set(citations) == set(Citation.objects.readable().filter(assertion__in=public))
    assert citations.count() == 2
