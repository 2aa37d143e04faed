"""The map of the record, and its places for other programs."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prosopography.interchange.geojson import GEOJSON_TYPE, write_geojson
from prosopography.models import Place
from prosopography.queries.map import (
    LAYERS,
    MOST_DRAWN,
    Asked,
    Sites,
    View,
    around,
    drawing,
    position_of,
    sites,
    tell,
    view_of,
)
from prosopography.queries.script import label_of
from prosopography.queries.slices import cut

from .chosen import word
from .cite import cited_answer
from .errors import RefusalError
from .page import Page
from .parameters import chosen
from .window import TIME, WHOM, Whom, narrowed_to, whom, window

#: How many places stand in the list on one page.
PAGE_OF_PLACES = 40
#: Around a place that is looked at more closely: so many degrees of latitude.
NEAR = 7.0
#: What the layers are called.
TITLES: dict[str, Promise] = {
    "birth": gettext_lazy("Births"),
    "death": gettext_lazy("Deaths"),
    "befell": gettext_lazy("What befell persons"),
    "action": gettext_lazy("What they did, and events"),
}
_YES = {"true": True}


@dataclass(frozen=True)
class Layer:
    """A layer as the form and the legend have it."""

    key: str
    title: Promise
    shown: bool


class _MapPage(Page):
    """What the map and its file are asked for."""

    known = (*TIME, *WHOM, *LAYERS, "near")
    long = ("q", "persons")

    def found(self, whom: Whom) -> Sites:
        """The places of the address; two queries. Raises RefusalError."""
        asked = window(self.asked, undated=True)
        layers = self.layers()
        return sites(
            Asked(
                tuple(layer for layer in LAYERS if layer in layers),
                asked.span,
                certain=asked.certain,
                undated=asked.undated,
                persons=whom.keys,
            )
        )

    def layers(self) -> set[str]:
        """The layers that are asked for; all where none is named."""
        named = {name for name in LAYERS if word(self.asked, name, _YES, "true")}
        return {name for name in named if name in self.asked} or named

    def near(self) -> Place | None:
        """The place that is looked at more closely. Raises RefusalError."""
        if "near" not in self.asked:
            return None
        place: Place = chosen(Place, "place", self.asked["near"])
        self.asked["near"] = place.slug
        if position_of(place) is None:
            raise RefusalError(
                _("“%(place)s” has no position on the map.") % {"place": label_of(place)}
            )
        return place


class MapPage(_MapPage):
    """What happened where, as a list and as a map."""

    template_name = "map/detail.html"
    numbers = ("page",)
    plural = "map"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The places that are asked for."""
        persons, near, shown = whom(self.asked), self.near(), self.layers()
        found = self.found(persons)
        page = cut(found.placed, self.number(), PAGE_OF_PLACES)
        told = tell([*page.rows, *found.unplaced[:PAGE_OF_PLACES]])
        meta = self.meta(
            _("Map"),
            _(
                "Where the persons of the record were born and died, where they were exiled and "
                "arrested, and where they acted, each place with the claims that say so."
            ),
        )
        query = {name: value for name, value in self.asked.items() if name not in ("near", "page")}
        return super().get_context_data(
            meta=self.with_pages(meta, page),
            cite=cited_answer(
                self.request, _("Map"), self._words(persons, near, shown), self.first_page()
            ),
            address=reverse("web:map"),
            drawing=drawing(found.placed, self._view(found, near)),
            found=found,
            page=page,
            placed=told[: len(page.rows)],
            unplaced=told[len(page.rows) :],
            layers=[Layer(key, title, key in shown) for key, title in TITLES.items()],
            titles=TITLES,
            whom=persons,
            near=near,
            offered=sorted((site.place for site in found.placed), key=lambda row: row.sort_label),
            asked=self.asked,
            window=window(self.asked, undated=True),
            closer=f"?{urlencode({**query, 'near': ''})}",
            wider=f"?{urlencode(query)}" if query else reverse("web:map"),
            download=_file(query),
            with_undated=f"?{urlencode({**self.asked, 'match': 'undated'})}",
            most=MOST_DRAWN,
            **kwargs,
        )

    def _words(self, whom: Whom, near: Place | None, shown: set[str]) -> list[str]:
        """What is asked for, as it is cited."""
        layers = [str(title) for key, title in TITLES.items() if key in shown]
        return [
            *narrowed_to(self.asked, whom),
            ", ".join(layers) if len(layers) < len(TITLES) else "",
            _("Around %(place)s") % {"place": label_of(near)} if near else "",
        ]

    def _view(self, found: Sites, near: Place | None) -> View:
        if near is not None and (position := position_of(near)) is not None:
            return around(position, NEAR, flat=1.6)
        return view_of(site.position for site in found.placed if site.position is not None)


class MapFile(_MapPage):
    """The same places in GeoJSON, with those that have no position."""

    def get(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """The file."""
        self.near()
        found = self.found(whom(self.asked))
        address = self.request.build_absolute_uri(reverse("web:place-list"))
        text = write_geojson([*found.placed, *found.unplaced], address)
        response = HttpResponse(text, content_type=GEOJSON_TYPE)
        response["Content-Disposition"] = 'attachment; filename="places.geojson"'
        return response


def _file(query: dict[str, str]) -> str:
    address = reverse("web:map-file")
    return f"{address}?{urlencode(query)}" if query else address
