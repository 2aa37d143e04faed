"""Which part of the earth a map shows, and the coasts in it."""

import re

import pytest

from prosopography.queries.map.land import outline, rings
from prosopography.queries.map.view import Position, Scale, View, around, view_of

PETROGRAD, KHABAROVSK, PARIS = Position(59.9, 30.3), Position(48.5, 135.1), Position(48.9, 2.4)
ANADYR, NOME = Position(64.7, 177.5), Position(64.5, -165.4)


def test_all_positions_stand_in_the_view_with_room_around_them() -> None:
    view = view_of([PETROGRAD, KHABAROVSK, PARIS])
    xs = [round(view.x(each.longitude)) for each in (PARIS, PETROGRAD, KHABAROVSK)]
    assert xs == sorted(xs)
    assert (xs[0] > 50, xs[2] < view.width - 50) == (True, True)
    assert view.y(PETROGRAD.latitude) < view.y(PARIS.latitude) < view.y(KHABAROVSK.latitude)
    assert 1.4 < view.width / view.height < 2.1


def test_the_short_way_goes_over_the_180th_meridian() -> None:
    view = view_of([ANADYR, NOME])
    assert (view.west < ANADYR.longitude, view.east > 180, view.east - view.west < 40) == (
        True, True, True,
    )  # fmt: skip
    assert view.x(ANADYR.longitude) < view.x(NOME.longitude)
    assert [line.label for line in view.meridians()] == [
        "175° E", "180°", "175° W", "170° W", "165° W", "160° W",
    ]  # fmt: skip


def test_a_single_place_has_its_surroundings_and_none_the_whole_earth() -> None:
    view = view_of([Position(41.9, 12.5)])
    assert (round(view.x(12.5)), round(view.y(41.9))) == (480, round(view.height / 2))
    assert (view_of([]).west, view_of([]).east) == (-180, 180)
    # The poles are no place for this projection: the view stays below them.
    assert view_of([Position(89.0, 0.0)]).north <= 84


def test_scale_is_true_along_the_middle_latitude() -> None:
    view = around(Position(0.0, 0.0), 10.0, width=960.0, flat=1.6)
    # 16 degrees on the equator are 1779 km, and 960 units.
    assert view.scale() == Scale(107.9, 200)


@pytest.mark.parametrize(
    ("latitude", "longitude", "is_land"),
    [
        (55.8, 37.6, True),  # Moscow
        (42.0, 50.5, False),  # the Caspian Sea, which lies within the land
        (66.0, 179.9, True),  # Chukotka on this side of the 180th meridian
        (66.0, -179.9, True),  # and on the other
        (0.0, -150.0, False),  # the Pacific
        (-85.0, 10.0, True),  # the ice around the pole
    ],
)
def test_land_is_where_it_is(latitude: float, longitude: float, is_land: bool) -> None:
    crossed = 0
    for ring in rings():
        for turn in (-360, 0, 360):
            points = [(east + turn, north) for east, north in ring.points]
            for (a, b), (c, d) in zip(points, [*points[1:], points[0]], strict=True):
                if (b > latitude) != (d > latitude):
                    crossed += longitude < a + (latitude - b) * (c - a) / (d - b)
    assert crossed % 2 == is_land


def test_no_coast_leaps_over_the_earth() -> None:
    """A ring that crosses the 180th meridian goes on beyond it, and does not come back."""
    far = [
        abs(one[0] - other[0])
        for ring in rings()
        for one, other in zip(ring.points, ring.points[1:], strict=False)
        if min(one[1], other[1]) > -84
    ]
    assert max(far) < 30


def test_outline_ends_at_the_sides_of_the_view() -> None:
    view = view_of([PETROGRAD, PARIS])
    path = outline(view)
    x = y = 0
    for command, text in re.findall(r"([Ml])([^Mlz]*)", path):
        numbers = [int(each) for each in re.findall(r"-?\d+", text)]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = (dx, dy) if command == "M" else (x + dx, y + dy)
            assert -1 <= x <= view.width + 1
            assert -1 <= y <= view.height + 1
    assert 500 < len(path) < 40_000
    assert outline(View(-30.0, -20.0, -20.0, -10.0)) == ""  # the open sea
