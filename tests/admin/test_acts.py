"""The acts on many rows at once: each row by itself, with one reason, told row by row."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from prosopography.models import Assertion, Person, Status
from tests import cast
from tests.admin.desk import address, errors, messages, values

pytestmark = pytest.mark.django_db


def act(client: Client, name: str, *rows: Any, asked: bool = True, **more: Any) -> Any:
    """Sends an action on these rows from their list; ``asked``: after the page that asks."""
    data = {"action": name, "_selected_action": [made.pk for made in rows], **more}
    data |= {"asked": "yes"} if asked else {"index": 0, "select_across": 0}
    return client.post(address(rows[0]._meta.model_name), data, follow=True)


def statuses(model: Any) -> list[str]:
    """The statuses of all rows, in the order in which they were made."""
    return list(model.objects.order_by("pk").values_list("status", flat=True))


def test_act_asks_first_and_shows_what_it_is_about(reviewer: Client) -> None:
    claim, other = cast.birth(status=Status.DRAFT), cast.tenure(status=Status.DRAFT)
    page = act(reviewer, "publish", claim, other, asked=False)
    assert page.context["title"] == "Publish: 2 claims"
    assert page.context["rows"] == [
        f"Ivar Smilga – member, Tsentrobalt, 1917 [{other.identifier}]",
        f"Ivar Smilga was born, 1892 [{claim.identifier}]",
    ]
    assert b"Readers will see it at once." in page.content
    hint = "One sentence for the history, which readers see; it may stay empty."
    assert hint in page.content.decode()
    hint = "One sentence for the history; it may stay empty."
    assert hint in act(reviewer, "submit", claim, asked=False).content.decode()
    assert statuses(Assertion) == [Status.DRAFT, Status.DRAFT]


def test_editor_submits_drafts_and_hears_of_the_others(editor: Client) -> None:
    draft, public = cast.birth(status=Status.DRAFT), cast.birth(edtf="1893")
    answer = act(editor, "submit", draft, public, reason="ready")
    assert messages(answer) == [
        "1 claim in review.",
        f"Ivar Smilga was born, 1893 [{public.identifier}]: Only a draft is submitted for review.",
    ]
    assert statuses(Assertion) == [Status.REVIEW, Status.PUBLISHED]
    entry = draft.history.first()
    assert (entry.history_user.username, entry.history_change_reason) == ("anna", "ready")


def test_reviewer_publishes_what_can_be_and_hears_why_the_rest_cannot(reviewer: Client) -> None:
    good = cast.birth(status=Status.REVIEW)
    bare = cast.birth(edtf="1893", cited=False, status=Status.REVIEW)
    of_draft = cast.birth(cast.person("leon-trotsky", status=Status.DRAFT), status=Status.DRAFT)
    answer = act(reviewer, "publish", good, bare, of_draft, reason="checked")
    assert set(messages(answer)) == {
        "1 claim published.",
        f"Ivar Smilga was born, 1893 [{bare.identifier}]: "
        "A published claim needs at least one citation.",
        f"Leon Trotsky was born, 1892 [{of_draft.identifier}]: Leon Trotsky is not published.",
    }
    assert statuses(Assertion) == [Status.PUBLISHED, Status.REVIEW, Status.DRAFT]
    entry = good.history.first()
    assert (entry.history_user.username, entry.history_change_reason) == ("boris", "checked")


def test_retracting_needs_a_reason(reviewer: Client) -> None:
    claim = cast.birth()
    page = act(reviewer, "retract", claim, reason=" ")
    assert page.context["fault"] == "Say why it is retracted."
    assert statuses(Assertion) == [Status.PUBLISHED]
    act(reviewer, "retract", claim, reason="misread")
    assert statuses(Assertion) == [Status.RETRACTED]
    assert claim.history.first().history_change_reason == "misread"


def test_person_on_whom_claims_rest_is_not_retracted(reviewer: Client) -> None:
    claim = cast.birth()
    answer = act(reviewer, "retract", cast.person(), reason="doubtful")
    assert messages(answer) == [f"Ivar Smilga: The published claim {claim.identifier} rests on it."]
    assert statuses(Person) == [Status.PUBLISHED]


def test_reviewer_sends_back_with_the_reason(reviewer: Client) -> None:
    made = cast.person(status=Status.REVIEW)
    assert act(reviewer, "send_back", made).context["fault"] == "Say why it is sent back."
    answer = act(reviewer, "send_back", made, reason="who is this?")
    assert messages(answer) == ["1 person sent back."]
    assert made.history.first().history_change_reason == "who is this?"
    assert statuses(Person) == [Status.DRAFT]


@pytest.mark.parametrize("name", ["publish", "send_back", "retract"])
def test_editor_has_no_act_of_reviewers(editor: Client, name: str) -> None:
    made = cast.person(status=Status.REVIEW)
    act(editor, name, made, reason="mine")
    assert statuses(Person) == [Status.REVIEW]
    desk = editor.get(address("person")).context["cl"].model_admin
    request = editor.get(address("person")).wsgi_request
    assert list(desk.get_actions(request)) == ["submit", "delete_selected"]


def test_rows_without_status_have_no_acts(reviewer: Client) -> None:
    cast.role()
    for noun in ("role", "citation", "identifier", "authority", "redirect"):
        answer = reviewer.get(address(noun))
        desk = answer.context["cl"].model_admin
        assert list(desk.get_actions(answer.wsgi_request)) == ["delete_selected"]


def test_act_on_all_rows_of_a_narrowed_list(reviewer: Client) -> None:
    for number in range(12):
        cast.person(f"a-{number}", status=Status.REVIEW)
    cast.person("b", status=Status.DRAFT)
    first = Person.objects.get(slug="a-0")
    listed = address("person") + "?status__exact=review"
    chosen = {"action": "publish", "_selected_action": first.pk, "select_across": 1}
    page = reviewer.post(listed, chosen | {"index": 0})
    assert page.context["title"] == "Publish: 12 persons"
    assert (len(page.context["rows"]), page.context["more"]) == (10, 2)
    hidden = {"across": page.context["across"], "keys": page.context["keys"]}
    assert hidden["across"] == "1"
    assert len(hidden["keys"]) == 1
    answer = reviewer.post(listed, chosen | {"asked": "yes"}, follow=True)
    assert messages(answer) == ["12 persons published."]
    assert Person.objects.get(slug="b").status == Status.DRAFT


def test_refusals_are_named_ten_at_most(reviewer: Client) -> None:
    made = [cast.person(f"a-{number}") for number in range(12)]
    told = messages(act(reviewer, "publish", *made))
    assert told[0] == "A 0 [a-0]: It is published already." or len(told) == 11
    assert (len(told), told[-1]) == (11, "… and 2 more.")


def test_submit_button_of_the_form_hands_in(editor: Client) -> None:
    page = address("person", "add")
    data = {
        "label": "Ivar Smilga",
        "sort_label": "Smilga, Ivar",
        "slug": "ivar-smilga",
        "reason": "new",
        "identifiers-TOTAL_FORMS": 0,
        "identifiers-INITIAL_FORMS": 0,
        "_submit": "yes",
    }
    answer = editor.post(page, data, follow=True)
    assert "It is in review." in messages(answer)
    assert statuses(Person) == [Status.REVIEW]


def test_words_that_do_not_stand_in_the_document_are_named(
    reviewer: Client, tmp_path: Path, settings: Any
) -> None:
    (tmp_path / "a.txt").write_text("Born in Aloja", encoding="utf-8")
    settings.DOCUMENTS_DIR = str(tmp_path)
    article = cast.source("article", file="a.txt")
    claim = cast.birth(source=article, quotation="Born in Riga", status=Status.REVIEW)
    said = "“Born in Riga” does not stand in ¶1 of a.txt."
    assert messages(act(reviewer, "publish", claim)) == [
        f"Ivar Smilga was born, 1892 [{claim.identifier}]: {said}"
    ]
    page = address("assertion", "change", claim.pk)
    answer = reviewer.post(page, values(reviewer.get(page)) | {"_publish": "yes"})
    assert errors(answer) == {"status": [said]}
    assert statuses(Assertion) == [Status.REVIEW]
