"""What is offered while a name is typed, where a found name stands, and the worked example."""

import pytest
from pytest_django import DjangoAssertNumQueries

from prosopography.editing import row
from prosopography.models import Source, Status
from prosopography.queries.example import example
from prosopography.queries.finding import find, offer, only_namesake
from prosopography.queries.name_source import name_sources
from prosopography.queries.preferred import Ground
from prosopography.queries.search import Hit, search
from prosopography.queries.titles import WORDS, by_words
from tests import cast

pytestmark = pytest.mark.django_db


def stands(text: str) -> list[tuple[str, str, str, str, bool] | tuple[str, str]]:
    """Each row offered with the name that was found, and where it stands."""
    return [
        (each.row.slug, each.match.name)
        if each.stands is None
        else (
            each.row.slug,
            each.match.name,
            each.stands.source.slug,
            each.stands.locator,
            each.stands.is_printed,
        )
        for _, each in offer(text).rows
        if each.match
    ]


def test_a_name_that_was_found_stands_where_a_claim_gives_it() -> None:
    trotsky = cast.person("leon-trotsky")
    cast.name("Trotzki", trotsky, source=cast.source("b-memoirs"), locator="¶3")
    cast.name("Trotzki", trotsky, source=cast.source("a-article"), locator="¶9")
    cast.name("Trotzki", trotsky, source=cast.source("a-article"), locator="¶10")
    assert stands("Trotzki") == [("leon-trotsky", "Trotzki", "a-article", "¶9", False)]


def test_a_name_that_is_only_printed_so_says_where() -> None:
    smirnov = cast.person("ivan-smirnov")
    cast.tenure(smirnov, named_as="Srnirnov", locator="¶7")
    assert stands("Srnirnov") == [("ivan-smirnov", "Srnirnov", "smilga-article", "¶7", True)]
    # The body of the claim is not called so.
    assert stands("Tsentrobalt") == [("tsentrobalt", "Tsentrobalt")]


def test_a_name_stands_nowhere_that_the_public_may_not_see() -> None:
    smilga = cast.person("ivar-smilga", "Smilga")
    secret = cast.source("secret", status=Status.DRAFT)
    cast.name("Smilga", smilga, source=secret)
    cast.name("Smilga", smilga, status=Status.DRAFT)
    cast.name("Smilga", smilga, status=Status.RETRACTED)
    cast.name("Smilga", smilga, polarity="denied")
    cast.tenure(smilga, named_as="Smilga", attributed_to_source=secret)
    # The source itself is found by its own label.
    assert stands("Smilga") == [("ivar-smilga", "Smilga"), ("smilga-article", "Smilga article")]


def test_offered_is_the_best_of_all_sorts_with_life_dates(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for number, slug in enumerate(("ivar-smilga", "pauls-smilga", "janis-smilga")):
        cast.birth(cast.person(slug), edtf=f"189{number}")
        cast.name("Smilga", cast.person(slug))
        if number == 1:
            continue
        # The search 2 for each of four sorts, 1 for sources and for roles; the persons, their life
        # dates 5, the one source; where the names stand.
        with django_assert_num_queries(18):
            assert len(offer("Smilga").rows) == number + 2
    cast.event("speech", "Smilga’s speech")
    cast.person("hidden-smilga", status=Status.DRAFT)
    found = offer("Smilga")
    assert [(noun, each.row.slug, str(each.life or "")) for noun, each in found.rows] == [
        ("person", "ivar-smilga", "born 1890"),
        ("person", "janis-smilga", "born 1892"),
        ("person", "pauls-smilga", "born 1891"),
        ("source", "smilga-article", ""),
        ("event", "speech", ""),
    ]
    assert not found.more


def test_offered_are_at_most_eight_and_says_that_there_are_more() -> None:
    for number in range(9):
        cast.person(f"smilga-{number}", "Smilga")
    found = offer("Smilga")
    assert ([each.row.slug[-1] for _, each in found.rows], found.more) == (list("01234567"), True)
    assert offer("?!").rows == []


def test_what_is_called_just_so_is_told_only_if_it_is_alone() -> None:
    cast.person("leon-trotsky")
    cast.event("murder", "Murder of Leon Trotsky")
    # An event of which a source says something under his name is not called so.
    cast.claim("occurrence", event=cast.event("speech"), edtf="1923", named_as="Leon Trotsky")
    only = only_namesake("leon  TROTSKY", find("leon  TROTSKY"))
    assert only is not None
    assert only.row.slug == "leon-trotsky"
    assert only_namesake("Trotsky", find("Trotsky")) is None
    cast.person("another", "Leon Trotsky")
    assert only_namesake("Leon Trotsky", find("Leon Trotsky")) is None


def test_a_work_called_so_does_not_hide_the_person_called_so() -> None:
    stalin = cast.person("joseph-stalin", "Stalin")
    for slug in ("deutscher", "radzinsky"):
        row.revise(cast.source(slug, f"{slug}, his life"), title="Stalin")
    only = only_namesake("stalin", find("stalin"))
    assert only is not None
    assert only.row == stalin
    assert only_namesake("deutscher, his life", find("deutscher, his life")) is not None


def found(text: str) -> list[tuple[str, str, str, str]]:
    """Each row found, by which name, and in which of its columns that stands."""
    return [
        (each.noun, hit.row.slug, hit.match.name, hit.match.column)
        for each in find(text)
        for hit in each.rows
        if hit.match
    ]


def test_sources_are_found_by_title_label_authors_and_document() -> None:
    info = cast.source("info-list", "Left Opposition (The Info List)", file="003_8dc4f2.txt")
    row.revise(info, title="A web page", authors="Nobody Known")
    cast.source("other", "Memoirs", file="013_3b.txt")
    cast.source("secret", "The secret Info List", file="103_3.txt", status=Status.DRAFT)
    of_document = [("source", "info-list", "003", "file")]
    for text in ("003", "3", "document 003", "Document 3", "документ 003"):
        assert found(text) == of_document, text
    assert found("document 003_8dc4f2.txt") == [
        ("source", "info-list", "003 8dc4f2 txt", "file"),
    ]
    label = info.label
    assert found("info list") == [("source", "info-list", label, "label")]
    assert found("web pa") == [("source", "info-list", "A web page", "title")]
    assert found("known") == [("source", "info-list", "Nobody Known", "authors")]
    # Words that stand in several of them.
    assert found("nobody 003 web") == [("source", "info-list", label, "")]
    assert found("document 4") == found("8d") == []
    assert [each.slug for each in Source.objects.filter(pk__in=by_document("document 3"))] == [
        "info-list"
    ]


def by_document(text: str) -> list[int]:
    """What the list of sources finds."""
    return by_words(Source.objects.published(), text, WORDS["source"])


def test_roles_are_found_by_their_labels_from_both_sides() -> None:
    cast.role("signatory")
    cast.role("supporter-of")
    assert found("signatory") == [("role", "signatory", "signatory", "label")]
    converse = cast.role("supporter-of").converse_label
    assert found(converse) == [("role", "supporter-of", converse, "converse_label")]
    assert found("signatry") == []


def test_a_congress_is_found_under_its_number_in_any_sign(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    cast.event("fourteenth", "XIVth Party Congress")
    cast.event("fifteenth", "XVth Party Congress")
    cast.event("tenth", "Tenth Party Congress")
    cast.organisation("delegation", "Delegation to the 15th Congress")
    cast.person("x", "Fifteenth Congress")
    for text in ("XV Congress", "15th congress", "Fifteenth Congress", "XV-й Congress"):
        best = search(text, "event")[0]
        assert (best.name, best.how, best.score < 1) == ("XVth Party Congress", "spelling", True)
        assert [hit.name for hit in search(text, "organisation")] == [
            "Delegation to the 15th Congress"
        ]
    assert search("XVth Party Congress", "event")[0].score == 1
    assert search("X Party Congress", "event")[0].name == "Tenth Party Congress"
    assert search("XVI Congress", "event") == search("1915 Congress", "event") == []
    # A person is not counted.
    assert search("XV Congress", "person") == []
    # As always 2; which signs there are, and 2 for each of the two others.
    with django_assert_num_queries(7):
        search("Fifteenth Congress", "event")
    with django_assert_num_queries(2):
        search("Party Congress", "event")


def test_where_names_stand_is_asked_only_for_names() -> None:
    assert name_sources([]) == {}
    nobody = Hit(pk=0, score=1.0, how="exact", name="Nobody", explanation="")
    assert name_sources([("person", nobody)]) == {}


def test_the_example_is_the_death_that_most_claims_are_at_odds_about() -> None:
    assert example() is None
    trotsky, smilga = cast.person("leon-trotsky"), cast.person()
    cast.birth(trotsky, edtf="1879")
    cast.birth(trotsky, edtf="1880")
    found = example()
    assert found is not None
    assert (found.person, found.is_death, found.shown.text) == (trotsky, False, "1879 or 1880")
    death = {"kind": "death", "person": smilga}
    cast.claim(**death, edtf="1937", quotation="shot in 1937")
    cast.claim(**death, edtf="1938", source=cast.source("b"), locator="¶2", quotation="in 1938")
    cast.claim(
        **death, edtf="1938-01", source=cast.source("c"), quotation="he was shot in January 1938"
    )
    cast.claim(**death, edtf="1939", status=Status.DRAFT, quotation="what could leak, of 1939")
    found = example()
    assert found is not None
    assert (found.person, found.is_death) == (smilga, True)
    assert [(side.text, side.backing.text, side.evidence.quotation) for side in found.sides] == [
        ("1937", "1 source", "shot in 1937"),
        ("January 1938, 1938", "2 sources", "he was shot in January 1938"),
    ]
    assert (found.shown.text, found.shown.ground) == ("1938", Ground.WITNESSES)
