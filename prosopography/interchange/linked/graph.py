"""A row of the record as statements of RDF.

Claims stay claims: each is a resource of its own with its citations, and what it says is said of that
resource. Of a person nothing is stated flat but names by which it can be found and what nobody
disputes. One function for each thing; which words there are, ``terms`` says.
"""

from collections.abc import Iterable
from typing import Any

from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, FOAF, PROV, RDF, RDFS, SDO, SKOS, XSD

from prosopography.dates import iso_day
from prosopography.models import Assertion, Citation, Derivation, Source, Stance
from prosopography.queries.linked import LinkedPage
from prosopography.queries.sentence import sentence

from .addresses import Addresses
from .terms import OWN, PREFIXES

GEO = Namespace(PREFIXES["geo"])
XHV = Namespace(PREFIXES["xhv"])
#: What a thing is called in a vocabulary that everybody knows.
_COMMON = {
    "person": SDO.Person,
    "organisation": SDO.Organization,
    "event": SDO.Event,
    "place": SDO.Place,
    "role": SKOS.Concept,
    "source": SDO.CreativeWork,
    "assertion": PROV.Entity,
}
_TEXTS = {
    "kind": "kind",
    "value": "value",
    "date_text": "dateText",
    "edtf": "edtf",
    "certainty": "certainty",
    "basis": "basis",
    "polarity": "polarity",
    "rank": "rank",
    "rank_reason": "rankReason",
}
_LINKS = {
    "person": "person",
    "related_person": "relatedPerson",
    "role": "role",
    "organisation": "organisation",
    "event": "event",
    "place": "place",
}
_LIMITS = {
    "earliest_start": "earliestStart",
    "latest_start": "latestStart",
    "earliest_end": "earliestEnd",
    "latest_end": "latestEnd",
}
_CITED = {
    "locator": "locator",
    "quotation": "quotation",
    "stance": "stance",
    "named_as": "namedAs",
    "identification": "identification",
    "identification_note": "identificationNote",
}


def graph_of(page: LinkedPage, addresses: Addresses, suffix: str) -> Graph:
    """The graph of a page, whose file ends in ``suffix``; no query."""
    return _Writer(addresses).page(page, suffix)


def empty_graph(addresses: Addresses) -> Graph:
    """A graph that knows the prefixes."""
    graph = Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    graph.bind(OWN, addresses.words)
    return graph


class _Writer:
    """Adds things to one graph, each once."""

    def __init__(self, addresses: Addresses) -> None:
        self.at = addresses
        self.own = Namespace(addresses.words)
        self.graph = empty_graph(addresses)

    def page(self, page: LinkedPage, suffix: str) -> Graph:
        """The whole of a page."""
        row, thing = page.row, self.at.thing(page.row)
        self._file(page, suffix)
        if page.noun != "assertion":
            self._named(row)
            self._texts(thing, {SKOS.note: row.note})
            self._tree(page)
        for identifier in page.identifiers:
            address = identifier.authority.url_template.replace("{}", identifier.value)
            self._add(thing, SKOS.exactMatch, URIRef(address))
            self._add(thing, SDO.sameAs, URIRef(address))
        getattr(self, f"_{page.noun}", lambda page: None)(page)
        for claim in page.claims.rows:
            self._claim(claim)
        return self.graph

    def _file(self, page: LinkedPage, suffix: str) -> None:
        """What the file is, of what it is, and where the next one lies."""
        number, pages = page.claims.number, page.claims.pages
        file = self.at.file(page.row, suffix, number)
        self._add(file, RDF.type, FOAF.Document)
        self._add(file, FOAF.primaryTopic, self.at.thing(page.row))
        self._add(file, DCTERMS.isFormatOf, self.at.page(page.row))
        if page.changed:
            self._add(
                file,
                DCTERMS.modified,
                Literal(page.changed.isoformat(timespec="seconds"), datatype=XSD.dateTime),
            )
        if number < pages:
            self._add(file, XHV.next, self.at.file(page.row, suffix, number + 1))
        if number > 1:
            self._add(file, XHV.prev, self.at.file(page.row, suffix, number - 1))

    def _named(self, row: Any) -> URIRef:
        """A thing with its sort and what the record calls it."""
        noun, thing = row._meta.model_name, self.at.thing(row)
        self._add(thing, RDF.type, self.own[noun.capitalize()])
        self._add(thing, RDF.type, _COMMON[noun])
        self._add(thing, SKOS.prefLabel if noun == "role" else RDFS.label, Literal(row.label))
        self._add(thing, FOAF.isPrimaryTopicOf, self.at.page(row))
        return thing

    def _tree(self, page: LinkedPage) -> None:
        """What it is part of, and its parts; of a role, the broader and the narrower."""
        thing = self.at.thing(page.row)
        up, down = DCTERMS.isPartOf, DCTERMS.hasPart
        if page.noun == "role":
            up, down = SKOS.broader, SKOS.narrower
        if page.above is not None:
            self._add(thing, up, self._named(page.above))
        for each in page.below:
            self._add(thing, down, self._named(each))

    def _person(self, page: LinkedPage) -> None:
        """What nobody disputes."""
        thing, life = self.at.thing(page.row), page.settled
        self._add(thing, SDO.name, Literal(page.row.label))
        for word, date in ((SDO.birthDate, life.birth), (SDO.deathDate, life.death)):
            if date:
                self._add(thing, word, Literal(date, datatype=XSD.gYear))
        for word, place in ((SDO.birthPlace, life.birth_place), (SDO.deathPlace, life.death_place)):
            if place is not None:
                self._add(thing, word, self._named(place))

    def _place(self, page: LinkedPage) -> None:
        """Where it lies, as the editors have it."""
        thing, row = self.at.thing(page.row), page.row
        if row.latitude is not None:
            self._add(thing, GEO.lat, Literal(row.latitude.normalize()))
            self._add(thing, GEO.long, Literal(row.longitude.normalize()))

    def _role(self, page: LinkedPage) -> None:
        thing, row = self.at.thing(page.row), page.row
        self._texts(thing, {self.own.joins: row.joins, self.own.converseLabel: row.converse_label})
        self._add(thing, self.own.lasting, Literal(row.lasting))

    def _source(self, page: LinkedPage) -> None:
        """The bibliographic record, and what it copies."""
        source: Source = page.row
        thing = self.at.thing(source)
        self._texts(
            thing,
            {
                DCTERMS.title: source.title,
                DCTERMS.creator: source.authors,
                DCTERMS.issued: source.edtf or source.date_text,
                DCTERMS.publisher: source.publisher,
                DCTERMS.rights: source.licence,
                DCTERMS.language: source.language,
                self.own.sourceKind: source.kind,
            },
        )
        if source.url:
            self._add(thing, SDO.url, URIRef(source.url))
        if page.author is not None:
            self._add(thing, self.own.author, self._named(page.author))
        for derivation in page.derivations:
            self._derivation(thing, derivation)

    def _derivation(self, thing: URIRef, derivation: Derivation) -> None:
        copied = self._named(derivation.derived_from)
        node = URIRef(f"{self.at.page(derivation.source)}#copies-{derivation.derived_from.slug}")
        self._add(thing, PROV.qualifiedDerivation, node)
        self._add(node, RDF.type, self.own.Derivation)
        self._add(node, PROV.entity, copied)
        self._texts(
            node,
            {
                self.own.extent: derivation.extent,
                self.own.certainty: derivation.certainty,
                SKOS.note: derivation.note,
            },
        )

    def _claim(self, claim: Assertion) -> None:
        """A claim: what it says, when, how surely, and on what evidence."""
        thing = self.at.thing(claim)
        self._add(thing, RDF.type, self.own.Assertion)
        self._add(thing, RDF.type, PROV.Entity)
        self._add(thing, RDFS.label, Literal(sentence(claim), lang="en"))
        self._add(thing, FOAF.isPrimaryTopicOf, self.at.page(claim))
        self._columns(thing, claim, _TEXTS)
        if claim.edtf or claim.date_text:
            self._texts(thing, {self.own.calendar: claim.calendar})
        self._texts(thing, {SKOS.note: claim.note})
        self._add(thing, self.own.witnesses, Literal(claim.witnesses))
        self._rows(thing, claim, _LINKS)
        for column, word in _LIMITS.items():
            day = iso_day(getattr(claim, column))
            if day is not None:
                self._add(thing, self.own[word], Literal(day, datatype=XSD.date, normalize=False))
        for citation in claim.citations.all():
            self._citation(claim, citation)

    def _citation(self, claim: Assertion, citation: Citation) -> None:
        thing, node = self.at.thing(claim), self.at.citation(claim, citation)
        self._add(thing, self.own.citation, node)
        self._add(node, RDF.type, self.own.Citation)
        self._columns(node, citation, _CITED)
        self._rows(
            node,
            citation,
            {
                "source": "source",
                "attributed_to_source": "attributedToSource",
                "attributed_to_person": "attributedToPerson",
            },
        )
        if citation.stance == Stance.SUPPORTS:
            self._add(thing, PROV.wasDerivedFrom, self.at.thing(citation.source))
        for alternative in citation.alternatives.all():
            self._add(node, self.own.mayMean, self._named(alternative.person))

    def _columns(self, thing: URIRef, row: Any, columns: dict[str, str]) -> None:
        """The texts of a row that say something."""
        self._texts(thing, {self.own[word]: getattr(row, name) for name, word in columns.items()})

    def _rows(self, thing: URIRef, row: Any, columns: dict[str, str]) -> None:
        """The rows that a row names."""
        for name, word in columns.items():
            named = getattr(row, name)
            if named is not None:
                self._add(thing, self.own[word], self._named(named))

    def _texts(self, thing: URIRef, texts: dict[URIRef, str]) -> None:
        for word, text in texts.items():
            if text:
                self._add(thing, word, Literal(text))

    def _add(self, *statement: Any) -> None:
        self.graph.add(statement)


def vocabulary(addresses: Addresses, terms: Iterable[Any]) -> Graph:
    """The words themselves, each with its definition."""
    graph, own = empty_graph(addresses), Namespace(addresses.words)
    for term in terms:
        word = own[term.name]
        graph.add((word, RDF.type, RDFS.Class if term.is_class else RDF.Property))
        graph.add((word, RDFS.label, Literal(term.name, lang="en")))
        graph.add((word, RDFS.comment, Literal(str(term.definition), lang="en")))
        graph.add((word, RDFS.isDefinedBy, URIRef(addresses.words.rstrip("#"))))
        if term.like:
            prefix, name = term.like.split(":")
            graph.add((word, SKOS.closeMatch, URIRef(f"{PREFIXES[prefix]}{name}")))
    return graph
