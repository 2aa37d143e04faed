"""The public history: what is told of a change, and what must never be."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from pytest_django import DjangoAssertNumQueries

from prosopography.editing import assertion as claims
from prosopography.editing import publication, row
from prosopography.editing.record import Batch, write
from prosopography.models import Assertion, Citation, Person, Source, Status
from prosopography.queries.change_acts import MOST_TOLD
from prosopography.queries.change_words import Change
from prosopography.queries.changes import history_page, last_changed, newest_acts, public_changes
from prosopography.queries.slices import PageNumberError
from tests import cast

pytestmark = pytest.mark.django_db

SECRET = "secret"


def told(changes: list[Change]) -> list[tuple[str, str, str]]:
    """Act, summary and reason of each."""
    return [(change.act.value, change.summary, change.reason) for change in changes]


def steps(change: Change) -> list[tuple[str, str, str]]:
    """What differs in words."""
    return [(each.name, each.old, each.new) for each in change.fields]


def history(of: Any) -> list[Change]:
    """The whole public history of a row."""
    groups = history_page(of._meta.model_name, of).changes.rows
    return [change for group in groups for change in group.changes]


def import_births(person: Person, source: Source, number: int) -> list[Assertion]:
    """So many claims with their citations, as an import writes them."""
    made = [
        Assertion(kind="birth", person=person, edtf=str(1000 + year), **cast.PUBLISHED)
        for year in range(number)
    ]
    write(Batch(Assertion, made))
    cited = [Citation(assertion=each, source=source, locator="¶1") for each in made]
    write(Batch(Citation, cited))
    return made


def a_published_claim(**columns: Any) -> Assertion:
    """A tenure that was written as a draft with a secret, changed, and then published."""
    claim = claims.assert_claim(
        "tenure",
        person=cast.person(),
        organisation=cast.organisation(),
        role=cast.role(),
        note=SECRET,
        reason=SECRET,
        **columns,
    )
    claims.cite(claim, source=cast.source(), locator="¶1", quotation=SECRET, reason=SECRET)
    row.revise(claim, note="As printed.", reason=SECRET)
    row.revise(claim.citations.get(), quotation="a member", reason=SECRET)
    publication.publish(claim, reason="read twice")
    return claim


def test_of_a_claim_nothing_is_told_from_before_it_was_published() -> None:
    claim = a_published_claim()
    (change,) = history(claim)
    assert told([change]) == [
        ("published", "A claim was published: “Ivar Smilga – member, Tsentrobalt”.", "read twice")
    ]
    assert (change.fields, change.noun, change.row, change.who) == ((), "assertion", claim, "")


def test_of_a_change_the_old_and_the_new_words_the_reason_and_an_editor_are_told(
    settings: Any,
) -> None:
    claim = a_published_claim()
    editor = get_user_model().objects.create_user("natalia", first_name="Natalia")
    changes = {"edtf": "1917", "certainty": "probable", "role": cast.role("chairman")}
    row.revise(claim, editor=editor, reason="the minutes", **changes)
    change, _ = history(claim)
    assert told([change]) == [
        ("changed", "A claim was changed: “Ivar Smilga – chairman, Tsentrobalt”.", "the minutes")
    ]
    assert steps(change) == [
        ("role", "member", "chairman"),
        ("date in EDTF", "", "1917"),
        ("certainty", "certain", "probable"),
    ]
    assert change.who == "an editor"
    settings.NAME_EDITORS = True
    assert history(claim)[0].who == "Natalia"
    editor.first_name = ""
    editor.save()
    assert history(claim)[0].who == "an editor"


def test_of_a_citation_it_is_told_what_was_added_changed_and_taken_away() -> None:
    claim = a_published_claim()
    memoirs = cast.source("serge-memoirs", "Serge, Memoirs")
    added = claims.cite(claim, source=memoirs, locator="¶2", reason="found")
    row.revise(added, locator="¶3", reason="a slip")
    claims.withdraw_citation(added, reason=SECRET)
    withdrawn, changed, cited, _ = history(claim)
    name = "the claim “Ivar Smilga – member, Tsentrobalt”"
    assert told([withdrawn, changed, cited]) == [
        ("citation withdrawn", f"A citation of {name} was withdrawn.", ""),
        ("citation changed", f"A citation of {name} was changed.", "a slip"),
        ("cited", f"A citation was added to {name}.", "found"),
    ]
    assert steps(changed) == [("locator", "¶2", "¶3")]
    assert steps(cited)[:2] == [("source", "", "Serge, Memoirs"), ("locator", "", "¶2")]
    # To the source itself the same is told, as far as it is the source of the citation.
    assert [each.act.value for each in history(memoirs)] == [
        "citation withdrawn",
        "citation changed",
        "cited",
        "published",
    ]


def test_a_citation_that_came_with_its_claim_is_told_of_its_source_alone() -> None:
    batch = Batch(
        Person,
        [Person(slug="ivar-smilga", label="Ivar Smilga", sort_label="Smilga", **cast.PUBLISHED)],
    )
    write(batch)
    source = cast.source()
    claim = Assertion(kind="birth", person=Person.objects.get(), edtf="1892", **cast.PUBLISHED)
    write(Batch(Assertion, [claim]))
    write(Batch(Citation, [Citation(assertion=claim, source=source, locator="¶1")]))
    assert [(each.act.value, each.reason) for each in history(claim.person)] == [
        ("published", "import"),
        ("published", "import"),
    ]
    assert [(each.act.value, each.reason) for each in history(claim)] == [("published", "import")]
    assert [(each.act.value, each.row) for each in history(source)] == [
        ("cited", claim),
        ("published", source),
    ]
    assert [each.act.value for each in public_changes()] == ["published"] * 3


def test_of_a_claim_that_was_taken_back_only_that_is_told() -> None:
    claim = a_published_claim()
    publication.retract(claim, reason=SECRET)
    assert told(history(cast.person())) == [
        ("withdrawn", "A claim was withdrawn.", ""),
        ("published", "Ivar Smilga was added to the record.", ""),
    ]
    change = history(cast.person())[0]
    assert (change.row, change.who, change.fields) == (None, "", ())


def test_what_changed_while_a_claim_was_taken_back_is_told_only_as_the_way_it_returned() -> None:
    claim = a_published_claim()
    publication.retract(claim, reason=SECRET)
    row.revise(claim, note=SECRET, reason=SECRET)
    row.revise(claim.citations.get(), quotation=SECRET, reason=SECRET)
    row.revise(claim, note="Read again.", reason=SECRET)
    row.revise(claim.citations.get(), quotation="a member", reason=SECRET)
    publication.publish(claim, reason="it was right")
    again, withdrawn, published = history(claim)
    assert [each.act.value for each in (again, withdrawn, published)] == [
        "published again",
        "withdrawn",
        "published",
    ]
    assert steps(again) == [("note", "As printed.", "Read again.")]
    assert again.reason == "it was right"


def test_a_version_that_names_what_is_not_public_is_passed_over() -> None:
    hidden = cast.organisation("secret-body", SECRET)
    claim = a_published_claim()
    row.revise(claim, organisation=hidden, reason="one")
    row.revise(claim, organisation=cast.organisation("baltic-fleet"), reason="two")
    memoirs = cast.source("secret-memoirs", SECRET)
    citation = claims.cite(claim, source=memoirs, locator="¶2", reason="three")
    row.revise(citation, source=cast.source("serge-memoirs", "Serge, Memoirs"), reason="four")
    assert [each.reason for each in history(claim)] == ["four", "three", "two", "one", "read twice"]
    publication.retract(hidden, reason=SECRET)
    publication.retract(memoirs, reason=SECRET)
    cited, changed, _ = history(claim)
    assert (cited.reason, cited.act.value) == ("four", "cited")
    assert steps(changed) == [("organisation", "Tsentrobalt", "Baltic Fleet")]
    assert SECRET not in str(history(claim)) + str(public_changes())


def test_drafts_are_told_of_nowhere() -> None:
    cast.claim("tenure", person=cast.person(), organisation=cast.organisation(SECRET),
               role=cast.role(), status=Status.DRAFT)  # fmt: skip
    hidden = cast.person(SECRET, status=Status.DRAFT)
    cast.claim("description", person=hidden, value=SECRET)
    cast.claim("relationship", person=cast.person(), related_person=hidden,
               role=cast.role("spouse-of"))  # fmt: skip
    cast.claim("description", person=cast.person(), value=SECRET, status=Status.RETRACTED)
    Organisation = type(cast.organisation(SECRET))  # noqa: N806 -- it is a class
    Organisation.objects.filter(slug=SECRET).update(status=Status.DRAFT)
    assert told(history(cast.person())) == [
        ("published", "Ivar Smilga was added to the record.", "")
    ]
    assert SECRET not in str([each.summary for each in public_changes()])


def test_what_a_body_is_part_of_is_told_as_far_as_it_is_public() -> None:
    body, fleet = cast.organisation(), cast.organisation("baltic-fleet")
    row.revise(body, part_of=fleet, reason="one")
    hidden = cast.organisation("secret", SECRET, status=Status.DRAFT)
    row.revise(body, part_of=hidden, reason="two")
    two, one, _ = history(body)
    assert steps(one) == [("part of", "", "Baltic Fleet")]
    assert steps(two) == [("part of", "Baltic Fleet", "")]


def test_a_page_of_history_costs_the_same_however_long_it_is(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    # count, versions; which claims are cited; those of the person, of the claims and of their
    # citations; the person and the claims; what versions name: persons, roles, bodies, sources; and
    # since when persons, bodies and sources are public
    for number in range(3):
        claim = a_published_claim(edtf=f"191{number}")
        claims.cite(claim, source=cast.source("serge-memoirs"), locator="¶2", reason="found")
        if number != 1:
            person = cast.person()
            with django_assert_num_queries(15):
                history_page("person", person)
    with django_assert_num_queries(1):
        last_changed("person", person.pk)
    # eight tables; which claims are cited; the versions of six, the rows of five, what they name: 4,
    # and since when that is public: 3
    with django_assert_num_queries(27):
        public_changes()


def test_what_is_alike_and_was_done_at_once_is_told_together() -> None:
    for number in range(2):
        a_published_claim(edtf=f"191{number}")
    row.revise(cast.person(), note="The Latvian.", reason="asked for")
    changed, published, added = history_page("person", cast.person()).changes.rows
    assert [each.summary for each in (changed, published, added)] == [
        "What the record says of Ivar Smilga itself was changed.",
        "2 claims were published.",
        "Ivar Smilga was added to the record.",
    ]
    assert len(published.changes) == 2
    with pytest.raises(PageNumberError):
        history_page("person", cast.person(), 2)


def test_the_newest_come_first_and_no_more_than_asked_for() -> None:
    first, second = cast.person("ivar-smilga"), cast.person("leon-trotsky")
    row.revise(first, label="Ivars Smilga", reason="Latvian")
    assert told(public_changes(limit=2)) == [
        ("changed", "What the record says of Ivars Smilga itself was changed.", "Latvian"),
        ("published", "Leon Trotsky was added to the record.", ""),
    ]
    assert [each.row for each in public_changes(noun="person", pk=second.pk)] == [second]
    assert Person.objects.count() == 2


def test_an_act_is_told_with_all_that_it_did_and_what_was_done_before_it() -> None:
    person, source, number = cast.person(), cast.source(), 3 * MOST_TOLD
    import_births(person, source, number)
    import_births(cast.person("hidden", SECRET, status=Status.DRAFT), source, 2)
    acts = newest_acts()
    assert [each.summary for each in acts] == [
        f"{number} claims were published.",
        "Smilga article was added to the record.",
        "Ivar Smilga was added to the record.",
    ]
    assert (len(acts[0].told), acts[0].more) == (MOST_TOLD, number - MOST_TOLD)
    assert SECRET not in str(acts)


def test_drafts_do_not_crowd_out_what_can_be_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("prosopography.queries.changes.STEP", 4)
    cast.person()
    draft = cast.birth(status=Status.DRAFT)
    citation = draft.citations.get()
    for number in range(6):
        row.revise(citation, locator=f"¶{number + 2}", reason=SECRET)
    assert [each.summary for each in newest_acts()] == [
        "Smilga article was added to the record.",
        "Ivar Smilga was added to the record.",
    ]
    # What lies deeper is not looked for without an end.
    monkeypatch.setattr("prosopography.queries.changes.MOST_STEPS", 1)
    assert newest_acts() == []


def test_the_rest_of_a_large_act_is_counted_and_not_gone_through(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("prosopography.queries.changes.STEP", 10)
    monkeypatch.setattr("prosopography.queries.changes.PAGE_OF_VERSIONS", 2)
    person, source = cast.person(), cast.source()
    made = import_births(person, source, 60)
    monkeypatch.setattr("prosopography.queries.change_acts.MOST_TOLD", 5)
    acts = newest_acts()
    assert [(each.summary, each.is_whole) for each in acts] == [
        ("60 claims were published.", True),
        ("Smilga article was added to the record.", True),
        ("Ivar Smilga was added to the record.", True),
    ]
    assert len(acts[0].changes) < 30
    # Where it is too small to be counted so, it is said that there may be more.
    monkeypatch.setattr("prosopography.queries.change_acts.MOST_TOLD", 60)
    (act,) = newest_acts()
    assert (act.summary, act.is_whole) == ("50 claims were published.", False)
    # What was done for another reason is no part of it.
    row.revise(made[0], note="As printed.", reason="a slip")
    monkeypatch.setattr("prosopography.queries.change_acts.MOST_TOLD", 5)
    assert [each.number for each in newest_acts()] == [1, 60, 1, 1]
