"""What the lists have in common: facets, a name, orders, table or cards, and the same as files."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from prosopography.interchange.table import write_xlsx
from prosopography.queries.facets import LISTINGS, Asked, Listing, narrowed
from prosopography.queries.facets.page import grounds, list_page, offers_beside
from prosopography.queries.facets.rows import (
    COLUMNS,
    MOST_IN_XLSX,
    about,
    rows,
    too_many_for_xlsx,
)
from prosopography.queries.slices import Slice

from .chosen import word
from .cite import cited_answer
from .errors import RefusalError
from .facets import Chip, chips, in_words, shown_facets
from .narrowing import Beside, read_asked
from .page import Page, api_address
from .table import csv_file, xlsx_file

#: How a page is shown; no matter to what is on the list, and so unknown to its files.
SHOWN = ("view", "facet", "like")
#: How a list can be shown.
VIEWS = {"table": gettext_lazy("Table"), "cards": gettext_lazy("Cards")}


def same(*names: str) -> dict[str, str]:
    """What the API asks for by the same names."""
    return {name: name for name in names}


@dataclass(frozen=True)
class Way:
    """A link to the same list, shown or sorted otherwise."""

    label: Any
    address: str
    is_here: bool


class Narrowed(Page):
    """A list as its address asks for it."""

    noun: str
    title: Any
    description: Any
    #: What says how the facets are read.
    how: tuple[str, ...] = ("certain",)
    views: tuple[str, ...] = ("table", "cards")
    #: What the API asks for by another name than the page; what is not here it does not know.
    in_api: Mapping[str, str] = {}

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """As always; and which parameters there are, which the facets say."""
        super().setup(request, *args, **kwargs)
        self.listing: Listing = LISTINGS[self.noun]()
        facets = tuple(facet.name for facet in self.listing.facets)
        self.known = ("q", *facets, *self.how, "sort")
        self.long = facets

    def narrowing(self) -> Asked:
        """By what the list is narrowed. Raises RefusalError."""
        asked, self.hits = read_asked(self.listing, self.asked)
        words = dict.fromkeys(self.listing.sorts)
        self.sort = self.asked.get("sort", "")
        if self.sort and self.sort not in words:
            raise RefusalError(
                _("“sort” is one of %(words)s, and not “%(word)s”.")
                % {"words": ", ".join(words), "word": self.sort}
            )
        return asked


class ListPage(Narrowed):
    """A list, a page at a time, with all by which it can be narrowed."""

    numbers = ("page",)

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """As always; and how the page can be shown."""
        super().setup(request, *args, **kwargs)
        self.known = (*self.known, *SHOWN)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The page of the list that is asked for."""
        asked = self.narrowing()
        view = str(word(self.asked, "view", {each: each for each in self.views}, "table"))
        opened = self.opened()
        page = list_page(self.listing, asked, hits=self.hits, sort=self.sort, number=self.number())
        offers = offers_beside(self.listing, asked, page, opened=opened)
        told = {}
        if view == "cards":
            told = grounds(self.listing, asked, [each.row for each in page.rows])
        beside = Beside(self.request.path, self.asked, self.numbers)
        meta = self.meta(str(self.title), str(self.description), json=self.json())
        facets = shown_facets(
            self.listing, asked, offers, beside, opened=opened, like=self.asked.get("like", "")
        )
        claim_chips = [*chips(self.listing, asked, beside, of_claim=True),
                       *self.how_chips(asked, beside)]  # fmt: skip
        other_chips = [*chips(self.listing, asked, beside, of_claim=False),
                       *self.text_chips(beside)]  # fmt: skip
        words = in_words([*claim_chips, *other_chips])
        return super().get_context_data(
            meta=self.with_pages(meta, page),
            cite=cited_answer(self.request, str(self.title), words, beside.changed(view="")),
            page=page,
            cards=[(each, told.get(each.row.pk, ())) for each in page.rows] if told else (),
            noun=self.noun,
            address=reverse(f"web:{self.noun}-list"),
            text=self.asked.get("q", ""),
            asked=asked,
            how=self.how,
            counted=self.counted(page),
            is_narrowed=self.is_narrowed(),
            facets=facets,
            opened=opened,
            claim_chips=claim_chips,
            other_chips=other_chips,
            others=beside.others("q", *self.how),
            sorts=self.sorts(beside),
            views=[Way(VIEWS[each], beside.changed(view="" if each == "table" else each),
                       each == view) for each in self.views] if self.views[1:] else [],
            view=view,
            csv=beside.changed(reverse(f"web:{self.noun}-csv"), view=""),
            xlsx=beside.changed(reverse(f"web:{self.noun}-xlsx"), view=""),
            **self.more(asked),
            **kwargs,
        )  # fmt: skip

    def more(self, asked: Asked) -> dict[str, Any]:
        """What this list has that others have not."""
        return {}

    def number_of(self, total: int) -> str:
        """How many rows, with their noun."""
        raise NotImplementedError

    def opened(self) -> str:
        """The facet that is to be open. Raises RefusalError for none of the list."""
        names = {facet.name: facet.name for facet in self.listing.facets}
        name = self.asked.get("facet", "")
        if "like" in self.asked and not name:
            raise RefusalError(_("“like” searches the values of a “facet”, which is not given."))
        return str(word(self.asked, "facet", names, name)) if name else ""

    def counted(self, page: Slice) -> str:
        """How many there are, and which of them stand here, in a sentence."""
        text = self.asked.get("q", "")
        if not page.total:
            if text:
                return _("Nothing like that is found under “%(text)s”.") % {"text": text}
            if self.is_narrowed():
                return _("Nothing in the record is like that.")
            return _("Nothing has been published here yet.")
        number = self.number_of(page.total)
        found = _("%(number)s found under “%(text)s”") if text else "%(number)s"
        whole = found % {"number": number, "text": text}
        if page.pages == 1:
            return whole
        return _("%(first)s to %(last)s of %(whole)s") % {
            "first": page.first, "last": page.last, "whole": whole,
        }  # fmt: skip

    def is_narrowed(self) -> bool:
        """Whether the list is not the whole of it."""
        return bool(self.asked.keys() - {"sort", "page", *SHOWN})

    def sorts(self, beside: Beside) -> list[Way]:
        """The orders in which the list can come."""
        rule = next(iter(self.listing.sorts))
        by_match = bool(self.hits)
        ways = [
            Way(label, beside.changed(sort=each if by_match or each != rule else ""),
                self.sort == each or (not self.sort and not by_match and each == rule))
            for each, (label, _sort) in self.listing.sorts.items()
        ]  # fmt: skip
        best = Way(_("best match"), beside.changed(sort=""), not self.sort)
        return [best, *ways] if by_match else ways

    def how_chips(self, asked: Asked, beside: Beside) -> list[Chip]:
        """What else the one claim must be."""
        found = []
        if asked.doubtful == "exclude":
            found.append(("doubtful", _("not of a doubtful identification")))
        elif asked.doubtful == "only":
            found.append(("doubtful", _("of a doubtful identification")))
        if asked.witnesses:
            told = ngettext(
                "%(n)s or more independent witnesses",
                "%(n)s or more independent witnesses",
                asked.witnesses,
            )
            found.append(("witnesses_min", told % {"n": asked.witnesses}))
        return [Chip("", label, beside.changed(**{name: ""})) for name, label in found]

    def text_chips(self, beside: Beside) -> list[Chip]:
        """The name that is asked for, and whether only what is certain counts."""
        found = []
        if "q" in self.asked:
            found.append(Chip(_("Found under"), f"“{self.asked['q']}”", beside.changed(q="")))
        if self.asked.get("certain") == "true":
            found.append(Chip("", _("without what is uncertain"), beside.changed(certain="")))
        return found

    def json(self) -> str:
        """Where the API answers the same; empty where it cannot be asked so."""
        shown = ("sort", "page", *SHOWN)
        asked = {name: value for name, value in self.asked.items() if name not in shown}
        if asked.keys() - self.in_api.keys():
            return ""
        query = urlencode({self.in_api[name]: value for name, value in asked.items()}, safe=",")
        return f"{api_address(self.plural)}?{query}" if query else api_address(self.plural)


class ListFile(Narrowed):
    """The whole of a list as a file; what is asked is asked as of its page."""

    #: The page of the list.
    of: type[ListPage] = ListPage
    form = "csv"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """What is asked is that of the page."""
        self.noun, self.plural, self.how = self.of.noun, self.of.plural, self.of.how
        super().setup(request, *args, **kwargs)

    def get(  # type: ignore[override]  # no page, so no template
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        """The file. Raises RefusalError."""
        asked = self.narrowing()
        if self.hits and not self.sort:
            self.sort = next(iter(self.listing.sorts))
        table, columns = rows(self.listing, asked, self.sort), COLUMNS[self.noun]
        if self.form == "csv":
            return csv_file(self.plural, table, columns)
        total = narrowed(self.listing, asked).count()
        if too_many_for_xlsx(total):
            raise RefusalError(
                _(
                    "These are %(total)s rows; in XLSX there are %(most)s at most: "
                    "take the table as CSV, which has all of them."
                )
                % {"total": total, "most": MOST_IN_XLSX}
            )
        page = self.request.build_absolute_uri(reverse(f"web:{self.noun}-list"))
        address = f"{page}?{urlencode(self.asked)}" if self.asked else page
        title = self.plural.capitalize()
        told = about(address, self.asked.items(), total)
        return xlsx_file(
            self.plural, write_xlsx(table, columns, title=title, about=(_("About"), told))
        )
