"""Questions about the Left Opposition, answered by reading the documents (one half of them).

They ask about time, calendars, ages, and about people between one another. The documents name no
calendar, so that a date before 14 February 1918 may be by the old or by the new style.
"""

from tests.record_questions.expected import Expected, Places, at, each


def some(persons: str) -> dict[str, list[str] | None]:
    """Every one of these persons, with places that are not told by hand."""
    return dict.fromkeys(persons.split())


LEFT_SRS = (
    "left-sr-commissar-of-agriculture left-sr-commissar-of-justice"
    " left-sr-commissar-of-post-and-telegraph"
)

# The Central Committee of 26 July 1917, those who resigned from it, and those of whom it is only
# said that they were once in it.
COMMITTEE_OF_1917: Places = {
    **each("alexandra-kollontai andrei-bubnov felix-dzerzhinsky grigori-sokolnikov", "biography 3"),
    **each("joseph-stalin leon-trotsky moisei-uritsky", "biography 3"),
    **each("nikolai-bukharin yakov-sverdlov", "biography 3"),
    **each("alexei-rykov grigory-zinoviev lev-kamenev victor-nogin", "biography 3, essay 5"),
    "vladimir-lenin": at("biography 3, essay 5"),
    "miliutin": at("essay 5"),
    "ivar-smilga": at("biography 3 16 31, wikipedia 5"),
}
COMMITTEE_SOMETIME: Places = {
    "l-serebryakov": at("biography 14"),
    "yevgeni-preobrazhensky": at("biography 14 16 31"),
}

PLATFORM = "platform-of-the-46"
SIGNED = {"assertion": {"event": PLATFORM, "role": "signatory"}}
CONGRESS = "event:fifteenth-party-congress.date"

# What happened once, and how two persons stood.
DATES = [
    Expected(
        title="Who was born before 1880?",
        question={"assertion": {"kind": "birth", "date": {"before": "1880"}}},
        certain=each("christian-rakovsky nikolai-muralov", "infolist 6"),
        possible={
            **each("chen-duxiu leon-trotsky", "infolist 6"),
            "ivar-smilga": at("biography 15 26, wikipedia 4"),
        },
    ),
    Expected(
        title="Who was born before 1880 as the Julian calendar counts it?",
        question={"assertion": {"kind": "birth", "date": {"before": "1880", "calendar": "julian"}}},
        certain=each("chen-duxiu christian-rakovsky leon-trotsky nikolai-muralov", "infolist 6"),
        possible={"ivar-smilga": at("biography 15 26, wikipedia 4")},
    ),
    Expected(
        title="Who died in the years of the Moscow trials, 1936 and 1937?",
        question={"assertion": {"kind": "death", "date": {"during": "1936/1937"}}},
        certain={
            **each("georgy-oppokov georgy-pyatakov iosif-kosior ivan-smirnov", "infolist 6"),
            **each("ivar-smilga lev-sosnovsky mikhail-boguslavsky nikolai-muralov", "infolist 6"),
            **each("sergei-mrachkovsky vladimir-smirnov yakov-drobnis", "infolist 6"),
            "yevgeni-preobrazhensky": at("infolist 6"),
            "nadezhda-poluyan": at("article 18"),
        },
        possible={
            "andrei-bubnov": at("infolist 6"),
            **each("grigory-zinoviev lev-kamenev", "infolist 4"),
        },
    ),
    Expected(
        title="Who surely died after 1938?",
        question={
            "match": "certain",
            "assertion": {"kind": "death", "date": {"after": "1938"}},
        },
        certain=each(
            "chen-duxiu christian-rakovsky karl-radek leon-trotsky victor-serge", "infolist 6"
        ),
        possible={},
    ),
    Expected(
        title="Who may have died after 1938, sure or not?",
        question={"assertion": {"kind": "death", "date": {"after": "1938"}}},
        certain=each(
            "chen-duxiu christian-rakovsky karl-radek leon-trotsky victor-serge", "infolist 6"
        ),
        possible={
            **each("andrei-bubnov timofei-sapronov", "infolist 6"),
            **each("grigory-zinoviev lev-kamenev", "infolist 4"),
        },
    ),
    Expected(
        title="Who was expelled from anything before 1928?",
        question={
            "assertion": {"kind": "life_event", "role": "expelled", "date": {"before": "1928"}}
        },
        certain={
            "chen-duxiu": at("infolist 6"),
            **each("grigory-zinoviev leon-trotsky lev-kamenev", "biography 34, infolist 4"),
            **each("christian-rakovsky g-i-safarov georgy-pyatakov", "biography 34"),
            **each("ivan-smirnov ivar-smilga karl-radek mikhail-lashevich", "biography 34"),
        },
        possible={},
    ),
    Expected(
        title="Who was expelled from the party in November 1927, before the congress met?",
        question={
            "assertion": {
                "role": "expelled",
                "organisation": "bolshevik-party",
                "date": {"on": "1927-11"},
            }
        },
        certain=each("grigory-zinoviev leon-trotsky", "biography 34, infolist 4"),
        possible={},
    ),
    Expected(
        title="Who was exiled, banished or deported in 1929?",
        question={"assertion": {"role": "exiled", "date": {"on": "1929"}}},
        certain={"leon-trotsky": at("biography 34, infolist 4 6")},
        possible={"ivar-smilga": at("article 3, biography 18, wikipedia 8")},
    ),
    Expected(
        title="Who joined a party after 1910?",
        question={"assertion": {"role": "joined", "date": {"after": "1910"}}},
        certain={"nadezhda-poluyan": at("article 18")},
        possible={"ivar-smilga": at("biography 3")},
    ),
    Expected(
        title="Who was related to Smilga, as friend or as enemy, in 1927?",
        question={
            "assertion": {"kind": "relationship", "person": "ivar-smilga", "date": {"on": "1927"}}
        },
        certain={
            **each("georgy-pyatakov grigori-sokolnikov", "biography 16"),
            **each("grigory-zinoviev lev-kamenev", "biography 16"),
            "ryutin": at("biography 32"),
        },
        possible={
            "alexander-kolchak": at("article 9"),
            "father-of-ivar-smilga": at("wikipedia 4"),
            "joseph-stalin": at("biography 8 17"),
            **each("jozef-pilsudski leon-trotsky mikhail-tukhachevsky", "biography 10"),
            "nadezhda-poluyan": at("article 18, biography 8"),
            "scientist-working-in-russia-in-the-1920s": at("article 15 16"),
            "victor-serge": at("biography 15"),
            "vladimir-lenin": at("article 6, biography 4 6 15 26"),
        },
    ),
]

# What lasts: attested in a year, from a year on, until a month, between two years.
OFFICES = [
    Expected(
        title="Who sat in the Central Committee at some time up to 1920?",
        question={
            "assertion": {
                "kind": "tenure",
                "organisation": "central-committee",
                "date": {"overlaps": "../1920"},
            }
        },
        certain=COMMITTEE_OF_1917,
        possible=COMMITTEE_SOMETIME,
    ),
    Expected(
        title="Who had left the Central Committee by the end of 1920?",
        question={
            "assertion": {
                "kind": "tenure",
                "organisation": "central-committee",
                "date": {"before": "1921"},
            }
        },
        certain={},
        possible={**COMMITTEE_OF_1917, **COMMITTEE_SOMETIME},
    ),
    Expected(
        title="Who ran the Comintern and had ceased to do so before November 1926?",
        question={
            "assertion": {
                "kind": "tenure",
                "organisation": "comintern",
                "date": {"before": "1926-11"},
            }
        },
        certain={"grigory-zinoviev": at("biography 28, infolist 2")},
        possible={},
    ),
    Expected(
        title="Who ran the Comintern at some time from November 1926 on?",
        question={
            "assertion": {
                "kind": "tenure",
                "organisation": "comintern",
                "date": {"overlaps": "1926-11/.."},
            }
        },
        certain={},
        possible={"grigory-zinoviev": at("infolist 2")},
    ),
    Expected(
        title="Who sat in Gosplan in 1936 or later?",
        question={
            "assertion": {
                "kind": "tenure",
                "organisation": "gosplan",
                "date": {"overlaps": "1936/.."},
            }
        },
        certain={"ivar-smilga": at("biography 15, wikipedia 6")},
        possible={},
    ),
    Expected(
        title="Who sat in Gosplan on 1 May 1936?",
        question={
            "assertion": {
                "kind": "tenure",
                "organisation": "gosplan",
                "date": {"on": "1936-05-01"},
            }
        },
        certain={},
        possible={"ivar-smilga": at("biography 15, wikipedia 6")},
    ),
    Expected(
        title="Who became a vice-chairman after 1922?",
        question={"assertion": {"role": "vice-chairman", "date": {"after": "1922"}}},
        certain={"ivar-smilga": at("biography 15, wikipedia 6")},
        possible={},
    ),
    Expected(
        title="Who was People's Commissar only between December 1917 and March 1918?",
        question={
            "assertion": {"role": "peoples-commissar", "date": {"during": "1917-12/1918-03"}}
        },
        certain=each(LEFT_SRS, "essay 5"),
        possible={
            **each("alexei-rykov miliutin victor-nogin", "essay 5"),
            **each("andrei-bubnov leon-trotsky", "infolist 6"),
        },
    ),
]

# The old style and the new.
CALENDARS = [
    Expected(
        title="Who sat in the Council of People's Commissars on 12 December 1917, new style?",
        question={
            "assertion": {
                "kind": "tenure",
                "organisation": "council-of-peoples-commissars",
                "date": {"on": "1917-12-12"},
            }
        },
        certain={},
        possible={
            **each(LEFT_SRS, "essay 5"),
            "alexei-rykov": at("essay 5, infolist 2"),
            **each("miliutin victor-nogin", "essay 5"),
            **each("andrei-bubnov leon-trotsky nikolai-muralov", "infolist 6"),
        },
    ),
    Expected(
        title="… and on 12 December 1917, old style?",
        question={
            "assertion": {
                "kind": "tenure",
                "organisation": "council-of-peoples-commissars",
                "date": {"on": "1917-12-12", "calendar": "julian"},
            }
        },
        certain=each(LEFT_SRS, "essay 5"),
        possible={
            "alexei-rykov": at("essay 5, infolist 2"),
            **each("miliutin victor-nogin", "essay 5"),
            **each("andrei-bubnov leon-trotsky nikolai-muralov", "infolist 6"),
        },
    ),
    Expected(
        title="… of whom no commissariat is named?",
        question={
            "assertion": {
                "kind": "tenure",
                "organisation": "council-of-peoples-commissars",
                "exact": True,
                "date": {"on": "1917-12-12", "calendar": "julian"},
            }
        },
        certain={},
        possible={
            "alexei-rykov": at("essay 5, infolist 2"),
            **each("miliutin victor-nogin", "essay 5"),
        },
    ),
    Expected(
        title="Between whom did Lenin's angry letter pass, if in September by the old style?",
        question={
            "assertion": {
                "kind": "participation",
                "event": "lenins-letter-of-27-september-1917",
                "date": {"during": "1917-09", "calendar": "julian"},
            }
        },
        certain=each("ivar-smilga vladimir-lenin", "article 6"),
        possible={},
    ),
    Expected(
        title="Between whom did it pass, if in September by the new style?",
        question={
            "assertion": {
                "kind": "participation",
                "event": "lenins-letter-of-27-september-1917",
                "date": {"during": "1917-09"},
            }
        },
        certain={},
        possible=each("ivar-smilga vladimir-lenin", "article 6"),
    ),
    Expected(
        title="Who was there, or on a banner, ten years after 25 October 1917, old style?",
        question={
            "assertion": {
                "kind": "participation",
                "event": "demonstrations-of-7-november-1927",
                "date": {"on": "1927-10-25", "calendar": "julian"},
            }
        },
        certain={
            **each("grigory-zinoviev leon-trotsky", "biography 16 31"),
            **each("ivar-smilga yevgeni-preobrazhensky", "biography 16 31 32"),
            "red-army-soldier-at-the-balcony": at("biography 32"),
            "ryutin": at("biography 31 32"),
        },
        possible={},
    ),
    Expected(
        title="Whose arrest has a date, and no calendar with it?",
        question={"assertion": {"role": "arrested", "calendar": "unknown"}},
        certain={"ivar-smilga": at("article 2 3, biography 18, wikipedia 9")},
        possible={},
    ),
    Expected(
        title="Of whom does a source date anything by the Julian calendar in so many words?",
        question={"assertion": {"calendar": "julian"}},
        certain={},
        possible={},
    ),
    Expected(
        title="Who was in hiding, or went into it, on 15 September 1917?",
        question={
            "assertion": {
                "role": ["in-hiding", "went-into-hiding"],
                "date": {"on": "1917-09-15"},
            }
        },
        certain={},
        possible={"vladimir-lenin": at("article 6, biography 6")},
    ),
]

# In the same body at the same time.
TOGETHER = [
    Expected(
        title="Who served on the Western Front beside Tukhachevsky, in whatever part of it?",
        question={
            "overlaps_with": {"person": "mikhail-tukhachevsky", "organisation": "western-front"}
        },
        certain={},
        possible={"ivar-smilga": at("wikipedia 6")},
    ),
    Expected(
        title="Who served beside Tukhachevsky in the Western Front itself?",
        question={
            "overlaps_with": {
                "person": "mikhail-tukhachevsky",
                "organisation": "western-front",
                "exact": True,
            }
        },
        certain={},
        possible={},
    ),
    Expected(
        title="With whom did the Left SR of Agriculture sit in the Council?",
        question={
            "overlaps_with": {
                "person": "left-sr-commissar-of-agriculture",
                "organisation": "council-of-peoples-commissars",
            }
        },
        certain=each(
            "left-sr-commissar-of-justice left-sr-commissar-of-post-and-telegraph", "essay 5"
        ),
        possible={
            "alexei-rykov": at("essay 5, infolist 2"),
            **each("miliutin victor-nogin", "essay 5"),
            **each("andrei-bubnov leon-trotsky nikolai-muralov", "essay 5, infolist 6"),
        },
    ),
    Expected(
        title="Who served together with Vatzetis anywhere?",
        question={"overlaps_with": {"person": "vatzetis"}},
        certain={},
        possible={
            "leon-trotsky": at("biography 23, infolist 6"),
            "red-army-soldier-at-the-balcony": at("biography 23 32"),
        },
    ),
    Expected(
        title="Who was a member of the triumvirate together with Stalin?",
        question={
            "overlaps_with": {
                "person": "joseph-stalin",
                "organisation": "triumvirate",
                "role": "member",
            }
        },
        certain={},
        possible=each("grigory-zinoviev lev-kamenev", "infolist 2 4"),
    ),
    Expected(
        title="Who was a secretary of the Central Committee while Smilga sat there?",
        question={
            "overlaps_with": {
                "person": "ivar-smilga",
                "organisation": "central-committee",
                "role": "secretary",
            }
        },
        certain={},
        possible=each(
            "l-serebryakov yevgeni-preobrazhensky",
            "article 11, biography 3 14 16 31, wikipedia 5",
        ),
    ),
    Expected(
        title="Who was General Secretary of the party itself while Smilga was in it?",
        question={
            "overlaps_with": {
                "person": "ivar-smilga",
                "organisation": "bolshevik-party",
                "role": "general-secretary",
                "exact": True,
            }
        },
        certain={},
        possible={"joseph-stalin": at("article 6 19, biography 8 11, infolist 2, wikipedia 3")},
    ),
    Expected(
        title="With whom did Uritsky sit in the Central Committee?",
        question={
            "overlaps_with": {"person": "moisei-uritsky", "organisation": "central-committee"}
        },
        certain={},
        possible={
            **each("alexandra-kollontai andrei-bubnov felix-dzerzhinsky", "biography 3"),
            **each("grigori-sokolnikov joseph-stalin leon-trotsky", "biography 3"),
            **each("nikolai-bukharin yakov-sverdlov", "biography 3"),
            **each("alexei-rykov grigory-zinoviev lev-kamenev miliutin", "biography 3, essay 5"),
            **each("victor-nogin vladimir-lenin", "biography 3, essay 5"),
            "ivar-smilga": at("article 11, biography 3 16 31, wikipedia 5"),
            "l-serebryakov": at("biography 3 14"),
            "yevgeni-preobrazhensky": at("biography 3 14 16 31"),
        },
    ),
    Expected(
        title="With whom did Smilga surely sit in the Central Committee?",
        question={
            "match": "certain",
            "overlaps_with": {"person": "ivar-smilga", "organisation": "central-committee"},
        },
        certain={},
        possible={},
    ),
]

RELATED_TO_SMILGA: Places = {
    **each("georgy-pyatakov grigori-sokolnikov lev-kamenev", "article 18, biography 8 16"),
    **each("jozef-pilsudski mikhail-tukhachevsky", "article 18, biography 8 10"),
    "alexander-kolchak": at("article 9 18, biography 8"),
    "father-of-ivar-smilga": at("article 18, biography 8, wikipedia 4"),
    "ryutin": at("article 18, biography 8 32"),
    "victor-serge": at("article 18, biography 8 15"),
    **some("grigory-zinoviev joseph-stalin leon-trotsky vladimir-lenin"),
    **some("scientist-working-in-russia-in-the-1920s"),
}

# Few steps away.
LINKS = [
    Expected(
        title="Who is linked to Nadezhda Poluyan by one step?",
        question={"linked_to": {"person": "nadezhda-poluyan"}},
        certain={"ivar-smilga": at("article 18, biography 8")},
        possible={},
    ),
    Expected(
        title="Whom do two relationships at most join to Nadezhda Poluyan?",
        question={"linked_to": {"person": "nadezhda-poluyan", "within": 2, "by": ["relationship"]}},
        certain={"ivar-smilga": at("article 18, biography 8"), **RELATED_TO_SMILGA},
        possible={},
    ),
    Expected(
        title="Whom do three relationships at most join to Smilga's father?",
        question={
            "linked_to": {"person": "father-of-ivar-smilga", "within": 3, "by": "relationship"}
        },
        certain={
            "ivar-smilga": at("wikipedia 4"),
            "nadezhda-poluyan": at("article 18, biography 8, wikipedia 4"),
            **some("alexander-kolchak georgy-pyatakov grigori-sokolnikov grigory-zinoviev"),
            **some("joseph-stalin jozef-pilsudski leon-trotsky lev-kamenev"),
            **some("mikhail-tukhachevsky ryutin victor-serge vladimir-lenin"),
            **some("scientist-working-in-russia-in-the-1920s"),
            **some("alexander-kerensky alexei-rykov andrei-bubnov karl-radek"),
            **some("mikhail-lashevich miliutin murderer-of-leon-trotsky nikolai-bukharin"),
            **some("sergei-gusev vatzetis victor-nogin vyacheslav-molotov"),
            **some("yevgeni-preobrazhensky"),
        },
        possible={},
    ),
    Expected(
        title="Who was in a body of at most 18 persons with Dzerzhinsky?",
        question={
            "linked_to": {"person": "felix-dzerzhinsky", "by": ["organisation"], "largest": 18}
        },
        certain={},
        possible={
            **each("alexandra-kollontai andrei-bubnov grigori-sokolnikov", "biography 3"),
            **each("joseph-stalin leon-trotsky moisei-uritsky", "biography 3"),
            **each("nikolai-bukharin yakov-sverdlov", "biography 3"),
            "l-serebryakov": at("biography 3 14"),
            "miliutin": at("biography 3, essay 5"),
            **some("alexei-rykov grigory-zinoviev ivar-smilga lev-kamenev victor-nogin"),
            **some("vladimir-lenin yevgeni-preobrazhensky"),
        },
    ),
    Expected(
        title="Who was in a body of at most 17 persons with Dzerzhinsky?",
        question={
            "linked_to": {"person": "felix-dzerzhinsky", "by": ["organisation"], "largest": 17}
        },
        certain={},
        possible={},
    ),
    Expected(
        title="Who took part in the same event as Sokolnikov?",
        question={"linked_to": {"person": "grigori-sokolnikov", "by": ["event"]}},
        certain={
            **each("georgy-pyatakov grigory-zinoviev ivar-smilga", "biography 16"),
            **each("joseph-stalin lev-kamenev", "biography 16"),
        },
        possible={},
    ),
    Expected(
        title="Who is with Malkov in an event, if a photograph of twenty still is one?",
        question={"linked_to": {"person": "p-malkov", "by": "event", "largest": 20}},
        certain={
            **each("adolph-joffe badaev d-ryazanov e-rahja g-evdokimov", "biography 9"),
            **each("ivan-smirnov joseph-stalin l-serebryakov m-kharitonov", "biography 9"),
            **each("mikhail-kalinin mikhail-lashevich mikhail-tomsky", "biography 9"),
            **each("p-smorodin p-zalutsky s-galiev s-zorin v-schmidt", "biography 9"),
            **each("vladimir-lenin yakov-drobnis", "biography 9"),
        },
        possible={},
    ),
    Expected(
        title="… and if it is not?",
        question={"linked_to": {"person": "p-malkov", "by": "event", "largest": 19}},
        certain={},
        possible={},
    ),
    Expected(
        title="With whom did Evgenia Bosh take part in anything?",
        question={"linked_to": {"person": "evgenia-bosh", "by": "event"}},
        certain={
            "andrei-bubnov": at("biography 11 14, infolist 6"),
            **some("georgy-pyatakov"),
            **each("ivar-smilga lazar-kaganovich victor-serge", "biography 11"),
            **each("ivan-smirnov l-serebryakov nikolai-muralov", "biography 11 14"),
            **each("timofei-sapronov valerian-obolensky", "biography 11 14"),
            **each("vladimir-antonov-ovseenko yakov-drobnis", "biography 11 14"),
            "yevgeni-preobrazhensky": at("biography 11 14"),
        },
        possible={"leon-trotsky": at("biography 11 14")},
    ),
    Expected(
        title="Whom do two events of less than twenty persons join to Evgenia Bosh?",
        question={
            "linked_to": {"person": "evgenia-bosh", "within": 2, "by": "event", "largest": 19}
        },
        certain={
            **some("andrei-bubnov georgy-pyatakov ivan-smirnov ivar-smilga l-serebryakov"),
            **some("lazar-kaganovich nikolai-muralov timofei-sapronov valerian-obolensky"),
            **some("victor-serge vladimir-antonov-ovseenko yakov-drobnis"),
            **some("yevgeni-preobrazhensky"),
            **some("alexander-kolchak grigori-sokolnikov grigory-zinoviev joseph-stalin"),
            **some("jozef-pilsudski kamenev-commander-of-the-eastern-front karl-radek"),
            **some("latvian-giant leon-trotsky lev-kamenev mikhail-lashevich"),
            **some("mikhail-tukhachevsky red-army-soldier-at-the-balcony ryutin sergei-gusev"),
            **some("vatzetis vladimir-lenin"),
        },
        possible={},
    ),
]

# One date against another.
COMPARED = [
    Expected(
        title="Who died after the Fifteenth Congress?",
        question={"compare": ["death.date", ">", CONGRESS]},
        certain={
            **each("alexander-beloborodov andrei-bubnov chen-duxiu", "biography 34, infolist 4 6"),
            **each("christian-rakovsky georgy-oppokov", "biography 34, infolist 4 6"),
            **each("georgy-pyatakov iosif-kosior ivan-smirnov", "biography 34, infolist 4 6"),
            **each("karl-radek leon-trotsky lev-sosnovsky", "biography 34, infolist 4 6"),
            **each("mikhail-boguslavsky nikolai-krestinsky", "biography 34, infolist 4 6"),
            **each("nikolai-muralov sergei-mrachkovsky", "biography 34, infolist 4 6"),
            **each("valerian-obolensky victor-serge", "biography 34, infolist 4 6"),
            **each("vladimir-smirnov yakov-drobnis", "biography 34, infolist 4 6"),
            "yevgeni-preobrazhensky": at("biography 34, infolist 4 6"),
            "ivar-smilga": at("biography 18 34, infolist 4 6, wikipedia 3 9"),
            "nadezhda-poluyan": at("article 18, biography 34, infolist 4"),
        },
        possible={
            **each("adolph-joffe timofei-sapronov", "biography 34, infolist 4 6"),
            **each("grigory-zinoviev lev-kamenev", "biography 34, infolist 4"),
            "kirov": at("biography 34, infolist 4, wikipedia 9"),
        },
    ),
    Expected(
        title="Who was expelled and later taken back?",
        question={
            "compare": [
                {"assertion": {"role": "expelled"}},
                "<",
                {"assertion": {"role": "readmitted"}},
            ]
        },
        certain=each("grigory-zinoviev lev-kamenev", "biography 34, infolist 4"),
        possible={"nadezhda-poluyan": at("article 18")},
    ),
    Expected(
        title="Who was expelled in the very days of the Fifteenth Congress?",
        question={"compare": [{"assertion": {"role": "expelled"}}, "=", CONGRESS]},
        certain={},
        possible={
            "chen-duxiu": at("biography 34, infolist 4 6"),
            **each("christian-rakovsky g-i-safarov georgy-pyatakov", "biography 34, infolist 4"),
            **each("grigory-zinoviev ivan-smirnov ivar-smilga", "biography 34, infolist 4"),
            **each("karl-radek lev-kamenev mikhail-lashevich", "biography 34, infolist 4"),
        },
    ),
    Expected(
        title="Who was arrested after an expulsion?",
        question={
            "compare": [
                {"assertion": {"role": "arrested"}},
                ">",
                {"assertion": {"role": "expelled"}},
            ]
        },
        certain={"ivar-smilga": at("article 18, biography 18 34, wikipedia 7 9")},
        possible={"andrei-bubnov": at("infolist 6")},
    ),
    Expected(
        title="Who was born before the year 1880 of the Julian calendar, as a comparison?",
        question={"compare": ["birth.date", "<", {"date": "1880", "calendar": "julian"}]},
        certain=each("chen-duxiu christian-rakovsky leon-trotsky nikolai-muralov", "infolist 6"),
        possible={"ivar-smilga": at("biography 15 26, wikipedia 4")},
    ),
    Expected(
        title="Who formed the New Opposition when the Fourteenth Conference was over?",
        question={
            "compare": [
                {"assertion": {"kind": "tenure", "organisation": "new-opposition"}},
                ">",
                "event:fourteenth-party-conference.date",
            ]
        },
        certain={},
        possible=each("grigory-zinoviev lev-kamenev", "infolist 4"),
    ),
]

# How old somebody was.
AGES = [
    Expected(
        title="Who was elected to something before the age of 30?",
        question={"compare": [{"age_at": {"assertion": {"role": "elected"}}}, "<", 30]},
        certain={"ivar-smilga": at("article 11, biography 3 15 26, infolist 6, wikipedia 3 4 5")},
        possible={},
    ),
    Expected(
        title="Who lived to be 60?",
        question={"compare": [{"age_at": "death.date"}, ">=", 60]},
        certain=each("chen-duxiu christian-rakovsky", "infolist 6"),
        possible={
            **each("andrei-bubnov leon-trotsky nikolai-muralov", "infolist 6"),
            "ivar-smilga": at("biography 15 18 26, infolist 6, wikipedia 3 4 9"),
        },
    ),
    Expected(
        title="Who died at 45 or younger?",
        question={"compare": [{"age_at": "death.date"}, "<=", 45]},
        certain={
            **each("adolph-joffe iosif-kosior", "infolist 6"),
            "ivar-smilga": at("biography 3 18, infolist 6, wikipedia 3 4 9"),
            "nadezhda-poluyan": at("article 18"),
        },
        possible=each(
            "alexander-beloborodov andrei-bubnov georgy-pyatakov yakov-drobnis", "infolist 6"
        ),
    ),
    Expected(
        title="Who signed the Platform of the 46 at the age of 33?",
        question={"compare": [{"age_at": SIGNED}, "=", 33]},
        certain={},
        possible={
            "georgy-pyatakov": at("biography 11 14, infolist 6"),
            "ivar-smilga": at("biography 11, wikipedia 4"),
            "victor-serge": at("biography 11, infolist 6"),
            "yakov-drobnis": at("biography 14, infolist 6"),
        },
    ),
    Expected(
        title="Who was over 40 when signing the Platform of the 46?",
        question={"compare": [{"age_at": SIGNED}, ">", 40]},
        certain={
            "ivan-smirnov": at("biography 11 14, infolist 6"),
            "nikolai-muralov": at("biography 14, infolist 6"),
        },
        possible={"ivar-smilga": at("biography 11 15 26, wikipedia 4")},
    ),
    Expected(
        title="Who was under 35 at the time of the Fifteenth Congress?",
        question={"compare": [{"age_at": CONGRESS}, "<", 35]},
        certain={
            "iosif-kosior": at("biography 34, infolist 4 6"),
            "nadezhda-poluyan": at("article 18, biography 34, infolist 4"),
        },
        possible={"ivar-smilga": at("biography 3 34, infolist 4 6, wikipedia 3 4")},
    ),
    Expected(
        title="Who was 30 or older on entering Gosplan?",
        question={
            "compare": [
                {"age_at": {"assertion": {"kind": "tenure", "organisation": "gosplan"}}},
                ">=",
                30,
            ]
        },
        certain={"ivar-smilga": at("biography 3 15 26, infolist 6, wikipedia 3 4 6")},
        possible={},
    ),
    Expected(
        title="Who was under 35 on entering the Central Committee?",
        question={
            "compare": [
                {"age_at": {"assertion": {"kind": "tenure", "organisation": "central-committee"}}},
                "<",
                35,
            ]
        },
        certain={
            "andrei-bubnov": at("biography 3, infolist 6"),
            "ivar-smilga": at(
                "article 11, biography 3 15 16 26 31, infolist 6, wikipedia 3 4 5",
            ),
        },
        possible={
            "leon-trotsky": at("biography 3, infolist 6"),
            "yevgeni-preobrazhensky": at("biography 14 16 31, infolist 6"),
        },
    ),
]

IN_THE_COMMITTEE_IN_1917 = {
    "assertion": {
        "kind": "tenure",
        "organisation": "central-committee",
        "date": {"overlaps": "1917"},
    }
}

# Several of these together.
NESTED = [
    Expected(
        title="Who signed the Platform of the 46 and was dead by 1938?",
        question={"all": [SIGNED, {"compare": ["death.date", "<", "1938"]}]},
        certain={
            **each("georgy-pyatakov ivan-smirnov", "biography 11 14, infolist 6"),
            "ivar-smilga": at("biography 11, infolist 6"),
            **each("nikolai-muralov yakov-drobnis", "biography 14, infolist 6"),
            "yevgeni-preobrazhensky": at("biography 14, infolist 6"),
        },
        possible={"andrei-bubnov": at("biography 11 14, infolist 6")},
    ),
    Expected(
        title="Who signed it and did not live beyond 1938?",
        question={"all": [SIGNED, {"not": {"compare": ["death.date", ">", "1938"]}}]},
        certain={
            "ivar-smilga": at("biography 11"),
            **each("georgy-pyatakov ivan-smirnov", "biography 11 14"),
            **each("nikolai-muralov valerian-obolensky", "biography 14"),
            **each("yakov-drobnis yevgeni-preobrazhensky", "biography 14"),
        },
        possible={
            "andrei-bubnov": at("biography 11 14, infolist 6"),
            "timofei-sapronov": at("biography 14, infolist 6"),
            # Of these four no document tells the death.
            **each("evgenia-bosh lazar-kaganovich", "biography 11"),
            "vladimir-antonov-ovseenko": at("biography 11 14"),
            "l-serebryakov": at("biography 14"),
        },
    ),
    Expected(
        title="Which of the five who resigned in 1917 were not expelled and then taken back?",
        question={
            "all": [
                {
                    "persons": [
                        "alexei-rykov",
                        "grigory-zinoviev",
                        "lev-kamenev",
                        "miliutin",
                        "victor-nogin",
                    ]
                },
                {
                    "not": {
                        "compare": [
                            {"assertion": {"role": "expelled"}},
                            "<",
                            {"assertion": {"role": "readmitted"}},
                        ]
                    }
                },
            ]
        },
        certain={"alexei-rykov": [], "miliutin": [], "victor-nogin": []},
        possible={},
    ),
    Expected(
        title="Who sat in the Council with the Left SR of Agriculture and had not resigned before?",
        question={
            "all": [
                {
                    "overlaps_with": {
                        "person": "left-sr-commissar-of-agriculture",
                        "organisation": "council-of-peoples-commissars",
                    }
                },
                {
                    "not": {
                        "assertion": {
                            "role": "resigned",
                            "date": {"before": "1918-02", "calendar": "julian"},
                        }
                    }
                },
            ]
        },
        certain=each(
            "left-sr-commissar-of-justice left-sr-commissar-of-post-and-telegraph", "essay 5"
        ),
        possible=each("andrei-bubnov leon-trotsky nikolai-muralov", "essay 5, infolist 6"),
    ),
    Expected(
        title="Who is two relationships from Nadezhda Poluyan, and in none with Stalin?",
        question={
            "all": [
                {"linked_to": {"person": "nadezhda-poluyan", "within": 2, "by": "relationship"}},
                {"not": {"linked_to": {"person": "joseph-stalin", "by": "relationship"}}},
            ]
        },
        certain={
            **each("georgy-pyatakov grigori-sokolnikov", "article 18, biography 8 16"),
            **each("jozef-pilsudski mikhail-tukhachevsky", "article 18, biography 8 10"),
            "alexander-kolchak": at("article 9 18, biography 8"),
            "father-of-ivar-smilga": at("article 18, biography 8, wikipedia 4"),
            "ryutin": at("article 18, biography 8 32"),
            "victor-serge": at("article 18, biography 8 15"),
            **some("joseph-stalin scientist-working-in-russia-in-the-1920s vladimir-lenin"),
        },
        possible={},
    ),
    Expected(
        title="Who sat in the Committee in 1917, did not resign, nor was expelled by 1930?",
        question={
            "all": [
                IN_THE_COMMITTEE_IN_1917,
                {
                    "not": {
                        "any": [
                            {
                                "assertion": {
                                    "role": "resigned",
                                    "organisation": "central-committee",
                                    "date": {"during": "1917"},
                                }
                            },
                            {
                                "assertion": {
                                    "role": "expelled",
                                    "organisation": "bolshevik-party",
                                    "date": {"before": "1930"},
                                }
                            },
                        ]
                    }
                },
            ]
        },
        certain={
            **each("alexandra-kollontai andrei-bubnov felix-dzerzhinsky", "biography 3"),
            **each("grigori-sokolnikov joseph-stalin moisei-uritsky", "biography 3"),
            **each("nikolai-bukharin yakov-sverdlov", "biography 3"),
            "vladimir-lenin": at("biography 3, essay 5"),
        },
        possible=COMMITTEE_SOMETIME,
    ),
    Expected(
        title="Which leading members were not born before 1890, or did not die before 1940?",
        question={
            "all": [
                {
                    "assertion": {
                        "kind": "tenure",
                        "organisation": "left-opposition",
                        "role": "leading-member",
                    }
                },
                {
                    "any": [
                        {"not": {"assertion": {"kind": "birth", "date": {"before": "1890"}}}},
                        {"not": {"assertion": {"kind": "death", "date": {"before": "1940"}}}},
                    ]
                },
            ]
        },
        certain={
            **each("alexander-beloborodov georgy-pyatakov iosif-kosior", "infolist 4 6"),
            **each("victor-serge yakov-drobnis", "infolist 4 6"),
            **each("chen-duxiu christian-rakovsky leon-trotsky", "infolist 4 6"),
        },
        possible={"timofei-sapronov": at("infolist 4 6")},
    ),
    Expected(
        title="Who, expelled in 1927 to 1929, was not back by 1930, or not dead by 1938?",
        question={
            "all": [
                {
                    "assertion": {
                        "role": "expelled",
                        "organisation": "bolshevik-party",
                        "date": {"during": "1927/1929"},
                    }
                },
                {
                    "any": [
                        {"not": {"assertion": {"role": "readmitted", "date": {"before": "1930"}}}},
                        {"not": {"compare": ["death.date", "<", "1938"]}},
                    ]
                },
            ]
        },
        certain={
            **each("christian-rakovsky g-i-safarov karl-radek mikhail-lashevich", "biography 34"),
            "leon-trotsky": at("biography 34, infolist 4"),
            **some("georgy-pyatakov ivan-smirnov ivar-smilga"),
        },
        possible={
            **each("grigory-zinoviev lev-kamenev", "biography 34, infolist 4"),
            "nadezhda-poluyan": at("article 18"),
        },
    ),
    Expected(
        title="Which signatories were not born before 1890, old style, or were unhurt until 1938?",
        question={
            "all": [
                SIGNED,
                {
                    "any": [
                        {
                            "not": {
                                "assertion": {
                                    "kind": "birth",
                                    "date": {"before": "1890", "calendar": "julian"},
                                }
                            }
                        },
                        {
                            "not": {
                                "any": [
                                    {"assertion": {"kind": "death", "date": {"before": "1938"}}},
                                    {"assertion": {"role": "expelled", "date": {"after": "1936"}}},
                                ]
                            }
                        },
                    ]
                },
            ]
        },
        certain={
            **each("evgenia-bosh lazar-kaganovich", "biography 11"),
            "l-serebryakov": at("biography 14"),
            "victor-serge": at("biography 11, infolist 6"),
            "vladimir-antonov-ovseenko": at("biography 11 14"),
            **some("timofei-sapronov valerian-obolensky"),
        },
        possible={
            "georgy-pyatakov": at("biography 11 14, infolist 6"),
            "yakov-drobnis": at("biography 14, infolist 6"),
        },
    ),
    Expected(
        title="Who of the Committee of 1917 stayed and outlived Lenin, or was not expelled later?",
        question={
            "all": [
                IN_THE_COMMITTEE_IN_1917,
                {
                    "any": [
                        {
                            "not": {
                                "any": [
                                    {
                                        "assertion": {
                                            "role": "resigned",
                                            "organisation": "central-committee",
                                            "date": {"before": "1918"},
                                        }
                                    },
                                    {
                                        "not": {
                                            "assertion": {
                                                "kind": "death",
                                                "date": {"after": "1924"},
                                            }
                                        }
                                    },
                                ]
                            }
                        },
                        {"not": {"assertion": {"role": "expelled", "date": {"after": "1920"}}}},
                    ]
                },
            ]
        },
        certain={
            **each("alexandra-kollontai felix-dzerzhinsky grigori-sokolnikov", "biography 3"),
            **each("joseph-stalin moisei-uritsky nikolai-bukharin", "biography 3"),
            "yakov-sverdlov": at("biography 3"),
            "vladimir-lenin": at("biography 3, essay 5"),
            **each("alexei-rykov victor-nogin", "biography 3, essay 5"),
            "miliutin": at("essay 5"),
            "andrei-bubnov": at("biography 3, infolist 6"),
            **some("ivar-smilga leon-trotsky"),
        },
        possible={
            "l-serebryakov": at("biography 14"),
            "yevgeni-preobrazhensky": at("biography 14 16 31, infolist 6"),
        },
    ),
]

QUESTIONS = [
    *DATES,
    *OFFICES,
    *CALENDARS,
    *TOGETHER,
    *LINKS,
    *COMPARED,
    *AGES,
    *NESTED,
]
