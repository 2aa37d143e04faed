"""Rows: created, revised, renamed, discarded; with history of who and why, all or nothing."""

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import FieldDoesNotExist, ValidationError

from prosopography.dates import Bounds
from prosopography.editing import row
from prosopography.models import (
    Authority,
    Derivation,
    Identifier,
    Passage,
    Person,
    Redirect,
    Role,
    Source,
    Status,
)
from prosopography.queries.address import was_public
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna() -> User:
    return User.objects.create_user("anna")


def history(made: Person | Role | Source) -> list[tuple[str, str | None, str | None]]:
    """Sort of change, account and reason, the newest first."""
    return [
        (entry.history_type, entry.history_user and entry.history_user.username, reason(entry))
        for entry in made.history.all()
    ]


def reason(entry) -> str | None:
    return entry.history_change_reason


def new_person(**columns: str) -> Person:
    values = {"slug": "ivar-smilga", "label": "Ivar Smilga", "sort_label": "Smilga, Ivar"}
    return row.create(Person, **{**values, **columns})


def test_create_saves_a_draft_and_says_who_and_why(anna: User) -> None:
    made = row.create(
        Person, slug="a-b", label="A B", sort_label="B, A", editor=anna, reason="in ¶7"
    )
    assert Person.objects.get().status == Status.DRAFT
    assert history(made) == [("+", "anna", "in ¶7")]


def test_create_without_account_says_so() -> None:
    assert history(new_person()) == [("+", None, "")]


def test_create_refuses_what_a_form_would_refuse() -> None:
    with pytest.raises(ValidationError) as refused:
        row.create(Person, slug="Ivar Smilga", label="", sort_label="Smilga")
    assert set(refused.value.message_dict) == {"slug", "label"}
    assert not Person.objects.exists()
    assert not Person.history.exists()


def test_create_refuses_a_slug_twice() -> None:
    new_person()
    with pytest.raises(ValidationError) as refused:
        new_person()
    assert set(refused.value.message_dict) == {"slug"}
    assert Person.objects.count() == 1


def test_revise_changes_columns_and_says_why(anna: User) -> None:
    made = new_person()
    row.revise(made, editor=anna, reason="a slip", label="Ivar T. Smilga")
    assert Person.objects.get().label == "Ivar T. Smilga"
    assert history(made) == [("~", "anna", "a slip"), ("+", None, "")]


def test_revise_refuses_a_column_that_is_none() -> None:
    made = new_person()
    with pytest.raises(FieldDoesNotExist):
        row.revise(made, lable="Ivar T. Smilga")
    assert made.history.count() == 1


def test_revise_that_is_refused_changes_nothing() -> None:
    made = new_person()
    with pytest.raises(ValidationError):
        row.revise(made, label="Ivar T. Smilga", slug="Smilga!")
    assert Person.objects.values_list("slug", "label").get() == ("ivar-smilga", "Ivar Smilga")
    assert made.history.count() == 1
    assert not Redirect.objects.exists()


@pytest.mark.parametrize("status", [Status.DRAFT, Status.REVIEW, Status.RETRACTED])
def test_revise_does_not_take_from_the_public_what_claims_rest_on(status: str) -> None:
    claim = cast.birth()
    with pytest.raises(ValidationError) as refused:
        row.revise(cast.person(), status=status)
    assert refused.value.message_dict == {
        "status": [f"The published claim {claim.identifier} rests on it."]
    }
    assert Person.objects.get().status == Status.PUBLISHED


# Renaming ------------------------------------------------------------------------------------------


def redirects() -> list[tuple[str, str, str]]:
    """Noun, old slug, and the slug that it leads to."""
    return [(r.noun, r.slug, getattr(r, r.noun).slug) for r in Redirect.objects.all()]


def test_renaming_what_is_public_leaves_a_redirect(anna: User) -> None:
    row.revise(cast.person(), slug="ivar-t-smilga", editor=anna, reason="two of the name")
    assert redirects() == [("person", "ivar-smilga", "ivar-t-smilga")]
    entry = Redirect.history.get()
    assert (entry.history_user, entry.history_change_reason) == (anna, "renamed")


@pytest.mark.parametrize("make", [cast.organisation, cast.event, cast.place, cast.source])
def test_renaming_every_noun_leaves_a_redirect(make) -> None:
    made = make()
    old = made.slug
    row.revise(made, slug="another")
    assert redirects() == [(made._meta.model_name, old, "another")]


def test_renaming_a_role_leaves_a_redirect_for_it_is_always_public() -> None:
    row.revise(cast.role("member"), slug="full-member")
    assert redirects() == [("role", "member", "full-member")]


def test_renaming_a_draft_leaves_none() -> None:
    row.revise(new_person(), slug="ivar-t-smilga")
    assert redirects() == []


def test_renaming_what_was_public_once_leaves_a_redirect() -> None:
    made = cast.person()
    row.revise(made, status=Status.RETRACTED)
    row.revise(made, slug="ivar-t-smilga")
    assert redirects() == [("person", "ivar-smilga", "ivar-t-smilga")]


def test_renaming_twice_leads_both_old_addresses_to_the_new_one() -> None:
    made = cast.person()
    row.revise(made, slug="smilga")
    row.revise(made, slug="ivar-t-smilga")
    assert redirects() == [
        ("person", "ivar-smilga", "ivar-t-smilga"),
        ("person", "smilga", "ivar-t-smilga"),
    ]


def test_renaming_back_leaves_no_redirect_away_from_the_row_itself() -> None:
    made = cast.person()
    row.revise(made, slug="ivar-t-smilga")
    row.revise(made, slug="ivar-smilga")
    assert redirects() == [("person", "ivar-t-smilga", "ivar-smilga")]


def test_old_address_of_one_is_not_taken_by_another() -> None:
    row.revise(cast.person(), slug="ivar-t-smilga")
    with pytest.raises(ValidationError) as refused:
        row.create(Person, slug="ivar-smilga", label="Another", sort_label="Another")
    assert refused.value.message_dict == {
        "slug": ["This address once was that of Ivar Smilga and still leads there."]
    }
    other = cast.person("leon-trotsky")
    with pytest.raises(ValidationError):
        row.revise(other, slug="ivar-smilga")
    assert Person.objects.get(pk=other.pk).slug == "leon-trotsky"
    assert redirects() == [("person", "ivar-smilga", "ivar-t-smilga")]


def test_old_address_of_another_noun_is_free() -> None:
    row.revise(cast.person("smilga"), slug="ivar-smilga")
    assert cast.place("smilga").slug == "smilga"


# Discarding ----------------------------------------------------------------------------------------


def test_discard_deletes_a_draft_and_keeps_its_history(anna: User) -> None:
    made = new_person()
    row.discard(made, editor=anna, reason="entered twice")
    assert not Person.objects.exists()
    newest = Person.history.first()
    assert (newest.history_type, newest.history_user, newest.history_change_reason) == (
        "-",
        anna,
        "entered twice",
    )


@pytest.mark.parametrize("now", [Status.PUBLISHED, Status.RETRACTED])
def test_discard_refuses_what_has_been_public(now: str) -> None:
    made = cast.person()
    row.revise(made, status=now)
    with pytest.raises(ValidationError) as refused:
        row.discard(made)
    assert refused.value.messages == [
        "This person has been public: retract it instead of deleting it."
    ]
    assert Person.objects.count() == 1


def test_discard_refuses_a_role_and_an_old_address() -> None:
    with pytest.raises(ValidationError) as refused:
        row.discard(cast.role("member"))
    assert refused.value.messages == [
        "A role has a public address from its first day: rename it instead."
    ]
    row.revise(cast.person(), slug="ivar-t-smilga")
    with pytest.raises(ValidationError) as refused:
        row.discard(Redirect.objects.get())
    assert refused.value.messages == [
        "An old address is kept for those who have cited it: let it lead elsewhere."
    ]
    assert (Role.objects.count(), Redirect.objects.count()) == (1, 1)


def test_discard_refuses_what_something_rests_on() -> None:
    made = new_person()
    claims = [cast.birth(made, edtf=f"189{year}", status=Status.DRAFT) for year in range(6)]
    with pytest.raises(ValidationError) as refused:
        row.discard(made)
    named = sorted(f"It is still used by the claim birth {c.identifier}." for c in claims)
    assert refused.value.messages == [*named[:5], "… and more."]
    assert Person.objects.count() == 1
    assert made.history.count() == 1


def test_discard_deletes_what_has_no_address_of_its_own() -> None:
    article = cast.source()
    authority = row.create(
        Authority, slug="wikidata", label="Wikidata", url_template="https://example.org/{}"
    )
    passage = Passage(source=article, locator="¶1", reason="Heading.")
    row.save(passage)
    small = [
        row.create(Identifier, authority=authority, value="Q1", person=cast.person()),
        row.create(Derivation, source=article, derived_from=cast.source("memoirs")),
        passage,
        authority,
    ]
    for made in small:
        row.discard(made, reason="wrong")
        assert not type(made).objects.exists()
        assert type(made).history.first().history_type == "-"


def test_was_public_knows_the_past() -> None:
    draft, made = new_person(), cast.person("leon-trotsky")
    assert not was_public(draft)
    assert was_public(made)
    row.revise(made, status=Status.RETRACTED)
    assert was_public(made)
    assert was_public(cast.role())


def test_date_of_a_claim_can_be_taken_away() -> None:
    claim = cast.tenure(edtf="1917")
    row.revise(claim, edtf="", date_text="")
    claim.refresh_from_db()
    assert (claim.edtf, claim.bounds) == ("", Bounds(None, None, None, None))
