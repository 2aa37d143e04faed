"""The examples in docs/api.md are true of the record that is committed."""

import json
import re
from typing import Any
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import TestCase

FIXTURES = settings.BASE_DIR / "fixtures"
DOCS = (settings.BASE_DIR / "docs" / "api.md").read_text(encoding="utf-8")
ADDRESS = r"'http://127\.0\.0\.1:8000(/api/v1/[^']*)'"
CURLS = re.findall(rf"^    curl {ADDRESS}$", DOCS, re.MULTILINE)
POSTS = re.findall(
    rf"^    curl {ADDRESS} -H 'Content-Type: application/json' -d '([^']*)'$", DOCS, re.MULTILINE
)
ENCODED = re.findall(
    rf"^    curl -G {ADDRESS} --data-urlencode '(\w+)=([^']*)'((?: -d \w+=\w+)*)$",
    DOCS,
    re.MULTILINE,
)
#: What stands for something that the docs leave out.
LEFT_OUT = "…"


def example(opening: str) -> Any:
    """The indented JSON that begins so; ``…`` stands for whatever was left out."""
    block = DOCS[DOCS.index(f"    {opening}") :].split("\n\n")[0]
    for shape, text in (
        ("{…}", f'"{LEFT_OUT}"'),
        ("[…]", f'"{LEFT_OUT}"'),
        (", …", f', "{LEFT_OUT}"'),
    ):
        block = block.replace(shape, text)
    return json.loads(block)


def shortened(real: Any, told: Any) -> Any:
    """What is really there, with ``…`` wherever the docs have it."""
    if told == LEFT_OUT:
        return LEFT_OUT
    if isinstance(told, dict) and isinstance(real, dict):
        return {key: shortened(value, told.get(key)) for key, value in real.items()}
    if isinstance(told, list) and isinstance(real, list):
        if told[-1:] == [LEFT_OUT]:
            kept = real[: len(told) - 1]
            return [*map(shortened, kept, told), *([LEFT_OUT] if real[len(kept) :] else [])]
        return [shortened(*pair) for pair in zip(real, told, strict=True)]
    return real


class ExampleTests(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        files = sorted((FIXTURES / "left_opposition").glob("*.json"))
        call_command("loaddata", FIXTURES / "vocabulary.json", *files, verbosity=0)

    @pytest.fixture(autouse=True)
    def _without_limit(self, _without_limit: None) -> None:
        """More is asked in a minute than a client may."""

    def get(self, address: str) -> Any:
        answer = self.client.get(address)
        assert answer.status_code == 200, (address, answer.content)
        return answer.json()

    def test_every_request_is_answered_with_something(self) -> None:
        told = {address: self.get(address) for address in CURLS}
        empty = [address for address, answer in told.items() if answer.get("count", 1) == 0]
        assert (empty, len(told) > 9) == ([], True)

    def test_same_day_in_both_calendars_is_answered_alike(self) -> None:
        julian, gregorian = (
            [found["identifier"] for found in self.get(address)["results"]]
            for address in CURLS
            if "assertions/?certain_on" in address
        )
        assert julian == gregorian
        assert len(julian) > 10

    def test_claim_is_as_it_is_told(self) -> None:
        told = example('{\n      "identifier"')
        real = self.get(f"/api/v1/assertions/{told['identifier']}/")
        assert shortened(real, told) == told

    def test_hit_is_as_it_is_told(self) -> None:
        told = example('{"slug": "leon-trotsky",')
        [asked] = [address for address in CURLS if "search=Trotzki" in address]
        assert self.get(asked)["results"][0] == told

    def test_number_of_persons_is_as_it_is_told(self) -> None:
        told = int(re.findall(r'^    \{"count": (\d+), "next"', DOCS, re.MULTILINE)[0])
        assert self.get("/api/v1/persons/")["count"] == told

    def post(self, address: str, question: str) -> Any:
        answer = self.client.post(address, question, "application/json")
        assert answer.status_code == 200, (address, answer.content)
        return answer.json()

    def test_every_question_is_answered_by_somebody(self) -> None:
        for address, name, question, more in ENCODED:
            asked = {name: question, **dict(re.findall(r"(\w+)=(\w+)", more))}
            assert self.client.get(address, asked).status_code == 200
            assert self.get(f"{address}?{urlencode({name: question})}").get("count", 1) > 0
        assert [self.post(*each)["count"] > 0 for each in POSTS] == [True]
        assert len(ENCODED) > 1

    def test_answer_to_a_question_is_as_it_is_told(self) -> None:
        [(address, question)] = POSTS
        told = example('{"asked": {"all": ')
        real = self.post(address, question)
        assert shortened(real, told) == told
