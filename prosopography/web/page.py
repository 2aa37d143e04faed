"""What all pages have in common: title, description, address, breadcrumbs, and how they refuse."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import TemplateView

from prosopography.interchange.linked.schema_org import data_block
from prosopography.queries.address import former_slug, visible
from prosopography.queries.link_claims import TooManyError
from prosopography.queries.questions import QuestionError
from prosopography.queries.script import label_of
from prosopography.queries.slices import PageNumberError, Slice

from .alternates import Alternate, alternates, api_address, elsewhere, thing
from .errors import GoneError, MovedError, NotFoundError, NumberError, RefusalError, refuse
from .nouns import GONE, LISTS, NOWHERE
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
    #: The other forms of the page.
    alternates: list[Alternate] = field(default_factory=list)
    #: What search engines read in it, as JSON that may stand in HTML.
    data: str = ""


# No page takes a form that changes anything: without the check, a POST is a plain 405.
@method_decorator(csrf_exempt, name="dispatch")
class Page(TemplateView):
    """A public page: the same for everybody, whoever is logged in; it sets no cookie."""

    http_method_names = ["get", "head", "options"]
    #: The parameters that the page understands, and those that are numbers of the pages of its
    #: lists; any other is refused.
    known: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    #: Those of them that may be long, and hold line breaks: a whole question.
    long: tuple[str, ...] = ()
    #: The list to which the page belongs, as its address has it; the navigation marks it.
    plural = ""
    #: Whether it is the page of a row itself, which has other forms too: JSON, linked data.
    has_forms = False

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answers the request, or says in the site's look why not."""
        try:
            if self.has_forms and (other := elsewhere(request, kwargs)) is not None:
                return other
            self.asked = read(request.GET, (*self.known, *self.numbers), self.long)
            return super().dispatch(request, *args, **kwargs)
        except MovedError as moved:
            query = request.META.get("QUERY_STRING", "")
            address = f"{moved.address}?{query}" if query else moved.address
            return HttpResponsePermanentRedirect(address)
        except PageNumberError as error:
            return refuse(request, NotFoundError(str(error)), self.first_page())
        except NumberError as refusal:
            return refuse(request, refusal, self.first_page())
        except RefusalError as refusal:
            return refuse(request, refusal)
        except TooManyError as error:
            return refuse(request, RefusalError(str(error)))
        except QuestionError as error:
            faults = "; ".join(str(fault) for fault in error.faults)
            sentence = _("The question cannot be answered: %(faults)s") % {"faults": faults}
            return refuse(request, RefusalError(sentence))

    def http_method_not_allowed(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """405: these pages are for reading."""
        refusal = RefusalError(_("This page can only be read."))
        refusal.status, refusal.title = 405, _("Only for reading")
        response = refuse(request, refusal)
        response["Allow"] = "GET, HEAD, OPTIONS"
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What every template needs; a page of a row says what it is to programs too."""
        meta = kwargs.get("meta")
        if self.has_forms and meta is not None:
            meta.alternates = alternates(self.request.path_info, self.kwargs)
            meta.data = data_block(
                thing(self.request, self.kwargs),
                meta.canonical.partition("?")[0],
                title=meta.title,
                description=meta.description,
                row=kwargs.get("here"),
                page=kwargs.get("page"),
            )
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
            crumbs=[Crumb(_("Home"), reverse("web:home")), *crumbs],
            json=json,
        )

    def first_page(self) -> str:
        """The address of this page without the numbers of its lists."""
        rest = {key: value for key, value in self.asked.items() if key not in self.numbers}
        return f"{self.request.path}?{urlencode(rest)}" if rest else self.request.path

    def pager(self, name: str = "page") -> str:
        """The address of this page with its other parameters, up to the number of a list."""
        rest = {key: value for key, value in self.asked.items() if key != name}
        return f"?{urlencode({**rest, name: ''})}"

    def with_pages(self, meta: Meta, page: Slice) -> Meta:
        """The head of a page that is one of several: its number, and its neighbours."""
        meta.pager = self.pager()
        if page.number > 1:
            named = {"title": meta.title, "number": page.number}
            meta.title = _("%(title)s, page %(number)s") % named
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
            raise MovedError(self._moved(noun, former.slug))
        if former.gone:
            raise GoneError(str(GONE[noun]))
        raise NotFoundError(str(NOWHERE[noun]))

    def _moved(self, noun: str, slug: str) -> str:
        """The same page, be it one of several of its row, at the row's new address."""
        match = self.request.resolver_match
        if match is None:
            return reverse(f"web:{noun}", args=[slug])
        return reverse(match.view_name, kwargs={**self.kwargs, "slug": slug})

    def row_meta(self, row: Any, title: str, description: str, *above: Any) -> Meta:
        """The head of the page of a row; ``above`` is what it is part of, the outermost first."""
        noun = self.model._meta.model_name
        crumbs = [Crumb(str(LISTS[self.plural]), reverse(f"web:{noun}-list"))]
        crumbs += [
            Crumb(label_of(each), reverse(f"web:{noun}", args=[each.slug])) for each in above
        ]
        return self.meta(title, description, *crumbs, json=api_address(self.plural, row.slug))
