"""Persons: the list, and the life as the sources tell it."""

import pytest
from pytest_django import DjangoAssertNumQueries

from prosopography.editing import row
from prosopography.models import Authority, Identifier, Status
from prosopography.queries.conflict import ConflictBox
from prosopography.queries.person import NameShown, PersonPage, person_page, persons
from prosopography.queries.sentence import plain
from tests import cast

pytestmark = pytest.mark.django_db


def told(page: PersonPage) -> dict[str, list[str]]:
    """What the page says, section by section."""
    return {each.key: [plain(claim.parts) for claim in each.claims] for each in page.sections}


def test_person_page_tells_the_life_in_order_under_headings() -> None:
    smilga, trotsky = cast.person(), cast.person("leon-trotsky")
    cast.claim("death", person=smilga, edtf="")
    cast.claim("life_event", person=smilga, role=cast.role("arrested"), edtf="1935")
    cast.claim("life_event", person=smilga, role=cast.role("arrested"), edtf="1911-07")
    cast.claim("residence", person=smilga, place=cast.place("vologda"), edtf="1911/1914")
    cast.claim("birth", person=smilga, place=cast.place())
    cast.tenure(smilga, edtf="1921/1928")
    cast.tenure(smilga, edtf="1917", role_slug="chairman")
    cast.signature(smilga)
    cast.claim("occupation", person=smilga, role=cast.role("journalist"))
    cast.claim("authorship", person=smilga, role=cast.role("author"), value="Na povorote")
    cast.claim("description", person=smilga, value="a young firebrand")
    supports = {"role": cast.role("supporter-of"), "person": smilga, "related_person": trotsky}
    cast.claim("relationship", **supports)
    cast.name("Смилга", smilga, role=cast.role("also-known-as"))
    assert told(person_page(smilga)) == {
        "names": ["Смилга (also known as)"],
        "life": [
            "Was born in Aloja",
            "Lived in Vologda",
            "Arrested",
            "Arrested",
            "Died",
        ],
        "offices": ["Chairman, Tsentrobalt", "Member, Tsentrobalt"],
        "occupations": ["Journalist"],
        "events": ["Signatory, Declaration Of The 46"],
        "relationships": ["Supporter of Leon Trotsky"],
        "works": ["Author: Na povorote"],
        "descriptions": ["A young firebrand"],
    }
    assert told(person_page(trotsky)) == {"relationships": ["Supported by Ivar Smilga"]}


def test_person_page_heads_the_life_with_its_names_and_dates() -> None:
    smilga = cast.person()
    cast.name("Смилга", role=cast.role("also-known-as"))
    cast.name("Ivars Smilga")
    cast.name("Smirnov", polarity="denied")
    cast.name("Secret", status=Status.DRAFT)
    cast.birth()
    wikidata = Authority.objects.create(
        slug="wikidata", label="Wikidata", url_template="https://www.wikidata.org/wiki/{}"
    )
    known = row.create(Identifier, authority=wikidata, value="Q1", person=smilga)
    page = person_page(smilga)
    assert page.names == [NameShown("Ivars Smilga", ""), NameShown("Смилга", "also known as")]
    assert (str(page.life), page.called) == ("born 1892", "Ivar Smilga")
    assert page.identifiers == [known]
    assert page.claims == 4
    assert [(each.source.slug, each.claims) for each in page.sources.rows] == [
        ("smilga-article", 4)
    ]


def test_person_page_shows_what_rests_on_the_persons_word() -> None:
    molotov = cast.person("vyacheslav-molotov")
    cast.birth(attributed_to_person=molotov)
    cast.birth(edtf="1893")
    page = person_page(molotov)
    assert [plain(claim.parts) for _, claim in page.word.rows] == ["Ivar Smilga was born"]
    assert page.sections == []


def test_person_page_shows_no_draft_from_any_side(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    smilga = cast.person()
    hidden = cast.person("hidden", status=Status.DRAFT)
    supports = {"role": cast.role("supporter-of"), "edtf": "1923"}
    cast.birth(smilga)
    cast.birth(smilga, edtf="1880", status=Status.DRAFT)
    cast.birth(smilga, edtf="1881", status=Status.RETRACTED)
    cast.birth(smilga, edtf="1882", cited=False)
    cast.birth(smilga, edtf="1883", source=cast.source("secret", status=Status.DRAFT))
    cast.birth(smilga, edtf="1884", attributed_to_person=hidden)
    cast.claim("relationship", person=hidden, related_person=smilga, **supports)
    cast.claim("relationship", person=smilga, related_person=hidden, **supports)
    # the claims, their citations, whom else they may mean, the places, how the sources derive
    # (2), which claims are disputed, the conflicts (none), the doubtful mentions, the identifiers,
    # two for the person's word, two for who stands beside it in the list; the people around: the
    # relationships 2, which bodies, which events, the persons
    with django_assert_num_queries(19):
        page = person_page(smilga)
    assert told(page) == {"life": ["Was born"]}
    assert str(page.life) == "born 1892"
    assert page.conflicts == ConflictBox()
    assert page.claims == 1


def test_persons_come_with_the_number_of_their_public_claims() -> None:
    smilga, trotsky = cast.person(), cast.person("leon-trotsky")
    supports = {"role": cast.role("supporter-of"), "person": smilga, "related_person": trotsky}
    cast.claim("relationship", **supports)
    cast.birth(smilga)
    cast.birth(smilga, edtf="1880", status=Status.DRAFT)
    assert {each.slug: each.claim_count for each in persons()} == {
        "ivar-smilga": 2,
        "leon-trotsky": 1,
    }


def test_person_is_called_by_the_name_that_editors_prefer() -> None:
    smilga = cast.person()
    cast.name("Ivars Smilga")
    cast.name("Secret", rank="preferred", rank_reason="Secret.", status=Status.DRAFT)
    cast.name("Smirnov", polarity="denied", rank="preferred", rank_reason="No.")
    assert person_page(smilga).called == "Ivar Smilga"
    cast.name("Ivar Tenisovich Smilga", rank="preferred", rank_reason="His full name.")
    assert person_page(smilga).called == "Ivar Tenisovich Smilga"
