"""Who answers a question, certainly, possibly or not: each node and each part, by hand."""

from itertools import product
from typing import Any

import pytest

from prosopography.editing.assertion import cite
from prosopography.models import Assertion, Organisation, Person, Stance, Status
from prosopography.queries.questions import answer, read
from tests import cast

pytestmark = pytest.mark.django_db

CERTAIN, POSSIBLE = "certain", "possible"
DOUBT = {"identification": "doubtful", "identification_note": "Or another."}
DEPRECATED = {"rank": "deprecated", "rank_reason": "A slip."}


def who(question: dict[str, Any]) -> dict[str, str]:
    """Who answers, and how surely."""
    found = answer(read(question))
    slugs = dict(Person.objects.values_list("pk", "slug"))
    return {
        **{slugs[key]: CERTAIN for key in found.certain},
        **{slugs[key]: POSSIBLE for key in found.possible},
    }


def asked(**parts: Any) -> dict[str, str]:
    return who({"assertion": parts})


def surely(slugs: str) -> dict[str, str]:
    return dict.fromkeys(slugs.split(), CERTAIN)


def sat(slug: str, edtf: str = "1917/1920", body: str = "tsentrobalt", **columns: Any) -> Assertion:
    who = cast.person(slug)
    return cast.tenure(who, cast.organisation(body), edtf=edtf, calendar="gregorian", **columns)


def tied(one: str, role: str, other: str, **columns: Any) -> Assertion:
    return cast.claim(
        "relationship", person=cast.person(one), role=cast.role(role),
        related_person=cast.person(other), **columns,
    )  # fmt: skip


def befell(slug: str, role: str = "arrested", edtf: str = "", **columns: Any) -> Assertion:
    columns = {"calendar": "gregorian", "date_text": edtf, **columns}
    person, row = cast.person(slug), cast.role(role)
    return cast.claim("life_event", person=person, role=row, edtf=edtf, **columns)


# Parts of a pattern -------------------------------------------------------------------------------


@pytest.fixture
def _record() -> None:
    sat("member")
    cast.signature(cast.person("signer"), calendar="gregorian")
    cast.claim("residence", person=cast.person("dweller"), place=cast.place(), edtf="1910",
               date_text="1910", calendar="julian")  # fmt: skip
    tied("fan", "supporter-of", "idol")
    cast.name("Смилга", cast.person("called"))
    cast.claim("description", person=cast.person("described"), value="A mining Engineer, 50% deaf",
               certainty="probable", basis="inferred")  # fmt: skip
    befell("denier", polarity="denied")
    befell("misread", **DEPRECATED)
    befell("preferred", rank="preferred", rank_reason="The best source.")
    befell("unmentioned", "exiled", polarity="silent")


EVERYBODY = surely("member signer dweller fan idol called preferred") | {"described": POSSIBLE}


_PARTS: list[tuple[dict[str, Any], dict[str, str]]] = [
    ({"kind": "tenure"}, surely("member")),
    ({"kind": ["tenure", "participation"]}, surely("member signer")),
    ({"role": "signatory"}, surely("signer")),
    ({"role": ["signatory", "member"]}, surely("signer member")),
    ({"kind": ["tenure", "participation"], "role": "signatory"}, surely("signer")),
    ({"organisation": "tsentrobalt"}, surely("member")),
    ({"event": "declaration-of-the-46"}, surely("signer")),
    ({"place": "aloja"}, surely("dweller")),
    ({"person": "idol"}, surely("fan")),
    ({"person": "fan"}, surely("idol")),
    ({"person": ["fan", "idol"]}, surely("fan idol")),
    ({"person": "member"}, {}),
    ({"source": "smilga-article"}, EVERYBODY),
    ({"source": "memoirs"}, {}),
    ({"name": "smilga"}, surely("called")),
    ({"name": ["nobody", "ŠMILGA"]}, surely("called")),
    ({"name": "smil"}, {}),
    ({"text": "mining ENGINEER"}, {"described": POSSIBLE}),
    ({"text": "смилга"}, surely("called")),
    ({"text": "50%"}, {"described": POSSIBLE}),
    ({"text": "5_%"}, {}),
    ({"text": "A.m"}, {}),
    ({"calendar": "julian"}, surely("dweller")),
    ({"calendar": ["gregorian", "julian"]}, surely("dweller member signer")),
    ({"calendar": "unknown"}, {}),
    ({"certainty": "probable"}, {"described": POSSIBLE}),
    ({"certainty": "certain", "kind": ["tenure", "description"]}, surely("member")),
    ({"basis": "inferred"}, {"described": POSSIBLE}),
    ({"basis": ["inferred", "stated"]}, EVERYBODY),
    ({"role": "arrested"}, surely("preferred")),
    ({"role": "arrested", "polarity": "denied"}, surely("denier")),
    ({"role": "arrested", "polarity": ["affirmed", "denied"]}, surely("preferred denier")),
    ({"polarity": "silent"}, surely("unmentioned")),
    ({"role": "arrested", "rank": "deprecated"}, surely("misread")),
    ({"role": "arrested", "rank": ["normal", "deprecated"]}, surely("misread")),
    ({"rank": "preferred"}, surely("preferred")),
    ({"independent_witnesses": 1}, EVERYBODY),
    ({"independent_witnesses": 2}, {}),
    ({"kind": "relationship"}, surely("fan idol")),
]


@pytest.mark.usefixtures("_record")
def test_each_part() -> None:
    cast.source("memoirs")
    found = {str(parts): asked(**parts) for parts, _ in _PARTS}
    assert found == {str(parts): expected for parts, expected in _PARTS}


_TERMS = ("1917/1920", "1917", "")
_DATES: list[tuple[str, dict[str, str], str | None]] = [
    ("1917/1920", {"overlaps": "1918"}, CERTAIN),
    ("1917/1920", {"on": "1918-05-01"}, CERTAIN),
    ("1917/1920", {"overlaps": "1917-06"}, POSSIBLE),
    ("1917/1920", {"overlaps": "1921"}, None),
    ("1917/1920", {"overlaps": "1920-06/.."}, POSSIBLE),
    ("1917/1920", {"overlaps": "../1916"}, None),
    ("1917/1920", {"before": "1921"}, CERTAIN),
    ("1917/1920", {"before": "1920-06"}, POSSIBLE),
    ("1917/1920", {"before": "1919"}, None),
    ("1917/1920", {"after": "1916"}, CERTAIN),
    ("1917/1920", {"after": "1917-06"}, POSSIBLE),
    ("1917/1920", {"after": "1917"}, None),
    ("1917/1920", {"during": "1917/1920"}, CERTAIN),
    ("1917/1920", {"during": "1917-06/1920"}, POSSIBLE),
    ("1917/1920", {"during": "1918/1920"}, None),
    # Merely attested then.
    ("1917", {"overlaps": "../1920"}, CERTAIN),
    ("1917", {"before": "1921"}, POSSIBLE),
    ("1917", {"after": "1900"}, POSSIBLE),
    ("1917", {"during": "1917"}, POSSIBLE),
    ("1917", {"after": "1917"}, None),
    # Without a date nothing is excluded.
    ("", {"on": "1918-05-01"}, POSSIBLE),
    ("", {"before": "1000"}, POSSIBLE),
    ("", {"during": "1917"}, POSSIBLE),
]


def test_dates() -> None:
    terms = {edtf: sat(f"p-{at}", edtf).person.slug for at, edtf in enumerate(_TERMS)}
    found = [
        (edtf, date, asked(kind="tenure", date=date).get(terms[edtf])) for edtf, date, _ in _DATES
    ]
    assert found == _DATES


_CALENDARS: list[tuple[str, dict[str, str], str | None]] = [
    ("julian", {"on": "1917-11-07"}, CERTAIN),
    ("julian", {"on": "1917-10-25"}, None),
    ("julian", {"on": "1917-10-25", "calendar": "julian"}, CERTAIN),
    ("gregorian", {"on": "1917-10-25", "calendar": "julian"}, None),
    ("gregorian", {"before": "1917-10-25", "calendar": "julian"}, CERTAIN),
    ("unknown", {"on": "1917-11-07"}, POSSIBLE),
    ("unknown", {"on": "1917-10-25"}, POSSIBLE),
    ("unknown", {"overlaps": "1917"}, CERTAIN),
]


def test_calendars() -> None:
    for calendar in ("julian", "gregorian", "unknown"):
        befell(calendar, edtf="1917-10-25", calendar=calendar)
    found = [
        (calendar, date, asked(role="arrested", date=date).get(calendar))
        for calendar, date, _ in _CALENDARS
    ]
    assert found == _CALENDARS


# How surely ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("hedge", [{"certainty": "probable"}, {"certainty": "possible"}, DOUBT])
def test_a_hedge_or_a_doubtful_name_makes_it_possible(hedge: dict[str, str]) -> None:
    sat("a", **hedge)
    assert [asked(kind="tenure"), asked(kind="tenure", date={"on": "1918"})] == [
        {"a": POSSIBLE},
        {"a": POSSIBLE},
    ]


def test_of_several_claims_the_surest_counts() -> None:
    sat("a", certainty="possible"), sat("a", "1918"), sat("a", **DOUBT)
    assert asked(kind="tenure") == surely("a")


def test_only_claims_with_a_sure_name_where_doubtful_is_false() -> None:
    sat("a", **DOUBT), sat("b", certainty="probable"), sat("c")
    assert [
        asked(kind="tenure", doubtful=True),
        asked(kind="tenure", doubtful=False),
    ] == [
        {"a": POSSIBLE, "b": POSSIBLE, "c": CERTAIN},
        {"b": POSSIBLE, "c": CERTAIN},
    ]


def test_the_citation_that_says_what_is_asked_must_be_the_sure_one() -> None:
    """The list means perhaps another; the memoirs, in the word of Molotov, surely him."""
    memoirs, molotov = cast.source("memoirs"), cast.person("molotov")
    made = sat("a", named_as="Srnirnov", source=cast.source("list"), **DOUBT)
    cite(made, source=memoirs, locator="¶2", named_as="Smirnov", attributed_to_person=molotov)
    sure, doubtful = surely("a"), {"a": POSSIBLE}
    assert [
        asked(kind="tenure"),
        asked(source="memoirs"),
        asked(source="list"),
        asked(source=["list", "memoirs"]),
        asked(attributed_to="molotov"),
        asked(name="Smirnov"),
        asked(name="Srnirnov"),
        asked(name=["Smirnov", "Srnirnov"]),
        asked(source="list", doubtful=False),
        asked(name="Srnirnov", doubtful=False),
        asked(source="memoirs", doubtful=False),
    ] == [sure, sure, doubtful, sure, sure, sure, doubtful, sure, {}, {}, sure]


def test_all_parts_hold_of_one_claim() -> None:
    sat("a", role_slug="member"), sat("a", role_slug="chairman", body="politburo")
    assert [
        asked(role="chairman", organisation="politburo"),
        asked(role="member", organisation="politburo"),
    ] == [surely("a"), {}]


def test_all_parts_hold_of_one_citation() -> None:
    memoirs, molotov = cast.source("memoirs"), cast.person("molotov")
    made = sat("a", named_as="Smilga")
    cite(made, source=memoirs, locator="¶2", named_as="Šmilga I.", attributed_to_person=molotov)
    assert [
        asked(source="memoirs", attributed_to="molotov", name="Smilga I."),
        asked(source="smilga-article", attributed_to="molotov"),
        asked(source="smilga-article", name="Smilga I."),
        asked(attributed_to="molotov", name="Smilga"),
    ] == [surely("a"), {}, {}, {}]


def test_whose_word_it_is() -> None:
    """A person's works are asked for by themselves."""
    serge, work = cast.person("serge"), cast.source("serge-memoirs")
    sat("a", attributed_to_person=serge), sat("b", attributed_to_source=work), sat("c")
    assert [
        asked(attributed_to="serge"),
        asked(attributed_to="serge-memoirs"),
        asked(attributed_to=["serge", "serge-memoirs"]),
    ] == [surely("a"), surely("b"), surely("a b")]


def test_what_contradicts_is_no_support() -> None:
    made = sat("a")
    cite(made, source=cast.source("memoirs"), locator="¶2", named_as="Other",
         stance=Stance.CONTRADICTS)  # fmt: skip
    assert [asked(source="memoirs"), asked(name="Other"), asked(kind="tenure")] == [
        {},
        {},
        surely("a"),
    ]


def test_copies_are_no_witnesses() -> None:
    article, copy, memoirs = cast.source(), cast.source("copy"), cast.source("memoirs")
    cast.derivation(copy, article)
    for slug, other in (("a", copy), ("b", memoirs)):
        made = sat(slug)
        cite(made, source=other, locator="¶2")
    assert [asked(independent_witnesses=number) for number in (1, 2, 3)] == [
        surely("a b"),
        surely("b"),
        {},
    ]


def test_the_value_of_a_name_or_the_name_as_printed() -> None:
    cast.claim("name", person=cast.person("a"), value="Ивар Смилга", named_as="Smilga")
    sat("b", named_as="Ivar Smilga"), sat("c", named_as="Smilga")
    assert [asked(name="Ivar Smilga"), asked(name="smilga"), asked(name="ИВАР СМИЛГА")] == [
        surely("a b"),
        surely("a c"),
        surely("a b"),
    ]


# Trees of things ----------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [Status.PUBLISHED, Status.DRAFT])
def test_parts_count_unless_exact(status: str) -> None:
    """And as far down as the public can see that they are parts."""
    whole = cast.organisation("party")
    middle = cast.organisation("committee", part_of=whole, status=status)
    cast.organisation("bureau", part_of=middle)
    sat("a", body="party"), sat("b", body="committee"), sat("c", body="bureau")
    parts = surely("a b c") if status == Status.PUBLISHED else surely("a")
    assert [
        asked(organisation="party"),
        asked(organisation="party", exact=True),
        asked(organisation="bureau"),
    ] == [parts, surely("a"), surely("c")]


def test_parts_of_events_and_places() -> None:
    event = cast.event("congress")
    cast.event("session", part_of=event)
    country = cast.place("latvia")
    cast.place("riga", part_of=country)
    for slug, happening, place in (("a", "congress", "latvia"), ("b", "session", "riga")):
        cast.claim("participation", person=cast.person(slug), event=cast.event(happening),
                   place=cast.place(place), role=cast.role("signatory"))  # fmt: skip
    assert [
        [asked(**parts), asked(**parts, exact=True)]
        for parts in ({"event": "congress"}, {"place": "latvia"}, {"event": "session"})
    ] == [[surely("a b"), surely("a")], [surely("a b"), surely("a")], [surely("b"), surely("b")]]


def test_narrower_roles_count_unless_exact() -> None:
    cast.role("chairman", broader=cast.role("member"))
    sat("a"), sat("b", role_slug="chairman")
    assert [asked(role="member"), asked(role="member", exact=True), asked(role="chairman")] == [
        surely("a b"),
        surely("a"),
        surely("b"),
    ]


# Relationships ------------------------------------------------------------------------------------


_SIDES: list[tuple[dict[str, Any], str]] = [
    ({"kind": "relationship"}, "fan idol one other"),
    ({"converse": True}, "idol one other"),
    ({"role": "supporter-of"}, "fan"),
    ({"role": "supporter-of", "converse": True}, "idol"),
    ({"role": "supporter-of", "person": "idol"}, "fan"),
    ({"role": "supporter-of", "person": "fan"}, ""),
    ({"role": "supporter-of", "person": "fan", "converse": True}, "idol"),
    ({"role": "supporter-of", "person": "idol", "converse": True}, ""),
    ({"person": "fan"}, "idol"),
    ({"person": "idol"}, "fan"),
    ({"person": "fan", "converse": True}, "idol"),
    ({"person": "idol", "converse": True}, ""),
    ({"role": "spouse-of"}, "one other"),
    ({"role": "spouse-of", "converse": True}, "one other"),
    ({"role": "spouse-of", "person": "one"}, "other"),
    ({"role": "spouse-of", "person": "other"}, "one"),
    ({"role": "spouse-of", "person": "one", "converse": True}, "other"),
    ({"role": "spouse-of", "person": "other", "converse": True}, "one"),
    ({"role": ["spouse-of", "supporter-of"]}, "fan one other"),
    ({"role": ["spouse-of", "supporter-of"], "converse": True}, "idol one other"),
    ({"place": "aloja"}, "fan idol"),
    ({"name": "Fan"}, "fan"),
]


def test_both_sides_of_a_relationship() -> None:
    tied("fan", "supporter-of", "idol", place=cast.place(), named_as="Fan")
    tied("one", "spouse-of", "other")
    found = {str(parts): asked(**parts) for parts, _ in _SIDES}
    assert found == {str(parts): surely(expected) for parts, expected in _SIDES}


def test_the_role_of_the_claim_decides_from_which_side_it_counts() -> None:
    kin = cast.role("kin-of", joins="person", converse_label="kin of")
    cast.role("parent-of", joins="person", converse_label="child of", broader=kin)
    tied("parent", "parent-of", "child"), tied("one", "kin-of", "other")
    assert [
        asked(role="kin-of"),
        asked(role="kin-of", converse=True),
        asked(role="kin-of", exact=True),
        asked(role="parent-of"),
    ] == [surely("parent one other"), surely("child one other"), surely("one other"),
          surely("parent")]  # fmt: skip


# The tree of a question ---------------------------------------------------------------------------

_STRENGTH = {None: 0, POSSIBLE: 1, CERTAIN: 2}
_TURNED = {None: CERTAIN, POSSIBLE: POSSIBLE, CERTAIN: None}
_ROWS = {"c": {}, "p": {"certainty": "probable"}, "n": None}
_SAID = {"c": CERTAIN, "p": POSSIBLE, "n": None}
BIRTH, DEATH = {"assertion": {"kind": "birth"}}, {"assertion": {"kind": "death"}}


def _kept(verdicts: dict[str, str | None]) -> dict[str, str]:
    return {slug: verdict for slug, verdict in verdicts.items() if verdict}


def test_the_three_values_in_trees() -> None:
    """Persons by how surely they were born, and died: “cp” was certainly born, possibly died."""
    for pair in product(_ROWS, repeat=2):
        person = cast.person("".join(pair))
        for kind, letter in zip(("birth", "death"), pair, strict=True):
            if _ROWS[letter] is not None:
                cast.claim(kind, person=person, **_ROWS[letter])
    slugs = ["".join(pair) for pair in product(_ROWS, repeat=2)]
    born = {slug: _SAID[slug[0]] for slug in slugs}
    died = {slug: _SAID[slug[1]] for slug in slugs}
    both = {slug: min(born[slug], died[slug], key=_STRENGTH.get) for slug in slugs}
    either = {slug: max(born[slug], died[slug], key=_STRENGTH.get) for slug in slugs}
    alive = {slug: min(born[slug], _TURNED[died[slug]], key=_STRENGTH.get) for slug in slugs}
    assert [
        who({"all": [BIRTH, DEATH]}),
        who({"any": [BIRTH, DEATH]}),
        who({"not": BIRTH}),
        who({"not": {"not": BIRTH}}),
        who({"not": {"all": [BIRTH, DEATH]}}),
        who({"not": {"any": [BIRTH, DEATH]}}),
        who({"all": [BIRTH, {"not": DEATH}]}),
        who({"all": [{"not": DEATH}, {"persons": slugs}, BIRTH]}),
        who({"any": [{"not": {"any": [{"not": BIRTH}, DEATH]}}]}),
        who({"match": "certain", "all": [BIRTH, {"not": DEATH}]}),
    ] == [
        _kept(both),
        _kept(either),
        _kept({slug: _TURNED[born[slug]] for slug in slugs}),
        _kept(born),
        _kept({slug: _TURNED[both[slug]] for slug in slugs}),
        _kept({slug: _TURNED[either[slug]] for slug in slugs}),
        _kept(alive),
        _kept(alive),
        _kept(alive),
        {"cn": CERTAIN},
    ]


def test_a_list_and_who_is_not_in_it() -> None:
    for slug in "abc":
        cast.person(slug)
    cast.person("draft", status="draft")
    assert [who({"persons": ["a", "b"]}), who({"not": {"persons": "a"}})] == [
        surely("a b"),
        surely("b c"),
    ]


# Between people -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("edtf", "columns", "expected"),
    [
        ("1918", {}, CERTAIN),
        ("1919/1922", {}, CERTAIN),
        ("1920/1922", {}, POSSIBLE),
        ("", {}, POSSIBLE),
        ("1921/1922", {}, None),
        ("1918", {"certainty": "probable"}, POSSIBLE),
        ("1918", DOUBT, POSSIBLE),
        ("1918", {"polarity": "denied"}, None),
        ("1918", {"polarity": "silent"}, None),
        ("1918", DEPRECATED, None),
        ("1918", {"body": "politburo"}, None),
    ],
)
def test_who_served_at_the_same_time(
    edtf: str, columns: dict[str, str], expected: str | None
) -> None:
    sat("a"), sat("b", edtf, **columns)
    given = {"b": expected} if expected else {}
    asked = {"overlaps_with": {"person": "a"}}
    assert [
        who(asked),
        who({"overlaps_with": {"person": "a", "organisation": "tsentrobalt"}}),
        who({"not": asked}),
    ] == [given, given, _kept({"a": CERTAIN, "b": _TURNED[expected]})]


def test_one_body_or_its_parts() -> None:
    party = cast.organisation("party")
    cast.organisation("committee", part_of=party), cast.organisation("bureau", part_of=party)
    sat("a", body="committee"), sat("b", body="bureau"), sat("c", body="committee")
    sat("d", body="party"), sat("e", body="club")

    def beside(**more: Any) -> dict[str, str]:
        return who({"overlaps_with": {"person": "a", **more}})

    assert [
        beside(),
        beside(organisation="party"),
        beside(organisation="party", exact=True),
        beside(organisation="committee"),
        beside(organisation="committee", exact=True),
        beside(organisation=["committee", "bureau"]),  # in the same one of the two
        beside(organisation=["committee", "party"]),
        beside(organisation="club"),
    ] == [surely("c"), surely("b c d"), {}, surely("c"), surely("c"), surely("c"),
          surely("b c d"), {}]  # fmt: skip


def test_the_role_that_the_answer_held_there() -> None:
    cast.role("chairman", broader=cast.role("member"))
    sat("a", role_slug="chairman"), sat("b"), sat("c", role_slug="chairman")
    sat("d", role_slug="secretary")
    assert [
        who({"overlaps_with": {"person": "a", **more}})
        for more in ({}, {"role": "member"}, {"role": "member", "exact": True})
    ] == [surely("b c d"), surely("b c"), surely("b")]


def test_whom_links_join() -> None:
    sat("a"), sat("b"), sat("c", body="politburo"), sat("b", body="politburo")
    tied("d", "supporter-of", "c", certainty="probable")

    def around(**more: Any) -> dict[str, str]:
        return who({"linked_to": {"person": "a", **more}})

    far = {**surely("b c"), "d": POSSIBLE}
    assert [
        around(),
        around(within=2),
        around(within=3),
        around(within=3, by="relationship"),
        around(within=3, by=["relationship", "organisation"], largest=2),
        who({"not": {"linked_to": {"person": "a", "within": 3}}}),
    ] == [surely("b"), surely("b c"), far, {}, far, {"a": CERTAIN, "d": POSSIBLE}]


# Dates and ages -----------------------------------------------------------------------------------


def born(slug: str, edtf: str, **columns: Any) -> Assertion:
    return cast.birth(cast.person(slug), edtf, **{"calendar": "gregorian", **columns})


def compared(*sides: Any) -> dict[str, str]:
    return who({"compare": list(sides)})


EXPELLED, ARRESTED = {"assertion": {"role": "expelled"}}, {"assertion": {"role": "arrested"}}


@pytest.mark.parametrize(
    ("expelled", "arrested", "expected"),
    [
        ("1927", "1928", [CERTAIN, None, None]),
        ("1928", "1927", [None, None, CERTAIN]),
        ("1927", "1927", [POSSIBLE, POSSIBLE, POSSIBLE]),
        ("1927-12-02", "1927-12-02", [None, CERTAIN, None]),
        ("1927-12", "1927", [POSSIBLE, POSSIBLE, POSSIBLE]),
        ("", "1927", [POSSIBLE, POSSIBLE, POSSIBLE]),
        ("1927/", "1928", [POSSIBLE, POSSIBLE, None]),
        ("1927/..", "1928", [None, CERTAIN, None]),
    ],
)
def test_two_acts(expelled: str, arrested: str, expected: list[str | None]) -> None:
    befell("a", "expelled", expelled), befell("a", "arrested", arrested)
    befell("b", "expelled", "1927"), befell("c", "arrested", "1927")
    assert [compared(EXPELLED, operator, ARRESTED) for operator in "<=>"] == [
        _kept({"a": verdict}) for verdict in expected
    ]
    assert [compared(ARRESTED, operator, EXPELLED) for operator in ">=<"] == [
        _kept({"a": verdict}) for verdict in expected
    ]


@pytest.mark.parametrize("hedge", [{"certainty": "probable"}, DOUBT])
def test_a_comparison_is_as_sure_as_its_claims(hedge: dict[str, str]) -> None:
    befell("a", "expelled", "1927", **hedge), befell("a", "arrested", "1928")
    befell("b", "expelled", "1927"), befell("b", "arrested", "1928")
    befell("b", "arrested", "1929", **hedge)
    assert [compared(EXPELLED, "<", ARRESTED), compared(ARRESTED, ">", EXPELLED)] == [
        {"a": POSSIBLE, "b": CERTAIN}
    ] * 2


def test_a_claim_is_not_compared_with_itself() -> None:
    befell("a", edtf="1927"), befell("b", edtf="1927-01-01"), befell("b", edtf="1927-01-02")
    assert [compared(ARRESTED, operator, ARRESTED) for operator in "<=>"] == [
        {"b": CERTAIN},
        {},
        {"b": CERTAIN},
    ]


def test_denied_and_deprecated_claims_are_not_compared_unless_asked_for() -> None:
    born("a", "1890", polarity="denied"), born("b", "1890", **DEPRECATED), born("c", "1890")
    denied = {"assertion": {"kind": "birth", "polarity": "denied"}}
    assert [compared("birth.date", "<", "1900"), compared(denied, "<", "1900")] == [
        surely("c"),
        surely("a"),
    ]


def test_with_a_date_that_the_question_gives() -> None:
    born("a", "1892-11-19", calendar="julian")  # 1 December in the Gregorian calendar
    assert [
        compared("birth.date", "=", "1892-12-01"),
        compared("birth.date", "<", "1892-12"),
        compared("birth.date", "=", "1892"),
        compared("birth.date", "=", {"date": "1892-11-19", "calendar": "julian"}),
        compared({"date": "1892-11-18", "calendar": "julian"}, "<", "birth.date"),
        compared("birth.date", "=", "1892-11-19"),
        compared("birth.date", "=", "../1892"),
        compared("birth.date", ">", "../1892"),
    ] == [surely("a"), {}, surely("a"), surely("a"), surely("a"), {}, surely("a"), {}]


def test_with_an_event() -> None:
    """When the record says that it occurred, not what is part of it."""
    congress = cast.event("congress")
    part = cast.event("session", part_of=congress)
    day = {"calendar": "gregorian", "date_text": "1927"}
    cast.claim("occurrence", event=part, edtf="1800", **day)
    cast.claim("death", person=cast.person("a"), edtf="1927-12-20", **day)
    after = ("death.date", ">", "event:congress.date")
    before = [compared(*after)]
    cast.claim("occurrence", event=congress, edtf="1927-12-02/1927-12-19", **day)
    cast.claim("occurrence", event=congress, edtf="1990", polarity="denied", **day)
    assert [*before, compared(*after), compared("event:congress.date", "<", "death.date")] == [
        {},
        surely("a"),
        surely("a"),
    ]
    cast.claim("occurrence", event=congress, edtf="1927-12-30", certainty="probable", **day)
    assert compared("death.date", "<", "event:congress.date") == {"a": POSSIBLE}


@pytest.mark.parametrize(
    ("birth", "at", "expected"),
    [
        # By the operators <, <=, =, >= and > 35.
        ("1892-11-19", "1927-11-18", [CERTAIN, CERTAIN, None, None, None]),
        ("1892-11-19", "1927-11-19", [None, CERTAIN, CERTAIN, CERTAIN, None]),
        ("1892-11-19", "1928-11-19", [None, None, None, CERTAIN, CERTAIN]),
        ("1892", "1927", [POSSIBLE, CERTAIN, POSSIBLE, POSSIBLE, None]),
        ("1892", "1928", [None, POSSIBLE, POSSIBLE, CERTAIN, POSSIBLE]),
        ("1890/1894", "1927", [POSSIBLE] * 5),
        ("", "1927", [POSSIBLE] * 5),
        ("1892", "", [POSSIBLE] * 5),
        ("1930", "1927", [None] * 5),
        ("1920/1930", "1927", [CERTAIN, CERTAIN, None, None, None]),
    ],
)
def test_ages_at_an_act(birth: str, at: str, expected: list[str | None]) -> None:
    born("a", birth), befell("a", "expelled", at)
    befell("unborn", "expelled", "1927"), born("never-expelled", "1892")
    assert [
        compared({"age_at": EXPELLED}, operator, 35) for operator in ("<", "<=", "=", ">=", ">")
    ] == [_kept({"a": verdict}) for verdict in expected]


def test_age_at_the_beginning_of_what_lasts_and_on_some_day_of_a_date() -> None:
    born("a", "1890-01-01")
    sat("a", "1920-01-01/1930")
    cast.claim("occurrence", event=cast.event("war"), edtf="1920-01-01/1930", date_text="1920–1930",
               calendar="gregorian")  # fmt: skip
    tenure = {"assertion": {"kind": "tenure"}}
    assert [
        compared({"age_at": side}, "=", years)
        for side in (tenure, "event:war.date", "1920/1930")
        for years in (30, 35)
    ] == [surely("a"), {}, surely("a"), {}, {"a": POSSIBLE}, {"a": POSSIBLE}]


@pytest.mark.parametrize(
    ("birth", "expected"),
    [("1890", CERTAIN), ("1920/1930", POSSIBLE), ("../1892", None), ("1930", None)],
)
def test_nobody_has_an_age_before_the_birth(birth: str, expected: str | None) -> None:
    born("a", birth)
    cast.claim("occurrence", event=cast.event("war"), edtf="1927", date_text="1927")
    cast.claim("occurrence", event=cast.event("undated"))
    for side in ("1927", "event:war.date"):
        assert compared({"age_at": side}, "<", 40 if birth != "../1892" else 30) == _kept(
            {"a": expected}
        )
    assert compared({"age_at": "event:undated.date"}, ">=", 0) == {"a": POSSIBLE}


def test_what_is_not_known_of_a_life_is_not_certainly_otherwise() -> None:
    born("a", "1892"), befell("a", "expelled", "1927")
    befell("birth-untold", "expelled", "1927")
    born("never-expelled", "1892")
    young = {"compare": [{"age_at": EXPELLED}, "<", 30]}
    dead = {"compare": ["death.date", "<", "1930"]}
    assert who(young) == {}
    assert who({"not": young}) == {
        "a": CERTAIN, "birth-untold": POSSIBLE, "never-expelled": CERTAIN,
    }  # fmt: skip
    everybody = ["a", "birth-untold", "never-expelled"]
    assert who({"not": dead}) == dict.fromkeys(everybody, POSSIBLE)
    assert who({"not": {"all": [young, {"persons": everybody}]}}) == who({"not": young})
    assert who({"all": [{"persons": everybody}, {"not": {"any": [young, dead]}}]}) == (
        dict.fromkeys(everybody, POSSIBLE)
    )


def test_sources_that_disagree_each_make_an_age() -> None:
    born("a", "1890-01-01"), born("a", "1892-01-01"), befell("a", "expelled", "1920-06-01")
    assert [compared({"age_at": EXPELLED}, "=", years) for years in (28, 29, 30)] == [
        surely("a"),
        {},
        surely("a"),
    ]


# What is not public -------------------------------------------------------------------------------


def _drafts() -> dict[str, Any]:
    """Columns of claims, by why the public must not know of them."""
    hidden = {"status": "draft"}
    return {
        **{status: {"status": status} for status in ("draft", "review", "retracted")},
        "uncited": {"cited": False},
        "contradicted": {"stance": Stance.CONTRADICTS},
        "unpublished source": {"source": cast.source("secret", **hidden)},
        "unpublished work": {"attributed_to_source": cast.source("secret-work", **hidden)},
        "unpublished witness": {"attributed_to_person": cast.person("secret-man", **hidden)},
        "unpublished place": {"place": cast.place("secret-place", **hidden)},
    }


def _everything_of_b(**columns: Any) -> None:
    """Claims by which somebody answers each of the leaves below."""
    sat("b", "1918", named_as="Secret Name", value="Secret words", **columns)
    tied("b", "supporter-of", "a", **columns), tied("a", "supporter-of", "c", **columns)
    befell("b", "elected", "1918", **columns)
    cast.claim("occurrence", event=cast.event("congress"), edtf="1950", date_text="1950",
               **columns)  # fmt: skip


_ELECTED, _TENURE = {"assertion": {"role": "elected"}}, {"assertion": {"kind": "tenure"}}
_LEAVES: list[dict[str, Any]] = [
    _TENURE,
    {"assertion": {"organisation": "tsentrobalt", "date": {"on": "1918"}}},
    {"assertion": {"text": "secret"}},
    {"assertion": {"name": "Secret Name"}},
    {"assertion": {"kind": "relationship"}},
    {"assertion": {"converse": True}},
    {"assertion": {"person": ["a", "b", "c"]}},
    {"overlaps_with": {"person": "a"}},
    {"linked_to": {"person": "a", "within": 3}},
    {"linked_to": {"person": "b", "within": 3}},
    {"compare": [_TENURE, "=", "1918"]},
    {"compare": [{"age_at": _ELECTED}, "=", 28]},
    {"compare": ["birth.date", "<", "event:congress.date"]},
]


def test_nothing_unpublished_answers() -> None:
    """No sort of leaf finds such a claim, and whoever denies it is right."""
    sat("a"), born("b", "1890"), cast.person("c")
    cast.event("congress"), cast.role("elected"), cast.role("supporter-of")
    public = [who(leaf) for leaf in _LEAVES]
    for columns in _drafts().values():
        _everything_of_b(**columns)
    cast.person("secret-member", status="draft")
    sat("secret-member", "1918"), tied("secret-member", "supporter-of", "a")
    tied("b", "supporter-of", "secret-member")
    found = [who(leaf) for leaf in _LEAVES]
    assert (
        found == [surely("a") if at in (0, 1, 10) else {} for at in range(len(_LEAVES))] == public
    )
    assert [who({"not": leaf}) for leaf in _LEAVES] == [
        {slug: CERTAIN for slug in "abc" if slug not in answers} for answers in found
    ]
    # Published, it all shows.
    _everything_of_b()
    assert [who(leaf) == before for leaf, before in zip(_LEAVES, found, strict=True)] == (
        [False] * len(_LEAVES)
    )


def test_a_claim_about_what_is_unpublished_answers_nothing() -> None:
    """The body was public once; the claim still says that it is."""
    sat("a", body="secret-club")
    Organisation.objects.filter(slug="secret-club").update(status=Status.RETRACTED)
    assert [asked(kind="tenure"), asked(role="member"), asked(date={"on": "1918"})] == [{}, {}, {}]
