"""The tables of the record, one module a noun.

Source ──< Citation >── Assertion ──> Person, Role, Organisation, Event, Place, another Person
"""

from .alternative import Alternative
from .assertion import Assertion
from .choices import (
    Basis,
    CalendarChoice,
    Certainty,
    Extent,
    Identification,
    Joins,
    Marks,
    Nature,
    Polarity,
    Rank,
    SourceKind,
    Stance,
    Status,
    Verdict,
)
from .citation import Citation
from .conflict import ConflictEntry, Settlement
from .event import Event
from .identifier import Authority, Identifier, Redirect
from .kinds import COLUMNS, ENTITY_COLUMNS, KINDS, SUBJECTS, Kind
from .name_form import NameForm, NameKey, WordKey
from .organisation import Organisation
from .person import Person
from .place import Place
from .role import Role
from .source import Derivation, Passage, Source
from .version import Version

__all__ = [
    "COLUMNS",
    "ENTITY_COLUMNS",
    "KINDS",
    "SUBJECTS",
    "Alternative",
    "Assertion",
    "Authority",
    "Basis",
    "CalendarChoice",
    "Certainty",
    "Citation",
    "ConflictEntry",
    "Derivation",
    "Event",
    "Extent",
    "Identification",
    "Identifier",
    "Joins",
    "Kind",
    "Marks",
    "NameForm",
    "NameKey",
    "Nature",
    "Organisation",
    "Passage",
    "Person",
    "Place",
    "Polarity",
    "Rank",
    "Redirect",
    "Role",
    "Settlement",
    "Source",
    "SourceKind",
    "Stance",
    "Status",
    "Verdict",
    "Version",
    "WordKey",
]
