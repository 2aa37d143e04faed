"""The stored number of witnesses is what counting gives, after every act that touches it."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from django.core.management import call_command

from prosopography.editing import assertion as claims
from prosopography.editing import publication, row
from prosopography.editing.consequences import is_stale, refresh
from prosopography.interchange.fixtures import export
from prosopography.models import Assertion, Citation, Derivation, Source
from prosopography.queries.witness import count_witnesses
from tests import cast

pytestmark = pytest.mark.django_db


def stored() -> dict[int, int]:
    return dict(Assertion.objects.values_list("pk", "witnesses"))


def right() -> bool:
    """Whether every stored number is that which counting gives."""
    return stored() == dict(count_witnesses(Assertion.objects.values_list("pk", flat=True)))


def number(claim: Assertion) -> int:
    """The stored number of a claim, while all others are right too."""
    assert right()
    return Assertion.objects.get(pk=claim.pk).witnesses


def two_sources() -> Assertion:
    """A birth in an article and in a list; beside it another that must stay as it is."""
    claim = cast.birth(source=cast.source("article"))
    claims.cite(claim, source=cast.source("list"), locator="¶2")
    cast.birth(cast.person("leon-trotsky"), source=cast.source("essay"))
    return claim


def test_citing_and_withdrawing() -> None:
    claim = cast.birth(cited=False, status="draft")
    assert number(claim) == 0
    first = claims.cite(claim, source=cast.source("article"), locator="¶1")
    assert number(claim) == 1
    claims.cite(claim, source=cast.source("article"), locator="¶2")
    assert number(claim) == 1
    claims.cite(claim, source=cast.source("list"), locator="¶3")
    assert number(claim) == 2
    claims.cite(claim, source=cast.source("essay"), locator="¶4", stance="contradicts")
    assert number(claim) == 2
    claims.withdraw_citation(claim.citations.get(locator="¶3"))
    assert number(claim) == 1
    claims.withdraw_citation(first)
    assert number(claim) == 1


def test_citation_that_is_changed() -> None:
    claim = two_sources()
    second = claim.citations.get(locator="¶2")
    row.revise(second, stance="contradicts")
    assert number(claim) == 1
    row.revise(second, stance="supports")
    assert number(claim) == 2
    row.revise(second, attributed_to_source=cast.source("article"))
    assert number(claim) == 1
    row.revise(second, attributed_to_source=None, source=cast.source("letter"))
    assert number(claim) == 2


def test_citation_that_moves_to_another_claim() -> None:
    claim, other = two_sources(), cast.tenure(source=cast.source("letter"))
    row.revise(claim.citations.get(locator="¶2"), assertion=other)
    assert (number(claim), number(other)) == (1, 2)


def test_derivation_added_changed_turned_and_deleted() -> None:
    claim = two_sources()
    article, printed = cast.source("article"), cast.source("list")
    link = row.create(Derivation, source=printed, derived_from=article)
    assert number(claim) == 1
    row.revise(link, extent="parts")
    assert number(claim) == 2
    row.revise(link, extent="whole", certainty="possible")
    assert number(claim) == 2
    row.revise(link, certainty="probable")
    assert number(claim) == 1
    row.revise(link, derived_from=cast.source("memoirs"))
    assert number(claim) == 2
    row.revise(link, source=cast.source("letter"), derived_from=article)
    assert number(claim) == 2
    row.revise(link, source=article, derived_from=printed)
    assert number(claim) == 1
    row.discard(link)
    assert number(claim) == 2


def test_derivation_far_above_both() -> None:
    claim = two_sources()
    for copy, original in (("article", "a"), ("a", "b"), ("list", "c")):
        row.create(Derivation, source=cast.source(copy), derived_from=cast.source(original))
    assert number(claim) == 2
    link = row.create(Derivation, source=cast.source("b"), derived_from=cast.source("c"))
    assert number(claim) == 1
    row.discard(link)
    assert number(claim) == 2


def test_source_between_is_retracted_and_published_again() -> None:
    claim = two_sources()
    memoirs = cast.source("memoirs")
    for copy in ("article", "list"):
        row.create(Derivation, source=cast.source(copy), derived_from=memoirs)
    assert number(claim) == 1
    publication.retract(memoirs, reason="a forgery")
    assert number(claim) == 2
    publication.publish(memoirs)
    assert number(claim) == 1


def test_source_that_is_read_is_published_later() -> None:
    claim = cast.birth(source=cast.source("article"), status="draft")
    draft = cast.source("letter", status="draft")
    claims.cite(claim, source=draft, locator="¶2")
    assert number(claim) == 1
    publication.publish(draft)
    assert number(claim) == 2
    publication.retract(draft, reason="misdated")
    assert number(claim) == 1


def test_author_is_named_changed_and_taken_away() -> None:
    serge = cast.person("victor-serge")
    claim = cast.birth(source=cast.source("article"), attributed_to_person=serge)
    memoirs = cast.source("memoirs")
    claims.cite(claim, source=cast.source("list"), locator="¶2", attributed_to_source=memoirs)
    assert number(claim) == 2
    row.revise(memoirs, author=serge)
    assert number(claim) == 1
    row.revise(memoirs, author=cast.person("leon-trotsky"))
    assert number(claim) == 2
    row.revise(memoirs, author=None)
    assert number(claim) == 2


def test_author_is_published_and_retracted() -> None:
    serge = cast.person("victor-serge", status="draft")
    for slug in ("memoirs", "novel"):
        cast.source(slug, author=serge)
    claim = cast.birth(source=cast.source("memoirs"))
    claims.cite(claim, source=cast.source("novel"), locator="¶2")
    assert number(claim) == 2
    publication.publish(serge)
    assert number(claim) == 1
    publication.retract(serge, reason="not the author")
    assert number(claim) == 2


def test_voice_is_published_later() -> None:
    molotov = cast.person("vyacheslav-molotov", status="draft")
    claim = cast.birth(source=cast.source("article"), status="draft")
    claims.cite(claim, source=cast.source("list"), locator="¶2", attributed_to_person=molotov)
    assert number(claim) == 1
    publication.publish(molotov)
    assert number(claim) == 2


def test_claim_that_is_published_retracted_and_discarded_with_others_beside() -> None:
    claim = two_sources()
    publication.retract(claim, reason="misread")
    assert number(claim) == 2
    publication.publish(claim)
    assert number(claim) == 2
    draft = cast.birth(status="draft")
    claims.discard(draft)
    assert right()


def test_import_counts_them() -> None:
    claim = two_sources()
    row.create(Derivation, source=cast.source("list"), derived_from=cast.source("article"))
    Assertion.objects.update(witnesses=0)
    assert is_stale()
    with TemporaryDirectory() as folder:
        export(Path(folder), "cast")
        Citation.objects.filter(assertion=claim, locator="¶2").delete()
        call_command("loaddata", *sorted(Path(folder).rglob("*.json")), verbosity=0)
    assert not is_stale()
    assert number(claim) == 1


def test_refresh_brings_all_right() -> None:
    claim = two_sources()
    Assertion.objects.update(witnesses=7)
    refresh()
    assert number(claim) == 2
    refresh()
    assert number(claim) == 2


def test_counting_leaves_no_history() -> None:
    two_sources()
    before = Assertion.history.count()
    row.create(Derivation, source=cast.source("list"), derived_from=cast.source("article"))
    assert (Assertion.history.count(), Source.history.count()) == (before, 3)
