"""The acts as actions of a list: on many rows at once, with one reason, each row by itself."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import model_ngettext
from django.core.exceptions import ValidationError
from django.db import transaction

from .acts import ACTS, Act

#: How many rows are named, on the page that asks and among the refusals.
_NAMED = 10


@dataclass
class Tried:
    """What an act on many rows came to."""

    done: int = 0
    refused: list[tuple[str, list[str]]] = field(default_factory=list)


def attempt(rows: Iterable[Any], name: Callable[[Any], str], act: Callable[[Any], None]) -> Tried:
    """Does something with each row; one that is refused stays as it was and hinders no other."""
    tried = Tried()
    for row in rows:
        label = name(row)
        try:
            with transaction.atomic():
                act(row)
            tried.done += 1
        except ValidationError as refusal:
            tried.refused.append((label, refusal.messages))
    return tried


def told(tried: Tried, done: str, opts: Any) -> Iterator[tuple[int, str]]:
    """The messages about what an act came to, each with its level."""
    if tried.done:
        yield messages.SUCCESS, f"{tried.done} {model_ngettext(opts, tried.done)} {done}."
    for label, faults in tried.refused[:_NAMED]:
        yield messages.ERROR, f"{label}: {' '.join(faults)}"
    if (more := len(tried.refused) - _NAMED) > 0:
        yield messages.ERROR, f"… and {more} more."


def _action(act: Act) -> Callable[..., Any]:
    def run(modeladmin: Any, request: Any, queryset: Any) -> Any:
        reason = request.POST.get("reason", "").strip()
        fault = f"Say why it is {act.done}." if act.needs_reason and not reason else ""
        if "asked" not in request.POST or fault:
            return modeladmin.ask(
                request,
                label=f"{act.label}: {queryset.count()} {model_ngettext(queryset)}",
                rows=queryset[:_NAMED],
                action=act.name,
                warning=act.warning,
                needs_reason=act.needs_reason,
                fault=fault if "asked" in request.POST else "",
                **_selection(request, queryset),
            )

        def one(row: Any) -> None:
            if refusal := act.refusal(request.user, row):
                raise ValidationError(refusal)
            act.run(row, editor=request.user, reason=reason)

        modeladmin.tell(request, attempt(queryset, modeladmin.option_label, one), act.done)
        return None

    run.__name__ = act.name
    run.short_description = f"{act.label} …"  # type: ignore[attr-defined]
    run.allowed_permissions = ["publish" if act.reviewers else "change"]  # type: ignore[attr-defined]
    return run


def delete_selected(modeladmin: Any, request: Any, queryset: Any) -> Any:
    """Deletes what never was public; takes the place of Django's own action of this name."""
    if "asked" not in request.POST:
        return modeladmin.ask(
            request,
            label=f"Delete: {queryset.count()} {model_ngettext(queryset)}",
            rows=queryset[:_NAMED],
            action="delete_selected",
            warning="What has been public is not deleted. The history of all stays.",
            **_selection(request, queryset),
        )

    def one(row: Any) -> None:
        if not modeladmin.has_delete_permission(request, row):
            raise ValidationError("Only a reviewer deletes what is no draft.")
        if faults := modeladmin.discard_faults(row):
            raise ValidationError(faults)
        modeladmin.log_deletions(request, modeladmin.model.objects.filter(pk=row.pk))
        modeladmin.delete_model(request, row)

    modeladmin.tell(request, attempt(queryset, modeladmin.option_label, one), "deleted")
    return None


delete_selected.short_description = "Delete …"  # type: ignore[attr-defined]
delete_selected.allowed_permissions = ["delete"]  # type: ignore[attr-defined]


def _selection(request: Any, queryset: Any) -> dict[str, Any]:
    """What the page that asks must send again, so that the same rows are meant."""
    across = request.POST.get("select_across", "0")
    keys = [] if across == "1" else queryset.values_list("pk", flat=True)
    first = list(queryset.values_list("pk", flat=True)[:1])
    return {
        "keys": list(keys) or first,
        "across": across,
        "more": max(queryset.count() - _NAMED, 0),
    }


ACTIONS = [*(_action(act) for act in ACTS.values()), delete_selected]
