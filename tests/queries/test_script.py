"""What a row is called in Russian: by a name in Cyrillic where the record has a public one."""

import pytest
from django.utils.translation import override
from pytest_django import DjangoAssertNumQueries

from prosopography.models import Polarity
from prosopography.queries.script import label_of, speaking
from prosopography.queries.sentence import sentence
from tests import cast

pytestmark = pytest.mark.django_db


def test_the_name_that_editors_prefer_is_taken_before_the_first(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    smilga, trotsky = cast.person(), cast.person("leon-trotsky")
    cast.name("Иварс", smilga)
    cast.name("И́вар Сми́лга", smilga, rank="preferred", rank_reason="In all documents.")
    cast.name("Смилга-черновик", trotsky, status="draft")
    cast.name("Бронштейн", trotsky, polarity="denied")
    cast.name("Троцкий", trotsky, rank="deprecated", rank_reason="A slip.")
    cast.name("Trotzki", trotsky)
    with override("ru"), speaking(), django_assert_num_queries(1):
        assert [label_of(row) for row in (smilga, trotsky, smilga)] == [
            "Ивар Смилга",
            "Leon Trotsky",
            "Ивар Смилга",
        ]
    with django_assert_num_queries(0):
        assert label_of(smilga) == "Ivar Smilga"


def test_a_role_is_called_by_its_translation_or_as_it_is() -> None:
    with override("ru"):
        assert label_of(cast.role("chairman")) == "председатель"
        assert label_of(cast.role("tribune")) == "tribune"


def test_claims_in_russian_inflect_no_name() -> None:
    smilga = cast.person()
    claims = [
        cast.claim("birth", person=smilga, place=cast.place()),
        cast.claim("death", person=smilga, event=cast.event("great-purge")),
        cast.tenure(smilga, cast.organisation()),
        cast.claim("residence", person=smilga, place=cast.place("vologda")),
    ]
    with override("ru"):
        assert [sentence(claim) for claim in claims] == [
            "Ivar Smilga — рождение: Aloja",
            "Ivar Smilga — смерть, в ходе события: Great Purge",
            "Ivar Smilga — член, Tsentrobalt",
            "Ivar Smilga — место жительства: Vologda",
        ]
        for claim in claims:
            claim.polarity = Polarity.DENIED
        assert [sentence(claim) for claim in claims] == [
            "Ivar Smilga — отрицается: рождение: Aloja",
            "Ivar Smilga — отрицается: смерть, в ходе события: Great Purge",
            "Ivar Smilga — отрицается: член, Tsentrobalt",
            "Ivar Smilga — отрицается: место жительства: Vologda",
        ]
        claims[0].polarity = Polarity.SILENT
        assert sentence(claims[0]) == "Ivar Smilga — о рождении ничего не сказано"
