"""What a mark says when it is pointed at, and the sources of a claim in one line."""

from django.utils.translation import gettext as _

from ..claims import Claim
from ..sentence import plain
from ..words import in_words

#: More sources than these are counted.
MOST_SOURCES = 3


def told(claim: Claim) -> str:
    """All that a mark has to say in words: the claim, its date, its doubts, its sources."""
    when = claim.when
    date = when.text if when else ""
    if when and when.attested:
        date = _("attested {date}").format(date=date)
    if when and when.calendar:
        date += f" ({when.calendar})"
    signs = [_("denied") if claim.denied else "", in_words(claim.certainty)]
    signs += [in_words(claim.basis), in_words(claim.rank)]
    signs.append(_("identification doubtful") if claim.doubtful else "")
    signs.append(_("in conflict") if claim.disputed else "")
    words = [plain(claim.parts), date, ", ".join(sign for sign in signs if sign), sources(claim)]
    return _(" – ").join(each for each in words if each)


def sources(claim: Claim) -> str:
    """The sources of a claim, each with its places; of many the first, and how many more."""
    found: dict[str, dict[str, None]] = {}
    for each in claim.evidence:
        pattern = _("against: {source}") if each.contradicts else "{source}"
        found.setdefault(pattern.replace("{source}", each.source.label), {})[each.locator] = None
    words = [f"{source}, {', '.join(places)}" for source, places in found.items()]
    if len(words) > MOST_SOURCES:
        words[MOST_SOURCES:] = [_("{number} more").format(number=len(words) - MOST_SOURCES)]
    return "; ".join(words)
