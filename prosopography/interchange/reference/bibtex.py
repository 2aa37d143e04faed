"""BibTeX: one @misc entry, in UTF-8."""

from .reference import Reference, one_line

BIBTEX_TYPE = "application/x-bibtex; charset=utf-8"

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
#: What TeX reads as a command, and how it is written to be read as itself.
_SPECIAL = str.maketrans({
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
})  # fmt: skip


def bibtex(reference: Reference) -> str:
    """The entry. The title keeps its capitals; the month is BibTeX's own word for it."""
    fields = [
        ("title", f"{{{{{escaped(reference.title)}}}}}"),
        ("howpublished", f"{{{escaped(reference.container)}}}"),
    ]
    if (day := reference.version) is not None:
        # Four digits: BibTeX sorts by them, and a year may have fewer.
        fields += [
            ("year", f"{{{day.year:04}}}"),
            ("month", _MONTHS[day.month - 1]),
            ("note", f"{{Version of {day.isoformat()}}}"),
        ]
    # As it is: an address has no braces, and its own signs are no commands there.
    fields += [("url", f"{{{reference.address}}}"), ("language", f"{{{reference.language}}}")]
    lines = "".join(f"  {name} = {value},\n" for name, value in fields)
    return f"@misc{{{reference.key},\n{lines}}}\n"


def escaped(text: str) -> str:
    """The text as TeX reads it as itself, on one line."""
    return one_line(text).translate(_SPECIAL)
