"""What has been public is never deleted, by no door; what may go leaves its history."""

from typing import Any

import pytest
from django.test import Client

from prosopography.editing import assertion as claims
from prosopography.editing import row
from prosopography.models import (
    Assertion,
    Authority,
    Citation,
    Derivation,
    Identifier,
    Passage,
    Person,
    Redirect,
    Role,
    Source,
    Status,
)
from tests import cast
from tests.admin.desk import address, errors, messages, values

pytestmark = pytest.mark.django_db


def delete(client: Client, made: Any, **data: str) -> Any:
    """Confirms the deletion of a row on its page."""
    page = address(made._meta.model_name, "delete", made.pk)
    return client.post(page, {"asked": "yes", **data}, follow=True)


def delete_selected(client: Client, *rows: Any, asked: bool = True, **data: str) -> Any:
    """Confirms the deletion of rows from their list."""
    chosen = {"action": "delete_selected", "_selected_action": [made.pk for made in rows]}
    chosen |= {"asked": "yes"} if asked else {"index": 0}
    return client.post(address(rows[0]._meta.model_name), chosen | data, follow=True)


def test_draft_claim_goes_with_its_citations_and_leaves_its_history(editor: Client) -> None:
    claim = cast.birth(status=Status.DRAFT)
    page = editor.get(address("assertion", "delete", claim.pk))
    assert page.context["rows"] == [f"Ivar Smilga was born, 1892 [{claim.identifier}]"]
    answer = delete(editor, claim, reason="entered twice")
    assert messages(answer) == [f"Deleted: claim birth {claim.identifier}."]
    assert not Assertion.objects.exists()
    for model in (Assertion, Citation):
        newest = model.history.first()
        assert (newest.history_type, newest.history_change_reason) == ("-", "entered twice")
        assert newest.history_user.username == "anna"


@pytest.mark.parametrize("now", [Status.PUBLISHED, Status.RETRACTED])
def test_what_has_been_public_stays(editor: Client, reviewer: Client, now: str) -> None:
    claim, who, text = cast.birth(), cast.person("leon-trotsky"), cast.source("memoirs")
    for made, noun in ((claim, "claim"), (who, "person"), (text, "source")):
        row.revise(made, status=now)
        sentence = f"This {noun} has been public: retract it instead of deleting it."
        for client in (editor, reviewer):
            assert messages(delete(client, made)) == [sentence]
            page = client.get(address(made._meta.model_name, "delete", made.pk), follow=True)
            assert messages(page) == [sentence]
        answer = delete_selected(reviewer, made)
        assert len(messages(answer)) == 1
        assert messages(answer)[0].endswith(sentence)
        assert type(made).objects.filter(pk=made.pk).exists()
        shown = reviewer.get(address(made._meta.model_name, "change", made.pk))
        assert b"deletelink" not in shown.content


def test_draft_can_be_deleted_from_its_form(editor: Client) -> None:
    made = cast.person(status=Status.DRAFT)
    assert b"deletelink" in editor.get(address("person", "change", made.pk)).content


def test_roles_and_old_addresses_stay(reviewer: Client) -> None:
    role = cast.role()
    row.revise(cast.person(), slug="ivar-t-smilga")
    redirect = Redirect.objects.get()
    assert messages(delete(reviewer, role)) == [
        "A role has a public address from its first day: rename it instead."
    ]
    assert messages(delete_selected(reviewer, redirect)) == [
        "person/ivar-smilga: An old address is kept for those who have cited it: "
        "let it lead elsewhere."
    ]
    assert (Role.objects.count(), Redirect.objects.count()) == (1, 1)


def test_draft_on_which_something_rests_stays(editor: Client) -> None:
    who = cast.person(status=Status.DRAFT)
    claim = cast.birth(who, status=Status.DRAFT)
    sentence = f"It is still used by the claim birth {claim.identifier}."
    assert messages(delete(editor, who)) == [sentence]
    assert messages(delete_selected(editor, who)) == [f"Ivar Smilga (draft): {sentence}"]
    assert Person.objects.count() == 1
    assert who.history.count() == 1


def test_many_are_deleted_each_by_itself(editor: Client) -> None:
    draft = cast.birth(status=Status.DRAFT)
    public = cast.birth(edtf="1893")
    page = delete_selected(editor, draft, public, asked=False)
    assert page.context["title"] == "Delete: 2 claims"
    answer = delete_selected(editor, draft, public, reason="entered twice")
    assert messages(answer) == [
        "1 claim deleted.",
        f"Ivar Smilga was born, 1893 [{public.identifier}]: Only a reviewer deletes what is no "
        "draft.",
    ]
    assert list(Assertion.objects.all()) == [public]
    assert Assertion.history.first().history_change_reason == "entered twice"


def test_last_citation_of_a_published_claim_stays(reviewer: Client) -> None:
    claim = cast.birth()
    citation = claim.citations.get()
    sentence = "This is the only citation of a published claim: retract the claim first."
    assert messages(delete(reviewer, citation)) == [sentence]
    assert messages(delete_selected(reviewer, citation)) == [f"{citation}: {sentence}"]
    claims.cite(claim, source=cast.source(), locator="¶2")
    assert delete(reviewer, citation, reason="misread").status_code == 200
    assert claim.citations.get().locator == "¶2"
    assert Citation.history.first().history_change_reason == "misread"


def test_two_last_citations_leave_one(reviewer: Client) -> None:
    claim = cast.birth()
    second = claims.cite(claim, source=cast.source(), locator="¶2")
    answer = delete_selected(reviewer, claim.citations.get(locator="¶1"), second)
    assert len(messages(answer)) == 2
    assert claim.citations.count() == 1


def test_editor_withdraws_no_citation_of_a_published_claim(editor: Client) -> None:
    claim = cast.birth()
    second = claims.cite(claim, source=cast.source(), locator="¶2")
    assert delete(editor, second).status_code == 403
    assert messages(delete_selected(editor, second)) == [
        f"{second}: Only a reviewer deletes what is no draft."
    ]
    assert claim.citations.count() == 2


def test_small_rows_go_from_the_form_they_stand_on(reviewer: Client) -> None:
    text, who = cast.source(), cast.person()
    wikidata = row.create(
        Authority, slug="wikidata", label="Wikidata", url_template="https://example.org/{}"
    )
    row.create(Identifier, authority=wikidata, value="Q1", person=who)
    row.create(Derivation, source=text, derived_from=cast.source("memoirs"))
    row.save(Passage(source=text, locator="¶1", reason="Heading."))
    for made, prefixes in ((who, ["identifiers"]), (text, ["derivations", "passages"])):
        page = address(made._meta.model_name, "change", made.pk)
        data = values(reviewer.get(page)) | {"reason": "wrong"}
        data |= {f"{prefix}-0-DELETE": "on" for prefix in prefixes}
        assert reviewer.post(page, data).status_code == 302
    for model in (Identifier, Derivation, Passage):
        assert not model.objects.exists()
        newest = model.history.first()
        assert (newest.history_type, newest.history_change_reason) == ("-", "wrong")
        assert newest.history_user.username == "boris"
    assert messages(delete(reviewer, wikidata))[-1] == "Deleted: authority Wikidata."


def test_authority_that_is_used_stays(reviewer: Client) -> None:
    wikidata = row.create(
        Authority, slug="wikidata", label="Wikidata", url_template="https://example.org/{}"
    )
    row.create(Identifier, authority=wikidata, value="Q1", person=cast.person())
    assert messages(delete(reviewer, wikidata)) == ["It is still used by the identifier Q1."]
    assert Authority.objects.count() == 1


def test_what_is_not_there_is_not_deleted(editor: Client) -> None:
    for key in ("0", "x", "9" * 30):
        answer = editor.post(address("person", "delete", key), {"asked": "yes"})
        assert answer.status_code == 302
        assert editor.get(address("person", "change", key)).status_code == 302
    assert editor.post(address("source", "delete", 1), {}).url == "/admin/"
    assert not Source.objects.exists()


def test_draft_of_a_source_keeps_what_cites_it(editor: Client) -> None:
    claim = cast.birth(status=Status.DRAFT, source=cast.source("memoirs", status=Status.DRAFT))
    citation = claim.citations.get()
    memoirs = citation.source
    assert messages(delete(editor, memoirs)) == [f"It is still used by the citation {citation}."]
    page = address("assertion", "change", claim.pk)
    data = values(editor.get(page)) | {"citations-0-source": ""}
    assert list(errors(editor.post(page, data))) == ["citations-0-source"]
