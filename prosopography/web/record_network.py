"""The network of the whole record: bodies or events and whom they share, or who has most links."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prosopography.interchange.network import FORMATS
from prosopography.queries.links import LARGEST, Filter
from prosopography.queries.network import (
    MOST_BODIES,
    MOST_SHARED,
    Asked,
    Bodies,
    Network,
    as_network,
    best_linked,
    bodies,
    bodies_drawing,
    drawing,
    entries,
)

from .chosen import word
from .errors import NotFoundError, RefusalError
from .linking import number
from .page import Page
from .window import TIME, window

#: What can stand at the ends of a link.
SHOWN: dict[str, Promise] = {
    "organisation": gettext_lazy("bodies, by shared persons"),
    "event": gettext_lazy("events, by shared persons"),
    "person": gettext_lazy("the persons with most links"),
}
#: How many links are needed at least, unless said otherwise: more among persons, who have many.
_LEAST = {"organisation": 2, "event": 2, "person": 3}
_MOST_LEAST = 1000


class _OfRecord(Page):
    """What the network of the record is asked for."""

    known = (*TIME, "show", "least")

    def shown(self) -> str:
        """What is linked. Raises RefusalError."""
        return str(word(self.asked, "show", {each: each for each in SHOWN}, "organisation"))

    def least(self) -> int:
        """How many persons two bodies must share, or how many links two persons have."""
        return number(self.asked, "least", _MOST_LEAST, _LEAST[self.shown()])

    def bodies(self, most: int | None) -> Bodies:
        """The bodies or events of the address; four queries. Raises RefusalError."""
        time = window(self.asked)
        asked = Asked(self.shown(), time.span, certain=time.certain, least=self.least())
        return bodies(asked, most=most)

    def persons(self) -> Network:
        """The persons with most links. Raises RefusalError, and TooManyError."""
        time = window(self.asked)
        if time.span is not None:
            raise RefusalError(
                _(
                    "A time can be given for bodies and events; the links of persons are of any time."
                )
            )
        return best_linked(Filter(), certain=time.certain, least=self.least())


class RecordNetwork(_OfRecord):
    """The network as a drawing and as a list."""

    template_name = "network/record.html"
    plural = "network"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What is linked, and by what."""
        shown = self.shown()
        context: dict[str, Any] = {}
        if shown == "person":
            network = self.persons()
            context = {
                "network": network,
                "drawing": drawing(network),
                "entries": entries(network),
                "largest": LARGEST,
            }
        else:
            found = self.bodies(MOST_SHARED)
            context = {"found": found, "bodies_drawing": bodies_drawing(found)}
        meta = self.meta(
            _("Network"),
            _(
                "What links the bodies, the events and the persons of the record with one another, "
                "each link with those who make it."
            ),
        )
        query = f"?{urlencode(self.asked)}" if self.asked else ""
        stem = reverse("web:network").removesuffix("/")
        return super().get_context_data(
            meta=meta,
            address=reverse("web:network"),
            shown=shown,
            offered=[(key, label, key == shown) for key, label in SHOWN.items()],
            least=self.least(),
            asked=self.asked,
            window=window(self.asked),
            most=MOST_BODIES,
            downloads=[(end, f"{stem}.{end}{query}") for end in FORMATS],
            **context,
            **kwargs,
        )


class RecordNetworkFile(_OfRecord):
    """The same for other programs."""

    def get(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """The file. Raises NotFoundError for a format that is not known."""
        end = self.kwargs["format"]
        if end not in FORMATS:
            raise NotFoundError
        network = self.persons() if self.shown() == "person" else as_network(self.bodies(None))
        media_type, write = FORMATS[end]
        response = HttpResponse(write(network, _("Network")), content_type=media_type)
        response["Content-Disposition"] = f'attachment; filename="network.{end}"'
        return response
