"""Rows are found under any spelling, in lists and in the fields that name them, the best first."""

import pytest
from django.test import Client

from prosopography.editing import assertion as claims
from prosopography.editing import row
from prosopography.models import Authority, Identifier, Person, Status
from tests import cast
from tests.admin.desk import address, shown

pytestmark = pytest.mark.django_db

PICK = "/admin/prosopography/assertion/pick/"


@pytest.fixture
@cast.at_once()
def people(db: None) -> dict[str, Person]:
    """Four men whose names are easily taken for one another's, one of them a draft."""
    smilga = cast.person("ivar-smilga")
    cast.name("Смилга", smilga)
    smirnov = cast.person("ivan-smirnov", "Ivan Nikitich Smirnov")
    cast.signature(smirnov, named_as="Srnirnov", locator="¶2")
    trotsky = cast.person("leon-trotsky")
    cast.name("Троцкий", trotsky)
    other = cast.person("vladimir-smirnov", "Vladimir Smirnov", status=Status.DRAFT)
    return {"smilga": smilga, "smirnov": smirnov, "trotsky": trotsky, "other": other}


def pick(client: Client, field: str, term: str, **more: str) -> list[dict[str, str]]:
    """The options of a field of a claim while a text is typed."""
    asked = {"app_label": "prosopography", "model_name": "assertion", "field_name": field}
    return client.get(PICK, {**asked, "term": term, **more}).json()["results"]


@pytest.mark.parametrize(
    ("spelling", "who"),
    [
        ("Смилга", "smilga"),
        ("Smilga", "smilga"),
        ("Šmilga", "smilga"),
        ("Троцкий", "trotsky"),
        ("Trotzki", "trotsky"),
        ("Trockij", "trotsky"),
        ("Srnirnov", "smirnov"),
        ("I. N. Smirnov", "smirnov"),
        ("ivar-smilga", "smilga"),
        ("SMILGA, Ivar", "smilga"),
    ],
)
def test_person_is_found_first_under_any_spelling(
    editor: Client, people: dict[str, Person], spelling: str, who: str
) -> None:
    assert shown(editor.get(address("person"), {"q": spelling}))[0] == people[who]
    assert pick(editor, "person", spelling)[0]["id"] == str(people[who].pk)
    asked = {"app_label": "prosopography", "model_name": "assertion", "field_name": "person"}
    answer = editor.get("/admin/autocomplete/", {**asked, "term": spelling}).json()
    assert answer["results"][0]["id"] == str(people[who].pk)


def test_list_says_which_name_was_found(editor: Client, people: dict[str, Person]) -> None:
    answer = editor.get(address("person"), {"q": "Trotzki"})
    assert [found.found_as for found in shown(answer)] == ["“Trotzki” sounds like “Троцкий”."]
    assert "found_as" in answer.context["cl"].list_display
    assert "found_as" not in editor.get(address("person")).context["cl"].list_display


def test_options_tell_drafts_and_namesakes_apart(editor: Client, people: dict[str, Person]) -> None:
    second = cast.person("ivan-smirnov-of-tver", "Ivan Nikitich Smirnov")
    assert {option["id"]: option["text"] for option in pick(editor, "person", "Smirnov")} == {
        str(people["smirnov"].pk): "Ivan Nikitich Smirnov",
        str(second.pk): "Ivan Nikitich Smirnov [ivan-smirnov-of-tver]",
        str(people["other"].pk): "Vladimir Smirnov (draft)",
    }


def test_option_says_the_name_that_was_found(editor: Client, people: dict[str, Person]) -> None:
    (option,) = pick(editor, "person", "Srnirnov")[:1]
    assert option["text"] == "Ivan Nikitich Smirnov — found as “Srnirnov”"


def test_list_keeps_the_order_of_a_column_that_was_clicked(
    editor: Client, people: dict[str, Person]
) -> None:
    found = shown(editor.get(address("person"), {"q": "Ivan Smirnov", "o": "-3"}))
    labels = [each.sort_label for each in found]
    assert labels == sorted(labels, reverse=True)


def test_identifier_of_another_authority_finds_its_row(editor: Client) -> None:
    wikidata = row.create(
        Authority, slug="wikidata", label="Wikidata", url_template="https://example.org/{}"
    )
    row.create(Identifier, authority=wikidata, value="Q33391", person=cast.person())
    cast.person("leon-trotsky")
    assert shown(editor.get(address("person"), {"q": "Q33391"})) == [cast.person()]


def test_name_in_a_draft_finds_at_the_desk(editor: Client) -> None:
    cast.name("Lauris", cast.person(), status=Status.DRAFT)
    assert shown(editor.get(address("person"), {"q": "Lauris"})) == [cast.person()]


@pytest.mark.parametrize("noun", ["organisation", "event", "place"])
def test_other_nouns_are_found_under_any_spelling(editor: Client, noun: str) -> None:
    make = getattr(cast, noun)
    wanted = make("tsentrobalt", "Центробалт")
    make("something-else")
    assert shown(editor.get(address(noun), {"q": "Tsentrobalt"})) == [wanted]
    assert [option["id"] for option in pick(editor, noun, "Zentrobalt")] == [str(wanted.pk)]


@pytest.mark.parametrize("text", ["\x00", "…", "'; --", "x" * 3000, "%", "\\"])
@pytest.mark.parametrize("noun", ["person", "assertion", "citation", "role", "source"])
def test_nonsense_finds_nothing_and_breaks_nothing(editor: Client, noun: str, text: str) -> None:
    cast.tenure()
    answer = editor.get(address(noun), {"q": text})
    assert answer.status_code == 200
    if text != "\x00":  # Django's own form refuses it and shows the list
        assert shown(answer) == []
    asked = {"app_label": "prosopography", "model_name": "assertion", "field_name": "person"}
    assert editor.get(PICK, {**asked, "term": text}).status_code == 200


def test_role_field_offers_the_roles_of_its_kind_alone(editor: Client) -> None:
    member, chairman = cast.role("member"), cast.role("chairman")
    cast.role("arrested"), cast.role("signatory")
    form = editor.get("/admin/prosopography/assertion/add/", {"kind": "tenure"})
    html = str(form.context["adminform"].form["role"])
    assert 'data-ajax--url="/admin/prosopography/assertion/pick/?joins=organisation"' in html
    offered = pick(editor, "role", "", joins="organisation")
    assert [option["id"] for option in offered] == [str(chairman.pk), str(member.pk)]
    assert [o["text"] for o in pick(editor, "role", "ARR", joins="life")] == ["arrested"]
    assert pick(editor, "role", "arrested", joins="organisation") == []
    assert pick(editor, "role", "", joins="nonsense") == []
    assert len(pick(editor, "role", "")) == 4


def test_source_is_found_by_words_of_its_title(editor: Client) -> None:
    wanted = cast.source("pravda-123", "Правда 123", title="Письмо в редакцию", authors="Смилга")
    cast.source("memoirs")
    for text in ("правда", "PISMO", "smilga", "123 pravda"):
        assert shown(editor.get(address("source"), {"q": text})) == [wanted]
        assert [o["id"] for o in pick(editor, "related_person", text)] == []


def test_claims_are_found_by_whom_and_what_they_name(editor: Client) -> None:
    chairman = cast.tenure(role_slug="chairman", locator="¶1", quotation="elected chairman")
    member = cast.tenure(cast.person("leon-trotsky"), locator="¶2", named_as="Троцкій")
    bond = cast.claim(
        "relationship",
        person=cast.person("leon-trotsky"),
        related_person=cast.person(),
        role=cast.role("supporter-of"),
        status=Status.DRAFT,
    )
    found = {
        text: set(shown(editor.get(address("assertion"), {"q": text})))
        for text in (
            "Смилга",
            "Trotzki",
            "chairman",
            "Smilga chairman",
            "Smilga Tsentrobalt",
            "ELECTED chair",
            "Троцкій",
            "троцкій",
            chairman.identifier,
            "Preobrazhensky",
        )
    }
    assert found == {
        "Смилга": {chairman, bond},
        "Trotzki": {member, bond},
        "chairman": {chairman},
        "Smilga chairman": {chairman},
        "Smilga Tsentrobalt": {chairman},
        "ELECTED chair": {chairman},
        "Троцкій": {member, bond},
        "троцкій": {member, bond},
        chairman.identifier: {chairman},
        "Preobrazhensky": set(),
    }


def test_citations_are_found_by_their_words_and_their_claim(editor: Client) -> None:
    claim = cast.tenure(quotation="elected chairman", named_as="Смилга", locator="¶17")
    cast.birth(cast.person("leon-trotsky"))
    wanted = claim.citations.get()
    for text in ("CHAIRMAN", "смилга", "¶17", "Smilga", "Tsentrobalt", wanted.identifier):
        assert shown(editor.get(address("citation"), {"q": text})) == [wanted]


def test_identifiers_of_claims_and_citations_find_them_alone(editor: Client) -> None:
    wanted = cast.birth(quotation="was born", locator="¶2")
    evidence = wanted.citations.get()
    told = f"{wanted.identifier} {evidence.identifier}"
    other = cast.tenure(quotation=f"see {told}", status=Status.DRAFT)
    for text in (wanted.identifier, evidence.identifier, evidence.identifier.upper()):
        assert shown(editor.get(address("assertion"), {"q": text})) == [wanted]
        assert shown(editor.get(address("citation"), {"q": text})) == [evidence]
    # What only looks like an identifier is words like others.
    claims.cite(other, source=cast.source("memoirs"), locator="¶3", quotation="a0000000z")
    assert shown(editor.get(address("assertion"), {"q": "a0000000z"})) == [other]


def test_slug_finds_its_row_alone_and_the_claims_that_name_it(editor: Client) -> None:
    smilga, namesake = cast.person(), cast.person("ivar-smilga-of-riga", "Ivar Smilga")
    tenure, others = cast.tenure(smilga), cast.tenure(namesake, locator="¶2")
    bond = cast.claim(
        "relationship", person=namesake, related_person=smilga, role=cast.role("supporter-of")
    )
    assert shown(editor.get(address("person"), {"q": "ivar-smilga"})) == [smilga]
    assert shown(editor.get(address("person"), {"q": "ivar-smilga-of-riga"})) == [namesake]
    assert set(shown(editor.get(address("assertion"), {"q": "ivar-smilga"}))) == {tenure, bond}
    assert set(shown(editor.get(address("assertion"), {"q": "supporter-of"}))) == {bond}
    found = shown(editor.get(address("citation"), {"q": "ivar-smilga-of-riga"}))
    assert set(found) == {others.citations.get(), bond.citations.get()}


def test_claim_is_picked_as_a_sentence(editor: Client) -> None:
    claim = cast.tenure(status=Status.DRAFT)
    asked = {"app_label": "prosopography", "model_name": "citation", "field_name": "assertion"}
    (option,) = editor.get(PICK, {**asked, "term": "Смилга"}).json()["results"]
    assert option["text"] == f"Ivar Smilga – member, Tsentrobalt, 1917 [{claim.identifier}]"
