"""What is said to have happened where: what counts, where it stands, and what it costs."""

from decimal import Decimal
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from prosopography.dates import Calendar
from prosopography.interchange.geojson import write_geojson
from prosopography.models import Place, Status
from prosopography.queries.map import Asked, Site, drawing, locator, sites, tell, view_of
from prosopography.queries.map.drawing import _box
from prosopography.queries.when import read_span
from tests import cast

pytestmark = pytest.mark.django_db

#: Towns, with degrees north and east.
TOWNS = {"petrograd": (59.9, 30.3), "moscow": (55.8, 37.6), "vologda": (59.2, 39.9)}


def town(slug: str) -> Place:
    latitude, longitude = TOWNS[slug]
    return cast.place(slug, latitude=Decimal(str(latitude)), longitude=Decimal(str(longitude)))


def exile(who: str, where: Place, edtf: str = "1928", **columns: Any) -> None:
    role = cast.role("exiled")
    cast.claim("life_event", person=cast.person(who), role=role, place=where, edtf=edtf, **columns)


def counts(found: list[Site]) -> dict[str, dict[str, int]]:
    return {site.place.slug: site.counts for site in found}


@cast.at_once()
def few() -> None:
    """Born in Petrograd and in Siberia, exiled to Vologda, at work in a palace; and what could leak."""
    palace = cast.place("palace", part_of=town("petrograd"))
    cast.birth(cast.person("ivar-smilga"), "1892", place=town("petrograd"))
    cast.birth(cast.person("ivar-smilga"), "1893", place=town("petrograd"))
    exile("ivar-smilga", town("vologda")), exile("karl-radek", town("vologda"), "", value="once")
    cast.tenure(cast.person("ivar-smilga"), place=palace)
    cast.claim("occurrence", event=cast.event(), edtf="1923", place=palace)
    cast.birth(cast.person("leon-trotsky"), "1879", place=cast.place("siberia"))
    # None of these counts.
    exile("draft", town("moscow"), status=Status.DRAFT)
    exile("denied", town("moscow"), polarity="denied")
    exile("deprecated", town("moscow"), rank="deprecated", rank_reason="A slip.")
    exile("hidden", cast.place("secret", status=Status.DRAFT))
    cast.name("Москва", None, role=None)
    cast.claim("name", place=town("moscow"), value="Moskva")


def test_everything_stands_at_the_nearest_place_that_has_a_position() -> None:
    few()
    found = sites(Asked())
    assert counts(found.placed) == {
        "petrograd": {"birth": 1, "action": 2},
        "vologda": {"befell": 2},
    }
    assert counts(found.unplaced) == {"siberia": {"birth": 1}}
    assert (found.claims, found.undated) == (7, 0)


def test_layers_time_and_persons_narrow_it() -> None:
    few()
    span = read_span("1928", Calendar.GREGORIAN)
    born = sites(Asked(("birth",)))
    assert counts(born.placed) == {"petrograd": {"birth": 1}}
    then = sites(Asked(span=span))
    assert (counts(then.placed), then.undated) == (
        {"petrograd": {"action": 1}, "vologda": {"befell": 1}}, 1,
    )  # fmt: skip
    # The tenure is only attested in 1917; the one exile that is dated is certain.
    sure = sites(Asked(span=span, certain=True))
    assert counts(sure.placed) == {"vologda": {"befell": 1}}
    anytime = sites(Asked(span=span, undated=True))
    assert counts(anytime.placed)["vologda"] == {"befell": 2}
    trotsky = sites(Asked(persons=frozenset({cast.person("leon-trotsky").pk})))
    assert (counts(trotsky.placed), counts(trotsky.unplaced)) == ({}, {"siberia": {"birth": 1}})
    assert sites(Asked(persons=frozenset())).claims == 0


def test_list_names_who_was_there_when_with_role_and_place() -> None:
    few()
    cast.claim(
        "life_event", person=cast.person(), role=cast.role("arrested"), place=town("vologda"),
        edtf="1927",
    )  # fmt: skip
    found = sites(Asked())
    told = {
        (each.site.place.slug, layer.key): [
            (
                named.row.slug,
                group.role.slug if group.role else named.said,
                named.certain,
                [
                    (dated.when.text if dated.when else "", len(dated.claims))
                    for dated in named.dated
                ],
            )
            for group in layer.groups
            for named in group.named
        ]
        for each in tell(found.placed)
        for layer in each.layers
    }
    assert told == {
        ("petrograd", "birth"): [("ivar-smilga", "", True, [("1892", 1), ("1893", 1)])],
        ("petrograd", "action"): [
            ("ivar-smilga", "member, Palace", True, [("1917", 1)]),
            ("declaration-of-the-46", "Palace", True, [("1923", 1)]),
        ],
        ("vologda", "befell"): [
            ("ivar-smilga", "arrested", True, [("1927", 1)]),
            ("ivar-smilga", "exiled", True, [("1928", 1)]),
            ("karl-radek", "exiled", True, [("", 1)]),
        ],
    }


def test_nobody_is_anywhere_after_the_death_or_before_the_birth() -> None:
    """What is said without an end lasts no longer than the life, but what befalls the dead stands."""
    vologda, smilga = town("vologda"), cast.person()
    cast.tenure(smilga, edtf="1917", place=vologda)
    exile("ivar-smilga", vologda, "[1911..]")
    exile("ivar-smilga", vologda, "", value="once")
    cast.claim(
        "life_event", person=smilga, place=vologda, edtf="[1956..]",
        role=cast.role("rehabilitated", joins="life", lasting=False, posthumous=True),
    )  # fmt: skip
    cast.tenure(cast.person("karl-radek"), edtf="1917", place=vologda)
    cast.birth(smilga, calendar="gregorian")

    def found(year: str, **asked: Any) -> dict[str, dict[str, int]]:
        return counts(sites(Asked(span=read_span(year, Calendar.GREGORIAN), **asked)).placed)

    assert found("1940") == {"vologda": {"befell": 1, "action": 2}}
    cast.claim("death", person=smilga, edtf="1938", calendar="gregorian", status=Status.DRAFT)
    assert found("1940") == {"vologda": {"befell": 1, "action": 2}}
    cast.claim("death", person=smilga, edtf="1938", calendar="gregorian")
    assert found("1938") == {"vologda": {"befell": 1, "action": 2}}
    assert found("1940", undated=True) == {"vologda": {"action": 1}}
    assert found("1957") == {"vologda": {"befell": 1, "action": 1}}
    assert found("1850", undated=True) == {"vologda": {"action": 1}}


def test_circles_have_their_shares_and_names_that_are_on_nothing() -> None:
    few()
    exile("leon-trotsky", town("moscow"))
    found = sites(Asked()).placed
    drawn = drawing(found, view_of(site.position for site in found if site.position))
    assert [
        (circle.site.place.slug, [sector.layer for sector in circle.sectors])
        for circle in drawn.circles
    ] == [("petrograd", ["birth", "action"]), ("vologda", ["befell"]), ("moscow", ["befell"])]
    assert [circle.label.text for circle in drawn.circles if circle.label] == [
        "Petrograd 3", "Vologda 2", "Moscow 1",
    ]  # fmt: skip
    boxes = [_box(circle.label) for circle in drawn.circles if circle.label]
    assert [one for at, one in enumerate(boxes) for other in boxes[:at] if one.meets(other)] == []
    radii = {circle.site.total: circle.radius for circle in drawn.circles}
    assert radii[3] ** 2 / radii[1] ** 2 == pytest.approx(3, rel=0.05)
    assert drawing(found, drawn.view) == drawn


def test_geojson_has_the_longitude_first_and_no_geometry_where_there_is_no_position() -> None:
    few()
    found = sites(Asked(("birth",)))
    smilga, siberian = found.placed[0].claims, found.unplaced[0].claims
    assert write_geojson([*found.placed, *found.unplaced], "https://x/places/").replace(
        " ", ""
    ).replace("\n", "") == (
        '{"type":"FeatureCollection","features":[{"type":"Feature",'
        '"id":"https://x/places/petrograd/","geometry":{"type":"Point","coordinates":[30.3,59.9]},'
        '"properties":{"slug":"petrograd","label":"Petrograd","birth":1,"death":0,"befell":0,'
        f'"action":0,"certain":1,"claims":["{smilga[0]}","{smilga[1]}"]}}}},'
        '{"type":"Feature","id":"https://x/places/siberia/","geometry":null,"properties":'
        '{"slug":"siberia","label":"Siberia","birth":1,"death":0,"befell":0,"action":0,'
        f'"certain":1,"claims":["{siberian[0]}"]}}}}]}}'
    )


def test_a_place_is_located_by_itself_or_by_what_it_lies_in(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    petrograd = town("petrograd")
    palace = cast.place("palace", part_of=petrograd)
    room = cast.place("room", part_of=palace)
    with django_assert_num_queries(0):
        own, inner = locator(petrograd), locator(room, [petrograd, palace])
        assert own is not None
        assert inner is not None
        assert (own.is_own, own.said) == (True, "59.9° N, 30.3° E")
        assert (inner.is_own, inner.place, inner.land) == (False, petrograd, own.land)
        assert (own.x, own.y) == (own.width / 2, own.height / 2)
        assert locator(palace) is None


def test_it_costs_the_same_for_few_and_for_many(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    few()
    for _ in range(2):
        with django_assert_num_queries(2):  # the claims; the places
            found = sites(Asked())
        # Persons, events, roles, places, claims; no body is there.
        with django_assert_num_queries(5):
            tell(found.placed)
        with django_assert_num_queries(3):  # and the lives of those of whom no end is told
            sites(Asked(span=read_span("1928", Calendar.GREGORIAN)))
        for number in range(3):
            exile(f"person-{number}", town("moscow"))
