"""The groups of the editors' desk: Editor, Reviewer and Administrator (docs/editing.md)."""

from typing import Any

from django.contrib.auth.management import create_permissions
from django.db import migrations

#: What an editor writes. Each row stands with a draft, or is one: admin/permissions.py says when.
DRAFTED = (
    "assertion",
    "citation",
    "derivation",
    "event",
    "identifier",
    "organisation",
    "passage",
    "person",
    "place",
    "source",
)
#: What is public from its first day: a reviewer's matter.
COMMON = ("authority", "redirect", "role")
WRITING = ("add", "change", "delete")


def make_groups(apps: Any, schema_editor: Any = None) -> None:
    """Makes the groups with their permissions; a group that is there gets what it lacks."""
    _make_permissions(apps)
    views = {f"view_{model}" for model in (*DRAFTED, *COMMON)}
    editor = views | {f"{act}_{model}" for model in DRAFTED for act in WRITING}
    reviewer = {
        *editor,
        "publish",
        *(f"{act}_{model}" for model in COMMON for act in WRITING),
    }
    permission = apps.get_model("auth", "Permission")
    ours = permission.objects.filter(content_type__app_label="prosopography")
    of_accounts = permission.objects.filter(content_type__app_label="auth")
    _grant(apps, "Editor", ours.filter(codename__in=editor))
    _grant(apps, "Reviewer", ours.filter(codename__in=reviewer))
    _grant(apps, "Administrator", ours, of_accounts)


def _make_permissions(apps: Any) -> None:
    """The permissions that Django itself makes only after the last migration, and ``publish``."""
    for label in ("prosopography", "auth"):
        app = apps.get_app_config(label)
        known = getattr(app, "models_module", None)
        app.models_module = True  # the apps of a migration have no modules, which would stop Django
        create_permissions(app, apps=apps, verbosity=0)
        app.models_module = known
    assertion = apps.get_model("contenttypes", "ContentType").objects.get(
        app_label="prosopography", model="assertion"
    )
    apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=assertion,
        codename="publish",
        defaults={"name": "Can publish, send back and retract"},
    )


def _grant(apps: Any, name: str, *permissions: Any) -> None:
    group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=name)
    for some in permissions:
        group.permissions.add(*some)


def remove_groups(apps: Any, schema_editor: Any = None) -> None:
    """Removes the groups; the accounts in them stay."""
    names = ("Editor", "Reviewer", "Administrator")
    apps.get_model("auth", "Group").objects.filter(name__in=names).delete()


class Migration(migrations.Migration):
    """Groups and their permissions."""

    dependencies = [
        ("prosopography", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make_groups, remove_groups)]
