"""The pages of events and places in words: what happened, who was there, who was not."""

import re

import pytest
from django.test import Client

from prosopography.models import Status
from tests import cast

from .test_details import words

pytestmark = pytest.mark.django_db

EVENT, PLACE = "/events/declaration-of-the-46/", "/places/latvia/"


def test_event_page_sets_apart_who_is_said_not_to_have_taken_part(client: Client) -> None:
    cast.signature()
    cast.signature(cast.person("leon-trotsky"), polarity="denied", edtf="")
    doubt = {"identification": "doubtful", "identification_note": "Or another Zinoviev."}
    cast.signature(cast.person("grigory-zinoviev"), edtf="", **doubt)
    text = words(client, EVENT)
    _, _, said = text.partition("Who took part Signatory ")
    assert "2 persons · 3 claims · 1 of them denies it or finds nothing" in said
    assert "Grigory Zinoviev , October 1923 Smilga article , ¶1" in said
    assert "identification doubtful Or another Zinoviev." in said
    assert (
        "Said not to be so, or not said Leon Trotsky – not: signatory , October 1923 denied" in said
    )


def test_event_page_leads_to_the_question_and_to_the_group(client: Client) -> None:
    cast.signature()
    cast.signature(cast.person("leon-trotsky"), status=Status.DRAFT)
    text = client.get(EVENT).content.decode()
    links = re.findall(r'href="(/(?:questions|groups)/\?q=[^"]+)" rel="nofollow"', text)
    assert [link.partition("?")[0] for link in links] == ["/questions/", "/groups/"]
    assert "1 person" in words(client, links[0])
    assert client.get(links[1]).status_code == 200
    assert "leon-trotsky" not in text


def test_event_page_says_where_it_stands_in_time(client: Client) -> None:
    for slug, edtf in (("declaration-of-the-46", "1923-10"), ("fifteenth-congress", "1927-12")):
        cast.claim("occurrence", event=cast.event(slug), edtf=edtf)
    cast.event("undated")
    text = words(client, EVENT)
    assert "October 1923 Declaration Of The 46 December 1927 Fifteenth Congress" in text
    assert "1 event of the record has no date, and stands nowhere here." in text
    text = words(client, "/events/undated/")
    assert "When No source says so." in text
    assert (
        "No source of the record says when it was, so nothing can be said of what came before it "
        "or after it." in text
    )


def test_event_page_says_that_more_may_have_taken_part_where_the_event_is_described(
    client: Client,
) -> None:
    """Each person counts once; nobody who is denied, and no description that does not count."""
    cast.signature()
    cast.signature(edtf="1924")
    cast.signature(cast.person("leon-trotsky"), polarity="denied", edtf="")
    cast.claim("description", event=cast.event(), value="Signed by no one", polarity="denied")
    assert "named here" not in words(client, EVENT)
    cast.claim("description", event=cast.event(), value="Signed by thirty-eight others too")
    assert (
        "Who took part 1 person is named here. There may have been more: what the sources say of "
        "the event as a whole, of groups and numbers too, stands below ." in words(client, EVENT)
    )


def test_event_page_refuses_a_page_that_is_not_there(client: Client) -> None:
    cast.signature()
    assert client.get(f"{EVENT}?participants=2").status_code == 404
    assert client.get(f"{EVENT}?participants=many").status_code == 400


def test_place_page_counts_what_lies_in_it_and_says_so(client: Client) -> None:
    latvia = cast.place("latvia", latitude="56.9", longitude="24.1")
    cast.birth(place=cast.place("aloja", part_of=latvia))
    cast.claim("residence", person=cast.person(), place=latvia)
    cast.claim("residence", person=cast.person("hidden", status=Status.DRAFT), place=latvia)
    text = words(client, PLACE)
    assert (
        "2 claims of who and what was here; 1 names the place itself, the others what lies in it"
        in text
    )
    assert "Born here 1 Lived here 1 The place itself" not in text  # nothing is said of it itself
    assert "Born here 1 person · 1 claim" in text
    assert "56.9° N, 24.1° E" in text
    text = words(client, "/places/aloja/")
    assert "1 claim of who and what was here. Persons connected with it" in text
    assert "Position of Latvia" in text


def test_place_of_which_nothing_is_said_says_so(client: Client) -> None:
    cast.place("latvia")
    cast.birth(place=cast.place("latvia"), status=Status.DRAFT)
    assert "No source of the record says of anybody or anything that it was here." in words(
        client, PLACE
    )
