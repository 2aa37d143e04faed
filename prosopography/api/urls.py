"""The addresses of the API."""

from django.urls import path, re_path
from rest_framework.routers import SimpleRouter

from .as_of import AsOf
from .assertion import AssertionResource
from .base import unknown_address
from .citation import CitationResource
from .compare import Compare
from .conflict import ConflictResource
from .event import EventResource
from .group import GroupProfile
from .name import NameResource
from .network import GroupNetwork, PersonNetwork
from .organisation import OrganisationResource
from .overlaps import Overlaps
from .paths import PathsView
from .person import PersonResource
from .place import PlaceResource
from .question import Questions
from .role import RoleResource
from .root import Docs, Root, Schema
from .source import SourceResource
from .succession import Succession

app_name = "v1"

router = SimpleRouter()
for plural, resource in {
    "persons": PersonResource,
    "names": NameResource,
    "organisations": OrganisationResource,
    "roles": RoleResource,
    "events": EventResource,
    "places": PlaceResource,
    "sources": SourceResource,
    "assertions": AssertionResource,
    "citations": CitationResource,
    "conflicts": ConflictResource,
}.items():
    router.register(plural, resource, basename=resource.noun)

urlpatterns = [
    path("", Root.as_view(), name="root"),
    path("schema/", Schema.as_view(), name="schema"),
    path("docs/", Docs.as_view(), name="docs"),
    path("as-of/", AsOf.as_view(), name="as-of"),
    path("succession/", Succession.as_view(), name="succession"),
    path("questions/", Questions.as_view(), name="questions"),
    path("groups/profile/", GroupProfile.as_view(), name="groups/profile"),
    path("groups/network/", GroupNetwork.as_view(), name="groups/network"),
    path("compare/", Compare.as_view(), name="compare"),
    path("paths/", PathsView.as_view(), name="paths"),
    path("persons/<slug:slug>/overlaps/", Overlaps.as_view(), name="overlaps"),
    path("persons/<slug:slug>/network/", PersonNetwork.as_view(), name="network"),
    *router.urls,
    # Last: everything else below this address is unknown, and says so in JSON.
    re_path(r"", unknown_address),
]
