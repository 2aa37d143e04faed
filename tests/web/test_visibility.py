"""The public never sees a draft: not on a page, in a list, a count, a search, a box or a tree."""

import pytest
from django.test import Client

from prosopography.editing import assertion as claims
from prosopography.editing import row
from prosopography.models import Assertion, Citation, Derivation, Status
from tests import cast

from .conftest import Fill
from .record import PAGES

pytestmark = pytest.mark.django_db

SECRET = "zzsecret"


@cast.at_once()
def hide(status: str) -> None:
    """Everything that could leak, in every place from which it could, each with the secret word."""
    secret = f"{SECRET}-{status}"
    smilga, body, event = cast.person(), cast.organisation("baltic-fleet"), cast.event()
    latvia, article = cast.place("latvia"), cast.source()
    unpublished = {"status": status}
    who = cast.person(f"{secret}-person", **unpublished)
    part = cast.organisation(f"{secret}-part", part_of=body, **unpublished)
    cast.organisation(f"{secret}-part-of-the-part", part_of=part, **unpublished)
    session = cast.event(f"{secret}-session", part_of=event, **unpublished)
    parish = cast.place(f"{secret}-parish", part_of=latvia, **unpublished)
    source = cast.source(f"{secret}-source", **unpublished)
    copy = cast.source(f"{secret}-copy", **unpublished)
    row.create(Derivation, source=copy, derived_from=article, note=secret)
    row.create(Derivation, source=article, derived_from=source, note=secret)
    # Whom else a doubtful name may mean, and whose word a work is.
    doubtful = Citation.objects.filter(identification="doubtful").first()
    others = [each.person for each in doubtful.alternatives.all()]
    claims.name_alternatives(doubtful, [*others, who])
    row.revise(cast.source(f"work-{status}"), author=who)
    # Unpublished claims about what is public.
    cast.name(f"Smilga {secret}", smilga, **unpublished)
    cast.birth(smilga, edtf="1666", note=secret, **unpublished)
    cast.tenure(smilga, body, value=secret, **unpublished)
    cast.signature(smilga, value=secret, **unpublished)
    cast.claim("description", organisation=body, value=secret, **unpublished)
    cast.claim("occurrence", event=event, edtf="1666", value=secret, **unpublished)
    cast.claim("residence", person=smilga, place=latvia, value=secret, **unpublished)
    # Published claims that name something unpublished.
    bond = {"role": cast.role("supporter-of"), "value": secret}
    cast.claim("relationship", person=smilga, related_person=who, **bond)
    cast.claim("relationship", person=who, related_person=smilga, **bond)
    cast.tenure(who, body, value=secret)
    cast.tenure(smilga, part, value=secret)
    cast.claim("life_event", person=smilga, role=cast.role("expelled"), event=session, value=secret)
    cast.claim("residence", person=smilga, place=parish, value=secret)
    # Published claims without evidence that the public may read.
    cast.claim("description", person=smilga, value=f"{secret} uncited", cited=False)
    cast.claim("description", person=smilga, value=f"{secret} of a source", source=source)
    cast.claim(
        "description", person=smilga, value=f"{secret} by a source", attributed_to_source=source
    )
    cast.claim(
        "description", person=smilga, value=f"{secret} by a person", attributed_to_person=who
    )
    # Citations that the public may not read, of a claim that it may.
    shown = Assertion.objects.get(value="shown to all")
    words = {"assertion": shown, "quotation": secret, "named_as": secret}
    row.create(Citation, source=source, locator="¶1", **words)
    row.create(Citation, source=article, locator="¶2", attributed_to_person=who, **words)


def texts(client: Client, claim: str) -> dict[str, str]:
    """Every page as a reader gets it."""
    found = {}
    for page in (*PAGES, "/persons/?q=zz", "/organisations/?q=part", "/sources/?q=source"):
        response = client.get(page.format(claim=claim))
        assert response.status_code == 200, page
        found[page] = response.content.decode()
    return found


def test_no_page_changes_by_what_is_not_public(client: Client, fill: Fill) -> None:
    hidden = (Status.DRAFT, Status.REVIEW, Status.RETRACTED)
    claim = fill(1)
    cast.claim("description", person=cast.person(), value="shown to all")
    for status in hidden:
        cast.source(f"work-{status}")
    before = texts(client, claim)
    for status in hidden:
        hide(status)
    after = texts(client, claim)
    assert [page for page, text in after.items() if SECRET in text.lower()] == []
    assert {page: text for page, text in after.items() if text != before[page]} == {}
