"""The fields of the forms in which a clause of a question is written, sort by sort."""

from dataclasses import dataclass, replace

from prosopography.models import (
    KINDS,
    Basis,
    CalendarChoice,
    Certainty,
    Polarity,
    Rank,
)
from prosopography.queries.language import later as _

Words = tuple[tuple[str, str], ...]

#: What separates the values of a field of which one must be so.
SEPARATOR = ";"
#: Of how many names of a field one of several rows can be chosen at once.
MOST_PICKS = 5


@dataclass(frozen=True)
class Field:
    """One field.

    ``holds`` says what: the names of rows, one name of a row, words of a closed list, texts, a
    text, a date, a flag, a number.
    """

    key: str
    label: str
    holds: str
    nouns: tuple[str, ...] = ()  # in which tables a name is looked up
    words: Words = ()
    help: str = ""
    part: str = ""  # under which heading it stands; those without one come first
    only: str = ""  # of a comparison: which sorts of a side need it

    @property
    def picks(self) -> tuple[str, ...]:
        """The parameters by which one of several rows is chosen, name by name."""
        numbers = range(2, MOST_PICKS + 1) if self.nouns else ()
        first = (f"{self.key}.is",) if self.nouns else ()
        return (*first, *(f"{self.key}.is{number}" for number in numbers))


def _rows(key: str, label: str, *nouns: str, **more: str) -> Field:
    return Field(key, label, "rows", nouns or (key,), **more)  # type: ignore[arg-type]


def _words(key: str, label: str, *words: tuple[str, str], **more: str) -> Field:
    return Field(key, label, "words", words=words, **more)  # type: ignore[arg-type]


def _flag(key: str, label: str, usual: str, word: str, other: str, **more: str) -> Field:
    return Field(key, label, "flag", words=(("", usual), (word, other)), **more)  # type: ignore[arg-type]


_ANY = ("", _("any"))
_KINDS = tuple((key, _(kind.label)) for key, kind in KINDS.items() if "person" in kind.allowed)
_OF_CALENDAR = (("", _("Gregorian")), ("julian", _("Julian")))
_EXACT = _flag("exact", _("Parts, and narrower roles"), _("count too"), "true", _("do not count"))

#: How a date is typed: in EDTF, or as ``read_date`` understands it.
_IN_WORDS = _("1917-11-07, 1917-11, 1917, 1917/1920, ../1920; or in words: December 1927")
_OTHER_PERSON = _("The other person of a relationship")
_EVIDENCE = _("Where it stands, and how surely")
_SAID = _("What it says")

#: What one claim must satisfy (``assertion``).
PATTERN = (
    _words("kind", _("Kind of claim"), _ANY, *_KINDS),
    _rows("role", _("Role"), help=_("member, signatory, expelled …")),
    _rows("organisation", _("Organisation")),
    _rows("event", _("Event")),
    _rows("place", _("Place")),
    _words(
        "relation", _("Its time"), ("", _("any time")), ("overlaps", _("was so on some day of")),
        ("during", _("lay wholly within")), ("before", _("was over before")), ("after", _("began after")),
    ),
    Field("date", _("Date"), "date", help=_IN_WORDS),
    Field("date_calendar", _("Calendar of the date"), "calendar", words=_OF_CALENDAR),
    _rows("person", _("Other person"), part=_OTHER_PERSON),
    _flag(
        "converse", _("Which side"), _("the role is that of who answers"), "true",
        _("the role is that of the other person"), part=_OTHER_PERSON,
    ),
    _rows("source", _("Source"), part=_EVIDENCE),
    _rows("attributed_to", _("On whose word"), "source", "person", part=_EVIDENCE,
          help=_("a work or a person that the source reports")),
    _words("certainty", _("Certainty"), _ANY, *Certainty.choices, part=_EVIDENCE),
    _words("basis", _("Basis"), _ANY, *Basis.choices, part=_EVIDENCE),
    Field("independent_witnesses", _("Independent witnesses"), "number", part=_EVIDENCE,
          help=_("at least so many")),
    _flag("doubtful", _("Doubtful identifications"), _("count, as possible"), "false", _("do not count"),
          part=_EVIDENCE),
    Field("name", _("Called"), "texts", part=_SAID,
          help=_("the whole name exactly as a source prints it: Srnirnov, Каменев")),
    Field("text", _("Words in its value"), "text", part=_SAID),
    _words("calendar", _("Written by the calendar"), _ANY, *CalendarChoice.choices, part=_SAID),
    _words("polarity", _("It is"), ("", _("affirmed")), *Polarity.choices[1:], part=_SAID),
    _words("rank", _("Rank"), ("", _("preferred or normal")), *Rank.choices, part=_SAID),
    replace(_EXACT, part=_SAID),
)  # fmt: skip

#: Who served with somebody (``overlaps_with``).
OVERLAPS = (
    Field("person", _("Served with"), "row", ("person",)),
    _rows("organisation", _("In"), help=_("a body; if none is given, in any")),
    _rows("role", _("As"), help=_("the role of who answers")),
    _EXACT,
)

#: Whom few links join to somebody (``linked_to``).
LINKED = (
    Field("person", _("Linked to"), "row", ("person",)),
    Field("within", _("By so many links at most"), "within",
          words=(("1", "1"), ("2", "2"), ("3", "3"))),
    _words("by", _("What counts as a link"), ("", _("all of these")), ("relationship", _("relationships")),
           ("organisation", _("a body, at the same time")), ("event", _("an event"))),
    Field("largest", _("Of bodies and events those of so many persons at most"), "number",
          help=_("100 unless said otherwise")),
)  # fmt: skip

#: Whoever is in a list (``persons``).
PERSONS = (Field("persons", _("Persons"), "list", ("person",), help=_("one a line")),)

_SIDES = (
    ("claim", _("a claim about the person")),
    ("birth.date", _("the birth of the person")),
    ("death.date", _("the death of the person")),
    ("event", _("an event of the record")),
    ("date", _("a date")),
)


#: Of which sorts of sides the fields are that one kind of side does not need.
_CLAIM, _EVENT, _DATE = "if-claim", "if-claim if-event", "if-date"


def _side(key: str, title: str) -> tuple[Field, ...]:
    """The fields of one side of a comparison: what it is, and then of what."""
    claim = (
        _words("kind", _("Kind of claim"), _ANY, *_KINDS, only=_CLAIM),
        _rows("role", _("Role"), only=_CLAIM),
        _rows("organisation", _("Organisation"), only=_CLAIM),
        _rows(
            "event",
            _("Event"),
            only=_EVENT,
            help=_("that the claim names, or that is meant itself"),
        ),
        _rows("place", _("Place"), only=_CLAIM),
        Field(
            "date",
            _("Date"),
            "date",
            only=_DATE,
            help=_IN_WORDS,
        ),
        Field(
            "date_calendar",
            _("Calendar of the date"),
            "calendar",
            words=_OF_CALENDAR,
            only=_DATE,
        ),
    )
    named = (replace(each, key=f"{key}_{each.key}", part=title) for each in claim)
    return (Field(key, _("It is"), "side", words=_SIDES, part=title), *named)


LEFT, HOW, RIGHT = _("What is compared"), _("How"), _("With what")

#: Dates, or an age and a number, compared (``compare``).
COMPARE = (
    *_side("left", LEFT),
    _flag("age", _("Of it"), _("the date"), "true", _("the age of the person then"), part=LEFT),
    Field("operator", _("It stands"), "operator", words=(
        ("<", _("before; younger than")),
        ("<=", _("at most (ages alone)")),
        ("=", _("on a day of both; exactly")),
        (">=", _("at least (ages alone)")),
        (">", _("after; older than")),
    ), part=HOW),
    *_side("right", RIGHT),
    Field("years", _("Years, for an age"), "number", part=HOW,
          help=_("a whole number from 0 to 150")),
)  # fmt: skip

#: The sorts of clauses, with what they are called and their fields.
SORTS: dict[str, tuple[str, tuple[Field, ...]]] = {
    "assertion": (_("A claim about the person"), PATTERN),
    "overlaps_with": (_("Served with somebody"), OVERLAPS),
    "linked_to": (_("Linked to somebody"), LINKED),
    "compare": (_("Dates, or an age, compared"), COMPARE),
    "persons": (_("One of these persons"), PERSONS),
}

#: Every parameter that a form can send.
PARAMETERS = tuple(
    dict.fromkeys(
        name
        for _, fields in SORTS.values()
        for field in fields
        for name in (field.key, *field.picks)
    )
)
