"""Who held an office on a day: every class, what is against it, what is left out, what it costs."""

import pytest
from pytest_django import DjangoAssertNumQueries

from prosopography.dates import Span, Standing, iso_day
from prosopography.editing import assertion as claims
from prosopography.editing import row
from prosopography.models import Citation, Organisation, Status
from prosopography.queries.as_of import Holder, everybody, spoken_of, tell, weigh
from prosopography.queries.as_of_rows import rows
from prosopography.queries.tenures import Office, examples
from prosopography.queries.when import read_span
from tests import cast

pytestmark = pytest.mark.django_db

DOUBT = {"identification": "doubtful", "identification_note": "Or another."}


def span(text: str, calendar: str = "gregorian") -> Span:
    return read_span(text, calendar)


def office(role: str = "", **more: bool) -> Office:
    return Office(cast.organisation(), cast.role(role) if role else None, **more)


def holders(text: str, asked: Office | None = None, calendar: str = "gregorian") -> list[Holder]:
    return tell(weigh(asked or office(), span(text, calendar)).found)


def classes(text: str, asked: Office | None = None) -> dict[str, str]:
    """The class of each person."""
    return {each.person.slug: each.standing.value for each in holders(text, asked)}


def test_persons_stand_in_their_classes_in_order() -> None:
    for slug, edtf in (
        ("attested-later", "1930"),
        ("attested-earlier", "1917"),
        ("here", "1921/1928"),
        ("perhaps-here", "1925-06/1926"),
        ("never-dated", ""),
        ("over-by-then", "1919/1920"),
    ):
        cast.tenure(cast.person(slug), edtf=edtf, calendar="gregorian")
    found = weigh(office(), span("1925-06-15"))
    assert [(each.standing.value, each.held[0].tenure.sorting[1]) for each in found.found] == [
        ("certain", "here"),
        ("possible", "perhaps-here"),
        ("attested_before", "attested-earlier"),
        ("attested_after", "attested-later"),
        ("undated", "never-dated"),
    ]
    assert list(found.counts.values()) == [1, 1, 1, 1, 1]
    assert (found.excluded, found.denied, found.deprecated) == (1, 0, 0)


def test_the_strongest_claim_decides_and_all_that_bear_on_it_are_given() -> None:
    cast.tenure(edtf="1917", calendar="gregorian")
    cast.tenure(edtf="1921/1928", calendar="gregorian", role_slug="chairman")
    cast.tenure(edtf="", calendar="gregorian")
    cast.tenure(edtf="1918/1919", calendar="gregorian")
    [holder] = holders("1925")
    assert holder.standing is Standing.CERTAIN
    told = [(each.standing.value, each.told.assertion.edtf, each.remark) for each in holder.claims]
    assert told == [
        ("certain", "1921/1928", ""),
        ("attested_before", "1917", "attested before"),
        ("undated", "", "without a date"),
    ]
    assert "".join(part.text for part in holder.claims[0].told.claim.parts) == (
        "Chairman, Tsentrobalt"
    )


def test_attested_before_and_after_is_possible() -> None:
    cast.tenure(edtf="1917", calendar="gregorian")
    cast.tenure(edtf="1930", calendar="gregorian")
    [holder] = holders("1925")
    assert (holder.standing, holder.reason) == (Standing.POSSIBLE, "attested before and after")


@pytest.mark.parametrize(
    ("columns", "reason"),
    [
        ({"certainty": "probable"}, "the source is not certain: probable"),
        ({"certainty": "possible"}, "the source is not certain: possible"),
        (DOUBT, "the name may mean somebody else"),
    ],
)
def test_what_is_doubtful_in_itself_is_possible_at_the_most(
    columns: dict[str, str], reason: str
) -> None:
    claim = cast.tenure(edtf="1921/1928", calendar="gregorian", **columns)
    [holder] = holders("1925")
    assert (holder.standing, holder.claims[0].reason) == (Standing.POSSIBLE, reason)
    if columns is DOUBT:
        claims.cite(claim, source=cast.source("another"), locator="¶2")
        assert classes("1925") == {"ivar-smilga": "certain"}


def test_doubtful_identifications_can_be_left_out() -> None:
    cast.tenure(edtf="1921/1928", calendar="gregorian", **DOUBT)
    assert classes("1925") == {"ivar-smilga": "possible"}
    assert classes("1925", office(doubtful=False)) == {}


def test_a_denial_counts_for_nobody_and_stands_against_who_is_there() -> None:
    denied = {"polarity": "denied", "calendar": "gregorian"}
    cast.tenure(cast.person("never-was"), edtf="1925", **denied)
    cast.tenure(edtf="1921/1928", calendar="gregorian")
    cast.tenure(edtf="1925", source=cast.source("other"), **denied)
    found = weigh(office(), span("1925"))
    [holder] = tell(found.found)
    assert (holder.person.slug, holder.standing.value) == ("ivar-smilga", "certain")
    assert holder.disputed
    assert [each.told.assertion.polarity for each in holder.against] == ["denied"]
    assert found.denied == 1
    [apart] = holders("1922")
    assert (apart.against, apart.disputed) == ([], False)
    cast.tenure(edtf="", **denied)
    [undated] = holders("1922")
    assert [each.standing.value for each in undated.against] == ["undated"]


def test_a_denial_of_another_time_or_another_body_is_not_against() -> None:
    part = cast.organisation("bureau", part_of=cast.organisation())
    denied = {"polarity": "denied", "calendar": "gregorian"}
    cast.tenure(edtf="1921/1928", calendar="gregorian")
    cast.tenure(edtf="1929/1930", **denied)
    cast.tenure(what=part, edtf="1925", **denied)
    cast.tenure(role_slug="chairman", edtf="1925", **denied)
    [holder] = holders("1925")
    assert (holder.against, holder.disputed) == ([], False)
    # Of the role alone, the denial of membership in the bureau says nothing of the committee.
    [holder] = holders("1925", Office(None, cast.role("member")))
    assert (holder.against, holder.disputed) == ([], False)


def test_a_citation_that_contradicts_makes_disputed() -> None:
    claim = cast.tenure(edtf="1921/1928", calendar="gregorian")
    claims.cite(claim, source=cast.source("other"), locator="¶2", stance="contradicts")
    [holder] = holders("1925")
    assert (holder.standing, holder.against, holder.disputed) == (Standing.CERTAIN, [], True)


def test_deprecated_claims_count_nowhere() -> None:
    wrong = {"rank": "deprecated", "rank_reason": "A slip.", "calendar": "gregorian"}
    cast.tenure(edtf="1921/1928", **wrong)
    cast.tenure(edtf="1921/1928", polarity="denied", **wrong)
    found = weigh(office(), span("1925"))
    assert (found.found, found.deprecated, found.excluded, found.attested) == ([], 2, 0, None)


def test_parts_and_narrower_roles_count_unless_exact() -> None:
    part = cast.organisation("bureau", part_of=cast.organisation())
    secret = cast.organisation("secret", part_of=cast.organisation(), status=Status.DRAFT)
    cast.organisation("below-secret", part_of=secret)
    narrow = cast.role("candidate-member", joins="organisation", broader=cast.role("member"))
    cast.tenure(cast.person("of-the-bureau"), part, edtf="1925", calendar="gregorian")
    cast.tenure(cast.person("of-the-secret"), secret, edtf="1925", calendar="gregorian")
    cast.tenure(cast.person("candidate"), edtf="1925", calendar="gregorian", role_slug=narrow.slug)
    cast.tenure(cast.person("chair"), edtf="1925", calendar="gregorian", role_slug="chairman")
    assert list(classes("1925")) == ["of-the-bureau", "candidate", "chair"]
    assert list(classes("1925", office("member"))) == ["of-the-bureau", "candidate"]
    assert list(classes("1925", office("member", exact=True))) == []
    assert list(classes("1925", Office(None, cast.role("member")))) == [
        "of-the-bureau",
        "candidate",
    ]


@pytest.mark.parametrize("status", [Status.DRAFT, Status.REVIEW, Status.RETRACTED])
def test_nothing_unpublished_is_told(status: str) -> None:
    cast.tenure(cast.person("secret-person", status=status), edtf="1925")
    cast.tenure(edtf="1925", status=status)
    cast.tenure(edtf="1925", source=cast.source("secret-source", status=status))
    cast.tenure(edtf="1925", cited=False)
    cast.tenure(cast.person("shown"), edtf="1925", calendar="gregorian")
    cast.tenure(cast.person("shown"), edtf="1925", polarity="denied", status=status)
    # Not public either: the one sure name of this claim stands in a source that is not.
    claim = cast.tenure(cast.person("unsure"), edtf="1925", calendar="gregorian", **DOUBT)
    hidden = {"quotation": "", "identification": "certain"}
    row.create(
        Citation, assertion=claim, source=cast.source("secret-source"), locator="¶2", **hidden
    )
    found = weigh(office(), span("1925"))
    assert [
        (each.person.slug, each.standing.value, each.disputed) for each in tell(found.found)
    ] == [
        ("shown", "certain", False),
        ("unsure", "possible", False),
    ]
    assert (found.denied, found.excluded, found.deprecated) == (0, 0, 0)


def test_one_day_has_one_answer_in_both_calendars() -> None:
    for slug, edtf in (("one", "1917-11-07"), ("two", "1917-11-06/1917-11-07"), ("three", "1917")):
        cast.tenure(cast.person(slug), edtf=edtf, calendar="gregorian")
    cast.tenure(cast.person("four"), edtf="1917-10-25", calendar="julian")
    cast.tenure(cast.person("five"), edtf="1917-10-25")
    gregorian = weigh(office(), span("1917-11-07"))
    assert gregorian == weigh(office(), span("1917-10-25", "julian"))
    assert gregorian.counts[Standing.CERTAIN] == 3


def test_the_days_on_which_the_answer_changes() -> None:
    cast.tenure(edtf="1917-04-05/1917-06-10", calendar="gregorian")
    cast.tenure(edtf="1920", calendar="gregorian", polarity="denied")
    found = weigh(office(), span("1917-05-01"))
    days = (found.since, found.until, found.earlier, found.later)
    assert [iso_day(day) for day in days] == [
        "1917-04-05", "1917-06-10", "1917-04-04", "1917-06-11",
    ]  # fmt: skip
    assert [iso_day(day) for day in found.attested or ()] == ["1917-04-05", "1917-06-10"]
    found = weigh(office(), span("1917"))
    days = (found.since, found.until, found.earlier, found.later)
    assert [iso_day(day) for day in days] == [None, None, None, "1920-01-01"]
    found = weigh(office(), span("1917-04-05/.."))
    assert (iso_day(found.earlier), found.later) == ("1917-04-04", None)


def test_years_before_the_common_era() -> None:
    cast.tenure(edtf="-0043-03/-0042", calendar="julian")
    [holder] = holders("-0043-06-01", calendar="julian")
    assert holder.standing is Standing.CERTAIN
    assert [holder.standing for holder in holders("-0100")] == []


def test_rows_of_the_table_are_one_for_each_claim() -> None:
    claim = cast.tenure(edtf="1921/1928", date_text="1921 to 1928", calendar="julian")
    claims.cite(claim, source=cast.source("other"), locator="¶2", stance="contradicts")
    cast.tenure(edtf="", polarity="denied")
    table = list(rows(everybody(weigh(office(), span("1925")))))
    assert [(row["claim_standing"], row["polarity"]) for row in table] == [
        ("certain", "affirmed"),
        ("against", "denied"),
    ]
    assert table[0] == {
        "standing": "certain",
        "disputed": "yes",
        "claim_standing": "certain",
        "reason": "",
        "person": "ivar-smilga",
        "person_label": "Ivar Smilga",
        "role": "member",
        "role_label": "member",
        "organisation": "tsentrobalt",
        "organisation_label": "Tsentrobalt",
        "date_text": "1921 to 1928",
        "calendar": "julian",
        "edtf": "1921/1928",
        "earliest_start": "1921-01-14",
        "latest_start": "1922-01-13",
        "earliest_end": "1928-01-14",
        "latest_end": "1929-01-13",
        "certainty": "certain",
        "polarity": "affirmed",
        "identifier": claim.identifier,
        "citations": "other ¶2 (contradicts); smilga-article ¶1",
        "named_as": "",
        "attributed_to": "",
        "identification": "certain; certain",
    }


def test_answer_costs_the_same_at_one_row_and_at_three(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    body, member = cast.organisation(), cast.role("member")
    for number in (1, 3):
        for each in range(number):
            who = cast.person(f"person-{number}-{each}")
            cast.tenure(who, body, edtf="1921/1928")
            cast.tenure(who, body, edtf="1925", polarity="denied")
        # parts, narrower roles, the claims in short; the tree of bodies, entering and leaving, deaths
        with django_assert_num_queries(6):
            found = weigh(Office(body, member), span("1925"))
        # the claims in full, their citations, whom else these may mean
        with django_assert_num_queries(3):
            told = tell(found.found)
        assert len(told) == len(found.found) >= number
        # parts, narrower roles, the claims
        with django_assert_num_queries(3):
            assert spoken_of(Office(body, member)).claims >= number
        # which bodies, their days, their rows
        with django_assert_num_queries(3):
            assert [each.organisation for each in examples()] == [body]


def test_a_claim_taken_back_meanwhile_is_left_out() -> None:
    claim = cast.tenure(edtf="1925")
    found = weigh(office(), span("1925")).found
    claim.status = Status.RETRACTED
    claim.save()
    assert tell(found) == []


def test_examples_are_public() -> None:
    hidden = cast.organisation("hidden-body", status=Status.DRAFT)
    cast.tenure(what=hidden, edtf="1917")
    cast.tenure(what=cast.organisation("draft-only"), edtf="1917", status=Status.DRAFT)
    cast.tenure(what=cast.organisation("undated-only"), edtf="")
    cast.tenure(edtf="1917/1919", calendar="gregorian")
    found = [(each.organisation, iso_day(each.day)) for each in examples()]
    assert found == [(Organisation.objects.get(slug="tsentrobalt"), "1917-12-31")]


def test_a_silent_source_neither_says_nor_denies_it() -> None:
    cast.tenure(cast.person("unsaid"), edtf="1925", polarity="silent")
    cast.tenure(edtf="1921/1928", calendar="gregorian")
    cast.tenure(edtf="1925", polarity="silent")
    found = weigh(office(), span("1925"))
    [holder] = tell(found.found)
    assert (holder.person.slug, holder.against, len(holder.claims)) == ("ivar-smilga", [], 1)
    assert (found.denied, found.excluded) == (0, 0)
