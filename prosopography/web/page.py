"""What all pages have in common: title, description, address, breadcrumbs, and how they refuse."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.urls import get_script_prefix, reverse
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import TemplateView

from prosopography.queries.address import former_slug, visible
from prosopography.queries.slices import PageNumberError, Slice

from .errors import GoneError, MovedError, NotFoundError, RefusalError, refuse
from .parameters import number, read


@dataclass(frozen=True)
class Crumb:
    """A step on the way to a page."""

    label: str
    address: str


@dataclass
class Meta:
    """What the head of a page and its way back need."""

    title: str
    description: str
    canonical: str = ""
    crumbs: list[Crumb] = field(default_factory=list)
    json: str = ""
    before: str = ""
    after: str = ""
    #: For a list: the address of another page of it, without the number.
    pager: str = ""


# No page takes a form that changes anything: without the check, a POST is a plain 405.
@method_decorator(csrf_exempt, name="dispatch")
class Page(TemplateView):
    """A public page: the same for everybody, whoever is logged in; it sets no cookie."""

    http_method_names = ["get", "head", "options"]
    #: The parameters that the page understands, and those that are numbers of the pages of its
    #: lists; any other is refused.
    known: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    #: The list to which the page belongs, as its address has it; the navigation marks it.
    plural = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answers the request, or says in the site's look why not."""
        try:
            self.asked = read(request.GET, (*self.known, *self.numbers))
            return super().dispatch(request, *args, **kwargs)
        except MovedError as moved:
            query = request.META.get("QUERY_STRING", "")
            address = f"{moved.address}?{query}" if query else moved.address
            return HttpResponsePermanentRedirect(address)
        except PageNumberError as error:
            return refuse(request, NotFoundError(str(error)))
        except RefusalError as refusal:
            return refuse(request, refusal)

    def http_method_not_allowed(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """405: these pages are for reading."""
        refusal = RefusalError("This page can only be read.")
        refusal.status, refusal.title = 405, "Only for reading"
        response = refuse(request, refusal)
        response["Allow"] = "GET, HEAD, OPTIONS"
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What every template needs."""
        return super().get_context_data(plural=self.plural, **kwargs)

    def number(self, name: str = "page") -> int:
        """The number of the page that is asked for."""
        return number(self.asked, name)

    def meta(self, title: str, description: str, *crumbs: Crumb, json: str = "") -> Meta:
        """The head of this page; its canonical address has what was asked, and nothing empty."""
        asked = {
            name: value
            for name, value in self.asked.items()
            if not (name in self.numbers and value == "1")
        }
        query = f"?{urlencode(asked)}" if asked else ""
        return Meta(
            title=title,
            description=" ".join(description.split()),
            canonical=self.request.build_absolute_uri(self.request.path) + query,
            crumbs=[Crumb("Home", reverse("web:home")), *crumbs],
            json=json,
        )

    def pager(self, name: str = "page") -> str:
        """The address of this page with its other parameters, up to the number of a list."""
        rest = {key: value for key, value in self.asked.items() if key != name}
        return f"?{urlencode({**rest, name: ''})}"

    def with_pages(self, meta: Meta, page: Slice) -> Meta:
        """The head of a page that is one of several: its number, and its neighbours."""
        meta.pager = self.pager()
        if page.number > 1:
            meta.title = f"{meta.title}, page {page.number}"
            meta.before = f"{meta.pager}{page.number - 1}"
        if page.number < page.pages:
            meta.after = f"{meta.pager}{page.number + 1}"
        return meta


class RowPage(Page):
    """The page of one row, found by its slug."""

    model: Any

    def row(self) -> Any:
        """The row of the address.

        Raises MovedError, GoneError or NotFoundError where the public sees none.
        """
        slug = self.kwargs["slug"]
        found = visible(self.model).filter(slug=slug).first()
        if found is not None:
            return found
        noun = self.model._meta.model_name
        former = former_slug(self.model, slug)
        if former.slug:
            raise MovedError(reverse(f"web:{noun}", args=[former.slug]))
        if former.gone:
            raise GoneError(
                f"The record of this {noun} was published here once; "
                "the editors have taken it back."
            )
        raise NotFoundError(f"The record has no {noun} at this address.")

    def row_meta(self, row: Any, title: str, description: str, *above: Any) -> Meta:
        """The head of the page of a row; ``above`` is what it is part of, the outermost first."""
        noun = self.model._meta.model_name
        crumbs = [Crumb(self.plural.capitalize(), reverse(f"web:{noun}-list"))]
        crumbs += [Crumb(each.label, reverse(f"web:{noun}", args=[each.slug])) for each in above]
        return self.meta(title, description, *crumbs, json=api_address(self.plural, row.slug))


def api_address(plural: str, key: str = "") -> str:
    """Where the API answers for the same thing. (Rooms do not import one another: a plain address.)"""
    return f"{get_script_prefix()}api/v1/{plural}/{f'{key}/' if key else ''}"
