"""Bars of tenures on one axis: who has a row and where, what is drawn, and who was there on a day."""

import pytest
from pytest_django import DjangoAssertNumQueries

from prosopography.dates import Calendar, Span, day_number, iso_day
from prosopography.models import Organisation, Role, Status
from prosopography.queries.axis import (
    Axis,
    Order,
    axis,
    day,
    entries_of_role,
    entries_of_tenures,
    fullest_day,
)
from prosopography.queries.axis.drawing import HEIGHT, TOP
from prosopography.queries.axis.scale import Scale
from prosopography.queries.exits import with_exits
from prosopography.queries.slices import PageNumberError
from prosopography.queries.tenures import Office, Tenures, tenures
from tests import cast

pytestmark = pytest.mark.django_db


def number(year: int, month: int = 1, of_month: int = 1) -> int:
    return day_number(year, month, of_month, Calendar.GREGORIAN)


def sit(slug: str, edtf: str, role: str = "member", **columns: object) -> None:
    """A tenure in Tsentrobalt; the calendar is Gregorian."""
    cast.tenure(cast.person(slug), edtf=edtf, role_slug=role, calendar="gregorian", **columns)


def read() -> tuple[Tenures, Tenures]:
    office = Office(Organisation.objects.get(slug="tsentrobalt"), None)
    found = tenures(office)
    return found, with_exits(office, found)


def drawn(order: Order = Order.ROLE, page: int = 1) -> Axis:
    found = axis(entries_of_tenures(*read()), page, order)
    assert found is not None
    return found


def rows(found: Axis) -> list[tuple[str, int, list[str]]]:
    """Each heading with its total and the persons under it."""
    return [
        (
            group.row.slug if group.row else "",
            group.total,
            [row.person.slug for row in group.rows],
        )
        for group in found.groups
    ]


# Who has a row ----------------------------------------------------------------------------------


def test_rows_stand_under_their_roles_by_the_first_known_day() -> None:
    sit("late", "1921/1928")
    sit("early", "1917")
    sit("early", "1919", "chairman")
    sit("second", "1918/", "chairman")
    sit("third", "1919-05-01", "chairman")
    found = drawn()
    assert rows(found) == [
        ("chairman", 3, ["second", "early", "third"]),
        ("member", 2, ["early", "late"]),
    ]
    assert (found.persons, found.undated_total) == (4, 0)
    assert rows(drawn(Order.BEGINNING)) == [("", 4, ["early", "second", "third", "late"])]
    assert [iso_day(each) for each in found.spoken] == ["1917-01-01", "1928-12-31"]


def test_who_has_no_date_is_named_apart_with_the_roles() -> None:
    sit("dated", "1917")
    sit("dated", "", "chairman")
    sit("undated", "")
    sit("undated", "", "chairman")
    found = drawn()
    assert rows(found) == [("member", 1, ["dated"])]
    assert [(each.person.slug, [role.slug for role in each.roles]) for each in found.undated] == [
        ("undated", ["member", "chairman"])
    ]
    assert (found.persons, found.undated_total) == (2, 1)


def test_nothing_is_drawn_where_nothing_has_a_date() -> None:
    sit("undated", "")
    assert axis(entries_of_tenures(*read()), 1, Order.ROLE) is None
    assert fullest_day(read()[1]) is None


def test_axis_shows_nothing_that_is_not_public_denied_or_deprecated() -> None:
    sit("shown", "1917")
    sit("draft", "1917", status=Status.DRAFT)
    sit("retracted", "1917", status=Status.RETRACTED)
    sit("denied", "1917", polarity="denied")
    sit("silent", "1917", polarity="silent")
    sit("deprecated", "1917", rank="deprecated", rank_reason="A slip.")
    cast.tenure(cast.person("hidden", status=Status.DRAFT), edtf="1917")
    secret = cast.organisation("secret", part_of=cast.organisation(), status=Status.DRAFT)
    cast.tenure(cast.person("of-secret"), secret, edtf="1917")
    assert rows(drawn()) == [("member", 1, ["shown"])]


def test_leaving_stands_with_the_role_or_by_itself() -> None:
    sit("member-once", "1917")
    expelled = {"role": cast.role("expelled"), "organisation": cast.organisation()}
    elected = {"role": cast.role("elected"), "organisation": cast.organisation()}
    dated = {"edtf": "1920", "calendar": "gregorian"}
    cast.claim("life_event", person=cast.person("member-once"), **expelled, **dated)
    cast.claim("life_event", person=cast.person("only-expelled"), **expelled, **dated)
    cast.claim("life_event", person=cast.person("only-elected"), **elected, **dated)
    found = drawn()
    assert rows(found) == [
        ("member", 1, ["member-once"]),
        ("", 2, ["only-elected", "only-expelled"]),
    ]
    one, two, three = (row for group in found.groups for row in group.rows)
    tenure, leaving = one.bars
    assert (tenure.sign, tenure.until, leaving.sign, leaving.implied) == (
        "attested", "31 December 1920", "event", True,
    )  # fmt: skip
    # Attested in 1917, perhaps until the expulsion: the bar ends with that year.
    assert tenure.open is not None
    assert tenure.end == pytest.approx(found.scale.x(number(1921)), abs=0.02)
    assert [(bar.before, bar.after) for row in (two, three) for bar in row.bars] == [
        ("", "unknown"),
        ("unknown", ""),
    ]


def test_long_axes_have_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("prosopography.queries.axis.drawing.PAGE_OF_ROWS", 2)
    for place in range(3):
        sit(f"member-{place}", f"192{place}")
    sit("head", "1917", "chairman")
    assert rows(drawn()) == [("member", 3, ["member-0", "member-1"])]
    second = drawn(page=2)
    assert rows(second) == [("member", 3, ["member-2"]), ("chairman", 1, ["head"])]
    assert [group.continued for group in second.groups] == [True, False]
    assert second.scale == drawn().scale  # the same axis on every page
    with pytest.raises(PageNumberError):
        drawn(page=3)


def test_no_more_without_a_date_are_named_than_there_is_room(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("prosopography.queries.axis.drawing.MOST_UNDATED", 1)
    sit("dated", "1917")
    sit("b-undated", "")
    sit("a-undated", "")
    found = drawn()
    assert ([each.person.slug for each in found.undated], found.undated_total) == (
        ["a-undated"], 2,
    )  # fmt: skip


# What is drawn ----------------------------------------------------------------------------------


def test_bars_are_solid_where_certain_and_open_where_possible() -> None:
    sit("ivar-smilga", "1920/1930")
    found = drawn()
    [bar] = found.groups[0].rows[0].bars
    x = found.scale.x
    assert bar.open is not None
    assert bar.solid is not None
    assert (bar.open.x, bar.end) == (x(number(1920)), pytest.approx(x(number(1931)), abs=0.02))
    assert bar.solid.x == x(number(1920, 12, 31))
    assert bar.solid.x + bar.solid.width == pytest.approx(x(number(1930, 1, 2)), abs=0.02)
    assert (bar.sign, bar.before, bar.after) == ("", "", "")
    assert found.signs == {"solid", "open"}


def test_a_state_of_one_day_is_a_square_with_open_ends() -> None:
    sit("ivar-smilga", "1917-05-01")
    sit("later", "1930")
    found = drawn()
    [bar] = found.groups[0].rows[0].bars
    assert (bar.sign, bar.open, bar.before, bar.after) == ("attested", None, "unknown", "unknown")
    assert bar.at == pytest.approx(found.scale.middle(number(1917, 5, 1)), abs=0.02)


def test_bars_that_meet_stand_in_lanes() -> None:
    sit("ivar-smilga", "1920/1930")
    sit("ivar-smilga", "1922/1925")
    sit("ivar-smilga", "1935/1936")
    [row] = drawn().groups[0].rows
    assert [(lane.y, len(lane.bars)) for lane in row.lanes] == [
        (TOP + HEIGHT / 2, 2),
        (TOP + HEIGHT * 1.5, 1),
    ]
    assert row.height == 2 * HEIGHT + 2 * TOP


def test_of_many_claims_the_words_of_the_first_stand_in_the_open() -> None:
    for year in range(1920, 1924):
        sit("ivar-smilga", str(year))
    [row] = drawn().groups[0].rows
    assert (len(row.first), len(row.rest)) == (4, 0)
    sit("ivar-smilga", "1930")
    [row] = drawn().groups[0].rows
    assert (len(row.first), len(row.rest)) == (3, 2)


def test_doubts_have_their_signs() -> None:
    sit("ivar-smilga", "1920/1930", certainty="probable")
    [bar] = drawn().groups[0].rows[0].bars
    assert (bar.doubt, bar.state, "?" in drawn().signs) == ("?", "q", True)


def test_scale_has_years_and_room_at_both_sides() -> None:
    scale = Scale.of(Span(number(1917), number(1936, 12, 31)))
    assert (scale.x(number(1917)), scale.x(number(1937))) == (scale.left, scale.right)
    assert scale.left < scale.middle(number(1917)) < scale.x(number(1917, 1, 2))
    assert [year.label for year in scale.years()] == [
        "1918", "1920", "1922", "1924", "1926", "1928", "1930", "1932", "1934", "1936",
    ]  # fmt: skip
    assert [year.label for year in scale.years() if not year.sparse] == [
        "1918", "1924", "1930", "1936",
    ]  # fmt: skip
    # A single day is not drawn over the whole width.
    assert Scale.of(Span(number(1917), number(1917))).last - number(1917) > 900


# Roles that no body gives -----------------------------------------------------------------------


def test_every_role_has_an_axis() -> None:
    purge = cast.role("purged", joins="life", lasting=False)
    cast.role("expelled", broader=purge)
    dated = {"calendar": "gregorian", "organisation": cast.organisation()}
    for slug, edtf in (("second", "1927"), ("first", "1923-05"), ("undated", "")):
        cast.claim(
            "life_event", person=cast.person(slug), role=cast.role("expelled"), edtf=edtf, **dated
        )
    cast.claim(
        "life_event", person=cast.person("draft"), role=purge, edtf="1923", status=Status.DRAFT,
        **dated,
    )  # fmt: skip
    cast.claim(
        "life_event", person=cast.person("denied"), role=purge, edtf="1923", polarity="denied",
        **dated,
    )  # fmt: skip
    found = axis(entries_of_role(purge), 1, Order.BEGINNING)
    assert found is not None
    assert rows(found) == [("", 2, ["first", "second"])]
    assert [bar.sign for row in found.groups[0].rows for bar in row.bars] == ["event", "event"]
    assert [each.person.slug for each in found.undated] == ["undated"]
    by_body = axis(entries_of_role(purge), 1, Order.ORGANISATION)
    assert by_body is not None
    assert rows(by_body) == [("tsentrobalt", 2, ["first", "second"])]
    [bar] = found.groups[0].rows[0].bars
    assert [row.slug for row in bar.names] == ["tsentrobalt"]


# On a day ---------------------------------------------------------------------------------------


def on(when: int) -> dict[str, list[str]]:
    """The persons of each class that has some."""
    office = Office(Organisation.objects.get(slug="tsentrobalt"), None)
    found = day(office, when, read()[1])
    return {
        each.standing.value: [named.person.slug for named in each.named]
        for each in found.classes
        if each.total
    }


def test_a_day_gives_the_classes_of_as_of(monkeypatch: pytest.MonkeyPatch) -> None:
    sit("certain", "1920/1930")
    sit("possible", "1925")
    sit("possible-too", "1925-01/1925-12")
    sit("before", "1917")
    sit("after", "1935")
    sit("gone", "1917/1918")
    sit("undated", "")
    sit("disputed", "1920/1930")
    sit("disputed", "1925", polarity="denied")
    assert on(number(1925, 12, 15)) == {
        "certain": ["certain", "disputed"],
        "possible": ["possible", "possible-too"],
        "attested_before": ["before"],
        "attested_after": ["after"],
    }
    office = Office(Organisation.objects.get(slug="tsentrobalt"), None)
    found = day(office, number(1925, 12, 15), read()[1])
    assert (found.undated, found.excluded) == (1, 1)
    assert [each.disputed for each in found.classes[0].named] == [False, True]
    monkeypatch.setattr("prosopography.queries.axis.on_a_day.MOST_NAMED", 1)
    first = day(office, number(1925, 12, 15), read()[1]).classes[0]
    assert ([each.person.slug for each in first.named], first.total, first.more) == (
        ["certain"], 2, 1,
    )  # fmt: skip


def test_fullest_day_is_the_first_of_which_most_dates_speak() -> None:
    sit("one", "1917/1930")
    sit("one", "1919/1920")  # the same person does not count twice
    sit("two", "1921/1925")
    sit("three", "1924-03-01")
    sit("four", "")
    found = fullest_day(read()[1])
    assert iso_day(found) == "1924-03-01"


@pytest.mark.parametrize("number_of_rows", [1, 3])
def test_axis_and_day_cost_the_same_at_one_row_and_at_three(
    number_of_rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for each in range(number_of_rows):
        sit(f"member-{each}", f"192{each}")
        sit(f"undated-{each}", "")
    both = read()
    # the claims, their citations, whom else these may mean; the headings; the undated, their roles
    with django_assert_num_queries(6):
        axis(entries_of_tenures(*both), 1, Order.ROLE)
    office = Office(Organisation.objects.get(slug="tsentrobalt"), None)
    # the persons
    with django_assert_num_queries(1):
        day(office, number(1921), both[1])
    member = Role.objects.get(slug="member")
    # narrower roles, the claims
    with django_assert_num_queries(2):
        assert len(entries_of_role(member)) == 2 * number_of_rows
