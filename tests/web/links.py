"""Where the links of pages lead."""

import re
from collections.abc import Iterable
from html import unescape
from urllib.parse import urldefrag, urljoin

from django.test import Client


def broken(client: Client, addresses: Iterable[str]) -> dict[str, int]:
    """The links within what is shown of these pages that lead nowhere, with the status there.

    Those of the frame, which is the same for all, are followed from the first page alone; those into
    the other language are left to the tests of languages.
    """
    found: set[str] = set()
    for number, address in enumerate(addresses):
        html = client.get(address).content.decode()
        shown = html.partition("<main")[2].partition("</main>")[0] if number else html
        for link in re.findall(r'\shref="([?/][^"]*)"', shown):
            found.add(urldefrag(urljoin(address, unescape(link))).url)
    own = sorted(each for each in found if not each.startswith(("/static/", "/ru/")))
    statuses = {each: client.get(each).status_code for each in own}
    return {each: status for each, status in statuses.items() if status != 200}
