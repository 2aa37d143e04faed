"""Persons side by side: what they share, at which time, where they part, and what does not count."""

from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from prosopography.models import Status
from prosopography.queries.beside import Group, Row
from prosopography.queries.compared import Comparison, compare, fault
from tests import cast
from tests.cast import hold

pytestmark = pytest.mark.django_db

EXACT = {"calendar": "gregorian"}


def act(slug: str, role: str, edtf: str, **columns: Any) -> None:
    cast.claim(
        "life_event", person=cast.person(slug), role=cast.role(role), edtf=edtf, **EXACT, **columns
    )


def compared(*slugs: str) -> Comparison:
    return compare([cast.person(slug) for slug in slugs])


def rows(groups: list[Group]) -> dict[str, dict[str, Row]]:
    return {group.key: {row.title: row for row in group.rows} for group in groups}


def texts(row: Row) -> list[str]:
    return [each.text for each in row.together]


def test_bodies_are_shared_with_the_time_together() -> None:
    hold("ivar-smilga", "1917-03-01/1917-12-31")
    hold("leon-trotsky", "1917-05-04")
    hold("karl-radek", "1920/1921")
    hold("ivar-smilga", "1919", "baltic-fleet")
    hold("leon-trotsky", "1918", "red-army")
    found = compared("ivar-smilga", "leon-trotsky", "karl-radek")
    shared = rows(found.shared)
    assert list(shared) == ["bodies"]
    row = shared["bodies"]["Tsentrobalt"]
    assert [[each.assertion.edtf for each in cell] for cell in row.cells] == [
        ["1917-03-01/1917-12-31"],
        ["1917-05-04"],
        ["1920/1921"],
    ]
    assert (row.match, texts(row)) == (
        "certain",
        [
            "certainly, for 1 to 306 days, surely on 4 May 1917",
            "at different times",
            "not excluded, for at most 731 days",
        ],
    )
    assert [rows(side.alone) and list(rows(side.alone)["bodies"]) for side in found.sides] == [
        ["Baltic Fleet"],
        ["Red Army"],
        {},
    ]


def test_of_many_pairs_the_strongest_are_kept_and_the_rest_counted() -> None:
    for number in range(6):
        hold("ivar-smilga", f"1917-03-0{number + 1}/1917-12-31")
    for number in range(5):
        hold("leon-trotsky", f"1917-05-0{number + 1}")
    hold("ivar-smilga", "1915")
    [together] = rows(compared("ivar-smilga", "leon-trotsky").shared)["bodies"][
        "Tsentrobalt"
    ].together
    assert [each.nearness.value for each in together.pairs] == ["certain"] * 25
    assert together.more == 10


def test_claims_are_paired_of_bodies_and_acts_alone() -> None:
    for slug in ("ivar-smilga", "leon-trotsky"):
        hold(slug, "1917", place=cast.place())
        act(slug, "arrested", "1911")
        cast.signature(cast.person(slug))
        cast.birth(cast.person(slug))
        cast.claim("occupation", person=cast.person(slug), role=cast.role("journalist"))
    found = compared("ivar-smilga", "leon-trotsky")
    assert {group.key: [len(row.together) for row in group.rows] for group in found.shared} == {
        "bodies": [1],
        "events": [0],
        "acts": [1],
        "occupations": [0],
        "places": [0],
    }
    assert [row.together for row in found.life] == [[]]


def test_what_happened_at_other_times_is_where_they_part() -> None:
    act("ivar-smilga", "expelled", "1927-12-18")
    act("leon-trotsky", "expelled", "1927-11-14")
    act("ivar-smilga", "arrested", "1911")
    act("leon-trotsky", "arrested", "1911-05")
    act("ivar-smilga", "exiled", "1929")
    act("leon-trotsky", "executed", "")
    found = compared("ivar-smilga", "leon-trotsky")
    assert {title: texts(row) for title, row in rows(found.shared)["acts"].items()} == {
        "arrested": ["perhaps at the same time"]
    }
    assert {title: texts(row) for title, row in rows(found.differing)["acts"].items()} == {
        "expelled": ["at different times"]
    }
    assert [list(rows(side.alone)["acts"]) for side in found.sides] == [["exiled"], ["executed"]]


def test_events_places_occupations_and_lives_stand_beside_one_another() -> None:
    aloja = cast.place()
    for slug, edtf in (("ivar-smilga", "1892"), ("pauls-smilga", "1880")):
        who = cast.person(slug)
        cast.signature(who)
        cast.birth(who, edtf=edtf, place=aloja)
        cast.claim("occupation", person=who, role=cast.role("journalist"))
    cast.claim("death", person=cast.person(), edtf="1938")
    found = compared("ivar-smilga", "pauls-smilga")
    assert [(row.title, len(row.holders)) for row in found.life] == [("Birth", 2), ("Death", 1)]
    assert {key: list(each) for key, each in rows(found.shared).items()} == {
        "events": ["Declaration Of The 46"],
        "occupations": ["journalist"],
        "places": ["Aloja"],
    }
    assert [side.life.years for side in found.sides] == ["1892–1938", "born 1880"]
    assert [side.where.born.text for side in found.sides] == ["Aloja", "Aloja"]
    assert [side.alone for side in found.sides] == [[], []]


def test_relationships_and_sources_are_those_of_all() -> None:
    smilga, trotsky = cast.person(), cast.person("leon-trotsky")
    radek = cast.person("karl-radek")
    bond = {"role": cast.role("supporter-of"), "source": cast.source("letters")}
    cast.claim("relationship", person=smilga, related_person=trotsky, **bond)
    cast.claim("relationship", person=smilga, related_person=radek, **bond)
    cast.name("Лев", trotsky)
    cast.name("Ivars", smilga)
    found = compared("leon-trotsky", "ivar-smilga")
    assert [(each.here, each.there) for each in found.relationships] == [
        ("supporter of Leon Trotsky", "supported by Ivar Smilga")
    ]
    assert [(each.source.slug, each.claims) for each in found.sources] == [
        ("letters", [1, 2]),
        ("smilga-article", [1, 1]),
    ]
    assert [(side.claims, side.sources) for side in found.sides] == [(2, 2), (3, 2)]


def test_denied_and_deprecated_claims_make_nobody_share() -> None:
    cast.signature(cast.person())
    cast.signature(cast.person("leon-trotsky"), polarity="denied")
    cast.signature(cast.person("karl-radek"), rank="deprecated", rank_reason="A slip.")
    found = compared("ivar-smilga", "leon-trotsky", "karl-radek")
    assert found.shared == []
    [row] = rows(found.sides[0].alone)["events"].values()
    assert [person.slug for person in row.holders] == ["ivar-smilga"]
    assert [[each.claim.denied for each in cell] for cell in row.cells] == [
        [False],
        [True],
        [False],
    ]
    assert [side.alone for side in found.sides[1:]] == [[], []]


def test_what_is_in_doubt_is_shared_possibly() -> None:
    cast.signature(cast.person())
    cast.signature(cast.person("leon-trotsky"), certainty="probable")
    cast.signature(cast.person("karl-radek"), identification="doubtful", identification_note="Or.")
    one = compared("ivar-smilga", "leon-trotsky", "karl-radek")
    assert [row.match for row in rows(one.shared)["events"].values()] == ["possible"]
    cast.signature(cast.person("leon-trotsky"))
    other = compared("ivar-smilga", "leon-trotsky", "karl-radek")
    assert [row.match for row in rows(other.shared)["events"].values()] == ["certain"]


def test_all_are_drawn_on_one_axis() -> None:
    cast.birth(cast.person(), edtf="1892")
    cast.name("Trotzki", cast.person("leon-trotsky"), edtf="1905")
    hold("leon-trotsky", "1918")
    drawing = compared("ivar-smilga", "leon-trotsky").timeline
    assert drawing is not None
    assert [band.title for band in drawing.bands] == ["Ivar Smilga", "Leon Trotsky"]
    assert len(drawing.items) == 2


@pytest.mark.parametrize(
    ("slugs", "sentence"),
    [
        (["a", "b"], ""),
        (["a", "b", "c", "d", "e"], ""),
        ([], "Two to five persons can be compared, and not 0."),
        (["a"], "Two to five persons can be compared, and not 1."),
        (list("abcdef"), "Two to five persons can be compared, and not 6."),
        (["a", "b", "a"], "“a” is given twice: nobody is compared with himself."),
    ],
)
def test_two_to_five_different_persons_can_be_compared(slugs: list[str], sentence: str) -> None:
    assert fault(slugs) == sentence


def summary(found: Comparison) -> list[Any]:
    def told(groups: list[Group]) -> list[Any]:
        return [
            (row.title, row.match, texts(row), [[e.claim.identifier for e in c] for c in row.cells])
            for group in groups
            for row in group.rows
        ]

    sides = [(side.life.years, side.claims, side.sources, told(side.alone)) for side in found.sides]
    sources = [(each.source.slug, each.claims) for each in found.sources]
    return [told(found.shared), told(found.differing), len(found.relationships), sides, sources]


@pytest.mark.parametrize("status", [Status.DRAFT, Status.REVIEW, Status.RETRACTED])
def test_nothing_hidden_is_compared(status: str) -> None:
    hold("ivar-smilga", "1917")
    hold("leon-trotsky", "1917")
    before = summary(compared("ivar-smilga", "leon-trotsky"))
    smilga, trotsky = cast.person(), cast.person("leon-trotsky")
    secret = cast.organisation("secret", status=status)
    source = cast.source("secret-source", status=status)
    for who in (smilga, trotsky):
        cast.signature(who, status=status)
        cast.tenure(who, secret)
        cast.birth(who, status=status)
        cast.signature(who, cited=False)
        cast.signature(who, source=source)
    bond = {"role": cast.role("supporter-of")}
    cast.claim("relationship", person=smilga, related_person=trotsky, status=status, **bond)
    assert summary(compared("ivar-smilga", "leon-trotsky")) == before


def test_costs_do_not_depend_on_how_many_are_compared(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    slugs = [f"person-{number}" for number in range(5)]
    for slug in slugs:
        who = cast.person(slug)
        cast.birth(who, place=cast.place())
        cast.signature(who)
        hold(slug, "1917")
        act(slug, "expelled", "1927")
    for number in (2, 5):
        persons = [cast.person(slug) for slug in slugs[:number]]
        # the claims, their citations, whom else they may mean; which are disputed; how the sources
        # derive from one another, the sources in that; the places
        with django_assert_num_queries(7):
            compare(persons)
