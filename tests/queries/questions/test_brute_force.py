"""Brute force itself, on rows written by hand: it must not be wrong in the evaluator's way."""

from datetime import date
from itertools import product
from math import inf
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.brute import Record, brute, brute_evidence
from tests.brute.days import Sure, Thing, aged, asked_days, ordered, stands

PEOPLE = ("ann", "bob", "cid", "hidden")
#: slug: broader, converse, label
ROLES = {
    "member": ("", "", "member"),
    "chairman": ("member", "", "chairman"),
    "critic-of": ("", "criticised by", "critic of"),
    "friend-of": ("", "friend of", "friend of"),
    "host-of": ("friend-of", "guest of", "host of"),
    "enemy-of": ("critic-of", "enemy of", "enemy of"),
}
ORGANISATIONS = {"party": "", "hidden-body": "party", "cell": "hidden-body", "section": "party"}


def made(*claims: dict[str, Any]) -> Record:
    """A record of these claims; each has one good citation, unless it says otherwise."""
    rows: dict[str, dict[int, Any]] = {
        "person": _entities(dict.fromkeys(PEOPLE, "")),
        "organisation": _entities(ORGANISATIONS),
        "event": _entities({"congress": ""}),
        "place": _entities({}),
        "source": _entities({"book": "", "hidden-book": ""}),
        "role": {
            at: {"id": at, "slug": slug, "label": label, "converse_label": converse,
                 "broader_id": list(ROLES).index(broader) if broader else None}
            for at, (slug, (broader, converse, label)) in enumerate(ROLES.items())
        },
        "assertion": {},
        "citation": {},
    }  # fmt: skip
    for at, claim in enumerate(claims):
        columns = {**CLAIM, "id": at, "identifier": f"a{at}", **claim}
        citations = columns.pop("citations", [{}])
        for name in ("person", "related_person", "role", "organisation", "event"):
            slug = columns.pop(name, None)
            table = rows["person" if name == "related_person" else name]
            columns[f"{name}_id"] = _key(table, slug) if slug else None
        rows["assertion"][at] = columns
        for citation in citations:
            number = len(rows["citation"])
            source = _key(rows["source"], citation.get("source", "book"))
            rows["citation"][number] = {
                **CITATION, **citation, "id": number, "assertion_id": at, "source_id": source
            }  # fmt: skip
    return Record(rows)


CLAIM = {
    "kind": "tenure", "place_id": None, "value": "", "edtf": "", "calendar": "gregorian",
    "earliest_start": None, "latest_start": None, "earliest_end": None, "latest_end": None,
    "certainty": "certain", "basis": "stated", "polarity": "affirmed", "rank": "normal",
    "status": "published", "witnesses": 1,
}  # fmt: skip
CITATION = {
    "stance": "supports", "named_as": "", "identification": "certain",
    "attributed_to_source_id": None, "attributed_to_person_id": None,
}  # fmt: skip


def _entities(parents: dict[str, str]) -> dict[int, Any]:
    slugs = list(parents)
    return {
        at: {
            "id": at, "slug": slug, "part_of_id": slugs.index(above) if above else None,
            "status": "draft" if slug.startswith("hidden") else "published",
        }
        for at, (slug, above) in enumerate(parents.items())
    }  # fmt: skip


def _key(table: dict[int, Any], slug: str) -> int:
    return next(key for key, row in table.items() if row["slug"] == slug)


def tenure(person: str, organisation: str = "party", days: tuple[int, int, int, int] | None = None,
           **columns: Any) -> dict[str, Any]:  # fmt: skip
    """A tenure; with four days it is dated."""
    dated = {"edtf": "dated", **dict(zip(Thing._fields, days, strict=True))} if days else {}
    return {"person": person, "organisation": organisation, "role": "member", **dated, **columns}


def asked(**pattern: Any) -> dict[str, Any]:
    return {"assertion": pattern}


@pytest.mark.parametrize(
    "claim",
    [
        tenure("ann", status="draft"),
        tenure("hidden"),
        tenure("ann", "hidden-body"),
        tenure("ann", kind="relationship", related_person="hidden"),
        tenure("ann", citations=[]),
        tenure("ann", citations=[{"source": "hidden-book"}]),
        tenure("ann", citations=[{"stance": "contradicts"}]),
        tenure("ann", citations=[{"attributed_to_person_id": PEOPLE.index("hidden")}]),
        tenure("ann", polarity="denied"),
        tenure("ann", rank="deprecated"),
    ],
)
def test_what_is_not_public_or_not_affirmed_is_no_claim(claim: dict[str, Any]) -> None:
    record = made(claim)
    assert brute(asked(role="member"), record) == (set(), set())
    assert brute({"not": asked(role="member")}, record) == ({"ann", "bob", "cid"}, set())


def test_a_hedge_or_a_doubtful_name_makes_possible() -> None:
    record = made(
        tenure("ann"),
        tenure("bob", certainty="probable"),
        tenure("cid", citations=[{"identification": "doubtful"}]),
    )
    assert brute(asked(kind="tenure"), record) == ({"ann"}, {"bob", "cid"})
    assert brute({"not": asked(kind="tenure")}, record) == (set(), {"bob", "cid"})
    assert brute(asked(kind="tenure", doubtful=False), record) == ({"ann"}, {"bob"})
    assert brute({**asked(kind="tenure"), "match": "certain"}, record) == ({"ann"}, set())
    for name, both in (("all", (set(), {"bob"})), ("any", ({"ann", "bob"}, {"cid"}))):
        question = {name: [asked(kind="tenure"), {"persons": ["bob"]}]}
        assert brute(question, record) == both


def test_parts_count_unless_exact_but_not_beyond_what_is_hidden() -> None:
    record = made(tenure("ann", "section", role="chairman"), tenure("bob", "cell"), tenure("cid"))
    assert brute(asked(organisation="party"), record) == ({"ann", "cid"}, set())
    assert brute(asked(organisation="party", exact=True), record) == ({"cid"}, set())
    assert brute(asked(role="member"), record) == ({"ann", "bob", "cid"}, set())
    assert brute(asked(role=["member"], exact=True), record) == ({"bob", "cid"}, set())


def test_a_relationship_counts_from_both_sides() -> None:
    related = {"kind": "relationship", "person": "ann", "related_person": "bob"}
    record = made({**related, "role": "critic-of"})
    assert brute(asked(kind="relationship"), record) == ({"ann", "bob"}, set())
    assert brute(asked(person="bob"), record) == ({"ann"}, set())
    assert brute(asked(role="critic-of"), record) == ({"ann"}, set())
    assert brute(asked(role="critic-of", converse=True), record) == ({"bob"}, set())
    alike = made({**related, "role": "friend-of"})
    assert brute(asked(role="friend-of"), alike) == ({"ann", "bob"}, set())
    assert brute(asked(role="friend-of", converse=True), alike) == ({"ann", "bob"}, set())


def test_the_role_of_the_claim_decides_from_which_side_it_counts() -> None:
    related = {"kind": "relationship", "person": "ann", "related_person": "bob"}
    enemy = made({**related, "role": "enemy-of"})
    assert brute(asked(role="critic-of"), enemy) == ({"ann", "bob"}, set())
    assert brute(asked(role="critic-of", exact=True), enemy) == (set(), set())
    assert brute(asked(converse=True), enemy) == ({"ann", "bob"}, set())
    host = made({**related, "role": "host-of"})
    assert brute(asked(role="friend-of"), host) == ({"ann"}, set())
    assert brute(asked(role="friend-of", converse=True), host) == ({"bob"}, set())
    assert brute(asked(converse=True), host) == ({"bob"}, set())


def test_a_printed_name_calls_the_one_whom_the_claim_is_about() -> None:
    claim = {"kind": "relationship", "role": "friend-of", "person": "ann", "related_person": "bob"}
    record = made({**claim, "citations": [{"named_as": "Smilga"}]})
    assert brute(asked(name="смилга"), record) == ({"ann"}, set())


def test_one_citation_satisfies_source_voice_and_name() -> None:
    bobs = {"attributed_to_person_id": PEOPLE.index("bob"), "named_as": "СМИЛГА"}
    record = made(tenure("ann", citations=[{**bobs, "identification": "doubtful"}, {}]))
    assert brute(asked(source="book"), record) == ({"ann"}, set())
    assert brute(asked(source="book", name="smilga"), record) == (set(), {"ann"})
    assert brute(asked(attributed_to=["bob", "book"]), record) == (set(), {"ann"})
    assert brute(asked(attributed_to="cid"), record) == (set(), set())
    called = made({"kind": "name", "person": "ann", "value": "Šmilgā"})
    assert brute(asked(name="smilga"), called) == ({"ann"}, set())


def test_those_who_were_in_one_body_at_one_time() -> None:
    record = made(
        tenure("ann", "party", (10, 10, 20, 20)),
        tenure("bob", "section", (20, 20, 30, 30)),
        tenure("cid", "party", (18, 25, 30, 30)),
    )
    within = {"overlaps_with": {"person": "ann", "organisation": "party"}}
    assert brute(within, record) == ({"bob"}, {"cid"})
    assert brute({"overlaps_with": {"person": "ann"}}, record) == (set(), {"cid"})
    assert brute({"not": within}, record) == ({"ann"}, {"cid"})
    assert brute_evidence(within, record, "bob") == {"overlaps_with": {"a0", "a1"}}


def test_a_chain_is_as_strong_as_its_weakest_link() -> None:
    took_part = {"kind": "participation", "role": "member", "event": "congress"}
    record = made(
        {"kind": "relationship", "role": "critic-of", "person": "bob", "related_person": "ann"},
        {**took_part, "person": "bob", "certainty": "possible"},
        {**took_part, "person": "cid"},
    )
    asked_for = {"person": "ann", "within": 2}
    assert brute({"linked_to": {"person": "ann"}}, record) == ({"bob"}, set())
    assert brute({"linked_to": asked_for}, record) == ({"bob"}, {"cid"})
    assert brute({"linked_to": {**asked_for, "largest": 1}}, record) == ({"bob"}, set())
    assert brute({"linked_to": {**asked_for, "by": "event"}}, record) == (set(), set())


def test_comparisons_take_two_claims() -> None:
    record = made(tenure("ann", days=(10, 12, 20, 22)), tenure("ann", days=(21, 23, 30, 30)))
    twice = {"compare": [asked(kind="tenure"), "<", asked(kind="tenure")]}
    assert brute(twice, record) == (set(), {"ann"})
    assert brute_evidence(twice, record, "ann") == {"compare": {"a0", "a1"}}
    once = made(tenure("ann", days=(10, 12, 20, 22)))
    assert brute(twice, once) == (set(), set())


def test_evidence_is_told_of_what_makes_the_answer() -> None:
    record = made(tenure("ann"), tenure("ann", "section", certainty="possible"))
    section, nobody = asked(organisation="section"), {"persons": ["bob"]}
    question = {"any": [{"all": [asked(kind="tenure"), nobody]}, {"not": {"not": section}}]}
    assert brute_evidence(question, record, "ann") == {"any[1].not.not.assertion": {"a1"}}


def test_days_that_are_asked_about() -> None:
    assert asked_days("1917-11-07") == asked_days("1917-10-25", "julian") == (2421540, 2421540)
    assert asked_days("1900-02", "julian") == (2415064, 2415092)
    assert asked_days("1917/1918") == (2421230, 2421959)
    assert asked_days("../1917?") == (-inf, 2421594)


DAYS = st.integers(0, 6)


@st.composite
def things(draw: Any) -> Thing:
    """Something within a week, of which start and end are uncertain."""
    one, two, three, four = sorted(draw(st.tuples(DAYS, DAYS, DAYS, DAYS)))
    return draw(st.sampled_from([Thing(one, two, three, four), Thing(one, three, two, four)]))


def courses(thing: Thing) -> list[tuple[int, int]]:
    """Every start and end that it can have had."""
    every = product(range(7), repeat=2)
    return [
        (start, end)
        for start, end in every
        if start <= end
        and thing.earliest_start <= start <= thing.latest_start
        and thing.earliest_end <= end <= thing.latest_end
    ]


def as_sure(held: list[bool]) -> Sure:
    return Sure(all(held) + any(held))


@given(things(), things())
def test_order_is_what_trying_all_days_says(one: Thing, other: Thing) -> None:
    pairs = list(product(courses(one), courses(other)))
    assert ordered(one, "<", other) is as_sure([this[1] < that[0] for this, that in pairs])
    assert ordered(one, ">", other) is as_sure([this[0] > that[1] for this, that in pairs])
    met = [this[0] <= that[1] and that[0] <= this[1] for this, that in pairs]
    assert ordered(one, "=", other) is as_sure(met)


@given(things(), DAYS, DAYS)
def test_relations_are_what_trying_all_days_says(one: Thing, first: int, last: int) -> None:
    first, last = sorted((first, last))
    inner = [start >= first and end <= last for start, end in courses(one)]
    assert stands("during", one, first, last) is as_sure(inner)
    assert stands("before", one, first, last) is as_sure([end < first for _, end in courses(one)])
    assert stands("after", one, first, last) is as_sure([start > last for start, _ in courses(one)])


BIRTHS = st.dates(date(1892, 2, 1), date(1896, 4, 1)).map(lambda day: day.toordinal() + 1721425)
ACTS = st.dates(date(1916, 2, 1), date(1920, 4, 1)).map(lambda day: day.toordinal() + 1721425)


@given(BIRTHS, st.integers(0, 40), ACTS, st.integers(0, 40), st.integers(19, 29))
def test_ages_are_what_trying_all_days_says(
    birth: int, births: int, act: int, acts: int, years: int
) -> None:
    born = Thing(birth, birth + births, birth, birth + births)
    done = Thing(act, act + acts, act, act + acts + 100)
    ages = [
        birthdays(one, other)
        for one in range(birth, birth + births + 1)
        for other in range(act, act + acts + 1)
    ]
    assert aged(born, done, "<", years, own=True) is as_sure([age < years for age in ages])
    assert aged(born, done, "=", years, own=True) is as_sure([age == years for age in ages])
    assert aged(born, done, ">=", years, own=True) is as_sure([age >= years for age in ages])


def test_ages_that_the_dates_leave_open() -> None:
    born = Thing(2411000, 2411400, 2411800, 2412000)  # at some time in these three years
    at_thirty = 2411000 + 30 * 365 + 8
    act = Thing(at_thirty, at_thirty, at_thirty, at_thirty)
    assert [aged(born, act, "=", years, own=True) for years in (26, 27, 30, 31)] == [0, 1, 1, 0]
    without_beginning = Thing(-inf, -inf, at_thirty, at_thirty)
    assert aged(born, without_beginning, "<", 20, own=True) is Sure.POSSIBLE
    assert aged(born, None, "<", 20, own=True) is Sure.POSSIBLE


def birthdays(born: int, day: int) -> int:
    """How many birthdays were had; that of 29 February is 1 March in other years."""
    one, other = (date.fromordinal(each - 1721425) for each in (born, day))
    leap_day = (one.month, one.day) == (2, 29)
    had = 0
    for year in range(one.year + 1, other.year + 1):
        shifted = leap_day and not (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
        had += (date(year, 3, 1) if shifted else one.replace(year=year)) <= other
    return had
