"""The terms of time: calendars, and what can be said of a vague date."""

from django.utils.translation import gettext_lazy as _

from .term import Chapter, term

TIME = Chapter(
    "time",
    _("Time"),
    (
        term(
            "calendar",
            _("Julian and Gregorian calendar"),
            _(
                "Two ways to count the days. Russia used the Julian calendar until February "
                "1918, thirteen days behind the Gregorian: 25 October and 7 November 1917 are "
                "the same day. Where no source settles which is meant, the date covers both."
            ),
            "possible-certain",
        ),
        term(
            "edtf",
            _("EDTF"),
            _(
                "Extended Date/Time Format, the part of the standard ISO 8601 for vague dates: "
                "1938? is an uncertain year, 1921/1928 a span, 193X some year of the decade. "
                "Each date is kept as its source writes it, and as EDTF beside it."
            ),
        ),
        term(
            "attested",
            _("attested"),
            _(
                "Of something that lasts, an office for example: a source shows that it was so "
                "at that time. When it began and ended is not said."
            ),
            "tenure",
        ),
        term(
            "possible-certain",
            _("possible and certain"),
            _(
                "Something is possible on a day if what is said does not exclude it, and "
                "certain if it holds whichever of the days meant was the true one. What is "
                "certain is possible too."
            ),
            "attested",
        ),
    ),
)
