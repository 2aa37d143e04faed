"""What the form of a claim says to a historian: label, help and example of each field, by kind."""

from dataclasses import dataclass
from typing import Any

from prosopography.models import COLUMNS, KINDS, Kind


@dataclass(frozen=True)
class Words:
    """How a field is called, what it is for, and an example of what to type."""

    label: str
    help: str
    example: str

    @property
    def placeholder(self) -> str:
        """The example as it stands in the empty field, not to be taken for an entry."""
        return f"e.g. {self.example}"


_NAME = "Смилга or Smilga"

_ANY_KIND = {
    "person": Words(
        "Person", "Whom the claim is about. Any spelling of any name finds them.", _NAME
    ),
    "related_person": Words("Other person", "Towards whom.", "Троцкий or Trotzki"),
    "role": Words("Role", "A term of the vocabulary.", "chairman"),
    "organisation": Words("Organisation", "The body.", "Tsentrobalt"),
    "event": Words("Event", "The event.", "Declaration of the 46"),
    "place": Words("Place", "Where, as far as the source says.", "Aloja"),
    "value": Words(
        "Detail",
        "What the other fields cannot hold, in few words: “from the Baltic Fleet”.",
        "from the Baltic Fleet",
    ),
}
_OF_KIND = {
    ("name", "role"): Words(
        "Use of the name",
        "Only where the source says what sort of name it is: born as, pseudonym.",
        "pseudonym",
    ),
    ("name", "value"): Words(
        "Name", "Letter for letter as the source prints it, misprints included.", "Смилга"
    ),
    ("birth", "place"): Words("Place of birth", "As far as the source says.", "Aloja"),
    ("death", "place"): Words("Place of death", "As far as the source says.", "Moscow"),
    ("death", "event"): Words(
        "In the course of", "The event in which the person died.", "Great Purge"
    ),
    ("tenure", "role"): Words(
        "Role", "The office or membership that was held: chairman, member.", "chairman"
    ),
    ("tenure", "organisation"): Words("Organisation", "The body it was held in.", "Tsentrobalt"),
    ("tenure", "place"): Words("Place", "Only where the office was tied to it.", "Helsingfors"),
    ("participation", "role"): Words(
        "Role", "The part that was taken: signatory, delegate.", "signatory"
    ),
    ("participation", "organisation"): Words(
        "For", "The body that was represented, if any.", "Baltic Fleet"
    ),
    ("relationship", "role"): Words(
        "Relationship",
        "What the person was to the other: spouse of, pupil of. Enter one side only, the other "
        "follows.",
        "supporter of",
    ),
    ("life_event", "role"): Words(
        "What happened",
        "What befell the person or what they did: arrested, expelled, recanted.",
        "expelled",
    ),
    ("life_event", "organisation"): Words(
        "Organisation", "The body concerned: expelled from it.", "Communist Party"
    ),
    ("residence", "place"): Words("Place", "Where the person lived or stayed.", "Minusinsk"),
    ("occupation", "role"): Words("Occupation", "The trade or calling.", "journalist"),
    ("authorship", "role"): Words("Role", "What was done with the work: author.", "author"),
    ("authorship", "value"): Words(
        "Title of the work", "As the source gives it.", "On the Eve of October"
    ),
    ("description", "value"): Words(
        "What is said",
        "In few words of your own; the source's words belong in the citation.",
        "an economist of note",
    ),
    ("occurrence", "event"): Words("Event", "What took place.", "Fifteenth Congress"),
    ("existence", "role"): Words(
        "What happened", "Founded, existed, renamed, dissolved.", "founded"
    ),
}


def words_for(kind: Kind, column: str) -> Words:
    """How a column is put to the editor of a claim of this kind."""
    words = _OF_KIND.get((kind.key, column), _ANY_KIND[column])
    if kind.one_of and column in kind.one_of:
        return Words(words.label, "What the claim is about: fill in one of the four.", _NAME)
    return words


def kinds_for_script() -> dict[str, Any]:
    """The registry of kinds as the script of the form reads it."""
    return {
        kind.key: {
            "help": kind.help,
            "joins": kind.joins or "",
            "columns": {
                column: {
                    "label": (words := words_for(kind, column)).label,
                    "help": words.help,
                    "placeholder": words.placeholder,
                    "needed": column in kind.needs,
                }
                for column in COLUMNS
                if column in kind.allowed
            },
        }
        for kind in KINDS.values()
    }
