"""A life on the page: dated claims laid out on an axis of years. No query, no HTML.

In order: ``axis`` (days to places on the drawing), ``words`` and ``mark`` (one claim, with
its doubts), ``lanes`` (marks beside one another, none on another), ``drawing`` (all of it, and the
list that it is).
"""

from .drawing import Band, Dated, Timeline, timeline

__all__ = ["Band", "Dated", "Timeline", "timeline"]
