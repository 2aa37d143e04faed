"""The list of persons with its facets: narrowed, counted, as a question."""

import json
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from prosopography.editing import settlement
from prosopography.models import ConflictEntry, Person, Status
from prosopography.queries.facets import LISTINGS, Asked, ChoiceError, narrowed, offered
from prosopography.queries.facets.as_question import as_question
from prosopography.queries.facets.page import grounds
from prosopography.queries.questions import answer, read_text
from prosopography.queries.sentence import plain
from tests import cast
from tests.web.record import one_more

from .asking import asking, counted, found

pytestmark = pytest.mark.django_db


@cast.at_once()
def members() -> None:
    """Two members of a part of the fleet, of whom one is its chairman, and signed too."""
    fleet = cast.organisation("baltic-fleet")
    body = cast.organisation("tsentrobalt", part_of=fleet)
    cast.tenure(cast.person(), body, role_slug="chairman")
    cast.tenure(cast.person("leon-trotsky"), body)
    cast.signature(cast.person("leon-trotsky"), source=cast.source("info-list"))


def test_persons_are_narrowed_by_one_claim_that_meets_everything() -> None:
    members()
    assert found() == ["ivar-smilga", "leon-trotsky"]
    assert found(organisation="baltic-fleet") == ["ivar-smilga", "leon-trotsky"]
    assert found(organisation="tsentrobalt", role="chairman") == ["ivar-smilga"]
    assert found(event="declaration-of-the-46") == ["leon-trotsky"]
    assert found(organisation="tsentrobalt", source="info-list") == []
    assert found(source="info-list") == ["leon-trotsky"]


def test_values_of_one_facet_are_alternatives_and_facets_go_together() -> None:
    members()
    assert found(role="chairman,signatory") == ["ivar-smilga", "leon-trotsky"]
    assert found(role="chairman,signatory", source="info-list") == ["leon-trotsky"]


def test_facets_count_what_remains_where_the_others_stay_as_they_are() -> None:
    members()
    cast.organisation("empty-body")
    assert counted("organisation") == {"baltic-fleet": 2, "tsentrobalt": 2}
    assert counted("role") == {"chairman": 1, "member": 1, "signatory": 1}
    # The role itself does not narrow what it counts; the body does not count who is no chairman.
    assert counted("role", role="member") == {"member": 1, "chairman": 1, "signatory": 1}
    assert counted("organisation", role="chairman") == {"baltic-fleet": 1, "tsentrobalt": 1}
    assert counted("source", role="signatory") == {"info-list": 1}
    assert counted("event", role="chairman") == {}
    # A value that is chosen is offered, so that it can be taken back.
    assert counted("event", role="chairman", event="declaration-of-the-46") == {
        "declaration-of-the-46": 0
    }


def test_nothing_that_is_denied_or_not_public_counts() -> None:
    secret = cast.source("secret", status=Status.DRAFT)
    cast.signature(cast.person("denied"), polarity="denied")
    cast.signature(cast.person("drafted"), status=Status.DRAFT)
    cast.signature(cast.person("taken-back"), status=Status.RETRACTED)
    cast.signature(cast.person("badly-cited"), source=secret)
    cast.signature(cast.person("hidden", status=Status.DRAFT))
    cast.signature(cast.person("shown"))
    cast.tenure(cast.person("shown"), cast.organisation("secret-body", status=Status.DRAFT))
    assert found(event="declaration-of-the-46") == ["shown"]
    assert counted("event") == {"declaration-of-the-46": 1}
    assert counted("organisation") == {}
    assert counted("source") == {"smilga-article": 1}
    assert counted("disagreement") == {"none": 5}
    with pytest.raises(ChoiceError, match="The record has no organisation “secret-body”"):
        asking(organisation="secret-body")


def test_a_fate_is_a_life_event_of_its_own() -> None:
    smilga, trotsky = cast.person(), cast.person("leon-trotsky")
    cast.tenure(smilga)
    cast.claim("life_event", person=smilga, role=cast.role("executed"))
    cast.claim("life_event", person=trotsky, role=cast.role("exiled"), certainty="probable")
    assert counted("fate") == {"executed": 1, "exiled": 1}
    assert found(fate="executed", organisation="tsentrobalt") == ["ivar-smilga"]
    assert found(fate="exiled", certain=True) == []
    assert counted("fate", certain=True) == {"executed": 1}


def test_decades_are_possible_and_certain() -> None:
    born = {"sure": "1892", "between": "1889/1891", "hedged": "1895", "open": "[..1885]"}
    for slug, edtf in born.items():
        certainty = "probable" if slug == "hedged" else "certain"
        cast.birth(cast.person(slug), edtf=edtf, certainty=certainty)
    cast.birth(cast.person("undated"), edtf="", place=cast.place())
    cast.birth(cast.person("drafted"), edtf="1870", status=Status.DRAFT)
    offers = offered(LISTINGS["person"](), Asked(), {"born"})["born"]
    assert [(each.word, each.label, each.number, each.sure) for each in offers] == [
        ("1880s", "1880s", 2, 0),
        ("1890s", "1890s", 3, 1),
    ]
    assert found(born="1890s") == ["between", "hedged", "sure"]
    assert found(born="1880s,1890s") == ["between", "hedged", "open", "sure"]
    assert found(born="1890s", certain=True) == ["sure"]
    assert counted("born", certain=True) == {"1890s": 1}
    # An open beginning excludes no decade before it.
    assert found(born="1700s") == ["open"]
    assert found(died="1890s") == []


def test_decades_before_the_common_era_have_their_years() -> None:
    cast.birth(cast.person("caesar"), edtf="-0099")
    cast.birth(cast.person("early"), edtf="0005")
    offers = offered(LISTINGS["person"](), Asked(), {"born"})["born"]
    assert [(each.word, each.label, each.number) for each in offers] == [
        ("-100s", "101 BCE to 92 BCE", 1),
        ("0s", "1 BCE to 9 CE", 1),
    ]
    assert found(born="-100s") == ["caesar"]
    assert found(born="0s") == ["early"]
    for word in ("1895s", "1890", "x", "-0s", "00s", "12340s"):
        with pytest.raises(ChoiceError, match="is a decade as in 1890s"):
            asking(born=word)


def test_only_what_is_certain_is_left() -> None:
    doubt = {"identification": "doubtful", "identification_note": "Or his brother."}
    cast.tenure(cast.person("hedged"), certainty="possible")
    cast.tenure(cast.person("doubted"), **doubt)
    cast.tenure(cast.person("sure"))
    assert found(organisation="tsentrobalt") == ["doubted", "hedged", "sure"]
    assert found(organisation="tsentrobalt", certain=True) == ["sure"]
    assert found(certain=True) == ["doubted", "hedged", "sure"]
    assert counted("organisation", certain=True) == {"tsentrobalt": 1}
    assert found(doubtful="only") == ["doubted"]
    assert found(doubtful="exclude") == ["hedged", "sure"]
    assert found(witnesses=2) == []


def test_disagreement_is_open_settled_or_none() -> None:
    for slug in ("open", "settled"):
        cast.birth(cast.person(slug), edtf="1880")
        cast.birth(cast.person(slug), edtf="1890")
    cast.birth(cast.person("agreed"))
    entry = ConflictEntry.objects.get(person__slug="settled")
    settlement.settle(
        entry.key, fingerprint=entry.fingerprint, verdict="stand", reason="Both have witnesses."
    )
    assert counted("disagreement") == {"open": 1, "settled": 1, "none": 1}
    for word in ("open", "settled"):
        assert found(disagreement=word) == [word]
    assert found(disagreement="none,open") == ["agreed", "open"]
    with pytest.raises(ChoiceError, match="“disagreement” is one or more of open, settled, none"):
        asking(disagreement="maybe")


def test_cards_tell_why_somebody_is_in_the_list() -> None:
    members()
    trotsky = Person.objects.get(slug="leon-trotsky")
    listing = LISTINGS["person"]()

    def told(**words: Any) -> list[str]:
        claims = grounds(listing, asking(**words), [trotsky])
        return [plain(each.parts) for each in claims[trotsky.pk]]

    signed, was = "Signatory, Declaration Of The 46", "Member, Tsentrobalt"
    assert told() == [was, signed]
    assert told(role="signatory") == [signed]


#: What a question says just as the list does; both sides of a relationship count there alone.
SAME = (
    {"organisation": "baltic-fleet", "role": "member"},
    {"organisation": "baltic-fleet", "role": "member,chairman", "certainty": "certain"},
    {"event": "declaration-of-the-46", "source": "smilga-article"},
    {"fate": "expelled"},
    {"fate": "expelled", "certain": True},
    {"born": "1890s"},
    {"born": "1880s,1890s", "died": "1930s"},
    {"born": "1890s", "certain": True},
    {"role": "member", "witnesses": 2, "doubtful": "exclude"},
)


def test_the_list_as_a_question_has_the_same_persons() -> None:
    for number in range(3):
        one_more(number)
    cast.tenure(cast.person("undated"), cast.organisation("baltic-fleet"), role_slug="chairman")
    cast.birth(cast.person("undated"), edtf="")
    cast.birth(cast.person("hedged"), edtf="1885/1895")
    cast.birth(cast.person("sure"), edtf="1891/1892")
    for words in SAME:
        question = as_question(asking(**words))
        assert (question.left_out, bool(question.text)) == ([], True)
        persons = [each.person.slug for each in answer(read_text(question.text)).everybody()]
        assert sorted(persons) == sorted(found(**words)), words


def test_a_question_says_what_it_leaves_out() -> None:
    members()
    assert as_question(Asked()).text == ""
    assert as_question(asking(disagreement="none")).left_out == ["disagreement"]
    question = as_question(asking(role="member", doubtful="only", certain=True))
    assert (question.left_out, question.both_sides) == (["doubtful"], True)
    assert json.loads(question.text) == {
        "assertion": {"role": "member", "rank": ["preferred", "normal", "deprecated"]},
        "match": "certain",
    }


@pytest.mark.parametrize("noun", list(LISTINGS))
def test_every_number_is_that_of_the_rows_that_remain(noun: str) -> None:
    costs = []
    for number in range(3):
        one_more(number)
        with CaptureQueriesContext(connection) as queries:
            offers = offered(LISTINGS[noun](), Asked())
        costs.append(len(queries))
    assert costs == [QUERIES[noun]] * 3
    for certain in (False, True):
        for name, values in offered(LISTINGS[noun](), Asked(certain=certain)).items():
            for each in values:
                listing = LISTINGS[noun]()
                chosen = {name: listing.facet(name).read([each.word])}
                left = narrowed(listing, Asked(chosen=chosen, certain=certain))
                assert (name, each.word, left.count()) == (name, each.word, each.number)
    assert all(each.number for values in offers.values() for each in values)


#: What it costs to count all facets of a list, however many rows there are: one or two for each
#: facet, and one for each table that they name.
QUERIES = {
    "person": 18,
    "organisation": 10,
    "event": 14,
    "place": 9,
    "role": 4,
    "source": 4,
    "assertion": 20,
}
