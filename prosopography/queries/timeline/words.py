"""What a mark says when it is pointed at, and the sources of a claim in one line."""

from ..claims import Claim
from ..sentence import plain

#: More sources than these are counted.
MOST_SOURCES = 3


def told(claim: Claim) -> str:
    """All that a mark has to say in words: the claim, its date, its doubts, its sources."""
    when = claim.when
    date = f"{'attested ' if when.attested else ''}{when.text}" if when else ""
    if when and when.calendar:
        date += f" ({when.calendar})"
    signs = ["denied" if claim.denied else "", claim.certainty, claim.basis, claim.rank]
    signs.append("identification doubtful" if claim.doubtful else "")
    signs.append("in conflict" if claim.disputed else "")
    words = [plain(claim.parts), date, ", ".join(sign for sign in signs if sign), sources(claim)]
    return " – ".join(each for each in words if each)


def sources(claim: Claim) -> str:
    """The sources of a claim, each with its places; of many the first, and how many more."""
    found: dict[str, dict[str, None]] = {}
    for each in claim.evidence:
        against = "against: " if each.contradicts else ""
        found.setdefault(f"{against}{each.source.label}", {})[each.locator] = None
    words = [f"{source}, {', '.join(places)}" for source, places in found.items()]
    if len(words) > MOST_SOURCES:
        words[MOST_SOURCES:] = [f"{len(words) - MOST_SOURCES} more"]
    return "; ".join(words)
