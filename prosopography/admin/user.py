"""Accounts at the desk: an administrator keeps them, but makes nobody mightier than himself."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User
from django.http import HttpRequest

# Django registers its own desk for accounts when its module is imported, which has just happened.
admin.site.unregister(User)


@admin.register(User)
class AccountAdmin(UserAdmin):
    """Django's desk for accounts; what a superuser is, only a superuser decides."""

    list_display = ("username", "first_name", "last_name", "groups_of", "is_staff", "is_active")

    def get_queryset(self, request: HttpRequest) -> Any:
        """With the groups, in one query more."""
        return super().get_queryset(request).prefetch_related("groups")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Rights are given by groups."""
        fixed = super().get_readonly_fields(request, obj)
        if request.user.is_superuser:
            return fixed
        return [*fixed, "is_superuser", "user_permissions"]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """An administrator does not touch a superuser's account."""
        return super().has_change_permission(request, obj) and _may(request.user, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody: the history names those who wrote it. An account is made inactive instead."""
        return False

    @admin.display(description="groups")
    def groups_of(self, user: User) -> str:
        """Editor, Reviewer, Administrator."""
        return ", ".join(group.name for group in user.groups.all())


def _may(user: Any, account: Any) -> bool:
    return account is None or user.is_superuser or not account.is_superuser
