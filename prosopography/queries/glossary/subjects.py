"""The terms for what claims are about."""

from django.utils.translation import gettext_lazy as _

from .term import Chapter, term

SUBJECTS = Chapter(
    "claims",
    _("What claims are about"),
    (
        term(
            "person",
            _("person"),
            _(
                "Somebody of whom a source says something. The heading of the page is what the "
                "record calls the person; the names that sources use are claims."
            ),
        ),
        term(
            "organisation",
            _("organisation, body"),
            _(
                "A party, a committee, a commissariat, a fleet: whatever people are members or "
                "officers of. One can be part of another."
            ),
        ),
        term(
            "event",
            _("event"),
            _(
                "What people take part in at a time and a place: a congress, a declaration, a "
                "trial. One can be part of another."
            ),
            "participation",
        ),
        term(
            "role",
            _("role"),
            _(
                "As what somebody was there: member, chairman, signatory, delegate; or what "
                "befell somebody: arrested, exiled. Roles are one list for the whole record, "
                "so that people can be compared."
            ),
        ),
        term(
            "tenure",
            _("tenure"),
            _("That a person held a role in a body, for a time if a source says when."),
            "attested",
        ),
        term(
            "participation",
            _("participation"),
            _("That a person had a role in an event: signed it, spoke at it, was tried in it."),
            "event",
        ),
        term(
            "relationship",
            _("relationship"),
            _(
                "What two people are to one another: husband and wife, teacher and pupil, "
                "supporter and supported. It stands on both pages and is entered once."
            ),
        ),
    ),
)
