"""Rows found under any spelling of a name, the best first."""

from collections.abc import Iterable

from django.db.models import Case, CharField, IntegerField, Q, QuerySet, Value, When
from django.http import HttpRequest

from prosopography.models import SUBJECTS, Citation, Identifier, Role
from prosopography.queries.listing import by_words
from prosopography.queries.search import Hit, search
from prosopography.queries.text import contains

#: How many rows a search shows at most, the best of them.
MOST = 100
_LONGEST = 200


def tidy(text: str) -> str:
    """What was typed, without what no database takes and cut to a sensible length."""
    return text.replace("\x00", "").strip()[:_LONGEST]


def found(noun: str, text: str) -> list[Hit]:
    """The persons, bodies, events or places of this name or identifier, drafts included.

    Three queries.
    """
    return [*_identified(noun, text), *search(text, noun=noun, limit=MOST, public=False)]


def _identified(noun: str, text: str) -> Iterable[Hit]:
    """The one that another authority calls by this identifier."""
    rows = Identifier.objects.filter(value=text).exclude(**{noun: None})
    for key in rows.values_list(noun, flat=True):
        yield Hit(key, 1.0, "identifier", text, f"Its identifier elsewhere is “{text}”.")


def best_first(rows: QuerySet, hits: Iterable[Hit], *, ordered: bool) -> QuerySet:
    """Those of the rows that were found, each with ``found_name`` and ``found_as``.

    ``ordered`` puts the best first; otherwise the rows keep their order.
    """
    best: dict[int, Hit] = {}
    for hit in hits:
        best.setdefault(hit.pk, hit)
    if not best:
        return rows.none()
    chosen = list(best.values())[:MOST]
    rows = rows.filter(pk__in=[hit.pk for hit in chosen]).annotate(
        found_name=_told((hit.pk, hit.name) for hit in chosen),
        found_as=_told((hit.pk, hit.explanation) for hit in chosen),
    )
    if not ordered:
        return rows
    places = [When(pk=hit.pk, then=Value(place)) for place, hit in enumerate(chosen)]
    return rows.order_by(Case(*places, output_field=IntegerField()), "pk")


def _told(pairs: Iterable[tuple[int, str]]) -> Case:
    return Case(
        *[When(pk=key, then=Value(text)) for key, text in pairs],
        default=Value(""),
        output_field=CharField(),
    )


def keeps_order(request: HttpRequest) -> bool:
    """Whether the reader of a list has chosen an order by a click on a column."""
    return "o" in request.GET


def named(text: str) -> dict[str, list[int]]:
    """The rows of each noun that answer to a name well; twelve queries."""
    return {noun: _good(found(noun, text)) for noun in SUBJECTS}


def _good(hits: list[Hit]) -> list[int]:
    """Those about as good as the best: who asks for claims about Smilga means no Smirnov."""
    best = max((hit.score for hit in hits), default=0.0)
    return [hit.pk for hit in hits if hit.score >= best - 0.15]


#: How many words of a search for claims are looked at one by one.
_MOST_WORDS = 4


def claims_found(text: str) -> Q:
    """The condition of the claims that have the whole text somewhere, or each of its words."""
    condition = _having(text)
    words = text.split()
    if 1 < len(words) <= _MOST_WORDS:
        each = Q()
        for word in words:
            each &= _having(word)
        condition |= each
    return condition


def _having(text: str) -> Q:
    """The claims that name something of this name, or in which the text stands."""
    found = named(text)
    condition = Q(identifier=text.lower())
    for noun, keys in found.items():
        condition |= Q(**{f"{noun}__in": keys})
    condition |= Q(related_person__in=found["person"])
    condition |= Q(role__in=by_words(Role.objects.all(), text, ("label", "slug")))
    condition |= contains("value", text) | contains("date_text", text)
    quoted = Citation.objects.filter(contains("quotation", text) | contains("named_as", text))
    return condition | Q(pk__in=quoted.values("assertion"))
