"""Search: who or what is found under a name, in any spelling, and why.

The name forms that share a key with the text (see ``names``) are read through one plain index, the
same on both databases, and ranked by ``names.match``.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from prosopography import names
from prosopography.models import Assertion, Citation, NameForm, NameKey, Polarity, Status


@dataclass(frozen=True)
class Hit:
    """A row that was found: by which of its names, in which way, and how well."""

    pk: int
    score: float  # 0 to 1, as ``names.Match``
    how: str  # exact, spelling, initials, sound, prefix or similar, as ``names.Match``
    name: str  # the form of its name that answers best
    explanation: str  # a sentence that says so


def search(text: str, noun: str = "person", limit: int = 50, public: bool = True) -> list[Hit]:
    """The rows found under a name, the best first, one hit a row; at most ``limit``.

    ``noun`` is person, organisation, event or place, another is a ValueError. ``public`` leaves out
    all that the public may not see, also as a name that finds something else. Two queries.
    """
    if noun not in ("person", "organisation", "event", "place"):
        raise ValueError(f"{noun!r} is not a noun that is found by its names")
    keys = names.query_keys(text)
    if not keys:
        return []
    condition = Q()
    for kind in {key.kind for key in keys}:
        values = {key.value for key in keys if key.kind == kind}
        condition |= Q(kind=kind, value__in=values)
    last = names.words(text)[-1]
    condition |= Q(kind="word", value__gte=last, value__lt=last + "~")
    found = NameKey.objects.filter(condition)
    forms = _visible(noun) if public else NameForm.objects.exclude(**{noun: None})
    best: dict[int, tuple[Any, ...]] = {}
    rows = forms.filter(pk__in=found.values("form")).values_list(
        noun, f"{noun}__sort_label", f"{noun}__slug", "text"
    )
    for key, sort_label, slug, name in rows:
        match = names.match(text, name)
        if match is None:
            continue
        candidate = (-match.score, sort_label, slug, name, match, key)
        if key not in best or candidate[:4] < best[key][:4]:
            best[key] = candidate
    return [
        Hit(key, match.score, match.how, name, names.explain(match.how, text, name))
        for _, _, _, name, match, key in sorted(best.values(), key=lambda row: row[:4])[:limit]
    ]


def _visible(noun: str) -> QuerySet:
    """The forms that the public may see: of a label, of a public claim, of a readable citation."""
    denied = Q(citation=None, assertion__polarity=Polarity.DENIED)
    return NameForm.objects.filter(
        Q(assertion=None) | Q(assertion__in=Assertion.objects.public()),
        Q(citation=None) | Q(citation__in=Citation.objects.readable()),
        **{f"{noun}__status": Status.PUBLISHED},
    ).exclude(denied)
