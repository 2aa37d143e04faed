"""Places in GeoJSON (RFC 7946), which every map program reads."""

import json
from collections.abc import Iterable
from typing import Any

from prosopography.queries.map import LAYERS, Site

#: The media type.
GEOJSON_TYPE = "application/geo+json"


def write_geojson(sites: Iterable[Site], address: str) -> str:
    """The places as a collection of features: those without a position have no geometry.

    ``address`` is what stands before the slug of a place in its permanent address. The properties
    say how many there are of each layer, how many of all surely, and by which claims. No query.
    """
    features = [_feature(site, address) for site in sites]
    data = {"type": "FeatureCollection", "features": features}
    return f"{json.dumps(data, ensure_ascii=False, indent=1)}\n"


def _feature(site: Site, address: str) -> dict[str, Any]:
    geometry = None
    if site.position is not None:
        # The standard has the longitude first.
        point = [site.position.longitude, site.position.latitude]
        geometry = {"type": "Point", "coordinates": point}
    return {
        "type": "Feature",
        "id": f"{address}{site.place.slug}/",
        "geometry": geometry,
        "properties": {
            "slug": site.place.slug,
            "label": site.place.label,
            **{layer: site.counts.get(layer, 0) for layer in LAYERS},
            "certain": site.certain,
            "claims": site.claims,
        },
    }
