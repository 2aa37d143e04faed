"""How templates link a word to its place in the glossary. Nothing here asks the database."""

from typing import Any

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from prosopography.queries.glossary import find

register = template.Library()


def linked(slug: str, text: Any) -> SafeString:
    """A text as a link to its term; site.js lets the explanation pop up where it stands.

    A slug that the glossary does not have is a KeyError.
    """
    return format_html(
        '<a class="term" href="{}#{}">{}</a>', reverse("web:glossary"), find(slug).slug, text
    )


class _TermNode(template.Node):
    """What stands between ``term`` and ``endterm``, as a link to the glossary."""

    def __init__(self, slug: FilterExpression, nodelist: NodeList) -> None:
        self.slug, self.nodelist = slug, nodelist

    def render(self, context: template.Context) -> SafeString:
        """The link; the text within has been escaped by what wrote it."""
        return linked(self.slug.resolve(context), self.nodelist.render(context))


@register.tag
def term(parser: Parser, token: Token) -> template.Node:
    """``{% term "witness" %}independent witnesses{% endterm %}``: the words, linked to the glossary.

    Not within another link, a button or a summary. A template that names no term, or more than one,
    is a TemplateSyntaxError.
    """
    words = token.split_contents()
    if len(words) != 2:
        raise template.TemplateSyntaxError("“term” takes one term of the glossary.")
    nodelist = parser.parse(("endterm",))
    parser.delete_first_token()
    return _TermNode(parser.compile_filter(words[1]), nodelist)
