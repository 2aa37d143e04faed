"""What the tests of the desk share: addresses, and forms filled in as a browser would send them."""

from typing import Any

from django.forms import BaseForm
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

Data = dict[str, Any]


def address(noun: str, page: str = "changelist", *arguments: Any) -> str:
    """The address of a page of a noun's desk."""
    return reverse(f"admin:prosopography_{noun}_{page}", args=arguments)


def values(answer: HttpResponse) -> Data:
    """What a browser would send back of a form that is left as it is."""
    context: Any = answer.context
    data = _of_form(context["adminform"].form)
    for inline in context["inline_admin_formsets"]:
        data |= _of_form(inline.formset.management_form)
        for form in inline.formset.forms:
            data |= _of_form(form)
    return data


def _of_form(form: BaseForm) -> Data:
    data = {}
    for bound in form:
        value = bound.value()
        if value is not None and value is not False:
            data[bound.html_name] = getattr(value, "pk", value)
    return data


def citation(number: int, **columns: Any) -> Data:
    """The fields of one row of the citations."""
    given = {"stance": "supports", "identification": "certain", **columns}
    return {f"citations-{number}-{name}": value for name, value in given.items()}


def new_claim(client: Client, kind: str = "birth", **columns: Any) -> Data:
    """The form of a new claim of a kind, filled in."""
    return {**values(client.get(address("assertion", "add"), {"kind": kind})), **columns}


def errors(answer: HttpResponse) -> dict[str, list[str]]:
    """The sentences of a form that came back, by field; ``__all__`` for those at the top."""
    context: Any = answer.context
    assert answer.status_code == 200, answer.status_code
    found = {name: list(each) for name, each in context["adminform"].form.errors.items()}
    for inline in context["inline_admin_formsets"]:
        for form in inline.formset.forms:
            found |= {form.add_prefix(name): list(each) for name, each in form.errors.items()}
    return found


def messages(answer: HttpResponse) -> list[str]:
    """What the desk said at the top of a page that was reached in the end (``follow=True``)."""
    context: Any = answer.context
    return [str(message) for message in context["messages"]]


def shown(answer: HttpResponse) -> list[Any]:
    """The rows of a list, in their order."""
    context: Any = answer.context
    return list(context["cl"].result_list)
