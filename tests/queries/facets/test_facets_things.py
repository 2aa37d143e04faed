"""The other lists with their facets: bodies, events, places, sources, roles, claims."""

import pytest

from prosopography.models import Status
from prosopography.queries.facets import LISTINGS, Asked, ChoiceError, narrowed, offered
from tests import cast

from .asking import asking, counted, found

pytestmark = pytest.mark.django_db


def test_organisations_by_what_they_belong_to_and_by_who_was_in_them_when() -> None:
    party = cast.organisation("party")
    committee = cast.organisation("committee", part_of=party)
    cast.organisation("bureau", part_of=committee)
    cast.organisation("secret", part_of=party, status=Status.DRAFT)
    for number in range(3):
        cast.tenure(cast.person(f"member-{number}"), committee, edtf="1917")
    cast.tenure(cast.person("member-0"), committee, edtf="1918", role_slug="chairman")
    cast.tenure(cast.person("member-0"), party, edtf="1920/1925")
    cast.tenure(cast.person("hidden", status=Status.DRAFT), party, edtf="1930")
    cast.tenure(cast.person("member-1"), party, edtf="1931", polarity="denied")
    assert counted("part_of", "organisation") == {"party": 2, "committee": 1}
    assert found("organisation", part_of="party") == ["bureau", "committee"]
    assert counted("members", "organisation") == {"0": 1, "1": 1, "2-4": 1}
    assert found("organisation", members="0,1") == ["bureau", "party"]
    assert counted("held", "organisation") == {"1910s": 1, "1920s": 1}
    assert found("organisation", held="1920s", role="member") == ["party"]
    assert found("organisation", role="chairman") == ["committee"]


def test_events_by_when_and_where_they_were() -> None:
    congress = cast.event("congress")
    cast.event("session", part_of=congress)
    russia = cast.place("russia")
    cast.claim("occurrence", event=congress, edtf="1919-12/1920-01", place=russia)
    cast.claim("occurrence", event=cast.event("session"), edtf="1920~", status=Status.DRAFT)
    cast.signature()
    assert counted("decade", "event") == {"1910s": 1, "1920s": 1}
    assert found("event", decade="1920s", place="russia") == ["congress"]
    assert found("event", part_of="congress") == ["session"]
    assert found("event", role="signatory") == ["declaration-of-the-46"]


def test_places_by_what_happened_there() -> None:
    latvia = cast.place("latvia")
    cast.birth(place=cast.place("aloja", part_of=latvia))
    cast.claim("residence", person=cast.person(), place=latvia)
    cast.place("riga", latitude="56.95", longitude="24.11")
    assert counted("kind", "place") == {"birth": 1, "residence": 1}
    assert found("place", kind="birth,residence") == ["aloja", "latvia"]
    assert found("place", part_of="latvia") == ["aloja"]
    assert counted("position", "place") == {"known": 1, "unknown": 2}
    assert found("place", position="known") == ["riga"]


def test_sources_by_whether_they_were_read() -> None:
    cast.source("memoirs", language="fr", kind="memoir")
    cast.source("original", language="ru")
    cast.source("secret", language="lv", status=Status.DRAFT)
    cast.birth(attributed_to_source=cast.source("memoirs"))
    assert counted("read", "source") == {"read": 1, "reported": 1, "named": 1}
    assert found("source", read="reported") == ["memoirs"]
    assert found("source", read="named") == ["original"]
    assert counted("language", "source") == {"fr": 1, "ru": 1}
    offers = offered(LISTINGS["source"](), Asked(), {"language"})["language"]
    assert [each.label for each in offers] == ["French", "Russian"]
    assert found("source", language="fr", kind="memoir") == ["memoirs"]
    with pytest.raises(ChoiceError, match="not “lv”"):
        asking("source", language="lv")


def test_roles_by_what_they_join_and_whether_a_claim_uses_them() -> None:
    wider = cast.role("leader", joins="organisation")
    cast.role("chairman", broader=wider)
    cast.tenure()
    cast.claim("life_event", person=cast.person(), role=cast.role("exiled"), status=Status.DRAFT)
    assert counted("joins", "role") == {"organisation": 3, "life": 1}
    assert counted("broader", "role") == {"leader": 1}
    assert found("role", used="yes") == ["member"]
    assert found("role", used="no", joins="life") == ["exiled"]
    assert found("role", broader="leader") == ["chairman"]


def test_claims_by_all_that_they_say() -> None:
    cast.tenure()
    cast.tenure(polarity="denied", edtf="1921", basis="interpreted")
    cast.tenure(cast.person("leon-trotsky"), edtf="1921/", certainty="probable")
    cast.tenure(edtf="1925", status=Status.RETRACTED)
    born = cast.birth(edtf="1892")
    other = cast.birth(edtf="1880", source=cast.source("other"))
    assert counted("kind", "assertion") == {"tenure": 3, "birth": 2}
    assert counted("polarity", "assertion") == {"affirmed": 4, "denied": 1}
    assert counted("basis", "assertion") == {"stated": 4, "interpreted": 1}
    assert counted("certainty", "assertion") == {"certain": 4, "probable": 1}
    # What began in 1921 and has no end known counts in the 1920s alone.
    decades = {"1880s": 1, "1890s": 1, "1910s": 1, "1920s": 2}
    assert counted("decade", "assertion") == decades
    assert counted("source", "assertion") == {"smilga-article": 4, "other": 1}
    assert counted("witnesses", "assertion") == {"1": 5}
    assert counted("disputed", "assertion") == {"yes": 4, "no": 1}
    disputed = narrowed(LISTINGS["assertion"](), asking("assertion", disputed="yes", kind="birth"))
    assert set(disputed) == {born, other}
    certain = narrowed(LISTINGS["assertion"](), asking("assertion", kind="tenure", certain=True))
    assert sorted(certain.values_list("polarity", flat=True)) == ["affirmed", "denied"]
