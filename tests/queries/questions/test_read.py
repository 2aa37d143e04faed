"""Questions out of JSON: what is read of them, and what is wrong with the others, and where."""

import json
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from prosopography.dates import Bounds, Calendar, Span, day_number
from prosopography.editing import row
from prosopography.models import KINDS
from prosopography.queries.links import LARGEST, LINKS
from prosopography.queries.questions import (
    Match,
    Node,
    Question,
    QuestionError,
    leaves,
    read,
    read_text,
)
from prosopography.queries.questions.node import (
    All,
    Claimed,
    Compare,
    EventDate,
    FixedDate,
    LinkedTo,
    Listed,
    Named,
    Not,
    OverlapsWith,
    OwnDate,
    Pattern,
    Some,
    When,
)
from tests import cast

pytestmark = pytest.mark.django_db

BIRTH = {"assertion": {"kind": "birth"}}
NODES = "all, any, not, assertion, persons, overlaps_with, linked_to, compare"
PARTS = {"kind": "birth", "doubtful": False}


def named(thing: Any) -> Named:
    return Named(thing.slug, thing.pk, thing.label)


def root(data: Any) -> Node:
    return read(data).root


def pattern(**parts: Any) -> Pattern:
    node = root({"assertion": parts})
    assert isinstance(node, Claimed)
    return node.pattern


def refused(data: Any) -> list[str]:
    """What is wrong with it, by JSON text if it is one."""
    with pytest.raises(QuestionError) as raised:
        read_text(data) if isinstance(data, str) else read(data)
    assert str(raised.value) == "\n".join(str(fault) for fault in raised.value.faults)
    return [str(fault) for fault in raised.value.faults]


def day(year: int, month: int, day_: int, calendar: Calendar = Calendar.GREGORIAN) -> int:
    return day_number(year, month, day_, calendar)


# Nodes --------------------------------------------------------------------------------------------


def test_every_node_of_the_tree_with_its_path() -> None:
    smilga, trotsky = cast.person(), cast.person("leon-trotsky")
    data = {
        "all": [
            BIRTH,
            {"any": [{"persons": "ivar-smilga"}, {"linked_to": {"person": "leon-trotsky"}}]},
            {"not": {"overlaps_with": {"person": "ivar-smilga"}}},
            {"compare": ["birth.date", "<", "1900"]},
        ]
    }
    first, last = day(1900, 1, 1), day(1900, 12, 31)
    birth = Pattern(kind=("birth",))
    question = read(data)
    assert (question.match, question.root) == (
        Match.POSSIBLE,
        All(
            "all",
            (
                Claimed("all[0].assertion", birth),
                Some(
                    "all[1].any",
                    (
                        Listed("all[1].any[0].persons", (named(smilga),)),
                        LinkedTo("all[1].any[1].linked_to", named(trotsky), 1, LINKS, LARGEST),
                    ),
                ),
                Not("all[2].not", OverlapsWith("all[2].not.overlaps_with", named(smilga))),
                Compare(
                    "all[3].compare",
                    OwnDate(birth, "birth"),
                    "<",
                    FixedDate("1900", Calendar.GREGORIAN, Bounds(first, first, last, last)),
                ),
            ),
        ),
    )
    assert [leaf.path for leaf in leaves(question.root)] == [
        "all[0].assertion",
        "all[1].any[0].persons",
        "all[1].any[1].linked_to",
        "all[2].not.overlaps_with",
        "all[3].compare",
    ]


@pytest.mark.parametrize("match", ["certain", "possible"])
def test_how_surely_stands_beside_the_node(match: str) -> None:
    assert read({**BIRTH, "match": match}).match is Match(match)


def test_all_parts_of_overlaps_with() -> None:
    smilga, body = named(cast.person()), named(cast.organisation())
    other, role = named(cast.organisation("politburo")), named(cast.role())
    asked = {
        "person": "ivar-smilga",
        "organisation": ["tsentrobalt", "politburo"],
        "role": "member",
        "exact": True,
    }
    assert root({"overlaps_with": asked}) == OverlapsWith(
        "overlaps_with", smilga, (body, other), (role,), True
    )


def test_all_parts_of_linked_to() -> None:
    smilga = named(cast.person())
    asked = {"person": "ivar-smilga", "within": 3, "by": ["event", "relationship"], "largest": 2}
    by = ("relationship", "event")
    assert root({"linked_to": asked}) == LinkedTo("linked_to", smilga, 3, by, 2)


def test_every_side_of_a_comparison() -> None:
    congress = named(cast.event("fifteenth-party-congress"))
    expelled = named(cast.role("expelled"))
    death = OwnDate(Pattern(kind=("death",)), "death")
    said = {"assertion": {"role": "expelled"}}
    julian = {"date": " 1917-10-25", "calendar": "julian"}
    october = day(1917, 10, 25, Calendar.JULIAN)
    fixed = FixedDate("1917-10-25", Calendar.JULIAN, Bounds(*[october] * 4))
    assert [
        root({"compare": ["death.date", ">", "event:fifteenth-party-congress.date"]}),
        root({"compare": [julian, "=", said]}),
        root({"compare": [{"age_at": "death.date"}, "<=", 150]}),
        root({"compare": [{"age_at": julian}, ">=", 0]}),
    ] == [
        Compare("compare", death, ">", EventDate(congress)),
        Compare("compare", fixed, "=", OwnDate(Pattern(role=(expelled,)))),
        Compare("compare", death, "<=", None, 150),
        Compare("compare", fixed, ">=", None, 0),
    ]


# Parts of a pattern -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("part", "make"),
    [
        ("role", cast.role),
        ("organisation", cast.organisation),
        ("event", cast.event),
        ("place", cast.place),
        ("person", cast.person),
        ("source", cast.source),
    ],
)
def test_rows_by_one_slug_or_several_each_once(part: str, make: Any) -> None:
    one, other = make(), make("another")
    slugs = [f" {one.slug} ", "another", one.slug]
    assert [
        getattr(pattern(**{part: one.slug}), part),
        getattr(pattern(**{part: slugs}), part),
    ] == [
        (named(one),),
        (named(one), named(other)),
    ]


def test_whose_word_it_is_is_a_work_or_a_person() -> None:
    work, molotov = cast.source("memoirs"), cast.person("molotov")
    both = cast.source("serge"), cast.person("serge")
    assert pattern(attributed_to=["memoirs", "molotov", "serge"]) == Pattern(
        attributed_to_source=(named(work), named(both[0])),
        attributed_to_person=(named(both[1]), named(molotov)),
    )


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("kind", list(KINDS)),
        ("calendar", ["julian", "gregorian", "unknown"]),
        ("certainty", ["certain", "probable", "possible"]),
        ("basis", ["stated", "interpreted", "inferred"]),
        ("polarity", ["affirmed", "denied", "silent"]),
        ("rank", ["preferred", "normal", "deprecated"]),
    ],
)
def test_every_word(part: str, words: list[str]) -> None:
    assert pattern(**{part: words}) == Pattern(**{part: tuple(words)})
    assert [pattern(**{part: word}) for word in words] == [
        Pattern(**{part: (word,)}) for word in words
    ]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"kind": "birth", "exact": True}, Pattern(kind=("birth",), exact=True)),
        ({"kind": "birth", "exact": False}, Pattern(kind=("birth",))),
        ({"converse": True}, Pattern(converse=True)),
        ({"name": "Смилга"}, Pattern(name=("Смилга",))),
        ({"name": ["Smilga", "Šmilga"]}, Pattern(name=("Smilga", "Šmilga"))),
        ({"text": "100% sure_"}, Pattern(text="100% sure_")),
        ({"independent_witnesses": 1}, Pattern(independent_witnesses=1)),
        ({"independent_witnesses": 100}, Pattern(independent_witnesses=100)),
        ({"kind": "birth", "doubtful": False}, Pattern(kind=("birth",), doubtful=False)),
        ({"kind": "birth", "doubtful": True}, Pattern(kind=("birth",))),
    ],
)
def test_every_other_part(asked: dict[str, Any], expected: Pattern) -> None:
    assert pattern(**asked) == expected


@pytest.mark.parametrize("relation", ["on", "overlaps", "before", "after", "during"])
def test_every_relation_to_a_date(relation: str) -> None:
    span = Span(day(1917, 1, 1), day(1917, 12, 31))
    when = When(relation, "1917", Calendar.GREGORIAN, span)
    assert pattern(date={relation: "1917"}) == Pattern(date=when)


def test_dates_open_and_julian() -> None:
    julian = Calendar.JULIAN
    last, first = day(1920, 12, 31), day(1918, 2, 1, julian)
    assert [
        pattern(date={"overlaps": "../1920"}).date,
        pattern(date={"after": "1918-02-01", "calendar": "julian"}).date,
    ] == [
        When("overlaps", "../1920", Calendar.GREGORIAN, Span(None, last)),
        When("after", "1918-02-01", julian, Span(first, first)),
    ]


# What is wrong ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "faults"),
    [
        (None, [f"a question is an object: one of {NODES}"]),
        ([BIRTH], [f"a question is an object: one of {NODES}"]),
        ({}, [f"exactly one is needed, of {NODES}"]),
        ({**BIRTH, "not": BIRTH}, [f"exactly one is needed, of {NODES}"]),
        ({"al": []}, ['al: there is no "al" here; did you mean "all"?']),
        ({"filter": []}, [f'filter: there is no "filter" here: one of {NODES}']),
        ({"all": []}, ["all: a list of one part at least is needed"]),
        ({"any": BIRTH}, ["any: a list of one part at least is needed"]),
        ({"not": []}, [f"not: [] is no object with one of {NODES}"]),
        ({"all": [BIRTH, 1]}, [f"all[1]: 1 is no object with one of {NODES}"]),
        (
            {"not": {**BIRTH, "match": "certain"}},
            [f'not.match: there is no "match" here: one of {NODES}'],
        ),
        ({**BIRTH, "match": "sure"}, ['match: "sure" is not one of certain, possible']),
        ({**BIRTH, "match": None}, ["match: null is not one of certain, possible"]),
        ({**BIRTH, "match": ["certain"]}, ['match: ["certain"] is not one of certain, possible']),
    ],
)
def test_faults_of_the_tree(data: Any, faults: list[str]) -> None:
    assert refused(data) == faults


@pytest.mark.parametrize(
    ("part", "value", "fault"),
    [
        ("kind", "brith", ': there is no "brith"; did you mean "birth"?'),
        ("kind", [], ": the list is empty: leave it out instead"),
        ("kind", None, ": null is no text"),
        ("kind", ["birth", 1], ": 1 is no text"),
        ("kind", ["birth", ["death"]], ': ["death"] is no text'),
        ("kind", ["birth"] * 51, ": 51 values are given; 50 are the most"),
        ("calendar", "x", ': there is no "x": one of julian, gregorian, unknown'),
        ("certainty", "certian", ': there is no "certian"; did you mean "certain"?'),
        ("basis", "state", ': there is no "state"; did you mean "stated"?'),
        ("polarity", "x", ': there is no "x": one of affirmed, denied, silent'),
        ("rank", "x", ': there is no "x": one of preferred, normal, deprecated'),
        ("role", "membre", ': no role "membre"; did you mean "member"?'),
        ("role", True, ": true is no text"),
        ("role", {"slug": "member"}, ': {"slug": "member"} is no text'),
        (
            "organisation",
            "tsentrobal",
            ': no organisation "tsentrobal"; did you mean "tsentrobalt"?',
        ),
        ("event", "xyzzy", ': no event "xyzzy"'),
        ("place", " ", ': " " is no text'),
        ("person", "ivar\0smilga", ': "ivar\\u0000smilga" is no text'),
        ("person", "smilga", ': no person "smilga"; did you mean "ivar-smilga"?'),
        ("source", "", ': "" is no text'),
        ("attributed_to", "xyzzy", ': no source or person "xyzzy"'),
        (
            "attributed_to",
            "ivar-smilg",
            ': no source or person "ivar-smilg"; did you mean "ivar-smilga"?',
        ),
        (
            "attributed_to",
            "smilga-articel",
            ': no source or person "smilga-articel"; did you mean "smilga-article"?',
        ),
        ("exact", "yes", ': "yes" is neither true nor false'),
        ("exact", 1, ": 1 is neither true nor false"),
        ("converse", None, ": null is neither true nor false"),
        ("doubtful", 0, ": 0 is neither true nor false"),
        ("name", "x" * 201, ": the text is longer than 200 characters"),
        ("name", "a\0b", ': "a\\u0000b" is no text'),
        ("text", ["a", "b"], ": give one text"),
        ("text", "x" * 201, ": the text is longer than 200 characters"),
        ("text", "", ': "" is no text'),
        ("independent_witnesses", 0, ": 0 is no whole number from 1 to 100"),
        ("independent_witnesses", 101, ": 101 is no whole number from 1 to 100"),
        ("independent_witnesses", 2.0, ": 2.0 is no whole number from 1 to 100"),
        ("independent_witnesses", True, ": true is no whole number from 1 to 100"),
        ("independent_witnesses", "2", ': "2" is no whole number from 1 to 100'),
        (
            "independent_witnesses",
            10**80,
            f": 1{'0' * 56}… is no whole number from 1 to 100",
        ),
        ("date", "1917", ': "1917" is no object'),
        ("date", {}, ": there is nothing in it"),
        (
            "date",
            {"calendar": "julian"},
            ": exactly one is needed, of on, overlaps, before, after, during",
        ),
        (
            "date",
            {"on": "1917", "before": "1918"},
            ": exactly one is needed, of on, overlaps, before, after, during",
        ),
        ("date", {"befor": "1917"}, '.befor: there is no "befor" here; did you mean "before"?'),
        (
            "date",
            {"on": "1917", "calendar": "unknown"},
            '.calendar: "unknown" is not one of gregorian, julian',
        ),
        (
            "date",
            {"on": "1917", "calendar": None},
            ".calendar: null is not one of gregorian, julian",
        ),
        ("date", {"on": 1917}, ".on: 1917 is no date in EDTF: 1917-11-07, 1917-11, 1917"),
        (
            "date",
            {"before": "19\0"},
            '.before: "19\\u0000" is no date in EDTF: 1917-11-07, 1917-11, 1917',
        ),
        (
            "date",
            {"during": "last year"},
            ".during: Not an EDTF date; write 1917-11-07, 1917-11 or 1917.",
        ),
        ("date", {"on": ""}, ".on: A date is missing."),
        (
            "date",
            {"after": "1917-02-29"},
            ".after: There is no 29 February 1917 in the Gregorian calendar: "
            "the year was not a leap year.",
        ),
        ("roles", "member", '.roles: there is no "roles" here; did you mean "role"?'),
    ],
)
def test_faults_of_a_pattern(part: str, value: Any, fault: str) -> None:
    cast.claim("birth", person=cast.person())
    cast.role(), cast.organisation()
    where = "assertion" if part == "roles" else f"assertion.{part}"
    assert refused({"assertion": {**PARTS, part: value}}) == [where + fault]


@pytest.mark.parametrize(
    ("asked", "fault"),
    [
        ([], "assertion: [] is no object"),
        ({}, "assertion: there is nothing in it"),
        (
            {"exact": True, "doubtful": False},
            "assertion: this asks nothing of the claim: give a kind, a role, a body …",
        ),
        (
            {"converse": False},
            "assertion: this asks nothing of the claim: give a kind, a role, a body …",
        ),
        (
            {"converse": True, "kind": ["tenure", "birth"]},
            "assertion.converse: only a relationship has another side",
        ),
        (
            {"converse": True, "name": "Smilga"},
            "assertion.converse: a name is that of the person whom the claim is about",
        ),
    ],
)
def test_faults_of_parts_together(asked: Any, fault: str) -> None:
    assert refused({"assertion": asked}) == [fault]


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        ({"persons": []}, "persons: the list is empty: leave it out instead"),
        ({"persons": [["ivar-smilga"]]}, 'persons: ["ivar-smilga"] is no text'),
        ({"persons": ["a"] * 501}, "persons: 501 values are given; 500 are the most"),
        ({"overlaps_with": "ivar-smilga"}, None),
        (
            {"overlaps_with": {"organisation": "tsentrobalt"}},
            "overlaps_with: the person is missing",
        ),
        ({"overlaps_with": {"person": ["ivar-smilga"]}}, "overlaps_with.person: give one person"),
        ({"overlaps_with": {"person": {}}}, "overlaps_with.person: {} is no text"),
        (
            {"overlaps_with": {"person": "ivar-smilga", "role": ["member", "signatory"]}},
            'overlaps_with.role: "signatory" is not held in an organisation',
        ),
        (
            {"overlaps_with": {"person": "ivar-smilga", "exact": None}},
            "overlaps_with.exact: null is neither true nor false",
        ),
        (
            {"overlaps_with": {"person": "ivar-smilga", "within": 2}},
            'overlaps_with.within: there is no "within" here',
        ),
        ({"linked_to": {"within": 2}}, "linked_to: the person is missing"),
        (
            {"linked_to": {"person": "ivar-smilga", "within": 0}},
            "linked_to.within: 0 is no whole number from 1 to 3",
        ),
        (
            {"linked_to": {"person": "ivar-smilga", "within": 4}},
            "linked_to.within: 4 is no whole number from 1 to 3",
        ),
        (
            {"linked_to": {"person": "ivar-smilga", "largest": 1}},
            "linked_to.largest: 1 is no whole number from 2 to 1000",
        ),
        (
            {"linked_to": {"person": "ivar-smilga", "largest": 1001}},
            "linked_to.largest: 1001 is no whole number from 2 to 1000",
        ),
        (
            {"linked_to": {"person": "ivar-smilga", "by": "events"}},
            'linked_to.by: there is no "events"; did you mean "event"?',
        ),
        (
            {"linked_to": {"person": "ivar-smilga", "by": []}},
            "linked_to.by: the list is empty: leave it out instead",
        ),
    ],
)
def test_faults_of_leaves_between_people(data: Any, fault: str | None) -> None:
    cast.person(), cast.organisation(), cast.role(), cast.role("signatory")
    told = ['overlaps_with: "ivar-smilga" is no object', "overlaps_with: the person is missing"]
    assert refused(data) == ([fault] if fault else told)


_THREE = ": a list of three is needed: one side, an operator, the other"
_SIDE = (
    'is no side of a comparison: give "birth.date", "death.date", an assertion, '
    '"event:….date" or a date'
)


@pytest.mark.parametrize(
    ("asked", "fault"),
    [
        ({}, _THREE),
        (["birth.date", "<"], _THREE),
        (
            ["birth.date", "<=", "1900"],
            '[1]: "<=" does not compare dates: one of <, =, >',
        ),
        (
            ["birth.date", ["<"], "1900"],
            '[1]: ["<"] does not compare dates: one of <, =, >',
        ),
        (
            [{"age_at": "death.date"}, "!=", 30],
            '[1]: "!=" does not compare ages: one of <, <=, =, >=, >',
        ),
        ([{"age_at": "death.date"}, "<", 151], "[2]: 151 is no whole number from 0 to 150"),
        ([{"age_at": "death.date"}, "<", "30"], '[2]: "30" is no whole number from 0 to 150'),
        ([{"age_at": "death.date"}, "<", 1.5], "[2]: 1.5 is no whole number from 0 to 150"),
        ([{"age_at": 30}, "<", 30], f"[0].age_at: 30 {_SIDE}"),
        ([30, "<", {"age_at": "death.date"}], None),
        (["1900", "<", "1901"], ": neither side speaks of the person"),
        (["1900", "=", "event:congress.date"], ": neither side speaks of the person"),
        (["birth.date", "<", "event:congress"], '[2]: write "event:congress.date"'),
        (["birth.date", "<", "event:other.date"], '[2]: no event "other"'),
        (["birth.date", "<", "event:.date"], '[2]: "" is no text'),
        (
            ["birth.date", "<", "never"],
            "[2]: Not an EDTF date; write 1917-11-07, 1917-11 or 1917.",
        ),
        (
            ["birth.date", "<", {"date": None}],
            "[2].date: null is no date in EDTF: 1917-11-07, 1917-11, 1917",
        ),
        (
            ["birth.date", "<", {"date": "1900", "calendar": "old"}],
            '[2].calendar: "old" is not one of gregorian, julian',
        ),
        (
            ["birth.date", "<", {"date": "1900", "on": "1900"}],
            '[2].on: there is no "on" here',
        ),
        ([{"assertion": {}}, "<", "1900"], "[0].assertion: there is nothing in it"),
        (
            [{"assertion": {"kind": "birt"}}, "<", "1900"],
            '[0].assertion.kind: there is no "birt"; did you mean "birth"?',
        ),
    ],
)
def test_faults_of_comparisons(asked: Any, fault: str | None) -> None:
    cast.event("congress")
    told = [f"compare[0]: 30 {_SIDE}", f'compare[2]: {{"age_at": "death.date"}} {_SIDE}']
    assert refused({"compare": asked}) == ([f"compare{fault}"] if fault else told)


def test_a_role_that_no_such_claim_can_have() -> None:
    cast.role("signatory"), cast.role("member")
    with pytest.raises(QuestionError) as refused:
        read({"assertion": {"kind": ["birth", "tenure"], "role": ["member", "signatory"]}})
    assert [str(fault) for fault in refused.value.faults] == [
        'assertion.role: no birth or tenure has the role "signatory", '
        "which is that of a participation"
    ]


def test_everything_that_is_wrong_is_told_at_once() -> None:
    cast.role("signatory")
    data = {
        "all": [
            {"assertion": {"kind": "part", "role": "signatary", "date": {"on": "1917-13"}}},
            {"not": {"any": [{"persons": ["nobody"]}, {"compare": ["birth.date", "<"]}]}},
            {"xx": 1},
        ],
        "match": "both",
    }
    assert refused(data) == [
        'match: "both" is not one of certain, possible',
        f'all[0].assertion.kind: there is no "part": one of {", ".join(KINDS)}',
        'all[0].assertion.role: no role "signatary"; did you mean "signatory"?',
        "all[0].assertion.date.on: There is no month 13: months are 01 to 12, "
        "seasons and other parts of a year from 21 to 41.",
        'all[1].not.any[0].persons: no person "nobody"',
        f"all[1].not.any[1].compare{_THREE}",
        f'all[2].xx: there is no "xx" here: one of {NODES}',
    ]


def test_after_twenty_faults_the_reading_ends(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    """Each unknown slug costs a look for the nearest: thousands of them must not."""
    slugs = [f"nobody-{number}" for number in range(500)]
    with django_assert_max_num_queries(2 + 20 * 4):
        told = refused({"all": [{"persons": slugs}, {"persons": slugs}]})
    assert told == [f'all[0].persons: no person "nobody-{number}"' for number in range(20)]


# Bounds -------------------------------------------------------------------------------------------


def nested(depth: int) -> dict[str, Any]:
    data: dict[str, Any] = BIRTH
    for _ in range(depth - 1):
        data = {"not": data}
    return data


def test_six_nodes_within_one_another_and_not_seven() -> None:
    assert read(nested(6)).canonical == json.dumps(nested(6), separators=(",", ":"))
    path = ".".join(["not"] * 6)
    assert refused(nested(7)) == [f"{path}: the question has more than 6 nodes within one another"]
    deep = {"all": [{"all": [{"all": [{"any": [{"any": [{"all": [BIRTH]}]}]}]}]}]}
    path = "all[0].all[0].all[0].any[0].any[0].all[0]"
    assert refused(deep) == [f"{path}: the question has more than 6 nodes within one another"]


def test_twenty_leaves_and_not_twenty_one() -> None:
    assert len(leaves(root({"all": [BIRTH] * 20}))) == 20
    two = {"any": [{"all": [BIRTH] * 10}, {"not": {"any": [BIRTH] * 11}}]}
    assert refused(two) == ["the question has 21 leaves; 20 are the most"]


def test_fifty_values_and_five_hundred_persons() -> None:
    persons = [cast.person(f"p-{number}") for number in range(3)]
    slugs = [persons[number % 3].slug for number in range(500)]
    assert root({"persons": slugs}) == Listed("persons", tuple(named(each) for each in persons))
    assert pattern(person=slugs[:50]).person == tuple(named(each) for each in persons)
    assert refused({"assertion": {"person": slugs[:51]}}) == [
        "assertion.person: 51 values are given; 50 are the most"
    ]


def test_texts_of_two_hundred_characters() -> None:
    assert pattern(text="ж" * 200) == Pattern(text="ж" * 200)


def test_twenty_thousand_characters() -> None:
    text = json.dumps(BIRTH)
    assert read_text(text + " " * (20_000 - len(text))) == read(BIRTH)
    fault = ["the question is longer than 20000 characters"]
    assert refused(text + " " * (20_001 - len(text))) == fault
    # Without blanks, where it does not come as a text.
    assert refused({"assertion": {"kind": "x" * 20_000}}) == fault


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "this is no JSON: Expecting value (line 1, column 1)"),
        ("birth", "this is no JSON: Expecting value (line 1, column 1)"),
        ('{\n"all": [}', "this is no JSON: Expecting value (line 2, column 9)"),
        ('{"all": NaN}', "this is no JSON: NaN is no number of JSON"),
        ('{"all": -Infinity}', "this is no JSON: -Infinity is no number of JSON"),
        ('{"all": 1e999}', "a number of the question is too large, or is none"),
        ('{"all": "\0"}', "this is no JSON: Invalid control character at (line 1, column 10)"),
        (
            '{"assertion": {"text": "\\ud83d"}}',
            "a text of the question has half a character in it",
        ),
        ('{"\\udfff": 1}', "a text of the question has half a character in it"),
        ("[" * 10_000, "the question is nested too deeply"),
        ('{"not":' * 2_500, "the question is nested too deeply"),
        ('{"not":' * 50 + "{}" + "}" * 50, "the question is nested too deeply"),
        ('{"all":' + "[" * 200 + "]" * 200 + "}", "the question is nested too deeply"),
    ],
)
def test_what_is_no_json_or_no_question_of_a_sane_size(text: str, fault: str) -> None:
    assert refused(text) == [fault]


def test_numbers_of_thousands_of_digits() -> None:
    text = '{"compare": [{"age_at": "birth.date"}, "<", ' + "9" * 5000 + "]}"
    assert refused(text) == ["a number of the question is too large"]
    parsed = {"compare": [{"age_at": "birth.date"}, "<", 10**5000]}
    assert refused(parsed) == ["a number of the question is too large, or is none"]
    digits = "9" * 4000
    assert refused('{"linked_to": {"person": "nobody", "within": ' + digits + "}}") == [
        'linked_to.person: no person "nobody"',
        f"linked_to.within: {'9' * 57}… is no whole number from 1 to 3",
    ]


def test_what_was_never_json() -> None:
    assert refused({"all": float("nan")}) == ["a number of the question is too large, or is none"]
    assert refused({"all": [[]] * 20_001}) == ["the question has too many parts"]
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    assert refused({"all": deep}) == ["the question is nested too deeply"]


# Slugs --------------------------------------------------------------------------------------------


def test_old_slugs_lead_on() -> None:
    made = {
        "person": cast.person("old-person"),
        "organisation": cast.organisation("old-organisation"),
        "event": cast.event("old-event"),
        "place": cast.place("old-place"),
        "role": cast.role("old-role"),
        "source": cast.source("old-source"),
    }
    for part, thing in made.items():
        row.revise(thing, slug=f"new-{part}")
    for part in made:
        assert read({"assertion": {part: f"old-{part}"}}).canonical == (
            f'{{"assertion":{{"{part}":"new-{part}"}}}}'
        )
    assert [
        read({"persons": ["new-person", "old-person"]}).canonical,
        read({"overlaps_with": {"person": "old-person", "role": "old-role"}}).canonical,
        read({"assertion": {"attributed_to": ["old-source", "old-person"]}}).canonical,
        read({"compare": ["birth.date", "=", "event:old-event.date"]}).canonical,
    ] == [
        '{"persons":["new-person"]}',
        '{"overlaps_with":{"person":"new-person","role":"new-role"}}',
        '{"assertion":{"attributed_to":["new-source","new-person"]}}',
        '{"compare":["birth.date","=","event:new-event.date"]}',
    ]


def test_the_old_slug_of_a_role_keeps_what_it_joins() -> None:
    cast.person()
    row.revise(cast.role("signatory"), slug="signer")
    assert refused({"overlaps_with": {"person": "ivar-smilga", "role": "signatory"}}) == [
        'overlaps_with.role: "signer" is not held in an organisation'
    ]


@pytest.mark.parametrize("status", ["draft", "review", "retracted"])
@pytest.mark.parametrize("part", ["person", "organisation", "event", "place", "source"])
def test_what_is_unpublished_is_unknown_and_never_suggested(part: str, status: str) -> None:
    make = getattr(cast, part)
    moved = make("secret-old")
    row.revise(moved, slug="secret-new")
    moved.status = status
    moved.save()
    make("secret-thing", "Secret Thing", status=status)
    asked = {part: ["secret-thing", "secret-thin", "secret-old", "secret-new", "secret"]}
    assert refused({"assertion": asked}) == [
        f'assertion.{part}: no {part} "{slug}"' for slug in asked[part]
    ]
    assert refused({"assertion": {"attributed_to": "secret-thing"}}) == [
        'assertion.attributed_to: no source or person "secret-thing"'
    ]


# Queries ------------------------------------------------------------------------------------------


def test_number_of_queries(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    """One for each sort of thing, one more for each of which something is not found by its slug."""

    def asked(number: int) -> dict[str, Any]:
        persons = [f"p-{at}" for at in range(number)]
        bodies = [f"o-{at}" for at in range(number)]
        leaf = {"assertion": {"organisation": bodies, "role": "member"}}
        event = {"compare": ["birth.date", "<", "event:congress.date"]}
        return {"all": [{"persons": persons}, leaf, {"not": leaf}, event]}

    cast.role(), cast.event("congress")
    for at in range(3):
        cast.person(f"p-{at}"), cast.organisation(f"o-{at}")
    with django_assert_num_queries(4):
        one = read(asked(1))
    with django_assert_num_queries(4):
        three = read(asked(3))
    assert [len(named_in(question)) for question in (one, three)] == [1, 3]
    row.revise(cast.person("p-0"), slug="p-9")
    row.revise(cast.person("p-1"), slug="p-8")
    with django_assert_num_queries(5):
        read(asked(3))
    with django_assert_num_queries(0):
        read(BIRTH)


def named_in(question: Question) -> tuple[Named, ...]:
    listed = leaves(question.root)[0]
    assert isinstance(listed, Listed)
    return listed.persons
