"""The one registry of assertion kinds.

Each kind names the columns it needs, those it may use and, by silence, those it forbids. The
database constraints, the admin form, the API, the sentence on the page and the exports all come
from here: a new kind is one entry in ``KINDS``, a migration and a line in
``docs/assertion-kinds.md``.
"""

from dataclasses import dataclass, field

from django.db.models import CheckConstraint, Q
from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_noop as _

from .choices import Joins

#: The columns of an assertion that say what it is about, in the order in which they are shown.
COLUMNS = ("person", "related_person", "role", "organisation", "event", "place", "value")
#: The columns that can be what a claim about *something* is about.
SUBJECTS = ("person", "organisation", "event", "place")
#: The references of an assertion to rows that have a status of their own.
ENTITY_COLUMNS = ("person", "related_person", "organisation", "event", "place")


@dataclass(frozen=True)
class Kind:
    """One kind of assertion.

    ``needs`` must be filled, ``may`` can be, ``one_of`` exactly one; everything else must be empty.
    ``lasting`` tells how a single date is read: True, it held then (a state, merely *attested* on
    its date); False, it happened then; None, the role says which. ``sentence`` is the claim in
    English, with the columns in braces; a part in square brackets is left out when its columns are
    empty. ``silent`` says that a source says nothing of it; ``denied`` is the sentence denied,
    where a “not:” before it would not do: it begins with a verb then.

    What readers see of it (``label``, ``plural``, ``value_label`` and the patterns) stands here in
    English and is translated where it is shown: ``gettext(kind.label)``.
    """

    key: str
    label: str
    plural: str
    help: str
    sentence: str
    silent: str
    needs: frozenset[str]
    may: frozenset[str] = frozenset()
    one_of: frozenset[str] = frozenset()
    lasting: bool | None = False
    joins: Joins | None = None
    value_label: str = _("Detail")
    denied: str = ""

    @property
    def allowed(self) -> frozenset[str]:
        """Every column that may be filled."""
        return self.needs | self.may | self.one_of

    @property
    def forbidden(self) -> tuple[str, ...]:
        """Every column that must be empty, in the order of ``COLUMNS``."""
        return tuple(column for column in COLUMNS if column not in self.allowed)

    def condition(self) -> Q:
        """The rule as SQL: true for a row of this kind whose columns are as they must be."""
        rule = Q(kind=self.key)
        for column in COLUMNS:
            if column in self.needs:
                rule &= filled(column)
            elif column not in self.allowed:
                rule &= ~filled(column) if column == "value" else Q(**{f"{column}__isnull": True})
        if self.one_of:
            either = Q()
            for column in sorted(self.one_of):
                others = {f"{other}__isnull": True for other in sorted(self.one_of - {column})}
                either |= Q(**{f"{column}__isnull": False}, **others)
            rule &= either
        return rule

    @property
    def constraint_name(self) -> str:
        """What the constraint is called, as Django writes names: the app and the table left open."""
        return f"%(app_label)s_%(class)s_{self.key}_columns"

    def constraint(self) -> CheckConstraint:
        """The rule as a constraint of the assertion table: this kind, therefore these columns."""
        return CheckConstraint(
            condition=~Q(kind=self.key) | self.condition(),
            name=self.constraint_name,
            violation_error_message=f"The columns of this {self.label} are not those of its kind.",
        )


def filled(column: str) -> Q:
    """True where the column says something: text that is not empty, or a reference that is set."""
    return ~Q(value="") if column == "value" else Q(**{f"{column}__isnull": False})


def _kind(key: str, label: str, plural: str, /, *, needs: str, may: str = "", one_of: str = "",
          **more: object) -> Kind:  # fmt: skip
    columns = {
        "needs": frozenset(needs.split()),
        "may": frozenset(may.split()),
        "one_of": frozenset(one_of.split()),
    }
    return Kind(key=key, label=label, plural=plural, **columns, **more)  # type: ignore[arg-type]


_ANYTHING = "person organisation event place"

KINDS: dict[str, Kind] = {
    kind.key: kind
    for kind in (
        _kind("name", _("name"), _("names"), needs="value", may="role", one_of=_ANYTHING,
              lasting=True, joins=Joins.NAME, value_label=_("Name"),
              sentence=_("is called “{value}”[ ({role})]"),
              denied=_("is not called “{value}”[ ({role})]"),
              silent=_("nothing is said of the name"),
              help="A form of the name as a source gives it, in any script: Смилга, Srnirnov."),
        _kind("birth", _("birth"), _("births"), needs="person", may="place",
              sentence=_("was born[ in {place}]"),
              denied=_("was not born[ in {place}]"),
              silent=_("nothing is said of the birth"),
              help="When and where the person was born, as far as the source says."),
        _kind("death", _("death"), _("deaths"), needs="person", may="place event",
              sentence=_("died[ in {place}][ in the course of {event}]"),
              denied=_("did not die[ in {place}][ in the course of {event}]"),
              silent=_("nothing is said of the death"),
              help="When and where the person died. How (executed, murdered) is a life event."),
        _kind("tenure", _("tenure"), _("tenures"), needs="person role organisation", may="place value",
              lasting=True, joins=Joins.ORGANISATION,
              sentence=_("{role}, {organisation}[, {place}][ ({value})]"),
              silent=_("nothing is said of this tenure: "),
              help="A role held in a body: chairman of Tsentrobalt, 1917–1918."),
        _kind("participation", _("participation"), _("participations"), needs="person role event",
              may="organisation place value", joins=Joins.EVENT,
              sentence=_("{role}, {event}[ (for {organisation})][, {place}][ ({value})]"),
              silent=_("nothing is said of this participation: "),
              help="A part taken in an event: signatory of a declaration, delegate to a congress."),
        _kind("relationship", _("relationship"), _("relationships"), needs="person role related_person",
              may="organisation event place value", lasting=None, joins=Joins.PERSON,
              sentence=_("{role} {related_person}[, {organisation}][, {event}][, {place}][ ({value})]"),
              silent=_("nothing is said of this relationship: "),
              help="What the person was to another. The other's side is derived, never entered."),
        _kind("life_event", _("life event"), _("life events"), needs="person role",
              may="organisation event place value", lasting=None, joins=Joins.LIFE,
              sentence=_("{role}[: {organisation}][, {event}][, {place}][ ({value})]"),
              silent=_("nothing is said of this life event: "),
              help="What befell the person, or what they did: arrested, expelled, recanted."),
        _kind("residence", _("residence"), _("residences"), needs="person place", may="value",
              lasting=True, sentence=_("lived in {place}[ ({value})]"),
              denied=_("did not live in {place}[ ({value})]"),
              silent=_("nothing is said of the residence"),
              help="Where the person lived or stayed."),
        _kind("occupation", _("occupation"), _("occupations"), needs="person role",
              may="organisation place value", lasting=True, joins=Joins.OCCUPATION,
              sentence=_("{role}[, {organisation}][, {place}][ ({value})]"),
              silent=_("nothing is said of this occupation: "),
              help="A trade or calling: journalist, economist."),
        _kind("authorship", _("authorship"), _("authorships"), needs="person role value", may="event",
              joins=Joins.WORK, value_label=_("Title of the work"),
              sentence=_("{role}: {value}[, {event}]"),
              silent=_("nothing is said of this authorship: "),
              help="A work written, edited or translated, with its title as the source gives it."),
        _kind("description", _("description"), _("descriptions"), needs="value", one_of=_ANYTHING,
              lasting=True, value_label=_("What is said"),
              sentence=_("{value}"),
              silent=_("nothing is said of this description: "),
              help="What a source says that no other kind can hold, in few words of your own."),
        _kind("occurrence", _("occurrence"), _("occurrences"), needs="event",
              may="place organisation value",
              sentence=_("took place[ in {place}][ ({organisation})][ ({value})]"),
              denied=_("did not take place[ in {place}][ ({organisation})][ ({value})]"),
              silent=_("nothing is said of the occurrence"),
              help="That an event happened, when and where."),
        _kind("existence", _("existence"), _("existences"), needs="organisation role",
              may="place event value", lasting=None, joins=Joins.EXISTENCE,
              sentence=_("{role}[ in {place}][ ({event})][ ({value})]"),
              silent=_("nothing is said of this existence: "),
              help="That a body was founded, existed, was renamed or dissolved then."),
    )
}  # fmt: skip

KIND_CHOICES = [(kind.key, gettext_lazy(kind.label)) for kind in KINDS.values()]


@dataclass(frozen=True)
class Fault:
    """What is wrong with one column of a claim, in a sentence."""

    column: str
    message: str = field(compare=False)


def column_faults(kind: Kind, is_filled: dict[str, bool]) -> list[Fault]:
    """The columns that a claim of this kind lacks or must not have; empty when all is well."""
    faults = [
        Fault(column, f"A {kind.label} needs this.")
        for column in COLUMNS
        if column in kind.needs and not is_filled[column]
    ]
    faults += [
        Fault(column, f"A {kind.label} does not use this: leave it empty.")
        for column in kind.forbidden
        if is_filled[column]
    ]
    if kind.one_of:
        named = [column for column in SUBJECTS if is_filled[column] and column in kind.one_of]
        if not named:
            faults.append(
                Fault(SUBJECTS[0], f"A {kind.label} needs a person, organisation, event or place.")
            )
        faults += [
            Fault(column, f"A {kind.label} is about one thing only: leave this empty.")
            for column in named[1:]
        ]
    return faults
