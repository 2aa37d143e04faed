"""Who settles conflicts: Reviewer and Administrator; an Editor looks at them (docs/editing.md)."""

from typing import Any

from django.contrib.auth.management import create_permissions
from django.db import migrations

VIEWING = ("view_conflictentry", "view_settlement")
SETTLING = ("add_settlement", "change_settlement", "delete_settlement")
GROUPS = {"Editor": VIEWING, "Reviewer": (*VIEWING, *SETTLING)}


def grant(apps: Any, schema_editor: Any = None) -> None:
    """Gives the groups what they lack; a group that somebody has removed is not made again."""
    config = apps.get_app_config("prosopography")
    known = getattr(config, "models_module", None)
    config.models_module = True  # the apps of a migration have no modules, which would stop Django
    create_permissions(config, apps=apps, verbosity=0)
    config.models_module = known
    for name, permissions in _rights(apps):
        for group in apps.get_model("auth", "Group").objects.filter(name=name):
            group.permissions.add(*permissions)


def withdraw(apps: Any, schema_editor: Any = None) -> None:
    """Takes the same away."""
    gone = apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label="prosopography", codename__in=(*VIEWING, *SETTLING)
    )
    for group in apps.get_model("auth", "Group").objects.filter(
        name__in=[*GROUPS, "Administrator"]
    ):
        group.permissions.remove(*gone)


def _rights(apps: Any) -> list[tuple[str, Any]]:
    ours = apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label="prosopography"
    )
    some = [(name, ours.filter(codename__in=words)) for name, words in GROUPS.items()]
    return [*some, ("Administrator", ours)]


class Migration(migrations.Migration):
    """Permissions to settle."""

    dependencies = [
        ("prosopography", "0003_time_and_conflict"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(grant, withdraw)]
