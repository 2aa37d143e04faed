"""The conflicts of the record of the Left Opposition, each of which was read in the documents."""

import pytest
from django.core.management import call_command

from prosopography.queries.conflicts import all_conflicts

#: By their keys, with their sides.
CONFLICTS = {
    # “arrested” ¶18 of the biography, ¶9 of the encyclopaedia
    "same_act:person:ivar-smilga:arrested": ["1933", "1935"],
    # Medvedev in ¶34 of the biography; ¶18 of the fuller article; ¶7 of the encyclopaedia
    "same_act:person:ivar-smilga:expelled:bolshevik-party": ["December 1927", "1928", "1929"],
    # both in ¶4 of the list; Medvedev in ¶34 of the biography has the Congress confirm the first
    "same_act:person:grigory-zinoviev:expelled:bolshevik-party": ["November 1927", "December 1927"],
    # ¶8 of the encyclopaedia; ¶18 of the biography
    "act_place:person:ivar-smilga:banished": ["Khabarovsk", "Siberia (probable)"],
    # ¶6 of the list; ¶3 and ¶9 of the encyclopaedia, ¶18 of the biography
    "single_date:person:ivar-smilga:death": ["1937", "1938"],
    # ¶5 of the encyclopaedia; ¶3 of the biography
    "tenure_span:person:ivar-smilga:member:central-committee:start": ["April 1917", "26 July 1917"],
    # from his age in Serge's Memoirs, ¶26 of the biography; ¶3 of the encyclopaedia and the biography
    "single_date:person:ivar-smilga:birth": [
        "between 1871 and 1887 (inferred)",
        "1892",
    ],
    # ¶2 of the list; ¶4 of the list
    "said_outside:organisation:left-opposition:end": [
        "the body existed 1923 to 1927",
        "Most, but not all, prominent members recanted (1929 to 1934)",
        "Attempted in vain to field candidates against those of the Communist Party in the elections"
        " (1929)",
        "Those who remained unrepentant perished in the Great Purge (between 1934 and 1939)",
        "Nearly all prominent members who recanted perished in the Great Purge"
        " (between 1934 and 1939)",
    ],
    # ¶6 of the encyclopaedia; ¶10 of the biography
    "outside_event:event:polish-soviet-war": ["the event: 1920", "part in it: 1921"],
}


@pytest.mark.django_db
def test_the_conflicts_of_the_record(fixture_files) -> None:
    call_command("loaddata", *fixture_files, verbosity=0)
    found = {each.key: [side.text for side in each.sides] for each in all_conflicts()}
    assert found == CONFLICTS
