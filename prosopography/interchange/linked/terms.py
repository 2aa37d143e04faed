"""The words of the record's own vocabulary of linked data, each with what it means.

The page ``/ns/`` shows them, ``/ns.ttl`` gives them to programs, and ``graph`` uses no other.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Term:
    """A class or a property; ``like`` is the nearest word of a common vocabulary."""

    name: str
    definition: str | Promise
    like: str = ""

    @property
    def is_class(self) -> bool:
        """Whether it says what sort of thing something is; its name has a capital then."""
        return self.name[0].isupper()


TERMS = (
    Term(
        "Person",
        _(
            "Somebody of whom sources speak. A person is an identity and no more: what is "
            "said of them are assertions."
        ),
        "foaf:Person",
    ),
    Term(
        "Organisation",
        _("A body, party, committee, army, firm; it can be part of a larger one."),
        "foaf:Organization",
    ),
    Term("Event", _("Something that happened and in which persons took part."), "schema:Event"),
    Term("Place", _("Somewhere: a town, a province, a country."), "schema:Place"),
    Term(
        "Role",
        _(
            "A term of the vocabulary in which assertions are made: member, signatory, "
            "spouse, arrested."
        ),
        "skos:Concept",
    ),
    Term(
        "Source",
        _(
            "Anything that can be cited: a document that was read, or a work that a "
            "document reports."
        ),
        "schema:CreativeWork",
    ),
    Term(
        "Assertion",
        _(
            "One claim: that something is so, or is not so, of a person, an organisation, "
            "an event or a place, because a source says it. IPIF calls it a statement."
        ),
        "ipif:Statement",
    ),
    Term(
        "Citation",
        _(
            "That a source, at a place in it, supports or contradicts an assertion. With "
            "its assertion it is what the field calls a factoid."
        ),
        "ipif:Factoid",
    ),
    Term(
        "Derivation",
        _("That one source copies another, so that both together are one witness."),
        "prov:Derivation",
    ),
    Term(
        "kind",
        _(
            "What sort of assertion it is: name, birth, death, tenure, participation, "
            "relationship, life_event, residence, occupation, authorship, description, "
            "occurrence or existence."
        ),
        "ipif:statementType",
    ),
    Term("person", _("The person of whom the assertion speaks.")),
    Term("relatedPerson", _("The other person of a relationship."), "ipif:relatesToPersons"),
    Term("role", _("The role in which the person stands, or what happened to them."), "ipif:role"),
    Term("organisation", _("The body that the assertion is about or names."), "ipif:memberOf"),
    Term("event", _("The event that the assertion is about or names.")),
    Term("place", _("The place that the assertion is about or names."), "ipif:places"),
    Term(
        "value",
        _("The name, the description, the title of a work; otherwise a detail in few words."),
    ),
    Term("dateText", _("The date letter for letter as the source writes it.")),
    Term(
        "calendar",
        _(
            "The calendar in which the date is written: julian, gregorian or unknown. The "
            "EDTF is in this calendar."
        ),
    ),
    Term(
        "edtf",
        _("The date in the Extended Date/Time Format (ISO 8601-2), in the calendar of the source."),
        "dcterms:date",
    ),
    Term(
        "earliestStart",
        _(
            "The first day on which it can have begun, in the Gregorian calendar. Where the "
            "calendar of the source is unknown, both readings are covered."
        ),
    ),
    Term("latestStart", _("The last day on which it can have begun, in the Gregorian calendar.")),
    Term("earliestEnd", _("The first day on which it can have ended, in the Gregorian calendar.")),
    Term("latestEnd", _("The last day on which it can have ended, in the Gregorian calendar.")),
    Term("certainty", _("How sure the source is: certain, probable or possible.")),
    Term(
        "basis",
        _(
            "How the assertion comes out of its source: stated by it, interpreted by the "
            "editor, or inferred."
        ),
    ),
    Term(
        "polarity",
        _(
            "affirmed: it is so; denied: it is not so; silent: the source was searched and "
            "says nothing of it. Nothing may be counted as so that is not affirmed."
        ),
    ),
    Term(
        "rank",
        _(
            "The editors’ judgement among assertions that exclude one another: preferred, "
            "normal or deprecated."
        ),
    ),
    Term("rankReason", _("Why the editors prefer or deprecate it.")),
    Term(
        "witnesses", _("How many sources that do not depend on one another support the assertion.")
    ),
    Term("citation", _("A citation of the assertion."), "dcterms:references"),
    Term("source", _("The source that the editors have read."), "dcterms:source"),
    Term("locator", _("The place in the source: ¶7, p. 12.")),
    Term("quotation", _("The words that carry the assertion, at most twelve.")),
    Term(
        "stance",
        _("Whether the words support the assertion or contradict it: supports or contradicts."),
    ),
    Term("namedAs", _("How the source writes the name here, misprints included.")),
    Term(
        "attributedToSource",
        _("The work whose word it is, where the source reports another."),
        "prov:wasQuotedFrom",
    ),
    Term(
        "attributedToPerson",
        _("The person whose word it is, where the source reports somebody."),
        "prov:wasAttributedTo",
    ),
    Term(
        "identification",
        _("Whether the name as printed surely means the person or body: certain or doubtful."),
    ),
    Term(
        "identificationNote", _("Who else may be meant, and why the editors decided as they did.")
    ),
    Term("mayMean", _("Another person whom the name as printed may mean.")),
    Term(
        "joins",
        _(
            "What a role joins a person to: organisation, event, person, life, occupation, "
            "work, name or existence."
        ),
    ),
    Term(
        "lasting",
        _(
            "Whether the role is a state that lasts. A single date then says that it was so "
            "on that day."
        ),
    ),
    Term("converseLabel", _("How a relationship is called from the side of the other person.")),
    Term("sourceKind", _("What sort of thing a source is: article, memoir, archival-document …")),
    Term("author", _("The person of the record whose word a source is."), "dcterms:creator"),
    Term("extent", _("How much of a source copies another: whole, or parts.")),
)

#: The common vocabularies that are used beside, by their prefixes.
PREFIXES = {
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "ipif": "http://prosopography.org/#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xhv": "http://www.w3.org/1999/xhtml/vocab#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
#: The prefix of our own words.
OWN = "pro"
