"""Lists at the desk: what they show, how they are narrowed, and what they cost."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from prosopography.editing import assertion as claims
from prosopography.editing import row
from prosopography.models import Authority, Derivation, Identifier, Passage, Status
from prosopography.queries.loading import claim_counts
from tests import cast
from tests.admin.desk import address, shown

pytestmark = pytest.mark.django_db


def filtered(client: Client, noun: str = "assertion", **by: Any) -> set[Any]:
    """The rows that a filter leaves."""
    return set(shown(client.get(address(noun), by)))


def cell(client: Client, noun: str, column: str) -> list[str]:
    """What a column says, row by row."""
    answer = client.get(address(noun))
    desk = answer.context["cl"].model_admin
    return [getattr(desk, column)(made) for made in shown(answer)]


def test_claims_are_listed_as_sentences_with_date_and_evidence(editor: Client) -> None:
    cast.tenure(role_slug="chairman", calendar="julian", edtf="1917-10-25")
    claims.cite(cast.birth(status=Status.DRAFT), source=cast.source("memoirs"), locator="p. 1")
    cast.name("Смилга", polarity="denied", edtf="", cited=False, status=Status.DRAFT)
    assert cell(editor, "assertion", "claim") == [
        "Ivar Smilga is not called “Смилга”",
        "Ivar Smilga was born",
        "Ivar Smilga – chairman, Tsentrobalt",
    ]
    assert cell(editor, "assertion", "date") == [
        "–",
        "1892",
        "25 October 1917 (Julian; 7 November 1917 Gregorian)",
    ]
    assert cell(editor, "assertion", "evidence") == ["0 of 0", "2 of 2", "1 of 1"]


def test_claims_of_a_person_are_counted_as_on_the_page(editor: Client) -> None:
    """Also those in which they are the other person; and at the desk the drafts."""
    smilga, trotsky = cast.person(), cast.person("leon-trotsky")
    cast.birth(smilga)
    bond = {"person": trotsky, "related_person": smilga, "role": cast.role("supporter-of")}
    cast.claim("relationship", **bond)
    cast.name("Смилга", smilga, status=Status.DRAFT)
    counted = dict(zip(shown(editor.get(address("person"))), cell(editor, "person", "claims"),
                       strict=True))  # fmt: skip
    assert counted == {smilga: 3, trotsky: 1}
    public = claim_counts("person", [smilga, trotsky])
    assert public == {smilga.pk: 2, trotsky.pk: 1}


def test_claims_are_narrowed_by_what_the_columns_say(editor: Client) -> None:
    plain = cast.tenure()
    odd = cast.birth(
        cast.person("leon-trotsky"),
        certainty="possible",
        basis="inferred",
        polarity="denied",
        rank="deprecated",
        rank_reason="A slip.",
        status=Status.DRAFT,
    )
    for column in ("certainty", "basis", "polarity", "rank", "status", "kind"):
        assert filtered(editor, **{f"{column}__exact": getattr(odd, column)}) == {odd}
        assert filtered(editor, **{f"{column}__exact": getattr(plain, column)}) == {plain}


def test_claims_are_narrowed_by_evidence(editor: Client) -> None:
    plain = cast.tenure(quotation="a member")
    bare = cast.birth(cited=False, status=Status.DRAFT)
    against = cast.birth(edtf="1893", stance="contradicts", quotation="not in 1893")
    doubtful = cast.signature(
        identification="doubtful", identification_note="Or Pauls?", quotation="I. Smilga"
    )
    told = cast.birth(edtf="1894", attributed_to_source=cast.source("memoirs"), locator="¶3")
    voiced = cast.birth(edtf="1895", attributed_to_person=cast.person("v-m"), quotation="he said")
    claims.cite(plain, source=cast.source("copy"), locator="¶1", quotation="again a member")
    assert {
        name: filtered(editor, evidence=name)
        for name in ("uncited", "unquoted", "contradicted", "doubtful", "reported")
    } == {
        "uncited": {bare},
        "unquoted": {told},
        "contradicted": {against},
        "doubtful": {doubtful},
        "reported": {told, voiced},
    }


def test_claims_are_narrowed_by_date(editor: Client) -> None:
    who = cast.person()
    unknown = cast.birth()
    known = cast.birth(edtf="1893-01-02", calendar="julian")
    bare = cast.claim("birth", person=who)
    unread = cast.claim("birth", person=who, date_text="in his youth")
    assert {name: filtered(editor, dated=name) for name in ("yes", "no", "unread", "unknown")} == {
        "yes": {unknown, known},
        "no": {bare},
        "unread": {unread},
        "unknown": {unknown},
    }


def test_claims_are_narrowed_by_source(editor: Client) -> None:
    memoirs = cast.source("memoirs")
    cast.source("letter")
    here, there = cast.birth(), cast.birth(edtf="1893", source=memoirs)
    claims.cite(here, source=cast.source(), locator="¶2")
    assert filtered(editor, source=cast.source().pk) == {here}
    assert filtered(editor, source=memoirs.pk) == {there}
    assert filtered(editor, source="nonsense") == set()
    assert filtered(editor, "citation", source=memoirs.pk) == {there.citations.get()}
    offered = editor.get(address("assertion")).context["cl"].filter_specs
    titles = {spec.title: spec for spec in offered}
    assert [label for _, label in titles["source"].lookup_choices] == ["Memoirs", "Smilga article"]


def test_claims_are_narrowed_by_what_they_name(editor: Client) -> None:
    who, other = cast.person(), cast.person("leon-trotsky")
    tenure = cast.tenure(who)
    bond = cast.claim(
        "relationship", person=other, related_person=who, role=cast.role("supporter-of")
    )
    said = cast.birth(other, attributed_to_person=who, locator="¶2")
    about = {
        f"person-{who.pk}": {tenure, bond, said},
        f"person-{other.pk}": {bond, said},
        f"organisation-{tenure.organisation_id}": {tenure},
        f"role-{tenure.role_id}": {tenure},
        f"source-{cast.source().pk}": {tenure, bond, said},
        "person-0": set(),
        "person-x": set(),
        f"status-{who.pk}": set(),
        "": {tenure, bond, said},
    }
    assert {asked: filtered(editor, about=asked) for asked in about} == about


def test_filters_hold_together(editor: Client) -> None:
    wanted = cast.birth(status=Status.DRAFT, quotation="born")
    cast.tenure(status=Status.DRAFT, quotation="born")
    cast.birth(cast.person("leon-trotsky"))
    by = {"kind__exact": "birth", "status__exact": "draft", "source": cast.source().pk}
    assert filtered(editor, q="Smilga", about=f"person-{cast.person().pk}", **by) == {wanted}


def test_persons_are_narrowed_by_status_and_claims(editor: Client) -> None:
    known, half = cast.person(), cast.person("leon-trotsky")
    bare = cast.person("a-b", status=Status.DRAFT)
    cast.birth(known)
    cast.birth(half, status=Status.DRAFT)
    assert filtered(editor, "person", claims="none") == {bare}
    assert filtered(editor, "person", claims="unpublished") == {bare, half}
    assert filtered(editor, "person", status__exact="draft") == {bare}
    assert cell(editor, "person", "claims") == [0, 1, 1]


def test_sources_are_narrowed_by_how_they_are_known(editor: Client) -> None:
    memoirs, letter = cast.source("memoirs"), cast.source("letter")
    for year in (1892, 1893):
        cast.birth(edtf=str(year), attributed_to_source=memoirs)
    assert filtered(editor, "source", known="read") == {cast.source()}
    assert filtered(editor, "source", known="reported") == {memoirs}
    assert filtered(editor, "source", known="uncited") == {letter}
    assert cell(editor, "source", "number") == [0, 0, 2]


# What they cost ------------------------------------------------------------------------------------


def one_more(number: int) -> None:
    """One more row for every list, each naming others."""
    who, witness = cast.person(f"a-{number}"), cast.person(f"witness-{number}")
    body = cast.organisation(f"body-{number}", part_of=cast.organisation("whole"))
    cast.event(f"event-{number}", part_of=cast.event("whole-event"))
    cast.place(f"place-{number}", part_of=cast.place("whole-place"))
    cast.role(f"role-{number}", broader=cast.role("member"))
    claim = cast.tenure(
        who,
        body,
        place=cast.place(f"place-{number}"),
        source=cast.source(f"source-{number}"),
        attributed_to_source=cast.source(f"memoirs-{number}"),
        attributed_to_person=witness,
    )
    claims.cite(claim, source=cast.source(f"source-{number}"), locator="¶2")
    wikidata = Authority.objects.first() or row.create(
        Authority, slug="wikidata", label="Wikidata", url_template="https://example.org/{}"
    )
    row.create(Identifier, authority=wikidata, value=f"Q{number}", person=who)
    row.revise(who, slug=f"b-{number}")


#: Every list asks for the session, the account, its own permissions and those of its groups; then
#: how many rows there are, and for the rows of this page with all that they name.
SAME = 6
COSTS = {
    "person": SAME,
    "organisation": SAME,
    "event": SAME,
    "place": SAME,
    "role": SAME,
    "source": SAME,
    "assertion": SAME + 1,  # the sources to narrow it by
    "citation": SAME + 1,  # the sources to narrow it by
    "identifier": SAME + 1,  # the authorities to narrow it by
    "redirect": SAME,
}


@pytest.mark.parametrize("noun", COSTS)
def test_list_costs_the_same_at_one_and_at_three_rows(
    noun: str, editor: Client, django_assert_num_queries: Callable[..., Any]
) -> None:
    one_more(0)
    editor.get(address(noun))
    with django_assert_num_queries(COSTS[noun]):
        first = shown(editor.get(address(noun)))
    one_more(1)
    one_more(2)
    with django_assert_num_queries(COSTS[noun]):
        more = shown(editor.get(address(noun)))
    assert len(more) >= len(first) + 2


@pytest.mark.parametrize("noun", ["person", "organisation", "event", "place"])
def test_search_costs_the_same_at_one_and_at_three_rows(
    noun: str, editor: Client, django_assert_num_queries: Callable[..., Any]
) -> None:
    # The list's six; the identifiers of other authorities; the words like the one that is asked
    # for; the names in which they stand.
    words = {"person": "Witness", "organisation": "Body", "event": "Event", "place": "Place"}
    asked = {"q": words[noun]}
    one_more(0)
    editor.get(address(noun), asked)
    with django_assert_num_queries(SAME + 3):
        first = shown(editor.get(address(noun), asked))
    one_more(1)
    one_more(2)
    with django_assert_num_queries(SAME + 3):
        more = shown(editor.get(address(noun), asked))
    assert len(more) == len(first) + 2


def test_search_for_claims_costs_the_same_at_one_and_at_three_rows(
    editor: Client, django_assert_num_queries: Callable[..., Any]
) -> None:
    # The list's seven; three for each of the four nouns, as above; the roles.
    one_more(0)
    editor.get(address("assertion"), {"q": "Body"})
    with django_assert_num_queries(SAME + 1 + 4 * 3 + 1):
        first = shown(editor.get(address("assertion"), {"q": "Body"}))
    one_more(1)
    one_more(2)
    with django_assert_num_queries(SAME + 1 + 4 * 3 + 1):
        more = shown(editor.get(address("assertion"), {"q": "Body"}))
    assert (len(first), len(more)) == (1, 3)


def test_forms_cost_the_same_at_one_and_at_three_rows(
    editor: Client, django_assert_num_queries: Callable[..., Any]
) -> None:
    who = cast.person("the-one", status=Status.DRAFT)
    text = cast.source("the-text", status=Status.DRAFT)
    wikidata = row.create(
        Authority, slug="wikidata", label="Wikidata", url_template="https://example.org/{}"
    )

    def one_more_of_each(number: int) -> None:
        row.create(Identifier, authority=wikidata, value=f"Q{number}", person=who)
        copied = cast.source(f"original-{number}")
        row.create(Derivation, source=text, derived_from=copied)
        row.save(Passage(source=text, locator=f"¶{number}", reason="Heading."))

    # Session, account, the row, permissions (own, of the groups), the inlines' rows (one query each
    # inline: identifiers; derivations, passages), whether the row was public.
    costs = {address("person", "change", who.pk): 7, address("source", "change", text.pk): 8}
    one_more_of_each(0)
    for page, cost in costs.items():
        editor.get(page)
        with django_assert_num_queries(cost):
            editor.get(page)
    one_more_of_each(1)
    one_more_of_each(2)
    for page, cost in costs.items():
        with django_assert_num_queries(cost):
            answer = editor.get(page)
        inlines = answer.context["inline_admin_formsets"]
        assert [len(inline.formset.initial_forms) for inline in inlines] == [3] * len(inlines)
