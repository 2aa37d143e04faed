"""All persons whom five documents on the Left Opposition name, and one of later times.

Each with the forms that the documents print; and spellings that no document prints.
"""

# The first form of each is its label: one of the printed forms, or Tomsky without the misprint.
CAST = """
Ivar Smilga; Ivar Tenisovich Smilga; Ivars Smilga; И́вар Тени́сович Сми́лга; Smilga; Ivar
Alexander Rabinowitch
Alexander Beloborodov
Alexander Kerensky; Kerensky
Alexander Kolchak; Admiral Kolchak; Kolchak
Alexandra Kollontai
Alexei Rykov; Rykov
Anatoli Lunacharsky
Andrei Bubnov; Andrey Bubnov; Bubnov
Adolf Joffe; Adolph Joffe
Badaev
Chen Duxiu
Christian Rakovsky; Khristian Rakovskii
D. Ryazanov
Denikin
Edvard Radzinsky
E. Rahja
Evgenia Bosh
Felix Dzerzhinsky
G. Evdokimov
G. I. Safarov
Georgy Oppokov; A. Lomov
Georgy Pyatakov; Yuri Piatakov; Piatakov
Grigori Sokolnikov
Grigory Zinoviev; Gregory Zinoviev; Zinoviev
Iosif Kosior
Isaac Deutscher
Ivan Nikitich Smirnov; Ivan Smirnov; I. N. Smirnov; Srnirnov
Joseph Stalin; Stalin
Jozef Pilsudski
Kamenev, the commander of the eastern front; Kamenev
Karl Radek; Radek
Kirov
Lazar Kaganovich
Leon Trotsky; Trotsky, Leon; Lev Davidovich Bronstein; Trotsky
L. Serebryakov; Serebriakov
Lev Kamenev; Kamenev
Lev Sosnovsky
Lewis Siegelbaum
M. Kharitonov
Mikhail Boguslavsky
Mikhail Kalinin
Mikhail Lashevich; M. M. Lashevich; Lashevich
Mikhail Tomsky; Maihail Tomsky
Mikhail Tukhachevsky
Count Mirbach
Moisei Uritsky
Nadezhda Vasilievna Poluyan
Nikolai Bukharin; Nickolai Bukharin; Bukharin
Nikolai Krestinsky
Nikolai Muralov; Muralov
Nobel
P. Malkov
P. Smorodin
P. Zalutsky; Zalutsky
Pierre Broué
Robert V. Daniels
Roy A. Medvedev
Ryutin
S. Galiev
S. Zorin
Sergei Gusev
Sergei Mrachkovsky
Sheila Fitzpatrick
Timofei Sapronov; Sapronov
V. Schmidt
Valerian Obolensky; N. Osinsky; Osinsky
Vatzetis
Victor Nogin; Nogin
Victor Serge; Viktor Serge
Vladimir Antonov-Ovseenko; Antonov-Ovseenko
Vladimir Lenin; Lenin
Miliutin
Vladimir Smirnov
Vyacheslav Molotov
Yakov Drobnis; J. Drobnis; Drobnis
Yakov Sverdlov
Yevgeni Preobrazhensky; Preobrazhensky; Preobrazhenskv
Boris Yeltsin
"""

PERSONS = {line.split("; ")[0]: line.split("; ") for line in CAST.strip().splitlines()}

# The one searched for, and spellings in Cyrillic, in English, German, French, Polish and scholarly
# transliteration, with typing errors, by initials, and half typed.
SPELLINGS = """
Ivar Smilga: Смилга; Smilga; Šmilga; СМИЛГА; Сми́лга; Ivar Smilga; Smilga, Ivar; И. Смилга;
    Smigla; Smil
Georgy Pyatakov: Пятаков; Pyatakov; Piatakov; Pjatakow; Pjatakov; Pyatakoff; Georgij Pjatakov;
    G. Piatakov
Leon Trotsky: Троцкий; Trotsky; Trotzki; Trockij; Trotski; Trotskii; Trocki; Троцкій; Leo Trotzki;
    L. Trotsky; Trotksy
Yevgeni Preobrazhensky: Preobrazhensky; Preobrazhenskii; Преображенский; Preobrajensky;
    Preobraschenski; Preobrazhenskv; Preobraženskij; E. Preobrazhensky; Jewgeni Preobraschenski;
    Evgenij Preobraženskij; Preobr
Grigory Zinoviev: Zinoviev; Zinov'ev; Sinowjew; Зиновьев; Zinovyev; Grigorij Zinov’ev;
    Grigori Sinowjew
Christian Rakovsky: Rakovsky; Rakowski; Rakovskii; Раковский; Racovski; Kh. Rakovskii;
    Ch. Rakowski; Христиан Раковский
Adolf Joffe: Joffe; Ioffe; Иоффе; Yoffe; A. Joffe; Адольф Иоффе
L. Serebryakov: Serebryakov; Serebriakov; Серебряков; Serebrjakow; L. Serebrjakov
Alexander Beloborodov: Beloborodov; Белобородов; Бѣлобородовъ; Beloborodow; Bjeloborodow
Lev Sosnovsky: Sosnovsky; Sosnowski; Сосновский; Sosnovskij
Sergei Mrachkovsky: Mrachkovsky; Мрачковский; Mratschkowski; Mraczkowski; Mračkovskij;
    S. Mrachkovsky
G. Evdokimov: Evdokimov; Yevdokimov; Евдокимов; Jewdokimow; Grigory Evdokimov
Iosif Kosior: Kosior; Kossior; Косиор; Kosjor
Nikolai Krestinsky: Krestinsky; Krestinski; Крестинский; Krestinskij; N. Krestinsky
Karl Radek: Radek; Радек; K. Radek
Victor Serge: Serge; Viktor Serge; V. Serge; Serge, Victor
Pierre Broué: Broué; Broue; Pierre Broue; P. Broué
Vladimir Antonov-Ovseenko: Antonov-Ovseenko; Antonov-Owsejenko; Антонов-Овсеенко; Ovseenko;
    Antonow-Owsejenko; V. Antonov-Ovseenko; Antonov Ovseyenko
Mikhail Tukhachevsky: Tukhachevsky; Tuchatschewski; Тухачевский; Toukhatchevski; Tuchačevskij;
    M. Tuchatschewski
Felix Dzerzhinsky: Dzerzhinsky; Dzierżyński; Дзержинский; Dserschinski; Djerzinski;
    Feliks Dzierżyński
Boris Yeltsin: Yeltsin; Ельцин; Jelzin; El'cin; Eltsine; B. Jelzin; Jelcyn
Ivan Nikitich Smirnov: I. N. Smirnov; I.N. Smirnov; Smirnov I N; Смирнов Иван Никитич;
    И. Н. Смирнов; Ivan Smirnow; I. Smirnov
Vladimir Smirnov: Vladimir Smirnov; V. Smirnov; W. Smirnow; Владимир Смирнов
Yakov Drobnis: Drobnis; J. Drobnis; Ya. Drobnis; Я. Дробнис; Jakow Drobnis; Дробнис
Nikolai Bukharin: Bukharin; Boukharine; Bucharin; Бухарин; N. Bucharin
Alexei Rykov: Rykov; Rykow; Рыков; Rykoff
Anatoli Lunacharsky: Луначарский; Lunatscharski; Lounatcharski; Lunačarskij
Moisei Uritsky: Урицкий; Uritzki; Ouritski; Urickij
Alexander Kerensky: Керенский; Kerenski; Kerenskij
Mikhail Lashevich: Лашевич; Laschewitsch; Lachévitch; Laševič; M. Laschewitsch
Jozef Pilsudski: Piłsudski; Пилсудский; Józef Piłsudski
Vatzetis: Вацетис; Vācietis; Vatsetis
E. Rahja: Рахья; Rakhia
Valerian Obolensky: Оболенский; Obolenski; V. Obolenskij
Chen Duxiu: 陈独秀; Chen Du Xiu
Badaev: Бадаев; Badayev; Badajew
Evgenia Bosh: Бош; Jewgenija Bosch; E. Bosch
Alexandra Kollontai: Коллонтай; Kollontaj; A. Kollontay
Isaac Deutscher: Deutscher; Дойчер
Robert V. Daniels: Daniels; R. V. Daniels
Vladimir Lenin: Lenin; Ленин; Lénine; V. Lenin
Joseph Stalin: Stalin; Сталин; Staline; Iosif Stalin; I. Stalin; J. Stalin
"""

QUERIES = [
    (query, label)
    for label, queries in (
        line.split(": ") for line in SPELLINGS.replace("\n    ", " ").strip().splitlines()
    )
    for query in queries.split("; ")
]
