"""References to pages, in each format, with the letters that each of them cannot take as they are."""

import json
from dataclasses import replace
from datetime import date

from prosopography.interchange.reference import FORMATS, Reference

PLAIN = Reference(
    key="person-ivar-smilga",
    title="Ivar Smilga",
    container="Prosopography of the Left Opposition",
    address="https://example.org/persons/ivar-smilga/",
    language="en",
    version=date(2026, 3, 9),
)
#: A title with whatever some format takes for its own, a line break and a character without a sign.
HARD = replace(
    PLAIN, title="50% {of} R&D_1 #2 $3 \\n ~^\n“Смилга”\x00 \r\nTY  - BOOK", version=None
)


def written(suffix: str, reference: Reference) -> str:
    return FORMATS[suffix].write(reference)


def test_text_is_one_sentence() -> None:
    assert written("txt", PLAIN) == (
        "“Ivar Smilga”, Prosopography of the Left Opposition, version of 2026-03-09, "
        "https://example.org/persons/ivar-smilga/\n"
    )
    assert written("txt", HARD).count("\n") == 1


def test_bibtex_escapes_what_tex_would_run() -> None:
    assert written("bib", PLAIN) == (
        "@misc{person-ivar-smilga,\n"
        "  title = {{Ivar Smilga}},\n"
        "  howpublished = {Prosopography of the Left Opposition},\n"
        "  year = {2026},\n"
        "  month = mar,\n"
        "  note = {Version of 2026-03-09},\n"
        "  url = {https://example.org/persons/ivar-smilga/},\n"
        "  language = {en},\n"
        "}\n"
    )
    assert written("bib", HARD).splitlines()[1] == (
        r"  title = {{50\% \{of\} R\&D\_1 \#2 \$3 \textbackslash{}n "
        r"\textasciitilde{}\textasciicircum{} “Смилга” TY - BOOK}},"
    )
    assert "year" not in written("bib", HARD)


def test_ris_has_one_tag_to_a_line_that_ends_with_cr_and_lf() -> None:
    assert written("ris", PLAIN) == (
        "TY  - ELEC\r\n"
        "ID  - person-ivar-smilga\r\n"
        "TI  - Ivar Smilga\r\n"
        "T2  - Prosopography of the Left Opposition\r\n"
        "PY  - 2026\r\n"
        "DA  - 2026/03/09/\r\n"
        "ET  - Version of 2026-03-09\r\n"
        "UR  - https://example.org/persons/ivar-smilga/\r\n"
        "LA  - en\r\n"
        "ER  - \r\n"
    )
    tags = [line[:6] for line in written("ris", HARD).split("\r\n")]
    assert tags == ["TY  - ", "ID  - ", "TI  - ", "T2  - ", "UR  - ", "LA  - ", "ER  - ", ""]


def test_csl_json_is_a_list_of_one_page() -> None:
    assert json.loads(written("json", PLAIN)) == [
        {
            "id": "person-ivar-smilga",
            "type": "webpage",
            "title": "Ivar Smilga",
            "container-title": "Prosopography of the Left Opposition",
            "issued": {"date-parts": [[2026, 3, 9]]},
            "version": "2026-03-09",
            "URL": "https://example.org/persons/ivar-smilga/",
            "language": "en",
        }
    ]
    (hard,) = json.loads(written("json", HARD))
    assert hard["title"] == "50% {of} R&D_1 #2 $3 \\n ~^ “Смилга” TY - BOOK"
    assert "issued" not in hard
