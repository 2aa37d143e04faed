"""What is said of each noun by every page of it: the name of its list, and why there is no row."""

from django.utils.translation import gettext_lazy as _

#: The names of the lists, by their addresses.
LISTS = {
    "persons": _("Persons"),
    "organisations": _("Organisations"),
    "events": _("Events"),
    "places": _("Places"),
    "roles": _("Roles"),
    "sources": _("Sources"),
}
#: A row that was public and is no more. A role always is.
GONE = {
    "person": _(
        "The record of this person was published here once; the editors have taken it back."
    ),
    "organisation": _(
        "The record of this organisation was published here once; the editors have taken it back."
    ),
    "event": _("The record of this event was published here once; the editors have taken it back."),
    "place": _("The record of this place was published here once; the editors have taken it back."),
    "source": _(
        "The record of this source was published here once; the editors have taken it back."
    ),
}
#: A row that never was.
NOWHERE = {
    "person": _("The record has no person at this address."),
    "organisation": _("The record has no organisation at this address."),
    "event": _("The record has no event at this address."),
    "place": _("The record has no place at this address."),
    "role": _("The record has no role at this address."),
    "source": _("The record has no source at this address."),
}
