"""The terms of doubt and disagreement."""

from django.utils.translation import gettext_lazy as _

from .term import Chapter, term

DOUBT = Chapter(
    "doubt",
    _("Doubt and disagreement"),
    (
        term(
            "certainty",
            _("certainty"),
            _(
                "How sure the source is of what it says: certain, said without a hedge; "
                "probable, hedged (“it is believed”); possible, only suspected (“perhaps”)."
            ),
            "basis",
        ),
        term(
            "basis",
            _("basis"),
            _(
                "How the claim follows from the words: stated by them; interpreted, where the "
                "words need an editor’s reading; inferred, where no words say it and it "
                "follows from something else that is said."
            ),
            "certainty",
        ),
        term(
            "polarity",
            _("polarity"),
            _(
                "Whether the source says that it was so (affirmed), that it was not so "
                "(denied), or was searched for it and does not state it (not stated)."
            ),
        ),
        term(
            "rank",
            _("rank"),
            _(
                "The editors’ judgement among claims that exclude one another, always with a "
                "reason: preferred, held true; deprecated, held untrue. A deprecated claim "
                "stays where it is, for a source makes it."
            ),
            "conflict",
        ),
        term(
            "conflict",
            _("conflict"),
            _(
                "What can be so only once is said in ways that exclude one another, or one "
                "source affirms what another denies. Conflicts are computed from the claims; "
                "nobody types them in."
            ),
            "settlement",
        ),
        term(
            "settlement",
            _("settlement"),
            _(
                "How the editors decided a conflict, with their reason. They may prefer one "
                "side, or let all stand. New claims open it again."
            ),
            "conflict",
            "rank",
        ),
    ),
)
