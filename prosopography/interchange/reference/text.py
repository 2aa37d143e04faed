"""Plain text: one sentence for a footnote."""

from django.utils.translation import gettext as _

from .reference import Reference, one_line

TEXT_TYPE = "text/plain; charset=utf-8"


def text(reference: Reference) -> str:
    """“Title”, site, version of a day, address. The day on which it was read is the reader's to add."""
    pattern = (
        _("“{title}”, {container}, version of {version}, {address}")
        if reference.version
        else _("“{title}”, {container}, {address}")
    )
    said = pattern.format(
        title=one_line(reference.title),
        container=one_line(reference.container),
        version=reference.version,
        address=reference.address,
    )
    return f"{said}\n"
