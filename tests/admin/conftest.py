"""The people at the desk: an editor, a reviewer, an administrator, each logged in."""

from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, User
from django.test import Client

GROUPS = import_module("prosopography.migrations.0002_groups")
SETTLING = import_module("prosopography.migrations.0004_settling")


@pytest.fixture(autouse=True)
def _without_collected_files(settings: Any) -> None:
    """The files of the pages need not have been collected."""
    settings.WHITENOISE_AUTOREFRESH = True


@pytest.fixture
def groups(db: None) -> None:
    """The groups of the migration, also where a test with its own transactions has emptied all."""
    if Group.objects.count() < 3:
        GROUPS.make_groups(apps)
        SETTLING.grant(apps)


def member(name: str, group: str) -> User:
    """An account at the desk in one group."""
    user = User.objects.create_user(name, is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    return user


def at_desk(user: User) -> Client:
    """A browser without scripts in which this account is logged in."""
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def editor(groups: None) -> Client:
    """Anna, who writes drafts."""
    return at_desk(member("anna", "Editor"))


@pytest.fixture
def reviewer(groups: None) -> Client:
    """Boris, who publishes."""
    return at_desk(member("boris", "Reviewer"))


@pytest.fixture
def administrator(groups: None) -> Client:
    """Clara, who keeps the accounts."""
    return at_desk(member("clara", "Administrator"))
