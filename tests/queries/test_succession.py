"""The succession of an office: order, what is one tenure, what lies between, what is left out."""

import pytest
from pytest_django import DjangoAssertNumQueries

from prosopography.dates import Between, iso_day
from prosopography.models import Status
from prosopography.queries.succession import Holder, offices, succession, tell
from prosopography.queries.tenures import Office
from tests import cast

pytestmark = pytest.mark.django_db

DOUBT = {"identification": "doubtful", "identification_note": "Or another."}


def office(**more: bool) -> Office:
    return Office(cast.organisation(), cast.role("chairman"), **more)


def chair(slug: str, edtf: str, **columns: str) -> None:
    cast.tenure(cast.person(slug), edtf=edtf, role_slug="chairman", calendar="gregorian", **columns)


def holders() -> list[Holder]:
    return tell(succession(office()).places)


def order() -> list[tuple[str, str, int]]:
    """Each holder with what lies before, and the number of claims."""
    return [
        (
            each.person.slug,
            each.handover.between.value if each.handover else "",
            len(each.claims),
        )
        for each in holders()
    ]


def test_holders_come_in_order_with_gaps_and_overlaps() -> None:
    chair("undated-one", "")
    chair("fifth-one", "1930")
    chair("third-one", "1921-06/1925")
    chair("second-one", "1919/1921")
    chair("first-one", "1915/1917")
    chair("fourth-one", "1925/1926")
    assert order() == [
        ("first-one", "", 1),
        ("second-one", "gap", 1),
        ("third-one", "follows", 1),
        ("fourth-one", "follows", 1),
        ("fifth-one", "possible_gap", 1),
        ("undated-one", "", 1),
    ]
    second = holders()[1]
    assert second.between == (
        "Gap: held by nobody of whom the record knows from 1 January 1918 to 31 December 1918"
    )
    assert (second.began, second.ended) == (
        "between 1 January 1919 and 31 December 1919",
        "between 1 January 1921 and 31 December 1921",
    )
    fifth = holders()[4]
    assert (fifth.began, fifth.ended) == ("by 31 December 1930", "on 1 January 1930 or later")
    assert fifth.between == (
        "Possible gap from 2 January 1926 to 30 December 1930; an overlap is not excluded"
    )
    assert succession(office()).undated == 1


def test_two_at_once_overlap() -> None:
    chair("first-one", "1915/1920")
    chair("second-one", "1917/1918")
    assert order() == [("first-one", "", 1), ("second-one", "overlap", 1)]
    assert holders()[1].between == (
        "Overlap: certainly held at the same time as by somebody before"
    )


def test_a_gap_is_one_only_if_everybody_had_left() -> None:
    chair("long-one", "1900/1950")
    chair("short-one", "1910/1912")
    chair("late-one", "1920/1922")
    chair("last-one", "1960/1961")
    assert order() == [
        ("long-one", "", 1),
        ("short-one", "overlap", 1),
        ("late-one", "overlap", 1),
        ("last-one", "gap", 1),
    ]
    last = holders()[3].handover
    assert last is not None
    assert (iso_day(last.first), iso_day(last.last)) == ("1951-01-01", "1959-12-31")


def test_who_began_at_once_come_by_name() -> None:
    for slug in ("leon-trotsky", "ivar-smilga", "andrei-bubnov"):
        chair(slug, "1917-07-26")
    assert order() == [
        ("andrei-bubnov", "", 1),
        ("ivar-smilga", "overlap", 1),
        ("leon-trotsky", "overlap", 1),
    ]
    chair("felix-dzerzhinsky", "1917-07")
    last = holders()[0]
    assert (last.person.slug, last.handover) == ("felix-dzerzhinsky", None)
    assert holders()[1].between == (
        "Possible overlap with somebody before; a gap from 2 July 1917 to 25 July 1917 is not "
        "excluded"
    )


def test_what_may_be_one_tenure_is_one_holder() -> None:
    chair("ivar-smilga", "1917-04/")
    chair("ivar-smilga", "1917-07-26")
    chair("ivar-smilga", "")
    chair("ivar-smilga", "/1919")
    assert order() == [("ivar-smilga", "", 4)]
    days = holders()[0].bounds
    assert [iso_day(day) for day in days] == [
        "1917-04-01", "1917-04-30", "1919-01-01", "1919-12-31",
    ]  # fmt: skip


def test_what_cannot_be_one_tenure_is_several() -> None:
    chair("leon-trotsky", "1919/1921")
    chair("leon-trotsky", "1925")
    chair("leon-trotsky", "")  # of which of the two?
    assert order() == [
        ("leon-trotsky", "", 1),
        ("leon-trotsky", "possible_gap", 1),
        ("leon-trotsky", "", 1),
    ]


def test_what_is_certain_rules_the_days_of_a_tenure() -> None:
    chair("ivar-smilga", "1917/1919")
    chair("ivar-smilga", "1915/1925", certainty="possible")
    [holder] = holders()
    assert (holder.certain, iso_day(holder.bounds.earliest_start)) == (True, "1917-01-01")
    chair("leon-trotsky", "1930/1932", **DOUBT)
    other = holders()[1]
    assert (other.certain, other.handover and other.handover.between) == (
        False,
        Between.POSSIBLE_GAP,
    )
    assert len(succession(office(doubtful=False)).places) == 1


def test_denials_stand_against_the_tenure_of_which_they_may_speak() -> None:
    chair("ivar-smilga", "1917/1919")
    chair("ivar-smilga", "1925/1926")
    chair("ivar-smilga", "1918/1919-01", polarity="denied")
    chair("leon-trotsky", "1918", polarity="denied")
    assert [(each.disputed, len(each.against)) for each in holders()] == [(True, 1), (False, 0)]
    assert [each.polarity for each in holders()[0].denials] == ["denied"]
    assert succession(office()).denied == 1


def test_deprecated_and_unpublished_claims_count_nowhere() -> None:
    chair("ivar-smilga", "1917", rank="deprecated", rank_reason="A slip.")
    chair("ivar-smilga", "1918", status=Status.DRAFT)
    chair("leon-trotsky", "1918", polarity="denied", status=Status.REVIEW)
    cast.tenure(cast.person("hidden", status=Status.DRAFT), edtf="1917", role_slug="chairman")
    found = succession(office())
    assert (found.places, found.denied, found.deprecated) == ([], 0, 1)


def test_offices_of_a_body_are_offered_by_what_is_said_of_them() -> None:
    chair("ivar-smilga", "1917")
    cast.tenure(edtf="1918")
    cast.tenure(edtf="1919")
    cast.tenure(what=cast.organisation("committee"), edtf="1919", status=Status.DRAFT)
    found = [(each.organisation.slug, each.role.slug, each.claims) for each in offices(
        Office(cast.organisation(), None)
    )]  # fmt: skip
    assert found == [("tsentrobalt", "member", 2), ("tsentrobalt", "chairman", 1)]
    assert [each.role.slug for each in offices(Office(None, None))] == ["member", "chairman"]


def test_order_costs_the_same_at_one_row_and_at_three(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    asked = office()
    for number in (1, 3):
        for each in range(number):
            chair(f"person-{number}-{each}", f"19{number}{each}/19{number}{each}")
            chair(f"person-{number}-{each}", "", polarity="denied")
        # parts, narrower roles, the claims in short
        with django_assert_num_queries(3):
            found = succession(asked)
        # the claims in full, their citations, whom else these may mean
        with django_assert_num_queries(3):
            assert len(tell(found.places)) == len(found.places) >= number
        # parts, the claims in short; bodies, roles
        with django_assert_num_queries(4):
            assert len(offices(Office(asked.organisation, None))) == 1


def test_a_claim_taken_back_meanwhile_is_left_out() -> None:
    claim = cast.tenure(edtf="1925", role_slug="chairman")
    found = succession(office()).places
    claim.status = Status.RETRACTED
    claim.save()
    assert tell(found) == []


def test_many_at_once_are_no_succession() -> None:
    """More than half of at least three follow without a gap: that is then said once."""
    for slug in ("first-one", "second-one", "third-one"):
        chair(slug, "1919/1921")
    assert succession(office()).shared is False
    chair("fourth-one", "1920/1922")
    found = succession(office())
    assert found.shared is True
    assert [each.beside for each in tell(found.places)] == [False, True, True, True]
    chair("later-one", "1930"), chair("last-one", "1940"), chair("very-last-one", "1950")
    assert succession(office()).shared is False
