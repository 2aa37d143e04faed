"""The answer to a question as a table: one row for each claim of each leaf, and what was asked."""

from collections.abc import Iterable, Iterator

from django.utils import timezone

from ..claim_row import CLAIM_COLUMNS, claim_row
from .answer import Answer, Answered, Evidence
from .node import Match
from .wording import leaf_sentence, sentence

COLUMNS = (
    "person",
    "person_label",
    "match",
    "disputed",
    "leaf",
    "leaf_text",
    "negated",
    "leaf_match",
    "claim_match",
    *CLAIM_COLUMNS,
)
#: Of how many persons a table is made at most that cannot be sent while it is made.
MOST_IN_XLSX = 10_000
#: A leaf of which no claim says that it is so.
NEITHER = "neither"
_NO_CLAIM = dict.fromkeys(CLAIM_COLUMNS, "")


def rows(answered: Iterable[Answered]) -> Iterator[dict[str, object]]:
    """A row for each claim of each leaf that bears on the answer; one for a leaf without claims."""
    texts: dict[str, str] = {}
    for one in answered:
        for evidence in one.evidence:
            path = evidence.leaf.path
            if path not in texts:
                texts[path] = leaf_sentence(evidence.leaf)
            head = {**_person(one), **_leaf(evidence, texts[path])}
            for claim in evidence.assertions:
                is_certain = claim.pk in evidence.certain
                match = Match.CERTAIN if is_certain else Match.POSSIBLE
                yield {**head, "claim_match": match.value, **claim_row(claim)}
            if not evidence.assertions:
                yield {**head, "claim_match": "", **_NO_CLAIM}


def too_many_for_xlsx(answer: Answer) -> str:
    """Why an answer is not given in XLSX, in a sentence; empty where it is."""
    if answer.count <= MOST_IN_XLSX:
        return ""
    return (
        f"{answer.count:,} persons answer; in XLSX there are {MOST_IN_XLSX:,} at most: "
        "take the table as CSV, which has all of them."
    )


def about(answer: Answer) -> list[tuple[str, object]]:
    """What was asked, how many answer, and when it was answered."""
    return [
        ("Question", sentence(answer.question)),
        ("Persons", answer.count),
        ("Certain", len(answer.certain)),
        ("Possible", len(answer.possible)),
        ("Answered on", timezone.localdate().isoformat()),
        ("As JSON", answer.question.canonical),
    ]


def _person(one: Answered) -> dict[str, object]:
    return {
        "person": one.person.slug,
        "person_label": one.person.label,
        "match": one.match.value,
        "disputed": "yes" if one.disputed else "no",
    }


def _leaf(evidence: Evidence, text: str) -> dict[str, object]:
    return {
        "leaf": evidence.leaf.path,
        "leaf_text": text,
        "negated": "yes" if evidence.negated else "no",
        "leaf_match": evidence.match.value if evidence.match else NEITHER,
    }
