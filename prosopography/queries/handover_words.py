"""What lies between one holder of an office and those before, in words."""

from django.utils.translation import gettext as _

from prosopography.dates import Between, Handover

from .days import day_in_words


def beside(found: Handover) -> bool:
    """Whether a tenure overlaps with those before, certainly or possibly, and no gap is possible."""
    is_overlap = found.between in (Between.OVERLAP, Between.POSSIBLE_OVERLAP)
    return is_overlap and found.gap == "excluded"


def in_words(found: Handover) -> str:
    """What lies between two holders, in a sentence without its full stop."""
    days = _days(found)
    if found.between is Between.OVERLAP:
        return _("Overlap: certainly held at the same time as by somebody before")
    if found.between is Between.POSSIBLE_OVERLAP:
        if found.gap == "excluded":
            return _("Possible overlap with somebody before; no gap")
        pattern = _("Possible overlap with somebody before; a gap{days} is not excluded")
    elif found.between is Between.GAP:
        pattern = _("Gap: held by nobody of whom the record knows{days}")
    elif found.between is Between.POSSIBLE_GAP:
        pattern = (
            _("Possible gap{days}; an overlap is not excluded")
            if found.overlap != "excluded"
            else _("Possible gap{days}")
        )
    elif found.gap == "excluded":
        return _("Follows without a gap")
    else:
        pattern = _("Follows: a gap{days} and an overlap are both possible")
    return pattern.format(days=days)


def _days(found: Handover) -> str:
    """The days of a gap with the blank before them, or nothing."""
    first = None if found.first is None else day_in_words(found.first)
    last = None if found.last is None else day_in_words(found.last)
    if first and last:
        pattern = _(" on {first}") if first == last else _(" from {first} to {last}")
    elif first:
        pattern = _(" from {first}")
    else:
        pattern = _(" to {last}") if last else ""
    return pattern.format(first=first, last=last)
