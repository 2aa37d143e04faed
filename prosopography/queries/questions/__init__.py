"""Questions across people: read, evaluated, answered with evidence (see docs/questions.md).

The order of reading: ``node`` (what a question is made of), ``read`` (out of JSON), ``pattern`` (what is
asked of a claim), ``evaluate`` (who answers), ``answer`` (on what evidence), ``wording`` (in English).
"""

from .answer import Answer, Answered, Evidence, answer, is_about
from .faults import Fault, QuestionError
from .node import Leaf, Match, Node, Question, leaves
from .read import read, read_text
from .wording import leaf_sentence, sentence

__all__ = [
    "Answer",
    "Answered",
    "Evidence",
    "Fault",
    "Leaf",
    "Match",
    "Node",
    "Question",
    "QuestionError",
    "answer",
    "is_about",
    "leaf_sentence",
    "leaves",
    "read",
    "read_text",
    "sentence",
]
