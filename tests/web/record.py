"""A record with one or more of everything, and a page of every kind about it."""

from prosopography.editing import assertion as claims
from prosopography.editing import row
from prosopography.models import Authority, Derivation, Identifier, Passage
from tests import cast

#: A question: who was a member of the fleet, or of what is part of it.
QUESTION = (
    "/questions/?q=%7B%22assertion%22%3A%7B%22role%22%3A%22member%22%2C"
    "%22organisation%22%3A%22baltic-fleet%22%7D%7D"
)
#: The same as a group.
GROUP = QUESTION.replace("/questions/", "/groups/")

#: A page of every kind, with what stands in for the identifier of a claim.
PAGES = (
    "/",
    "/about/",
    "/glossary/",
    "/search/",
    "/search/?q=Smilga",
    "/persons/",
    "/persons/?q=Smilga",
    "/persons/?organisation=baltic-fleet&role=member",
    "/persons/?view=cards&fate=expelled&born=1890s&certain=true&facet=role&like=mem",
    "/persons/ivar-smilga/",
    "/persons/ivar-smilga/overlaps/",
    "/persons/ivar-smilga/network/",
    "/persons/ivar-smilga/history/",
    "/organisations/",
    "/organisations/?q=tsentrobalt",
    "/organisations/baltic-fleet/",
    "/organisations/tsentrobalt/",
    "/organisations/baltic-fleet/?by=beginning&day=1925-06-15",
    "/events/",
    "/events/declaration-of-the-46/",
    "/places/",
    "/places/latvia/",
    "/roles/",
    "/roles/member/",
    "/roles/member/?by=organisation&day=1925-06-15",
    "/roles/expelled/",
    "/sources/",
    "/sources/?q=article",
    "/sources/stemma/",
    "/sources/smilga-article/",
    "/sources/serge-memoirs/",
    "/sources/smilga-article/?person=ivar-smilga",
    "/assertions/",
    "/assertions/{claim}/",
    "/assertions/{claim}/history/",
    "/questions/",
    QUESTION,
    "/groups/",
    GROUP,
    "/map/",
    "/map/?from=1880&to=1925&near=latvia",
    "/timeline/",
    "/timeline/?from=1923-10&to=1923-10",
    "/network/?least=1",
    "/network/?show=person&least=1",
    "/conflicts/",
    "/conflicts/?person=ivar-smilga&state=open",
    "/conflicts/single_date:person:ivar-smilga:birth/",
    "/changes/",
    "/ns/",
)


@cast.at_once()
def one_more(number: int) -> str:
    """One more of everything: persons, bodies, claims of every kind, citations, voices …

    ``number`` is 0, 1 or 2. Answers the identifier of a claim.
    """
    names = ("ivar-smilga", "pauls-smilga", "leon-trotsky")
    who = cast.person(names[number])
    other = cast.person("nadezhda-poluyan")
    fleet = cast.organisation("baltic-fleet")
    body = cast.organisation(("tsentrobalt", "tsentrobalt-two", "staff")[number], part_of=fleet)
    latvia = cast.place("latvia", latitude="56.9", longitude="24.1")
    place = cast.place(f"parish-{number}", part_of=latvia)
    event = cast.event()
    cast.event(f"session-{number}", part_of=event)
    article, memoirs = cast.source(), cast.source("serge-memoirs", "Serge, Memoirs")
    copy = cast.source(f"copy-{number}", f"Copy {number} of the article")
    row.create(Derivation, source=copy, derived_from=article, certainty="probable")
    row.create(Derivation, source=article, derived_from=cast.source(f"original-{number}"))
    row.save(Passage(source=article, locator=f"¶{90 + number}", reason="Heading."))
    authority = Authority.objects.filter(slug="wikidata").first() or row.create(
        Authority,
        slug="wikidata",
        label="Wikidata",
        url_template="https://www.wikidata.org/wiki/{}",
    )
    row.create(Identifier, authority=authority, value=f"Q{number}", person=who)
    words = {"locator": f"¶{number}", "quotation": "so it is printed"}
    cast.name(f"Смилга {number}", who, role=cast.role("also-known-as"), **words)
    cast.birth(who, edtf="1892", place=place, source=copy)
    cast.birth(who, edtf="1880-10-25", place=place, certainty="probable", calendar="julian")
    cast.claim("death", person=who, edtf="1938?", attributed_to_source=memoirs)
    first = cast.tenure(who, body)
    claims.cite(first, source=memoirs, locator="¶26", quotation="a member, as I remember")
    cast.tenure(who, fleet, edtf="1921/1928", attributed_to_person=other)
    cast.tenure(other, fleet, edtf=f"192{5 + number}")
    cast.tenure(who, fleet, polarity="denied", edtf="", rank="deprecated", rank_reason="A slip.")
    cast.signature(who, **words)
    cast.claim(
        "life_event", person=who, role=cast.role("expelled"), organisation=fleet, event=event
    )
    bond = {"role": cast.role("supporter-of"), "basis": "interpreted"}
    cast.claim("relationship", person=who, related_person=other, **bond)
    cast.claim("residence", person=who, place=latvia, note="Where exactly is not said.")
    cast.claim("occurrence", event=event, edtf=f"192{number}", place=latvia)
    for edtf in (f"189{number}", f"190{number}"):
        cast.claim("existence", organisation=fleet, role=cast.role("founded"), edtf=edtf)
    cast.claim("description", organisation=fleet, value=f"a fleet of {number} ships")
    cast.claim("name", place=latvia, value=f"Latvija {number}")
    doubt = {"identification": "doubtful", "identification_note": "Or another Smilga."}
    cast.claim("description", person=who, value="a firebrand", named_as="Srnilga", **doubt)
    return first.identifier
