"""Who answers a node: the keys of persons, in three values, and those of whom nothing is known."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Found:
    """Whoever is in none of the sets does not answer."""

    certain: frozenset[int] | set[int] = frozenset()
    possible: frozenset[int] | set[int] = frozenset()  # and not certain
    # Of whom the record lacks what everybody has, a date of birth or death: no answer, and of the
    # contrary no more than a possible one.
    unknown: frozenset[int] | set[int] = frozenset()

    @property
    def keys(self) -> set[int]:
        """Whoever answers."""
        return {*self.certain, *self.possible}

    @property
    def reach(self) -> set[int]:
        """Whoever does not surely fail to."""
        return {*self.certain, *self.possible, *self.unknown}

    @classmethod
    def out_of(cls, pairs: Iterable[tuple[int, bool]]) -> "Found":
        """From keys, each with whether it is certain; a key may come several times."""
        certain, reached = set(), set()
        for key, is_certain in pairs:
            reached.add(key)
            if is_certain:
                certain.add(key)
        return cls(certain, reached - certain)

    @classmethod
    def of(cls, verdicts: Mapping[int, bool]) -> "Found":
        """From keys with whether each is certain."""
        return cls.out_of(verdicts.items())

    def within(self, keys: set[int] | None) -> "Found":
        """Only those that are among the keys; None: all."""
        if keys is None:
            return self
        return Found(self.certain & keys, self.possible & keys, self.unknown & keys)

    def both(self, other: "Found") -> "Found":
        """Who answers this and the other: as surely as the weaker."""
        certain = self.certain & other.certain
        keys = self.keys & other.keys
        return Found(certain, keys - certain, (self.reach & other.reach) - keys)

    def either(self, other: "Found") -> "Found":
        """Who answers this or the other: as surely as the stronger."""
        certain = self.certain | other.certain
        keys = self.keys | other.keys
        return Found(certain, keys - certain, (self.unknown | other.unknown) - keys)

    def negated(self, everybody: set[int]) -> "Found":
        """Who of everybody does not answer; what is only possible is only possibly absent."""
        return Found(everybody - self.reach, (self.possible | self.unknown) & everybody)
