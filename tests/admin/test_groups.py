"""Who may do what: the groups of the migration, at every door of the desk."""

from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission, User
from django.test import Client

from prosopography.models import Assertion, Authority, Citation, Identifier, Person, Status
from tests import cast
from tests.admin.conftest import GROUPS, at_desk, member
from tests.admin.desk import address, citation, errors, new_claim, values

pytestmark = pytest.mark.django_db

ADD = "/admin/prosopography/assertion/add/"
NOUNS = (
    "assertion", "authority", "citation", "event", "identifier", "organisation", "person", "place",
    "redirect", "role", "source",
)  # fmt: skip


def rights(group: str) -> set[str]:
    """The permissions of a group."""
    return set(Group.objects.get(name=group).permissions.values_list("codename", flat=True))


def test_groups_come_with_their_permissions(groups: None) -> None:
    assert rights("Editor") < rights("Reviewer") < rights("Administrator")
    assert "publish" not in rights("Editor")
    assert {"add_assertion", "change_person", "delete_citation"} < rights("Editor")
    assert rights("Editor") & {"add_role", "change_role", "change_redirect", "add_user"} == set()
    assert rights("Reviewer") - rights("Editor") == {"publish"} | {
        f"{act}_{noun}"
        for act in ("add", "change", "delete")
        for noun in ("authority", "redirect", "role", "settlement")
    }
    assert {"view_conflictentry", "view_settlement"} < rights("Editor")
    assert {"add_user", "change_user", "change_group"} < rights("Administrator")
    assert rights("Administrator") == set(
        Permission.objects.filter(
            content_type__app_label__in=("prosopography", "auth")
        ).values_list("codename", flat=True)
    )


def test_groups_are_made_where_nothing_is_there_yet(groups: None) -> None:
    Group.objects.all().delete()
    Permission.objects.all().delete()
    GROUPS.make_groups(apps)
    assert {group.name: group.permissions.count() > 0 for group in Group.objects.all()} == {
        "Editor": True,
        "Reviewer": True,
        "Administrator": True,
    }
    assert "publish" in rights("Reviewer")


def test_groups_are_made_once_and_removed_again(groups: None) -> None:
    before = rights("Editor")
    GROUPS.make_groups(apps)
    assert Group.objects.count() == 3
    assert rights("Editor") == before
    Group.objects.create(name="Guests")
    GROUPS.remove_groups(apps)
    assert [group.name for group in Group.objects.all()] == ["Guests"]


def test_groups_migration_comes_after_the_tables() -> None:
    migration = import_module("prosopography.migrations.0002_groups").Migration
    assert ("prosopography", "0001_initial") in migration.dependencies


# The doors -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("noun", NOUNS)
def test_list_is_open_to_every_group_and_to_nobody_else(
    noun: str, editor: Client, reviewer: Client, administrator: Client, client: Client
) -> None:
    for group in (editor, reviewer, administrator):
        assert group.get(address(noun)).status_code == 200
    assert client.get(address(noun)).status_code == 302
    stranger = at_desk(User.objects.create_user("dora", is_staff=True))
    for page in (address(noun), address(noun, "add")):
        assert stranger.get(page).status_code == 403
        assert at_desk(User.objects.create_user(f"e{page}")).get(page).status_code == 302


@pytest.mark.parametrize("noun", NOUNS)
def test_editor_adds_drafts_only(noun: str, editor: Client, reviewer: Client) -> None:
    common = noun in ("authority", "redirect", "role")
    assert editor.get(address(noun, "add")).status_code == (403 if common else 200)
    assert reviewer.get(address(noun, "add")).status_code == 200


def test_accounts_are_the_administrators(
    editor: Client, reviewer: Client, administrator: Client
) -> None:
    for page in ("/admin/auth/user/", "/admin/auth/group/", "/admin/auth/user/add/"):
        assert [c.get(page).status_code for c in (editor, reviewer, administrator)] == [
            403,
            403,
            200,
        ]


def test_administrator_makes_an_editor_but_no_superuser(administrator: Client) -> None:
    made = User.objects.create_user("dora")
    page = f"/admin/auth/user/{made.pk}/change/"
    data = values(administrator.get(page)) | {
        "is_staff": "on",
        "is_superuser": "on",
        "groups": [Group.objects.get(name="Editor").pk],
        "date_joined_0": "2026-01-01",
        "date_joined_1": "00:00:00",
    }
    data.pop("password", None)
    assert administrator.post(page, data).status_code == 302
    made.refresh_from_db()
    assert (made.is_staff, made.is_superuser) == (True, False)
    assert [group.name for group in made.groups.all()] == ["Editor"]


def test_administrator_does_not_touch_a_superuser_and_nobody_deletes_accounts(
    administrator: Client,
) -> None:
    root = User.objects.create_superuser("root")
    page = f"/admin/auth/user/{root.pk}/change/"
    assert administrator.post(page, {"username": "toor"}).status_code == 403
    for boss in (administrator, at_desk(root)):
        anna = User.objects.create_user(f"anna-{boss.session.session_key}"[:100])
        assert boss.post(f"/admin/auth/user/{anna.pk}/delete/", {"post": "yes"}).status_code == 403
        assert User.objects.filter(pk=anna.pk).exists()


# What an editor may not ----------------------------------------------------------------------------


@pytest.mark.parametrize("status", [Status.REVIEW, Status.PUBLISHED, Status.RETRACTED])
def test_editor_only_looks_at_what_is_no_draft(editor: Client, status: str) -> None:
    claim = cast.birth(status=status)
    who = cast.person("leon-trotsky", status=status)
    for noun, made in (
        ("assertion", claim),
        ("person", who),
        ("citation", claim.citations.get()),
    ):
        page = address(noun, "change", made.pk)
        answer = editor.get(page)
        assert answer.status_code == 200
        assert not answer.context["has_change_permission"]
        assert b'name="_save"' not in answer.content
        assert editor.post(page, {"label": "Changed", "locator": "¶9"}).status_code == 403
    assert Citation.objects.get().locator == "¶1"


def test_editor_adds_no_citation_to_a_published_claim(editor: Client) -> None:
    claim = cast.birth()
    data = values(editor.get(address("citation", "add"))) | {
        "assertion": claim.pk,
        "source": cast.source().pk,
        "locator": "¶2",
    }
    assert errors(editor.post(address("citation", "add"), data)) == {
        "__all__": [f"{claim} is no draft: only a reviewer changes what belongs to it."]
    }
    assert claim.citations.count() == 1


def test_editor_gives_no_identifier_to_a_published_person(editor: Client, reviewer: Client) -> None:
    wikidata = cast.row.create(
        Authority, slug="wikidata", label="Wikidata", url_template="https://example.org/{}"
    )
    page = address("identifier", "add")
    data = values(editor.get(page)) | {
        "authority": wikidata.pk,
        "value": "Q1",
        "person": cast.person().pk,
    }
    assert list(errors(editor.post(page, data))) == ["__all__"]
    assert not Identifier.objects.exists()
    assert reviewer.post(page, data).status_code == 302
    draft = cast.person("leon-trotsky", status=Status.DRAFT)
    assert editor.post(page, data | {"person": draft.pk, "value": "Q2"}).status_code == 302


def test_editor_does_not_publish_by_any_door(editor: Client) -> None:
    evidence = citation(0, source=cast.source().pk, locator="¶1")
    data = new_claim(editor, person=cast.person().pk) | evidence
    forged = data | {"status": "published"}
    assert errors(editor.post(ADD, forged)) == {
        "__all__": ["The status is a reviewer's to set: nothing was saved."]
    }
    assert editor.post(ADD, data | {"_publish": "yes"}).status_code == 403
    assert not Assertion.objects.exists()
    assert editor.post(ADD, data | {"status": "draft"}).status_code == 302
    claim = Assertion.objects.get()
    assert claim.status == Status.DRAFT
    editor.post(
        address("assertion"), {"action": "publish", "_selected_action": claim.pk, "index": 0}
    )
    editor.post(
        address("assertion"), {"action": "publish", "_selected_action": claim.pk, "asked": "yes"}
    )
    claim.refresh_from_db()
    assert claim.status == Status.DRAFT


@pytest.mark.parametrize("status", ["review", "published", "retracted", "nonsense"])
def test_status_that_the_form_does_not_offer_is_refused(
    editor: Client, reviewer: Client, status: str
) -> None:
    made = cast.person(status=Status.DRAFT)
    page = address("person", "change", made.pk)
    data = values(editor.get(page)) | {"label": "Changed", "status": status}
    assert errors(editor.post(page, data)) == {
        "__all__": ["The status is a reviewer's to set: nothing was saved."]
    }
    assert errors(reviewer.post(page, data | {"status": "nonsense"})) == {
        "status": ["Select a valid choice. nonsense is not one of the available choices."]
    }
    made.refresh_from_db()
    assert (made.label, made.status) == ("Ivar Smilga", Status.DRAFT)


def test_status_is_only_shown_to_an_editor(editor: Client, reviewer: Client) -> None:
    page = address("person", "add")
    assert "status" not in editor.get(page).context["adminform"].form.fields
    assert "status" in reviewer.get(page).context["adminform"].form.fields


def test_buttons_follow_from_status_and_rights(editor: Client, reviewer: Client) -> None:
    def buttons(client: Client, status: str) -> list[str]:
        made = Person.objects.filter(status=status).first() or cast.person(
            f"a-{status}", status=status
        )
        page = client.get(address("person", "change", made.pk)).content
        return [name for name in ("_submit", "_publish") if f'name="{name}"'.encode() in page]

    assert {status: buttons(editor, status) for status in Status.values} == {
        "draft": ["_submit"],
        "review": [],
        "published": [],
        "retracted": [],
    }
    assert {status: buttons(reviewer, status) for status in Status.values} == {
        "draft": ["_submit", "_publish"],
        "review": ["_publish"],
        "published": [],
        "retracted": ["_publish"],
    }


def test_old_version_is_looked_at_and_never_saved(editor: Client) -> None:
    who = cast.person()
    page = address("person", "simple_history", who.pk, who.history.get().pk)
    answer = editor.get(page)
    assert answer.status_code == 200
    assert b'name="_save"' not in answer.content
    assert b'name="label"' not in answer.content
    data = {"label": "Changed", "sort_label": "Changed", "slug": "changed", "reason": ""}
    assert editor.post(page, data).status_code == 403
    assert Person.objects.get().label == "Ivar Smilga"


def test_member_of_no_group_gets_no_options(groups: None) -> None:
    stranger = at_desk(User.objects.create_user("dora", is_staff=True))
    asked = {"app_label": "prosopography", "model_name": "assertion", "field_name": "person"}
    pick = "/admin/prosopography/assertion/pick/"
    assert stranger.get(pick, asked | {"term": "Smilga"}).status_code == 403
    assert at_desk(member("eva", "Editor")).get(pick, asked).status_code == 200
