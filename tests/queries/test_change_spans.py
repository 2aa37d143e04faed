"""When a claim could be read: what stood there only before, or only within one act, is never told."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from prosopography.editing import assertion as claims
from prosopography.editing import publication, row
from prosopography.interchange.fixtures import export
from prosopography.models import Assertion, Citation, Person, Source, Status
from prosopography.queries.change_words import Change
from prosopography.queries.changes import history_page, last_changed, public_changes
from tests import cast

pytestmark = pytest.mark.django_db

SECRET = "secret"


def told(of: Any) -> list[tuple[str, str]]:
    """Act and reason of each public change of a row."""
    return [(change.act.value, change.reason) for change in history(of)]


def history(of: Any) -> list[Change]:
    """The whole public history of a row."""
    groups = history_page(of._meta.model_name, of).changes.rows
    return [change for group in groups for change in group.changes]


def everything() -> str:
    """All that the public is told of any row."""
    rows = [*Assertion.objects.public(), *Person.objects.published(), *Source.objects.published()]
    return str([history(each) for each in rows] + public_changes(limit=500))


def load(folder: Path, **replaced: str) -> None:
    """Exports the record, replaces these words by others, and loads it."""
    export(folder, "smilga")
    for path in folder.rglob("*.json"):
        text = path.read_text(encoding="utf-8")
        for old, new in replaced.items():
            text = text.replace(f'"{old}"', f'"{new}"')
        path.write_text(text, encoding="utf-8")
    call_command("loaddata", *sorted(folder.rglob("*.json")), verbosity=0)


def test_an_import_that_publishes_and_recites_tells_nothing_of_the_words_before(
    tmp_path: Path,
) -> None:
    claim = cast.tenure(quotation=SECRET, status=Status.DRAFT)
    load(tmp_path, draft="published", secret="a member")
    assert claim.citations.get().quotation == "a member"
    assert told(claim) == [("published", "import")]
    assert SECRET not in everything()


def test_an_import_that_publishes_what_a_claim_names_tells_nothing_of_its_draft(
    tmp_path: Path,
) -> None:
    hidden = cast.person("hidden", status=Status.DRAFT)
    claim = cast.birth(hidden, note=SECRET, quotation=SECRET)  # published, but not public
    load(tmp_path, draft="published", secret="plain")
    assert Assertion.objects.public().get() == claim
    assert told(claim) == [("published", "import")]
    assert SECRET not in everything()


def test_a_claim_has_no_history_from_before_what_it_names_was_published() -> None:
    body = cast.organisation("central-committee", status=Status.DRAFT)
    claim = cast.tenure(what=body, note=SECRET, quotation=SECRET)
    row.revise(claim, note="Read once.", reason=SECRET)
    row.revise(claim.citations.get(), quotation="a member", reason=SECRET)
    row.revise(claim, note="Read twice.", reason="read twice")
    publication.publish(body, reason="it was one")
    row.revise(claim, note="", reason="needless")
    assert told(claim) == [("changed", "needless"), ("published", "read twice")]
    assert history(claim)[0].fields[0].old == "Read twice."
    assert SECRET not in everything()


def test_a_claim_has_no_history_from_before_its_evidence_could_be_read() -> None:
    memoirs = cast.source("serge-memoirs", status=Status.DRAFT)
    contradicted = cast.birth(note=SECRET, stance="contradicts", locator="¶2")
    unread = cast.birth(edtf="1893", note=SECRET, source=memoirs, quotation=SECRET)
    bare = cast.birth(edtf="1894", note=SECRET, cited=False)
    for claim in (contradicted, unread, bare):
        row.revise(claim, note="", reason="plain")
    row.revise(unread.citations.get(), quotation="was born", reason=SECRET)
    publication.publish(memoirs, reason="found")
    for claim in (contradicted, bare):
        claims.cite(claim, source=cast.source(), locator="¶3", reason="found")
    for claim in (contradicted, unread, bare):
        assert told(claim) == [("published", "plain")]
    assert SECRET not in everything()


def test_a_claim_stays_public_where_one_citation_takes_the_place_of_another() -> None:
    claim = cast.tenure(quotation="a member")
    old = claim.citations.get()
    new = Citation(source=cast.source(), locator="¶2")
    claims.save_evidence(claim, [new], withdrawn=[old], reason="other words")
    assert told(claim) == [("citation withdrawn", ""), ("cited", "other words"), ("published", "")]


def test_an_import_within_the_hour_is_another_act_only_by_its_day() -> None:
    claim = cast.tenure(quotation="a member")
    claim.history.update(history_change_reason="import")
    claim.citations.get().history.update(history_change_reason="import")
    row.revise(claim, note="As printed.", reason="import")
    assert told(claim) == [("published", "import")]
    for version in claim.history.order_by("history_date")[:1]:
        earlier = version.history_date - timedelta(days=1)
        claim.history.filter(pk=version.pk).update(history_date=earlier)
        claim.citations.get().history.update(history_date=earlier)
        Source.history.update(history_date=earlier)
        type(claim.person).history.update(history_date=earlier)
        type(claim.organisation).history.update(history_date=earlier)
    assert told(claim) == [("changed", "import"), ("published", "import")]


def test_pages_count_and_date_nothing_that_is_never_told() -> None:
    body, role = cast.organisation(), cast.role()
    claim = cast.tenure()
    was = last_changed("organisation", body.pk)
    hidden = cast.person("hidden", status=Status.DRAFT)
    cites = cast.source()
    for year in range(1900, 1960):
        made = cast.tenure(hidden, edtf=str(year))
        if year % 2:
            publication.retract(made, reason=SECRET)
    for of, rows in ((body, 2), (role, 2), (cites, 1)):  # its citation came with the claim
        page = history_page(of._meta.model_name, of)
        assert (page.changes.total, page.changes.pages) == (2, 1), of
        assert len(page.changes.rows) == rows, of
    assert last_changed("organisation", body.pk) == was == claim.history.get().history_date
