"""Questions answered by trying everything, in plain Python over exported rows.

It is slow and simple on purpose, and shares no code with ``prosopography/queries``: where it and the
evaluator agree, docs/questions.md has been read the same way twice. ``rows`` is what stands in the
database and what of it is public, ``days`` compares dates, ``claims`` holds one claim against a
pattern, ``leaves`` decides a leaf for one person, ``answers`` the whole question for all.
"""

from .answers import brute, brute_evidence
from .rows import Record, export

__all__ = ["Record", "brute", "brute_evidence", "export"]
