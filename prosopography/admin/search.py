"""Rows found under any spelling of a name, the best first; or by an exact identifier, and no other."""

import re
from collections.abc import Iterable
from typing import Any

from django.db.models import Case, CharField, IntegerField, Q, QuerySet, Value, When
from django.http import HttpRequest

from prosopography.models import SUBJECTS, Assertion, Citation, Identifier, Role
from prosopography.queries.search import Hit, search
from prosopography.queries.text import contains
from prosopography.queries.titles import by_words

#: How many rows a search shows at most, the best of them.
MOST = 100
_LONGEST = 200

# One word is as well a name; with a hyphen, somebody has the slug before them.
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")
_IDENTIFIER = re.compile(r"[ac][0-9a-z]{8}")


def tidy(text: str) -> str:
    """What was typed, without what no database takes and cut to a sensible length."""
    return text.replace("\x00", "").strip()[:_LONGEST]


def found(noun: str, text: str) -> list[Hit]:
    """The persons, bodies, events or places of this name, drafts included.

    Who has this slug, or this identifier in another authority, is found alone. Three queries, one
    more for what can be a slug.
    """
    if (key := _of_slug(noun, text)) is not None:
        return [Hit(key, 1.0, "identifier", text, f"Its slug is “{text}”.")]
    rows = Identifier.objects.filter(value=text).exclude(**{noun: None})
    reason = f"Its identifier elsewhere is “{text}”."
    elsewhere = [
        Hit(key, 1.0, "identifier", text, reason) for key in rows.values_list(noun, flat=True)
    ]
    return elsewhere or search(text, noun=noun, limit=MOST, public=False)


def _of_slug(noun: str, text: str) -> int | None:
    """The key of the row that has this slug; asks for what can be no other word only."""
    if _SLUG.fullmatch(text) is None:
        return None
    model: Any = Assertion._meta.get_field(noun).related_model
    return model._default_manager.filter(slug=text).values_list("pk", flat=True).first()


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
    """The condition of the claims that have the whole text somewhere, or each of its words.

    The identifier of a claim, or of a citation of it, finds this claim alone; the slug of what
    claims name, these claims.
    """
    if exact := _of_identifier(text, claim="identifier", citation="citations__identifier"):
        return Q(pk__in=Assertion.objects.filter(exact).values("pk"))
    if slugs := _slugs(text):
        return _naming(slugs)
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
    condition = _naming(named(text))
    condition |= Q(role__in=by_words(Role.objects.all(), text, ("label", "slug")))
    condition |= contains("value", text) | contains("date_text", text)
    quoted = Citation.objects.filter(contains("quotation", text) | contains("named_as", text))
    return condition | Q(pk__in=quoted.values("assertion"))


def citations_found(text: str) -> Q:
    """The condition of the citations with these words, or whose claim names something so called.

    The identifier of a citation finds it alone, that of a claim its citations.
    """
    if exact := _of_identifier(text, claim="assertion__identifier", citation="identifier"):
        return exact
    condition = contains("quotation", text) | contains("named_as", text)
    condition |= contains("locator", text)
    return condition | _naming(_slugs(text) or named(text), of="assertion__")


def _of_identifier(text: str, *, claim: str, citation: str) -> Q | None:
    """The condition that this column is the identifier; None if no claim or citation has it.

    One query, for what can be an identifier.
    """
    name = text.lower()
    if _IDENTIFIER.fullmatch(name) is None:
        return None
    model: Any = Assertion if name.startswith("a") else Citation
    column = claim if model is Assertion else citation
    return Q(**{column: name}) if model.objects.filter(identifier=name).exists() else None


def _slugs(text: str) -> dict[str, list[int]]:
    """The rows of each noun that have this slug, roles among them; empty if none has."""
    keys = {noun: _of_slug(noun, text) for noun in (*SUBJECTS, "role")}
    return {noun: [key] for noun, key in keys.items() if key is not None}


def _naming(keys: dict[str, list[int]], of: str = "") -> Q:
    """The claims that name one of these rows; ``of`` leads to the claim."""
    condition = Q(pk__in=[])
    for noun, rows in keys.items():
        condition |= Q(**{f"{of}{noun}__in": rows})
    return condition | Q(**{f"{of}related_person__in": keys.get("person", [])})
