"""A synthetic record of any size: deterministic, and shaped like a real one.

Per person about 1 birth, 0.9 deaths, 3.2 tenures, 1.8 participations, 1.3 relationships and 1.5
names, 1.2 citations each; bodies, events, roles and sources are Zipf-distributed, so that a few have
thousands of claims; half of the dates are doubtful or a span, and one birth or death in eight is
given by a second source, often otherwise.
"""

import random
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate, islice
from typing import Any

from prosopography.models import (
    Assertion,
    Citation,
    Derivation,
    Event,
    Organisation,
    Person,
    Place,
    Role,
    Source,
    Status,
)
from prosopography.models.permanent import ALPHABET, LENGTH

_BATCH = 2000
_PUBLISHED = {"status": Status.PUBLISHED}
_ONSETS = "b c d f g h j k l m n p r s t v w z br dr fr gr kr st tr sch ł š č ž ñ".split()
_VOWELS = "a e i o u a e i o é ö ü á í ø å".split()
_OFFICES = (
    "abbot bishop canon chancellor count provost notary mayor judge treasurer professor rector dean "
    "member president secretary councillor bailiff captain knight chaplain prior scribe physician"
).split()
_SOLE = ("abbot", "bishop", "president", "rector")
_PARTS = "witness participant signatory presider accused plaintiff host guest".split()
_TIES = "parent-of spouse-of sibling-of teacher-of patron-of opponent-of".split()


class Zipf:
    """Rows of which the first ones are drawn most often."""

    def __init__(self, dice: random.Random, rows: list[Any]) -> None:
        self._dice = dice
        self._rows = rows
        self._sums = list(accumulate(1 / (rank + 3) for rank in range(len(rows))))

    def draw(self) -> Any:
        """One of the rows."""
        return self._rows[bisect_left(self._sums, self._dice.random() * self._sums[-1])]


class Record:
    """Makes a record of so many persons and writes it into the database."""

    def __init__(self, persons: int, seed: int = 7) -> None:
        self.size = persons
        self.dice = random.Random(seed)  # noqa: S311 -- not a secret
        self.minted = 0

    def write(self) -> None:
        """Writes everything; the database is taken to be empty. Derived entries are not refreshed."""
        size = self.size
        self.places = self._things(Place, max(60, size // 100))
        bodies = self._things(Organisation, max(60, size // 100))
        events = self._things(Event, max(60, size // 50))
        sources = Source.objects.bulk_create(
            Source(slug=f"source-{at}", label=f"Register {at}", title=f"Register {at}",
                   kind="register", **_PUBLISHED)
            for at in range(max(60, size // 100))
        )  # fmt: skip
        Derivation.objects.bulk_create(
            Derivation(source=source, derived_from=self.dice.choice(sources[:at]))
            for at, source in enumerate(sources)
            if at and self.dice.random() < 0.2
        )
        self.bodies, self.events = Zipf(self.dice, bodies), Zipf(self.dice, events)
        self.sources = Zipf(self.dice, sources)
        self.offices = Zipf(self.dice, self._roles(_OFFICES, "organisation", lasting=True))
        self.parts = self._roles(_PARTS, "event")
        self.ties = self._roles(_TIES, "person")
        self.expelled = Role.objects.create(
            slug="expelled", label="expelled", joins="life", once=True
        )
        self._write_claims(self._of_things(bodies, events))
        for people in _batches(self._persons()):
            written = Person.objects.bulk_create(people)
            self._write_claims(claim for person in written for claim in self._life(person, written))

    def _things(self, model: Any, number: int) -> list[Any]:
        noun = model._meta.model_name
        labels = [f"{self._word(2)} {self._word(3)}" for _ in range(number)]
        rows = model.objects.bulk_create(
            model(slug=f"{noun}-{at}", label=label, sort_label=label, **_PUBLISHED)
            for at, label in enumerate(labels)
        )
        return list(rows)

    def _roles(self, names: Iterable[str], joins: str, *, lasting: bool = False) -> list[Role]:
        return Role.objects.bulk_create(
            Role(slug=name, label=name.replace("-", " "), joins=joins, lasting=lasting,
                 sole=name in _SOLE,
                 converse_label=f"has as {name}" if joins == "person" else "")
            for name in names
        )  # fmt: skip

    def _persons(self) -> Iterator[Person]:
        families = Zipf(self.dice, [self._word(3) for _ in range(max(500, self.size // 8))])
        given = Zipf(self.dice, [self._word(2) for _ in range(600)])
        for at in range(self.size):
            first, last = given.draw(), families.draw()
            yield Person(
                slug=f"person-{at}",
                label=f"{first} {last}",
                sort_label=f"{last}, {first}",
                **_PUBLISHED,
            )

    def _of_things(self, bodies: list[Any], events: list[Any]) -> Iterator[Assertion]:
        founded = Role.objects.create(
            slug="founded", label="founded", joins="existence", marks="beginning"
        )
        for body in bodies:
            year = self.dice.randint(1100, 1300)
            yield Assertion(kind="existence", organisation=body, role=founded, **self._date(year))
        for event in events:
            year = self.dice.randint(1200, 1900)
            yield Assertion(kind="occurrence", event=event, **self._date(year))

    def _life(self, person: Person, others: list[Person]) -> Iterator[Assertion]:
        dice = self.dice
        born = dice.randint(1300, 1830)
        died = born + min(95, max(18, int(dice.gauss(58, 15))))
        for kind, year in (("birth", born), ("death", died)):
            if dice.random() < 0.9:
                told = 2 if dice.random() < 0.125 else 1
                for more in range(told):
                    place = dice.choice(self.places) if dice.random() < 0.5 else None
                    yield Assertion(
                        kind=kind, person=person, place=place, **self._date(year + more)
                    )
        for _ in range(self._some(1.5)):
            value = f"{self._word(2)} {person.sort_label.split(',')[0]}"
            yield Assertion(kind="name", person=person, value=value)
        for _ in range(self._some(3.2)):
            start = dice.randint(born + 15, max(born + 16, died - 1))
            end = min(died, start + int(dice.expovariate(1 / 7)))
            span = f"{start}/{end}" if dice.random() < 0.7 else f"{start}/"
            yield Assertion(kind="tenure", person=person, organisation=self.bodies.draw(),
                            role=self.offices.draw(), edtf=span, date_text=span)  # fmt: skip
        for _ in range(self._some(1.8)):
            yield Assertion(kind="participation", person=person, event=self.events.draw(),
                            role=dice.choice(self.parts))  # fmt: skip
        for _ in range(self._some(1.3)):
            other = dice.choice(others)
            if other != person:
                yield Assertion(kind="relationship", person=person, related_person=other,
                                role=dice.choice(self.ties))  # fmt: skip
        if dice.random() < 0.1:
            for more in range(dice.randint(1, 2)):
                yield Assertion(
                    kind="life_event",
                    person=person,
                    role=self.expelled,
                    organisation=self.bodies.draw(),
                    **self._date(min(died, born + 30 + more)),
                )

    def _date(self, year: int) -> dict[str, str]:
        chance = self.dice.random()
        if chance < 0.35:
            edtf = f"{year}-{self.dice.randint(1, 12):02}-{self.dice.randint(1, 28):02}"
        elif chance < 0.6:
            edtf = f"{year}"
        elif chance < 0.8:
            edtf = f"{year}?"
        else:
            edtf = f"[{year - 2}..{year + 2}]"
        return {"edtf": edtf, "date_text": edtf}

    def _write_claims(self, claims: Iterable[Assertion]) -> None:
        for batch in _batches(claims):
            for claim in batch:
                claim.status = Status.PUBLISHED
                claim.identifier = self._identifier("a")
            written = Assertion.objects.bulk_create(batch)
            Citation.objects.bulk_create(
                Citation(assertion=claim, source=self.sources.draw(),
                         identifier=self._identifier("c"),
                         locator=f"p. {self.dice.randint(1, 400)}-{number}")
                for claim in written
                for number in range(2 if self.dice.random() < 0.2 else 1)
            )  # fmt: skip

    def _identifier(self, letter: str) -> str:
        """One after the other: of millions drawn at random two would be alike."""
        self.minted += 1
        number, digits = self.minted, ""
        for _ in range(LENGTH):
            number, digit = divmod(number, len(ALPHABET))
            digits = ALPHABET[digit] + digits
        return letter + digits

    def _some(self, mean: float) -> int:
        number = 0
        while number < 60 and self.dice.random() > 1 / (1 + mean):
            number += 1
        return number

    def _word(self, length: int) -> str:
        parts = (
            self.dice.choice(_ONSETS) + self.dice.choice(_VOWELS) + self.dice.choice("nrslm")
            for _ in range(length)
        )
        return "".join(parts).capitalize()


def _batches(rows: Iterable[Any]) -> Iterator[list[Any]]:
    source = iter(rows)
    while batch := list(islice(source, _BATCH)):
        yield batch
