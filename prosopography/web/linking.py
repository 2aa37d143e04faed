"""What counts as a link, as the address of a page has it."""

from typing import Any

from django.utils.translation import gettext

from prosopography.queries.language import later as _
from prosopography.queries.links import LARGEST, LINKS, Filter
from prosopography.queries.questions.node import MOST_LARGEST

from .chosen import word
from .errors import RefusalError

#: The parameters that say what counts.
FILTER = ("by", "largest", "certain")
_YES_OR_NO = {"true": True, "false": False}
#: What a form offers, in words.
_OFFERED = {
    "": _("relationships, bodies and events"),
    "relationship": _("relationships"),
    "organisation": _("bodies"),
    "event": _("events"),
    "relationship,organisation": _("relationships and bodies"),
    "relationship,event": _("relationships and events"),
    "organisation,event": _("bodies and events"),
}


def only(asked: dict[str, str]) -> Filter:
    """What counts. Raises RefusalError for what is no sort of link, and for no number of persons."""
    return Filter(by=_by(asked.get("by", "")), largest=_largest(asked))


def certain(asked: dict[str, str]) -> bool:
    """Whether certain links alone count. Raises RefusalError for what is neither yes nor no."""
    return bool(word(asked, "certain", _YES_OR_NO, "false"))


def offered(counting: Filter) -> list[dict[str, Any]]:
    """The sorts to choose from."""
    chosen = "" if counting.by == LINKS else ",".join(counting.by)
    return [
        {"value": value, "label": label, "chosen": value == chosen}
        for value, label in _OFFERED.items()
    ]


def number(asked: dict[str, str], name: str, most: int, default: int) -> int:
    """A whole number from 1. Raises RefusalError for any other."""
    given = asked.get(name, str(default))
    if not (given.isascii() and given.isdigit() and 1 <= int(given[:9]) <= most):
        raise RefusalError(
            gettext("“{name}” is a number from 1 to {most:,}, and not “{given}”.").format(
                name=name, most=most, given=given
            )
        )
    return int(given)


def _largest(asked: dict[str, str]) -> int:
    return number(asked, "largest", MOST_LARGEST, LARGEST)


def _by(given: str) -> tuple[str, ...]:
    words = [each.strip() for each in given.split(",")] if given else list(LINKS)
    for each in words:
        if each not in LINKS:
            raise RefusalError(
                gettext("“by” is one or more of {links}, and not “{word}”.").format(
                    links=", ".join(LINKS), word=each
                )
            )
    return tuple(each for each in LINKS if each in words)
