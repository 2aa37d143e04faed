"""What a date is: read from EDTF or free text, in a calendar, with bounds that can be compared.

No Django here, and nothing but the standard library. The order of reading: `calendars` (days and
their numbers), `digits`, `value`, `atoms` and `groups` (what EDTF can say), `edtf` (the grammar),
`bounds` (four day numbers), `compare` (possible and certain), `readings` (whether two dates can be
one), `standing` and `handover` (who was there on a day, and what lies between two), `common` (how
long two were there together), `steps` (the dates beside a date), `describe` (text out), `reading`
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
    edtf_year,
    iso_day,
)
from .case import Case
from .common import Common, common
from .compare import Answer, after, before, during, on, overlaps
from .describe import describe, in_sentence
from .edtf import MAX_LENGTH, parse_edtf
from .errors import DateError
from .handover import Between, Handover, Held, handover, joined, may_be_one
from .reading import Reading, read_date
from .readings import Agreement, Ends, ends_of
from .standing import Standing, changes, reach, standing
from .steps import Step, steps
from .value import Edtf, Span

__all__ = [
    "DISTANT_FUTURE",
    "DISTANT_PAST",
    "MAX_LENGTH",
    "MAX_YEAR",
    "RUSSIAN_REFORM",
    "UNDATED",
    "Agreement",
    "Answer",
    "Between",
    "Bounds",
    "Calendar",
    "Case",
    "Common",
    "DateError",
    "Edtf",
    "Ends",
    "Handover",
    "Held",
    "Reading",
    "Span",
    "Standing",
    "Step",
    "after",
    "before",
    "bounds_of",
    "changes",
    "civil_day",
    "common",
    "date_bounds",
    "day_number",
    "describe",
    "during",
    "edtf_year",
    "ends_of",
    "handover",
    "in_sentence",
    "iso_day",
    "joined",
    "may_be_one",
    "on",
    "overlaps",
    "parse_edtf",
    "reach",
    "read_date",
    "standing",
    "steps",
]
