"""The list of all claims."""

from django.utils.translation import gettext_lazy, ngettext

from .lists import ListPage, same


class AssertionList(ListPage):
    """All public claims, denied ones and those that the editors deprecate among them."""

    template_name = "assertion/list.html"
    noun, plural = "assertion", "assertions"
    title = gettext_lazy("Claims")
    description = gettext_lazy(
        "Every claim of the record, also what a source denies: who says what of whom, when, where and "
        "how surely."
    )
    how = ("certain", "doubtful")
    views = ("table",)
    in_api = {"q": "text"} | same(
        "kind", "role", "organisation", "event", "place", "source", "certainty", "basis",
        "polarity", "doubtful",
    )  # fmt: skip

    def number_of(self, total: int) -> str:
        """So many claims."""
        return ngettext("%(n)s claim", "%(n)s claims", total) % {"n": total}
