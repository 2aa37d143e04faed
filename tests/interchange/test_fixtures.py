"""Fixtures in and out: checked, derived, with history, all or nothing, and byte for byte."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prosopography.editing import row
from prosopography.interchange.fixtures import Given, export, load
from prosopography.interchange.fixtures.layout import MODELS
from prosopography.models import (
    Assertion,
    Authority,
    Citation,
    Derivation,
    Identifier,
    NameForm,
    Organisation,
    Passage,
    Person,
    Role,
    Source,
)
from tests import cast

pytestmark = pytest.mark.django_db

PERSON = {
    "slug": "ivar-smilga",
    "label": "Ivar Smilga",
    "sort_label": "Smilga, Ivar",
    "status": "published",
}
SOURCE = {"slug": "serge-memoirs", "label": "Serge", "title": "Memoirs", "kind": "memoir",
          "status": "published"}  # fmt: skip
BIRTH = {
    "identifier": "a00000001",
    "kind": "birth",
    "person": ["ivar-smilga"],
    "date_text": "1892",
    "edtf": "1892",
    "status": "published",
}
CITATION = {
    "identifier": "c00000001",
    "assertion": ["a00000001"],
    "source": ["serge-memoirs"],
    "locator": "¶2",
    "quotation": "Смилга, born in 1892",
    "named_as": "Смилга",
}
ROLE = {"slug": "member", "label": "member", "joins": "organisation", "lasting": True}


def thing(model: str, fields: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """An object of a fixture; a change to ... leaves the field out."""
    merged = {**fields, **changes}
    return {
        "model": f"prosopography.{model}",
        "fields": {name: value for name, value in merged.items() if value is not ...},
    }


def sound() -> list[dict[str, Any]]:
    """A small record that can be taken. The claim stands before what it names."""
    return [
        thing("citation", CITATION),
        thing("assertion", BIRTH),
        thing("person", PERSON),
        thing("source", SOURCE),
        thing("role", ROLE),
    ]


def write(tmp_path: Path, objects: Any, name: str = "record.json") -> Path:
    path = tmp_path / name
    path.write_text(json.dumps(objects), encoding="utf-8")
    return path


def refusal(tmp_path: Path, objects: Any) -> str:
    """The error of loading these, after which nothing must have changed."""
    path = write(tmp_path, objects)
    with pytest.raises(CommandError) as caught:
        call_command("loaddata", path, verbosity=0)
    assert {
        model.__name__: model.objects.count() for model in MODELS if model.objects.exists()
    } == {}
    assert NameForm.objects.count() == 0
    assert Person.history.count() == 0
    return str(caught.value)


def test_load_takes_objects_in_any_order(tmp_path: Path) -> None:
    call_command("loaddata", write(tmp_path, sound()), verbosity=0)
    made = Assertion.objects.public().get()
    assert (made.person.slug, made.citations.get().source.slug) == ("ivar-smilga", "serge-memoirs")


def test_load_derives_names_and_days_and_writes_history(tmp_path: Path) -> None:
    call_command("loaddata", write(tmp_path, sound()), verbosity=0)
    made = Assertion.objects.get()
    assert made.earliest_start == 2412099  # 1 January 1892, Gregorian
    assert sorted(NameForm.objects.values_list("text", flat=True)) == ["Ivar Smilga", "Смилга"]
    assert NameForm.objects.get(text="Смилга").keys.filter(kind="word").get().value == "smilga"
    assert [h.history_change_reason for h in made.history.all()] == ["import"]
    assert Citation.history.count() == 1


def test_load_says_how_much(tmp_path: Path, capsys) -> None:
    call_command("loaddata", write(tmp_path, sound()))
    assert capsys.readouterr().out == "Installed 5 object(s) from 1 fixture(s).\n"
    call_command("loaddata", write(tmp_path, sound()))
    assert capsys.readouterr().out == "Installed 0 object(s) from 1 fixture(s).\n"


def test_load_again_changes_only_what_differs(tmp_path: Path) -> None:
    call_command("loaddata", write(tmp_path, sound()), verbosity=0)
    objects = sound()
    objects[1]["fields"]["edtf"] = "1893"
    call_command("loaddata", write(tmp_path, objects), verbosity=0)
    assert Assertion.objects.get().earliest_start == 2412465  # 1 January 1893
    assert (Assertion.history.count(), Citation.history.count()) == (2, 1)


def test_load_if_empty_leaves_a_record_alone(tmp_path: Path, capsys) -> None:
    cast.person("leon-trotsky")
    call_command("loaddata", write(tmp_path, sound()), if_empty=True)
    assert capsys.readouterr().out == "The database holds a record already: nothing loaded.\n"
    assert [person.slug for person in Person.objects.all()] == ["leon-trotsky"]


def test_load_reads_trees_in_any_order(tmp_path: Path) -> None:
    objects = [
        thing("organisation", {"slug": s, "label": s, "sort_label": s, "part_of": p and [p]})
        for s, p in (("c", "b"), ("b", "a"), ("a", None))
    ]
    call_command("loaddata", write(tmp_path, objects), verbosity=0)
    assert Organisation.objects.get(slug="c").part_of.part_of.slug == "a"


def test_load_leaves_other_apps_to_django(tmp_path: Path) -> None:
    group = {"model": "auth.group", "fields": {"name": "Readers", "permissions": []}}
    call_command(
        "loaddata", write(tmp_path, [group], "groups.json"), write(tmp_path, sound()), verbosity=0
    )
    assert Group.objects.filter(name="Readers").count() == 1
    assert Assertion.objects.count() == 1


WRONG = [
    (
        "unknown role",
        [*sound(), thing("organisation", {"slug": "cc", "label": "CC", "sort_label": "CC"}),
         thing("assertion", BIRTH, identifier="a00000002", kind="tenure", role=["membre"],
               organisation=["cc"])],
        "record.json: object 7 (assertion “a00000002”): role: no role “membre”.",
    ),
    (
        "citation without a source",
        [*sound()[1:], thing("citation", CITATION, source=...)],
        "record.json: object 5 (citation “c00000001”): source: this is needed.",
    ),
    (
        "citation with an empty source",
        [*sound()[1:], thing("citation", CITATION, source=None)],
        "record.json: object 5 (citation “c00000001”): source: this is needed.",
    ),
    (
        "forbidden column",
        [thing("assertion", BIRTH, value="a detail"), *sound()[2:]],
        "record.json: object 1 (assertion “a00000001”): value: "
        "A birth does not use this: leave it empty.",
    ),
    (
        "missing column",
        [thing("assertion", BIRTH, person=None), *sound()[2:]],
        "record.json: object 1 (assertion “a00000001”): person: A birth needs this.",
    ),
    (
        "unknown field",
        [thing("person", PERSON, born="1892")],
        "record.json: object 1 (person “ivar-smilga”): born: no such field in a person.",
    ),
    (
        "derived field",
        [*sound()[2:], thing("assertion", BIRTH, earliest_start=1)],
        "record.json: object 4 (assertion “a00000001”): earliest_start: "
        "is derived from other columns: leave it out.",
    ),
    (
        "published claim without evidence",
        sound()[1:],
        "record.json: object 1 (assertion “a00000001”): status: "
        "A published claim needs at least one citation.",
    ),
    (
        "published claim about a draft",
        [*sound()[:2], thing("person", PERSON, status="draft"), *sound()[3:]],
        "record.json: object 2 (assertion “a00000001”): status: Ivar Smilga is not published.",
    ),
    (
        "the same thing twice",
        [*sound(), thing("person", PERSON)],
        "record.json: object 6 (person “ivar-smilga”): the same as object 3 of record.json.",
    ),
    (
        "unknown choice",
        [thing("person", PERSON, status="public")],
        "record.json: object 1 (person “ivar-smilga”): status: "
        "Value 'public' is not a valid choice.",
    ),
    (
        "a constraint of the database",
        [*sound(), thing("citation", CITATION, identifier="c00000002")],
        "record.json: object 6 (citation “c00000002”): "
        "The claim is already cited with these words.",
    ),
    (
        "a circle",
        [thing("place", {"slug": s, "label": s, "sort_label": s, "part_of": [p]})
         for s, p in (("a", "b"), ("b", "a"))],
        "record.json: object 1 (place “a”): part_of: it would be a part of itself.",
    ),
    (
        "a number for a reference",
        [*sound()[2:], thing("assertion", BIRTH, person=7)],
        "record.json: object 4 (assertion “a00000001”): person: a reference is a list with the "
        "natural key, for example [“…”]; not 7.",
    ),
    (
        "a key of the database",
        [{**thing("person", PERSON), "pk": 7}],
        "record.json: object 1 (person “ivar-smilga”): rows are named by their natural key: "
        "leave the “pk” out.",
    ),
    (
        "no identifier",
        [*sound()[2:], thing("assertion", BIRTH, identifier=...)],
        "record.json: object 4 (assertion): identifier: this is needed.",
    ),
    (
        "an unknown model",
        [{"model": "prosopography.rumour", "fields": {}}],
        "record.json: object 1 (rumour): no model “prosopography.rumour” stands in fixtures "
        "of the record.",
    ),
    (
        "an object of another app among ours",
        [thing("person", PERSON), {"model": "auth.group", "fields": {"name": "Readers"}}],
        "record.json: object 2 (auth.group) does not belong to the record: "
        "put objects of other apps into a file of their own.",
    ),
    (
        "a list for a text",
        [thing("person", PERSON, label=["Ivar"])],
        "record.json: object 1 (person “ivar-smilga”): label: "
        "not a value that this field can hold.",
    ),
    (
        "a list for a slug in a tree",
        [thing("place", {"slug": ["a"], "label": "a", "sort_label": "a"})],
        "record.json: object 1 (place): slug: not a value that this field can hold.",
    ),
    (
        "a list within a reference",
        [thing("place", {"slug": "a", "label": "a", "sort_label": "a", "part_of": [["b"]]})],
        "record.json: object 1 (place “a”): part_of: a reference is a list with the natural key, "
        "for example [“…”]; not [['b']].",
    ),
    (
        "a character that no database stores",
        [thing("person", PERSON, note="\x00")],
        "record.json: object 1 (person “ivar-smilga”): note: not a value that this field can hold.",
    ),
    (
        "half a character",
        [thing("person", PERSON, note="\ud800")],
        "record.json: object 1 (person “ivar-smilga”): note: not a value that this field can hold.",
    ),
    (
        "blanks at an end",
        [thing("person", PERSON, label=" ")],
        "record.json: object 1 (person “ivar-smilga”): label: it begins or ends with white space.",
    ),
    (
        "an identifier of another table",
        [*sound()[2:], thing("assertion", BIRTH, identifier="c00000001")],
        "record.json: object 4 (assertion “c00000001”): identifier: The identifier of an assertion "
        "is an a and eight characters out of 0-9 and a-z without i, l, o and u.",
    ),
    ("no list", {"model": "prosopography.person"}, "record.json: a fixture is a list of objects."),
]  # fmt: skip


@pytest.mark.parametrize(("objects", "message"), [w[1:] for w in WRONG], ids=[w[0] for w in WRONG])
def test_load_refuses_what_is_wrong_and_says_where(
    tmp_path: Path, objects: Any, message: str
) -> None:
    assert refusal(tmp_path, objects) == message


def test_load_refuses_an_impossible_date(tmp_path: Path) -> None:
    said = refusal(tmp_path, [*sound()[2:], thing("assertion", BIRTH, edtf="1892-11-31")])
    assert said.startswith("record.json: object 4 (assertion “a00000001”): edtf: ")


def test_load_refuses_what_is_not_json(tmp_path: Path) -> None:
    path = tmp_path / "record.json"
    path.write_text("[{", encoding="utf-8")
    with pytest.raises(CommandError, match=r"^record\.json: cannot be read as JSON: "):
        call_command("loaddata", path, verbosity=0)


def test_load_refuses_what_is_said_twice_or_nested_without_end(tmp_path: Path) -> None:
    for text in ('[{"model": "a", "model": "b"}]', "[" * 100_000, f"[{'9' * 5000}]"):
        path = tmp_path / "record.json"
        path.write_text(text, encoding="utf-8")
        with pytest.raises(CommandError, match=r"^record\.json: cannot be read as JSON: "):
            call_command("loaddata", path, verbosity=0)


def test_load_refuses_a_circle_of_new_and_old_links(tmp_path: Path) -> None:
    for below, above in (("c", "b"), ("e", "d")):
        cast.place(below, part_of=cast.place(above))
    objects = [
        thing("place", {"slug": s, "label": s.upper(), "sort_label": s.upper(), "part_of": [p]})
        for s, p in (("b", "e"), ("d", "c"))
    ]
    with pytest.raises(CommandError, match="part_of: it would be a part of itself"):
        call_command("loaddata", write(tmp_path, objects), verbosity=0)


@pytest.mark.parametrize(
    "change",
    [
        thing("person", PERSON, status="draft"),
        thing("source", SOURCE, status="retracted"),
        thing("citation", CITATION, stance="contradicts"),
    ],
    ids=["person", "source", "citation"],
)
def test_load_refuses_to_take_away_what_published_claims_rest_on(
    tmp_path: Path, change: dict[str, Any]
) -> None:
    call_command("loaddata", write(tmp_path, sound()), verbosity=0)
    with pytest.raises(CommandError, match="The published claim “a00000001”, which is in the data"):
        call_command("loaddata", write(tmp_path, [change]), verbosity=0)
    assert Assertion.objects.public().count() == 1


def test_load_refuses_an_address_that_leads_elsewhere(tmp_path: Path) -> None:
    row.revise(cast.person(), slug="ivars-smilga")
    with pytest.raises(CommandError, match="slug: This address once was that of Ivar Smilga"):
        call_command("loaddata", write(tmp_path, [thing("person", PERSON)]), verbosity=0)


def test_role_in_use_keeps_what_it_joins(tmp_path: Path) -> None:
    cast.tenure()
    with pytest.raises(CommandError, match="joins: Claims or narrower roles use this role"):
        call_command("loaddata", write(tmp_path, [thing("role", ROLE, joins="event")]), verbosity=0)


def test_export_of_an_empty_record_touches_nothing(tmp_path: Path) -> None:
    old = write(tmp_path, [], "vocabulary.json")
    with pytest.raises(CommandError, match="The database holds no record: nothing to export"):
        call_command("export_fixtures", tmp_path)
    assert old.exists()


def test_load_refuses_the_record_in_other_formats(tmp_path: Path) -> None:
    path = tmp_path / "record.jsonl"
    path.write_text(json.dumps(thing("person", PERSON)) + "\n", encoding="utf-8")
    with pytest.raises(CommandError, match="read from JSON fixtures"):
        call_command("loaddata", path, verbosity=0)
    assert Person.objects.count() == 0


def make_everything() -> None:
    """A record with something in every file."""
    committee = cast.organisation("central-committee", part_of=cast.organisation("party"))
    cast.tenure(what=committee, edtf="1917-07/", quotation="a member of the Central Committee")
    cast.name("Смилга")
    cast.birth(status="draft", cited=False)
    cast.signature(attributed_to_person=cast.person("vyacheslav-molotov"))
    row.revise(cast.person(), slug="ivars-smilga")
    authority = row.create(
        Authority,
        slug="wikidata",
        label="Wikidata",
        url_template="https://www.wikidata.org/wiki/{}",
    )
    row.create(Identifier, authority=authority, value="Q1", person=cast.person("ivars-smilga"))
    row.create(Derivation, source=cast.source(), derived_from=cast.source("wikipedia"))
    row.save(Passage(source=cast.source(), locator="¶9", reason="heading"))
    cast.place(latitude="57.76", longitude="-24.8")
    cast.role("chairman", broader=cast.role("member"))


def exported(folder: Path) -> dict[str, str]:
    export(folder, "cast")
    return {
        str(path.relative_to(folder)): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.json"))
    }


def test_export_then_load_then_export_is_the_same(tmp_path: Path) -> None:
    make_everything()
    before = exported(tmp_path / "one")
    assert "cast/identifiers.json" in before  # the redirect
    wipe()
    call_command("loaddata", *sorted((tmp_path / "one").rglob("*.json")), verbosity=0)
    assert exported(tmp_path / "two") == before


def wipe() -> None:
    for model in reversed(MODELS):
        if model is Organisation:
            model.objects.exclude(part_of=None).delete()
        if model is Role:
            model.objects.exclude(broader=None).delete()
        model.objects.all().delete()


def test_export_removes_a_file_that_has_become_empty(tmp_path: Path) -> None:
    old = tmp_path / "cast" / "assertions_death.json"
    old.parent.mkdir()
    old.write_text("[]", encoding="utf-8")
    make_everything()
    assert "cast/assertions_death.json" not in exported(tmp_path)


def test_export_leaves_out_what_is_derived(tmp_path: Path) -> None:
    cast.tenure()
    (text,) = [t for name, t in exported(tmp_path).items() if name.endswith("_tenure.json")]
    claim, citation = json.loads(text)
    assert sorted(claim["fields"]) == sorted(
        [
            "identifier",
            "kind",
            "person",
            "related_person",
            "role",
            "organisation",
            "event",
            "place",
            "value",
            "date_text",
            "calendar",
            "edtf",
            "certainty",
            "basis",
            "polarity",
            "rank",
            "rank_reason",
            "status",
            "note",
        ]
    )
    assert sorted(citation["fields"]) == sorted(
        [
            "identifier",
            "assertion",
            "source",
            "locator",
            "quotation",
            "stance",
            "named_as",
            "attributed_to_source",
            "attributed_to_person",
            "identification",
            "identification_note",
        ]
    )


def test_export_command_says_what_it_wrote(tmp_path: Path, capsys) -> None:
    cast.person()
    call_command("export_fixtures", tmp_path, record="cast")
    assert capsys.readouterr().out == f"     1 {tmp_path / 'cast' / 'persons.json'}\n"
    with pytest.raises(CommandError, match="--record"):
        call_command("export_fixtures", tmp_path, record="../elsewhere")


TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=40)
ANY_TEXT = st.text(st.characters(), max_size=10)
MODELS_AND_SLUGS = [
    *(f"prosopography.{m}" for m in ("person", "organisation", "role", "assertion", "citation")),
    "ivar-smilga",
]


@settings(
    max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(
    value=TEXT, note=TEXT, date_text=TEXT, edtf=st.sampled_from(["", "1917", "1917-10/..", "19XX"])
)
def test_any_text_comes_back_as_it_was(
    tmp_path: Path, value: str, note: str, date_text: str, edtf: str
) -> None:
    wipe()
    given_text = {"value": value.strip() or "?", "note": note.strip()}
    columns = {**given_text, "date_text": date_text.strip(), "edtf": edtf}
    objects = [
        thing("person", PERSON),
        thing("assertion", BIRTH, kind="name", status="draft", **columns),
    ]
    load(Given("any.json", n, o) for n, o in enumerate(objects, 1))
    before = exported(tmp_path)
    wipe()
    call_command("loaddata", *sorted(tmp_path.rglob("*.json")), verbosity=0)
    assert Assertion.objects.values(*columns).get() == columns
    assert exported(tmp_path) == before


@settings(
    max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(
    content=st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | ANY_TEXT
        | st.sampled_from(MODELS_AND_SLUGS),
        lambda inner: st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["model", "fields", *PERSON, *BIRTH]), inner, max_size=5),
        max_leaves=12,
    )
)  # fmt: skip
def test_no_fixture_raises_anything_but_its_own_error(tmp_path: Path, content: Any) -> None:
    path = write(tmp_path, content)
    with suppress(CommandError):
        call_command("loaddata", path, verbosity=0)
    assert Source.objects.count() == 0
