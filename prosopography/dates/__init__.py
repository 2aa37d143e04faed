"""What a date is: read from EDTF or free text, in a calendar, with bounds that can be compared.

No Django here, and nothing but the standard library. The order of reading: `calendars` (days and
their numbers), `digits`, `value`, `atoms` and `groups` (what EDTF can say), `edtf` (the grammar),
`bounds` (four day numbers), `compare` (possible and certain), `describe` (text out), `reading`
(free text in; it names the modules on its way).
"""

from .bounds import UNDATED, Bounds, bounds_of, date_bounds
from .calendars import (
    DISTANT_FUTURE,
    DISTANT_PAST,
    MAX_YEAR,
    RUSSIAN_REFORM,
    Calendar,
    civil_day,
    day_number,
    iso_day,
)
from .compare import Answer, after, before, during, on, overlaps
from .describe import describe
from .edtf import MAX_LENGTH, parse_edtf
from .errors import DateError
from .reading import Reading, read_date
from .value import Edtf, Span

__all__ = [
    "DISTANT_FUTURE",
    "DISTANT_PAST",
    "MAX_LENGTH",
    "MAX_YEAR",
    "RUSSIAN_REFORM",
    "UNDATED",
    "Answer",
    "Bounds",
    "Calendar",
    "DateError",
    "Edtf",
    "Reading",
    "Span",
    "after",
    "before",
    "bounds_of",
    "civil_day",
    "date_bounds",
    "day_number",
    "describe",
    "during",
    "iso_day",
    "on",
    "overlaps",
    "parse_edtf",
    "read_date",
]
