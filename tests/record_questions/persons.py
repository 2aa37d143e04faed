"""Questions about the Left Opposition, answered by reading the documents (one half of them)."""

from tests.record_questions.expected import Expected, at, each

SIGNED = {"assertion": {"event": "platform-of-the-46", "role": "signatory"}}
TOOK_PART = {"assertion": {"event": "platform-of-the-46", "role": "participant"}}
LEADING = {
    "assertion": {"kind": "tenure", "organisation": "left-opposition", "role": "leading-member"}
}
EXPELLED = {
    "assertion": {"kind": "life_event", "role": "expelled", "organisation": "bolshevik-party"}
}
RECANTED = {"assertion": {"kind": "life_event", "role": "recanted"}}
READMITTED = {"assertion": {"kind": "life_event", "role": "readmitted"}}
IN_THE_CIVIL_WAR = {"assertion": {"event": "russian-civil-war", "role": "participant"}}

SIGNATORIES = {
    "andrei-bubnov": at("biography 11 14, infolist 6"),
    **each("evgenia-bosh ivar-smilga lazar-kaganovich victor-serge", "biography 11"),
    **each("georgy-pyatakov ivan-smirnov vladimir-antonov-ovseenko", "biography 11 14"),
    **each("l-serebryakov nikolai-muralov timofei-sapronov", "biography 14"),
    **each("valerian-obolensky yakov-drobnis yevgeni-preobrazhensky", "biography 14"),
}

# One leaf: kinds, roles, events.
PLAIN = [
    Expected(
        title="Who signed the Platform of the 46?",
        question={
            "assertion": {
                "kind": "participation",
                "event": "platform-of-the-46",
                "role": "signatory",
            }
        },
        certain=SIGNATORIES,
        possible={},
    ),
    Expected(
        title="Who had whatever part in the Platform of the 46?",
        question=TOOK_PART,
        certain=SIGNATORIES,
        possible={"leon-trotsky": at("biography 14")},
    ),
    Expected(
        title="Who is surely said to have drafted or organised the Platform of the 46?",
        question={
            "assertion": {
                "event": "platform-of-the-46",
                "role": ["drafter", "organiser"],
                "certainty": "certain",
            }
        },
        certain={"georgy-pyatakov": at("biography 11")},
        possible={},
    ),
    Expected(
        title="Who was in the demonstrations of 7 November 1927, or was spoken of there?",
        question={
            "assertion": {"kind": "participation", "event": "demonstrations-of-7-november-1927"}
        },
        certain={
            **each("grigory-zinoviev leon-trotsky", "biography 16 31"),
            **each("ivar-smilga yevgeni-preobrazhensky", "biography 16 31 32"),
            "ryutin": at("biography 31 32"),
            "red-army-soldier-at-the-balcony": at("biography 32"),
        },
        possible={},
    ),
    Expected(
        title="Who is told of in the Moscow demonstration itself, not in what happened during it?",
        question={
            "assertion": {
                "kind": "participation",
                "event": "demonstration-in-moscow-on-7-november-1927",
                "exact": True,
            }
        },
        certain=each("grigory-zinoviev leon-trotsky", "biography 16 31"),
        possible={},
    ),
    Expected(
        title="Who organised, instigated or planned the Russian Revolution?",
        question={"assertion": {"event": "russian-revolution", "role": "organiser"}},
        certain={"ivar-smilga": at("article 7"), "leon-trotsky": at("biography 29")},
        possible={},
    ),
    Expected(
        title="Who took part in the Civil War?",
        question=IN_THE_CIVIL_WAR,
        certain={
            "alexander-kolchak": at("biography 10 23"),
            **each("ivar-smilga mikhail-lashevich sergei-gusev", "article 9"),
            "nikolai-muralov": at("infolist 6, biography 14"),
        },
        possible=each(
            "andrei-bubnov ivan-smirnov timofei-sapronov valerian-obolensky yakov-drobnis",
            "biography 14",
        ),
    ),
    Expected(
        title="Who took part in the Civil War, by a citation that surely means them?",
        question={
            "assertion": {
                "event": "russian-civil-war",
                "role": "participant",
                "doubtful": False,
            }
        },
        certain={
            "alexander-kolchak": at("biography 10 23"),
            **each("ivar-smilga mikhail-lashevich sergei-gusev", "article 9"),
            "nikolai-muralov": at("infolist 6, biography 14"),
        },
        possible=each(
            "andrei-bubnov timofei-sapronov valerian-obolensky yakov-drobnis", "biography 14"
        ),
    ),
    Expected(
        title="Who met a violent end?",
        question={"assertion": {"kind": "life_event", "role": "killed"}},
        certain={
            "count-mirbach": at("essay 5"),
            "father-of-ivar-smilga": at("wikipedia 4"),
            "ivar-smilga": at("wikipedia 9, biography 18"),
            "kirov": at("wikipedia 9"),
            "leon-trotsky": at("infolist 6"),
        },
        possible={},
    ),
    Expected(
        title="Of whose death, or of what befell whom, does a source speak with a hedge?",
        question={
            "assertion": {"kind": ["life_event", "death"], "certainty": ["probable", "possible"]}
        },
        certain={},
        possible={
            "ivar-smilga": at("biography 18, article 3"),
            "timofei-sapronov": at("infolist 6"),
        },
    ),
    Expected(
        title="Whose time of birth can only be reckoned from an age?",
        question={"assertion": {"kind": "birth", "basis": "inferred"}},
        certain={"ivar-smilga": at("biography 15 26")},
        possible={},
    ),
    Expected(
        title="Who was a general, an admiral or an army leader?",
        question={
            "assertion": {"kind": "occupation", "role": ["general", "admiral", "army-leader"]}
        },
        certain={
            "alexander-kolchak": at("article 9, biography 10"),
            "ivar-smilga": at("biography 15 26"),
            "jozef-pilsudski": at("biography 10"),
        },
        possible={},
    ),
    Expected(
        title="Who wrote something?",
        question={"assertion": {"kind": "authorship"}},
        certain={
            "alexander-rabinowitch": at("wikipedia 10"),
            "edvard-radzinsky": at("biography 16 27"),
            "isaac-deutscher": at("biography 14"),
            "leon-trotsky": at("biography 22 23 29, wikipedia 10"),
            "lev-kamenev": at("biography 4"),
            "lewis-siegelbaum": at("essay 3"),
            "roy-a-medvedev": at("biography 17 33"),
            "sheila-fitzpatrick": at("infolist 10"),
            "victor-serge": at("biography 24"),
            "vladimir-lenin": at("article 6, biography 14 20"),
            "yevgeni-preobrazhensky": at("infolist 6"),
        },
        possible={},
    ),
    Expected(
        title="Who wrote a work with Stalin's name in its title?",
        question={"assertion": {"kind": "authorship", "text": "stalin"}},
        certain={
            "edvard-radzinsky": at("biography 16 27"),
            "isaac-deutscher": at("biography 14"),
            "roy-a-medvedev": at("biography 17 33"),
            "sheila-fitzpatrick": at("infolist 10"),
        },
        possible={},
    ),
    Expected(
        title="Who is described as a bachelor?",
        question={"assertion": {"kind": "description", "text": "BACHELOR"}},
        certain=each("joseph-stalin vyacheslav-molotov", "biography 8"),
        possible={},
    ),
    Expected(
        title="Who stands in the upper row of the photograph of 1917?",
        question={
            "assertion": {
                "event": "photograph-of-stalin-and-lenin-in-1917",
                "role": "depicted",
                "text": "upper row",
            }
        },
        certain=each(
            "p-malkov e-rahja s-galiev p-zalutsky yakov-drobnis mikhail-tomsky m-kharitonov "
            "adolph-joffe d-ryazanov badaev l-serebryakov mikhail-lashevich",
            "biography 9",
        ),
        possible={},
    ),
    Expected(
        title="Of whom does an editor prefer or reject what is said about their death?",
        question={"assertion": {"kind": "death", "rank": ["preferred", "deprecated"]}},
        certain={},
        possible={},
    ),
    Expected(
        title="Of whom does a source leave something open in so many words?",
        question={"assertion": {"polarity": "silent"}},
        certain={},
        possible={},
    ),
    Expected(
        title="Whom do claims tell of that are about events and bodies alone?",
        question={"assertion": {"kind": ["occurrence", "existence"]}},
        certain={},
        possible={},
    ),
]

# One leaf: bodies and places, with their parts.
PARTS = [
    Expected(
        title="Who resigned from the Soviet government?",
        question={
            "assertion": {
                "kind": "life_event",
                "role": "resigned",
                "organisation": "soviet-government",
            }
        },
        certain=each(
            "alexei-rykov left-sr-commissar-of-agriculture left-sr-commissar-of-justice "
            "left-sr-commissar-of-post-and-telegraph miliutin victor-nogin",
            "essay 5",
        ),
        possible={},
    ),
    Expected(
        title="Who resigned from the Soviet government named as such, not from a body of it?",
        question={
            "assertion": {
                "kind": "life_event",
                "role": "resigned",
                "organisation": "soviet-government",
                "exact": True,
            }
        },
        certain=each(
            "left-sr-commissar-of-agriculture left-sr-commissar-of-justice "
            "left-sr-commissar-of-post-and-telegraph",
            "essay 5",
        ),
        possible={},
    ),
    Expected(
        title="Who was a People's Commissar?",
        question={"assertion": {"organisation": "soviet-state", "role": "peoples-commissar"}},
        certain={
            **each("alexei-rykov miliutin victor-nogin", "essay 5"),
            **each(
                "left-sr-commissar-of-agriculture left-sr-commissar-of-justice "
                "left-sr-commissar-of-post-and-telegraph",
                "essay 5",
            ),
            **each("andrei-bubnov leon-trotsky", "infolist 6"),
        },
        possible={},
    ),
    Expected(
        title="Who led the party or one of its bodies?",
        question={
            "assertion": {"kind": "tenure", "organisation": "bolshevik-party", "role": "leader"}
        },
        certain={
            "andrei-bubnov": at("infolist 6"),
            "joseph-stalin": at("infolist 2"),
            "leon-trotsky": at("infolist 2 6, biography 35"),
            "lev-kamenev": at("infolist 2"),
            "nikolai-bukharin": at("infolist 2 4"),
        },
        possible={},
    ),
    Expected(
        title="Who was a secretary in the party, the General Secretary included?",
        question={"assertion": {"organisation": "bolshevik-party", "role": "secretary"}},
        certain={
            "joseph-stalin": at("infolist 2"),
            **each("l-serebryakov yevgeni-preobrazhensky", "biography 14"),
            "ryutin": at("biography 31"),
        },
        possible={},
    ),
    Expected(
        title="Who was a plain secretary of the party as a whole or of its Central Committee?",
        question={
            "assertion": {
                "organisation": ["bolshevik-party", "central-committee"],
                "role": "secretary",
                "exact": True,
            }
        },
        certain=each("l-serebryakov yevgeni-preobrazhensky", "biography 14"),
        possible={},
    ),
    Expected(
        title="Who had to do with the Eastern Front?",
        question={"assertion": {"organisation": "eastern-front"}},
        certain={
            **each("ivar-smilga mikhail-lashevich sergei-gusev", "article 9"),
            "kamenev-commander-of-the-eastern-front": at("biography 10 23"),
        },
        possible={},
    ),
    Expected(
        title="Who lived in Petrograd?",
        question={"assertion": {"kind": "residence", "place": "petrograd", "rank": "normal"}},
        certain=each("ivar-smilga joseph-stalin p-zalutsky vyacheslav-molotov", "biography 8"),
        possible=each("nadezhda-poluyan", "biography 8"),
    ),
    Expected(
        title="Who lived in Petrograd, of those whom a source surely means?",
        question={"assertion": {"kind": "residence", "place": "petrograd", "doubtful": False}},
        certain=each("ivar-smilga joseph-stalin p-zalutsky vyacheslav-molotov", "biography 8"),
        possible={},
    ),
    Expected(
        title="Who was born in Latvia or the Kuban?",
        question={"assertion": {"kind": "birth", "place": ["latvia", "kuban"]}},
        certain={
            "ivar-smilga": at("wikipedia 4, biography 3"),
            "nadezhda-poluyan": at("article 18"),
        },
        possible={},
    ),
    Expected(
        title="Who was exiled to Siberia or elsewhere in the Soviet Union?",
        question={"assertion": {"role": "exiled", "place": ["siberia", "soviet-union"]}},
        certain={
            "ivar-smilga": at("wikipedia 8, biography 18"),
            "leon-trotsky": at("infolist 4"),
        },
        possible={},
    ),
    Expected(
        title="Who was exiled or banished, in these words, to Siberia or the Soviet Union named so?",
        question={
            "assertion": {
                "role": ["exiled", "banished"],
                "place": ["siberia", "soviet-union"],
                "exact": True,
            }
        },
        certain={},
        possible={"ivar-smilga": at("biography 18")},
    ),
]

# One leaf: between two persons, told from either side.
RELATIONSHIPS = [
    Expected(
        title="Who stands in a relationship with Smilga?",
        question={"assertion": {"kind": "relationship", "person": "ivar-smilga"}},
        certain={
            "alexander-kolchak": at("article 9"),
            "father-of-ivar-smilga": at("wikipedia 4"),
            "georgy-pyatakov": at("biography 16"),
            "grigori-sokolnikov": at("biography 16"),
            "grigory-zinoviev": at("biography 16, article 13"),
            "joseph-stalin": at("biography 8 17, article 10 11"),
            "jozef-pilsudski": at("biography 10"),
            "leon-trotsky": at("biography 10, article 10"),
            "lev-kamenev": at("biography 16"),
            "mikhail-tukhachevsky": at("biography 10"),
            "nadezhda-poluyan": at("article 18, biography 8"),
            "ryutin": at("biography 32"),
            "scientist-working-in-russia-in-the-1920s": at("article 15 16"),
            "victor-serge": at("biography 15"),
            "vladimir-lenin": at("biography 4 6 15 26, article 6"),
        },
        possible={},
    ),
    Expected(
        title="Who was Smilga's ally, fellow in arms or fellow conspirator?",
        question={"assertion": {"role": "ally-of", "person": "ivar-smilga"}},
        certain={
            **each("georgy-pyatakov grigori-sokolnikov grigory-zinoviev", "biography 16"),
            "lev-kamenev": at("biography 16"),
            "mikhail-tukhachevsky": at("biography 10"),
            "vladimir-lenin": at("article 6"),
        },
        possible={},
    ),
    Expected(
        title="Who is called just an ally of Smilga?",
        question={"assertion": {"role": "ally-of", "person": "ivar-smilga", "exact": True}},
        certain=each(
            "georgy-pyatakov grigori-sokolnikov grigory-zinoviev lev-kamenev", "biography 16"
        ),
        possible={},
    ),
    Expected(
        title="Who was married?",
        question={"assertion": {"role": "spouse"}},
        certain=each("ivar-smilga nadezhda-poluyan", "article 18, biography 8"),
        possible={},
    ),
    Expected(
        title="Who ordered the arrest of anybody?",
        question={"assertion": {"role": "ordered-the-arrest-of"}},
        certain={"alexander-kerensky": at("biography 5")},
        possible={},
    ),
    Expected(
        title="Whose arrest did Kerensky order?",
        question={
            "assertion": {
                "role": "ordered-the-arrest-of",
                "person": "alexander-kerensky",
                "converse": True,
            }
        },
        certain=each(
            "alexandra-kollontai anatoli-lunacharsky grigory-zinoviev lev-kamenev vladimir-lenin",
            "biography 5",
        ),
        possible={},
    ),
    Expected(
        title="Whom did Lenin or Trotsky criticise?",
        question={
            "assertion": {
                "role": "critic-of",
                "person": ["vladimir-lenin", "leon-trotsky"],
                "converse": True,
            }
        },
        certain={
            **each("alexei-rykov grigory-zinoviev lev-kamenev miliutin victor-nogin", "essay 5"),
            "joseph-stalin": at("article 10"),
        },
        possible={},
    ),
    Expected(
        title="Who supported Lenin or Stalin, as his confidential agent or otherwise?",
        question={
            "assertion": {"role": "supporter-of", "person": ["vladimir-lenin", "joseph-stalin"]}
        },
        certain={
            **each("alexei-rykov nikolai-bukharin", "infolist 4"),
            "ivar-smilga": at("biography 4 15 17 26"),
            "karl-radek": at("biography 17"),
        },
        possible={},
    ),
    Expected(
        title="Who is said not to have criticised Stalin?",
        question={
            "assertion": {"role": "critic-of", "person": "joseph-stalin", "polarity": "denied"}
        },
        certain=each("georgy-pyatakov grigory-zinoviev karl-radek lev-kamenev", "biography 35"),
        possible={},
    ),
    Expected(
        title="Whom are others said not to have criticised?",
        question={"assertion": {"role": "critic-of", "converse": True, "polarity": "denied"}},
        certain={"joseph-stalin": at("biography 35")},
        possible={},
    ),
]

# One leaf: whose word it is, under what name, how surely.
WITNESSES = [
    Expected(
        title="Who signed the Platform of the 46, by Deutscher's word?",
        question={
            "assertion": {
                "event": "platform-of-the-46",
                "role": "signatory",
                "attributed_to": "deutscher-stalin",
            }
        },
        certain={
            "andrei-bubnov": at("biography 11 14, infolist 6"),
            **each("georgy-pyatakov vladimir-antonov-ovseenko", "biography 11 14"),
            **each("l-serebryakov nikolai-muralov timofei-sapronov", "biography 14"),
            **each("valerian-obolensky yakov-drobnis yevgeni-preobrazhensky", "biography 14"),
        },
        possible={"ivan-smirnov": at("biography 11 14")},
    ),
    Expected(
        title="Of which signatories do at least two independent witnesses know?",
        question={
            "assertion": {
                "event": "platform-of-the-46",
                "role": "signatory",
                "independent_witnesses": 2,
            }
        },
        certain={
            "andrei-bubnov": at("biography 11 14, infolist 6"),
            **each("georgy-pyatakov ivan-smirnov vladimir-antonov-ovseenko", "biography 11 14"),
        },
        possible={},
    ),
    Expected(
        title="Of which signatories do three independent witnesses know?",
        question={
            "assertion": {
                "event": "platform-of-the-46",
                "role": "signatory",
                "independent_witnesses": 3,
            }
        },
        certain={"andrei-bubnov": at("biography 11 14, infolist 6")},
        possible={},
    ),
    Expected(
        title="Of whom do two independent witnesses tell what befell them?",
        question={"assertion": {"kind": "life_event", "independent_witnesses": 2}},
        certain=each("grigory-zinoviev leon-trotsky lev-kamenev", "infolist 4, biography 34"),
        possible={},
    ),
    Expected(
        title="Whom does Serge describe?",
        question={
            "assertion": {"kind": "description", "attributed_to": ["serge-memoirs", "victor-serge"]}
        },
        certain={
            "ivar-smilga": at("article 17, biography 15 26"),
            "latvian-giant": at("biography 15 26"),
            "yevgeni-preobrazhensky": at("biography 25"),
        },
        possible={},
    ),
    Expected(
        title="Whose offices and memberships does Trotsky tell of in My Life?",
        question={"assertion": {"kind": "tenure", "attributed_to": "trotsky-my-life"}},
        certain={
            "ivar-smilga": at("biography 10 23, article 14"),
            **each("mikhail-lashevich kamenev-commander-of-the-eastern-front", "biography 10 23"),
            "vatzetis": at("biography 23"),
        },
        possible={},
    ),
    Expected(
        title="Whom does the fuller article count to the Left Opposition?",
        question={
            "assertion": {
                "kind": "tenure",
                "organisation": "left-opposition",
                "source": "smilga-article",
            }
        },
        certain={
            "ivar-smilga": at("article 17 19, wikipedia 3"),
            "leon-trotsky": at("article 19"),
            "victor-serge": at("article 17"),
        },
        possible={},
    ),
    Expected(
        title="Whose birth do the biography or the fuller article tell?",
        question={"assertion": {"kind": "birth", "source": ["smilga-article", "smilga-biography"]}},
        certain={
            "ivar-smilga": at("biography 3 15 26"),
            "nadezhda-poluyan": at("article 18"),
        },
        possible={},
    ),
    Expected(
        title="Of whom does the fuller article tell something by the word of Serge?",
        question={"assertion": {"source": "smilga-article", "attributed_to": "victor-serge"}},
        certain={"ivar-smilga": at("article 17, biography 15 26")},
        possible={},
    ),
    Expected(
        title="Who has the name Каменев, and no more?",
        question={"assertion": {"kind": "name", "name": "Каменев"}},
        certain={
            "lev-kamenev": at("infolist 2, essay 5, article 12, biography 34"),
            "kamenev-commander-of-the-eastern-front": at("biography 10"),
        },
        possible={},
    ),
    Expected(
        title="Who has an occupation, and is called Pierre Broué, however one writes it?",
        question={"assertion": {"kind": "occupation", "name": "pierre broue"}},
        certain={"pierre-broue": at("article 12")},
        possible={},
    ),
    Expected(
        title="Who is printed as Piatakov where the biography tells what he did or suffered?",
        question={
            "assertion": {
                "kind": ["participation", "life_event"],
                "name": "PIATAKOV",
                "source": "smilga-biography",
            }
        },
        certain={"georgy-pyatakov": at("biography 11 14 34")},
        possible={},
    ),
    Expected(
        title="Whose name is misprinted?",
        question={
            "assertion": {
                "kind": "name",
                "name": ["Srnirnov", "Preobrazhenskv", "Maihail Tomsky"],
            }
        },
        certain={
            "mikhail-tomsky": at("biography 9"),
            "yevgeni-preobrazhensky": at("biography 25"),
        },
        possible={"ivan-smirnov": at("biography 14")},
    ),
    Expected(
        title="Of whom is it denied that something befell them?",
        question={"assertion": {"kind": "life_event", "polarity": "denied"}},
        certain={
            **each("grigory-zinoviev lev-kamenev", "infolist 4"),
            "ivar-smilga": at("article 14"),
            "leon-trotsky": at("infolist 4, biography 35"),
        },
        possible={},
    ),
    Expected(
        title="Whose spirit was perhaps not broken?",
        question={"assertion": {"role": "broken", "polarity": "denied"}},
        certain={},
        possible={"ivar-smilga": at("article 14")},
    ),
    Expected(
        title="Of whom is a recantation denied?",
        question={"assertion": {"role": "recanted", "polarity": "denied"}},
        certain={"leon-trotsky": at("infolist 4")},
        possible={},
    ),
    Expected(
        title="On whose readmission do the sources speak, whether they tell or deny it?",
        question={"assertion": {"role": "readmitted", "polarity": ["affirmed", "denied"]}},
        certain={
            **each("grigory-zinoviev lev-kamenev", "infolist 4"),
            "leon-trotsky": at("biography 35"),
            "nadezhda-poluyan": at("article 18"),
        },
        possible={},
    ),
]

# Trees of two and three nodes.
TREES = [
    Expected(
        title="Who is known without a name?",
        question={"not": {"assertion": {"kind": "name"}}},
        certain={
            "father-of-ivar-smilga": [],
            "latvian-giant": [],
            "left-sr-commissar-of-agriculture": [],
            "left-sr-commissar-of-justice": [],
            "left-sr-commissar-of-post-and-telegraph": [],
            "murderer-of-leon-trotsky": [],
            "red-army-soldier-at-the-balcony": [],
            "scientist-working-in-russia-in-the-1920s": [],
        },
        possible={},
    ),
    Expected(
        title="Who is known by name alone?",
        question={
            "all": [
                {"assertion": {"kind": "name"}},
                {
                    "not": {
                        "assertion": {
                            "kind": [
                                "birth",
                                "death",
                                "tenure",
                                "participation",
                                "relationship",
                                "life_event",
                                "residence",
                                "occupation",
                                "authorship",
                                "description",
                            ]
                        }
                    }
                },
            ]
        },
        certain={"robert-v-daniels": at("biography 16")},
        possible={},
    ),
    Expected(
        title="Whose birth is told, but not their death?",
        question={
            "all": [
                {"assertion": {"kind": "birth"}},
                {"not": {"assertion": {"kind": "death"}}},
            ]
        },
        certain={},
        possible={"timofei-sapronov": at("infolist 6")},
    ),
    Expected(
        title="Whose death is told, but not their birth?",
        question={
            "all": [
                {"assertion": {"kind": "death"}},
                {"not": {"assertion": {"kind": "birth"}}},
            ]
        },
        certain={
            "count-mirbach": at("essay 5"),
            "father-of-ivar-smilga": at("wikipedia 4"),
            "grigory-zinoviev": at("infolist 4"),
            "kirov": at("wikipedia 9"),
            "lev-kamenev": at("infolist 4"),
            "vladimir-lenin": at("infolist 2 4"),
        },
        possible={},
    ),
    Expected(
        title="Which authors are but witnesses, without a part in what is told?",
        question={
            "all": [
                {"assertion": {"kind": "authorship"}},
                {
                    "not": {
                        "any": [
                            {"assertion": {"kind": ["tenure", "participation"]}},
                            {"assertion": {"kind": ["relationship", "life_event"]}},
                        ]
                    }
                },
            ]
        },
        certain={
            "alexander-rabinowitch": at("wikipedia 10"),
            "edvard-radzinsky": at("biography 16 27"),
            "isaac-deutscher": at("biography 14"),
            "lewis-siegelbaum": at("essay 3"),
            "roy-a-medvedev": at("biography 17 33"),
            "sheila-fitzpatrick": at("infolist 10"),
        },
        possible={},
    ),
    Expected(
        title="Who lived with somebody, Stalin and Smilga themselves left out?",
        question={
            "all": [
                {"assertion": {"role": "lived-with"}},
                {"not": {"persons": ["joseph-stalin", "ivar-smilga"]}},
            ]
        },
        certain=each("p-zalutsky vyacheslav-molotov", "biography 8"),
        possible={},
    ),
    Expected(
        title="Who of Lenin, Stalin and Trotsky was not expelled from the party?",
        question={
            "all": [
                {"persons": ["vladimir-lenin", "joseph-stalin", "leon-trotsky"]},
                {"not": EXPELLED},
            ]
        },
        certain={"joseph-stalin": [], "vladimir-lenin": []},
        possible={},
    ),
    Expected(
        title="Who is Daniels or Safarov, or was rehabilitated?",
        question={
            "any": [
                {"persons": ["robert-v-daniels", "g-i-safarov"]},
                {"assertion": {"kind": "life_event", "role": "rehabilitated"}},
            ]
        },
        certain={"g-i-safarov": [], "ivar-smilga": at("wikipedia 9"), "robert-v-daniels": []},
        possible={},
    ),
    Expected(
        title="Who was both in the photograph of 1917 and among the signatories?",
        question={
            "all": [
                {"assertion": {"event": "photograph-of-stalin-and-lenin-in-1917"}},
                SIGNED,
            ]
        },
        certain={
            "ivan-smirnov": at("biography 9 11 14"),
            **each("l-serebryakov yakov-drobnis", "biography 9 14"),
        },
        possible={},
    ),
    Expected(
        title="Which leading members of the Left Opposition were killed or perished?",
        question={
            "all": [
                LEADING,
                {"assertion": {"kind": "life_event", "role": ["killed", "perished"]}},
            ]
        },
        certain={
            **each("andrei-bubnov leon-trotsky", "infolist 4 6"),
            "ivar-smilga": at("infolist 4 6, wikipedia 3 9, biography 18 32"),
            "yevgeni-preobrazhensky": at("infolist 4 6, biography 32"),
        },
        possible={},
    ),
    Expected(
        title="Who was expelled from the party or one of its bodies, and readmitted?",
        question={"all": [EXPELLED, READMITTED]},
        certain={
            **each("grigory-zinoviev lev-kamenev", "infolist 4, biography 34"),
            "nadezhda-poluyan": at("article 18"),
        },
        possible={},
    ),
    Expected(
        title="Who was expelled and never readmitted, as far as the record tells?",
        question={"all": [EXPELLED, {"not": READMITTED}]},
        certain={
            "andrei-bubnov": at("infolist 6"),
            **each("christian-rakovsky g-i-safarov georgy-pyatakov", "biography 34"),
            **each("ivan-smirnov karl-radek mikhail-lashevich", "biography 34"),
            "ivar-smilga": at("biography 34, article 18, wikipedia 7"),
            "leon-trotsky": at("infolist 4, biography 34"),
        },
        possible={},
    ),
    Expected(
        title="Who was expelled, and was not in the secret bloc of 1932?",
        question={
            "all": [
                EXPELLED,
                {
                    "not": {
                        "assertion": {
                            "kind": "tenure",
                            "organisation": "secret-opposition-bloc-of-1932",
                        }
                    }
                },
            ]
        },
        certain={
            "andrei-bubnov": at("infolist 6"),
            **each("christian-rakovsky g-i-safarov georgy-pyatakov", "biography 34"),
            **each("ivan-smirnov karl-radek mikhail-lashevich", "biography 34"),
            "nadezhda-poluyan": at("article 18"),
        },
        possible={"ivar-smilga": at("biography 34, article 12 18, wikipedia 7")},
    ),
    Expected(
        title="Who signed the Platform of the 46, was expelled by the XVth Congress, "
        "and is not said to have recanted?",
        question={
            "all": [
                SIGNED,
                {"assertion": {"role": "expelled", "event": "fifteenth-party-congress"}},
                {"not": RECANTED},
            ]
        },
        certain=each("georgy-pyatakov ivan-smirnov", "biography 11 14 34"),
        possible={},
    ),
    Expected(
        title="Which leading members had no part in the Platform of the 46?",
        question={"all": [LEADING, {"not": TOOK_PART}]},
        certain={
            **each("adolph-joffe alexander-beloborodov chen-duxiu", "infolist 4 6"),
            **each("christian-rakovsky georgy-oppokov iosif-kosior", "infolist 4 6"),
            **each("karl-radek lev-sosnovsky mikhail-boguslavsky", "infolist 4 6"),
            **each("nikolai-krestinsky sergei-mrachkovsky vladimir-smirnov", "infolist 4 6"),
        },
        possible={"leon-trotsky": at("infolist 4 6, biography 14")},
    ),
    Expected(
        title="Which leading members signed, and had no part in the Civil War?",
        question={"all": [LEADING, SIGNED, {"not": IN_THE_CIVIL_WAR}]},
        certain={
            "georgy-pyatakov": at("infolist 4 6, biography 11 14"),
            "victor-serge": at("infolist 4 6, biography 11"),
            "yevgeni-preobrazhensky": at("infolist 4 6, biography 14"),
        },
        possible={
            **each("andrei-bubnov ivan-smirnov", "infolist 4 6, biography 11 14"),
            **each(
                "timofei-sapronov valerian-obolensky yakov-drobnis", "infolist 4 6, biography 14"
            ),
        },
    ),
]

# Trees in trees. Where a branch fails, what a leaf in it rests on is not told here (None).
DEEP = [
    Expected(
        title="Which leading members neither failed to sign nor escaped expulsion?",
        question={"all": [LEADING, {"not": {"any": [{"not": SIGNED}, {"not": EXPELLED}]}}]},
        certain={
            "andrei-bubnov": at("infolist 4 6, biography 11 14"),
            **each("georgy-pyatakov ivan-smirnov", "infolist 4 6, biography 11 14 34"),
            "ivar-smilga": at("infolist 4 6, wikipedia 3 7, biography 11 34, article 18"),
        },
        possible={},
    ),
    Expected(
        title="Which leading members neither kept away from the Platform nor stood firm: "
        "had a part in it, or recanted?",
        question={"all": [LEADING, {"not": {"all": [{"not": TOOK_PART}, {"not": RECANTED}]}}]},
        certain={
            "andrei-bubnov": at("infolist 4 6, biography 11 14"),
            **each("georgy-pyatakov ivan-smirnov", "infolist 4 6, biography 11 14"),
            "ivar-smilga": at("infolist 4 6, wikipedia 3 7, biography 11"),
            **each("nikolai-muralov timofei-sapronov", "infolist 4 6, biography 14"),
            **each("valerian-obolensky yakov-drobnis", "infolist 4 6, biography 14"),
            "victor-serge": at("infolist 4 6, biography 11"),
            "yevgeni-preobrazhensky": at("infolist 4 6, biography 14, wikipedia 7"),
        },
        possible={"leon-trotsky": at("infolist 4 6, biography 14")},
    ),
    Expected(
        title="Who of seven leaders did not both join a later opposition and resign "
        "from the Central Committee?",
        question={
            "all": [
                {
                    "persons": [
                        "alexei-rykov",
                        "grigory-zinoviev",
                        "joseph-stalin",
                        "leon-trotsky",
                        "lev-kamenev",
                        "nikolai-bukharin",
                        "vladimir-lenin",
                    ]
                },
                {
                    "any": [
                        {
                            "not": {
                                "assertion": {
                                    "kind": "tenure",
                                    "organisation": ["new-opposition", "united-opposition"],
                                }
                            }
                        },
                        {
                            "not": {
                                "assertion": {
                                    "role": "resigned",
                                    "organisation": "central-committee",
                                }
                            }
                        },
                    ]
                },
            ]
        },
        certain={
            "alexei-rykov": None,
            "joseph-stalin": [],
            "leon-trotsky": None,
            "nikolai-bukharin": [],
            "vladimir-lenin": [],
        },
        possible={},
    ),
    Expected(
        title="Which signatories neither recanted, nor led the Left Opposition unpunished?",
        question={
            "all": [
                SIGNED,
                {"not": {"any": [{"all": [LEADING, {"not": EXPELLED}]}, RECANTED]}},
            ]
        },
        certain={
            "andrei-bubnov": None,
            **each("evgenia-bosh lazar-kaganovich", "biography 11"),
            "georgy-pyatakov": None,
            "ivan-smirnov": None,
            "l-serebryakov": at("biography 14"),
            "vladimir-antonov-ovseenko": at("biography 11 14"),
        },
        possible={},
    ),
    Expected(
        title="Who was in the secret bloc of 1932, or expelled by the XVth Congress, "
        "and of whom is neither a recantation nor a violent or miserable end told?",
        question={
            "all": [
                {
                    "any": [
                        {"assertion": {"organisation": "secret-opposition-bloc-of-1932"}},
                        {
                            "assertion": {
                                "kind": "life_event",
                                "role": "expelled",
                                "event": "fifteenth-party-congress",
                            }
                        },
                    ]
                },
                {
                    "not": {
                        "any": [
                            RECANTED,
                            {"assertion": {"kind": "life_event", "role": ["killed", "perished"]}},
                        ]
                    }
                },
            ]
        },
        certain={
            **each("christian-rakovsky g-i-safarov georgy-pyatakov", "biography 34"),
            **each("ivan-smirnov karl-radek mikhail-lashevich", "biography 34"),
        },
        possible={},
    ),
    Expected(
        title="Who took part in the Civil War and has no death in the record, "
        "or lived in Petrograd and was never in the Central Committee?",
        question={
            "any": [
                {"all": [IN_THE_CIVIL_WAR, {"not": {"assertion": {"kind": "death"}}}]},
                {
                    "all": [
                        {"assertion": {"kind": "residence", "place": "petrograd"}},
                        {
                            "not": {
                                "assertion": {
                                    "kind": "tenure",
                                    "organisation": "central-committee",
                                }
                            }
                        },
                    ]
                },
            ]
        },
        certain={
            "alexander-kolchak": at("biography 10 23"),
            **each("mikhail-lashevich sergei-gusev", "article 9"),
            **each("p-zalutsky vyacheslav-molotov", "biography 8"),
        },
        possible={
            "nadezhda-poluyan": at("biography 8"),
            "timofei-sapronov": at("biography 14, infolist 6"),
        },
    ),
]

QUESTIONS = PLAIN + PARTS + RELATIONSHIPS + WITNESSES + TREES + DEEP
