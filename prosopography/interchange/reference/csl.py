"""CSL-JSON (Citation Style Language 1.0.2): a list of one item."""

import json
from typing import Any

from .reference import Reference, one_line

CSL_TYPE = "application/vnd.citationstyles.csl+json; charset=utf-8"


def csl(reference: Reference) -> str:
    """The item, of the type “webpage”, which every program that reads CSL-JSON knows."""
    item: dict[str, Any] = {
        "id": reference.key,
        "type": "webpage",
        "title": one_line(reference.title),
        "container-title": one_line(reference.container),
    }
    if (day := reference.version) is not None:
        item["issued"] = {"date-parts": [[day.year, day.month, day.day]]}
        item["version"] = day.isoformat()
    item |= {"URL": reference.address, "language": reference.language}
    return json.dumps([item], ensure_ascii=False, indent=2) + "\n"
