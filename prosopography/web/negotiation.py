"""Which form of a page the reader wants, as the header ``Accept`` says it."""

from collections.abc import Sequence

from django.http import HttpRequest
from django.http.request import MediaType

from prosopography.interchange.linked import FORMATS

HTML, JSON = "text/html", "application/json"
#: The forms of the page of a row: itself, linked data, and what the API answers; the likeliest first.
FORMS = (HTML, JSON, *(each.media_type for each in FORMATS.values()))


def preferred(request: HttpRequest, offered: Sequence[str] = FORMS) -> str | None:
    """The best of the offered media types; None where the reader takes none of them.

    By quality, then by how exactly the type is named, then in the order of the offer. A quality of
    nought refuses. Parameters such as charset or profile are no matter: of each type there is one
    form. Who says nothing, or nothing that can be understood, takes the first.
    """
    ranges = [each for each in map(MediaType, _asked(request)) if each.main_type and each.sub_type]
    if not ranges:
        return offered[0]
    found = [(*_fit(ranges, MediaType(name)), -place) for place, name in enumerate(offered)]
    quality, _, place = max(found)
    return offered[-place] if quality > 0 else None


def _asked(request: HttpRequest) -> list[str]:
    return [each for each in request.headers.get("Accept", "").split(",") if each.strip()]


def _fit(ranges: list[MediaType], offered: MediaType) -> tuple[float, int]:
    """How welcome a type is, by the range that names it most exactly."""
    fitting = [
        (_exactness(each), each.quality)
        for each in ranges
        if each.main_type in ("*", offered.main_type) and each.sub_type in ("*", offered.sub_type)
    ]
    exactness, quality = max(fitting, default=(0, 0.0))
    return quality, exactness


def _exactness(each: MediaType) -> int:
    return (each.main_type != "*") + (each.sub_type != "*")
