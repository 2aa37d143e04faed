"""The timeline: which days are drawn and how, where they stand, and that nothing lies on another."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from prosopography.dates import Bounds, Calendar, date_bounds, day_number
from prosopography.editing import assertion as claims
from prosopography.models import Assertion, Person, Status
from prosopography.queries.claims import Claim, prepare
from prosopography.queries.loading import claims_naming
from prosopography.queries.person import person_page
from prosopography.queries.sentence import Part, plain
from prosopography.queries.timeline import Dated, Timeline, timeline
from prosopography.queries.timeline.axis import (
    CUT,
    LATE_MARGIN,
    MARGIN,
    WIDTH,
    Axis,
    Days,
    Stretch,
    axis_of,
)
from prosopography.queries.timeline.lanes import (
    GAP,
    LANES_WITH_WORDS,
    LOW,
    LOWEST,
    TALL,
    Label,
    Lane,
    in_lanes,
    shortened,
    width_of,
)
from prosopography.queries.timeline.mark import Bar, Mark, Shape, mark, shape
from tests import cast


def day(year: int, month: int = 1, number: int = 1) -> int:
    return day_number(year, month, number, Calendar.GREGORIAN)


def year_of(number: int) -> Days:
    return Days(day(number), day(number + 1))


def drawn(edtf: str, *, lasting: bool = True, denied: bool = False) -> Shape | None:
    bounds = date_bounds(edtf, Calendar.GREGORIAN, lasting=lasting)
    return shape(bounds, edtf, lasting=lasting, denied=denied)


def claim(
    identifier: str = "ayvbcdfgh", words: str = "Member, Tsentrobalt", **doubts: Any
) -> Claim:
    """A claim of which nothing is doubted but what is given."""
    row = Assertion(identifier=identifier, kind="tenure")
    return replace(prepare(row, said=[Part(words)], citations=[]), **doubts)


# Which days -------------------------------------------------------------------------------------


def test_shape_of_a_state_is_certain_within_what_is_possible() -> None:
    whole = Days(day(1921), day(1929))
    certain = Days(day(1921, 12, 31), day(1928, 1, 2))
    assert drawn("1921/1928") == Shape(whole, certain, "", "", "")


def test_shape_of_neighbouring_years_has_no_certain_day_but_the_turn() -> None:
    assert drawn("1917/1918") == Shape(
        Days(day(1917), day(1919)), Days(day(1917, 12, 31), day(1918, 1, 2)), "", "", ""
    )
    unknown = date_bounds("1917/1918", Calendar.UNKNOWN, lasting=True)
    found = shape(unknown, "1917/1918", lasting=True, denied=False)
    assert found is not None
    assert found.certain is None


def test_shape_of_an_end_that_is_not_known_does_not_go_on_for_ever() -> None:
    assert drawn("1924/") == Shape(year_of(1924), None, "", "unknown", "")
    assert drawn("/1924") == Shape(year_of(1924), None, "unknown", "", "")


def test_shape_without_end_is_certain_from_the_latest_start() -> None:
    last = Days(day(1924, 12, 31), day(1925))
    assert drawn("1924/..") == Shape(year_of(1924), last, "", "always", "")
    first = Days(day(1924), day(1924, 1, 2))
    assert drawn("../1924") == Shape(year_of(1924), first, "always", "", "")


def test_shape_of_what_is_attested_is_open_on_both_sides() -> None:
    assert drawn("1917") == Shape(year_of(1917), None, "unknown", "unknown", "attested")
    one = Days(day(1917, 11, 7), day(1917, 11, 8))
    assert drawn("1917-11-07") == Shape(one, one, "unknown", "unknown", "attested")


def test_shape_of_what_happened_once_is_closed() -> None:
    assert drawn("1917", lasting=False) == Shape(year_of(1917), None, "", "", "event")
    one = Days(day(1917, 11, 7), day(1917, 11, 8))
    assert drawn("1917-11-07", lasting=False) == Shape(one, one, "", "", "event")


def test_shape_of_a_date_known_on_one_side_has_no_sign_at_a_day_that_nobody_names() -> None:
    last = Days(day(1917, 12, 31), day(1918))
    assert drawn("[..1917]", lasting=False) == Shape(last, None, "unknown", "", "")
    first = Days(day(1917), day(1917, 1, 2))
    assert drawn("[1917..]", lasting=False) == Shape(first, None, "", "unknown", "")
    assert drawn("[1917..]") == Shape(first, None, "unknown", "unknown", "")


def test_shape_of_a_doubtful_date_is_wider() -> None:
    assert drawn("1938?", lasting=False) == Shape(Days(day(1937), day(1940)), None, "", "", "event")


def test_shape_of_a_denied_claim_is_a_sign_without_a_span() -> None:
    assert drawn("1921/1928", denied=True) == Shape(
        Days(day(1921), day(1929)), None, "", "", "denied"
    )


def test_shape_counts_days_and_not_years_of_a_calendar() -> None:
    old = date_bounds("1917-10-25", Calendar.JULIAN, lasting=False)
    assert shape(old, "1917-10-25", lasting=False, denied=False) == drawn(
        "1917-11-07", lasting=False
    )


def test_shape_of_no_day_is_nothing() -> None:
    assert shape(Bounds(None, None, None, None), "", lasting=True, denied=False) is None


# Where ------------------------------------------------------------------------------------------


def labels(*spans: Days, death: int | None = None) -> list[str]:
    return [tick.label for tick in axis_of(spans, death=death).ticks()]


def test_axis_goes_from_the_first_day_to_the_last() -> None:
    axis = axis_of([year_of(1892), year_of(1937)])
    assert axis == Axis((Stretch(day(1892), day(1938), MARGIN, WIDTH - MARGIN),))
    even = axis_of([Days(2421000, 2423000)])
    assert [even.x(each) for each in (2421000, 2422000, 2423000)] == [40.0, 480.0, 920.0]


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [
        (1920, 1924, ["1920", "1921", "1922", "1923", "1924", "1925"]),
        (1892, 1937, ["1895", "1900", "1905", "1910", "1915", "1920", "1925", "1930", "1935"]),
        (1800, 1899, ["1800", "1810", "1820", "1830", "1840", "1850", "1860", "1870", "1880",
                      "1890", "1900"]),
        (-105, -42, ["105 BCE", "100 BCE", "95 BCE", "90 BCE", "85 BCE", "80 BCE", "75 BCE",
                     "70 BCE", "65 BCE", "60 BCE", "55 BCE", "50 BCE", "45 BCE"]),
        (-19, 14, ["20 BCE", "15 BCE", "10 BCE", "5 BCE", "5 CE", "10 CE", "15 CE"]),
        (-2, 2, ["3 BCE", "2 BCE", "1 BCE", "1 CE", "2 CE", "3 CE"]),
        (-500, 1900, ["400 BCE", "200 BCE", "200 CE", "400 CE", "600 CE", "800 CE", "1000",
                      "1200", "1400", "1600", "1800"]),
    ],
)  # fmt: skip
def test_axis_has_round_years_as_a_historian_counts_them(
    first: int, last: int, years: list[str]
) -> None:
    assert labels(year_of(first), year_of(last)) == years


def test_axis_of_a_single_day_shows_what_lies_around_it() -> None:
    one = Days(day(1923, 10, 15), day(1923, 10, 16))
    assert labels(one) == ["1924", "1925", "1926", "1927", "1928"]


def test_axis_is_cut_where_nothing_is_said_for_long_after_a_death() -> None:
    life = Days(day(1892), day(1938))
    axis = axis_of([life, year_of(1987)], death=day(1938))
    one, other = axis.stretches
    assert (one.first, one.last, other.first, other.last) == (*life, *year_of(1987))
    assert (one.left, other.left - one.right, other.right) == (MARGIN, CUT, WIDTH - LATE_MARGIN)
    assert axis.cuts == [one.right + CUT / 2]
    assert axis.x(day(1938)) == one.right
    assert axis.x(day(1987)) == other.left
    assert labels(life, year_of(1987), death=day(1938))[-2:] == ["1935", "1987"]


def test_axis_is_not_cut_within_a_life_nor_soon_after_it() -> None:
    life = [year_of(1892), year_of(1937)]
    assert axis_of(life, death=day(1938)).cuts == []
    assert axis_of([*life, year_of(1946)], death=day(1938)).cuts == []
    assert axis_of([year_of(1892), year_of(1987)]).cuts == []
    assert axis_of([year_of(1987)], death=day(1938)).cuts == []


def test_axis_has_ticks_also_where_days_are_counted_in_milliards() -> None:
    deep = date_bounds("Y-170000002/Y170000002", Calendar.GREGORIAN, lasting=True)
    found = shape(deep, "/", lasting=True, denied=False)
    assert found is not None
    assert labels(found.days)[:2] == ["150,000,000 BCE", "100,000,000 BCE"]
    long_ago = Days(-62 * 10**9, -62 * 10**9 + 1)
    assert labels(long_ago, year_of(1917), death=0)[-3:] == ["169,754,948 BCE", "1917", "1918"]


# How --------------------------------------------------------------------------------------------


def test_mark_has_its_bars_and_its_open_ends() -> None:
    """An axis on which a year is eight units wide."""
    axis = axis_of([Days(day(1850), day(1960))])
    member = drawn("1921/1928")
    assert member is not None
    assert mark(claim(), member, axis, "1921/1928") == Mark(
        claim=claim(),
        open=Bar(608.0, 64.0),
        solid=Bar(616.0, 48.0),
        before="",
        after="",
        start=608.0,
        end=672.0,
        sign="",
        middle=640.0,
        doubt="",
        left=608.0,
        right=672.0,
    )
    attested = drawn("1917")
    assert attested is not None
    found = mark(claim(), attested, axis, "1917")
    # the bar of a year is hidden by the sign in it
    assert (found.open, found.solid, found.sign) == (None, None, "attested")
    assert (found.left, found.start, found.middle, found.end, found.right) == (
        561.0, 575.0, 580.0, 585.0, 599.0,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("more", "edtf", "doubt", "state"),
    [
        ({}, "1917", "", ""),
        ({"certainty": "probable"}, "1917", "?", "q"),
        ({}, "1917?", "?", "q"),
        ({}, "1887~", "?", "q"),
        ({"disputed": True}, "1917", "≠", ""),
        ({"disputed": True, "certainty": "possible"}, "1917", "?≠", "q"),
        ({"rank": "deprecated"}, "1917", "", "d"),
        ({"rank": "preferred"}, "1917", "", ""),
        ({"denied": True}, "1917", "", "n"),
    ],
)
def test_mark_shows_every_doubt(more: dict[str, Any], edtf: str, doubt: str, state: str) -> None:
    found = drawn(edtf, lasting=False)
    assert found is not None
    made = mark(claim(**more), found, axis_of([found.days]), edtf)
    assert (made.doubt, made.state) == (doubt, state)


def test_words_are_cut_where_they_can_be_read() -> None:
    assert shortened("Chairman, Tsentrobalt", 500, 30) == "Chairman, Tsentrobalt"
    assert shortened("Chairman, Tsentrobalt", 120, 30) == "Chairman, Tsentr…"
    assert shortened("Member of the Central Committee", 500, 24) == "Member of the Central…"
    assert shortened("Chairman, Tsentrobalt", 60, 30) == ""
    assert shortened("Deputy chairman (of many)", 500, 19) == "Deputy chairman…"
    assert width_of("Сми́лга") == width_of("Смилга") > 6 * width_of("a")
    assert width_of("漢") > width_of("a")


def points(years: list[int]) -> list[Mark]:
    """What happened in these years, on an axis of a century, in marks of which each has words."""
    axis = axis_of([Days(day(1850), day(1950))])
    found = []
    for number, year in enumerate(years):
        one = drawn(f"{year}-07-01", lasting=False)
        assert one is not None
        found.append(mark(claim(f"a{number:08d}", f"Arrested {number:02d}"), one, axis, ""))
    return found


def named(lanes: list[Lane]) -> list[list[str]]:
    return [[plain(each.mark.claim.parts)[-2:] for each in lane.marks] for lane in lanes]


def test_marks_that_do_not_overlap_share_a_lane() -> None:
    lanes = in_lanes(points([1860, 1861, 1880, 1900]))
    assert named(lanes) == [["00", "02", "03"], ["01"]]
    assert [lane.height for lane in lanes] == [TALL, TALL]
    first = lanes[0].marks[0]
    assert first.label == Label(140.4, "Arrested 00", inside=False, before=False)
    assert (first.left, first.right) == (127.4, round(140.4 + width_of("Arrested 00"), 1))


def test_lanes_with_words_are_few_and_the_others_narrow() -> None:
    lanes = in_lanes(points([1900] * 10))
    assert len(lanes) == 10
    assert [lane.height for lane in lanes] == [TALL] * LANES_WITH_WORDS + [LOW] * 4
    crowd = in_lanes(points([1900] * 150))
    assert [lane.height for lane in crowd] == [TALL] * LANES_WITH_WORDS + [LOWEST] * 144


def test_words_stand_before_the_marks_where_more_of_them_have_room_so() -> None:
    lanes = in_lanes(points([1900] * 6 + [1903] * 6))
    assert [len(lane.marks) for lane in lanes] == [2] * 6
    sides = [
        [each.label is not None and each.label.before for each in lane.marks] for lane in lanes
    ]
    assert sides == [[True, False]] * 6


# All of it --------------------------------------------------------------------------------------


def of(person: Person) -> Timeline | None:
    return person_page(person).timeline


def in_words(found: Timeline | None) -> dict[str, list[list[str]]]:
    """The claims of a timeline by band and lane."""
    assert found is not None
    return {
        band.title: [[plain(each.mark.claim.parts) for each in lane.marks] for lane in band.lanes]
        for band in found.bands
    }


@pytest.mark.django_db
def test_timeline_draws_every_dated_claim_in_its_band() -> None:
    smilga = cast.person()
    cast.birth(smilga)
    cast.claim("death", person=smilga, edtf="1938?")
    cast.claim("life_event", person=smilga, role=cast.role("arrested"), edtf="1935-01")
    cast.claim("life_event", person=smilga, role=cast.role("expelled"))
    cast.tenure(smilga, edtf="1921/1928")
    cast.tenure(smilga, edtf="1917", role_slug="chairman")
    cast.signature(smilga)
    found = of(smilga)
    assert in_words(found) == {
        "Life": [["Was born", "Died"], ["Arrested"]],
        "Offices and memberships": [["Chairman, Tsentrobalt"], ["Member, Tsentrobalt"]],
        "Events": [["Signatory, Declaration Of The 46"]],
    }
    assert found is not None
    assert [plain(item.claim.parts) for item in found.items] == [
        "Was born",
        "Chairman, Tsentrobalt",
        "Member, Tsentrobalt",
        "Signatory, Declaration Of The 46",
        "Arrested",
        "Died",
    ]
    assert found.items[0].sources == "Smilga article, ¶1"
    assert found.signs - {""} == {"event", "attested", "solid", "open", "unknown", "?"}
    assert found.cuts == []


@pytest.mark.django_db
def test_timeline_has_its_places_on_the_drawing() -> None:
    smilga = cast.person()
    cast.birth(smilga, edtf="1892-11-10", calendar="gregorian")
    cast.tenure(smilga, edtf="1921/1928", calendar="gregorian")
    found = of(smilga)
    assert found is not None
    life, offices = found.bands
    assert (life.y, life.lanes[0].y) == (24.0, 52.5)
    assert (offices.y, offices.lanes[0].y) == (61.0, 89.5)
    assert (found.width, found.height, found.high) == (960.0, 106.0, False)
    birth, tenure = life.lanes[0].marks[0].mark, offices.lanes[0].marks[0].mark
    assert (birth.sign, birth.middle, birth.open) == ("event", 40.0, None)
    assert tenure.solid is not None
    assert tenure.open == Bar(725.2, 194.8)
    assert tenure.solid == Bar(749.5, 146.2)
    assert found.foot == found.height


@pytest.mark.django_db
def test_timeline_of_undated_claims_is_none() -> None:
    smilga = cast.person()
    assert of(smilga) is None
    cast.birth(smilga, edtf="")
    cast.birth(smilga, edtf="1880", status=Status.DRAFT)
    assert of(smilga) is None


@pytest.mark.django_db
def test_timeline_of_one_dated_claim_is_drawn() -> None:
    smilga = cast.person()
    cast.signature(smilga)
    found = of(smilga)
    assert in_words(found) == {"Events": [["Signatory, Declaration Of The 46"]]}
    assert found is not None
    assert [tick.label for tick in found.ticks] == ["1924", "1925", "1926", "1927", "1928"]


@pytest.mark.django_db
def test_timeline_of_a_roman_counts_the_years_before_the_common_era() -> None:
    caesar = cast.person("gaius-julius-caesar")
    cast.birth(caesar, edtf="-0099-07-12", calendar="julian")
    cast.claim("death", person=caesar, edtf="-0043-03-15", calendar="julian")
    found = of(caesar)
    assert found is not None
    assert [tick.label for tick in found.ticks] == [
        "100 BCE", "95 BCE", "90 BCE", "85 BCE", "80 BCE", "75 BCE", "70 BCE", "65 BCE", "60 BCE",
        "55 BCE", "50 BCE", "45 BCE",
    ][1:]  # fmt: skip
    (lane,) = found.bands[0].lanes
    assert [each.mark.title for each in lane.marks] == [
        "Was born – 12 July 100 BCE (Julian; 10 July 100 BCE Gregorian) – Smilga article, ¶1",
        "Died – 15 March 44 BCE (Julian; 13 March 44 BCE Gregorian) – Smilga article, ¶1",
    ]


@pytest.mark.django_db
def test_timeline_never_draws_a_denied_claim_as_what_was() -> None:
    smilga = cast.person()
    cast.tenure(smilga, edtf="1921/1928", polarity="denied")
    cast.birth(smilga)
    cast.signature(smilga, polarity="silent")
    found = of(smilga)
    assert in_words(found) == {
        "Life": [["Was born"]],
        "Offices and memberships": [["Not: member, Tsentrobalt"]],
    }
    assert found is not None
    denied = found.bands[1].lanes[0].marks[0].mark
    assert (denied.sign, denied.state, denied.open, denied.solid) == ("denied", "n", None, None)
    assert denied.title == ("Not: member, Tsentrobalt – 1921 to 1928 – denied – Smilga article, ¶1")
    assert [(item.claim.denied, item.claim.silent) for item in found.items] == [
        (False, False),
        (True, False),
        (False, True),
    ]


@pytest.mark.django_db
def test_timeline_is_not_stretched_by_a_death_that_is_denied() -> None:
    smilga = cast.person()
    cast.birth(smilga)
    cast.claim("death", person=smilga, edtf="1919", polarity="denied")
    cast.claim("life_event", person=smilga, role=cast.role("arrested"), edtf="1935")
    found = of(smilga)
    assert found is not None
    assert found.cuts == []


@pytest.mark.django_db
def test_timeline_is_cut_after_a_death() -> None:
    smilga = cast.person()
    cast.birth(smilga)
    cast.claim("death", person=smilga, edtf="1938")
    cast.claim("life_event", person=smilga, role=cast.role("expelled"), edtf="1987")
    found = of(smilga)
    assert found is not None
    assert len(found.cuts) == 1
    assert [tick.label for tick in found.ticks][-2:] == ["1935", "1987"]


@pytest.mark.django_db
def test_timeline_counts_the_sources_of_a_claim_and_says_which_speak_against_it() -> None:
    birth = cast.birth(source=cast.source("one", "One"), locator="¶1")
    add = claims.cite
    add(birth, source=cast.source("one"), locator="¶2")
    add(birth, source=cast.source("two", "Two"), locator="¶3", stance="contradicts")
    add(birth, source=cast.source("three", "Three"), locator="¶4")
    found = of(cast.person())
    assert found is not None
    assert found.items[0].sources == "One, ¶1, ¶2; Three, ¶4; against: Two, ¶3"
    add(birth, source=cast.source("zwei", "Zwei"), locator="¶5")
    add(birth, source=cast.source("zehn", "Zehn"), locator="¶5")
    again = of(cast.person())
    assert again is not None
    assert again.items[0].sources == "One, ¶1, ¶2; Three, ¶4; against: Two, ¶3; 2 more"


@pytest.mark.django_db
def test_timeline_of_several_persons_asks_nothing_and_does_not_depend_on_the_order(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    """The members of a body, a band for each."""
    smilga, trotsky = cast.person(), cast.person("leon-trotsky")
    body = cast.organisation()
    for who, year in ((smilga, 1917), (smilga, 1921), (trotsky, 1918)):
        cast.tenure(who, body, edtf=f"{year}/1925")
    cast.tenure(smilga, body, edtf="1900", status=Status.DRAFT)
    rows = list(claims_naming("organisation", body.pk))

    def bands(claims: list[Assertion]) -> list[tuple[str, list[Dated]]]:
        return [
            (
                who.label,
                [
                    Dated(row, claim(row.identifier, f"Member since {row.edtf[:4]}"))
                    for row in claims
                    if row.person_id == who.pk
                ],
            )
            for who in (smilga, trotsky)
        ]

    with django_assert_num_queries(0):
        found = timeline(bands(rows))
    assert in_words(found) == {
        "Ivar Smilga": [["Member since 1917"], ["Member since 1921"]],
        "Leon Trotsky": [["Member since 1918"]],
    }
    assert timeline(bands(rows[::-1])) == found


# Whatever is claimed ----------------------------------------------------------------------------

EDTF = st.sampled_from(
    "1917 1917-11-07 1917-11 1917? 191X -0043-03-15 1917-11-07/1917-11-09 1917/1921 1917/ 1917/.. "
    "/1917 ../1917 [1917,1921] {1917,1921} [..1917] [1917..] {..1917} 1916/1922 1917-02/1917-10 "
    "1938~ 1987 -0099/-0043 Y170000002 Y-170000002 Y9999999999999999?".split()
)
WORDS = st.sampled_from(
    ["Died", "Member, Tsentrobalt", "Смилга", "x" * 60, "a b " * 30, "漢字" * 20]
)


@st.composite
def dated(draw: st.DrawFn) -> tuple[str, bool, Calendar, Claim]:
    """A claim with any date, told in any words and doubted in any way."""
    number = draw(st.integers(0, 10**6))
    made = claim(
        f"a{number:08d}",
        draw(WORDS),
        certainty=draw(st.sampled_from(["", "probable"])),
        denied=draw(st.booleans()),
        disputed=draw(st.booleans()),
        rank=draw(st.sampled_from(["", "deprecated"])),
    )
    return draw(EDTF), draw(st.booleans()), draw(st.sampled_from(list(Calendar))), made


@settings(deadline=None)  # a machine that is busy with other things is not an error
@given(st.lists(dated(), min_size=1, max_size=30), st.none() | EDTF)
def test_everything_is_on_the_drawing_and_nothing_on_another(
    claims: list[tuple[str, bool, Calendar, Claim]], death: str | None
) -> None:
    shapes = []
    for edtf, lasting, calendar, told in claims:
        found = shape(
            date_bounds(edtf, calendar, lasting=lasting), edtf, lasting=lasting, denied=told.denied
        )
        assert found is not None
        shapes.append((edtf, told, found))
        if found.certain:
            assert found.days.first <= found.certain.first < found.certain.last <= found.days.last
    dead = date_bounds(death or "", Calendar.GREGORIAN, lasting=False).latest_end
    axis = axis_of([found.days for _, _, found in shapes], death=dead)
    marks = [mark(told, found, axis, edtf) for edtf, told, found in shapes]
    for each in marks:
        assert 0 <= each.left <= each.start <= each.middle <= each.end <= each.right <= WIDTH
        if each.open and each.solid:
            assert each.open.x <= each.solid.x
            assert each.solid.x + each.solid.width <= each.open.x + each.open.width + 0.05
        assert not (each.claim.denied and (each.open or each.solid))
    lanes = in_lanes(marks)
    assert sorted(id(placed.mark) for lane in lanes for placed in lane.marks) == sorted(
        id(each) for each in marks
    )
    for lane in lanes:
        for placed in lane.marks:
            assert (
                0 <= placed.left <= placed.mark.left <= placed.mark.right <= placed.right <= WIDTH
            )
        for one, other in pairwise(lane.marks):
            assert one.right + GAP <= other.left + 0.05
    xs = [tick.x for tick in axis.ticks()]
    assert xs == sorted(xs)
    assert all(MARGIN <= x <= WIDTH - MARGIN for x in xs)


@settings(deadline=None)
@given(st.lists(st.integers(-(10**7), 10**7), min_size=2, max_size=12), st.integers(0, 10**7))
def test_axis_keeps_the_order_of_days(days: list[int], death: int) -> None:
    axis = axis_of([Days(each, each + 1) for each in days], death=death)
    xs = [axis.x(each) for each in sorted(days)]
    assert xs == sorted(xs)
