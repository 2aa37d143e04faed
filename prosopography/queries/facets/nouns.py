"""The lists of the record, each with its facets and its orders. A noun is one function here."""

from collections.abc import Callable

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from prosopography.models import (
    KINDS,
    Assertion,
    Basis,
    Certainty,
    Event,
    Joins,
    Organisation,
    Person,
    Place,
    Polarity,
    Role,
    Source,
    SourceKind,
)

from ..address import public_citations
from ..conflict_index import is_disputed
from ..reading import is_read
from .decade import Decade
from .disagreement import disagreement
from .facet import Level
from .listing import Listing
from .members import Members
from .named import OfTable, Table, Within
from .sorts import (
    as_they_come,
    by_citations,
    by_claims,
    by_date,
    by_members,
    by_reading,
    by_sources,
    in_time_order,
    plain,
)
from .words import Languages, OfColumn, OfConditions

#: Which claims say what befell a person.
FATE = Q(kind="life_event")
_NAME = (_("name"), as_they_come)
_ROW, _CLAIM, _CITATION, _OWN = Level.ROW, Level.CLAIM, Level.CITATION, Level.OWN


def persons() -> Listing:
    """Persons: by what one claim about them says, how they lived, and whether sources disagree."""
    roles = Table(Role)
    return Listing(
        noun="person",
        model=Person,
        column="person",
        facets=(
            OfTable("organisation", _("Organisation"), Table(Organisation)),
            OfTable("role", _("Role"), roles),
            OfTable("event", _("Event"), Table(Event)),
            OfTable("place", _("Place"), Table(Place)),
            _certainty(),
            _source(),
            OfTable("fate", _("Fate"), roles, _OWN, column="role", own=FATE),
            Decade("born", _("Born"), _OWN, own=Q(kind="birth"), strict=True),
            Decade("died", _("Died"), _OWN, own=Q(kind="death"), strict=True),
            disagreement(),
        ),
        sorts={
            "name": _NAME,
            "birth": (_("birth"), by_date("person", "birth")),
            "death": (_("death"), by_date("person", "death")),
            "claims": (_("most claims"), by_claims("person")),
            "sources": (_("most sources"), by_sources),
        },
    )


def organisations() -> Listing:
    """Organisations: by what they are part of, who was what in them, and when."""
    return Listing(
        noun="organisation",
        model=Organisation,
        column="organisation",
        facets=(
            Within("part_of", _("Part of"), Table(Organisation), _ROW),
            OfTable("role", _("Role"), Table(Role)),
            _certainty(),
            _source(),
            Decade("held", _("Decade of tenure"), _OWN, own=Q(kind="tenure")),
            Members("members", _("Persons with a tenure"), _ROW),
        ),
        sorts={
            "name": _NAME,
            "members": (_("most persons"), by_members),
            "claims": (_("most claims"), by_claims("organisation")),
        },
    )


def events() -> Listing:
    """Events: by when and where they were, what they are part of, and who took part as what."""
    return Listing(
        noun="event",
        model=Event,
        column="event",
        facets=(
            Within("part_of", _("Part of"), Table(Event), _ROW),
            OfTable("role", _("Role"), Table(Role)),
            OfTable("place", _("Place"), Table(Place)),
            OfTable("organisation", _("Organisation"), Table(Organisation)),
            _certainty(),
            _source(),
            Decade("decade", _("Decade"), _OWN, own=Q(kind="occurrence")),
        ),
        sorts={
            "date": (_("date"), by_date("event", "occurrence")),
            "name": _NAME,
            "claims": (_("most claims"), by_claims("event")),
        },
    )


def places() -> Listing:
    """Places: by what they are part of, and what is said to have happened there."""
    kinds = {key: _(kind.plural) for key, kind in KINDS.items() if "place" in kind.allowed}
    position = {
        "known": (_("with a position"), Q(latitude__isnull=False)),
        "unknown": (_("without a position"), Q(latitude__isnull=True)),
    }
    return Listing(
        noun="place",
        model=Place,
        column="place",
        facets=(
            Within("part_of", _("Part of"), Table(Place), _ROW),
            OfColumn("kind", _("What happened there"), _CLAIM, kinds),
            OfTable("role", _("Role"), Table(Role)),
            _certainty(),
            _source(),
            OfConditions("position", _("Position"), _ROW, position),
        ),
        sorts={"name": _NAME, "claims": (_("most claims"), by_claims("place"))},
    )


def sources() -> Listing:
    """Sources: by their kind and language, and whether the editors have read them."""
    read = is_read()
    voices = public_citations().exclude(attributed_to_source=None).order_by()
    reported = ~read & Q(pk__in=voices.values("attributed_to_source"))
    standing = {
        "read": (_("read by the editors"), read),
        "reported": (_("only reported by others"), reported),
        "named": (_("neither"), ~read & ~reported),
    }
    return Listing(
        noun="source",
        model=Source,
        column="",
        facets=(
            OfColumn("kind", _("Kind"), _ROW, dict(SourceKind.choices)),
            OfConditions("read", _("Read or reported"), _ROW, standing),
            Languages("language", _("Language"), _ROW),
        ),
        sorts={
            "read": (_("read first"), by_reading),
            "name": _NAME,
            "date": (_("date"), plain("edtf", "label", "slug")),
            "citations": (_("most citations"), by_citations),
        },
    )


def roles() -> Listing:
    """Roles: by what they join, which is the wider term, and whether a claim uses them."""
    used = Q(pk__in=Assertion.objects.public().exclude(role=None).order_by().values("role"))
    return Listing(
        noun="role",
        model=Role,
        column="role",
        facets=(
            OfColumn("joins", _("Joins"), _ROW, dict(Joins.choices)),
            Within("broader", _("Broader"), Table(Role), _ROW),
            OfConditions(
                "used",
                _("Use"),
                _ROW,
                {"yes": (_("used by a claim"), used), "no": (_("used by none"), ~used)},
            ),
        ),
        sorts={
            "joins": (_("what it joins"), as_they_come),
            "name": (_("name"), plain("label", "slug")),
            "claims": (_("most claims"), by_claims("role")),
        },
    )


def assertions() -> Listing:
    """The claims themselves, denied ones too: by all that they and their citations say."""
    kinds = {key: _(kind.plural) for key, kind in KINDS.items()}
    witnesses = {
        "1": (_("one"), Q(witnesses__lte=1)),
        "2": (_("two"), Q(witnesses=2)),
        "3": (_("three or more"), Q(witnesses__gte=3)),
    }
    disputed = {
        "yes": (_("in a conflict"), is_disputed()),
        "no": (_("in none"), ~is_disputed()),
    }
    return Listing(
        noun="assertion",
        model=Assertion,
        column="pk",
        facets=(
            OfColumn("kind", _("Kind"), _CLAIM, kinds),
            OfTable("role", _("Role"), Table(Role)),
            OfTable("organisation", _("Organisation"), Table(Organisation)),
            OfTable("event", _("Event"), Table(Event)),
            OfTable("place", _("Place"), Table(Place)),
            _source(),
            Decade("decade", _("Decade")),
            _certainty(),
            OfColumn("basis", _("Basis"), _CLAIM, dict(Basis.choices), ordered=True),
            OfColumn("polarity", _("Affirmed or denied"), _CLAIM, dict(Polarity.choices),
                     ordered=True),
            OfConditions("witnesses", _("Independent witnesses"), _CLAIM, witnesses),
            OfConditions("disputed", _("Disagreement"), _CLAIM, disputed),
        ),
        sorts={
            "date": (_("date"), in_time_order),
            "person": (_("person"), plain("person__sort_label", "person__slug", "identifier")),
            "witnesses": (_("most witnesses"), plain("-witnesses", "identifier")),
        },
    )  # fmt: skip


#: The lists by their nouns.
LISTINGS: dict[str, Callable[[], Listing]] = {
    "person": persons,
    "organisation": organisations,
    "event": events,
    "place": places,
    "role": roles,
    "source": sources,
    "assertion": assertions,
}


def _certainty() -> OfColumn:
    """How sure the source is."""
    choices = dict(Certainty.choices)
    return OfColumn("certainty", _("Certainty"), _CLAIM, choices, ordered=True)


def _source() -> OfTable:
    """In which source the claim stands."""
    return OfTable("source", _("Source"), Table(Source), _CITATION)
