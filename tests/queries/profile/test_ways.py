"""The order in which offices were come to: certain by the dates, or as they are attested."""

import pytest

from prosopography.queries.profile.ways import ways
from tests import cast

from .people import held, material

pytestmark = pytest.mark.django_db


def told(column: str = "role") -> dict[str, tuple[int, int | None]]:
    measure = ways(material(), column)
    return {each.label: (each.count, each.certain) for each in measure.listed}


def test_the_next_office_is_that_with_nothing_between() -> None:
    held("one", "member", edtf="1917/1919")
    held("one", "chairman", edtf="1920/1921")
    held("one", "secretary", edtf="1923/1924")
    assert told() == {"member → chairman": (1, 1), "chairman → secretary": (1, 1)}


def test_what_overlaps_comes_both_from_the_one_and_to_the_other() -> None:
    held("one", "member", edtf="1917/1919")
    held("one", "chairman", edtf="1920/1922")
    held("one", "secretary", edtf="1920/1924")
    assert told() == {"member → chairman": (1, 1), "member → secretary": (1, 1)}


def test_what_is_merely_attested_has_an_order_that_is_not_certain() -> None:
    held("one", "member", edtf="1917")
    held("one", "chairman", edtf="1920")
    held("two", "member", edtf="1917/1918")
    held("two", "chairman", edtf="1920/")
    measure = ways(material(), "role")
    assert told() == {"member → chairman": (2, 1)}
    assert measure.figures[0].leaves == (
        {"assertion": {"exact": True, "kind": "tenure", "role": "member"}},
        {"assertion": {"exact": True, "kind": "tenure", "role": "chairman"}},
    )


def test_an_office_is_come_to_once_by_its_earliest_claim() -> None:
    held("one", "member", edtf="1917/1918")
    held("one", "chairman", edtf="1920/1921")
    held("one", "member", edtf="1925/1926")
    assert told() == {"member → chairman": (1, 1)}
    held("one", "chairman", edtf="1915", source=cast.source("other"))
    assert told() == {"chairman → member": (1, 1)}


def test_undated_and_hidden_offices_tell_nothing() -> None:
    held("one", "member", edtf="1917/1919")
    held("one", "chairman", edtf="")
    held("one", "secretary", edtf="1923", status="draft")
    held("two", "member", edtf="1918")
    assert told() == {}
    assert ways(material(), "role").known.count == 0


def test_from_a_body_to_its_part_is_no_way() -> None:
    fleet = cast.organisation("baltic-fleet")
    cast.organisation("tsentrobalt", part_of=fleet)
    held("one", "member", "baltic-fleet", edtf="1915/1916")
    held("one", "member", "tsentrobalt", edtf="1917/1918")
    held("one", "member", "vesenkha", edtf="1921/1928")
    assert told("organisation") == {"Tsentrobalt → Vesenkha": (1, 1)}
