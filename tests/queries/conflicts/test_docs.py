"""Every rule is described in docs/conflicts.md, and has its own tests."""

import re
from pathlib import Path

from django.conf import settings

from prosopography.queries.conflicts import RULES


def test_every_rule_is_described_under_its_title() -> None:
    text = (settings.BASE_DIR / "docs" / "conflicts.md").read_text(encoding="utf-8")
    described = dict(re.findall(r"^### (.+) \(`(\w+)`\)$", text, re.MULTILINE))
    assert {key: title for title, key in described.items()} == {
        key: rule.title for key, rule in RULES.items()
    }


def test_every_rule_has_its_tests() -> None:
    files = {path.stem for path in Path(__file__).parent.glob("test_*.py")}
    assert files >= {f"test_{key}" for key in RULES}
