"""Permanent identifiers of rows that have no name of their own."""

import secrets

from django.core.validators import RegexValidator

# Crockford's Base32 (https://www.crockford.com/base32.html): no letter that can be misread.
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
LENGTH = 8

validate_slug = RegexValidator(
    r"\A[a-z0-9]+(-[a-z0-9]+)*\Z",
    "A slug is made of lower-case letters a to z, digits and single hyphens: ivar-smilga.",
)
_SAID = "and eight characters out of 0-9 and a-z without i, l, o and u."
validate_assertion_identifier = RegexValidator(
    rf"\Aa[{ALPHABET}]{{{LENGTH}}}\Z", f"The identifier of an assertion is an a {_SAID}"
)
validate_citation_identifier = RegexValidator(
    rf"\Ac[{ALPHABET}]{{{LENGTH}}}\Z", f"The identifier of a citation is a c {_SAID}"
)


def _identifier(letter: str) -> str:
    return letter + "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def assertion_identifier() -> str:
    """A new identifier for an assertion: a and 40 random bits."""
    return _identifier("a")


def citation_identifier() -> str:
    """A new identifier for a citation: c and 40 random bits."""
    return _identifier("c")
