"""The Russian catalogue: every text of the public pages is in it, whole, and nothing else."""

import re

from prosopography.management import catalogue

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%%|\{\w*(?::[^}]*)?\}")


def entries() -> dict[tuple[str, str], tuple[str, ...]]:
    """The translations of the Russian catalogue by text and context."""
    found = {}
    for message in catalogue.read("ru"):
        if message.id:
            text = message.id[0] if isinstance(message.id, tuple | list) else message.id
            told = message.string
            forms = tuple(told) if isinstance(told, tuple | list) else (told,)
            found[text, message.context or ""] = () if message.fuzzy else forms
    return found


def test_every_text_is_in_the_catalogue_and_no_other() -> None:
    assert entries().keys() == {text.key for text in catalogue.texts()}


def test_every_text_is_translated_in_all_its_forms() -> None:
    found = entries()
    lacking = [
        text.singular
        for text in catalogue.texts()
        if len([form for form in found.get(text.key, ()) if form]) != (3 if text.plural else 1)
    ]
    assert lacking == []


def test_translations_have_the_placeholders_of_their_text() -> None:
    found, wrong = entries(), []
    for text in catalogue.texts():
        singular = set(PLACEHOLDER.findall(text.singular))
        wanted = singular | set(PLACEHOLDER.findall(text.plural))
        for form in found.get(text.key, ()):
            has = set(PLACEHOLDER.findall(form))
            # A form of the plural may leave the number out, as the singular may.
            if has != wanted and not (text.plural and has == singular):
                wrong.append((text.singular, form))
    assert wrong == []
