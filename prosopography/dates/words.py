"""The words of dates in the languages of the sources: English, Russian, some German and French.

Words are keys in lower case without a full stop; a table gives their meaning to the reader of free
text. Nothing here decides anything.
"""

from __future__ import annotations

from enum import StrEnum

from .digits import Doubt


class Kind(StrEnum):
    """What a piece of text is to the reader."""

    NUMBER = "number"
    ORDINAL = "ordinal"
    YEAR_MONTH_DAY = "year, month and day"
    DAY_MONTH_YEAR = "day, month and year"
    YEAR_MONTH = "year and month"
    MONTH_YEAR = "month and year"
    DAY_MONTH = "day and month"
    DECADE = "decade"
    CENTURY = "century"
    MONTH = "month"
    SEASON = "season"
    PORTION = "portion"
    WEEKDAY = "weekday"
    ERA = "era"
    DOUBT = "doubt"
    LEAD = "lead"
    TAIL = "tail"
    TO = "to"
    DASH = "dash"
    SLASH = "slash"
    AND = "and"
    OR = "or"
    COMMA = "comma"
    OPENING = "opening"
    CLOSING = "closing"


def _forms(stem: str, *endings: str) -> tuple[str, ...]:
    return tuple(stem + ending for ending in endings)


_SOFT = ("ь", "я", "е", "ю", "ем")

_MONTHS: tuple[tuple[str, ...], ...] = (
    ("january", "jan", "januar", "jänner", "janvier", "янв", *_forms("январ", *_SOFT)),
    ("february", "feb", "februar", "février", "фев", *_forms("феврал", *_SOFT)),
    ("march", "mar", "märz", "mars", *_forms("март", "", "а", "е", "у")),
    ("april", "apr", "avril", "апр", *_forms("апрел", *_SOFT)),
    ("may", "mai", "май", "мая", "мае"),
    ("june", "jun", "juni", "juin", *_forms("июн", "", *_SOFT)),
    ("july", "jul", "juli", "juillet", *_forms("июл", "", *_SOFT)),
    ("august", "aug", "août", "aout", "авг", *_forms("август", "", "а", "е", "у")),
    ("september", "sept", "sep", "septembre", "сент", "сен", *_forms("сентябр", *_SOFT)),
    ("october", "oct", "oktober", "okt", "octobre", "окт", *_forms("октябр", *_SOFT)),
    ("november", "nov", "novembre", "нояб", "ноя", *_forms("ноябр", *_SOFT)),
    ("december", "dec", "dezember", "dez", "décembre", "дек", *_forms("декабр", *_SOFT)),
)
_SEASONS: tuple[tuple[str, ...], ...] = (
    ("spring", "springtime", "frühling", "frühjahr", "printemps", *_forms("весн", *"аоыеу", "ой")),
    ("summer", "summertime", "sommer", "été", "ete", *_forms("лет", "о", "ом", "а", "у")),
    ("autumn", "fall", "herbst", "automne", *_forms("осен", "ь", "ью", "и")),
    ("winter", "wintertime", "hiver", *_forms("зим", *"аыеу", "ой")),
)
_WEEKDAYS: tuple[tuple[str, ...], ...] = (
    ("monday", "mon", "понедельник"),
    ("tuesday", "tue", "tues", "вторник"),
    ("wednesday", "wed", "среда", "среду"),
    ("thursday", "thu", "thur", "thurs", "четверг"),
    ("friday", "fri", "пятница", "пятницу"),
    ("saturday", "sat", "суббота", "субботу"),
    ("sunday", "sun", "воскресенье"),
)
_DOUBTS = {
    Doubt.APPROXIMATE: (
        "c ca circa cca about around approximately approx roughly near ~ "
        "около ок примерно приблизительно um etwa gegen vers environ"
    ),
    Doubt.UNCERTAIN: (
        "probably perhaps possibly maybe likely presumably apparently supposedly uncertain ? "
        "вероятно возможно видимо предположительно wohl vermutlich wahrscheinlich"
    ),
    Doubt.BOTH: "%",
}


class Portion(StrEnum):
    """A part of a year, season, month, decade or century."""

    EARLY = "early"
    MIDDLE = "middle"
    LATE = "late"
    FIRST_HALF = "first half"
    SECOND_HALF = "second half"
    FIRST_QUARTER = "first quarter"
    SECOND_QUARTER = "second quarter"
    THIRD_QUARTER = "third quarter"
    FOURTH_QUARTER = "fourth quarter"


_PORTIONS = {
    Portion.EARLY: "early beginning start начало начале начала anfang début",
    Portion.MIDDLE: "mid middle середина середине середины mitte",
    Portion.LATE: "late end close конец конце конца ende fin",
    Portion.FIRST_HALF: "first_half",
    Portion.SECOND_HALF: "second_half",
    Portion.FIRST_QUARTER: "first_quarter",
    Portion.SECOND_QUARTER: "second_quarter",
    Portion.THIRD_QUARTER: "third_quarter",
    Portion.FOURTH_QUARTER: "fourth_quarter",
}


class Lead(StrEnum):
    """A word before a date, or behind it, that says on which side of it the thing lies."""

    BETWEEN = "between"
    FROM = "from"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"
    BY = "by"
    NOT_BEFORE = "not before"


_LEADS = {
    Lead.BETWEEN: "between между zwischen entre",
    Lead.FROM: "from since starting с со von seit depuis",
    Lead.UNTIL: "until till til ending jusque",
    Lead.BEFORE: "before до vor avant ante",
    Lead.AFTER: "after после nach après post",
    Lead.BY: "by not_after",
    Lead.NOT_BEFORE: "not_before",
}


class Tail(StrEnum):
    """A word behind a date that says what lies beyond it."""

    OR_EARLIER = "or earlier"
    OR_LATER = "or later"
    ONWARDS = "onwards"
    END_UNKNOWN = "end unknown"
    NO_END = "without end"
    BEGINNING_UNKNOWN = "beginning unknown"
    NO_BEGINNING = "without beginning"


_TAILS = {
    Tail.OR_EARLIER: "or_earlier",
    Tail.OR_LATER: "or_later",
    Tail.ONWARDS: "onwards onward",
    Tail.END_UNKNOWN: "end_unknown",
    Tail.NO_END: "without_end present now today",
    Tail.BEGINNING_UNKNOWN: "beginning_unknown",
    Tail.NO_BEGINNING: "without_beginning",
}

_JOINS = {
    Kind.TO: "to through thru bis по à",
    Kind.DASH: "-",
    Kind.SLASH: "/",
    Kind.AND: "and & и und et",
    Kind.OR: "or или oder ou",
    Kind.COMMA: ", ;",
    Kind.OPENING: "( [",
    Kind.CLOSING: ") ]",
}
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_FILLERS = (
    "on in the of year years during at month day a an date dated sometime some time either both "
    "but born died b d . г гг год года году годы годов годах годом в во im am der die den dem des "
    "jahr jahre le la les en du anno"
)
FILLERS = frozenset(_FILLERS.split())

Meaning = tuple[Kind, int | str]


def _meanings() -> dict[str, Meaning]:
    """Every word with its kind and its value."""
    table: dict[str, Meaning] = {}
    for kind, rows, first in (
        (Kind.MONTH, _MONTHS, 1),
        (Kind.SEASON, _SEASONS, 21),
        (Kind.WEEKDAY, _WEEKDAYS, 0),
    ):
        for value, words in enumerate(rows, first):
            table |= dict.fromkeys(words, (kind, value))
    for kind, group in ((Kind.PORTION, _PORTIONS), (Kind.LEAD, _LEADS), (Kind.TAIL, _TAILS)):
        for name, line in group.items():
            table |= dict.fromkeys(line.split(), (kind, str(name)))
    for doubt, line in _DOUBTS.items():
        table |= dict.fromkeys(line.split(), (Kind.DOUBT, int(doubt)))
    for kind, line in _JOINS.items():
        table |= dict.fromkeys(line.split(), (kind, str(kind)))
    table |= {word: (Kind.ORDINAL, number) for number, word in enumerate(_ORDINALS.split(), 1)}
    return table | {"bce": (Kind.ERA, -1), "ce": (Kind.ERA, 1)}


MEANINGS = _meanings()
_ROMANS = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi"
ROMANS = {word: number for number, word in enumerate(_ROMANS.split(), 1)}
WEEKDAYS = tuple(words[0].capitalize() for words in _WEEKDAYS)
