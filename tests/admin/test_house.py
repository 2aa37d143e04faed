"""The rules of this room: every reference is found by typing, and editing/ alone writes."""

import ast
from pathlib import Path

import pytest
from django.contrib import admin
from django.db.models.signals import pre_save
from django.forms import ModelChoiceField
from django.test import Client

import prosopography.admin
from prosopography.admin.widgets import row_select
from prosopography.models import ConflictEntry, Person, Status
from tests import cast
from tests.admin.desk import address, errors, values

pytestmark = pytest.mark.django_db

#: What may be called so here: the acts of editing/, and a form's own ``save(commit=False)``.
WRITERS = {"rows", "claims", "publication", "formset"}
WRITES = {"bulk_create", "bulk_update", "create", "delete", "get_or_create", "save", "update"}


def test_every_table_of_the_record_has_its_desk() -> None:
    desks = {
        model.__name__ for model in admin.site._registry if model.__module__.startswith("pros")
    }
    assert desks == {
        "Assertion", "Authority", "Citation", "ConflictEntry", "Derivation", "Event", "Identifier",
        "Organisation", "Person", "Place", "Redirect", "Role", "Source",
    }  # fmt: skip


def test_every_reference_is_found_by_typing(reviewer: Client) -> None:
    found, plain = set(), set()
    for model in admin.site._registry:
        if not model.__module__.startswith("prosopography") or model is ConflictEntry:
            continue  # a conflict is found: it has no form
        noun = model._meta.model_name
        asked = {"kind": "birth"} if noun == "assertion" else {}
        context = reviewer.get(address(noun, "add"), asked).context
        forms = [context["adminform"].form]
        forms += [inline.formset.empty_form for inline in context["inline_admin_formsets"]]
        for form in forms:
            for name, field in form.fields.items():
                if isinstance(field, ModelChoiceField) and name != "id":
                    (found if row_select(field) else plain).add((noun, name))
    assert plain == set()
    assert {("assertion", "related_person"), ("person", "authority"), ("role", "broader")} <= found


def test_nothing_but_editing_writes() -> None:
    wrong = []
    for module in sorted(Path(prosopography.admin.__file__).parent.glob("*.py")):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                owner = ast.unparse(node.func.value)
                if node.func.attr in WRITES and owner not in WRITERS:
                    wrong.append(f"{module.name}:{node.lineno} {owner}.{node.func.attr}")
    assert wrong == []


def test_row_that_another_saves_at_the_same_moment_comes_back_in_the_form(editor: Client) -> None:
    names = {"label": "Ivar Smilga", "sort_label": "Smilga, Ivar", "slug": "ivar-smilga"}
    page = address("person", "add")
    data = values(editor.get(page)) | names

    def another(**sent: object) -> None:
        Person.objects.bulk_create([Person(**names)])

    pre_save.connect(another, sender=Person)
    try:
        answer = editor.post(page, data)
    finally:
        pre_save.disconnect(another, sender=Person)
    assert errors(answer) == {
        "__all__": [
            "Somebody else saved something like it at the same moment. Look at it, then save again."
        ]
    }
    assert not Person.objects.exists()


def test_deleting_a_queryset_is_all_or_nothing(editor: Client) -> None:
    cast.person("a", status=Status.DRAFT)
    rested = cast.person("b", status=Status.DRAFT)
    cast.birth(rested, status=Status.DRAFT)
    answer = editor.get(address("person"))
    desk = answer.context["cl"].model_admin
    with pytest.raises(Exception, match="still used"):
        desk.delete_queryset(answer.wsgi_request, Person.objects.order_by("slug"))
    assert Person.objects.count() == 2
    desk.delete_queryset(answer.wsgi_request, Person.objects.filter(slug="a"))
    assert Person.objects.get() == rested
