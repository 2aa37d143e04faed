"""Rules that SQL cannot hold, each a small function that raises one sentence at one field.

Models call them from ``clean()``, so that form, admin, import and commands say the same.
"""

from datetime import date
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError

from prosopography.dates import Bounds, Calendar, DateError, date_bounds, day_number


def calendar_reform() -> int:
    """The setting CALENDAR_REFORM as a Julian Day Number."""
    reform = date.fromisoformat(settings.CALENDAR_REFORM)
    return day_number(reform.year, reform.month, reform.day, Calendar.GREGORIAN)


def read_bounds(edtf: str, calendar: str, *, lasting: bool) -> Bounds:
    """The four day numbers of a date in this record; a DateError as a ValidationError at ``edtf``."""
    try:
        return date_bounds(edtf, calendar, lasting=lasting, reform=calendar_reform())
    except DateError as error:
        raise ValidationError({"edtf": str(error)}) from error


def validate_free_address(row: Any) -> None:
    """An old address keeps leading where it led: no other row takes it."""
    redirects = row._meta.get_field("redirects").related_model.objects
    noun = row._meta.model_name
    taken = redirects.filter(noun=noun, slug=row.slug).exclude(**{noun: row.pk}).first()
    if taken is not None:
        raise ValidationError(
            {"slug": f"This address once was that of {getattr(taken, noun)} and still leads there."}
        )


def validate_no_cycle(row: Any, field: str) -> None:
    """A tree has no circles: no row is, through its parents, a part of itself."""
    if row.pk is None:
        return
    seen = {row.pk}
    above = getattr(row, field)
    while above is not None:
        if above.pk in seen:
            raise ValidationError({field: f"{row} would be a part of itself."})
        seen.add(above.pk)
        above = getattr(above, field)
