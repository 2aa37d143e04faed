"""The terms of the method: what is studied, and out of what."""

from django.utils.translation import gettext_lazy as _

from .term import Chapter, term

METHOD = Chapter(
    "method",
    _("The method"),
    (
        term(
            "prosopography",
            _("prosopography"),
            _(
                "The study of a group of people through what sources say about each of them: "
                "who held which office, sat with whom, was where, and when."
            ),
            "group",
            "claim",
        ),
        term(
            "claim",
            _("claim"),
            _(
                "One thing that a source says of a person, a body, an event or a place: a "
                "name, a birth, an office, an arrest. It is the unit of this record, and it "
                "is never more than that: somebody says so. The data and the API call it an "
                "assertion."
            ),
            "citation",
            "factoid",
        ),
        term(
            "factoid",
            _("factoid"),
            _(
                "The word of the discipline for a claim together with the source that makes "
                "it. It does not mean something false. The exchange format IPIF calls the "
                "claim alone a statement."
            ),
            "claim",
        ),
        term(
            "group",
            _("group"),
            _(
                "The people who answer a question, for example all who signed a declaration "
                "and were expelled later. A group here is what a question finds, and not a "
                "body that called itself one."
            ),
            "collective-biography",
        ),
        term(
            "collective-biography",
            _("collective biography"),
            _(
                "What the sources say of a group as a whole: births by decade and place, "
                "offices, fates, ages, and where they disagree. It counts claims in this "
                "record and is no statistic of history."
            ),
            "group",
            "kaplan-meier",
        ),
        term(
            "kaplan-meier",
            _("Kaplan–Meier estimate"),
            _(
                "A way to draw how many of a group were still alive after so many years, "
                "which also counts those whose death nobody dates for as long as they are "
                "attested."
            ),
            "attested",
        ),
    ),
)
