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
validate_identifier = RegexValidator(
    rf"\A[a-z][{ALPHABET}]{{{LENGTH}}}\Z",
    "An identifier is a letter and eight characters out of 0-9 and a-z without i, l, o and u.",
)


def _identifier(letter: str) -> str:
    return letter + "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def assertion_identifier() -> str:
    """A new identifier for an assertion: a and 40 random bits."""
    return _identifier("a")


def citation_identifier() -> str:
    """A new identifier for a citation: c and 40 random bits."""
    return _identifier("c")
