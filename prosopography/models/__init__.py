"""The tables of the record, one module a noun.

Source ──< Citation >── Assertion ──> Person, Role, Organisation, Event, Place, another Person
"""

from .assertion import Assertion
from .choices import (
    Basis,
    CalendarChoice,
    Certainty,
    Identification,
    Joins,
    Polarity,
    Rank,
    SourceKind,
    Stance,
    Status,
)
from .citation import Citation
from .event import Event
from .identifier import Authority, Identifier, Redirect
from .kinds import COLUMNS, KINDS, SUBJECTS, Kind
from .name_form import NameForm, NameKey, WordKey
from .organisation import Organisation
from .person import Person
from .place import Place
from .role import Role
from .source import Derivation, Passage, Source

__all__ = [
    "COLUMNS",
    "KINDS",
    "SUBJECTS",
    "Assertion",
    "Authority",
    "Basis",
    "CalendarChoice",
    "Certainty",
    "Citation",
    "Derivation",
    "Event",
    "Identification",
    "Identifier",
    "Joins",
    "Kind",
    "NameForm",
    "NameKey",
    "Organisation",
    "Passage",
    "Person",
    "Place",
    "Polarity",
    "Rank",
    "Redirect",
    "Role",
    "Source",
    "SourceKind",
    "Stance",
    "Status",
    "WordKey",
]
