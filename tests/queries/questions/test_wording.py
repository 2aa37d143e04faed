"""Questions in plain English: a sentence for every node and every part."""

from typing import Any

import pytest
from django.utils.translation import override

from prosopography.queries.questions import leaf_sentence, leaves, read, sentence
from tests import cast

pytestmark = pytest.mark.django_db

BIRTH = {"assertion": {"kind": "birth"}}
DEATH = {"assertion": {"kind": "death"}}
SMILGA = {"persons": "ivar-smilga"}
WHOSE_BIRTH = "who is on record with a birth"
WHOSE_DEATH = "who is on record with a death"


@pytest.fixture(autouse=True)
def _rows() -> None:
    cast.person(), cast.person("leon-trotsky"), cast.organisation(), cast.event("congress")
    cast.organisation("politburo"), cast.place(), cast.source(), cast.source("memoirs")
    for slug in ("member", "signatory", "supporter-of", "expelled"):
        cast.role(slug)


def told(node: dict[str, Any]) -> str:
    """The one leaf of a question, which the sentence repeats."""
    question = read(node)
    [leaf] = leaves(question.root)
    assert sentence(question) == f"Everybody {leaf_sentence(leaf)}"
    return leaf_sentence(leaf)


def opposite(node: dict[str, Any]) -> str:
    return sentence(read({"not": node})).removeprefix("Everybody ")


# The tree -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        ({"all": [BIRTH]}, WHOSE_BIRTH),
        ({"all": [BIRTH, DEATH]}, f"{WHOSE_BIRTH}, and {WHOSE_DEATH}"),
        (
            {"any": [BIRTH, DEATH, SMILGA]},
            f"{WHOSE_BIRTH}, or {WHOSE_DEATH}, or who is Ivar Smilga",
        ),
        (
            {"all": [{"any": [BIRTH, DEATH]}, {"any": [SMILGA]}]},
            f"({WHOSE_BIRTH}, or {WHOSE_DEATH}), and who is Ivar Smilga",
        ),
        ({"any": [{"all": [BIRTH, DEATH]}]}, f"{WHOSE_BIRTH}, and {WHOSE_DEATH}"),
        ({"not": BIRTH}, "who is not on record with a birth"),
        (
            {"not": {"any": [BIRTH, DEATH]}},
            f"for whom this is not so: ({WHOSE_BIRTH}, or {WHOSE_DEATH})",
        ),
        ({"not": {"all": [BIRTH]}}, f"for whom this is not so: {WHOSE_BIRTH}"),
        ({"not": {"not": BIRTH}}, "for whom this is not so: who is not on record with a birth"),
        ({**BIRTH, "match": "certain"}, f"{WHOSE_BIRTH}; certain answers only"),
    ],
)
def test_trees(node: dict[str, Any], expected: str) -> None:
    assert sentence(read(node)) == f"Everybody {expected}"


def test_a_leaf_in_a_tree_is_told_without_its_not() -> None:
    tree = read({"all": [BIRTH, {"not": DEATH}]})
    assert [leaf_sentence(leaf) for leaf in leaves(tree.root)] == [WHOSE_BIRTH, WHOSE_DEATH]


# Claims -------------------------------------------------------------------------------------------


_CLAIMS: list[tuple[dict[str, Any], str]] = [
    ({"kind": "authorship"}, "with a written work"),
    (
        {"kind": ["birth", "occupation", "participation"]},
        "with a birth, an occupation or a part in an event",
    ),
    ({"role": "member"}, "as “member”"),
    ({"role": ["member", "expelled"]}, "as “member” or “expelled”"),
    ({"kind": "tenure", "role": "member"}, "as “member”"),
    ({"organisation": "tsentrobalt"}, "in Tsentrobalt"),
    ({"organisation": ["tsentrobalt", "politburo"]}, "in Tsentrobalt or Politburo"),
    (
        {"role": "signatory", "event": "congress", "place": "aloja"},
        "as “signatory” in Congress at Aloja",
    ),
    (
        {"role": "member", "organisation": "tsentrobalt", "exact": True},
        "as “member” in Tsentrobalt, parts and narrower roles not counted",
    ),
    ({"place": "aloja", "exact": True}, "at Aloja, parts not counted"),
    ({"role": "member", "exact": True}, "as “member”, narrower roles not counted"),
    ({"kind": "birth", "exact": True}, "with a birth"),
    ({"person": "leon-trotsky"}, "with a relationship to Leon Trotsky"),
    (
        {"kind": "relationship", "person": ["leon-trotsky", "ivar-smilga"]},
        "with a relationship to Leon Trotsky or Ivar Smilga",
    ),
    ({"role": "supporter-of", "person": "leon-trotsky"}, "as “supporter of” Leon Trotsky"),
    ({"converse": True}, "as the person to whom somebody has a relationship"),
    (
        {"converse": True, "person": "leon-trotsky"},
        "as the person to whom Leon Trotsky has a relationship",
    ),
    (
        {"converse": True, "role": "supporter-of"},
        "as the person to whom somebody is “supporter of”",
    ),
    (
        {"converse": True, "role": "supporter-of", "person": "leon-trotsky"},
        "as the person to whom Leon Trotsky is “supporter of”",
    ),
    ({"source": "smilga-article"}, "with a claim, told in Smilga article"),
    (
        {"kind": "birth", "source": ["smilga-article", "memoirs"]},
        "with a birth, told in Smilga article or Memoirs",
    ),
    (
        {"attributed_to": ["memoirs", "leon-trotsky"]},
        "with a claim, on the word of Memoirs or Leon Trotsky",
    ),
    ({"name": ["Смилга", "Šmilga"]}, "under the name “Смилга” or “Šmilga”"),
    ({"text": "engineer"}, "with a claim, with “engineer” in its text"),
    (
        {"kind": "tenure", "text": "deputy", "organisation": "tsentrobalt"},
        "with a tenure in Tsentrobalt, with “deputy” in its text",
    ),
    ({"calendar": "julian"}, "with a claim, dated in the Julian calendar"),
    (
        {"calendar": ["gregorian", "unknown"]},
        "with a claim, dated in the Gregorian calendar or in a calendar that is not stated",
    ),
    ({"certainty": ["probable", "possible"]}, "with a claim, told as probable or possible"),
    ({"basis": "interpreted"}, "with a claim, interpreted"),
    (
        {"kind": "birth", "polarity": ["affirmed", "denied"]},
        "with a birth, said to be so or said not to be so",
    ),
    (
        {"kind": "birth", "polarity": "silent"},
        "with a birth, of which a source says nothing",
    ),
    ({"rank": "deprecated"}, "with a claim, ranked as deprecated"),
    ({"independent_witnesses": 1}, "with a claim, with at least 1 independent witness"),
    ({"independent_witnesses": 2}, "with a claim, with at least 2 independent witnesses"),
    (
        {"kind": "birth", "doubtful": False},
        "with a birth, with a citation that surely means them",
    ),
    (
        {
            "role": "member",
            "organisation": "tsentrobalt",
            "date": {"overlaps": "1917"},
            "source": "smilga-article",
            "certainty": "certain",
        },
        "as “member” in Tsentrobalt, at some time in 1917, told in Smilga article, told as certain",
    ),
]


def test_claims() -> None:
    nodes = [{"assertion": asked} for asked, _ in _CLAIMS]
    assert [(told(node), opposite(node)) for node in nodes] == [
        (f"who is on record {expected}", f"who is not on record {expected}")
        for _, expected in _CLAIMS
    ]


_DATES: list[tuple[dict[str, str], str]] = [
    ({"on": "1917-11-07"}, "on 7 November 1917"),
    ({"overlaps": "1917-11-07"}, "on 7 November 1917"),
    ({"on": "1917-11"}, "at some time in November 1917"),
    ({"overlaps": "1917"}, "at some time in 1917"),
    ({"overlaps": "191X"}, "at some time in the 1910s"),
    ({"overlaps": "19XX"}, "at some time in the 20th century"),
    ({"overlaps": "1917~"}, "at some time c. 1917"),
    ({"overlaps": "1917-1X"}, "at some time between October and December 1917"),
    ({"overlaps": "../1920"}, "at some time up to 1920"),
    ({"overlaps": "1917/.."}, "at some time from 1917 on"),
    ({"overlaps": "1917/1920"}, "at some time from 1917 to 1920"),
    ({"during": "1917"}, "wholly in 1917"),
    ({"during": "1917-11-07"}, "wholly on 7 November 1917"),
    ({"during": "1917/1920"}, "wholly from 1917 to 1920"),
    ({"before": "1917"}, "over before 1917"),
    ({"before": "1917/1920"}, "over before the time from 1917 to 1920"),
    ({"after": "1917-11-07"}, "begun after 7 November 1917"),
    ({"after": "191X"}, "begun after the 1910s"),
    ({"before": "1917-10-25", "calendar": "julian"}, "over before 25 October 1917 (Julian)"),
    ({"on": "1917-10-25", "calendar": "julian"}, "on 25 October 1917 (Julian)"),
    ({"on": "1917-10-25", "calendar": "gregorian"}, "on 25 October 1917"),
]


def test_dates() -> None:
    nodes = [{"assertion": {"kind": "tenure", "date": date}} for date, _ in _DATES]
    assert [told(node) for node in nodes] == [
        f"who is on record with a tenure, {expected}" for _, expected in _DATES
    ]


# Other leaves, each with its opposite -------------------------------------------------------------


def test_lists() -> None:
    for slug in "abcd":
        cast.person(slug)
    two, six = ["ivar-smilga", "leon-trotsky"], ["ivar-smilga", "leon-trotsky", *"abcd"]
    assert [
        [told({"persons": slugs}), opposite({"persons": slugs})]
        for slugs in ("ivar-smilga", two, six)
    ] == [
        ["who is Ivar Smilga", "who is not Ivar Smilga"],
        ["who is Ivar Smilga or Leon Trotsky", "who is neither Ivar Smilga nor Leon Trotsky"],
        ["who is one of 6 persons in a list", "who is none of 6 persons in a list"],
    ]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, "in one and the same body at the same time as Ivar Smilga"),
        (
            {"organisation": ["tsentrobalt", "politburo"], "role": "member"},
            "as “member” in Tsentrobalt or Politburo at the same time as Ivar Smilga",
        ),
        (
            {"organisation": "tsentrobalt", "role": "member", "exact": True},
            "as “member” in Tsentrobalt at the same time as Ivar Smilga, "
            "parts and narrower roles not counted",
        ),
        (
            {"organisation": "tsentrobalt", "exact": True},
            "in Tsentrobalt at the same time as Ivar Smilga, parts not counted",
        ),
    ],
)
def test_who_served_with_somebody(more: dict[str, Any], expected: str) -> None:
    node = {"overlaps_with": {"person": "ivar-smilga", **more}}
    assert [told(node), opposite(node)] == [
        f"who is on record as having served {expected}",
        f"who is not on record as having served {expected}",
    ]


@pytest.mark.parametrize(
    ("more", "chain", "rest"),
    [
        ({}, "link", ""),
        ({"within": 3}, "chain of at most 3 links", ""),
        ({"by": "relationship", "largest": 20}, "link", " through a relationship"),
        (
            {"within": 2, "by": ["organisation", "event"]},
            "chain of at most 2 links",
            " through a body in which both served at the same time or an event in which both "
            "took part",
        ),
        ({"largest": 20}, "link", ", bodies and events of more than 20 persons left out"),
        (
            {"by": "event", "largest": 20},
            "link",
            " through an event in which both took part, events of more than 20 persons left out",
        ),
    ],
)
def test_whom_links_join(more: dict[str, Any], chain: str, rest: str) -> None:
    node = {"linked_to": {"person": "ivar-smilga", **more}}
    assert [told(node), opposite(node)] == [
        f"whom a {chain} joins to Ivar Smilga{rest}",
        f"whom no {chain} joins to Ivar Smilga{rest}",
    ]


EXPELLED = {"assertion": {"role": "expelled"}}


@pytest.mark.parametrize(
    ("compared", "own", "expected"),
    [
        (["birth.date", "<", "death.date"], "birth", "before their death"),
        (["birth.date", "=", "1892"], "birth", "in 1892"),
        (["birth.date", "=", "1892-11-19"], "birth", "on 19 November 1892"),
        (["birth.date", ">", "1892/1894"], "birth", "after the time from 1892 to 1894"),
        (["1892", "<", "birth.date"], "birth", "after 1892"),
        (["1892", "=", "birth.date"], "birth", "in 1892"),
        (
            ["death.date", "<", {"date": "1938-01-01", "calendar": "julian"}],
            "death",
            "before 1 January 1938 (Julian)",
        ),
        (["death.date", ">", "event:congress.date"], "death", "after Congress"),
        (["event:congress.date", "=", "death.date"], "death", "at the same time as Congress"),
        (
            [EXPELLED, "<", {"assertion": {"kind": "residence", "place": "aloja"}}],
            "record as “expelled”",
            "before their record with a residence at Aloja",
        ),
    ],
)
def test_comparisons(compared: list[Any], own: str, expected: str) -> None:
    node = {"compare": compared}
    assert [told(node), opposite(node)] == [
        f"whose {own} is {expected}",
        f"whose {own} is not, as far as the record tells, {expected}",
    ]


@pytest.mark.parametrize(
    ("at", "operator", "expected"),
    [
        ("death.date", "<", "younger than 30 at their death"),
        (EXPELLED, "<=", "30 or younger when on record as “expelled”"),
        ("event:congress.date", "=", "30 at Congress"),
        ("1917", ">=", "30 or older in 1917"),
        ({"date": "1917-10-25", "calendar": "julian"}, ">", "older than 30 on 25 October 1917 "
         "(Julian)"),
    ],
)  # fmt: skip
def test_ages(at: Any, operator: str, expected: str) -> None:
    node = {"compare": [{"age_at": at}, operator, 30]}
    assert [told(node), opposite(node)] == [
        f"who was {expected}",
        f"who was not, as far as the record tells, {expected}",
    ]


def in_russian(node: dict[str, Any]) -> str:
    with override("ru"):
        return sentence(read(node)).removeprefix("Все, ")


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ({"on": "1917"}, "в какое-то время в 1917 году"),
        ({"on": "1917-11-07"}, "7 ноября 1917 г."),
        ({"on": "1917-11/.."}, "в какое-то время с ноября 1917 г. и позднее"),
        ({"on": "../1921-03"}, "в какое-то время по март 1921 г."),
        ({"during": "1917/1921"}, "целиком с 1917 года по 1921 год"),
        ({"before": "1917-11"}, "кончилось до ноября 1917 г."),
        ({"after": "1917/1921"}, "началось после промежутка с 1917 года по 1921 год"),
    ],
)
def test_dates_have_cases_in_russian(date: dict[str, str], expected: str) -> None:
    told = in_russian({"assertion": {"role": "member", "date": date}})
    assert told == f"о ком в своде сказано: роль «член», {expected}"


@pytest.mark.parametrize(
    ("operator", "years", "expected"),
    [
        ("<", 21, "меньше 21 года"),
        (">=", 22, "не меньше 22 лет"),
        ("=", 21, "21 год"),
        ("=", 22, "22 года"),
        ("=", 30, "30 лет"),
    ],
)
def test_ages_have_plurals_in_russian(operator: str, years: int, expected: str) -> None:
    compared = [{"age_at": "1917"}, operator, years]
    assert in_russian({"compare": compared}) == f"кому было {expected} в 1917 году"
