"""Claims: their dates as day numbers, their visibility, their rules beyond the kind's."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from prosopography.dates import day_number
from prosopography.editing import row
from prosopography.models import Assertion, Citation, Role, Status
from tests import cast

pytestmark = pytest.mark.django_db


def greg(year: int, month: int = 1, day: int = 1) -> int:
    return day_number(year, month, day, "gregorian")


def julian(year: int, month: int, day: int) -> int:
    return day_number(year, month, day, "julian")


def bounds(made: Assertion) -> tuple[int | None, ...]:
    made.refresh_from_db()
    return (made.earliest_start, made.latest_start, made.earliest_end, made.latest_end)


def test_date_of_a_birth_is_a_day_within_its_year() -> None:
    span = (greg(1924), greg(1924, 12, 31))
    assert bounds(cast.birth(edtf="1924")) == span * 2


def test_date_of_a_tenure_is_attested() -> None:
    made = cast.tenure(edtf="1924")
    assert bounds(made) == (None, greg(1924, 12, 31), greg(1924), None)


def test_unknown_calendar_widens_before_the_reform_only() -> None:
    before = cast.birth(edtf="1892-10-25")
    assert bounds(before) == (greg(1892, 10, 25), julian(1892, 10, 25)) * 2
    after = cast.birth(cast.person("leon-sedov"), edtf="1922-10-25")
    assert bounds(after) == (greg(1922, 10, 25),) * 4


def test_reform_is_a_setting(settings) -> None:
    settings.CALENDAR_REFORM = "1752-09-14"
    assert bounds(cast.birth(edtf="1892-10-25")) == (greg(1892, 10, 25),) * 4


def test_same_day_in_either_calendar_is_the_same() -> None:
    one = cast.birth(edtf="1917-10-25", calendar="julian")
    other = cast.birth(cast.person("leon-trotsky"), edtf="1917-11-07", calendar="gregorian")
    assert bounds(one) == bounds(other)


def test_bulk_create_derives() -> None:
    rows = [Assertion(kind="birth", person=cast.person(), edtf="1924")]
    (made,) = Assertion.objects.bulk_create(rows)
    assert bounds(made) == (greg(1924), greg(1924, 12, 31)) * 2


def test_update_of_what_is_derived_from_is_refused() -> None:
    cast.birth()
    with pytest.raises(ValueError, match="edtf"):
        Assertion.objects.update(edtf="1893")
    assert Assertion.objects.get().edtf == "1892"
    assert Assertion.objects.update(note="read twice") == 1


def test_saving_some_columns_saves_what_follows() -> None:
    made = cast.birth(edtf="1924")
    made.edtf = "1925"
    made.save(update_fields=["edtf"])
    assert bounds(made) == (greg(1925), greg(1925, 12, 31)) * 2


def test_role_that_becomes_lasting_rereads_its_dates() -> None:
    made = cast.claim("life_event", person=cast.person(), role=cast.role("arrested"), edtf="1924")
    assert bounds(made) == (greg(1924), greg(1924, 12, 31)) * 2
    row.revise(Role.objects.get(slug="arrested"), lasting=True)
    assert bounds(made) == (None, greg(1924, 12, 31), greg(1924), None)


def test_impossible_date_is_refused_at_its_field() -> None:
    with pytest.raises(ValidationError) as caught:
        cast.birth(edtf="1937-11-31")
    assert set(caught.value.message_dict) == {"edtf"}
    assert Assertion.objects.count() == 0


def test_29_february_1900_is_a_julian_day() -> None:
    assert cast.birth(edtf="1900-02-29", calendar="julian").latest_start == julian(1900, 2, 29)
    with pytest.raises(ValidationError):
        cast.birth(cast.person("leon-trotsky"), edtf="1900-02-29", calendar="gregorian")


def test_public_needs_status_evidence_and_published_company() -> None:
    shown = cast.tenure(edtf="1917")
    cast.tenure(edtf="1918", status="draft")
    cast.tenure(edtf="1919", cited=False)
    cast.tenure(cast.person("secret", status="draft"))
    cast.tenure(what=cast.organisation("secret-body", status="review"))
    cast.tenure(edtf="1920", source=cast.source("secret-source", status="draft"))
    secret = cast.person("secret-witness", status="retracted")
    cast.tenure(edtf="1921", attributed_to_person=secret)
    cast.claim("relationship", person=cast.person(), role=cast.role("supporter-of"),
               related_person=cast.person("secret"))  # fmt: skip
    assert list(Assertion.objects.public()) == [shown]


def test_public_citations_leave_out_an_unpublished_source() -> None:
    made = cast.tenure()
    secret = cast.source("secret-source", status="draft")
    Citation(assertion=made, source=secret, locator="¶2").save()
    (shown,) = Assertion.objects.public().with_citations(public=True)
    assert [citation.source.slug for citation in shown.citations.all()] == ["smilga-article"]
    (edited,) = Assertion.objects.with_citations(public=False)
    assert len(edited.citations.all()) == 2


def test_time_order_puts_the_undated_last() -> None:
    for edtf in ("", "1928", "1917-05"):
        cast.birth(edtf=edtf)
    assert [made.edtf for made in Assertion.objects.in_time_order()] == ["1917-05", "1928", ""]


def test_rank_needs_its_reason() -> None:
    with pytest.raises(ValidationError) as caught:
        cast.birth(rank="preferred")
    assert set(caught.value.message_dict) >= {"rank_reason"}
    assert cast.birth(rank="preferred", rank_reason="two witnesses").rank == "preferred"


def test_nobody_is_related_to_himself() -> None:
    with pytest.raises(ValidationError) as caught:
        cast.claim("relationship", person=cast.person(), role=cast.role("supporter-of"),
                   related_person=cast.person())  # fmt: skip
    assert "related_person" in caught.value.message_dict


def test_evidence_keeps_what_it_hangs_on() -> None:
    made = cast.tenure()
    for thing in (made, made.person, made.role, made.organisation, cast.source()):
        with pytest.raises(IntegrityError), transaction.atomic():
            thing.delete()
    assert Assertion.objects.count() == 1


def test_history_of_a_claim_tells_every_change() -> None:
    made = cast.birth()
    row.revise(made, edtf="1893", reason="misread")
    changes = [(h.history_type, h.edtf, h.history_change_reason) for h in made.history.all()]
    assert changes == [("~", "1893", "misread"), ("+", "1892", "")]


def test_strings_read_own_columns_only(django_assert_num_queries) -> None:
    made = Assertion.objects.get(pk=cast.tenure().pk)
    citation = Citation.objects.get()
    with django_assert_num_queries(0):
        assert str(made) == f"tenure {made.identifier}"
        assert str(citation) == f"{citation.identifier} ¶1"


def test_status_is_draft_unless_said_otherwise() -> None:
    assert Assertion(kind="birth").status == Status.DRAFT
