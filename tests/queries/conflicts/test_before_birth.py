"""What somebody did or held before the birth."""

import pytest

from prosopography.models import Nature
from tests import cast

from .finding import conflicts, found, said, source

pytestmark = pytest.mark.django_db

RULE = "before_birth"


def test_a_tenure_before_the_birth_cannot_be() -> None:
    birth, held = cast.birth(edtf="1892"), cast.tenure(edtf="1880", source=source(2))
    cast.tenure(edtf="1917")
    (conflict,) = conflicts(cast.person(), RULE)
    assert (conflict.nature, conflict.key) == (Nature.IMPOSSIBLE, "before_birth:person:ivar-smilga")
    assert [(side.text, side.claims) for side in conflict.sides] == [
        ("born 1892", (birth,)),
        ("member, Tsentrobalt (1880)", (held,)),
    ]
    assert conflict.sentence == (
        "“member, Tsentrobalt (1880)” would lie before the birth of Ivar Smilga (1892)."
    )


@pytest.mark.parametrize("edtf", ["1892", "1892/1900", "1891?", "/1900", "../1900", ""])
def test_what_may_have_begun_after_the_birth_can_be(edtf) -> None:
    cast.birth(edtf="1892")
    cast.tenure(edtf=edtf)
    assert found(cast.person(), RULE) == {}


def test_a_span_that_surely_began_before_the_birth_cannot_be() -> None:
    cast.birth(edtf="1892")
    cast.tenure(edtf="1880/1900")
    assert found(cast.person(), RULE) == {"": ["born 1892", "member, Tsentrobalt (1880 to 1900)"]}


def test_a_death_before_the_birth_cannot_be() -> None:
    cast.birth(edtf="1892")
    cast.claim("death", person=cast.person(), edtf="1880")
    assert found(cast.person(), RULE) == {"": ["born 1892", "died (1880)"]}


def test_names_and_descriptions_may_be_older() -> None:
    cast.birth(edtf="1892")
    cast.name("Smilga", edtf="1880")
    cast.claim("description", person=cast.person(), value="a firebrand", edtf="1880")
    assert found(cast.person(), RULE) == {}


def test_an_undated_part_in_an_event_has_the_date_of_the_event() -> None:
    cast.birth(edtf="1892")
    cast.signature(edtf="", date_text="")
    assert found(cast.person(), RULE) == {}
    cast.claim("occurrence", event=cast.event(), edtf="1880")
    assert found(cast.person(), RULE) == {
        "": ["born 1892", "signatory, Declaration Of The 46 (1880)"]
    }
    cast.claim("occurrence", event=cast.event(), edtf="1923")
    assert found(cast.person(), RULE) == {}


def test_where_births_disagree_those_that_it_excludes_are_named() -> None:
    cast.birth(edtf="1886", source=source(1))
    cast.birth(edtf="1892", source=source(2))
    cast.birth(edtf="1895", source=source(3), rank="deprecated", rank_reason="A misprint.")
    cast.tenure(edtf="1890")
    assert found(cast.person(), RULE) == {"": ["born 1892", "member, Tsentrobalt (1890)"]}


def test_many_acts_are_one_conflict() -> None:
    cast.birth(edtf="1892")
    for year in range(1870, 1876):
        cast.tenure(edtf=str(year), what=cast.organisation(f"body-{year}"))
    assert len(found(cast.person(), RULE)[""]) == 7
    assert said(cast.person(), RULE) == [
        "“member, Body 1870 (1870)”, “member, Body 1871 (1871)”, “member, Body 1872 (1872)” and "
        "3 more would lie before the birth of Ivar Smilga (1892)."
    ]


@pytest.mark.parametrize(
    "columns",
    [
        {"polarity": "denied"},
        {"polarity": "silent"},
        {"status": "draft"},
        {"rank": "deprecated", "rank_reason": "Another man."},
    ],
)
def test_what_is_not_said_or_not_believed_does_not_count(columns) -> None:
    cast.birth(edtf="1892")
    cast.tenure(edtf="1880", **columns)
    assert found(cast.person(), RULE) == {}
