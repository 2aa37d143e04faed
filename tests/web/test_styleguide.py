"""The style guide, and what it promises of the style sheet."""

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as project
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from prosopography.web.colours import (
    GROUNDS,
    LEAST_CONTRAST,
    MEANINGS,
    TEXTS,
    Colour,
    Values,
    contrast,
    palette,
    schemes,
)
from prosopography.web.styleguide import SIZES, style_sheet

TEMPLATES = Path(project.BASE_DIR) / "templates"
CODE = Path(project.BASE_DIR) / "prosopography"
#: Classes of components that have no look: they name what stands there, for tests, scripts and readers
#: of the source.
WITHOUT_LOOK = {
    "alternative", "axis-both", "axis-day", "conflict-rule", "doubt-note", "extent", "line-whole",
    "mention", "n", "named-as", "side-text", "voice",
}  # fmt: skip

SHEET = re.sub(r"/\*.*?\*/", "", style_sheet(), flags=re.DOTALL)
#: The innermost blocks: what they are for, and what they say.
BLOCKS = re.findall(r"([^{}]*)\{([^{}]*)\}", SHEET)
COLOUR = re.compile(
    r"#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(|"
    r"\b(?:black|white|gr[ae]y|silver|red|maroon|orange|yellow|olive|lime|green|teal|aqua|cyan|blue|"
    r"navy|purple|fuchsia|magenta|pink|brown|gold)\b",
    re.IGNORECASE,
)


def test_it_shows_every_component_and_only_in_debug(
    client: Client, db: None, settings: Any, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    hidden = client.get("/styleguide/")
    assert hidden.status_code == 404
    assert "There is nothing at this address." in hidden.content.decode()
    settings.DEBUG = True
    with django_assert_max_num_queries(1):  # the version of the record, as for every page
        response = client.get("/styleguide/")
    html = response.content.decode()
    assert response.status_code == 200
    components = {f"_components/{path.name}" for path in TEMPLATES.glob("_components/*.html")}
    assert components - {each.name for each in response.templates} == set()
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert sorted(ids) == sorted(set(ids))
    assert re.findall(r"\sstyle=|<style|\son[a-z]+=", html) == []


def test_the_design_is_written_down_as_it_is() -> None:
    told = (CODE.parent / "docs" / "design-language.md").read_text(encoding="utf-8")
    values = schemes(SHEET)
    rows = re.findall(
        r"^\| `(--[\w-]+)` \| (.+?) \| (.+?) \| (.+?) \| (.+?) \|", told, re.MULTILINE
    )
    assert rows == [
        (light.name, light.value, _figures(light), dark.value, _figures(dark))
        for light, dark in zip(palette(values["light"]), palette(values["dark"]), strict=True)
    ]
    sizes = dict(re.findall(r"^\| `(--s-?\d)` \| ([\d.]+) \|", told, re.MULTILINE))
    assert {name: f"{rem}rem" for name, rem in sizes.items()} == {
        name: values["light"][name] for name in SIZES
    }
    parts = set(re.findall(r"`(\w+\.html)`", told))
    assert {path.name for path in TEMPLATES.glob("_components/*.html")} - parts == set()


def test_every_value_is_defined_and_used() -> None:
    defined = set(re.findall(r"(?<![\w-])(--[\w-]+)\s*:", SHEET))
    used = set(re.findall(r"var\((--[\w-]+)", SHEET))
    assert sorted(used ^ defined) == []


def test_every_colour_and_size_is_told_in_the_guide() -> None:
    values = schemes(SHEET)["light"]
    assert [each.name for each in palette(values)] == list(MEANINGS)
    assert [name for name in values if re.fullmatch(r"--s-?\d", name)] == list(SIZES)


def test_colours_stand_in_root_alone() -> None:
    literals = [
        f"{selector.strip()}: {found}"
        for selector, said in BLOCKS
        if selector.strip() != ":root"
        for value in re.findall(r":([^;]+)", said)
        for found in COLOUR.findall(re.sub(r"--[\w-]+|url\([^)]*\)|color-mix\(", "", value))
    ]
    assert literals == []


def faint(values: Values) -> list[str]:
    """What is hard to read in a scheme: words on a ground, and the words on buttons."""
    return [
        f"{word} on {ground}"
        for word, ground in (*product(TEXTS, GROUNDS), ("--paper", "--mark"))
        if contrast(values[word], values[ground]) < LEAST_CONTRAST
    ]


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
def test_words_can_be_read_on_every_ground(scheme: str) -> None:
    assert faint(schemes(SHEET)[scheme]) == []


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000", "#ffffff") == 21
    assert round(contrast("#767676", "#fff"), 2) == 4.54
    grey = {**schemes(SHEET)["light"], "--soft": "#8a8a8a"}
    assert faint(grey) == ["--soft on --paper", "--soft on --leaf"]


def test_every_class_of_a_component_has_a_look() -> None:
    styled = set(_styled())
    found = {
        each
        for path in TEMPLATES.glob("_components/*.html")
        for each in _classes(path.read_text(encoding="utf-8"))
    }
    assert found - styled == WITHOUT_LOOK


def test_every_class_of_the_style_sheet_is_used() -> None:
    files = [
        path
        for pattern in ("templates/**/*.html", "prosopography/**/*.py", "prosopography/**/site.js")
        for path in CODE.parent.glob(pattern)
        if "admin" not in path.parts
    ]
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    words = set(re.findall(r"[A-Za-z][\w-]*", text))
    # A class of which only the beginning is written: sign-{{ certainty }}.
    begun = set(re.findall(r"([a-z][\w-]*-)\{[{%a-z]", text))
    unused = {
        name
        for name in _styled()
        if name not in words and not any(name.startswith(each) for each in begun)
    }
    assert sorted(unused) == []


def _figures(colour: Colour) -> str:
    """Its contrasts as the document gives them."""
    return ", ".join(f"{each:.1f}" for each in colour.contrasts) or "–"


def _styled() -> Iterator[str]:
    """The classes that the style sheet names."""
    for selector in re.findall(r"([^{};]+)\{", SHEET):
        if not selector.strip().startswith("@"):
            yield from re.findall(r"\.([A-Za-z_][\w-]*)", re.sub(r'"[^"]*"', "", selector))


def _classes(html: str) -> Iterator[str]:
    """The classes of a template, but those that are made of values."""
    for found in re.findall(r'class="((?:\{[{%].*?[%}]\}|[^"])*)"', html):
        whole = re.sub(r"\S+-\{%.*?endif %\}", " ", found)
        words = re.sub(r"\{\{.*?\}\}", "…", re.sub(r"\{%.*?%\}", " ", whole))
        yield from (each for each in words.split() if "…" not in each)
