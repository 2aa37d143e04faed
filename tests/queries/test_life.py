"""The life dates: one function, and what it says when the sources disagree."""

from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from prosopography.editing.assertion import cite
from prosopography.models import Assertion, Person, Place, Status
from prosopography.queries.life import LifeDates, life_dates, life_dates_of, life_places
from prosopography.queries.preferred import Ground, Shown
from prosopography.queries.tree import Tree
from prosopography.queries.witness import Stemma
from tests import cast

pytestmark = pytest.mark.django_db


def claim(kind: str, edtf: str, **columns: Any) -> Assertion:
    return cast.claim(kind, person=cast.person(), edtf=edtf, date_text=edtf, **columns)


def life(*claims: Assertion) -> LifeDates:
    keys = [claim.pk for claim in claims]
    loaded = Assertion.objects.filter(pk__in=keys).with_citations(public=True)
    return life_dates(loaded, Stemma.load())


def said(*claims: Assertion) -> str:
    return str(life(*claims))


def test_life_dates_are_years() -> None:
    assert said(claim("birth", "1892-11-10"), claim("death", "1938-01-10")) == "1892–1938"


def test_life_dates_of_one_end_say_which() -> None:
    assert said(claim("birth", "1892")) == "born 1892"
    assert said(claim("death", "1938")) == "died 1938"
    assert said() == ""


def test_life_dates_give_all_values_that_exclude_one_another() -> None:
    claims = [claim("birth", "1892"), claim("death", "1938"), claim("death", "1937")]
    assert said(*claims) == "1892–1937 or 1938 (sources disagree)"


def test_life_dates_keep_the_dash_clear_of_alternatives() -> None:
    claims = [claim("birth", "1886"), claim("birth", "1888"), claim("death", "1938")]
    assert said(*claims) == "1886 or 1888 – 1938 (sources disagree)"


def test_life_dates_do_not_repeat_a_vaguer_date() -> None:
    births = [claim("birth", edtf) for edtf in ("1892-11-10", "1892", "1890~")]
    assert said(*births) == "born c. 1890 or 1892 (sources disagree)"
    assert (
        said(claim("death", "1938"), claim("death", "1938?"), claim("death", "193X")) == "died 1938"
    )


def test_life_dates_keep_the_doubt_of_a_date_and_of_a_claim() -> None:
    assert said(claim("death", "1939?", certainty="possible")) == "died 1939?"
    assert said(claim("death", "1941", certainty="probable")) == "died 1941?"
    assert said(claim("death", "1942", certainty="probable"), claim("death", "1942")) == "died 1942"


def test_life_dates_follow_the_preferred_claim() -> None:
    judged = {"rank": "preferred", "rank_reason": "The only witness."}
    claims = [claim("death", "1938", **judged), claim("death", "1937")]
    assert str(life(*claims)) == "died 1938 (sources disagree)"
    assert life(*claims).died.ground is Ground.JUDGED
    assert life(*claims).died.reasons == ("The only witness.",)


def test_life_dates_leave_out_deprecated_and_denied_claims() -> None:
    judged = {"rank": "deprecated", "rank_reason": "A misprint."}
    claims = [
        claim("death", "1938"),
        claim("death", "1973", **judged),
        claim("death", "1940", polarity="denied"),
        claim("death", ""),
    ]
    assert said(*claims) == "died 1938"


def test_life_dates_before_the_common_era() -> None:
    assert said(claim("birth", "-0099-07-12"), claim("death", "-0043-03-15")) == "100 BCE – 44 BCE"


def test_life_dates_of_many_cost_five_queries_and_show_no_draft(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    smilga, trotsky = cast.person(), cast.person("leon-trotsky")
    cast.birth(smilga, "1892")
    cast.birth(trotsky, "1879")
    cast.birth(trotsky, "1880", status=Status.DRAFT)
    persons = list(Person.objects.all())
    with django_assert_num_queries(5):
        found = life_dates_of(persons)
    assert {key: str(dates) for key, dates in found.items()} == {
        smilga.pk: "born 1892",
        trotsky.pk: "born 1879",
    }


def test_life_dates_are_compared_as_the_conflicts_are() -> None:
    told = "born 1887 or 1888 (sources disagree)"
    assert said(claim("birth", "1887"), claim("birth", "1888")) == told
    apart = said(claim("death", "1917-11-01"), claim("death", "1917-11-07"))
    assert apart == "died 1917 (sources disagree)"
    assert said(claim("death", "1892-11-10"), claim("death", "1892-11-22")) == "died 1892"


def test_life_dates_follow_most_independent_witnesses() -> None:
    article, copy = cast.source(), cast.source("infolist")
    cast.derivation(copy, article)
    memoir, letter = cast.source("memoir"), cast.source("letter")
    copied = claim("death", "1937", source=article)
    cite(copied, source=copy, locator="¶1")
    told = claim("death", "1938-02", source=memoir)
    vaguer = claim("death", "1938", source=letter)
    dates = life(copied, told, vaguer)
    assert str(dates) == "died 1938 (sources disagree)"
    assert dates.died.ground is Ground.WITNESSES
    assert [(value.text, value.witnesses) for value in dates.died.values] == [
        ("1937", 1),
        ("1938", 2),
    ]


def test_most_witnesses_are_not_called_independent_where_a_copy_or_a_hedge_would_undo_it() -> None:
    """The number of witnesses, and the date that is shown, stay what they are."""
    article, memoir, letter = cast.source(), cast.source("memoir"), cast.source("letter")
    told = [
        claim("death", "1937", source=article),
        claim("death", "1938", source=memoir),
        claim("death", "1938", source=letter),
    ]
    assert life(*told).died.ground is Ground.WITNESSES
    hedged = [*told[:2], claim("death", "1938", source=letter, certainty="probable")]
    assert life(*hedged).died.ground is Ground.HEDGED
    all_hedged = [claim("death", "1937", source=article, certainty="probable"), *hedged[1:]]
    assert life(*all_hedged).died.ground is Ground.WITNESSES
    cast.derivation(letter, memoir, extent="parts", certainty="possible")
    assert life(*told).died.ground is Ground.COPIED
    found = life(*hedged).died
    assert (found.text, found.ground) == ("1938", Ground.LEANING)
    assert [(value.text, value.witnesses) for value in found.values] == [("1937", 1), ("1938", 2)]
    diary = claim("death", "1938", source=cast.source("diary"))
    assert life(*hedged, diary).died.ground is Ground.WITNESSES


def test_life_dates_of_more_than_two_values_are_a_span() -> None:
    years = [claim("death", year) for year in ("1927", "1929", "1928")]
    assert str(life(*years)) == "died between 1927 and 1929 (sources disagree)"
    assert life(*years).died.ground is Ground.ALL


def test_life_places_that_lie_in_one_another_agree() -> None:
    latvia = cast.place("latvia")
    aloja = cast.place("aloja", part_of=latvia)
    born = [claim("birth", "", place=latvia), claim("birth", "", place=aloja)]
    elsewhere = claim("birth", "", place=cast.place("riga"))
    assert (where(*born).text, where(*born).disagree) == ("Aloja", False)
    found = where(*born, elsewhere)
    assert (found.text, found.disagree, found.ground) == ("Aloja or Riga", True, Ground.ALL)


def where(*claims: Assertion) -> Shown:
    loaded = (
        Assertion.objects.filter(pk__in=[claim.pk for claim in claims])
        .with_subjects()
        .with_citations(public=True)
    )
    return life_places(loaded, Stemma.load(), Tree.of(Place.objects.published())).born
