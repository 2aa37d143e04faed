"""The style guide: a living page of all parts that the pages are made of. Only in DEBUG."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from . import sample_lists, samples
from .colours import GROUNDS, LEAST_CONTRAST, palette, schemes
from .errors import NotFoundError, refuse
from .page import Page

_SHEET = Path(__file__).parents[1] / "static" / "prosopography" / "site.css"
#: The sizes of type and the measures of the page, by the names that they have in the style sheet.
SIZES = {
    "--s-2": "Counts, identifiers, headings of tables.",
    "--s-1": "Whatever stands beside: evidence, tables, navigation, forms.",
    "--s0": "Running words, and the headings of single rows.",
    "--s1": "Lives in a heading, third headings, leads.",
    "--s2": "Second headings.",
    "--s3": "First headings where there is little room, figures.",
    "--s4": "First headings.",
}
MEASURES = {
    "--measure": "The widest line of running words.",
    "--width": "The widest page.",
    "--edge": "What is kept free on either side.",
}
#: Between what belongs together, and between what does not.
SPACES = {
    "0.25": "within a part",
    "0.5": "between lines of a list",
    "0.8": "between paragraphs and parts",
    "1.5": "between columns",
    "2.8": "between sections",
}


def style_sheet() -> str:
    """The style sheet of the pages, as it is written."""
    return _SHEET.read_text(encoding="utf-8")


class Styleguide(Page):
    """Every part with its name, its use and its look, made by the templates that the pages use.

    No query. Where DEBUG is off there is nothing at its address.
    """

    template_name = "styleguide.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """The page; 404 where DEBUG is off."""
        if not settings.DEBUG:
            return refuse(request, NotFoundError())
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The values of the style sheet, and a sample of what each part shows."""
        values = schemes(style_sheet())
        lights, darks = palette(values["light"]), palette(values["dark"])
        return super().get_context_data(
            meta=self.meta(
                "Style guide",
                "The parts of the pages: what each is called, when it is used, how it looks. "
                "The people and sources are invented, and their links lead nowhere.",
            ),
            grounds=GROUNDS,
            least=LEAST_CONTRAST,
            colours=list(zip(lights, darks, strict=True)),
            sizes=[(name, values["light"][name], use) for name, use in SIZES.items()],
            measures=[(name, values["light"][name], use) for name, use in MEASURES.items()],
            spaces=SPACES.items(),
            samples=samples,
            lists=sample_lists,
            conflicts=samples.conflicts(),
            facets=sample_lists.facets(),
            here=samples.ADA,
            **kwargs,
        )
