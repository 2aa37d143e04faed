"""Linked data: what is stated of a row, that nothing disputed is stated flat, and nothing hidden."""

import json
import re
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rdflib import Graph
from rdflib.compare import isomorphic

from prosopography.editing import assertion as claims
from prosopography.editing import row
from prosopography.interchange.linked import FORMATS, TERMS, Addresses, graph_of, vocabulary
from prosopography.models import Assertion, Authority, Identifier, Status
from prosopography.queries import linked
from prosopography.queries.linked import linked_page
from tests import cast

pytestmark = pytest.mark.django_db

SITE = Addresses("https://example.org/")


def graph(thing: Any, number: int = 1) -> Graph:
    noun = thing._meta.model_name
    return graph_of(linked_page(noun, thing, number), SITE, "ttl")


def stated(thing: Any, about: Any = None) -> set[tuple[str, str]]:
    """What is stated of a thing, of itself or about another, in short."""
    found = graph(thing)
    subject = SITE.thing(about or thing)
    return {
        (word.n3(found.namespace_manager), value.n3(found.namespace_manager))
        for word, value in found.predicate_objects(subject)
    }


def test_a_claim_is_a_thing_with_its_date_and_its_citation() -> None:
    claim = cast.claim(
        "tenure", person=cast.person(), role=cast.role(), organisation=cast.organisation(),
        edtf="1917-10-25", date_text="25 October 1917", calendar="julian", certainty="probable",
        note="So it is read.", locator="¶7", quotation="a member of it", named_as="Srnilga",
    )  # fmt: skip
    assert stated(claim) == {
        ("rdf:type", "pro:Assertion"),
        ("rdf:type", "prov:Entity"),
        ("rdfs:label", '"Ivar Smilga – member, Tsentrobalt"@en'),
        ("foaf:isPrimaryTopicOf", f"<https://example.org/assertions/{claim.identifier}/>"),
        ("pro:kind", '"tenure"'),
        ("pro:person", "<https://example.org/persons/ivar-smilga/#this>"),
        ("pro:role", "<https://example.org/roles/member/#this>"),
        ("pro:organisation", "<https://example.org/organisations/tsentrobalt/#this>"),
        ("pro:dateText", '"25 October 1917"'),
        ("pro:calendar", '"julian"'),
        ("pro:edtf", '"1917-10-25"'),
        ("pro:latestStart", '"1917-11-07"^^xsd:date'),
        ("pro:earliestEnd", '"1917-11-07"^^xsd:date'),
        ("pro:certainty", '"probable"'),
        ("pro:basis", '"stated"'),
        ("pro:polarity", '"affirmed"'),
        ("pro:rank", '"normal"'),
        ("pro:witnesses", '"1"^^xsd:integer'),
        ("skos:note", '"So it is read."'),
        ("prov:wasDerivedFrom", "<https://example.org/sources/smilga-article/#this>"),
        (
            "pro:citation",
            f"<https://example.org/assertions/{claim.identifier}/#{claim.citations.get().identifier}>",
        ),
    }
    found = graph(claim)
    node = SITE.citation(claim, claim.citations.get())
    cited = {
        (word.n3(found.namespace_manager), value.n3(found.namespace_manager))
        for word, value in found.predicate_objects(node)
    }
    assert cited == {
        ("rdf:type", "pro:Citation"),
        ("pro:source", "<https://example.org/sources/smilga-article/#this>"),
        ("pro:locator", '"¶7"'),
        ("pro:quotation", '"a member of it"'),
        ("pro:stance", '"supports"'),
        ("pro:namedAs", '"Srnilga"'),
        ("pro:identification", '"certain"'),
    }


def test_of_a_person_only_what_nobody_disputes_is_stated_flat() -> None:
    person = cast.person()
    authority = row.create(
        Authority,
        slug="wikidata",
        label="Wikidata",
        url_template="https://www.wikidata.org/wiki/{}",
    )
    row.create(Identifier, authority=authority, value="Q1", person=person)
    cast.birth(edtf="1892-12-02", place=cast.place())
    cast.claim("death", person=person, edtf="1937")
    cast.claim("death", person=person, edtf="1938", source=cast.source("serge-memoirs"))
    assert stated(person) == {
        ("rdf:type", "pro:Person"),
        ("rdf:type", "schema:Person"),
        ("rdfs:label", '"Ivar Smilga"'),
        ("schema:name", '"Ivar Smilga"'),
        ("schema:birthDate", '"1892"^^xsd:gYear'),
        ("schema:birthPlace", "<https://example.org/places/aloja/#this>"),
        ("schema:sameAs", "<https://www.wikidata.org/wiki/Q1>"),
        ("skos:exactMatch", "<https://www.wikidata.org/wiki/Q1>"),
        ("foaf:isPrimaryTopicOf", "<https://example.org/persons/ivar-smilga/>"),
    }


def test_a_doubtful_birth_is_not_stated_flat() -> None:
    person = cast.person()
    cast.birth(edtf="1892", certainty="possible")
    assert {word for word, _ in stated(person)} & {"schema:birthDate", "schema:birthPlace"} == set()


def test_a_source_has_its_record_and_what_it_copies() -> None:
    original = cast.source("serge-memoirs")
    copy = cast.source(
        title="Smilga", authors="A. Author", edtf="1990", url="https://example.com/a", language="en",
        author=cast.person("victor-serge"), licence="CC0",
    )  # fmt: skip
    cast.derivation(copy, original, certainty="probable")
    cast.derivation(copy, cast.source("secret", status=Status.DRAFT))
    thing = "https://example.org/sources/smilga-article/"
    assert stated(copy) - stated(original) >= {
        ("dcterms:title", '"Smilga"'),
        ("dcterms:creator", '"A. Author"'),
        ("dcterms:issued", '"1990"'),
        ("dcterms:rights", '"CC0"'),
        ("dcterms:language", '"en"'),
        ("schema:url", "<https://example.com/a>"),
        ("pro:author", "<https://example.org/persons/victor-serge/#this>"),
        ("prov:qualifiedDerivation", f"<{thing}#copies-serge-memoirs>"),
    }
    assert "secret" not in graph(copy).serialize(format="turtle")


def test_trees_places_and_roles_say_where_they_stand() -> None:
    fleet = cast.organisation("baltic-fleet")
    body = cast.organisation(part_of=fleet)
    cast.organisation("staff", part_of=body, status=Status.DRAFT)
    assert (
        "dcterms:isPartOf",
        "<https://example.org/organisations/baltic-fleet/#this>",
    ) in stated(body)
    parts = "<https://example.org/organisations/tsentrobalt/#this>"
    assert ("dcterms:hasPart", parts) in stated(fleet)
    assert "staff" not in graph(body).serialize(format="turtle")
    place = cast.place(latitude="57.76", longitude="24.87")
    place.refresh_from_db()
    assert {
        ("geo:lat", '"57.76"^^xsd:decimal'),
        ("geo:long", '"24.87"^^xsd:decimal'),
    } <= stated(place)
    narrow = cast.role("chairman", broader=cast.role("member"))
    assert ("skos:broader", "<https://example.org/roles/member/#this>") in stated(narrow)
    assert ("pro:joins", '"organisation"') in stated(narrow)


def test_nothing_unpublished_is_told() -> None:
    person, hidden = cast.person(), cast.person("secret-person", status=Status.DRAFT)
    source = cast.source("secret-source", status=Status.DRAFT)
    shown = cast.tenure(status=Status.DRAFT)
    claims.cite(shown, source=source, locator="¶9")
    claims.cite(shown, source=cast.source(), locator="¶8", attributed_to_person=hidden)
    Assertion.objects.filter(pk=shown.pk).update(status=Status.PUBLISHED)
    cast.tenure(what=cast.organisation("secret-body", status=Status.DRAFT))
    cast.claim("description", person=person, value="secret words", status=Status.DRAFT)
    cast.claim("description", person=person, value="secret slip", status=Status.RETRACTED)
    cast.claim("relationship", person=person, related_person=hidden, role=cast.role("supporter-of"))
    for thing in (person, cast.source(), cast.role(), cast.organisation(), shown):
        assert re.findall("secret[^ ]*", graph(thing).serialize(format="turtle")) == []


# The reader of JSON-LD uses a class of its own library that goes away.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_both_formats_say_the_same_and_always_in_the_same_order() -> None:
    person = cast.person()
    cast.tenure(), cast.birth(), cast.signature()
    found = graph(person)
    texts = {end: form.write(found, SITE) for end, form in FORMATS.items()}
    again = {end: form.write(graph(person), SITE) for end, form in FORMATS.items()}
    assert again == texts
    turtle = Graph().parse(data=texts["ttl"], format="turtle")
    assert isomorphic(turtle, Graph().parse(data=texts["jsonld"], format="json-ld"))
    assert isomorphic(turtle, found)
    context = json.loads(texts["jsonld"])["@context"]
    assert context["pro"] == "https://example.org/ns/#"


def test_long_files_are_cut_into_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linked, "PAGE_OF_LINKED", 1)
    person = cast.person()
    cast.birth(edtf="1892"), cast.tenure(edtf="1917")
    first, second = (graph(person, number).serialize(format="nt") for number in (1, 2))
    file, vocab = (
        "https://example.org/persons/ivar-smilga.ttl",
        "http://www.w3.org/1999/xhtml/vocab",
    )
    assert [line for line in first.splitlines() if vocab in line] == [
        f"<{file}> <{vocab}#next> <{file}?page=2> ."
    ]
    assert [line for line in second.splitlines() if vocab in line] == [
        f"<{file}?page=2> <{vocab}#prev> <{file}> ."
    ]
    assert ("was born" in first, "was born" in second) == (True, False)


def test_every_own_word_is_in_the_vocabulary_and_every_word_is_used() -> None:
    doubt = {"identification": "doubtful", "identification_note": "Or another."}
    claim = cast.claim(
        "relationship", person=cast.person(), role=cast.role("supporter-of"), value="so",
        related_person=cast.person("leon-trotsky"), organisation=cast.organisation(),
        event=cast.event(), place=cast.place(), edtf="1917/1918", date_text="then",
        rank="preferred", rank_reason="Because.", named_as="Srnilga", quotation="so it is",
        attributed_to_person=cast.person("victor-serge"),
        attributed_to_source=cast.source("serge-memoirs"), **doubt,
    )  # fmt: skip
    citation = claim.citations.get()
    citation.alternatives.create(person=cast.person("pauls-smilga"))
    source = cast.source("copy", author=cast.person())
    cast.derivation(source, cast.source())
    used: set[str] = set()
    for thing in (claim, source, cast.role("supporter-of"), cast.role("member"), cast.organisation(),
                  cast.event(), cast.place()):  # fmt: skip
        text = graph(thing).serialize(format="nt")
        used |= set(re.findall(r"<https://example\.org/ns/#(\w+)>", text))
    assert used == {term.name for term in TERMS}


def test_the_vocabulary_defines_each_word_once() -> None:
    text = vocabulary(SITE, TERMS).serialize(format="nt")
    defined = re.findall(r"<https://example.org/ns/#(\w+)> <[^>]*rdf-schema#comment>", text)
    assert sorted(defined) == sorted(term.name for term in TERMS)


#: How many queries each noun takes, however much is said of it.
QUERIES = {
    "person": 12,
    "organisation": 7,
    "event": 7,
    "place": 7,
    "role": 6,
    "source": 6,
    "assertion": 5,
}


def costs() -> dict[str, int]:
    found = {}
    nouns = [cast.person(), cast.organisation(), cast.event(), cast.place(), cast.role()]
    for thing in (*nouns, cast.source(), cast.organisation().assertions.first()):
        fresh = type(thing).objects.get(pk=thing.pk)
        with CaptureQueriesContext(connection) as queries:
            page = linked_page(fresh._meta.model_name, fresh)
            for form in FORMATS.values():
                form.write(graph_of(page, SITE, "ttl"), SITE)
        found[fresh._meta.model_name] = len(queries)
    return found


def test_it_costs_the_same_at_one_row_and_at_three() -> None:
    for number in range(3):
        body = cast.organisation(f"part-{number}", part_of=cast.organisation())
        cast.tenure(what=cast.organisation()), cast.tenure(what=body)
        cast.signature(), cast.birth(place=cast.place(), edtf=f"189{number}")
        cast.derivation(cast.source(), cast.source(f"original-{number}"))
        if number in (0, 2):
            assert costs() == QUERIES
