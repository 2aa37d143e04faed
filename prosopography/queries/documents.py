"""The documents that sources were read from, and the record held against them.

A paragraph is a maximal run of non-blank lines, counted from 1; white space inside it counts as one
blank. A locator ``¶7`` names the seventh paragraph.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from prosopography.models import Citation, Passage, Source

_PARAGRAPH = re.compile(r"\A¶([1-9][0-9]*)\Z")
_BREAK = re.compile(r"\n[^\S\n]*\n")


class DocumentError(ValueError):
    """A document cannot be read; the message says which and why."""


@dataclass(frozen=True)
class Document:
    """A text, paragraph by paragraph."""

    file: str
    paragraphs: tuple[str, ...]
    checksum: str  # SHA-256 of the file, in hexadecimal

    def paragraph(self, locator: str) -> str | None:
        """The paragraph that a locator names; None where there is none."""
        found = _PARAGRAPH.match(locator)
        number = int(found[1]) if found else 0
        return self.paragraphs[number - 1] if 0 < number <= len(self.paragraphs) else None


def read_document(path: Path) -> Document:
    """A document of the folder. Raises DocumentError when it is missing or not UTF-8 text."""
    try:
        content = path.read_bytes()
        text = content.decode("utf-8")
    except FileNotFoundError as error:
        raise DocumentError(f"{path.name}: no such file in {path.parent}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise DocumentError(f"{path.name}: cannot be read: {error}") from error
    blocks = (" ".join(block.split()) for block in _BREAK.split(text))
    return Document(
        file=path.name,
        paragraphs=tuple(block for block in blocks if block),
        checksum=hashlib.sha256(content).hexdigest(),
    )


def read_sources(folder: Path) -> Iterator[tuple[Source, Document]]:
    """Every source that was read from a file, with its document, in the order of the files.

    Raises DocumentError for a missing file, or one that is not the file that the record was built
    from.
    """
    for source in Source.objects.exclude(file="").order_by("file"):
        document = read_document(folder / source.file)
        if source.checksum and source.checksum != document.checksum:
            raise DocumentError(
                f"{source.file}: this is not the text that {source.slug} was read from "
                "(its SHA-256 differs)"
            )
        yield source, document


@dataclass(frozen=True)
class QuotationFault:
    """A citation whose words do not stand where it says."""

    citation: str
    assertion: str
    source: str
    locator: str
    words: str
    reason: str

    def __str__(self) -> str:
        return (
            f"{self.source} {self.locator} (citation {self.citation} of {self.assertion}): "
            f"{self.reason}: “{self.words}”"
        )


@dataclass(frozen=True)
class QuotationReport:
    """What came of holding every quotation against its paragraph."""

    found: int
    without_words: int  # citations of these documents that quote nothing
    faults: tuple[QuotationFault, ...]


def check_quotations(folder: Path) -> QuotationReport:
    """Looks for every quotation, and every name as printed, in its paragraph.

    Citations of sources without a file cannot be checked and are not counted. Drafts are checked
    too. Raises DocumentError.
    """
    found = without_words = 0
    faults = []
    for source, document in read_sources(folder):
        citations = source.citations.select_related("assertion").order_by(
            "locator_sort", "identifier"
        )
        for citation in citations:
            reasons = list(_faults(citation, document.paragraph(citation.locator)))
            faults += [
                QuotationFault(
                    citation=citation.identifier,
                    assertion=str(citation.assertion),
                    source=source.slug,
                    locator=citation.locator,
                    words=words,
                    reason=reason,
                )
                for words, reason in reasons
            ]
            without_words += not citation.quotation
            found += bool(citation.quotation) and not reasons
    return QuotationReport(found, without_words, tuple(faults))


def _faults(citation: Citation, paragraph: str | None) -> Iterator[tuple[str, str]]:
    if paragraph is None:
        yield citation.quotation, "there is no such paragraph"
        return
    if citation.quotation and citation.quotation not in paragraph:
        yield citation.quotation, "these words do not stand there"
    if citation.named_as and citation.named_as not in paragraph:
        yield citation.named_as, "this name does not stand there"


def quotation_faults(citation: Citation, folder: Path) -> list[str]:
    """Why the words of one citation do not stand where it says: a sentence each, none if they do.

    Nothing is said of a source that was not read from a file. A document of the folder that cannot
    be read, or is another text, is a fault too: nobody can tell then. No query, where the source is
    loaded; reads one file.
    """
    file, source = citation.source.file, citation.source
    if not file:
        return []
    try:
        document = read_document(folder / file)
    except DocumentError:
        return [f"The words cannot be checked: the document {file} cannot be read."]
    if source.checksum and source.checksum != document.checksum:
        return [f"The words cannot be checked: {file} is not the text that {source} was read from."]
    paragraph = document.paragraph(citation.locator)
    if paragraph is None:
        last = len(document.paragraphs)
        return [f"There is no “{citation.locator}” in {file}: its paragraphs are ¶1 to ¶{last}."]
    words = (citation.quotation, citation.named_as)
    where = f"{citation.locator} of {file}"
    return [f"“{text}” does not stand in {where}." for text in words if text not in paragraph]


@dataclass(frozen=True)
class ParagraphCoverage:
    """A paragraph, and which of its words are cited."""

    source: Source
    locator: str
    text: str
    spans: tuple[tuple[int, int], ...]  # of the cited characters, in order, not overlapping
    citations: int
    reason: str  # why it holds no claim, where somebody wrote it down

    @cached_property
    def words(self) -> int:
        """How many words the paragraph has."""
        return len(self.text.split())

    @cached_property
    def cited_words(self) -> int:
        """How many of its words stand, at least in part, in a quotation."""
        words = [(found.start(), found.end()) for found in re.finditer(r"\S+", self.text)]
        return sum(
            any(start < end_of and start_of < end for start_of, end_of in self.spans)
            for start, end in words
        )

    @property
    def is_open(self) -> bool:
        """Whether nobody has taken anything from it, or said why not."""
        return not self.citations and not self.reason

    def marked(self, before: str = "[", after: str = "]") -> str:
        """The paragraph with its cited words between marks."""
        parts, at = [], 0
        for start, end in self.spans:
            parts += [self.text[at:start], before, self.text[start:end], after]
            at = end
        return "".join([*parts, self.text[at:]])


def coverage(folder: Path) -> Iterator[ParagraphCoverage]:
    """Every paragraph of every document, with the words that are cited from it.

    Raises DocumentError.
    """
    reasons: dict[int, dict[str, str]] = defaultdict(dict)
    for passage in Passage.objects.all():
        reasons[passage.source_id][passage.locator] = passage.reason
    for source, document in read_sources(folder):
        cited = source.citations.values_list("locator", "quotation")
        yield from covered(source, document, cited, reasons[source.pk])


def covered(
    source: Source,
    document: Document,
    citations: Iterable[tuple[str, str]],
    reasons: Mapping[str, str],
) -> Iterator[ParagraphCoverage]:
    """Every paragraph of a document, with what these citations (locator, quotation) take from it.

    ``reasons`` says, by locator, why a paragraph holds no claim. No query.
    """
    quoted = defaultdict(list)
    for locator, quotation in citations:
        quoted[locator].append(quotation)
    for number, text in enumerate(document.paragraphs, 1):
        locator = f"¶{number}"
        yield ParagraphCoverage(
            source=source,
            locator=locator,
            text=text,
            spans=_spans(text, quoted[locator]),
            citations=len(quoted[locator]),
            reason=reasons.get(locator, ""),
        )


def document_of(source: Source, folder: str) -> Document | None:
    """The document that a source was read from; None where it is not at hand, or is another text.

    ``folder`` may be empty: then no document is at hand. No query; reads one file.
    """
    if not folder or not source.file:
        return None
    try:
        document = read_document(Path(folder) / source.file)
    except DocumentError:
        return None
    return None if source.checksum and source.checksum != document.checksum else document


def passage_faults(folder: Path) -> list[str]:
    """Passages said to hold no claim that are not there, or of which something is cited after all.

    Raises DocumentError.
    """
    faults = []
    for source, document in read_sources(folder):
        cited = set(source.citations.values_list("locator", flat=True))
        for passage in source.passages.all():
            where = f"{source.slug} {passage.locator}"
            if document.paragraph(passage.locator) is None:
                faults.append(f"{where}: there is no such paragraph")
            elif passage.locator in cited:
                faults.append(f"{where}: said to hold no claim ({passage.reason}), but it is cited")
    return faults


def _spans(text: str, quotations: list[str]) -> tuple[tuple[int, int], ...]:
    """Where the quotations stand in the text, overlapping ones joined."""
    found = sorted(
        (match.start(), match.end())
        for quotation in set(quotations) - {""}
        for match in re.finditer(re.escape(quotation), text)
    )
    joined: list[tuple[int, int]] = []
    for start, end in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
