"""Sources: what is taken from one, what it copies, whose words it reports."""

import pytest
from pytest_django import DjangoAssertNumQueries

from prosopography.editing import assertion as claims
from prosopography.editing import row
from prosopography.models import Alternative, Passage, Status
from prosopography.queries.sentence import plain
from prosopography.queries.slices import Slice
from prosopography.queries.source import Only, Voice, part_of_source, source_page, sources
from tests import cast
from tests.cast import derivation

pytestmark = pytest.mark.django_db


def taken(page: Slice) -> list[tuple[str, list[str]]]:
    return [
        (place.locator, [plain(each.claim.parts) for each in place.claims]) for place in page.rows
    ]


def test_source_page_gives_the_claims_in_document_order(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    article = cast.source()
    cast.signature(locator="¶10")
    cast.birth(locator="¶9")
    cast.name("Смилга", locator="¶9")
    row.save(Passage(source=article, locator="¶2", reason="Heading."))
    # the author, the derivations 2, the stemma (of nothing) 1, the voices 1 (none), the places 2,
    # what it alone tells, of whom and what it speaks 3 (no body), its conflicts 2 (none), what is
    # taken 5, what is reported 2 (nothing), the passages
    with django_assert_num_queries(21):
        page = source_page(article)
    assert taken(page.claims) == [
        ("¶9", ["Ivar Smilga is called “Смилга”", "Ivar Smilga was born"]),
        ("¶10", ["Ivar Smilga – signatory, Declaration Of The 46"]),
    ]
    assert [(each.locator, each.reason) for each in page.passages] == [("¶2", "Heading.")]


def test_source_page_tells_derivations_in_both_directions() -> None:
    article, wikipedia, copy = cast.source(), cast.source("wikipedia"), cast.source("copy")
    up = derivation(article, wikipedia, certainty="probable", note="The same sentence.")
    down = derivation(copy, article)
    page = source_page(article)
    assert (page.copied_from, page.copied_by) == ([up], [down])


def test_source_page_counts_the_voices_that_it_reports() -> None:
    serge, molotov = cast.source("serge-memoirs"), cast.person("vyacheslav-molotov")
    cast.birth(attributed_to_source=serge)
    cast.signature(attributed_to_source=serge)
    cast.tenure(attributed_to_person=molotov)
    cast.name("Смилга")
    page = source_page(cast.source())
    assert page.voices == [Voice(serge, 2), Voice(molotov, 1)]
    assert page.own_word == 1


def test_source_page_of_a_work_that_is_only_reported_shows_its_claims() -> None:
    serge = cast.source("serge-memoirs")
    cast.birth(attributed_to_source=serge, locator="¶25")
    page = source_page(serge)
    assert page.claims.total == 0
    assert [(each.source.slug, each.locator) for each, _ in page.reported.rows] == [
        ("smilga-article", "¶25")
    ]


def test_source_page_shows_no_draft_from_any_side() -> None:
    article, secret = cast.source(), cast.source("secret", status=Status.DRAFT)
    hidden = cast.person("hidden", status=Status.DRAFT)
    derivation(article, secret)
    derivation(cast.source("secret-copy", status=Status.DRAFT), article)
    cast.birth(status=Status.DRAFT)
    cast.birth(edtf="1893", attributed_to_source=secret)
    cast.birth(edtf="1894", attributed_to_person=hidden)
    cast.birth(hidden)
    cast.signature(source=secret, attributed_to_source=article)
    page = source_page(article)
    assert (page.copied_from, page.copied_by, page.voices, page.own_word) == ([], [], [], 0)
    assert (page.claims.total, page.reported.total) == (0, 0)
    assert (page.shares.claims, page.content.choices, page.dissent.total) == (0, [], 0)
    assert [each.slug for each in sources()] == ["smilga-article"]


def test_source_page_tells_of_whom_it_speaks_and_what_it_alone_says() -> None:
    article, other = cast.source(), cast.source("other")
    smilga, trotsky = cast.person(), cast.person("leon-trotsky")
    bond = {"role": cast.role("supporter-of"), "related_person": trotsky}
    cast.claim("relationship", person=smilga, **bond)
    claims.cite(cast.signature(), source=other, locator="¶1")
    cast.birth(edtf="1892")
    cast.birth(edtf="1893", source=other)
    cast.birth(trotsky, source=other)
    page = source_page(article)
    assert [(each.row.slug, each.claims) for each in page.content.persons] == [
        ("ivar-smilga", 3),
        ("leon-trotsky", 1),
    ]
    assert [(each.row.slug, each.claims) for each in page.content.events] == [
        ("declaration-of-the-46", 1)
    ]
    assert page.content.choices == [smilga, trotsky]
    shares = page.shares
    assert (shares.claims, shares.alone, shares.shared, shares.disputed) == (3, 2, 1, 1)
    assert shares.corroborated == 1
    assert [
        (plain(each.claim.parts), each.elsewhere, each.claim.disputed)
        for place in page.claims.rows
        for each in place.claims
    ] == [
        ("Ivar Smilga was born", 0, True),
        ("Ivar Smilga – signatory, Declaration Of The 46", 1, False),
        ("Ivar Smilga – supporter of Leon Trotsky", 0, False),
    ]
    dissent = page.dissent
    assert [(each.source, each.conflicts) for each in dissent.opponents] == [(other, 1)]
    assert (dissent.total, dissent.more, dissent.itself) == (1, 0, 0)
    assert [each.key for each in dissent.conflicts] == ["single_date:person:ivar-smilga:birth"]


def test_source_that_says_both_disagrees_with_itself() -> None:
    cast.birth(edtf="1892")
    cast.birth(edtf="1893")
    dissent = source_page(cast.source()).dissent
    assert (dissent.opponents, dissent.itself) == ([], 1)


def test_part_of_a_source_is_what_it_says_of_one_person(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    article, smilga, trotsky = cast.source(), cast.person(), cast.person("leon-trotsky")
    bond = {"role": cast.role("supporter-of"), "related_person": trotsky}
    cast.claim("relationship", person=smilga, locator="¶7", **bond)
    cast.birth(trotsky, locator="¶3")
    cast.birth(trotsky, edtf="1879", locator="¶4", source=cast.source("other"))
    cast.birth(smilga, locator="¶5")
    cast.signature(trotsky, locator="¶6", status=Status.DRAFT)
    doubt = {"identification": "doubtful", "identification_note": "Or Trotsky."}
    mention = cast.signature(smilga, locator="¶1", **doubt).citations.get()
    row.create(Alternative, citation=mention, person=trotsky)
    # whom it names 2; the citations 3, who else tells them, which are disputed
    with django_assert_num_queries(7):
        part = part_of_source(article, person=trotsky)
    assert taken(part.claims) == [
        ("¶1", ["Ivar Smilga – signatory, Declaration Of The 46"]),
        ("¶3", ["Leon Trotsky was born"]),
        ("¶7", ["Ivar Smilga – supporter of Leon Trotsky"]),
    ]
    assert part.choices == [smilga, trotsky]


def test_part_of_a_source_is_what_it_alone_tells_or_not() -> None:
    article, other = cast.source(), cast.source("other")
    claims.cite(cast.signature(), source=other, locator="¶1")
    claims.cite(cast.name("Смилга"), source=other, locator="¶1", stance="contradicts")
    cast.birth(edtf="1892")
    cast.birth(edtf="1893", source=other)
    found = {only.value: taken(part_of_source(article, only=only).claims) for only in Only}
    assert found == {
        "alone": [("¶1", ["Ivar Smilga is called “Смилга”", "Ivar Smilga was born"])],
        "shared": [("¶1", ["Ivar Smilga – signatory, Declaration Of The 46"])],
        "disputed": [("¶1", ["Ivar Smilga is called “Смилга”", "Ivar Smilga was born"])],
    }
