"""Who sat in the Central Committee on three days, each person as the documents were read by hand.

Nobody certainly: no document gives a beginning and an end around any of these days. 26 July 1917, of
unknown calendar, is 26 July or 8 August Gregorian.
"""

from prosopography.models import Organisation, Role
from prosopography.queries.as_of import weigh
from prosopography.queries.tenures import Office
from prosopography.queries.when import read_span

from .test_record import Record

#: Named in ¶3 of the biography, at 26 July 1917, and nowhere else before 1926.
JULY = {
    "nikolai-bukharin", "felix-dzerzhinsky", "alexandra-kollontai", "grigori-sokolnikov",
    "joseph-stalin", "yakov-sverdlov", "leon-trotsky", "moisei-uritsky",
}  # fmt: skip
#: The same, and resigned between 25 October and 12 December 1917 (the essay, ¶5).
RESIGNED = {"lev-kamenev", "victor-nogin", "alexei-rykov", "grigory-zinoviev"}
#: Member of “Lenin's Central Committee” and secretaries (the biography, ¶14 and ¶31).
UNDATED = {"yevgeni-preobrazhensky", "l-serebryakov"}

EXPECTED = {
    ("1917-08-01", "gregorian"): {
        "possible": JULY | RESIGNED | {"andrei-bubnov", "ivar-smilga", "vladimir-lenin"},
        "attested_after": {"miliutin"},
        "undated": UNDATED,
    },
    # Elected in April or July and expelled in 1929; Bubnov in July and expelled in November 1937.
    ("1917-11-07", "gregorian"): {
        "possible": RESIGNED | {"andrei-bubnov", "ivar-smilga", "miliutin", "vladimir-lenin"},
        "attested_before": JULY,
        "undated": UNDATED,
    },
    # Lenin was dead, the five had resigned.
    ("1926-01-01", "gregorian"): {
        "possible": {"andrei-bubnov", "ivar-smilga"},
        "attested_before": JULY,
        "undated": UNDATED,
    },
}
EXPECTED["1917-10-25", "julian"] = EXPECTED["1917-11-07", "gregorian"]


class CentralCommitteeTests(Record):
    def classes(self, day: str, calendar: str, role: str = "") -> dict[str, set[str]]:
        asked = Office(
            Organisation.objects.get(slug="central-committee"),
            Role.objects.get(slug=role) if role else None,
        )
        found: dict[str, set[str]] = {}
        for each in weigh(asked, read_span(day, calendar)).found:
            found.setdefault(each.standing.value, set()).add(each.held[0].tenure.sorting[1])
        return found

    def test_each_person_is_in_the_class_that_the_documents_give(self) -> None:
        found = {asked: self.classes(*asked) for asked in EXPECTED}
        assert found == EXPECTED

    def test_members_alone_are_asked_for_without_what_an_expulsion_implies(self) -> None:
        found = self.classes("1926-01-01", "gregorian", "member")
        assert found == {
            "possible": {"ivar-smilga"} | {"andrei-bubnov"},
            "attested_before": JULY,
            "undated": {"yevgeni-preobrazhensky"},
        }
