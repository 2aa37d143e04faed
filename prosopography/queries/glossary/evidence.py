"""The terms of the evidence: where a claim stands, and whose word it is."""

from django.utils.translation import gettext_lazy as _

from .term import Chapter, term

EVIDENCE = Chapter(
    "evidence",
    _("Evidence"),
    (
        term(
            "source",
            _("source"),
            _(
                "Anything that can be cited: a memoir, a decree, an article, a web page. Its "
                "page lists every claim taken from it, in the order of the document."
            ),
            "citation",
        ),
        term(
            "citation",
            _("citation"),
            _(
                "Where a claim stands: the source that was read, the place in it, and the "
                "shortest run of its words that carries the claim. It supports the claim or "
                "contradicts it."
            ),
            "source",
            "locator",
        ),
        term(
            "locator",
            _("locator"),
            _("The place in a source: ¶7 is its seventh paragraph, p. 12 its twelfth page."),
            "citation",
        ),
        term(
            "word-of",
            _("on the word of"),
            _(
                "Whom the source reports: an article may quote a memoir, and then the claim "
                "is that of the author of the memoir, read in the article."
            ),
            "witness",
        ),
        term(
            "witness",
            _("witness"),
            _(
                "Somebody whose own word a claim is. Sources that copy one another, or report "
                "the same memoir, are one witness and not several."
            ),
            "independent-witness",
            "stemma",
        ),
        term(
            "independent-witness",
            _("independent witness"),
            _(
                "A witness who has the claim from none of the others. So five sources of which "
                "four copy the fifth are one independent witness. The number says how many "
                "speak, and not who is right."
            ),
            "witness",
        ),
        term(
            "stemma",
            _("stemma"),
            _(
                "The family tree of the sources: which text copies which, as a whole or in "
                "part, for certain or perhaps."
            ),
            "witness",
        ),
        term(
            "as-printed",
            _("as printed"),
            _(
                "A name just as the source writes it, misprints included. It is searched like "
                "any other name."
            ),
        ),
        term(
            "doubtful",
            _("identification doubtful"),
            _(
                "The name as printed may mean somebody else. The note says whom, and the pages "
                "of all who may be meant list it apart."
            ),
        ),
    ),
)
