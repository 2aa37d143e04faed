"""The values in a question, each checked; every fault is noted with its path."""

import json
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as noop

from prosopography.dates import Calendar, DateError, Span
from prosopography.models import Person

from ..when import CALENDARS, read_span, said
from .faults import Fault, QuestionError, did_you_mean, unknown
from .lookup import Lookup
from .node import Named, When

MOST_VALUES = 50
MOST_TEXT = 200
#: With so many faults the reading ends; more are not told.
MOST_FAULTS = 20

_RELATIONS = ("on", "overlaps", "before", "after", "during")


class Values:
    """Reads values, and collects what is wrong instead of stopping at the first fault."""

    def __init__(self, lookup: Lookup) -> None:
        self.lookup = lookup
        self.faults: list[Fault] = []

    def fault(self, path: str, message: str, **words: Any) -> None:
        """Notes a fault: a marked sentence, and what fills its placeholders.

        Raises QuestionError when there are enough of them.
        """
        told = gettext(message)
        self.faults.append(Fault(path, told.format(**words) if words else told))
        if len(self.faults) >= MOST_FAULTS:
            raise QuestionError(self.faults)

    def parts_of(self, data: Any, path: str, known: tuple[str, ...]) -> dict[str, Any]:
        """An object with some of these keys; without those that it must not have."""
        if not isinstance(data, dict):
            self.fault(path, noop("{value} is no object"), value=shown(data))
            return {}
        if not data:
            self.fault(path, noop("there is nothing in it"))
        for key in data:
            if key not in known:
                self.fault(
                    join(path, key),
                    noop('there is no "{key}" here{hint}'),
                    key=key,
                    hint=did_you_mean(key, known),
                )
        return {key: data[key] for key in known if key in data}

    def values(self, data: Any, path: str, most: int = MOST_VALUES) -> list[str]:
        """One text or a list of texts, each once."""
        many = data if isinstance(data, list) else [data]
        if not many:
            self.fault(path, noop("the list is empty: leave it out instead"))
        if len(many) > most:
            told = noop("{number} values are given; {most} are the most")
            self.fault(path, told, number=len(many), most=most)
            return []
        for value in many:
            if not isinstance(value, str) or not value.strip() or "\0" in value:
                self.fault(path, noop("{value} is no text"), value=shown(value))
                return []
        return list(dict.fromkeys(value.strip() for value in many))

    def rows(self, model: Any, data: Any, path: str, most: int = MOST_VALUES) -> tuple[Named, ...]:
        """The rows of these slugs."""
        found: dict[int, Named] = {}
        for slug in self.values(data, path, most):
            row = self.lookup.row(model, slug)
            if row is None:
                self.fault(path, "{told}", told=unknown(model, slug))
            else:
                found[row.key] = row
        return tuple(found.values())

    def one_person(self, asked: dict[str, Any], path: str) -> Named:
        """The one person whom a leaf is about."""
        if "person" not in asked:
            self.fault(path, noop("the person is missing"))
            return Named("", 0, "")
        if isinstance(asked["person"], list):
            self.fault(f"{path}.person", noop("give one person"))
            return Named("", 0, "")
        rows = self.rows(Person, asked["person"], f"{path}.person")
        return rows[0] if rows else Named("", 0, "")

    def words(self, data: Any, path: str, known: Any) -> tuple[str, ...]:
        """Words out of a closed list."""
        words = self.values(data, path)
        for word in words:
            if word not in known:
                hint = did_you_mean(word, known) or f": {one_of(known)}"
                self.fault(path, noop('there is no "{word}"{hint}'), word=word, hint=hint)
        return tuple(word for word in words if word in known)

    def texts(self, data: Any, path: str) -> tuple[str, ...]:
        """Texts of a moderate length."""
        texts = self.values(data, path)
        for text in texts:
            if len(text) > MOST_TEXT:
                told = noop("the text is longer than {most} characters")
                self.fault(path, told, most=MOST_TEXT)
        return tuple(texts)

    def text(self, data: Any, path: str) -> str:
        """A single text."""
        if isinstance(data, list):
            self.fault(path, noop("give one text"))
            return ""
        return next(iter(self.texts(data, path)), "")

    def flag(self, data: Any, path: str) -> bool:
        """True or false."""
        if not isinstance(data, bool):
            self.fault(path, noop("{value} is neither true nor false"), value=shown(data))
        return data is True

    def number(self, data: Any, path: str, least: int, most: int) -> int:
        """A whole number within limits."""
        if not isinstance(data, int) or isinstance(data, bool) or not least <= data <= most:
            told = noop("{value} is no whole number from {least} to {most}")
            self.fault(path, told, value=shown(data), least=least, most=most)
            return least
        return data

    def when(self, data: Any, path: str) -> When | None:
        """A relation to a date."""
        asked = self.parts_of(data, path, (*_RELATIONS, "calendar"))
        given = [key for key in _RELATIONS if key in asked]
        if len(given) != 1:
            if asked or given:
                told = noop("exactly one is needed, of {words}")
                self.fault(path, told, words=", ".join(_RELATIONS))
            return None
        calendar = self.calendar(asked, path)
        text = asked[given[0]]
        span = self.span(text, calendar, f"{path}.{given[0]}")
        return When(given[0], text.strip(), calendar, span) if span else None

    def calendar(self, asked: dict[str, Any], path: str) -> Calendar:
        """The calendar in which a date of the question is meant."""
        word = asked.get("calendar", "gregorian")
        if not isinstance(word, str) or word not in CALENDARS:
            told = noop("{value} is not {words}")
            self.fault(f"{path}.calendar", told, value=shown(word), words=one_of(CALENDARS))
            return Calendar.GREGORIAN
        return CALENDARS[word]

    def span(self, data: Any, calendar: Calendar, path: str) -> Span | None:
        """The days of a date; None where it cannot be read."""
        if not isinstance(data, str) or "\0" in data:
            told = noop("{value} is no date in EDTF: 1917-11-07, 1917-11, 1917")
            self.fault(path, told, value=shown(data))
            return None
        try:
            return read_span(data.strip(), calendar)
        except DateError as error:
            self.fault(path, "{told}", told=said(error))
            return None


def one_of(words: Iterable[str]) -> str:
    """“one of a, b, c”."""
    return gettext("one of {words}").format(words=", ".join(words))


def join(path: str, key: str) -> str:
    """The path of what stands under a key."""
    return f"{path}.{key}" if path else key


def shown(value: Any) -> str:
    """A value in a message, cut short."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else f"{text[:57]}…"
