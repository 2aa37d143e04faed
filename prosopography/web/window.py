"""What a map, a timeline or a network of the record is narrowed by: a time, and persons."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from prosopography.dates import Calendar, Case, DateError, Span, in_sentence
from prosopography.models import Person
from prosopography.queries.address import keys_of, visible
from prosopography.queries.language import spoken
from prosopography.queries.meant import meant
from prosopography.queries.questions import QuestionError, answer, read_text, sentence
from prosopography.queries.script import label_of
from prosopography.queries.when import read_span, said

from .chosen import word
from .errors import RefusalError

#: The parameters that say which time, and whether what is only possible counts.
TIME = ("from", "to", "match")
#: The parameters that say which persons.
WHOM = ("persons", "q")
#: So many persons can be named in an address.
MOST_PERSONS = 50
_MATCHES = ("possible", "certain")
_UNDATED = "undated"


@dataclass(frozen=True)
class Window:
    """A time that is asked about."""

    span: Span | None  # None for any time
    match: str = "possible"

    @property
    def certain(self) -> bool:
        """Whether what is only possible is left out."""
        return self.match == "certain"

    @property
    def undated(self) -> bool:
        """Whether what has no date, and so is possible at any time, counts too."""
        return self.match == _UNDATED


@dataclass(frozen=True)
class Whom:
    """The persons who are asked about."""

    keys: frozenset[int] | None = None  # None for everybody
    persons: tuple[Person, ...] = ()  # who are named
    question: str = ""  # the sentence of the question
    asking: str = ""  # the address of its answer
    group: str = ""  # the address of the collective biography


def window(asked: dict[str, str], *, undated: bool = False) -> Window:
    """The time of an address, in the Gregorian calendar.

    ``undated``: whether what has no date can be asked for too. Raises RefusalError for what is no
    date, and for an end that lies before the beginning.
    """
    first, last = _days("from", asked).first, _days("to", asked).last
    if first is not None and last is not None and last < first:
        raise RefusalError(
            _("The time asked for ends (%(to)s) before it begins (%(from)s).") % asked
        )
    span = None if first is None and last is None else Span(first, last)
    known = (*_MATCHES, _UNDATED) if undated else _MATCHES
    return Window(span, word(asked, "match", {each: each for each in known}, "possible"))


def time_in_words(asked: Mapping[str, str]) -> str:
    """The time of an address that ``window`` has read; empty for any."""
    begin, end = asked.get("from", ""), asked.get("to", "")
    if begin == end:
        return in_words(begin, Case.NOMINATIVE) if begin else ""
    if not end:
        return _("from %(begin)s on") % {"begin": in_words(begin, Case.GENITIVE)}
    if not begin:
        return _("up to %(end)s") % {"end": in_words(end, Case.ACCUSATIVE)}
    return _("%(begin)s to %(end)s") % {
        "begin": in_words(begin, Case.GENITIVE),
        "end": in_words(end, Case.ACCUSATIVE),
    }


def in_words(date: str, case: Case) -> str:
    """A date of an address as a part of a sentence."""
    return in_sentence(date, case, language=spoken())


def narrowed_to(asked: Mapping[str, str], whom: Whom) -> list[str]:
    """The time and the persons of an address as they are cited; what is not narrowed is empty."""
    matches = {
        "certain": _("without what is uncertain"),
        _UNDATED: _("with what has no date"),
    }
    return [
        time_in_words(asked),
        matches.get(asked.get("match", ""), ""),
        ", ".join(label_of(person) for person in whom.persons),
        whom.question,
    ]


def whom(asked: dict[str, str]) -> Whom:
    """The persons of an address: those named in ``persons``, or who answer the question in ``q``.

    Both together are those who are named and answer. ``asked`` gets the slugs and the question as
    they are written in a permanent address. Two queries for the persons and those of ``meant`` for
    each name; those of the question. Raises RefusalError for a name that is nobody's or not that of
    one person alone, and for a question that cannot be read.
    """
    found = Whom()
    if "q" in asked:
        found = _asked(asked)
    if "persons" in asked:
        persons = _named(asked["persons"])
        asked["persons"] = ",".join(each.slug for each in persons)
        keys = frozenset(each.pk for each in persons)
        found = Whom(
            keys if found.keys is None else keys & found.keys,
            tuple(persons),
            found.question,
            found.asking,
            found.group,
        )
    return found


def _asked(asked: dict[str, str]) -> Whom:
    try:
        question = read_text(asked["q"])
    except QuestionError as error:
        raise RefusalError(
            _("The question in “q” cannot be read: %(fault)s.") % {"fault": error.faults[0]}
        ) from error
    asked["q"] = question.canonical
    query = urlencode({"q": question.canonical})
    return Whom(
        keys=frozenset(answer(question).keys),
        question=sentence(question),
        asking=f"{reverse('web:questions')}?{query}",
        group=f"{reverse('web:groups')}?{query}",
    )


def _named(given: str) -> list[Person]:
    """The persons of a list of slugs or names, in the order of the list, each once."""
    texts = list(dict.fromkeys(text.strip() for text in given.split(",") if text.strip()))
    if not texts:
        raise RefusalError(_("“persons” names nobody: write one person or several, with commas."))
    if len(texts) > MOST_PERSONS:
        raise RefusalError(
            _("“persons” can name %(most)s persons at most.") % {"most": MOST_PERSONS}
        )
    keys = keys_of(Person, texts)
    slugs = {text: _meant(text) for text in texts if text not in keys}
    keys |= keys_of(Person, slugs.values()) if slugs else {}
    ordered = [keys[slugs.get(text, text)] for text in texts]
    rows = visible(Person).in_bulk(ordered)
    return [rows[key] for key in dict.fromkeys(ordered)]


def _meant(text: str) -> str:
    found = meant(text, "person")
    if found.row is not None:
        return found.row.slug
    if not found.candidates:
        raise RefusalError(_("The record has no person “%(text)s”.") % {"text": text})
    raise RefusalError(
        _("Which “%(text)s” is meant? Write one of these: %(slugs)s.")
        % {"text": text, "slugs": _listed(each.slug for each in found.candidates)}
    )


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)


def _days(name: str, asked: dict[str, str]) -> Span:
    if name not in asked:
        return Span(None, None)
    try:
        return read_span(asked[name], Calendar.GREGORIAN)
    except DateError as error:
        raise RefusalError(
            _("“%(name)s” cannot be read: %(fault)s") % {"name": name, "fault": said(error)}
        ) from error
