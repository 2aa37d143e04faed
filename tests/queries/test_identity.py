"""Mentions that cannot be tied to one person: for whom they are taken, and whom else they may mean."""

import pytest
from pytest_django import DjangoAssertNumQueries

from prosopography.editing import assertion as claims
from prosopography.editing import row
from prosopography.models import Alternative, Assertion, Citation, Person, Status
from prosopography.queries.claims import prepare, public_claims
from prosopography.queries.identity import Mention, doubtful_claims, doubtful_mentions
from prosopography.queries.sentence import plain
from tests import cast

pytestmark = pytest.mark.django_db

DOUBT = {"identification": "doubtful", "identification_note": "Or Vladimir Smirnov."}


def ivan() -> Person:
    return cast.person("ivan-smirnov")


def vladimir() -> Person:
    return cast.person("vladimir-smirnov")


def srnirnov(**columns: object) -> Citation:
    """“Srnirnov” in a list of signatories, taken for Ivan."""
    columns = {"named_as": "Srnirnov", "locator": "¶14", **DOUBT, **columns}
    citation = cast.signature(ivan(), **columns).citations.get()
    claims.name_alternatives(citation, [vladimir()])
    return citation


def told(mention: Mention) -> dict[str, object]:
    return {
        "where": f"{mention.source.slug} {mention.locator}",
        "printed": mention.printed,
        "taken for": [person.slug for person in mention.taken_for],
        "may mean": [person.slug for person in mention.alternatives],
        "is taken": mention.is_taken,
        "claims": [plain(claim.parts) for claim in mention.claims],
    }


def test_mention_is_told_to_both() -> None:
    srnirnov()
    as_told = {
        "where": "smilga-article ¶14",
        "printed": "Srnirnov",
        "taken for": ["ivan-smirnov"],
        "may mean": ["vladimir-smirnov"],
        "claims": ["Ivan Smirnov – signatory, Declaration Of The 46"],
    }
    assert [told(each) for each in doubtful_mentions(ivan())] == [{**as_told, "is taken": True}]
    assert [told(each) for each in doubtful_mentions(vladimir())] == [
        {**as_told, "is taken": False}
    ]
    assert doubtful_mentions(cast.person()) == []


def test_citations_of_one_mention_are_one() -> None:
    citation = srnirnov(quotation="Among the signatories were")
    second = claims.cite(
        citation.assertion, source=cast.source(), locator="¶14", named_as="Srnirnov", **DOUBT
    )
    claims.name_alternatives(second, [vladimir()])
    name = cast.name("Srnirnov", ivan(), locator="¶14", **DOUBT)
    claims.name_alternatives(name.citations.get(), [vladimir()])
    srnirnov(locator="¶9")
    found = [told(each) for each in doubtful_mentions(ivan())]
    assert [(each["where"], each["printed"], len(each["claims"])) for each in found] == [
        ("smilga-article ¶9", "Srnirnov", 1),
        ("smilga-article ¶14", "Srnirnov", 2),
    ]


def test_mention_without_a_name_shows_its_words_and_the_other_end() -> None:
    bond = {"role": cast.role("spouse-of"), "quotation": "Smilga with his wife", **DOUBT}
    cast.claim("relationship", person=cast.person(), related_person=ivan(), **bond)
    [mention] = doubtful_mentions(ivan())
    assert told(mention) == {
        "where": "smilga-article ¶1",
        "printed": "Smilga with his wife",
        "taken for": ["ivar-smilga", "ivan-smirnov"],
        "may mean": [],
        "is taken": True,
        "claims": ["Ivar Smilga – spouse of Ivan Smirnov"],
    }


def test_nothing_unpublished_is_told() -> None:
    srnirnov(source=cast.source("secret", status=Status.DRAFT))
    draft = cast.birth(ivan(), status=Status.DRAFT, **DOUBT)
    claims.name_alternatives(draft.citations.get(), [vladimir()])
    assert (doubtful_mentions(ivan()), doubtful_mentions(vladimir())) == ([], [])
    citation = srnirnov()
    hidden = cast.person("hidden", status=Status.DRAFT)
    claims.name_alternatives(citation, [vladimir(), hidden])
    [mention] = doubtful_mentions(ivan())
    assert told(mention)["may mean"] == ["vladimir-smirnov"]


def test_mentions_cost_three_queries_at_one_and_at_three(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    srnirnov()
    person = ivan()
    with django_assert_num_queries(3):
        assert len(doubtful_mentions(person)) == 1
    for locator in ("¶2", "¶3"):
        srnirnov(locator=locator)
    with django_assert_num_queries(3):
        assert len(doubtful_mentions(person)) == 3
    trotsky = cast.person("leon-trotsky")
    with django_assert_num_queries(1):
        assert doubtful_mentions(trotsky) == []


def test_claim_is_doubtful_as_long_as_no_citation_is_sure() -> None:
    citation = srnirnov()
    claim = citation.assertion
    cast.birth(vladimir())

    def doubtful() -> list[Assertion]:
        found = list(Assertion.objects.public().filter(doubtful_claims()))
        sure = Assertion.objects.public().exclude(pk__in=[each.pk for each in found])
        assert list(sure) == list(Assertion.objects.public().filter(~doubtful_claims()))
        return found

    assert doubtful() == [claim]
    claims.cite(claim, source=cast.source(), locator="¶15", stance="contradicts")
    assert doubtful() == [claim]
    hidden = cast.source("secret", status=Status.DRAFT)
    row.create(Citation, assertion=claim, source=hidden, locator="¶1")
    assert doubtful() == [claim]
    row.create(Citation, assertion=claim, source=cast.source("list"), locator="¶6")
    assert doubtful() == []


def test_claim_and_its_evidence_show_the_doubt() -> None:
    citation = srnirnov()
    [shown] = [prepare(claim) for claim in public_claims()]
    assert (shown.doubtful, shown.evidence[0].doubt) == (True, "Or Vladimir Smirnov.")
    assert shown.evidence[0].alternatives == (vladimir(),)
    row.revise(citation, identification="certain", identification_note="")
    [shown] = [prepare(claim) for claim in public_claims()]
    assert (shown.doubtful, shown.evidence[0].alternatives) == (False, ())
    assert Alternative.objects.count() == 0
