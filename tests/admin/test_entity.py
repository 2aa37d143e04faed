"""Forms of persons, bodies, events, places, roles and sources, and their history."""

import re
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from prosopography.editing import assertion as claims
from prosopography.editing import row
from prosopography.models import (
    Assertion,
    Authority,
    Identifier,
    Organisation,
    Passage,
    Person,
    Place,
    Redirect,
    Role,
    Source,
    Status,
)
from tests import cast
from tests.admin.desk import Data, address, errors, values

pytestmark = pytest.mark.django_db

NAMES = {"label": "Ivar Smilga", "sort_label": "Smilga, Ivar", "slug": "ivar-smilga"}


def add(client: Client, noun: str, **columns: Any) -> Any:
    """Sends the form of a new row."""
    page = address(noun, "add")
    return client.post(page, values(client.get(page)) | columns)


def change(client: Client, made: Any, **columns: Any) -> Any:
    """Sends the form of a row with some fields changed."""
    page = address(made._meta.model_name, "change", made.pk)
    return client.post(page, values(client.get(page)) | columns)


def test_person_is_added_as_a_draft_with_who_and_why(editor: Client) -> None:
    assert add(editor, "person", reason="named in ¶7", **NAMES).status_code == 302
    made = Person.objects.get()
    assert (made.slug, made.status) == ("ivar-smilga", Status.DRAFT)
    entry = made.history.get()
    assert (entry.history_user.username, entry.history_change_reason) == ("anna", "named in ¶7")


def test_every_noun_is_added_by_its_form(reviewer: Client) -> None:
    whole = cast.organisation("whole")
    filled: dict[str, Data] = {
        "organisation": {"part_of": whole.pk},
        "event": {},
        "place": {"latitude": "57.76", "longitude": "24.87"},
        "role": {"joins": "organisation", "lasting": "on"},
        "source": {"kind": "book", "title": "Memoirs", "url": "example.org/memoirs"},
        "authority": {"url_template": "https://example.org/{}"},
    }
    for noun, columns in filled.items():
        names = {"label": "A B", "sort_label": "A B", "slug": "a-b"}
        answer = add(reviewer, noun, reason="new", **names | columns)
        assert answer.status_code == 302, (noun, errors(answer))
    assert Organisation.objects.get(slug="a-b").part_of == whole
    assert str(Place.objects.get().latitude) == "57.76000"
    assert Role.objects.get().lasting
    assert Source.objects.get().url == "https://example.org/memoirs"
    for model in (Organisation, Place, Role, Source, Authority):
        assert model.history.first().history_change_reason == "new"


def test_identifiers_are_added_on_the_form(editor: Client) -> None:
    wikidata = row.create(
        Authority,
        slug="wikidata",
        label="Wikidata",
        url_template="https://example.org/{}",
        pattern="Q[1-9][0-9]*",
    )
    rows = {"identifiers-TOTAL_FORMS": 1, "identifiers-0-authority": wikidata.pk}
    answer = add(editor, "person", **NAMES, **rows, **{"identifiers-0-value": "x"})
    assert errors(answer) == {"identifiers-0-value": ["No identifier of Wikidata looks so."]}
    assert not Person.objects.exists()
    add(editor, "person", reason="known", **NAMES, **rows, **{"identifiers-0-value": "Q1"})
    identifier = Identifier.objects.get()
    assert (identifier.person.slug, identifier.value) == ("ivar-smilga", "Q1")
    assert identifier.history.get().history_change_reason == "known"


def test_what_is_unique_is_refused_at_its_field(editor: Client) -> None:
    cast.person()
    assert errors(add(editor, "person", **NAMES)) == {
        "slug": ["Person with this Slug already exists."]
    }
    assert errors(add(editor, "person", **NAMES | {"slug": "Ivar Smilga"})).keys() == {"slug"}


def test_old_address_of_another_is_refused_at_its_field(editor: Client) -> None:
    row.revise(cast.person(), slug="ivar-t-smilga")
    assert errors(add(editor, "person", **NAMES)) == {
        "slug": ["This address once was that of Ivar Smilga and still leads there."]
    }
    assert Person.objects.count() == 1


def test_renaming_what_is_public_leaves_a_redirect_with_its_account(reviewer: Client) -> None:
    assert change(reviewer, cast.person(), slug="ivar-t-smilga").status_code == 302
    redirect = Redirect.objects.get()
    assert (redirect.slug, redirect.person.slug) == ("ivar-smilga", "ivar-t-smilga")
    assert redirect.history.get().history_user.username == "boris"


def test_circle_in_a_tree_is_refused_at_its_field(editor: Client) -> None:
    whole = cast.organisation("whole", status=Status.DRAFT)
    part = cast.organisation("part", part_of=whole)
    assert errors(change(editor, whole, part_of=part.pk)) == {
        "part_of": ["Whole would be a part of itself."]
    }


def test_half_a_position_is_refused(editor: Client) -> None:
    made = cast.place(status=Status.DRAFT)
    assert errors(change(editor, made, latitude="57.76")) == {
        "__all__": ["Give both latitude and longitude, or neither."]
    }
    assert list(errors(change(editor, made, latitude="91", longitude="1"))) == ["latitude"]


def test_role_towards_a_person_needs_its_converse(reviewer: Client) -> None:
    answer = add(reviewer, "role", label="spouse of", slug="spouse-of", joins="person")
    assert errors(answer) == {
        "__all__": [
            "A role towards a person needs a converse label, every other role must have none."
        ]
    }


def test_role_that_becomes_lasting_rereads_the_dates_of_its_claims(reviewer: Client) -> None:
    claim = cast.claim("life_event", person=cast.person(), role=cast.role("arrested"), edtf="1924")
    assert claim.earliest_start is not None
    change(reviewer, Role.objects.get(), lasting="on")
    assert Assertion.objects.get().earliest_start is None


def test_source_with_passages_and_derivations(editor: Client) -> None:
    original = cast.source("memoirs")
    rows = {
        "derivations-TOTAL_FORMS": 1,
        "derivations-0-derived_from": original.pk,
        "derivations-0-certainty": "probable",
        "derivations-0-extent": "parts",
        "passages-TOTAL_FORMS": 2,
        "passages-0-locator": "¶10",
        "passages-0-reason": "Licence.",
        "passages-1-locator": "¶9",
        "passages-1-reason": "Heading.",
    }
    named = {"label": "Copy", "slug": "copy", "kind": "article", "title": "Copy"}
    assert add(editor, "source", reason="read", **named, **rows).status_code == 302
    made = Source.objects.get(slug="copy")
    assert [(d.derived_from, d.extent) for d in made.derivations.all()] == [(original, "parts")]
    page = editor.get(address("source", "change", made.pk))
    passages = page.context["inline_admin_formsets"][1].formset
    assert [form.instance.locator for form in passages.initial_forms] == ["¶9", "¶10"]
    assert Passage.history.first().history_user.username == "anna"


def test_impossible_date_of_a_source_is_refused_at_its_field(editor: Client) -> None:
    made = cast.source(status=Status.DRAFT)
    assert list(errors(change(editor, made, edtf="1945-02-30"))) == ["edtf"]


def test_desk_says_claim_and_never_assertion(reviewer: Client) -> None:
    claim = cast.tenure(status=Status.DRAFT)
    pages = [
        reverse("admin:index"),
        address("assertion"),
        address("assertion", "add"),
        address("assertion", "change", claim.pk),
        address("assertion", "delete", claim.pk),
        address("assertion", "history", claim.pk),
        address("citation", "add"),
        address("citation", "change", claim.citations.get().pk),
        address("person", "add"),
    ]
    said = [page for page in pages if "assertion" in words(reviewer.get(page)).lower()]
    assert said == []
    assert "Claims" in words(reviewer.get(reverse("admin:index")))


def words(answer: HttpResponse) -> str:
    """What a reader sees of a page, without its mark-up, styles and scripts."""
    page = re.sub(r"<(script|style)\b.*?</\1>", " ", answer.content.decode(), flags=re.DOTALL)
    return re.sub(r"<[^>]*>", " ", page)


def test_form_leads_to_the_claims_and_to_the_public_page(editor: Client) -> None:
    who, draft = cast.person(), cast.person("leon-trotsky", status=Status.DRAFT)
    page = editor.get(address("person", "change", who.pk)).content.decode()
    assert f'href="/admin/prosopography/assertion/?about=person-{who.pk}"' in page
    assert f'href="/admin/prosopography/assertion/add/?person={who.pk}"' in page
    assert 'href="/persons/ivar-smilga/"' in page
    hidden = editor.get(address("person", "change", draft.pk)).content.decode()
    assert "/persons/leon-trotsky/" not in hidden
    claim = cast.birth()
    page = editor.get(address("assertion", "change", claim.pk)).content.decode()
    assert f'href="/assertions/{claim.identifier}/"' in page
    assert "Ivar Smilga was born, 1892" in page


# History -------------------------------------------------------------------------------------------


def test_history_tells_who_changed_what_and_why(reviewer: Client) -> None:
    who = cast.person()
    change(reviewer, who, label="Ivar T. Smilga", reason="two of the name")
    page = reviewer.get(address("person", "history", who.pk))
    newest, oldest = page.context["page_obj"]
    assert (newest.history_user.username, newest.history_change_reason) == (
        "boris",
        "two of the name",
    )
    assert newest.history_delta_changes == [
        {"field": "Label", "old": "Ivar Smilga", "new": "Ivar T. Smilga"}
    ]
    for words in ("boris", "two of the name", "Ivar Smilga → Ivar T. Smilga"):
        assert words in page.content.decode()
    old = reviewer.get(address("person", "simple_history", who.pk, oldest.pk))
    assert '<div class="readonly">Ivar Smilga</div>' in old.content.decode()


def test_history_calls_a_status_as_the_form_does(editor: Client) -> None:
    who = cast.person(status=Status.DRAFT)
    page = address("person", "change", who.pk)
    editor.post(page, values(editor.get(page)) | {"_submit": "yes"})
    history = editor.get(address("person", "history", who.pk))
    assert history.context["page_obj"][0].history_delta_changes == [
        {"field": "Status", "old": "draft", "new": "in review"}
    ]


def test_history_of_a_claim_has_that_of_its_citations_withdrawn_ones_too(reviewer: Client) -> None:
    claim = cast.birth(quotation="born in 1892")
    claims.cite(claim, source=cast.source("memoirs"), locator="p. 12")
    page = address("assertion", "change", claim.pk)
    data = values(reviewer.get(page)) | {"citations-1-DELETE": "on", "reason": "misread"}
    assert reviewer.post(page, data).status_code == 302
    history = reviewer.get(address("assertion", "history", claim.pk)).content.decode()
    for words in ("“born in 1892”", "Memoirs, p. 12", "misread", "Deleted"):
        assert words in history


def test_history_of_what_was_deleted_is_still_there(editor: Client) -> None:
    made = cast.person(status=Status.DRAFT)
    key = made.pk
    row.discard(made, reason="entered twice")
    page = editor.get(address("person", "history", key))
    assert page.status_code == 200
    assert "entered twice" in page.content.decode()


def test_old_version_may_name_what_is_gone(editor: Client) -> None:
    gone = cast.person("a-b", status=Status.DRAFT)
    claim = cast.birth(gone, status=Status.DRAFT)
    row.revise(claim, person=cast.person())
    row.discard(gone)
    oldest = claim.history.last()
    page = editor.get(address("assertion", "simple_history", claim.pk, oldest.pk))
    assert page.status_code == 200
    assert editor.get(address("assertion", "history", claim.pk)).status_code == 200


def test_history_of_nonsense_is_not_found(editor: Client) -> None:
    for key in ("0", "x", "9" * 30):
        for noun in ("person", "assertion"):
            assert editor.get(address(noun, "history", key)).status_code == 404
