"""The questions to begin with: those that the record can answer, as they are in the file."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from prosopography.models import Organisation, Person
from prosopography.queries.questions import answer, read
from prosopography.queries.questions.examples import examples
from tests import cast
from tests.test_record import Record

MEMBERS = {"assertion": {"role": "member", "organisation": "tsentrobalt"}}
WITH_SMILGA = {"overlaps_with": {"person": "ivar-smilga"}}
ON_HIS_WORD = {"assertion": {"attributed_to": "ivar-smilga"}}


@pytest.fixture
def file(tmp_path: Path, settings: Any) -> None:
    path = tmp_path / "questions.json"
    questions = {"Members?": MEMBERS, "With him?": WITH_SMILGA, "On his word?": ON_HIS_WORD}
    given = [{"title": title, "question": each} for title, each in questions.items()]
    path.write_text(json.dumps(given), encoding="utf-8")
    settings.EXAMPLE_QUESTIONS = str(path)


def titles() -> list[str]:
    return [each.title for each in examples()]


@pytest.mark.django_db
@pytest.mark.usefixtures("file")
def test_what_the_record_cannot_know_is_left_out() -> None:
    assert titles() == []
    cast.role("member")
    cast.organisation("tsentrobalt", status="draft")
    cast.person()
    assert titles() == ["With him?", "On his word?"]
    Organisation.objects.update(status="published")
    assert titles() == ["Members?", "With him?", "On his word?"]
    Person.objects.update(status="draft")
    assert titles() == ["Members?"]
    cast.source("ivar-smilga")
    assert titles() == ["Members?", "On his word?"]


@pytest.mark.django_db
def test_a_title_is_said_in_the_language_that_is_spoken(tmp_path: Path, settings: Any) -> None:
    path = tmp_path / "questions.json"
    asked = {"assertion": {"kind": "birth"}}
    both = {"title": "Who was born?", "title_ru": "Кто родился?", "question": asked}
    given = [both, {"title": "Only so?", "question": asked}]
    path.write_text(json.dumps(given), encoding="utf-8")
    settings.EXAMPLE_QUESTIONS = str(path)
    assert titles() == ["Who was born?", "Only so?"]
    with translation.override("ru"):
        assert titles() == ["Кто родился?", "Only so?"]


@pytest.mark.django_db
def test_every_table_in_which_a_slug_is_asked_for_must_have_it(
    tmp_path: Path, settings: Any
) -> None:
    path = tmp_path / "questions.json"
    both = {"all": [{"assertion": {"event": "trial"}}, {"assertion": {"place": "trial"}}]}
    path.write_text(json.dumps([{"title": "Both?", "question": both}]), encoding="utf-8")
    settings.EXAMPLE_QUESTIONS = str(path)
    cast.event("trial")
    assert titles() == []
    cast.place("trial")
    assert titles() == ["Both?"]


@pytest.mark.django_db
@pytest.mark.usefixtures("file")
def test_the_number_of_queries(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    cast.tenure()
    cast.source("ivar-smilga")
    # roles, organisations, persons, sources
    with django_assert_num_queries(4):
        examples()


@pytest.mark.django_db
def test_without_a_file_there_are_none(settings: Any, tmp_path: Path) -> None:
    settings.EXAMPLE_QUESTIONS = str(tmp_path / "missing.json")
    assert examples() == []
    settings.EXAMPLE_QUESTIONS = ""
    assert examples() == []


class RecordExamples(Record):
    """The examples of the Left Opposition, answered out of its record."""

    def answers(self) -> list[tuple[set[str], set[str]]]:
        """Who certainly and who possibly, by example."""
        found = []
        for each in examples():
            given = answer(read(each.question))
            found.append(
                tuple(
                    {one.person.slug for one in given.slice(0, 100) if one.match == match}
                    for match in ("certain", "possible")
                )
            )
        return found

    def test_there_are_eight_as_an_address_holds_them(self) -> None:
        assert [read(each.question).canonical for each in examples()] == [
            each.text for each in examples()
        ]
        assert len(examples()) == 8

    def test_each_has_the_answers_that_the_documents_give(self) -> None:
        (
            signed, sat, served, never_expelled, readmitted, young, died, steadfast
        ) = self.answers()  # fmt: skip
        signatories = {
            "andrei-bubnov", "evgenia-bosh", "georgy-pyatakov", "ivan-smirnov", "ivar-smilga",
            "l-serebryakov", "lazar-kaganovich", "nikolai-muralov", "timofei-sapronov",
            "valerian-obolensky", "victor-serge", "vladimir-antonov-ovseenko", "yakov-drobnis",
            "yevgeni-preobrazhensky",
        }  # fmt: skip
        expelled = {"andrei-bubnov", "georgy-pyatakov", "ivan-smirnov", "ivar-smilga"}
        assert signed == (signatories, set())
        assert never_expelled == (signatories - expelled, set())
        # Born in 1890, or (Smilga) in 1892; but one source has him older.
        assert young == (
            {"georgy-pyatakov", "ivar-smilga", "victor-serge", "yakov-drobnis"}, set()
        )  # fmt: skip
        assert (len(sat[0]), sat[1]) == (16, {"l-serebryakov", "yevgeni-preobrazhensky"})
        assert served == (set(), (sat[0] | sat[1]) - {"ivar-smilga"})
        # Poluyan, expelled in 1928, came back at some time between 1928 and 1937.
        assert readmitted == ({"grigory-zinoviev", "lev-kamenev"}, {"nadezhda-poluyan"})
        assert (len(died[0]), died[1]) == (
            16, {"grigory-zinoviev", "lev-kamenev", "timofei-sapronov"}
        )  # fmt: skip
        assert steadfast == (
            {"christian-rakovsky", "g-i-safarov", "georgy-pyatakov", "ivan-smirnov",
             "mikhail-lashevich"}, set(),
        )  # fmt: skip
