"""What every view of the API does: versions, errors, and answers that any web page may read."""

from types import SimpleNamespace
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import Resolver404, resolve
from django.views.decorators.csrf import csrf_exempt
from rest_framework.exceptions import NotFound, ParseError
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.versioning import NamespaceVersioning
from rest_framework.views import APIView

from prosopography.queries.link_claims import TooManyError
from prosopography.queries.questions import QuestionError

from .errors import RefusedError, fault, refuse
from .schema import ApiSchema
from .strictness import check_parameters


class Negotiation(DefaultContentNegotiation):
    """By the Accept header alone: ``format`` is a parameter like any unknown one."""

    settings = SimpleNamespace(URL_FORMAT_OVERRIDE=None)  # type: ignore[assignment]


class OpenView(APIView):
    """A view that answers in the version of its address, to any origin, always in JSON."""

    versioning_class = NamespaceVersioning
    content_negotiation_class = Negotiation
    schema = ApiSchema()

    def common_parameters(self) -> set[str]:
        """The parameters that it knows whatever is asked."""
        return set()

    def handle_exception(self, exc: Exception) -> Response:
        """What Django takes for an attack (a thousand parameters) is a bad request here too.

        So is what would cost too much; where it is a part of a question, at the path of the part.
        """
        if isinstance(exc, SuspiciousOperation):
            exc = ParseError("The request cannot be read.")
        elif isinstance(exc, TooManyError):
            exc = refuse("largest", str(exc))
        elif isinstance(exc, QuestionError):
            exc = RefusedError({each.path: fault(each.message) for each in exc.faults})
        return super().handle_exception(exc)

    def finalize_response(
        self, request: Request, response: Response, *args: Any, **kwargs: Any
    ) -> Response:
        """Opens the answer to the scripts of every site: all of it is public, and none by user."""
        response = super().finalize_response(request, response, *args, **kwargs)
        response["Access-Control-Allow-Origin"] = "*"
        if request.method == "OPTIONS":
            response["Access-Control-Allow-Methods"] = ", ".join(self.allowed_methods)
            response["Access-Control-Allow-Headers"] = "*"
        return response


class StrictView(OpenView):
    """A view without filters, which refuses what it does not know."""

    #: The parameters that may be longer than others: their own reader says how long.
    long_parameters: tuple[str, ...] = ()

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Refuses unknown parameters before anything is read."""
        super().initial(request, *args, **kwargs)
        known = self.common_parameters()
        check_parameters(request.query_params, known, long=self.long_parameters)


class UnknownAddress(OpenView):
    """Every address below the API's that is none: 404 in JSON, or the same with its slash."""

    schema = None  # type: ignore[assignment]

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """There is nothing here, whatever the method."""
        super().initial(request, *args, **kwargs)
        raise NotFound("There is nothing at this address.")


@csrf_exempt
def unknown_address(request: HttpRequest) -> HttpResponseBase:
    """A forgotten slash at the end leads to the address with it; anything else is not there."""
    if request.method in ("GET", "HEAD") and not request.path_info.endswith("/"):
        try:
            found = resolve(f"{request.path_info}/")
        except Resolver404:
            found = None
        if found is not None and found.func is not unknown_address:
            moved = redirect(request.get_full_path(force_append_slash=True), permanent=True)
            moved["Access-Control-Allow-Origin"] = "*"
            return moved
    return UnknownAddress.as_view()(request)
