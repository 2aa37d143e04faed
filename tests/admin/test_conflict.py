"""Conflicts at the desk: found, looked at by everybody there, and settled by reviewers."""

from typing import Any

import pytest
from django.contrib.admin.utils import quote
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from prosopography.editing import assertion as claims
from prosopography.editing import publication, row
from prosopography.models import Assertion, ConflictEntry, Rank, Settlement, Verdict
from tests import cast
from tests.admin.conftest import at_desk
from tests.admin.desk import address, messages, shown
from tests.conflicts import (
    BIRTH,
    DEATH,
    EVENT,
    births,
    death,
    deaths,
    expulsion,
    finding,
    occurrences,
    settle,
)

pytestmark = pytest.mark.django_db

LIST = "/admin/prosopography/conflictentry/"


def page(key: str = DEATH) -> str:
    """The address of a conflict at the desk."""
    return address("conflictentry", "change", quote(key))


def keys(client: Client, **asked: str) -> list[str]:
    """The keys of the list, in its order."""
    return [entry.key for entry in shown(client.get(LIST, asked))]


def verdict(client: Client, key: str = DEATH, **changes: Any) -> dict[str, Any]:
    """The form filled in as a browser would send it: all sides stand."""
    form = client.get(page(key)).context["form"]
    hidden = {"fingerprint": form.fields["fingerprint"].initial, "seen": form.initial["seen"]}
    filled = {**hidden, "_settle": "Settle"}
    return {**filled, "verdict": "stand", "reason": "Nobody can say.", **changes}


def faults(answer: HttpResponse, form: str = "form") -> dict[str, list[str]]:
    """The sentences of a form that came back."""
    context: Any = answer.context
    return {name: list(each) for name, each in context[form].errors.items()}


def offered(client: Client, key: str = DEATH) -> list[str]:
    """What can be chosen as a verdict."""
    return [label for _, label in client.get(page(key)).context["form"].fields["verdict"].choices]


def test_list_tells_what_disagrees_and_how_far_it_has_come(editor: Client) -> None:
    births()
    occurrences()
    deaths()
    expulsion()
    settle(DEATH)
    answer = editor.get(LIST)
    desk = answer.context["cl"].model_admin
    rows = shown(answer)
    assert [(desk.subject(each), desk.rule_title(each), desk.state(each)) for each in rows] == [
        ("Ivar Smilga", "Affirmed and denied", "open"),
        ("Declaration Of The 46", "Two dates of what can have one only", "open"),
        ("Ivar Smilga", "Two dates of what can have one only", "open"),
        ("Ivar Smilga", "Two dates of what can have one only", "settled"),
    ]
    assert desk.sentence(rows[3]) == (
        "The death of Ivar Smilga is dated 1937 by one source and 1938 by another."
    )


def test_list_is_narrowed_and_searched(editor: Client) -> None:
    births()
    occurrences()
    deaths()
    settle(DEATH)
    assert keys(editor, state="settled") == [DEATH]
    assert keys(editor, nature__exact="calendar") == [BIRTH]
    assert keys(editor, rule="single_date", state="open") == [EVENT, BIRTH]
    assert keys(editor, q="Declaration") == [EVENT]


def test_list_costs_the_same_at_one_conflict_and_at_three(
    editor: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number, name in enumerate(("ivar-smilga", "pauls-smilga", "leon-trotsky")):
        deaths(cast.person(name))
        # session, account, rights 2; count, page; the conflicts, settlements, what may be copied
        with django_assert_num_queries(finding() + 8):
            assert len(keys(editor)) == number + 1


def test_page_shows_both_sides_with_their_evidence(editor: Client) -> None:
    _, second = deaths()
    text = editor.get(page()).content.decode()
    assert "Info list, ¶1: “(1892–1937)”" in text
    assert "Smilga article, ¶1: “finally executed” – on the word of Memoirs" in text
    assert second.identifier in text
    assert "leak" not in text


def test_reviewer_prefers_a_side(reviewer: Client) -> None:
    first, second = deaths()
    assert offered(reviewer) == ["Prefer: 1937", "Prefer: 1938", "All sides stand"]
    data = verdict(reviewer, verdict=second.identifier, reason="The court record.")
    answer = reviewer.post(page(), data, follow=True)
    assert messages(answer) == ["Settled."]
    made = Settlement.objects.get()
    assert (made.key, made.verdict, made.preferred, made.reason) == (
        DEATH,
        Verdict.PREFER,
        second,
        "The court record.",
    )
    assert made.history.get().history_user == User.objects.get(username="boris")
    assert [claim.rank for claim in Assertion.objects.filter(pk__in=[first.pk, second.pk])] == (
        [Rank.NORMAL, Rank.PREFERRED] if first.identifier < second.identifier
        else [Rank.PREFERRED, Rank.NORMAL]
    )  # fmt: skip
    assert "“1938” is preferred. The court record." in reviewer.get(page()).content.decode()


def test_reviewer_lets_all_stand_and_opens_it_again(reviewer: Client) -> None:
    deaths()
    assert b"_reopen" not in reviewer.get(page()).content
    reviewer.post(page(), verdict(reviewer))
    assert keys(reviewer, state="settled") == [DEATH]
    empty = reviewer.post(page(), {"_reopen": "Open again", "reason": ""})
    assert faults(empty, "again") == {"reason": ["Say why it is opened again."]}
    data = {"_reopen": "Open again", "reason": "The record was misread."}
    assert messages(reviewer.post(page(), data, follow=True)) == ["Open again."]
    assert not Settlement.objects.exists()
    told = reviewer.get(page())
    assert [
        (each.history_user.username, each.history_type, each.history_change_reason)
        for each in told.context["versions"]
    ] == [("boris", "-", "The record was misread."), ("boris", "+", "Nobody can say.")]
    again = reviewer.post(page(), data)
    assert faults(again, "again") == {"__all__": ["This conflict is not settled."]}


def test_form_says_what_it_lacks(reviewer: Client) -> None:
    deaths()
    assert faults(reviewer.post(page(), {"_settle": "Settle"})) == {
        "verdict": ["Say which side is preferred, or that all stand."],
        "reason": ["Say why."],
        "fingerprint": ["This field is required."],
    }
    stranger = cast.birth()
    data = verdict(reviewer, verdict=stranger.identifier)
    assert list(faults(reviewer.post(page(), data))) == ["verdict"]
    assert not Settlement.objects.exists()


def test_form_on_claims_that_have_changed_is_refused(reviewer: Client) -> None:
    deaths()
    data = verdict(reviewer)
    death("1939")
    assert faults(reviewer.post(page(), data)) == {
        "__all__": ["The claims have changed since you opened this form: look at them again."]
    }
    assert not Settlement.objects.exists()
    assert reviewer.post(page(), verdict(reviewer)).status_code == 302


def test_form_on_a_conflict_that_was_settled_meanwhile_is_refused(reviewer: Client) -> None:
    deaths()
    stale = verdict(reviewer)
    assert reviewer.post(page(), verdict(reviewer, reason="First.")).status_code == 302
    meanwhile = "Somebody else has settled it, or opened it again, since you opened this form."
    assert faults(reviewer.post(page(), stale)) == {"__all__": [meanwhile]}
    again = {"_reopen": "Open again", "reason": "Unseen.", "seen": stale["seen"]}
    assert faults(reviewer.post(page(), again), "again") == {"__all__": [meanwhile]}
    assert Settlement.objects.get().reason == "First."
    text = reviewer.get(page()).content.decode()
    assert text.count('name="seen"') == 2


def test_side_with_a_deprecated_claim_is_not_offered(reviewer: Client) -> None:
    _, second = deaths()
    row.revise(second, rank=Rank.DEPRECATED, rank_reason="A slip.")
    assert offered(reviewer) == ["Prefer: 1937", "All sides stand"]
    assert f"The claim {second.identifier} is deprecated: change its rank first." in (
        reviewer.get(page()).content.decode()
    )


def test_one_claim_on_both_sides_can_only_stand(reviewer: Client) -> None:
    claim = cast.birth()
    claims.cite(claim, source=cast.source("info-list"), locator="¶9", stance="contradicts")
    assert offered(reviewer, f"contradicted:person:ivar-smilga:{claim.identifier}") == [
        "All sides stand"
    ]


def test_conflict_that_is_no_more_leads_back_to_the_list(reviewer: Client) -> None:
    first, _ = deaths()
    data = verdict(reviewer)
    publication.retract(first, reason="Misread.")
    for answer in (reviewer.get(page(), follow=True), reviewer.post(page(), data, follow=True)):
        assert messages(answer) == ["These claims are no longer at odds."]
    assert reviewer.get(page("nothing")).status_code == 302
    assert not Settlement.objects.exists()


def test_editor_looks_and_settles_nothing(editor: Client, reviewer: Client) -> None:
    deaths()
    text = editor.get(page()).content.decode()
    assert "A reviewer can settle it." in text
    assert 'method="post"' not in text.partition('id="content"')[2]
    assert editor.post(page(), verdict(reviewer)).status_code == 403
    assert not Settlement.objects.exists()
    settle(DEATH)
    assert editor.post(page(), {"_reopen": "x", "reason": "So."}).status_code == 403
    assert Settlement.objects.count() == 1


def test_nobody_adds_changes_or_deletes_an_entry(
    editor: Client, reviewer: Client, administrator: Client
) -> None:
    deaths()
    for client in (editor, reviewer, administrator):
        assert client.get(f"{LIST}add/").status_code == 403
        assert client.post(address("conflictentry", "delete", quote(DEATH))).status_code in (
            302,
            403,
        )
        assert client.get(LIST).status_code == 200
    assert ConflictEntry.objects.count() == 1


def test_stranger_sees_nothing(client: Client, groups: None) -> None:
    deaths()
    stranger = at_desk(User.objects.create_user("dora", is_staff=True))
    for where in (LIST, page()):
        assert stranger.get(where).status_code == 403
        assert client.get(where).status_code == 302
