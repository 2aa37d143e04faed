"""The form of a claim: the fields of its kind, its evidence, and what it refuses, where."""

import json

import pytest
from django.test import Client

from prosopography.editing import assertion as claims
from prosopography.models import COLUMNS, KINDS, Assertion, Citation, Status
from tests import cast
from tests.admin.desk import address, citation, errors, messages, new_claim, values

pytestmark = pytest.mark.django_db

ADD = "/admin/prosopography/assertion/add/"


def birth(client: Client, **more: object) -> dict[str, object]:
    """The form of a birth with one citation, filled in."""
    filled = {"person": cast.person().pk, "date_text": "30 October 1892", "edtf": "1892-10-30"}
    evidence = citation(0, source=cast.source().pk, locator="¶1", quotation="was born")
    return new_claim(client, **filled | evidence | more)


# Choosing the kind ---------------------------------------------------------------------------------


def test_add_offers_every_kind_with_its_help(editor: Client) -> None:
    answer = editor.get(ADD, {"person": cast.person().pk})
    page = answer.content.decode()
    about_persons = [kind for kind in KINDS.values() if "person" in kind.allowed]
    assert answer.context["kinds"] == about_persons
    for kind in about_persons:
        assert f'href="?kind={kind.key}&amp;person={cast.person().pk}"' in page
        assert kind.help in page.replace("&#x27;", "'")


def test_add_without_a_subject_offers_all_kinds(editor: Client) -> None:
    assert editor.get(ADD).context["kinds"] == list(KINDS.values())
    assert editor.get(ADD, {"kind": "nonsense"}).context["kinds"] == list(KINDS.values())
    assert editor.post(ADD, {}).context["kinds"] == list(KINDS.values())


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.key)
def test_add_shows_the_columns_of_the_kind_and_hides_the_others(editor: Client, kind) -> None:
    form = editor.get(ADD, {"kind": kind.key}).context["adminform"].form
    shown = {column for column in COLUMNS if not form[column].is_hidden}
    needed = {column for column in COLUMNS if form.fields[column].required}
    assert shown == kind.allowed
    assert needed == kind.needs


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.key)
def test_form_of_a_saved_claim_has_the_columns_of_its_kind_alone(editor: Client, kind) -> None:
    filled = {"person": cast.person(), "event": cast.event(), "organisation": cast.organisation()}
    filled |= {"place": cast.place(), "value": "so", "related_person": cast.person("a-b")}
    converse = "the other" if kind.joins == "person" else ""
    if kind.joins:
        filled["role"] = cast.role("some-role", joins=kind.joins, converse_label=converse)
    one = {"person"} & kind.one_of
    columns = {name: filled[name] for name in kind.needs | one}
    claim = cast.claim(kind.key, status=Status.DRAFT, **columns)
    page = editor.get(address("assertion", "change", claim.pk))
    form = page.context["adminform"].form
    assert {column for column in COLUMNS if column in form.fields} == kind.allowed
    assert "kind" not in form.fields
    assert (
        editor.post(
            address("assertion", "change", claim.pk), {**values(page), "reason": "as it was"}
        ).status_code
        == 302
    )


def test_script_knows_the_registry(editor: Client) -> None:
    form = editor.get(ADD, {"kind": "birth"}).context["adminform"].form
    told = json.loads(form.fields["kind"].widget.attrs["data-kinds"])
    assert {key: set(kind["columns"]) for key, kind in told.items()} == {
        kind.key: set(kind.allowed) for kind in KINDS.values()
    }
    assert told["tenure"]["joins"] == "organisation"
    assert told["tenure"]["columns"]["role"] == {
        "label": "Role",
        "help": "The office or membership that was held: chairman, member.",
        "placeholder": "e.g. chairman",
        "needed": True,
    }


def test_address_fills_in_what_it_names_and_nothing_else(editor: Client) -> None:
    who = cast.person()
    asked = {"kind": "birth", "person": who.pk, "status": "published", "place": "nowhere"}
    form = editor.get(ADD, asked).context["adminform"].form
    assert form.initial == {"kind": "birth", "person": str(who.pk)}
    assert f'<option value="{who.pk}" selected>Ivar Smilga</option>' in str(form["person"])


# Saving --------------------------------------------------------------------------------------------


def test_claim_with_two_citations_is_saved_with_who_and_why(editor: Client) -> None:
    data = birth(editor, reason="from the article") | citation(
        1, source=cast.source("memoirs").pk, locator="p. 12", named_as="Smilga"
    )
    data["citations-TOTAL_FORMS"] = 2
    assert editor.post(ADD, data).status_code == 302
    claim = Assertion.objects.get()
    assert (claim.status, claim.edtf, claim.person) == (Status.DRAFT, "1892-10-30", cast.person())
    assert [c.locator for c in claim.citations.order_by("locator")] == ["p. 12", "¶1"]
    for made in (claim, *claim.citations.all()):
        entry = made.history.get()
        assert (entry.history_user.username, entry.history_change_reason) == (
            "anna",
            "from the article",
        )


def test_white_space_in_a_quotation_counts_as_one_blank(editor: Client) -> None:
    data = birth(editor) | citation(
        0, source=cast.source().pk, locator="¶1", quotation="  was  born\tin Aloja "
    )
    editor.post(ADD, data)
    assert Citation.objects.get().quotation == "was born in Aloja"


def test_long_quotation_is_refused_at_its_field(editor: Client) -> None:
    data = birth(editor) | citation(
        0, source=cast.source().pk, locator="¶1", quotation="word " * 13
    )
    assert errors(editor.post(ADD, data)) == {
        "citations-0-quotation": [
            "A quotation has at most 12 words, this one has 13: "
            "give the shortest run of words that carries the claim."
        ]
    }
    assert not Assertion.objects.exists()


def test_needed_column_is_asked_for_at_its_field(editor: Client) -> None:
    data = new_claim(editor, "tenure", person=cast.person().pk)
    assert errors(editor.post(ADD, data)) == {
        "role": ["A tenure needs this."],
        "organisation": ["A tenure needs this."],
    }


def test_claim_about_one_of_several_things_needs_exactly_one(editor: Client) -> None:
    data = new_claim(editor, "description", value="a fleet")
    assert errors(editor.post(ADD, data)) == {
        "person": ["A description needs a person, organisation, event or place."]
    }
    both = data | {"person": cast.person().pk, "organisation": cast.organisation().pk}
    assert errors(editor.post(ADD, both)) == {
        "organisation": ["A description is about one thing only: leave this empty."]
    }


def test_column_that_the_kind_forbids_is_not_read(editor: Client) -> None:
    data = birth(editor, organisation=cast.organisation().pk, value="left from another kind")
    assert editor.post(ADD, data).status_code == 302
    claim = Assertion.objects.get()
    assert (claim.organisation, claim.value) == (None, "")


def test_kind_changed_without_scripts_comes_back_with_its_fields(editor: Client) -> None:
    answer = editor.post(ADD, birth(editor) | {"kind": "tenure"})
    assert errors(answer) == {
        "role": ["A tenure needs this."],
        "organisation": ["A tenure needs this."],
    }
    form = answer.context["adminform"].form
    assert not form["organisation"].is_hidden
    assert form["event"].is_hidden


def test_role_of_another_kind_is_refused_at_its_field(editor: Client) -> None:
    data = new_claim(
        editor,
        "tenure",
        person=cast.person().pk,
        organisation=cast.organisation().pk,
        role=cast.role("arrested").pk,
    )
    assert errors(editor.post(ADD, data)) == {
        "role": [
            "The role “arrested” joins what befell or was done by a person (life event); "
            "it does not go with a tenure."
        ]
    }


@pytest.mark.parametrize("nonsense", ["Smilga", "-1", "9" * 40, "0x1"])
def test_nonsense_in_a_reference_is_refused_at_its_field(editor: Client, nonsense: str) -> None:
    assert list(errors(editor.post(ADD, birth(editor, person=nonsense)))) == ["person"]
    assert editor.get(ADD, {"kind": "birth", "person": nonsense}).status_code == 200


def test_the_same_citation_twice_is_refused(editor: Client) -> None:
    same = {"source": cast.source().pk, "locator": "¶1", "quotation": "was born"}
    data = birth(editor) | citation(1, **same)
    data["citations-TOTAL_FORMS"] = 2
    answer = editor.post(ADD, data)
    assert answer.status_code == 200
    formset = answer.context["inline_admin_formsets"][0].formset
    assert formset.non_form_errors() == [
        "Please correct the duplicate data for source, locator and quotation, which must be unique."
    ]
    assert not Assertion.objects.exists()


def test_citation_that_is_there_already_is_refused(editor: Client) -> None:
    claim = cast.birth(status=Status.DRAFT, quotation="was born")
    page = editor.get(address("assertion", "change", claim.pk))
    data = values(page) | citation(
        1, source=cast.source().pk, locator="¶1", quotation="was born", assertion=claim.pk
    )
    data["citations-TOTAL_FORMS"] = 2
    answer = editor.post(address("assertion", "change", claim.pk), data)
    assert answer.status_code == 200
    formset = answer.context["inline_admin_formsets"][0].formset
    assert formset.forms[1].non_field_errors() == ["Please correct the duplicate values below."]
    assert claim.citations.count() == 1


def test_unchanged_form_leaves_no_history(editor: Client) -> None:
    claim = cast.birth(status=Status.DRAFT)
    page = editor.get(address("assertion", "change", claim.pk))
    editor.post(address("assertion", "change", claim.pk), values(page) | {"reason": "nothing"})
    assert claim.history.count() == 1
    assert claim.citations.get().history.count() == 1


def test_changed_citation_alone_leaves_history_there_alone(editor: Client) -> None:
    claim = cast.birth(status=Status.DRAFT)
    page = editor.get(address("assertion", "change", claim.pk))
    data = values(page) | {"citations-0-locator": "¶2", "reason": "wrong paragraph"}
    editor.post(address("assertion", "change", claim.pk), data)
    assert claim.history.count() == 1
    newest = claim.citations.get().history.first()
    assert (newest.locator, newest.history_change_reason) == ("¶2", "wrong paragraph")


def test_withdrawn_citation_keeps_its_history(editor: Client) -> None:
    claim = cast.birth(status=Status.DRAFT)
    page = editor.get(address("assertion", "change", claim.pk))
    data = values(page) | {"citations-0-DELETE": "on", "reason": "misread"}
    assert editor.post(address("assertion", "change", claim.pk), data).status_code == 302
    assert not Citation.objects.exists()
    newest = Citation.history.first()
    assert (newest.history_type, newest.history_change_reason) == ("-", "misread")
    assert newest.history_user.username == "anna"


def test_save_and_add_another_begins_with_the_same_subject(editor: Client) -> None:
    answer = editor.post(ADD, birth(editor, _addanother="yes"))
    assert answer.url == f"{ADD}?kind=birth&person={cast.person().pk}"


# Publishing from the form --------------------------------------------------------------------------


def test_reviewer_saves_and_publishes_at_once(reviewer: Client) -> None:
    answer = reviewer.post(ADD, birth(reviewer, _publish="yes", reason="checked"), follow=True)
    assert "It is published." in messages(answer)
    claim = Assertion.objects.public().get()
    assert [(e.status, e.history_change_reason) for e in claim.history.all()] == [
        (Status.PUBLISHED, "checked"),
        (Status.DRAFT, "checked"),
    ]


def test_published_claim_without_citation_is_refused_in_the_form(reviewer: Client) -> None:
    data = new_claim(reviewer, person=cast.person().pk, status="published")
    assert errors(reviewer.post(ADD, data)) == {
        "status": ["A published claim needs at least one citation."]
    }
    assert not Assertion.objects.exists()
    assert not Assertion.history.exists()


def test_published_claim_about_a_draft_is_refused_in_the_form(reviewer: Client) -> None:
    cast.person(status=Status.DRAFT)
    cast.source(status=Status.REVIEW)
    assert errors(reviewer.post(ADD, birth(reviewer, status="published"))) == {
        "status": ["Ivar Smilga is not published.", "Smilga article is not published."]
    }
    assert not Assertion.objects.exists()


def test_last_citation_of_a_published_claim_stays(reviewer: Client) -> None:
    claim = cast.birth()
    page = reviewer.get(address("assertion", "change", claim.pk))
    data = values(page) | {"citations-0-DELETE": "on"}
    assert errors(reviewer.post(address("assertion", "change", claim.pk), data)) == {
        "__all__": ["This is the only citation of a published claim: retract the claim first."]
    }
    assert claim.citations.count() == 1


def test_last_citation_can_be_exchanged(reviewer: Client) -> None:
    claim = cast.birth()
    page = reviewer.get(address("assertion", "change", claim.pk))
    data = values(page) | {"citations-0-DELETE": "on", "citations-TOTAL_FORMS": 2}
    data |= citation(1, source=cast.source().pk, locator="¶9", assertion=claim.pk)
    assert reviewer.post(address("assertion", "change", claim.pk), data).status_code == 302
    assert claim.citations.get().locator == "¶9"


def test_published_claim_does_not_come_to_name_a_draft(reviewer: Client) -> None:
    claim = cast.birth()
    draft = cast.person("leon-trotsky", status=Status.DRAFT)
    page = reviewer.get(address("assertion", "change", claim.pk))
    answer = reviewer.post(
        address("assertion", "change", claim.pk), values(page) | {"person": draft.pk}
    )
    assert errors(answer) == {"status": ["Leon Trotsky is not published."]}
    claim.refresh_from_db()
    assert claim.person == cast.person()
    assert claim.history.count() == 1


def test_retracting_needs_its_reason_in_the_form(reviewer: Client) -> None:
    claim = cast.birth()
    page = reviewer.get(address("assertion", "change", claim.pk))
    data = values(page) | {"status": "retracted"}
    answer = reviewer.post(address("assertion", "change", claim.pk), data)
    assert errors(answer) == {"reason": ["Say why it is retracted."]}
    reviewer.post(address("assertion", "change", claim.pk), data | {"reason": "misread"})
    claim.refresh_from_db()
    assert claim.status == Status.RETRACTED


@pytest.mark.parametrize(
    ("now", "offered"),
    [
        (Status.DRAFT, ["draft", "review", "published"]),
        (Status.REVIEW, ["draft", "review", "published"]),
        (Status.PUBLISHED, ["published", "retracted"]),
        (Status.RETRACTED, ["published", "retracted"]),
    ],
)
def test_reviewer_is_offered_the_statuses_that_an_act_leads_to(
    reviewer: Client, now: str, offered: list[str]
) -> None:
    claim = cast.birth(status=now)
    form = reviewer.get(address("assertion", "change", claim.pk)).context["adminform"].form
    assert [value for value, _ in form.fields["status"].choices] == offered


def test_other_status_is_refused_at_its_field(reviewer: Client) -> None:
    claim = cast.birth()
    page = reviewer.get(address("assertion", "change", claim.pk))
    answer = reviewer.post(
        address("assertion", "change", claim.pk), values(page) | {"status": "draft"}
    )
    assert list(errors(answer)) == ["status"]
    claim.refresh_from_db()
    assert claim.status == Status.PUBLISHED


# Cost ----------------------------------------------------------------------------------------------


def test_form_costs_the_same_with_many_citations(editor: Client, django_assert_num_queries) -> None:
    claim = cast.birth(
        status=Status.DRAFT,
        place=cast.place(),
        attributed_to_source=cast.source("memoirs"),
        attributed_to_person=cast.person("victor-serge"),
    )
    # Session, account, the claim with what it names (for its heading, then for its form),
    # permissions (own, of the groups), the citations with what they name, whom else they may mean,
    # whether it was public.
    page = address("assertion", "change", claim.pk)
    editor.get(page)
    with django_assert_num_queries(9):
        editor.get(page)
    for number in (2, 3):
        claims.cite(
            claim,
            source=cast.source(f"letter-{number}"),
            locator=f"¶{number}",
            attributed_to_source=cast.source(f"diary-{number}"),
            attributed_to_person=cast.person(f"witness-{number}"),
        )
    with django_assert_num_queries(9):
        answer = editor.get(page)
    assert len(answer.context["inline_admin_formsets"][0].formset.initial_forms) == 3
