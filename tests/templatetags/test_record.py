"""How templates write what is in the record."""

import pytest

from prosopography.models import Authority, Identifier, Person
from prosopography.queries.sentence import Part
from prosopography.templatetags.record import address, authority_entry, said, script, scripted


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Ivars Smilga", ""),
        ("Šmilga", ""),
        ("Смилга", "und-Cyrl"),
        ("И́вар Тени́сович Сми́лга", "und-Cyrl"),
        ("Σμίλγα", "und-Grek"),
        ("陳獨秀", "und-Hani"),
        ("Smilga (Смилга), Ivar", ""),
        ("1917–1918", ""),
        ("", ""),
    ],
)
def test_script_is_that_of_most_letters(text: str, tag: str) -> None:
    assert script(text) == tag


def test_scripted_escapes_and_marks() -> None:
    assert scripted("<b>") == "<b>"  # the template escapes it
    assert scripted("Смилга<b>") == '<span lang="und-Cyrl">Смилга&lt;b&gt;</span>'


def test_said_links_every_row_but_that_of_the_page() -> None:
    smilga, trotsky = (
        Person(pk=number, slug=slug, label=slug) for number, slug in ((1, "smilga"), (2, "trotsky"))
    )
    parts = [Part("Smilga", smilga), Part(" < "), Part("Trotsky", trotsky)]
    assert said(parts, here=smilga) == 'Smilga &lt; <a href="/persons/trotsky/">Trotsky</a>'
    assert address(trotsky) == "/persons/trotsky/"


def test_authority_entry_puts_the_identifier_into_the_address() -> None:
    authority = Authority(url_template="https://example.org/{}/entry")
    identifier = Identifier(authority=authority, value="a b/ü")
    assert authority_entry(identifier) == "https://example.org/a%20b%2F%C3%BC/entry"
