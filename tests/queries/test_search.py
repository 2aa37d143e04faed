"""Names found under any spelling, ranked, and nothing found that the public may not see."""

from collections.abc import Iterable

import pytest
from django.conf import settings as django_settings
from django.core.management import call_command
from django.test import TestCase
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prosopography import names
from prosopography.editing import assertion as claims
from prosopography.editing import publication, row
from prosopography.models import NameForm, Person, Status
from prosopography.queries.search import MOST_COMPARED, Hit, search
from tests import cast
from tests.names.spellings import PERSONS, QUERIES

FIXTURES = django_settings.BASE_DIR / "fixtures"

#: Spellings of four men, none of which may lead to another first.
MEASURED = {
    "Ivar Smilga": "Смилга Smilga Šmilga",
    "Georgy Pyatakov": "Пятаков Pyatakov Piatakov Pjatakow",
    "Leon Trotsky": "Троцкий Trotsky Trotzki Trockij",
    "Yevgeni Preobrazhensky": "Preobrazhensky Preobrazhenskii Преображенский Preobrajensky",
}


def labels(text: str, **more: object) -> list[str]:
    """The labels of the persons found, the best first."""
    persons = Person.objects.in_bulk()
    return [persons[hit.pk].label for hit in search(text, **more)]


def wanted_and_found(spellings: dict[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    wanted = {each: label for label, text in spellings.items() for each in text.split()}
    return wanted, {each: labels(each)[0] for each in wanted}


def by_reading_every_name(text: str) -> list[Hit]:
    """What ``search`` must answer, without any key."""
    best: dict[int, tuple] = {}
    for form in NameForm.objects.exclude(person=None).select_related("person"):
        match = names.match(text, form.text)
        if match is not None:
            order = (-match.score, form.person.sort_label, form.person.slug, form.text, match.how)
            best[form.person_id] = min(order, best.get(form.person_id, order))
    return [
        Hit(pk, -score, how, name, names.explain(how, text, name))
        for pk, (score, *_, name, how) in sorted(best.items(), key=lambda item: item[1])
    ]


class CastTests(TestCase):
    """The persons of five documents, each with the names that these print."""

    @classmethod
    def setUpTestData(cls) -> None:
        for number, (label, *others) in enumerate(PERSONS.values()):
            person = cast.person(f"person-{number}", label)
            for other in others:
                cast.name(other, person)

    def test_measured_spellings_find_their_man_first(self) -> None:
        wanted, found = wanted_and_found(MEASURED)
        assert found == wanted

    def test_every_spelling_finds_its_person_first(self) -> None:
        assert {text: labels(text)[0] for text, _ in QUERIES} == dict(QUERIES)

    def test_namesakes_are_found_together_before_all_others(self) -> None:
        kamenevs = ["Kamenev, the commander of the eastern front", "Lev Kamenev"]
        for text in ("Kamenev", "Kamenew", "Каменев"):
            assert sorted(labels(text)[:2]) == kamenevs
        assert sorted(labels("Smirnoff")[:2]) == ["Ivan Nikitich Smirnov", "Vladimir Smirnov"]

    def test_keys_find_all_that_reading_every_name_finds_and_in_the_same_order(self) -> None:
        texts = [text for text, _ in QUERIES[::2]] + ["I. Smirn", "Ivar S", "V", "Le", "Ivan"]
        texts += ["Leon Trotsky Lev Kamenev", "Admiral", "the commander of the eastern front"]
        assert {text: search(text) for text in texts} == {
            text: by_reading_every_name(text)[:50] for text in texts
        }


class RecordTests(TestCase):
    """The record that is committed."""

    @classmethod
    def setUpTestData(cls) -> None:
        files = sorted((FIXTURES / "left_opposition").glob("*.json"))
        call_command("loaddata", FIXTURES / "vocabulary.json", *files, verbosity=0)

    def test_measured_spellings_find_their_man_first(self) -> None:
        wanted, found = wanted_and_found(MEASURED)
        assert found == wanted

    def test_every_row_is_found_first_under_its_own_label(self) -> None:
        missed = []
        for noun in ("person", "organisation", "event", "place"):
            model = NameForm._meta.get_field(noun).related_model
            for thing in model.objects.all():
                best = search(thing.label, noun)
                if not [hit for hit in best if hit.pk == thing.pk and hit.score == best[0].score]:
                    missed.append(thing.slug)
        assert missed == []

    def test_every_name_as_printed_finds_whom_it_names(self) -> None:
        forms = NameForm.objects.exclude(person=None).values_list("text", "person").distinct()
        missed = [
            text
            for text, key in forms
            if not [hit for hit in search(text, limit=200) if (hit.pk, hit.score) == (key, 1.0)]
        ]
        assert (missed, len(forms) > 120) == ([], True)

    def test_keys_find_all_that_reading_every_name_finds(self) -> None:
        texts = ["Smilga", "Троцкий", "Trotzki", "Ivan", "Lenin", "Smirnow", "I. N. Smirnov", "S"]
        assert {text: search(text) for text in texts} == {
            text: by_reading_every_name(text)[:50] for text in texts
        }


@pytest.mark.django_db
class TestHits:
    """What a search answers."""

    def test_hit_says_which_name_matched_and_how(self) -> None:
        smilga = cast.person()
        cast.name("Ivars Smilga")
        assert search("Ivars Smilga") == [
            Hit(smilga.pk, 1.0, "exact", "Ivars Smilga", "“Ivars Smilga” is this name.")
        ]
        assert [(hit.pk, hit.how, hit.name) for hit in search("Смилга")] == [
            (smilga.pk, "spelling", "Ivar Smilga")
        ]
        assert search("Shmilga")[0].explanation == (
            "“Shmilga” sounds like “Smilga” in “Ivar Smilga”."
        )

    def test_row_of_many_matching_names_is_one_hit_by_the_best(self) -> None:
        smilga = cast.person()
        for name in ("Smilga", "I. Smilga", "Смилга"):
            cast.name(name)
        assert [(hit.pk, hit.name, hit.score) for hit in search("Smilga")] == [
            (smilga.pk, "Smilga", 1.0)
        ]

    def test_equally_good_rows_come_by_their_sort_label(self) -> None:
        made = [
            cast.person(f"ivan-{n}", "Ivan", sort_label=sort_label)
            for n, sort_label in enumerate(["b", "Ä", "a", "B", "É"])
        ]
        order = ["B", "a", "b", "Ä", "É"]
        keys = {person.sort_label: person.pk for person in made}
        assert [hit.pk for hit in search("Ivan")] == [keys[sort_label] for sort_label in order]

    def test_limit_keeps_the_best(self) -> None:
        for slug in ("smilga", "ivar-smilga", "ivar-tenisovich-smilga"):
            cast.person(slug)
        assert labels("Smilga", limit=2) == ["Smilga", "Ivar Smilga"]
        assert search("Smilga", limit=0) == []

    def test_each_noun_finds_its_own(self) -> None:
        rows = {
            "person": cast.person("kronstadt"),
            "organisation": cast.organisation("kronstadt-soviet"),
            "event": cast.event("kronstadt-rising"),
            "place": cast.place("kronstadt"),
        }
        for noun, thing in rows.items():
            assert [hit.pk for hit in search("Кронштадт", noun)] == [thing.pk]

    def test_names_of_bodies_events_and_places_are_found(self) -> None:
        place = cast.place("petrograd")
        cast.claim("name", place=place, value="Leningrad")
        assert [(hit.pk, hit.name) for hit in search("Ленинград", "place")] == [
            (place.pk, "Leningrad")
        ]

    def test_words_with_digits_find_only_themselves(self) -> None:
        trial = cast.event("first-trial", "First Moscow trial (August 1936)")
        cast.event("second-trial", "Second Moscow trial (January 1937)")
        cast.event("trial", "Trial of 19377 men")
        asked = ["1936", "trial 1936", "1938", "193"]
        assert {text: [hit.pk for hit in search(text, "event")] for text in asked} == {
            "1936": [trial.pk], "trial 1936": [trial.pk], "1938": [], "193": [],
        }  # fmt: skip

    def test_beginning_of_a_name_comes_before_what_sounds_like_it(self) -> None:
        cast.person("leon-trotsky")
        cast.person("three", "three Left SRs")
        cast.person("lenin", "Lenin")
        assert (labels("Tro"), labels("Len")) == (["Leon Trotsky"], ["Lenin", "Leon Trotsky"])

    def test_nonsense_finds_nobody(self) -> None:
        cast.organisation("cheka", "Cheka")
        found = {text: search(text, "organisation") for text in ("zzzzqqq", "Tscheka")}
        assert [(text, len(hits)) for text, hits in found.items()] == [
            ("zzzzqqq", 0), ("Tscheka", 1),
        ]  # fmt: skip

    @pytest.mark.parametrize("noun", ["role", "source", "", "people"])
    def test_other_nouns_are_refused(self, noun: str) -> None:
        with pytest.raises(ValueError, match="is not a noun"):
            search("Smilga", noun)

    @pytest.mark.parametrize("text", ["", " ", "-", "\x00", "\ud800", "%", "'; --"])
    def test_text_without_letters_finds_nothing_and_asks_nothing(
        self, text: str, django_assert_num_queries
    ) -> None:
        cast.person()
        with django_assert_num_queries(0):
            assert search(text) == []

    @pytest.mark.parametrize("text", ["Smilga " * 1000, "x" * 9000, "a b c " * 99, "Smilga\x00"])
    def test_strange_texts_are_answered(self, text: str) -> None:
        cast.person()
        assert len(search(text)) == (text == "Smilga\x00")

    def test_changed_and_withdrawn_names_are_no_longer_found(self) -> None:
        smilga, name = cast.person(), cast.name("Tenisovich")
        row.revise(smilga, label="Ivars")
        assert (labels("Smilga"), labels("Ivars"), labels("Tenisovich")) == (
            [], ["Ivars"], ["Ivars"],
        )  # fmt: skip
        publication.retract(name, reason="not said there")
        assert labels("Tenisovich") == []

    def test_names_that_a_source_denies_find_nobody(self) -> None:
        cast.name("Bronstein", polarity="denied")
        assert [search("Bronstein", public=public) for public in (True, False)] == [[], []]

    def test_names_printed_where_something_else_is_denied_find_the_person(self) -> None:
        cast.tenure(polarity="denied", named_as="Srnilga")
        assert [hit.name for hit in search("Srnilga")] == ["Srnilga"]


@pytest.mark.django_db
class TestQueries:
    """How many queries a search costs, and that many names do not change its answer."""

    def test_search_costs_two_queries_for_one_row_and_for_three(
        self, django_assert_num_queries
    ) -> None:
        # 1. the words like those of the text, 2. the names that hold such words
        cast.name("Smilga", cast.person())
        with django_assert_num_queries(2):
            assert len(search("I. Smilga")) == 1
        for slug in ("ivan-smilga", "i-smilga"):
            cast.name("Smilga", cast.person(slug))
        with django_assert_num_queries(2):
            assert len(search("I. Smilga")) == 3
        with django_assert_num_queries(2):
            assert len(search("I. Smilga", public=False)) == 3

    def test_short_words_cost_one_query(self, django_assert_num_queries) -> None:
        # 1. the names that have this word
        person = cast.person("li-da")
        with django_assert_num_queries(1):
            assert [hit.pk for hit in search("Li")] == [person.pk]

    def test_best_of_very_many_names_are_found(self) -> None:
        """More names than are compared: the best of them, and then by their sort label."""
        people(f"Ivan Ivanovich Abramov {n}" for n in range(MOST_COMPARED + 20))
        people(f"Ivan Smirnov {n}" for n in range(MOST_COMPARED + 20))
        people(["Ivan", "Iwan", "Jan Ivan"])
        assert labels("Ivan", limit=4) == [
            "Ivan", "Jan Ivan", "Ivan Smirnov 0", "Ivan Smirnov 1",
        ]  # fmt: skip
        assert labels("Iwan", limit=1) == ["Iwan"]
        assert search("Ivan", limit=60) == by_reading_every_name("Ivan")[:60]

    def test_more_hits_than_are_compared_can_be_had(self) -> None:
        people(f"Ivan {n}" for n in range(MOST_COMPARED + 20))
        assert len(search("Ivan", limit=MOST_COMPARED + 20)) == MOST_COMPARED + 20

    def test_one_name_printed_very_often_leaves_room_for_others(self) -> None:
        article = cast.source()
        claim = cast.tenure(named_as="Smilga")
        for number in range(2, MOST_COMPARED // 5):
            claims.cite(claim, source=article, locator=f"¶{number}", named_as="Smilga")
        NameForm.objects.bulk_create(
            NameForm(text=form.text, person=form.person, assertion=form.assertion,
                     citation=form.citation)
            for form in NameForm.objects.filter(text="Smilga") for _ in range(5)
        )  # fmt: skip
        cast.person("ivan-smilga")
        assert labels("Smilga") == ["Ivar Smilga", "Ivan Smilga"]


def people(labels: Iterable[str], status: str = Status.PUBLISHED) -> None:
    """Many persons at once; their sort labels are in the order in which they are made."""
    first = Person.objects.count()
    Person.objects.bulk_create(
        Person(slug=f"p-{n}", label=label, sort_label=f"{n:06}", status=status)
        for n, label in enumerate(labels, first)
    )


@pytest.mark.django_db
class TestPublic:
    """What the public may not see finds nothing and is not shown; editors find all of it."""

    @pytest.mark.parametrize("status", ["draft", "review", "retracted"])
    def test_rows_that_are_not_published_are_not_found(self, status: str) -> None:
        cast.person("ivan-smilga")
        hidden = cast.person(status=status)
        cast.name("Smilga", hidden, status="draft")
        assert labels("Smilga") == ["Ivan Smilga"]
        assert labels("Smilga", public=False) == ["Ivar Smilga", "Ivan Smilga"]

    @pytest.mark.parametrize("status", ["draft", "review", "retracted"])
    def test_names_of_claims_that_are_not_published_find_nobody(self, status: str) -> None:
        cast.name("Tenisovich", status=status)
        assert labels("Tenisovich") == []
        assert labels("Tenisovich", public=False) == ["Ivar Smilga"]

    def test_names_printed_for_claims_that_are_not_published_find_nobody(self) -> None:
        cast.tenure(status="draft", named_as="Tenisovich")
        assert labels("Tenisovich") == []
        assert labels("Tenisovich", public=False) == ["Ivar Smilga"]

    def test_names_of_published_claims_without_readable_evidence_find_nobody(self) -> None:
        cast.name("Tenisovich", source=cast.source("memoirs", status="draft"))
        cast.name("Kronstadt", cited=False)
        assert labels("Tenisovich") + labels("Kronstadt") == []
        assert labels("Tenisovich", public=False) == ["Ivar Smilga"]
        assert labels("Kronstadt", public=False) == ["Ivar Smilga"]

    def test_names_of_claims_about_unpublished_things_find_nobody(self) -> None:
        body = cast.organisation(status="draft")
        other = cast.person("leon-trotsky", status="draft")
        cast.tenure(what=body, named_as="Tenisovich")
        cast.claim("relationship", person=cast.person(), related_person=other,
                   role=cast.role("supporter-of"), named_as="Kronstadt")  # fmt: skip
        assert labels("Tenisovich") + labels("Kronstadt") == []

    def test_names_printed_in_citations_that_are_not_readable_find_nobody(self) -> None:
        claim, article = cast.tenure(), cast.source()
        memoirs, serge = cast.source("memoirs"), cast.person("victor-serge")
        claims.cite(claim, source=memoirs, locator="¶1", named_as="Tenisovich")
        claims.cite(claim, source=article, locator="¶2", named_as="Kronstadt",
                    attributed_to_source=memoirs)  # fmt: skip
        claims.cite(claim, source=article, locator="¶3", named_as="Balticus",
                    attributed_to_person=serge)  # fmt: skip
        # editing/ lets neither leave the public under a published claim.
        for witness in (memoirs, serge):
            type(witness).objects.filter(pk=witness.pk).update(status=Status.RETRACTED)
        for name in ("Tenisovich", "Kronstadt", "Balticus"):
            assert labels(name) == []
            assert labels(name, public=False) == ["Ivar Smilga"]

    def test_hidden_name_is_not_shown_where_another_finds_the_row(self) -> None:
        smilga = cast.person()
        cast.name("Smilga", status="draft")
        assert [(hit.name, hit.how) for hit in search("Smilga")] == [("Ivar Smilga", "exact")]
        assert search("Smilga", public=False)[0] == Hit(
            smilga.pk, 1.0, "exact", "Smilga", "“Smilga” is this name."
        )

    def test_hidden_names_change_nothing_for_the_public_however_many(self) -> None:
        cast.person("iwan-smirnow")
        before = search("Ivan")
        people(["Ivan"] * (MOST_COMPARED + 1), status=Status.DRAFT)
        assert search("Ivan") == before
        assert (len(before), len(search("Ivan", public=False))) == (1, 50)


@pytest.mark.django_db
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.text(max_size=60))
def test_any_text_is_answered_as_by_reading_every_name(text: str) -> None:
    cast.person()
    cast.person("leon-trotsky")
    assert search(text) == by_reading_every_name(text)
