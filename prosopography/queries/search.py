"""Search: who or what is found under a name, in any spelling, and why.

Two steps, each one query through a plain index, the same on both databases: which words of the
record sound or look like those of the text (``WordKey``), and which names hold such words
(``NameKey``). The names are then ranked by ``names.match``.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    IntegerField,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    When,
)
from django.db.models.functions import Collate, Greatest, Least
from django.utils.translation import gettext

from prosopography import names
from prosopography.models import (
    SUBJECTS,
    Assertion,
    Citation,
    NameForm,
    NameKey,
    Polarity,
    Status,
    WordKey,
)

#: How many words of a text are looked up, the surname and the longest first; all are compared.
MOST_WORDS = 4
#: How many words of the record are taken as like one word of the text, the most alike first.
MOST_ALIKE = 150
#: The names of which count: congresses, internationals.
_NUMBERED = ("organisation", "event")
# What a name scores at most whose ordinal is written otherwise: as much as another spelling.
_OTHERWISE = 0.98
#: How many names are compared with a text, the most promising first; three a hit, if that is more.
MOST_COMPARED = 300

# What names promise by other keys than single words.
_WHOLE = names.Promise(1_000_000, 0)
_INITIALS = names.Promise(740_000, 0)
_UNFINISHED = names.Promise(420_000, 33)


@dataclass(frozen=True)
class Hit:
    """A row that was found: how well, in which way, and by which of its names."""

    pk: int
    score: float  # 0 to 1, as in ``names.Match``
    how: str  # exact, spelling, initials, sound, prefix or similar, as in ``names.Match``
    name: str  # the form of its name that answers best
    explanation: str  # a sentence that says so
    column: str = ""  # of a role or source, where its name stands: label, title, authors, file


@dataclass(frozen=True)
class _Lookup:
    """A word of the text, with the words of the record that are like it by what they promise."""

    asked: names.AskedWord
    alike: dict[names.Promise, list[str]]

    def held(self) -> Q:
        """The keys of names that hold a word like it."""
        return _key("", "word", self.words()) | self._begun("")

    def words(self) -> list[str]:
        """The words like it, the most alike first."""
        return [word for words in self.alike.values() for word in words]

    def promise(self) -> Max:
        """What a name promises by this word, out of the keys of the name."""
        held = [(_key("keys__", "word", words), each) for each, words in self.alike.items()]
        if begun := self._begun("keys__"):
            held.append((begun, _UNFINISHED))
        return _most(*held)

    def _begun(self, keys: str) -> Q:
        """The keys of the words that begin with it, if it is too short to have been looked up."""
        if not self.asked.is_open or self.asked.grams:
            return Q()
        return Q(**{f"{keys}kind": "word", f"{keys}value__startswith": self.asked.word.text})


def search(text: str, noun: str = "person", limit: int = 50, public: bool = True) -> list[Hit]:
    """The rows found under a name, the best first, one hit a row; at most ``limit``.

    ``noun`` is person, organisation, event or place, another is a ValueError. ``public`` leaves out
    what the public may not see, also as a name by which something else is found; names that a
    source denies find nothing. What is equally good comes in the order of its sort label.

    Two queries; the first is left out where no word has three letters, both where there is none. For
    a body or an event whose name may have an ordinal in another sign (XV, 15th) one more, and two for
    each sign of it that names of the record have.
    """
    if noun not in SUBJECTS:
        raise ValueError(f"{noun!r} is not a noun that is found by its names")
    forms = _forms(noun, public)
    best: dict[int, tuple[Any, ...]] = {}
    most = max(MOST_COMPARED, 3 * limit)
    for reading in [names.Reading(text, ""), *_readings(text, noun)]:
        asked = names.ask(reading.text)
        if not asked.words:
            break
        for key, sort_label, slug, name in _promising(asked, forms, noun)[:most]:
            match = _answer(reading, name)
            if match is not None:
                found = (-match.score, sort_label, slug, name, match.how, key)
                best[key] = min(found, best.get(key, found))
    return [
        Hit(key, -score, how, name, said(names.reason(how, text, name)))
        for score, _, _, name, how, key in sorted(best.values())[:limit]
    ]


def _readings(text: str, noun: str) -> list[names.Reading]:
    """The text with its ordinal in the other signs that names of the record have; at most one query."""
    readings = names.ordinal_readings(text) if noun in _NUMBERED else []
    if not readings:
        return []
    signs = {word for reading in readings for word in names.words(reading.sign)}
    known = NameKey.objects.filter(_key("", "word", signs)).order_by()
    words = set(known.values_list("value", flat=True).distinct())
    return [each for each in readings if words.issuperset(names.words(each.sign))]


def _answer(reading: names.Reading, name: str) -> names.Match | None:
    """How a name answers a text in one reading; another number is not nearly the same."""
    match = names.match(reading.text, name)
    if match is None or not reading.sign:
        return match
    if not set(names.words(reading.sign)) <= set(names.words(name)):
        return None
    how = "spelling" if match.how == "exact" else match.how
    return names.Match(min(match.score, _OTHERWISE), how)


def said(reason: names.Reason) -> str:
    """The sentence in the language that is spoken."""
    return gettext(reason.pattern).format(**reason.words)


def _forms(noun: str, public: bool) -> QuerySet[NameForm]:
    """The name forms of one noun; for the public only those of published labels, claims, citations."""
    denied = Q(assertion__kind="name", assertion__polarity__in=(Polarity.DENIED, Polarity.SILENT))
    forms = NameForm.objects.exclude(Q(**{noun: None}) | denied)
    if not public:
        return forms
    # Not Exists: without statistics PostgreSQL would first read all that is public, not the few.
    claim = Assertion.objects.public().filter(pk=OuterRef("assertion")).order_by().values("pk")
    citation = Citation.objects.readable().filter(pk=OuterRef("citation")).order_by().values("pk")
    return forms.filter(
        Q(assertion=None) | Q(assertion=Subquery(claim)),
        Q(citation=None) | Q(citation=Subquery(citation)),
        **{f"{noun}__status": Status.PUBLISHED},
    )


def _promising(asked: names.Asked, forms: QuerySet[NameForm], noun: str) -> QuerySet:
    """The names that may match, the most promising first: the row, its sort label and slug, the name.

    A name that several claims give to a row comes once.
    """
    lookups = _lookups(asked)
    whole = _key("", "whole", asked.wholes)
    found = _holding(lookups).union(NameKey.objects.filter(whole).values("form"))
    surname = [lookup for lookup in lookups if lookup.asked.word.is_surname]
    by_initials = []
    if asked.initials and surname:
        found = found.union(_holding(surname, _key("", "initial", asked.initials)))
        initial = _most((_key("keys__", "initial", asked.initials), _INITIALS))
        by_initials.append(_least([initial, *(lookup.promise() for lookup in surname)]))
    by_words = _least([lookup.promise() for lookup in lookups])
    by_whole = _most((_key("keys__", "whole", asked.wholes), _WHOLE))
    columns = [noun, f"{noun}__sort_label", f"{noun}__slug", "text"]
    return (
        forms.filter(pk__in=found)
        .values_list(*columns)
        .annotate(promise=Greatest(by_whole, by_words, *by_initials))
        .order_by("-promise", *map(_binary, columns[1:]))
        .values_list(*columns)
    )


def _holding(lookups: Iterable[_Lookup], *more: Q) -> QuerySet:
    """The forms of the names that hold a word like each of these, and each of the other keys."""
    first, *others = sorted(lookups, key=lambda lookup: -len(lookup.asked.word.text))
    # If the longest word is too short to be looked up, none of them may be unfinished.
    found = NameKey.objects.filter(_key("", "word", first.words()))
    for condition in (*(other.held() for other in others), *more):
        found = found.filter(Exists(NameKey.objects.filter(condition, form=OuterRef("form"))))
    return found.values("form")


def _lookups(asked: names.Asked) -> list[_Lookup]:
    """The words of the text, each with the words of the record that are like it; one query."""
    worth = {each: (not each.word.is_surname, -len(each.word.text)) for each in asked.words}
    words = sorted(worth, key=worth.__getitem__)[:MOST_WORDS]
    counts, enough = {}, Q()
    for at, each in enumerate(words):
        counts[f"sounds_{at}"] = Count("pk", filter=Q(kind="sound", value__in=each.codes))
        counts[f"shared_{at}"] = Count("pk", filter=Q(kind="gram", value__in=each.grams))
        if each.grams:
            enough |= Q(**{f"sounds_{at}__gt": 0}) | Q(**{f"shared_{at}__gte": each.least})
    values = {value for each in words for value in each.codes | each.grams}
    rows: Any = (
        WordKey.objects.filter(kind__in=["gram", "sound"], value__in=values)
        .values("word")
        .annotate(**counts)
        .filter(enough)
    )
    return [
        _Lookup(each, _alike(each, {row["word"]: row[f"sounds_{at}"] > 0 for row in rows}))
        for at, each in enumerate(words)
    ]


def _alike(asked: names.AskedWord, known: Mapping[str, bool]) -> dict[names.Promise, list[str]]:
    """The words that promise most among the known ones, which come with whether they sound like it.

    The word of the text is always among them.
    """
    promises = {
        word: names.promise(asked.word, word, is_heard=is_heard, is_open=asked.is_open)
        for word, is_heard in {**known, asked.word.text: True}.items()
    }
    ranked = sorted((-each.base, word, each) for word, each in promises.items() if each)
    alike = defaultdict(list)
    for _, word, each in ranked[:MOST_ALIKE]:
        alike[each].append(word)
    return dict(alike)


def _key(keys: str, kind: str, values: Iterable[str]) -> Q:
    """The keys of this kind and one of these values; ``keys`` leads to them."""
    return Q(**{f"{keys}kind": kind, f"{keys}value__in": sorted(values)})


def _most(*held: tuple[Q, names.Promise]) -> Max:
    """What a name promises by the best of these keys that it has; 0 if it has none."""
    whens = [When(key, then=each.base + each.gain * F("keys__weight")) for key, each in held]
    return Max(Case(*whens, default=0, output_field=IntegerField()))


def _least(promises: list[Max]) -> Least | Max:
    """What a name promises that is as good as the least of these."""
    return Least(*promises) if promises[1:] else promises[0]


def _binary(column: str) -> Collate:
    """The column by its code points: as Python sorts it, whatever language the database sorts by."""
    return Collate(column, "C" if connection.vendor == "postgresql" else "BINARY")
