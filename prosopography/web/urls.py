"""The addresses of the pages. Every one is permanent, for others cite it."""

from django.urls import path, re_path

from prosopography.interchange.linked import FORMATS, PLURALS
from prosopography.models import Event, Organisation, Person, Place, Role, Source

from .about import About
from .as_of import AsOf, AsOfTable
from .assertion import AssertionDetail
from .assertion_list import AssertionList
from .cite import AssertionCite, RowCite
from .compare import Compare
from .conflict import ConflictDetail, ConflictListPage
from .errors import unknown_address
from .event import EventDetail, EventList
from .feed import Changes, ChangesFeed
from .glossary import Glossary
from .group import Group
from .history import AssertionHistory, RowHistory
from .home import Home
from .linked import LinkedFile, Vocabulary, VocabularyFile
from .lists import ListFile
from .map import MapFile, MapPage
from .network import GroupNetwork, GroupNetworkFile, PersonNetwork, PersonNetworkFile
from .organisation import OrganisationDay, OrganisationDetail, OrganisationList
from .overlaps import Overlaps
from .paths import PathsPage
from .person import PersonClaims, PersonDetail, PersonList
from .place import PlaceDetail, PlaceList
from .question import QuestionCsv, QuestionDate, QuestionNames, QuestionPage, QuestionXlsx
from .question_edit import QuestionEdit
from .record_network import RecordNetwork, RecordNetworkFile
from .role import RoleDay, RoleDetail, RoleList
from .search import Search, SearchHits
from .sitemap import Robots, SitemapIndex, SitemapPart
from .source import SourceDetail, SourceList, SourceStemma
from .source_reference import SourceReference
from .styleguide import Styleguide
from .succession import Succession
from .timeline import Timeline

app_name = "web"
#: The tables of which each row has a public history and a reference, and their addresses.
ROWS = (
    (Person, "persons"),
    (Organisation, "organisations"),
    (Event, "events"),
    (Place, "places"),
    (Role, "roles"),
    (Source, "sources"),
)
#: The lists, each of which is a file too.
LISTS = (
    PersonList,
    OrganisationList,
    EventList,
    RoleList,
    PlaceList,
    SourceList,
    AssertionList,
)
urlpatterns = [
    path("", Home.as_view(), name="home"),
    path("about/", About.as_view(), name="about"),
    path("glossary/", Glossary.as_view(), name="glossary"),
    path("search/", Search.as_view(), name="search"),
    path("search/hits/", SearchHits.as_view(), name="search-hits"),
    *(
        path(
            f"{each.plural}/download.{form}",
            ListFile.as_view(of=each, form=form),
            name=f"{each.noun}-{form}",
        )
        for each in LISTS
        for form in ("csv", "xlsx")
    ),
    path("persons/", PersonList.as_view(), name="person-list"),
    path("persons/<slug:slug>/", PersonDetail.as_view(has_forms=True), name="person"),
    path("persons/<slug:slug>/network/", PersonNetwork.as_view(), name="person-network"),
    path(
        "persons/<slug:slug>/network.<str:format>",
        PersonNetworkFile.as_view(),
        name="person-network-file",
    ),
    path("persons/<slug:slug>/overlaps/", Overlaps.as_view(), name="person-overlaps"),
    path("organisations/", OrganisationList.as_view(), name="organisation-list"),
    path(
        "organisations/<slug:slug>/",
        OrganisationDetail.as_view(has_forms=True),
        name="organisation",
    ),
    path("organisations/<slug:slug>/day/", OrganisationDay.as_view(), name="organisation-day"),
    path("events/", EventList.as_view(), name="event-list"),
    path("events/<slug:slug>/", EventDetail.as_view(has_forms=True), name="event"),
    path("roles/", RoleList.as_view(), name="role-list"),
    path("roles/<slug:slug>/", RoleDetail.as_view(has_forms=True), name="role"),
    path("roles/<slug:slug>/day/", RoleDay.as_view(), name="role-day"),
    path("places/", PlaceList.as_view(), name="place-list"),
    path("places/<slug:slug>/", PlaceDetail.as_view(has_forms=True), name="place"),
    path("sources/", SourceList.as_view(), name="source-list"),
    path("sources/stemma/", SourceStemma.as_view(), name="stemma"),
    path("sources/<slug:slug>/", SourceDetail.as_view(has_forms=True), name="source"),
    path(
        "sources/<slug:slug>/reference.<str:format>",
        SourceReference.as_view(),
        name="source-reference",
    ),
    path("assertions/", AssertionList.as_view(), name="assertion-list"),
    path(
        "assertions/<slug:identifier>/", AssertionDetail.as_view(has_forms=True), name="assertion"
    ),
    re_path(
        rf"^(?P<plural>{'|'.join(PLURALS.values())})/(?P<slug>[-a-z0-9_]+)"
        rf"\.(?P<format>{'|'.join(FORMATS)}|json)$",
        LinkedFile.as_view(),
        name="linked",
    ),
    path("changes/", Changes.as_view(), name="changes"),
    path("changes/feed.atom", ChangesFeed.as_view(), name="feed"),
    path("sitemap.xml", SitemapIndex.as_view(), name="sitemap"),
    path("sitemap-<slug:plural>-<int:number>.xml", SitemapPart.as_view(), name="sitemap-part"),
    path("robots.txt", Robots.as_view(), name="robots"),
    path("ns/", Vocabulary.as_view(), name="vocabulary"),
    re_path(
        rf"^ns\.(?P<format>{'|'.join(FORMATS)})$", VocabularyFile.as_view(), name="vocabulary-file"
    ),
    *(
        path(
            f"{plural}/<slug:slug>/{address}",
            view.as_view(model=model, plural=plural),
            name=f"{model._meta.model_name}-{name}",
        )
        for model, plural in ROWS
        for address, view, name in (
            ("history/", RowHistory, "history"),
            ("cite.<str:format>", RowCite, "cite"),
        )
    ),
    path(
        "assertions/<slug:identifier>/history/",
        AssertionHistory.as_view(),
        name="assertion-history",
    ),
    path(
        "assertions/<slug:identifier>/cite.<str:format>",
        AssertionCite.as_view(),
        name="assertion-cite",
    ),
    path("persons/<slug:slug>/claims.csv", PersonClaims.as_view(), name="person-claims"),
    path("network/", RecordNetwork.as_view(), name="network"),
    path("network.<str:format>", RecordNetworkFile.as_view(), name="network-file"),
    path("timeline/", Timeline.as_view(), name="timeline"),
    path("map/", MapPage.as_view(), name="map"),
    path("map/places.geojson", MapFile.as_view(), name="map-file"),
    path("as-of/", AsOf.as_view(), name="as-of"),
    path("as-of/download.csv", AsOfTable.as_view(), name="as-of-table"),
    path("succession/", Succession.as_view(), name="succession"),
    path("compare/", Compare.as_view(), name="compare"),
    path("paths/", PathsPage.as_view(), name="paths"),
    path("questions/", QuestionPage.as_view(), name="questions"),
    path("questions/edit/", QuestionEdit.as_view(), name="questions-edit"),
    path("questions/date/", QuestionDate.as_view(), name="questions-date"),
    path("questions/names/", QuestionNames.as_view(), name="questions-names"),
    path("questions/download.csv", QuestionCsv.as_view(), name="questions-csv"),
    path("questions/download.xlsx", QuestionXlsx.as_view(), name="questions-xlsx"),
    path("groups/", Group.as_view(), name="groups"),
    path("groups/network/", GroupNetwork.as_view(), name="group-network"),
    path("groups/network.<str:format>", GroupNetworkFile.as_view(), name="group-network-file"),
    path("styleguide/", Styleguide.as_view(), name="styleguide"),  # only in DEBUG
    path("conflicts/", ConflictListPage.as_view(), name="conflict-list"),
    path("conflicts/<path:key>/", ConflictDetail.as_view(), name="conflict"),
    # Last: what nothing else answers.
    re_path(r"", unknown_address),
]
