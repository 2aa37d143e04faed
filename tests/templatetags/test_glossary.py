"""The terms: each explained once, and linked from where it occurs."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template import Context, Template, TemplateSyntaxError

from prosopography.queries.glossary import TERMS, chapters


def written(text: str, **context: object) -> str:
    return Template("{% load glossary %}" + text).render(Context(context))


def test_a_term_is_a_link_to_its_explanation() -> None:
    asked = '{% term "witness" %}{{ number }} witnesses{% endterm %}'
    assert written(asked, number="<2>") == (
        '<a class="term" href="/glossary/#witness">&lt;2&gt; witnesses</a>'
    )


def test_a_term_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError):
        written('{% term "wittness" %}witness{% endterm %}')
    for wrong in ("{% term %}x{% endterm %}", '{% term "claim" "role" %}x{% endterm %}'):
        with pytest.raises(TemplateSyntaxError):
            written(wrong)


def test_templates_link_only_to_terms_that_are_there() -> None:
    folder: Path = settings.BASE_DIR / "templates"
    text = "".join(each.read_text(encoding="utf-8") for each in folder.rglob("*.html"))
    linked = set(re.findall(r'{% term "([a-z-]+)" %}|glossary }}#([a-z-]+)"', text))
    found = {one or other for one, other in linked}
    assert found - TERMS.keys() == set()
    assert found >= {"prosopography", "independent-witness"}


def test_every_term_has_one_place_and_sees_only_others() -> None:
    slugs = [term.slug for chapter, terms in chapters() for term, _ in terms]
    assert len(slugs) == len(set(slugs)) == len(TERMS)
    assert [slug for slug, term in TERMS.items() if slug in term.see] == []
    assert [each for term in TERMS.values() for each in term.see if each not in TERMS] == []
