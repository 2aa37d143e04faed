"""The timeline on the page of a person: a drawing for the eye and the same as a list."""

import html
import re

import pytest
from django.test import Client

from prosopography.models import Status
from tests import cast

pytestmark = pytest.mark.django_db


def figure(client: Client, slug: str = "ivar-smilga") -> str:
    """The timeline on a person's page; empty if there is none."""
    text = client.get(f"/persons/{slug}/").content.decode()
    found = re.findall(r'<figure class="timeline".*?</figure>', text, re.DOTALL)
    return found[0] if found else ""


def listed(client: Client) -> list[str]:
    """The list under the drawing, as it is read."""
    (found,) = re.findall(r"<ol>(.*?)</ol>", figure(client), re.DOTALL)
    items = re.findall(r"<li>(.*?)</li>", found, re.DOTALL)
    return [" ".join(html.unescape(re.sub(r"<[^>]+>", " ", each)).split()) for each in items]


def test_timeline_says_in_a_list_what_it_draws(client: Client) -> None:
    smilga = cast.person()
    cast.claim("death", person=smilga, edtf="1938?", certainty="probable")
    cast.tenure(smilga, edtf="1917-10-25", calendar="julian", date_text="25th October",
                role_slug="chairman")  # fmt: skip
    cast.tenure(smilga, edtf="1921/1928", polarity="denied", date_text="then")
    cast.birth(smilga)
    cast.birth(smilga, edtf="1880", status=Status.DRAFT)
    cast.claim("residence", person=smilga, place=cast.place(), edtf="")
    assert listed(client) == [
        "1892 Was born Smilga article, ¶1",
        "attested 25 October 1917 Julian; 7 November 1917 Gregorian “25th October” "
        "Chairman, Tsentrobalt Smilga article, ¶1",
        "1921 to 1928 “then” Not: member, Tsentrobalt denied Smilga article, ¶1",
        "1938? Died probable Smilga article, ¶1",
    ]
    titles = re.findall(r"<title>(.*?)</title>", figure(client))
    assert sorted(titles) == [
        "Chairman, Tsentrobalt – attested 25 October 1917 (Julian; 7 November 1917 Gregorian) – "
        "Smilga article, ¶1",
        "Died – 1938? – probable – Smilga article, ¶1",
        "Not: member, Tsentrobalt – 1921 to 1928 – denied – Smilga article, ¶1",
        "Was born – 1892 – Smilga article, ¶1",
    ]


def test_timeline_leads_from_each_mark_to_its_claim_and_stops_once_at_the_keyboard(
    client: Client,
) -> None:
    birth, tenure = cast.birth(), cast.tenure()
    text = client.get("/persons/ivar-smilga/").content.decode()
    (drawing,) = re.findall(r'<svg class="timeline-drawing".*?</svg>', text, re.DOTALL)
    links = re.findall(r'<a href="#(\w+)" tabindex="-1">', drawing)
    assert sorted(links) == sorted([birth.identifier, tenure.identifier])
    assert drawing.count("<a ") == 2
    assert re.findall(r"<svg[^>]* aria-hidden=\"(\w+)\"", drawing) == ["true"]
    claims = re.findall(r'<li class="claim" id="(\w+)">', text)
    assert sorted(claims) == sorted(links)
    regions = re.findall(
        r'<div class="timeline-scroll" role="region" aria-label="[^"]+" (.*?)>', text
    )
    assert regions == ['tabindex="0"']


def test_timeline_explains_the_signs_that_it_has_and_no_others(client: Client) -> None:
    def legend() -> list[str]:
        (found,) = re.findall(
            r'<ul class="timeline-legend".*?</ul>', figure(client), flags=re.DOTALL
        )
        items = re.findall(r"<li>(.*?)</li>", found, re.DOTALL)
        return [" ".join(re.sub(r"<[^>]+>", " ", each).split()) for each in items]

    cast.birth(edtf="1892-11-10", calendar="gregorian")
    assert legend() == ["happened then"]
    cast.birth(edtf="1880", certainty="possible")
    cast.tenure(edtf="1917/..", calendar="gregorian")
    cast.tenure(edtf="1919", rank="deprecated", rank_reason="A slip.")
    cast.tenure(edtf="1920", polarity="denied")
    assert legend() == [
        "happened then",
        "attested then",
        "certain",
        "possible",
        "how far is not known",
        "without end",
        "? doubtful",
        "≠ in conflict",
        "denied",
        "deprecated by the editors",
    ]


def test_timeline_is_left_out_without_a_dated_claim(client: Client) -> None:
    cast.birth(edtf="")
    cast.birth(edtf="1892", status=Status.REVIEW)
    assert figure(client) == ""


def test_timeline_stays_light_at_a_hundred_and_fifty_claims(client: Client) -> None:
    for number in range(150):
        cast.claim(
            "life_event",
            person=cast.person(),
            role=cast.role("arrested"),
            edtf=f"{1900 + number % 38}",
            value="after the assassination",
        )
    (drawing,) = re.findall(r'<svg class="timeline-drawing".*?</svg>', figure(client), re.DOTALL)
    assert drawing.count("<title>") == 150
    assert len(drawing.encode()) < 45_000
    ((_, height),) = re.findall(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', drawing)
    assert float(height) < 400


def test_timeline_writes_what_editors_write_as_text(client: Client) -> None:
    evil = '<script>alert(1)</script> & "so"'
    cast.tenure(what=cast.organisation("evil", evil))
    text = figure(client)
    assert "<script" not in text
    assert "&lt;script&gt;alert(1)" in text
