"""The way of a row to the public and back: each act from its status, with its reasons."""

from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError

from prosopography.editing import assertion as claims
from prosopography.editing import publication, row
from prosopography.editing.standing import retraction_faults
from prosopography.models import Assertion, Person, Status
from prosopography.queries.documents import read_document
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def boris() -> User:
    return User.objects.create_user("boris")


def newest(made) -> tuple[str, str, str]:
    """Account, reason and status of the last change."""
    entry = made.history.first()
    return entry.history_user.username, entry.history_change_reason, entry.status


def refused_at_status(act, *arguments, **more) -> list[str]:
    """The sentences with which an act is refused."""
    with pytest.raises(ValidationError) as refused:
        act(*arguments, **more)
    assert list(refused.value.message_dict) == ["status"]
    return refused.value.messages


def test_submit_hands_a_draft_to_a_reviewer(boris: User) -> None:
    made = cast.person(status=Status.DRAFT)
    publication.submit(made, editor=boris, reason="ready")
    assert Person.objects.get().status == Status.REVIEW
    assert newest(made) == ("boris", "ready", Status.REVIEW)


@pytest.mark.parametrize("status", [Status.REVIEW, Status.PUBLISHED, Status.RETRACTED])
def test_submit_takes_drafts_only(status: str) -> None:
    made = cast.person(status=status)
    assert refused_at_status(publication.submit, made) == ["Only a draft is submitted for review."]
    assert made.history.count() == 1


def test_send_back_makes_a_draft_again_with_the_reason(boris: User) -> None:
    made = cast.birth(status=Status.REVIEW)
    publication.send_back(made, editor=boris, reason="which year?")
    assert Assertion.objects.get().status == Status.DRAFT
    assert newest(made) == ("boris", "which year?", Status.DRAFT)


def test_send_back_needs_a_reason() -> None:
    made = cast.birth(status=Status.REVIEW)
    assert refused_at_status(publication.send_back, made, reason=" ") == [
        "Say why it is sent back."
    ]
    assert Assertion.objects.get().status == Status.REVIEW


@pytest.mark.parametrize("status", [Status.DRAFT, Status.PUBLISHED, Status.RETRACTED])
def test_send_back_takes_what_is_in_review_only(status: str) -> None:
    made = cast.person(status=status)
    assert refused_at_status(publication.send_back, made, reason="no") == [
        "Only what is in review is sent back."
    ]


@pytest.mark.parametrize("status", [Status.DRAFT, Status.REVIEW, Status.RETRACTED])
def test_publish_makes_public(boris: User, status: str) -> None:
    made = cast.birth(status=status)
    publication.publish(made, editor=boris, reason="checked")
    assert list(Assertion.objects.public()) == [made]
    assert newest(made) == ("boris", "checked", Status.PUBLISHED)


def test_publish_refuses_a_claim_without_evidence() -> None:
    made = cast.birth(cited=False, status=Status.DRAFT)
    assert refused_at_status(publication.publish, made) == [
        "A published claim needs at least one citation."
    ]
    assert Assertion.objects.get().status == Status.DRAFT
    assert made.history.count() == 1


def test_publish_names_everything_that_is_not_public() -> None:
    hidden = {"status": Status.DRAFT}
    made = cast.claim(
        "relationship",
        person=cast.person(**hidden),
        related_person=cast.person("leon-trotsky", **hidden),
        organisation=cast.organisation(**hidden),
        event=cast.event(**hidden),
        place=cast.place(**hidden),
        role=cast.role("supporter-of"),
        source=cast.source("article", **hidden),
        attributed_to_source=cast.source("memoirs", **hidden),
        attributed_to_person=cast.person("victor-serge", **hidden),
        status=Status.DRAFT,
    )
    claims.cite(made, source=cast.source("article"), locator="¶2")
    assert refused_at_status(publication.publish, made) == [
        "Ivar Smilga is not published.",
        "Leon Trotsky is not published.",
        "Tsentrobalt is not published.",
        "Declaration Of The 46 is not published.",
        "Aloja is not published.",
        "Article is not published.",
        "Memoirs is not published.",
        "Victor Serge is not published.",
    ]


def test_publish_refuses_a_claim_that_is_only_contradicted() -> None:
    made = cast.birth(status=Status.DRAFT, stance="contradicts")
    assert refused_at_status(publication.publish, made) == [
        "A published claim needs a citation that supports it; these contradict it."
    ]
    claims.cite(made, source=cast.source(), locator="¶2")
    publication.publish(made)
    assert list(Assertion.objects.public()) == [made]


def test_publish_looks_at_what_others_have_just_done() -> None:
    made = cast.birth(status=Status.DRAFT)
    Person.objects.update(status=Status.RETRACTED)
    assert made.person.status == Status.PUBLISHED
    assert refused_at_status(publication.publish, made) == ["Ivar Smilga is not published."]


def test_unpublishable_claims_are_found() -> None:
    sound, about_a_draft = cast.birth(), cast.birth(cast.person("leon-trotsky"))
    Person.objects.filter(slug="leon-trotsky").update(status=Status.DRAFT)
    bare = cast.birth(edtf="1893")
    bare.citations.all().delete()
    cast.birth(edtf="1894", cited=False, status=Status.DRAFT)
    assert list(publication.unpublishable()) == [
        (about_a_draft, ["Leon Trotsky is not published."]),
        (bare, ["A published claim needs at least one citation."]),
    ]
    assert sound.status == Status.PUBLISHED


def test_retract_takes_back_with_the_reason(boris: User) -> None:
    made = cast.birth()
    publication.retract(made, editor=boris, reason="misread")
    assert not Assertion.objects.public().exists()
    assert newest(made) == ("boris", "misread", Status.RETRACTED)


def test_retract_needs_a_reason() -> None:
    made = cast.birth()
    assert refused_at_status(publication.retract, made, reason="\n") == ["Say why it is retracted."]
    assert list(Assertion.objects.public()) == [made]


@pytest.mark.parametrize("status", [Status.DRAFT, Status.REVIEW, Status.RETRACTED])
def test_retract_takes_what_is_published_only(status: str) -> None:
    made = cast.person(status=status)
    assert refused_at_status(publication.retract, made, reason="no") == [
        "Only what is published is retracted."
    ]


def test_retract_keeps_what_public_claims_rest_on() -> None:
    who, other = cast.person(), cast.person("leon-trotsky")
    witness = cast.person("victor-serge")
    article, memoirs = cast.source(), cast.source("memoirs")
    bond = cast.claim(
        "relationship",
        person=who,
        related_person=other,
        role=cast.role("supporter-of"),
        organisation=cast.organisation(),
        event=cast.event(),
        place=cast.place(),
        source=article,
        attributed_to_source=memoirs,
        attributed_to_person=witness,
    )
    cast.birth(witness, status=Status.DRAFT, source=cast.source("letter"))
    named = (who, other, witness, article, memoirs, bond.organisation, bond.event, bond.place)
    for made in named:
        assert refused_at_status(publication.retract, made, reason="no") == [
            f"The published claim {bond.identifier} rests on it."
        ]
    publication.retract(cast.source("letter"), reason="only a draft cites it")
    publication.retract(bond, reason="misread")
    for made in named:
        publication.retract(made, reason="nothing rests on it any more")


def test_retract_names_five_claims_at_most() -> None:
    made = [cast.birth(edtf=f"189{year}") for year in range(6)]
    first = sorted(claim.identifier for claim in made)[:5]
    assert retraction_faults(cast.person()) == [
        *(f"The published claim {identifier} rests on it." for identifier in first),
        "… and more.",
    ]


def test_publication_that_is_refused_leaves_the_row_as_it_was() -> None:
    made = cast.birth(status=Status.DRAFT)
    row.revise(cast.person(), status=Status.RETRACTED)
    made = Assertion.objects.get()
    refused_at_status(publication.publish, made)
    assert (made.status, Assertion.objects.get().status) == (Status.DRAFT, Status.DRAFT)


# Quotations held against the documents


@pytest.fixture
def folder(tmp_path: Path, settings: Any) -> Path:
    """The folder of the documents, with one of them, and its source."""
    (tmp_path / "a.txt").write_text("Ivar Smilga\n\nBorn in\nAloja.\n", encoding="utf-8")
    cast.source("article", file="a.txt", checksum=read_document(tmp_path / "a.txt").checksum)
    settings.DOCUMENTS_DIR = str(tmp_path)
    return tmp_path


def draft(quotation: str = "Born in Aloja", locator: str = "¶2", **columns: str) -> Assertion:
    """A draft cited from the article."""
    article = cast.source("article")
    columns["quotation"] = quotation
    return cast.birth(status=Status.DRAFT, source=article, locator=locator, **columns)


def test_publishing_takes_words_that_stand_in_the_document(folder: Path) -> None:
    made = draft()
    publication.publish(made)
    assert made.status == Status.PUBLISHED


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"quotation": "Born in Riga"}, "“Born in Riga” does not stand in ¶2 of a.txt."),
        ({"locator": "¶1"}, "“Born in Aloja” does not stand in ¶1 of a.txt."),
        ({"named_as": "Smilge"}, "“Smilge” does not stand in ¶2 of a.txt."),
        ({"locator": "¶3"}, "There is no “¶3” in a.txt: its paragraphs are ¶1 to ¶2."),
        ({"locator": "p. 2"}, "There is no “p. 2” in a.txt: its paragraphs are ¶1 to ¶2."),
    ],
)
def test_publishing_refuses_words_that_do_not(
    folder: Path, columns: dict[str, str], said: str
) -> None:
    made = draft(**columns)
    assert refused_at_status(publication.publish, made) == [said]
    assert Assertion.objects.get().status == Status.DRAFT


def test_words_added_to_a_published_claim_are_held_against_the_document(folder: Path) -> None:
    made = draft()
    publication.publish(made)
    citation = made.citations.get()
    citation.quotation = "Born in Riga"
    said = ["“Born in Riga” does not stand in ¶2 of a.txt."]
    assert refused_at_status(claims.save_evidence, made, [citation]) == said
    assert made.citations.get().quotation == "Born in Aloja"


def test_publishing_refuses_words_that_nobody_can_check(folder: Path) -> None:
    made = draft()
    (folder / "a.txt").write_text("Born in Aloja", encoding="utf-8")
    assert refused_at_status(publication.publish, made) == [
        "The words cannot be checked: a.txt is not the text that Article was read from."
    ]
    (folder / "a.txt").unlink()
    assert refused_at_status(publication.publish, made) == [
        "The words cannot be checked: the document a.txt cannot be read."
    ]


def test_words_are_not_checked_without_documents_or_without_a_file(
    folder: Path, settings: Any
) -> None:
    unread = cast.birth(status=Status.DRAFT, source=cast.source("memoirs"), quotation="no such")
    publication.publish(unread)
    settings.DOCUMENTS_DIR = ""
    publication.publish(draft("Born in Riga"))
    assert [made.status for made in Assertion.objects.all()] == [Status.PUBLISHED] * 2


def test_import_leaves_the_words_to_the_command(folder: Path) -> None:
    made = draft("Born in Riga")
    Assertion.objects.filter(pk=made.pk).update(status=Status.PUBLISHED)
    assert list(publication.unpublishable()) == []
    assert publication.word_faults(made) == ["“Born in Riga” does not stand in ¶2 of a.txt."]
