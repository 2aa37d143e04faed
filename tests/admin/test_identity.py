"""Doubtful identifications and derivations at the desk."""

import pytest
from django.test import Client

from prosopography.editing import assertion as claims
from prosopography.models import Alternative, Assertion, Citation, Derivation, Status
from tests import cast
from tests.admin.desk import address, citation, errors, new_claim, shown, values

pytestmark = pytest.mark.django_db

ADD = "/admin/prosopography/assertion/add/"
DOUBT = {"identification": "doubtful", "identification_note": "Or Vladimir Smirnov."}


def doubtful(client: Client, **more: object) -> dict[str, object]:
    """The form of a signature with one citation of a doubtful name, filled in."""
    filled = {
        "person": cast.person("ivan-smirnov").pk,
        "event": cast.event().pk,
        "role": cast.role("signatory").pk,
    }
    evidence = citation(0, source=cast.source().pk, locator="¶14", named_as="Srnirnov", **DOUBT)
    return new_claim(client, "participation", **filled | evidence | more)


def others() -> list[str]:
    return sorted(each.person.slug for each in Alternative.objects.all())


def test_claim_form_says_whom_else_a_name_may_mean(editor: Client) -> None:
    two = [cast.person("vladimir-smirnov").pk, cast.person("alexander-smirnov").pk]
    data = doubtful(editor, **{"citations-0-may_mean": two, "reason": "read"})
    assert editor.post(ADD, data).status_code == 302
    assert others() == ["alexander-smirnov", "vladimir-smirnov"]
    entries = Alternative.history.all()
    assert {(each.history_user.username, each.history_change_reason) for each in entries} == {
        ("anna", "read")
    }
    claim = Assertion.objects.get()
    page = editor.get(address("assertion", "change", claim.pk))
    assert '<option value="' in page.content.decode()
    assert "Vladimir Smirnov" in page.content.decode()
    again = values(page)
    assert sorted(again["citations-0-may_mean"]) == sorted(two)
    again["citations-0-may_mean"] = two[:1]
    assert editor.post(address("assertion", "change", claim.pk), again).status_code == 302
    assert others() == ["vladimir-smirnov"]
    assert Citation.history.count() == 2


def test_unchanged_form_leaves_the_alternatives_alone(editor: Client) -> None:
    data = doubtful(editor, **{"citations-0-may_mean": [cast.person("vladimir-smirnov").pk]})
    editor.post(ADD, data)
    page = address("assertion", "change", Assertion.objects.get().pk)
    assert editor.post(page, values(editor.get(page))).status_code == 302
    assert Alternative.history.count() == 1


def test_certain_name_means_nobody_else(editor: Client) -> None:
    data = doubtful(editor, **{"citations-0-may_mean": [cast.person("vladimir-smirnov").pk]})
    data |= {"citations-0-identification": "certain", "citations-0-identification_note": ""}
    assert errors(editor.post(ADD, data)) == {
        "citations-0-may_mean": ["Mark the identification as doubtful, or leave this empty."]
    }
    assert not Assertion.objects.exists()


def test_name_does_not_also_mean_the_person_of_the_claim(editor: Client) -> None:
    data = doubtful(editor, **{"citations-0-may_mean": [cast.person("ivan-smirnov").pk]})
    assert errors(editor.post(ADD, data)) == {"__all__": ["The claim itself is about this person."]}
    assert not Alternative.objects.exists()


def test_citation_form_does_the_same(reviewer: Client) -> None:
    claim = cast.signature(cast.person("ivan-smirnov"), named_as="Srnirnov", **DOUBT)
    page = address("citation", "change", claim.citations.get().pk)
    data = values(reviewer.get(page)) | {"may_mean": [cast.person("vladimir-smirnov").pk]}
    assert reviewer.post(page, data).status_code == 302
    assert others() == ["vladimir-smirnov"]
    settled = values(reviewer.get(page)) | {
        "identification": "certain", "identification_note": "", "may_mean": []
    }  # fmt: skip
    assert reviewer.post(page, settled).status_code == 302
    assert others() == []


def test_who_may_only_look_sees_them_too(editor: Client) -> None:
    claim = cast.signature(cast.person("ivan-smirnov"), named_as="Srnirnov", **DOUBT)
    claims.name_alternatives(claim.citations.get(), [cast.person("vladimir-smirnov")])
    for noun, key in (("assertion", claim.pk), ("citation", claim.citations.get().pk)):
        assert "Vladimir Smirnov" in editor.get(address(noun, "change", key)).content.decode()


def test_derivation_is_changed_from_its_list_and_the_witnesses_follow(reviewer: Client) -> None:
    memoirs, one, two = (cast.source(slug) for slug in ("memoirs", "copy-one", "copy-two"))
    claim = cast.birth(source=one)
    claims.cite(claim, source=two, locator="¶2")
    for copy in (one, two):
        data = values(reviewer.get(address("derivation", "add"))) | {
            "source": copy.pk, "derived_from": memoirs.pk, "extent": "whole",
        }  # fmt: skip
        assert reviewer.post(address("derivation", "add"), data).status_code == 302
    assert Assertion.objects.get().witnesses == 1
    found = shown(reviewer.get(address("derivation"), {"q": "copy one"}))
    assert [(each.source, each.derived_from) for each in found] == [(one, memoirs)]
    page = address("derivation", "change", found[0].pk)
    data = values(reviewer.get(page)) | {"extent": "parts", "note": "Two extracts only."}
    assert reviewer.post(page, data).status_code == 302
    assert Assertion.objects.get().witnesses == 2
    assert Derivation.objects.get(source=one).note == "Two extracts only."


def test_list_of_derivations_costs_the_same_at_one_row_and_at_three(
    reviewer: Client, django_assert_num_queries
) -> None:
    memoirs = cast.source("memoirs")
    cast.row.create(Derivation, source=cast.source("copy-1"), derived_from=memoirs)
    reviewer.get(address("derivation"))
    # Session, account, permissions (own, of the groups), count, rows.
    with django_assert_num_queries(6):
        assert len(shown(reviewer.get(address("derivation")))) == 1
    for number in (2, 3):
        cast.row.create(Derivation, source=cast.source(f"copy-{number}"), derived_from=memoirs)
    with django_assert_num_queries(6):
        assert len(shown(reviewer.get(address("derivation")))) == 3


def test_source_has_its_author(reviewer: Client) -> None:
    memoirs, serge = cast.source("memoirs"), cast.person("victor-serge")
    page = address("source", "change", memoirs.pk)
    data = values(reviewer.get(page)) | {"author": serge.pk, "status": Status.PUBLISHED}
    assert reviewer.post(page, data).status_code == 302
    memoirs.refresh_from_db()
    assert memoirs.author == serge


def test_others_are_found_by_typing_in_any_spelling(editor: Client) -> None:
    vladimir = cast.person("vladimir-smirnov")
    cast.name("Смирнов", vladimir)
    cast.person("leon-trotsky")
    asked = {"app_label": "prosopography", "model_name": "alternative", "field_name": "person"}
    found = editor.get("/admin/prosopography/assertion/pick/", {**asked, "term": "Smirnow"})
    assert [each["id"] for each in found.json()["results"]] == [str(vladimir.pk)]
