"""Matching: how well a stored name answers what was asked for, and in which way."""

from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import NamedTuple

from .keys import SHORTEST_HEARD
from .parts import Name, Word, parse, stands_for, weight
from .readings import is_telling
from .trigram import is_transposed, similarity

# The share of all trigrams of two words that both must have to be alike.
LEAST_SIMILARITY = 0.3
# What an exchange of two letters counts as: about as much as one wrong letter in a longer word.
_TRANSPOSED = 0.5
# What words that sound alike must have of their trigrams in common, for the sound of a short word, or
# one of two consonants, is that of many others: "Tro" and "three", "Zin" and "Chen".
_LEAST_OF_SHORT = 0.25
_LEAST_OF_TWO_CONSONANTS = 0.15
_SHORT = 4
_TWO_CONSONANTS = 2
# Beyond so many words that are not spelled like a word of the name, the text is not a name.
_MOST_UNEQUAL_WORDS = 12


class Match(NamedTuple):
    """How well a name answers: a score from 0 to 1, and the way in which it does.

    The ways: ``exact``, ``spelling`` (the same after folding), ``initials``, ``sound``, ``prefix``,
    ``similar``. A query of several words is as good as the least of its words.
    """

    score: float
    how: str


class Likeness(IntEnum):
    """In which way one word of the query answers one word of the name, the best first.

    FAINT is the same sound in letters that are little alike.
    """

    SAME = 0
    SOUND = 1
    PREFIX = 2
    FAINT = 3
    SIMILAR = 4


class Pair(NamedTuple):
    """A word of the query with the word of the name that it found, and how close they are."""

    asked: int
    stored: int
    likeness: Likeness
    closeness: float


class Promise(NamedTuple):
    """About what a name scores by one of its words: in millionths, and more a unit of its weight."""

    base: int
    gain: int


# The score at the bottom of each band, and the height of the band: the bands do not overlap.
_BAND = {
    Likeness.SAME: (0.80, 0.14),
    Likeness.SOUND: (0.54, 0.14),
    Likeness.PREFIX: (0.42, 0.11),
    Likeness.FAINT: (0.32, 0.09),
    Likeness.SIMILAR: (0.05, 0.26),
}
_INITIALS = (0.70, 0.08)
_HOW = {
    Likeness.SOUND: "sound",
    Likeness.PREFIX: "prefix",
    Likeness.FAINT: "sound",
    Likeness.SIMILAR: "similar",
}


def match(query: str, name: str) -> Match | None:
    """How well this name answers the query; ``None`` if it does not.

    In falling order: the whole name as written; the whole name but for spelling; all words of the
    query in the name; initials with the surname; all words by sound and letters; the beginning of a
    name, as it is typed; all words by their sound alone; trigrams alike by three tenths, or two
    letters exchanged, for typing errors. Every word of the query must be answered by a word of its
    own; the name may have more. A word with a digit is answered only by the same word: 1937 is not
    nearly 1936. Among names that are alike in this, closer spelling, the surname and fewer other
    words rank first. Never fails.
    """
    asked, stored = parse(query), parse(name)
    if not asked.words or not stored.words:
        return None
    if asked.folded == stored.folded:
        same = asked.plain == stored.plain
        return Match(1.0, "exact") if same else Match(0.98, "spelling")
    if asked.compact == stored.compact:
        return Match(0.96, "spelling")
    found = [answer for answer in (_by_words(asked, stored), _by_initials(asked, stored)) if answer]
    return max(found, default=None)


def pair(asked: Sequence[Word], stored: Sequence[Word]) -> list[Pair] | None:
    """Each word of the query with the word of the name that answers it; ``None`` if one has none.

    The best likeness is given away first; no word of the name answers twice. Only the last word may
    be unfinished; under three letters it counts only beside another word that was found.
    """
    pairs: list[Pair] = []
    open_asked, open_stored = list(range(len(asked))), list(range(len(stored)))
    for likeness in Likeness:
        if likeness is Likeness.SOUND and len(open_asked) > _MOST_UNEQUAL_WORDS:
            return None
        for at in tuple(open_asked):
            word = asked[at]
            if likeness is Likeness.PREFIX and not _may_be_prefix(at, asked, pairs):
                continue
            candidates = [
                (closeness, stored[place].is_surname, -place)
                for place in open_stored
                if (closeness := _closeness(likeness, word, stored[place])) is not None
            ]
            if not candidates:
                continue
            closeness, _, place = max(candidates)
            pairs.append(Pair(at, -place, likeness, closeness))
            open_asked.remove(at)
            open_stored.remove(-place)
    return None if open_asked else pairs


def promise(asked: Word, stored: str, *, is_heard: bool, is_open: bool) -> Promise | None:
    """How well a name answers a word of the query by this folded word; ``None`` for not at all.

    ``is_heard`` says that both have a telling code in common, ``is_open`` that the word of the query
    may be unfinished. For choosing the names that are worth a ``match``.
    """
    if asked.text == stored:
        bottom, height = _BAND[Likeness.SAME]
        return Promise(round(1_000_000 * bottom), round(1000 * height))
    found = _likely(asked, stored, is_heard=is_heard, is_open=is_open)
    if found is None:
        return None
    way, closeness = found
    bottom, height = _BAND[way]
    return Promise(round(1_000_000 * (bottom + 0.7 * height * closeness)), round(300 * height))


def _likely(
    asked: Word, stored: str, *, is_heard: bool, is_open: bool
) -> tuple[Likeness, float] | None:
    """The best way in which another word may answer this one, and how close it is."""
    word = Word(stored, stored, is_surname=False, is_initial=False)
    if has_digit(asked.text) or has_digit(stored):
        return None
    alike = similarity(asked.text, stored)
    if is_heard and alike >= LEAST_SIMILARITY:
        return Likeness.SOUND, alike
    if is_open and (begun := _closeness(Likeness.PREFIX, asked, word)) is not None:
        return Likeness.PREFIX, begun
    # Which of its codes the word was found by is not known here: any of them may be.
    if is_heard and _is_heard(filter(is_telling, asked.sounds), asked, word, alike):
        return Likeness.FAINT, alike
    near = _closeness(Likeness.SIMILAR, asked, word)
    return None if near is None else (Likeness.SIMILAR, near)


def has_digit(word: str) -> bool:
    """Whether a folded word holds a digit, so that it answers nothing but itself."""
    return not word.isalpha()


def _may_be_prefix(at: int, asked: Sequence[Word], pairs: Sequence[Pair]) -> bool:
    if at != len(asked) - 1:
        return False
    return len(asked[at].text) >= SHORTEST_HEARD or any(
        len(asked[found.asked].text) >= SHORTEST_HEARD for found in pairs
    )


def _closeness(likeness: Likeness, asked: Word, stored: Word) -> float | None:
    """How close two words are in this way, 0 to 1; ``None`` if they are not alike in it at all."""
    if likeness is Likeness.SAME:
        return 1.0 if asked.text == stored.text else None
    if has_digit(asked.text) or has_digit(stored.text):
        return None
    if likeness is Likeness.PREFIX:
        begins = stored.text.startswith(asked.text)
        return len(asked.text) / len(stored.text) if begins else None
    if min(len(asked.text), len(stored.text)) < SHORTEST_HEARD:
        return None
    if likeness is Likeness.SIMILAR:
        return _seen(asked.text, stored.text)
    return _heard(likeness, asked, stored)


def _seen(asked: str, stored: str) -> float | None:
    """How alike two words are by their letters; ``None`` for too little."""
    alike = similarity(asked, stored)
    if is_transposed(asked, stored):
        return max(alike, _TRANSPOSED)
    return alike if alike >= LEAST_SIMILARITY else None


def _heard(likeness: Likeness, asked: Word, stored: Word) -> float | None:
    """How alike two words of one sound are by their letters; ``None`` for too little, or for another."""
    alike = similarity(asked.text, stored.text)
    common = asked.sounds & stored.sounds
    if likeness is Likeness.SOUND:
        return alike if common and alike >= LEAST_SIMILARITY else None
    return alike if _is_heard(filter(is_telling, common), asked, stored, alike) else None


def _is_heard(codes: Iterable[str], asked: Word, stored: Word, alike: float) -> bool:
    """Whether two words that share one of these codes are heard as one, though written otherwise."""
    if min(len(asked.text), len(stored.text)) <= _SHORT and alike < _LEAST_OF_SHORT:
        return False
    return any(
        len(code.replace("0", "")) > _TWO_CONSONANTS or alike >= _LEAST_OF_TWO_CONSONANTS
        for code in codes
    )


def _by_words(asked: Name, stored: Name) -> Match | None:
    pairs = pair(asked.words, stored.words)
    if not pairs:
        return None
    least = max(found.likeness for found in pairs)
    if least is Likeness.SAME:
        how = "exact" if asked.raw_words <= stored.raw_words else "spelling"
    else:
        how = _HOW[least]
    return Match(_score(_BAND[least], least, pairs, stored), how)


def _score(
    band: tuple[float, float], least: Likeness, pairs: Sequence[Pair], stored: Name
) -> float:
    found = [stored.words[each.stored] for each in pairs]
    reached = weight(found) / weight(stored.words)
    is_surname = any(word.is_surname for word in found)
    closeness = sum(each.closeness for each in pairs) / len(pairs)
    if least is Likeness.SAME:
        inside = 0.5 * is_surname + 0.5 * reached
    else:
        inside = 0.7 * closeness + 0.2 * is_surname + 0.1 * reached
    bottom, height = band
    return bottom + height * inside


def _by_initials(asked: Name, stored: Name) -> Match | None:
    """The surname, and given names in order of which at least one is an initial of the other's."""
    given = _aligned(asked.given, stored.given)
    if not given:
        return None
    surname = pair(asked.surname, stored.surname)
    if not surname:
        return None
    least = max(found.likeness for found in surname)
    begun = any(found.likeness is Likeness.PREFIX for found in surname)
    if least is Likeness.SIMILAR or (begun and not asked.words[-1].is_surname):
        return None
    closeness = sum(found.closeness for found in surname) / len(surname)
    reached = (len(surname) + len(given)) / len(stored.words)
    inside = 0.8 * closeness + 0.2 * reached
    bottom, height = _INITIALS if least is Likeness.SAME else _BAND[least]
    return Match(bottom + height * inside, "prefix" if begun else "initials")


def _aligned(asked: Sequence[Word], stored: Sequence[Word]) -> list[int] | None:
    """Where the given names of the query stand among those of the name; ``None`` if they do not.

    The first must answer the first, the others follow in order; one of them at least as an initial.
    """
    places: list[int] = []
    by_initial = False
    for word in asked:
        start = places[-1] + 1 if places else 0
        reach = range(start, len(stored) if places else min(1, len(stored)))
        place = next((at for at in reach if _is_given_name(word, stored[at])), None)
        if place is None:
            return None
        places.append(place)
        by_initial = by_initial or stands_for(word, stored[place])
    return places if by_initial else None


def _is_given_name(asked: Word, stored: Word) -> bool:
    return (
        stands_for(asked, stored)
        or asked.text == stored.text
        or _closeness(Likeness.SOUND, asked, stored) is not None
        or _closeness(Likeness.FAINT, asked, stored) is not None
    )
