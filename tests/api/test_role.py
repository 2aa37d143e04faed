"""Roles: the vocabulary."""

from collections.abc import Callable
from typing import Any

import pytest

from prosopography.editing import row
from tests import cast

pytestmark = pytest.mark.django_db

Keys = Callable[..., list[str]]
Get = Callable[..., Any]


def test_role_tells_its_neighbours(get: Get) -> None:
    office = cast.role("office-holder")
    chairman = cast.role("chairman", broader=office, note="The head of a body.")
    cast.role("vice-chairman", broader=chairman)
    cast.tenure(role_slug="chairman")
    cast.tenure(role_slug="chairman", edtf="1918", status="draft")
    api = "http://testserver/api/v1/roles"
    assert get("roles/chairman/") == {
        "slug": "chairman",
        "label": "chairman",
        "url": f"{api}/chairman/",
        "page": "http://testserver/roles/chairman/",
        "joins": "organisation",
        "lasting": True,
        "converse_label": "",
        "broader": {
            "slug": "office-holder", "label": "office holder", "url": f"{api}/office-holder/",
        },
        "narrower": [
            {"slug": "vice-chairman", "label": "vice chairman", "url": f"{api}/vice-chairman/"}
        ],
        "note": "The head of a body.",
        "counts": {"assertions": 1},
    }  # fmt: skip


def test_roles_are_chosen_by_what_they_are(keys: Keys) -> None:
    chairman = cast.role("chairman")
    cast.role("vice-chairman", broader=chairman)
    cast.role("spouse-of")
    cast.role("arrested")
    assert keys("roles/") == ["arrested", "chairman", "vice-chairman", "spouse-of"]
    assert keys("roles/", joins="person,life") == ["arrested", "spouse-of"]
    assert keys("roles/", lasting="false") == ["arrested"]
    assert keys("roles/", broader="chairman") == ["vice-chairman"]
    assert keys("roles/", text="SPOUSE") == ["spouse-of"]


def test_roles_are_chosen_by_the_claims_that_use_them(keys: Keys) -> None:
    cast.tenure(role_slug="chairman")
    cast.tenure(cast.person("leon-trotsky"), source=cast.source("biography"))
    cast.tenure(role_slug="office-holder", status="draft", what=cast.organisation("pravda"))
    assert keys("roles/", person="ivar-smilga") == ["chairman"]
    assert keys("roles/", organisation="tsentrobalt") == ["chairman", "member"]
    assert keys("roles/", source="biography") == ["member"]
    assert keys("roles/", organisation="tsentrobalt", person="leon-trotsky") == ["member"]


def test_old_slug_leads_to_the_new_one(ask: Callable[..., Any]) -> None:
    row.revise(cast.role(), slug="full-member")
    assert ask("roles/member/")["Location"] == "http://testserver/api/v1/roles/full-member/"
