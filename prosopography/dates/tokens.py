"""Free text cut into the pieces that mean something in a date."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from .calendars import Calendar
from .errors import DateError
from .words import FILLERS, MEANINGS, ROMANS, Kind

MAX_TEXT = 200


class Token(NamedTuple):
    """A piece of text, what it is, and what it stands for."""

    kind: Kind
    text: str
    value: int | str = 0
    numbers: tuple[int, ...] = ()


class Text(NamedTuple):
    """A text ready to be read: its pieces, and the words that name a calendar, as written."""

    tokens: tuple[Token, ...]
    calendars: dict[Calendar, str]


_CALENDARS = {
    Calendar.UNKNOWN: r"\bcalendar (?:not stated|unknown)(?!\w)",
    Calendar.JULIAN: (
        r"\b(?:o\.? ?s\.?|old[ -]style|(?:in the )?julian(?: calendar)?|ст\.? ?ст(?:иля?)?\.?"
        r"|(?:по )?старо(?:му|го) стил[юя]|alten stils|a\. ?st\.)(?!\w)"
    ),
    Calendar.GREGORIAN: (
        r"\b(?:n\.? ?s\.?|new[ -]style|(?:in the )?gregorian(?: calendar)?|н\.? ?ст(?:иля?)?\.?"
        r"|(?:по )?ново(?:му|го) стил[юя]|neuen stils|n\. ?st\.)(?!\w)"
    ),
}

# Phrases of several words, or with full stops, and the one word that stands for them.
_PHRASES = tuple(
    (re.compile(pattern), word)
    for pattern, word in (
        # An era follows its year: "b. c. 1892" is a birth about 1892.
        (r"\bдо н\. ?э\.?(?!\w)|\bv\. ?chr\.?", " bce "),
        (r"(?<=[\w.,)] )b\.? ?c\.?(?: ?e\.?)?(?!\w)|(?<=[0-9])b\.?c\.?(?:e\.?)?(?!\w)", " bce "),
        (r"\bн\. ?э\.?(?!\w)|\bn\. ?chr\.?|\ba\.? ?d\.?(?![^\W\d])", " ce "),
        (r"(?<=[\w.,)] )c\.? ?e\.?(?!\w)|(?<=[0-9])(?:ce|ad)(?!\w)", " ce "),
        (r"\b(?:in|on) or (?:about|around)(?!\w)", " about "),
        (r"\b(?:in|on) or (?:before|earlier than)(?!\w)", " not_after "),
        (r"\b(?:in|on) or (?:after|later than)(?!\w)", " not_before "),
        (r"\bor (?:earlier|before)(?!\w)", " or_earlier "),
        (r"\bor (?:later|after)(?!\w)", " or_later "),
        (r"\b(?:not|no) (?:later than|after)(?!\w)|\bне позднее(?!\w)", " not_after "),
        (r"\b(?:not|no) (?:earlier than|before)(?!\w)|\bне ранее(?!\w)", " not_before "),
        (r"\bearlier than(?!\w)|\bprior to(?!\w)", " before "),
        (r"\blater than(?!\w)", " after "),
        (r"\bup to(?: and including)?(?!\w)", " until "),
        (r"\bend unknown(?!\w)", " end_unknown "),
        (r"\b(?:beginning|start) unknown(?!\w)", " beginning_unknown "),
        (r"\bwithout end(?!\w)", " without_end "),
        (r"\bwithout beginning(?!\w)", " without_beginning "),
        (r"\b(?:first|1st) half(?!\w)|\bперв(?:ая|ой) половин[аеы](?!\w)", " first_half "),
        (r"\b(?:second|2nd) half(?!\w)|\bвтор(?:ая|ой) половин[аеы](?!\w)", " second_half "),
        (r"\b(first|second|third|fourth) quarter(?!\w)", r" \1_quarter "),
        (r"\blast quarter(?!\w)", " fourth_quarter "),
        (r"\b(early|mid|late)-", r"\1 "),
    )
)

_CENTURY_WORD = r"(?:century|cent\.?|c\.|век[аеу]?|вв?\.?|jahrhunderts?|jh\.?|siècle)(?!\w)"
_SCANNER = re.compile(
    r"(?P<ymd>([0-9]{4})([-./])([0-9]{1,2})\3([0-9]{1,2})(?![0-9]))"
    r"|(?P<dmy>([0-9]{1,2})([-./])([0-9]{1,2})\8([0-9]{4})(?![0-9]))"
    r"|(?P<short>[0-9]{1,2}([-./])[0-9]{1,2}\12[0-9]{2}(?![0-9]))"
    r"|(?P<my>([0-9]{1,2})[./]([0-9]{4})(?![0-9]))"
    r"|(?P<ym>([0-9]{4})-(0[1-9]|1[0-2])(?![0-9]))"
    r"|(?P<dm>([0-9]{1,2})\.([0-9]{1,2})(?![0-9]))"
    r"|(?P<century>([0-9]{1,2})(?:st|nd|rd|th|-?го|-?й|\.)? ?" + _CENTURY_WORD + ")"
    r"|(?P<roman>\b([ivx]+)(?:e|ème)? ?" + _CENTURY_WORD + ")"
    r"|(?P<decade>([0-9]+0)(?:'?s|-?(?:х|е|er))(?!\w))"
    r"|(?P<ordinal>([0-9]+)(?:st|nd|rd|th|er|-?го|-?е|-?й)(?!\w))"
    r"|(?P<number>[0-9]+)"
    r"|(?P<word>[^\W\d]+)"
    r"|(?P<sign>\S)"
)
_COMBINED = {
    "ymd": (Kind.YEAR_MONTH_DAY, (2, 4, 5)),
    "dmy": (Kind.DAY_MONTH_YEAR, (7, 9, 10)),
    "my": (Kind.MONTH_YEAR, (14, 15)),
    "ym": (Kind.YEAR_MONTH, (17, 18)),
    "dm": (Kind.DAY_MONTH, (20, 21)),
}


def clean(text: str) -> str:
    """The text with one kind of space, dash and quotation mark; DateError if empty or too long."""
    if len(text) > MAX_TEXT:
        raise DateError(f"The text is too long for a date: {MAX_TEXT} characters are read at most.")
    plain = unicodedata.normalize("NFKC", text)
    plain = re.sub(r"[‐-―−]", "-", plain)
    plain = re.sub(r"[‘’ʼ`]", "'", plain)
    plain = re.sub(r"\s+", " ", plain).strip(" ")
    if not plain:
        raise DateError("Write a date, for example “12 September 1917” or “c. 1887”.")
    return plain


def tokens_of(plain: str, original: str) -> Text:
    """The pieces of a cleaned text, the fillers left out.

    Raises DateError at a word that no date has, with its position in the original text.
    """
    lowered = plain.casefold().replace("ё", "е")
    shown = plain if len(plain) == len(lowered) else lowered
    calendars: dict[Calendar, str] = {}
    for calendar, pattern in _CALENDARS.items():
        match = re.search(pattern, lowered)
        if match:
            calendars[calendar] = shown[match.start() : match.end()]
            lowered = re.sub(pattern, lambda found: " " * len(found.group()), lowered)
    for phrase, word in _PHRASES:
        lowered = phrase.sub(word, lowered)
    lowered = re.sub(r"\s+", " ", lowered)
    found = (_token(match, original) for match in _SCANNER.finditer(lowered))
    tokens = [token for token in found if token is not None]
    if any(token.kind is Kind.SEASON for token in tokens):
        tokens = [part for token in tokens for part in _two_years(token)]
    return Text(tuple(tokens), calendars)


def _two_years(token: Token) -> tuple[Token, ...]:
    """In a text with a season "1908-09" is two years, not a month."""
    if token.kind is not Kind.YEAR_MONTH:
        return (token,)
    year, second = token.text.split("-")
    dash = Token(Kind.DASH, "-")
    return Token(Kind.NUMBER, year, int(year)), dash, Token(Kind.NUMBER, second, int(second))


def _token(match: re.Match[str], original: str) -> Token | None:
    """The piece that the scanner found; None for a filler."""
    name, text = match.lastgroup or "", match.group()
    if name in _COMBINED:
        kind, groups = _COMBINED[name]
        return Token(kind, text, numbers=tuple(int(match.group(group)) for group in groups))
    if name == "short":
        raise DateError(f"Write the year of “{text}” with four digits: the century is not clear.")
    if name in ("number", "ordinal", "decade", "century"):
        digits = re.match(r"[0-9]+", text)
        return Token(Kind[name.upper()], text, int(digits.group()) if digits else 0)
    if name == "roman":
        numeral = re.match(r"[ivx]+", text)
        number = ROMANS.get(numeral.group() if numeral else "", 0)
        return Token(Kind.CENTURY, text, number)
    return _word(text, original)


def _word(text: str, original: str) -> Token | None:
    if text in MEANINGS:
        kind, value = MEANINGS[text]
        return Token(kind, text, value)
    if text in FILLERS:
        return None
    if ROMANS.get(text, 13) <= 12:
        return Token(Kind.MONTH, text, ROMANS[text])
    folded = original.casefold()
    position = folded.find(text) if len(folded) == len(original) else -1
    raise DateError(
        f"“{text.replace('_', ' ')}” was not understood in a date. Write, for example, "
        "“12 September 1917”, “between 1933 and 1935” or EDTF.",
        position if position >= 0 else None,
    )
