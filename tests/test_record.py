"""The record of the Left Opposition, as it is committed, held against the documents."""

import json
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import TestCase

from prosopography.interchange.fixtures import export
from prosopography.models import (
    Alternative,
    Assertion,
    Citation,
    NameForm,
    Person,
    Source,
    Stance,
)
from prosopography.queries.documents import check_quotations, coverage
from prosopography.queries.identity import doubtful_mentions
from prosopography.queries.search import search
from prosopography.queries.witness import count_witnesses

FIXTURES = settings.BASE_DIR / "fixtures"
FILES = [FIXTURES / "vocabulary.json", *sorted((FIXTURES / "left_opposition").glob("*.json"))]

#: Spellings of four men, none of which may lead to another first.
VARIANTS = {
    "ivar-smilga": "Смилга Smilga Šmilga",
    "georgy-pyatakov": "Пятаков Pyatakov Piatakov Pjatakow",
    "leon-trotsky": "Троцкий Trotsky Trotzki Trockij",
    "yevgeni-preobrazhensky": "Preobrazhensky Preobrazhenskii Преображенский Preobrajensky",
}


class Record(TestCase):
    """Loads the record once for the tests of a class."""

    @classmethod
    def setUpTestData(cls) -> None:
        call_command("loaddata", *FILES, verbosity=0)


class RecordTests(Record):
    def test_export_gives_back_what_was_loaded_byte_for_byte(self) -> None:
        with TemporaryDirectory() as folder:
            export(Path(folder), "left_opposition")
            written = {
                str(path.relative_to(folder)): path.read_bytes()
                for path in Path(folder).rglob("*.json")
            }
        committed = {str(path.relative_to(FIXTURES)): path.read_bytes() for path in FILES}
        assert written == committed

    def test_loading_it_again_changes_nothing(self) -> None:
        before = Assertion.history.count(), Citation.history.count(), NameForm.objects.count()
        call_command("loaddata", *FILES, verbosity=0)
        after = Assertion.history.count(), Citation.history.count(), NameForm.objects.count()
        assert after == before

    def test_everything_is_published_cited_and_dated_as_it_can_be(self) -> None:
        assert Assertion.objects.public().count() == Assertion.objects.count()
        assert Assertion.objects.filter(citations=None).count() == 0
        bounds = dict.fromkeys(("earliest_start", "latest_start", "earliest_end", "latest_end"))  # fmt: skip
        assert Assertion.objects.exclude(edtf="").filter(**bounds).count() == 0

    def test_it_is_as_large_as_its_documents(self) -> None:
        assert Person.objects.count() > 80
        assert Citation.objects.count() > 500
        assert Source.objects.exclude(file="").count() == 5

    def test_every_person_has_a_name_as_printed(self) -> None:
        named = Assertion.objects.filter(kind="name").values("person")
        unnamed = Person.objects.exclude(pk__in=named).exclude(label__contains="(unnamed)")
        assert [person.slug for person in unnamed] == []

    def test_history_is_there_for_every_row(self) -> None:
        for model in (Person, Assertion, Citation, Source):
            assert model.history.count() == model.objects.count()

    def test_claims_that_the_three_copies_share_have_one_witness(self) -> None:
        """Whatever the two articles and the list say in their own words is the encyclopaedia's."""
        copies = {"smilga-wikipedia", "smilga-article", "infolist-left-opposition"}
        counted = Counter()
        for claim in Assertion.objects.with_citations(public=True):
            own = [each for each in claim.citations.all() if each.stance == Stance.SUPPORTS]
            reported = [
                each for each in own if each.attributed_to_source or each.attributed_to_person
            ]
            sources = {each.source.slug for each in own}
            if sources <= copies and not reported:
                counted[len(sources), claim.witnesses] += 1
        assert {witnesses for _, witnesses in counted} == {1}
        assert counted[2, 1] + counted[3, 1] >= 15

    def test_witnesses_are_as_few_as_the_documents(self) -> None:
        """Five documents, three of them copies: who counts four has counted a copy."""
        numbers = Counter(Assertion.objects.values_list("witnesses", flat=True))
        assert (sorted(numbers), numbers[1] > 1000) == ([1, 2, 3], True)
        stored = dict(Assertion.objects.values_list("pk", "witnesses"))
        assert dict(count_witnesses(stored)) == stored

    def test_doubtful_name_has_its_alternative(self) -> None:
        told = {
            (each.citation.named_as or each.citation.quotation, each.person.slug)
            for each in Alternative.objects.select_related("citation", "person")
        }
        assert told == {
            ("Srnirnov", "vladimir-smirnov"),
            ("Among the signatories were", "vladimir-smirnov"),
            ("distinguished leaders in the civil war", "vladimir-smirnov"),
        }
        [mention] = doubtful_mentions(Person.objects.get(slug="vladimir-smirnov"))
        assert (mention.printed, mention.is_taken) == ("Srnirnov", False)
        assert [person.slug for person in mention.taken_for] == ["ivan-smirnov"]

    def test_spellings_find_their_man_first(self) -> None:
        found = {
            spelling: Person.objects.get(pk=search(spelling)[0].pk).slug
            for spellings in VARIANTS.values()
            for spelling in spellings.split()
        }
        wanted = {s: slug for slug, spellings in VARIANTS.items() for s in spellings.split()}
        assert found == wanted


def test_fixtures_are_small_enough_to_read() -> None:
    assert [path.name for path in FILES if path.stat().st_size > 600 * 1024] == []


def test_no_quotation_is_longer_than_twelve_words() -> None:
    objects = [thing for path in FILES for thing in json.loads(path.read_text(encoding="utf-8"))]
    counts = Counter(
        len(thing["fields"]["quotation"].split())
        for thing in objects
        if thing["model"] == "prosopography.citation"
    )
    assert (min(counts), max(counts) <= 12) == (1, True)


@pytest.mark.documents
class DocumentTests(Record):
    @pytest.fixture(autouse=True)
    def _documents(self, documents: Path) -> None:
        self.documents = documents

    def test_every_quotation_stands_in_its_paragraph(self) -> None:
        report = check_quotations(self.documents)
        assert (report.faults, report.without_words) == ((), 0)
        assert report.found == Citation.objects.exclude(source__file="").count()

    def test_every_paragraph_is_cited_or_has_a_reason(self) -> None:
        rows = list(coverage(self.documents))
        assert len(rows) == 83
        assert [f"{row.source.slug} {row.locator}" for row in rows if row.is_open] == []

    def test_every_source_with_a_file_knows_its_checksum(self) -> None:
        assert Source.objects.exclude(file="").filter(checksum="").count() == 0
