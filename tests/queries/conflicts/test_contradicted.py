"""A claim that some citations support and others contradict."""

import pytest

from prosopography.editing import assertion as claims
from prosopography.models import Nature, Source, Status
from tests import cast

from .finding import conflicts, found, source

pytestmark = pytest.mark.django_db

RULE = "contradicted"


def test_a_citation_that_contradicts_is_told() -> None:
    signed = cast.signature(source=source(1))
    claims.cite(signed, source=source(2), locator="¶2", stance="contradicts")
    (conflict,) = conflicts(cast.person(), RULE)
    assert (conflict.nature, conflict.topic) == (Nature.DISAGREEMENT, signed.identifier)
    assert [(side.text, side.claims) for side in conflict.sides] == [
        ("supported", (signed,)),
        ("contradicted", (signed,)),
    ]
    assert conflict.claims == (signed,)
    assert conflict.sentence == (
        "“Ivar Smilga – signatory, Declaration Of The 46”: one source supports this and another "
        "contradicts it."
    )


def test_two_that_support_and_one_that_is_not_public_are_no_conflict() -> None:
    signed = cast.signature(source=source(1))
    claims.cite(signed, source=source(2), locator="¶2")
    secret = cast.source("secret")
    claims.cite(signed, source=secret, locator="¶2", stance="contradicts")
    assert list(found(cast.person(), RULE)) == [signed.identifier]
    Source.objects.filter(pk=secret.pk).update(status=Status.RETRACTED)
    assert found(cast.person(), RULE) == {}


def test_what_a_source_does_not_say_nobody_contradicts() -> None:
    for polarity in ("silent", "denied"):
        signed = cast.signature(source=source(1), polarity=polarity)
        claims.cite(signed, source=source(2), locator="¶2", stance="contradicts")
    assert list(found(cast.person(), RULE)) == [signed.identifier]
