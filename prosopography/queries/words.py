"""Values of closed lists as the single words that readers see beside a claim."""

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as noop

#: The value is the English word, which other programs read as well.
_WORDS = frozenset(
    (
        noop("certain"),
        noop("probable"),
        noop("possible"),
        noop("stated"),
        noop("interpreted"),
        noop("inferred"),
        noop("affirmed"),
        noop("denied"),
        noop("silent"),
        noop("preferred"),
        noop("normal"),
        noop("deprecated"),
        noop("doubtful"),
        noop("supports"),
        noop("contradicts"),
        noop("whole"),
        noop("parts"),
        noop("possibly"),
        noop("julian"),
        noop("gregorian"),
        noop("unknown"),
        noop("person"),
        noop("organisation"),
        noop("event"),
        noop("place"),
        noop("role"),
        noop("source"),
        noop("state"),
        noop("nature"),
        noop("rule"),
    )
)


def in_words(value: str) -> str:
    """A value such as “probable” in the language that is spoken; any other text as it is."""
    return gettext(value) if value in _WORDS else value
