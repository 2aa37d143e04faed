"""Bodies, events, roles, fates, what is shared and what is known: persons counted by claims."""

import pytest

from prosopography.editing import assertion as claims
from prosopography.models import Status
from prosopography.queries.profile.bodies import bodies, events
from prosopography.queries.profile.evidence import evidence
from prosopography.queries.profile.fates import ends, life_events
from prosopography.queries.profile.figure import Evidence
from prosopography.queries.profile.roles import roles
from prosopography.queries.profile.shared import shared
from tests import cast

from .people import befell, born, counts, died, held, material, slugs

pytestmark = pytest.mark.django_db


def test_bodies_count_persons_once_with_their_parts() -> None:
    fleet = cast.organisation("baltic-fleet")
    cast.organisation("tsentrobalt", part_of=fleet)
    held("one", "member")
    held("one", "chairman", source=cast.source("other"))
    held("two", "member", "baltic-fleet")
    held("three", "member", polarity="denied")
    held("four", "member", rank="deprecated", rank_reason="A slip.")
    measure = bodies(material())
    assert counts(measure) == {"Baltic Fleet": 2, "Tsentrobalt": 1}
    fleet_figure, _ = measure.figures
    assert (len(fleet_figure.claims), slugs(fleet_figure.persons)) == (3, ["one", "two"])
    assert (measure.total, measure.known.count) == (4, 2)
    assert measure.share(fleet_figure) == 50
    assert measure.evidence == Evidence(claims=3, sources=2, corroborated=0)


def test_parts_of_what_is_not_public_do_not_count_there() -> None:
    fleet = cast.organisation("baltic-fleet")
    staff = cast.organisation("staff", part_of=fleet, status=Status.DRAFT)
    cast.organisation("tsentrobalt", part_of=staff)
    held("one", "member")
    assert counts(bodies(material())) == {"Tsentrobalt": 1}


def test_roles_count_with_narrower_ones_and_events_with_their_parts() -> None:
    cast.role("signatory")
    cast.role("co-signatory", joins="event", lasting=False, broader=cast.role("signatory"))
    session = cast.event("session", part_of=cast.event())
    cast.signature(cast.person("one"))
    cast.claim(
        "participation", person=cast.person("two"), event=session, role=cast.role("co-signatory")
    )
    found = material()
    assert counts(roles(found, "participation")) == {"signatory": 2, "co signatory": 1}
    assert counts(events(found)) == {"Declaration Of The 46": 2, "Session": 1}
    assert counts(roles(found, "tenure")) == {}


def test_who_is_corroborated_has_a_claim_of_two_witnesses() -> None:
    twice = held("one", "member")
    claims.cite(twice, source=cast.source("other"), locator="¶2")
    held("two", "member")
    held("two", "member", source=cast.source("other"))  # two claims of one witness each
    measure = bodies(material())
    assert measure.figures[0].corroborated == 1
    assert measure.evidence == Evidence(claims=3, sources=2, corroborated=1)
    assert round(measure.evidence.share) == 33


def test_lives_end_in_one_of_three_ways() -> None:
    cast.role("killed", joins="life", lasting=False, marks="end")
    cast.role("executed", joins="life", lasting=False, marks="end", broader=cast.role("killed"))
    befell("shot", "executed")
    died("shot", "1937")
    died("in-bed", "1940")
    befell("arrested", "arrested")
    cast.person("nothing-known")
    died("denied", "1930", polarity="denied")
    befell("drafted", "executed", status=Status.DRAFT)
    measure = ends(material())
    assert counts(measure) == {"executed": 1, "died, not told how": 1, "no death known": 4}
    assert (measure.known.count, measure.unknown) == (2, 4)
    unknown = measure.figures[-1]
    assert slugs(unknown.persons) == ["arrested", "denied", "drafted", "nothing-known"]


def test_life_events_leave_out_the_end() -> None:
    befell("one", "expelled")
    befell("one", "executed")
    befell("two", "arrested")
    befell("three", "expelled", polarity="denied")
    assert counts(life_events(material())) == {"arrested": 1, "expelled": 1}


def test_shared_is_what_three_quarters_have_by_any_claim() -> None:
    for slug in ("one", "two", "three", "four"):
        held(slug, "member")
    for slug in ("one", "two", "three"):
        befell(slug, "expelled", place=cast.place("moscow"))
    born("four", "1890", place=cast.place("red-square", part_of=cast.place("moscow")))
    befell("one", "arrested")
    measure = shared(material())
    assert counts(measure) == {"Moscow": 4, "Tsentrobalt": 4, "member": 4, "expelled": 3}
    below = {each.label for each in measure.figures if not each.is_listed}
    assert below == {"arrested", "Red Square"}


def test_relationships_are_of_both_where_they_are_the_same_from_both_sides() -> None:
    one, two = cast.person("one"), cast.person("two")
    place = cast.place("moscow")
    cast.role("spouse-of")
    spouse = cast.role("married-to", joins="person", converse_label="married to")
    for role in (spouse, cast.role("supporter-of")):
        cast.claim("relationship", person=one, related_person=two, role=role, place=place)
    assert counts(shared(material())) == {"Moscow": 2, "married to": 2}


def test_nobody_shares_anything_alone() -> None:
    held("one", "member")
    assert counts(shared(material())) == {}


def test_what_is_known_is_told_kind_by_kind() -> None:
    held("one", "member")
    born("one", "1890")
    born("two", "1890")
    cast.person("three")
    measure = evidence(material())
    assert counts(measure) == {"births": 2, "tenures": 1}
    assert (measure.known.count, measure.unknown) == (2, 1)
    assert measure.figures[0].leaves == ({"assertion": {"kind": "birth"}},)
