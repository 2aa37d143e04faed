"""Name forms and their keys: what the search looks up. Derived, never edited, not in fixtures.

Every label, every name that a claim gives and every name as printed in a citation is one form; its
keys (see ``names``) are rows, so that both databases find them through the same plain index.
"""

from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.db import models
from django.db.models import Q

from prosopography import names

SUBJECTS = ("person", "organisation", "event", "place")
_MAX_LENGTH = 500
_BATCH = 2000
_WORDS = 500


class NameFormQuerySet(models.QuerySet["NameForm"]):
    """Name forms, and the three ways in which they come about."""

    def index_labels(self, entities: Iterable[Any]) -> None:
        """Replaces the forms that come from the labels of these saved rows (all of one table)."""
        rows = list(entities)
        if not rows:
            return
        column = rows[0]._meta.model_name
        self.filter(assertion=None, **{f"{column}__in": rows}).delete()
        self._write([NameForm(text=row.label, **{column: row}) for row in rows])

    def index_assertions(self, assertions: Iterable[Any]) -> None:
        """Replaces all forms that come from these claims: their value, and their citations' names."""
        rows = list(assertions)
        if not rows:
            return
        self.filter(assertion__in=rows).delete()
        self._write([_of_assertion(row, row.value) for row in rows if row.kind == "name"])
        self.index_citations(
            rows[0]
            .citations.model.objects.filter(assertion__in=rows)
            .exclude(named_as="")
            .select_related("assertion")
        )

    def index_citations(self, citations: Iterable[Any]) -> None:
        """Replaces the forms that come from the names as printed in these citations.

        Reads each citation's assertion: a query a row, where it is not loaded.
        """
        rows = list(citations)
        if not rows:
            return
        self.filter(citation__in=rows).delete()
        self._write(
            [
                _of_assertion(row.assertion, row.named_as, citation=row)
                for row in rows
                if row.named_as and row.assertion.subject_column
            ]
        )

    def _write(self, forms: list["NameForm"]) -> None:
        created: list[NameForm] = NameForm.objects.bulk_create(forms)
        NameKey.objects.bulk_create(
            [
                NameKey(form=form, **key._asdict())
                for form in created
                for key in sorted(names.keys(form.text))
            ],
            batch_size=_BATCH,
        )
        WordKey.objects.learn(form.text for form in forms)


def _of_assertion(assertion: Any, text: str, citation: Any = None) -> "NameForm":
    column = f"{assertion.subject_column}_id"
    return NameForm(
        text=text[:_MAX_LENGTH],
        assertion=assertion,
        citation=citation,
        **{column: getattr(assertion, column)},
    )


class NameForm(models.Model):
    """One way of writing the name of one person, organisation, event or place."""

    text = models.CharField(max_length=_MAX_LENGTH)
    person = models.ForeignKey(
        "Person", on_delete=models.CASCADE, null=True, related_name="name_forms"
    )
    organisation = models.ForeignKey(
        "Organisation", on_delete=models.CASCADE, null=True, related_name="name_forms"
    )
    event = models.ForeignKey(
        "Event", on_delete=models.CASCADE, null=True, related_name="name_forms"
    )
    place = models.ForeignKey(
        "Place", on_delete=models.CASCADE, null=True, related_name="name_forms"
    )
    # Where it comes from: both empty, the label; the assertion alone, its value; else the citation.
    assertion = models.ForeignKey(
        "Assertion", on_delete=models.CASCADE, null=True, related_name="name_forms"
    )
    citation = models.ForeignKey(
        "Citation", on_delete=models.CASCADE, null=True, related_name="name_forms"
    )

    objects = NameFormQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    *[
                        Q(
                            **{f"{column}__isnull": False},
                            **{f"{other}__isnull": True for other in SUBJECTS if other != column},
                        )
                        for column in SUBJECTS
                    ],
                    _connector=Q.OR,
                ),
                name="%(app_label)s_%(class)s_of_one_thing",
            )
        ]

    def __str__(self) -> str:
        return self.text


class NameKey(models.Model):
    """One key under which a name form is found."""

    form = models.ForeignKey(NameForm, on_delete=models.CASCADE, related_name="keys")
    kind = models.CharField(max_length=8)
    value = models.CharField(max_length=200)
    weight = models.SmallIntegerField()

    class Meta:
        indexes = [
            # queries/search: the forms that hold one of these words.
            models.Index(fields=["kind", "value", "form"], name="namekey_lookup"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.value}"


class WordKeyQuerySet(models.QuerySet["WordKey"]):
    """The keys of words."""

    def learn(self, texts: Iterable[str]) -> None:
        """Writes the keys of the words in these names, as far as they are not known."""
        wanted = sorted({key for text in set(texts) for key in names.word_keys(text)})
        words = [list(keys) for _, keys in groupby(wanted, key=attrgetter("word"))]
        for start in range(0, len(words), _WORDS):
            self._learn([key for keys in words[start : start + _WORDS] for key in keys])

    def _learn(self, wanted: list[names.WordKey]) -> None:
        words = {key.value for key in wanted if key.kind == "word"}
        sounds = {key.value for key in wanted if key.kind == "sound"}
        stored = self.filter(Q(kind="word", value__in=words) | Q(kind="sound", value__in=sounds))
        known = set(stored.values_list("word", "kind", "value"))
        # Another way of writing a known word (Dąbrowski) can give it another sound, and no more.
        new = [
            key
            for key in wanted
            if (key.word, "word", key.word) not in known
            or (key.kind == "sound" and key not in known)
        ]
        WordKey.objects.bulk_create([WordKey(**key._asdict()) for key in new], batch_size=_BATCH)


class WordKey(models.Model):
    """One key under which a word is found that stands in some name.

    What a word sounds and looks like is stored once, however many names hold it. A word stays when
    its last name goes: it leads to names, and shows nothing by itself. Not unique: editors who bring
    a new word at the same time shall not wait for one another, and twice is as good as once.
    """

    word = models.CharField(max_length=200)
    kind = models.CharField(max_length=8)
    value = models.CharField(max_length=200)

    objects = WordKeyQuerySet.as_manager()

    class Meta:
        indexes = [
            # queries/search: the words that sound or look like one that is asked for.
            models.Index(fields=["kind", "value", "word"], name="wordkey_lookup"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.value}: {self.word}"
