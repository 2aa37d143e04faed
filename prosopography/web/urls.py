"""The addresses of the pages. Every one is permanent, for others cite it."""

from django.urls import path, re_path

from .as_of import AsOf, AsOfTable
from .assertion import AssertionDetail
from .conflict import ConflictDetail, ConflictListPage
from .errors import unknown_address
from .event import EventDetail, EventList
from .home import About, Home
from .organisation import OrganisationDetail, OrganisationList
from .person import PersonDetail, PersonList
from .place import PlaceDetail, PlaceList
from .role import RoleDetail, RoleList
from .search import Search
from .source import SourceDetail, SourceList, SourceStemma
from .succession import Succession

app_name = "web"
urlpatterns = [
    path("", Home.as_view(), name="home"),
    path("about/", About.as_view(), name="about"),
    path("search/", Search.as_view(), name="search"),
    path("persons/", PersonList.as_view(), name="person-list"),
    path("persons/<slug:slug>/", PersonDetail.as_view(), name="person"),
    path("organisations/", OrganisationList.as_view(), name="organisation-list"),
    path("organisations/<slug:slug>/", OrganisationDetail.as_view(), name="organisation"),
    path("events/", EventList.as_view(), name="event-list"),
    path("events/<slug:slug>/", EventDetail.as_view(), name="event"),
    path("roles/", RoleList.as_view(), name="role-list"),
    path("roles/<slug:slug>/", RoleDetail.as_view(), name="role"),
    path("places/", PlaceList.as_view(), name="place-list"),
    path("places/<slug:slug>/", PlaceDetail.as_view(), name="place"),
    path("sources/", SourceList.as_view(), name="source-list"),
    path("sources/stemma/", SourceStemma.as_view(), name="stemma"),
    path("sources/<slug:slug>/", SourceDetail.as_view(), name="source"),
    path("assertions/<slug:identifier>/", AssertionDetail.as_view(), name="assertion"),
    path("as-of/", AsOf.as_view(), name="as-of"),
    path("as-of/download.csv", AsOfTable.as_view(), name="as-of-table"),
    path("succession/", Succession.as_view(), name="succession"),
    path("conflicts/", ConflictListPage.as_view(), name="conflict-list"),
    path("conflicts/<path:key>/", ConflictDetail.as_view(), name="conflict"),
    # Last: what nothing else answers.
    re_path(r"", unknown_address),
]
