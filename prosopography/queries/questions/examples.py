"""Questions to begin with: the record's own, out of the file that ``EXAMPLE_QUESTIONS`` names."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from ..language import spoken
from .lookup import Lookup, mentioned


@dataclass(frozen=True)
class Example:
    """A question in the words of a historian, and as it is asked."""

    #: Its words by the language, at least in English (“en”).
    titles: Mapping[str, str]
    question: dict[str, Any]

    @property
    def title(self) -> str:
        """Its words in the language that is spoken, else in English."""
        return self.titles.get(spoken(), self.titles["en"])

    @property
    def text(self) -> str:
        """The question as an address holds it."""
        return json.dumps(self.question, ensure_ascii=False, separators=(",", ":"))


def examples() -> list[Example]:
    """Those of them of which the public can know all that they name.

    A query for each sort of thing that they name, and two more for each of which something is
    unknown.
    """
    written = _written(settings.EXAMPLE_QUESTIONS)
    lookup = Lookup([each.question for each in written])
    return [each for each in written if _is_known(each, lookup)]


def title_of(canonical: str) -> str:
    """What a question is called among the examples, by its ``canonical`` text; empty if it is none.

    No query: what the question names is known already, for it has been read.
    """
    asked = json.loads(canonical)
    titles = (each.title for each in _written(settings.EXAMPLE_QUESTIONS) if each.question == asked)
    return next(titles, "")


def _is_known(example: Example, lookup: Lookup) -> bool:
    return all(
        any(lookup.row(model, slug) for model in models)
        for models, slug in mentioned(example.question)
    )


@cache
def _written(path: str) -> list[Example]:
    """What is in the file; nothing where there is none."""
    if not path or not Path(path).is_file():
        return []
    return [
        Example(_titles(each), each["question"])
        for each in json.loads(Path(path).read_text(encoding="utf-8"))
    ]


def _titles(given: Mapping[str, Any]) -> dict[str, str]:
    """“title” is English, “title_ru” Russian."""
    translated = {
        name.removeprefix("title_"): title
        for name, title in given.items()
        if name.startswith("title_")
    }
    return {"en": given["title"], **translated}
