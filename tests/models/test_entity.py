"""Identities: slugs, trees, positions, redirects, identifiers, sources."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from prosopography.editing import row
from prosopography.models import (
    Authority,
    Derivation,
    Identifier,
    NameForm,
    Organisation,
    Passage,
    Person,
    Place,
    Role,
    Source,
)
from prosopography.models.locator import locator_sort
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("slug", ["Ivar", "ivar_smilga", "ivar--smilga", "-ivar", "ивар", ""])
def test_slug_is_lower_case_with_single_hyphens(slug: str) -> None:
    with pytest.raises(ValidationError) as caught:
        row.create(Person, slug=slug, label="Ivar Smilga", sort_label="Smilga, Ivar")
    assert set(caught.value.message_dict) >= {"slug"}


def test_slug_is_given_once() -> None:
    cast.person()
    with pytest.raises(ValidationError) as caught:
        row.create(Person, slug="ivar-smilga", label="Another", sort_label="Another")
    assert set(caught.value.message_dict) == {"slug"}


def test_tree_has_no_circles() -> None:
    party = cast.organisation("bolshevik-party")
    committee = cast.organisation("central-committee", part_of=party)
    with pytest.raises(ValidationError) as caught:
        row.revise(party, part_of=committee)
    assert caught.value.message_dict == {"part_of": ["Bolshevik Party would be a part of itself."]}
    assert Organisation.objects.get(slug="bolshevik-party").part_of is None


def test_broader_role_joins_the_same() -> None:
    with pytest.raises(ValidationError) as caught:
        row.revise(cast.role("member"), broader=cast.role("signatory"))
    assert set(caught.value.message_dict) == {"broader"}


def test_converse_label_belongs_to_roles_between_persons() -> None:
    with pytest.raises(ValidationError):
        row.create(Role, slug="father-of", label="father of", joins="person")
    with pytest.raises(ValidationError):
        row.create(Role, slug="deputy", label="deputy", joins="organisation", converse_label="x")


def test_position_is_whole_or_absent() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Place(slug="aloja", label="Aloja", sort_label="Aloja", latitude="57.7").save()
    with pytest.raises(ValidationError):
        row.create(
            Place, slug="aloja", label="Aloja", sort_label="Aloja", latitude="97", longitude="24"
        )


def test_published_rows_only() -> None:
    shown = cast.person()
    for status in ("draft", "review", "retracted"):
        cast.person(f"secret-{status}", status=status)
    assert list(Person.objects.published()) == [shown]


def test_identifier_looks_as_its_authority_says() -> None:
    authority = row.create(
        Authority,
        slug="wikidata",
        label="Wikidata",
        url_template="https://www.wikidata.org/wiki/{}",
        pattern="Q[1-9][0-9]*",
    )
    with pytest.raises(ValidationError) as caught:
        row.create(Identifier, authority=authority, value="33391", person=cast.person())
    assert caught.value.message_dict == {"value": ["No identifier of Wikidata looks so."]}


def test_identifier_belongs_to_exactly_one_thing() -> None:
    authority = row.create(
        Authority, slug="viaf", label="VIAF", url_template="https://viaf.org/viaf/{}"
    )
    for things in ({}, {"person": cast.person(), "place": cast.place()}):
        with pytest.raises(ValidationError):
            row.create(Identifier, authority=authority, value="1", **things)


def test_source_file_is_a_bare_name_used_once() -> None:
    cast.source(file="000.txt")
    for file in ("../secret.txt", "a/b.txt", "000.txt"):
        with pytest.raises(ValidationError):
            row.create(
                Source, slug="another", label="Another", title="A", kind="article", file=file
            )


def test_source_does_not_derive_from_itself() -> None:
    with pytest.raises(ValidationError):
        row.create(Derivation, source=cast.source(), derived_from=cast.source())


def test_source_date_must_be_readable() -> None:
    with pytest.raises(ValidationError) as caught:
        cast.source(edtf="1945-13")
    assert set(caught.value.message_dict) == {"edtf"}
    assert Source.objects.count() == 0


def test_locators_sort_as_a_reader_counts() -> None:
    given = ["¶10", "¶9", "¶2", "f. 9v", "f. 10r", "f. 9r"]
    assert sorted(given, key=locator_sort) == ["f. 9r", "f. 9v", "f. 10r", "¶2", "¶9", "¶10"]


def test_passages_bulk_created_know_their_place() -> None:
    rows = [Passage(source=cast.source(), locator=f"¶{n}", reason="heading") for n in (10, 9)]
    Passage.objects.bulk_create(rows)
    assert [passage.locator for passage in Passage.objects.all()] == ["¶9", "¶10"]


def test_names_of_an_entity_are_indexed_and_follow_it() -> None:
    who = cast.person()
    made = cast.name("Смилга", who)
    assert sorted(NameForm.objects.values_list("text", flat=True)) == [
        "Ivar Smilga", "Смилга", "Смилга",
    ]  # fmt: skip
    row.revise(who, label="Ivar Tenisovich Smilga")
    row.revise(made, value="Ивар Смилга")
    assert sorted(NameForm.objects.values_list("text", flat=True)) == [
        "Ivar Tenisovich Smilga", "Ивар Смилга", "Смилга",
    ]  # fmt: skip
    other = cast.person("leon-trotsky")
    row.revise(made, person=other)
    assert sorted(NameForm.objects.filter(person=other).values_list("text", flat=True)) == [
        "Leon Trotsky", "Ивар Смилга", "Смилга",
    ]  # fmt: skip


def test_label_cannot_change_behind_the_search() -> None:
    cast.person()
    with pytest.raises(ValueError, match="label"):
        Person.objects.update(label="Another")
