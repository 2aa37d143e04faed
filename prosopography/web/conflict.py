"""The pages of conflicts: where the sources are at odds, and how the editors settled it."""

import difflib
from typing import Any
from urllib.parse import quote

from django.urls import reverse
from django.utils.translation import gettext

from prosopography.models import Nature
from prosopography.queries.conflict import conflict_list, find, shown, was_settled
from prosopography.queries.conflict_index import NARROWED_BY, Counts, State, choices
from prosopography.queries.conflicts import RULES
from prosopography.queries.script import label_of
from prosopography.queries.words import in_words

from .errors import GoneError, MovedError, NotFoundError, RefusalError
from .page import Crumb, Page, api_address
from .parameters import chosen

#: What stands in a key, and in an address, as it is.
SAFE = ":/"
#: The filters with a closed list of words.
WORDS: dict[str, dict[str, str]] = {
    "state": dict(State.choices),
    "nature": dict(Nature.choices),
    "rule": {key: rule.title for key, rule in RULES.items()},
}


class ConflictListPage(Page):
    """Every conflict, narrowed by what it is and by what it is about."""

    template_name = "conflict/list.html"
    known = (*WORDS, *NARROWED_BY)
    numbers = ("page",)
    plural = "conflicts"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The page of the list that is asked for."""
        words = {name: self._word(name) for name in WORDS if name in self.asked}
        rows = {
            name: chosen(NARROWED_BY[name], name, self.asked[name])
            for name in NARROWED_BY
            if name in self.asked
        }
        found = conflict_list(words, rows, number=self.number())
        description = gettext(
            "Where the sources are at odds: what cannot both be so, with the words of each side, "
            "and how the editors have settled it."
        )
        meta = self.meta(gettext("Conflicts"), description, json=api_address(self.plural))
        return super().get_context_data(
            meta=self.with_pages(meta, found.page),
            page=found.page,
            counts=found.counts,
            address=reverse("web:conflict-list"),
            rows=rows,
            words={name: WORDS[name][word] for name, word in words.items()},
            fields=[_field(name, words.get(name, ""), found.counts) for name in WORDS],
            choices=[
                {"name": name, "rows": offered, "chosen": rows.get(name)}
                for name, offered in choices().items()
                if offered
            ],
            **kwargs,
        )

    def _word(self, name: str) -> str:
        """The word of a closed list. Raises RefusalError for any other."""
        word = self.asked[name]
        if word in WORDS[name]:
            return word
        near = difflib.get_close_matches(word, WORDS[name], n=1)
        words = ", ".join(WORDS[name])
        hint = (
            gettext("Do you mean “{word}”?").format(word=near[0])
            if near
            else gettext("It is one of {words}.").format(words=words)
        )
        raise RefusalError(
            gettext("There is no {name} “{word}”. {hint}").format(
                name=in_words(name), word=word, hint=hint
            )
        )


class ConflictDetail(Page):
    """One conflict: its permanent address."""

    template_name = "conflict/detail.html"
    plural = "conflicts"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The conflict's page. Raises MovedError, GoneError or NotFoundError."""
        key = self.kwargs["key"]
        conflict = find(key)
        if conflict is None:
            raise _missing(key)
        if conflict.key != key:
            raise MovedError(reverse("web:conflict", args=[conflict.key]))
        (each,) = shown([conflict])
        noun = conflict.noun
        crumbs = [
            Crumb(gettext("Conflicts"), reverse("web:conflict-list")),
            Crumb(
                label_of(conflict.subject),
                f"{reverse('web:conflict-list')}?{noun}={conflict.subject.slug}",
            ),
        ]
        title = f"{each.title}: {label_of(conflict.subject)}"
        meta = self.meta(
            title, conflict.sentence, *crumbs, json=api_address("conflicts", quote(key, safe=SAFE))
        )
        # With what a date in a key would mean in an address (1928?) written so that it does not.
        meta.canonical = self.request.build_absolute_uri(reverse("web:conflict", args=[key]))
        return super().get_context_data(meta=meta, each=each, **kwargs)


def _field(name: str, word: str, counts: Counts) -> dict[str, Any]:
    """A filter of the form: its words that occur, each with its number; and the chosen one."""
    numbers: dict[str, int] = getattr(counts, name)
    offered = [
        {"word": each, "label": gettext(str(label)), "number": numbers.get(each, 0)}
        for each, label in WORDS[name].items()
        if each in numbers or each == word
    ]
    return {"name": name, "offered": offered, "chosen": word}


def _missing(key: str) -> RefusalError:
    """Why there is no page of this key."""
    if was_settled(key):
        return GoneError(
            gettext(
                "This conflict is no more: the claims that were at odds have been mended or taken back."
            )
        )
    return NotFoundError(gettext("The record has no conflict at this address."))
